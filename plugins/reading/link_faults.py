"""The address of a link or an image, as it would be published → what is wrong with it that no check of the built site would see."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote

from plugins.markup.guard import SCHEMES, lets_through
from plugins.model.values import ADDRESS
from plugins.text.telephone import numbers

# What browsers drop from an address before they read it (WHATWG URL, « URL parsing »).
_DROPPED = re.compile(r"^[\x00-\x20]+|[\t\n\r]|[\x00-\x20]+$")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_WEB_WITHOUT_HOST = re.compile(r"https?:(?!//[^\s/?#]*[^\W_])", re.IGNORECASE)
_HOST = re.compile(r"www\.[\w-]+\.\w|[\w-]+(?:\.[\w-]+)*\.(?:fr|com|org|net|eu|gouv|info|io)(?:[/?#:]|$)", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg")


def as_browsers_read(address: str) -> str:
    """An address, percent-encoded or not, as a browser understands it."""
    return _DROPPED.sub("", unquote(address))


def leaves_the_site(text: str) -> bool:
    """Whether a browser leaves the site; a backslash is a slash to it."""
    return _SCHEME.match(text) is not None or text.replace("\\", "/").startswith("//")


def fault(address: str, *, image: bool) -> str | None:
    """What is wrong with an address.

    Args:
        address: to be published.
        image: a browser loads it by itself.
    """
    text = as_browsers_read(address)
    if len(address) > ADDRESS:
        return f"cette adresse compte {len(address)} signes, {ADDRESS} au plus — en écrire une plus courte"
    if not text:
        return "cette adresse est vide — l'écrire entre les parenthèses, ou n'écrire que le texte"
    if text == "#":
        return "il ne mène nulle part — écrire l'adresse entre les parenthèses, ou n'écrire que le texte"
    if image:
        return _fault_of_image(text)
    if leaves_the_site(text) or text.startswith("\\"):
        return _fault_outside(text, address)
    if _HOST.match(text):
        return f"une adresse du web commence par https:// — écrire « https://{text} »"
    if _MAIL.fullmatch(text):
        return f"une adresse électronique commence par mailto: — écrire « mailto:{text} »"
    return None


def _fault_of_image(text: str) -> str | None:
    if leaves_the_site(text) or text.startswith("\\"):
        return "une image vient du site lui-même, sinon un tiers voit qui la lit — la ranger dans images/ et écrire ../images/son-nom.png"
    if not posixpath.splitext(re.split("[?#]", text)[0])[1].lower().endswith(_PICTURES):
        return f"ce n'est pas une image ({', '.join(_PICTURES)}) — enlever le point d'exclamation pour en faire un lien"
    return None


def _fault_outside(text: str, address: str) -> str | None:
    if text.lower().startswith("mailto:") and not _MAIL.match(text, len("mailto:")):
        return "il n'ouvre aucun message — écrire par exemple mailto:contact@exemple.fr"
    if text.lower().startswith("tel:") and len(numbers(text[len("tel:") :].partition(";")[0])) != 1:
        return "il n'appelle pas un numéro — écrire par exemple tel:+33261910001"
    host = text.replace("\\", "/").strip("/")
    if not _SCHEME.match(text) and _HOST.match(host):
        return f"une adresse du web commence par https:// — écrire « https://{host} »"
    if (
        not _SCHEME.match(text)
        or _WEB_WITHOUT_HOST.match(text)
        or (text.lower().startswith("http") and not lets_through(address))
    ):
        return "cette adresse est mal écrite — écrire par exemple https://www.exemple.fr/"
    if not lets_through(address):
        return (
            f"un lien commence par {', '.join(f'{one}:' for one in sorted(SCHEMES))}, ou mène à une page ou à un fichier du site"
        )
    return None
