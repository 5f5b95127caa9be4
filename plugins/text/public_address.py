"""A web or e-mail address typed by a person → the reason why it cannot be published, in French; standard library alone, for the forge asks before anything is installed."""

from __future__ import annotations

import re

from plugins.diagnostics.visible import visible

# A label of a host name (RFC 1123, § 2.1); the last one is no number, or it would be an IP address.
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_HOST = re.compile(rf"(?:{_LABEL}\.)+(?=[a-z0-9-]*[a-z]){_LABEL}", re.IGNORECASE)
# What RFC 3986 allows in a path, without the apostrophe: it would close an attribute.
_PATH = re.compile(r"(?:[A-Za-z0-9._~!$&()*+,;=:@/-]|%[0-9A-Fa-f]{2})*")
_AFTER_PATH = re.compile(r"(?:[A-Za-z0-9._~!$&()*+,;=:@/?#\[\]-]|%[0-9A-Fa-f]{2})*")
# Dots stand between two words (RFC 5322, § 3.2.3); « mailto:// » writes to nobody.
_WORDS = r"(?:[A-Za-z0-9!#$&*+/=^_{|}~-]|%[0-9A-Fa-f]{2})+"
_MAILBOX = re.compile(rf"(?!/){_WORDS}(?:\.{_WORDS})*")
_SCHEME = "https://"
_DOTS = re.compile(r"/(?:\.|%2e){1,2}(?:/|$)", re.IGNORECASE)
_MOST_PORTS = 65_535
_LONGEST_HOST = 253


def one_line(text: str) -> bool:
    """Whether a text holds no line break and no other sign that a terminal or a file for machines obeys."""
    return visible(text) == text


def shown(address: str) -> str:
    """The address as a message may quote it: on one line, and without a user or a password."""
    return re.sub(r"//[^/]*@", "//…@", visible(address))


def site_fault(address: str) -> str:
    """Why an address is not the public address of a site; empty when it is one.

    Args:
        address: such as `https://exemple.fr/alliance`; neither a query nor a fragment (RFC 3986).
    """
    host, path = _split(address)
    return _faulty_signs(address) or _faulty_host(host) or _faulty_path(path, _PATH)


def contact_fault(address: str) -> str:
    """Why an address opens neither a letter nor a page; empty when it does.

    Args:
        address: `mailto:base@exemple.fr` (RFC 6068), or a page that begins with `https://`.
    """
    if address.startswith("mailto:"):
        recipients, _, fields = address.removeprefix("mailto:").partition("?")
        return _faulty_spaces(address) or _faulty_mailboxes(recipients) or _faulty_path(fields, _AFTER_PATH)
    if not address.startswith(_SCHEME):
        return "ce n'est ni mailto: ni https://"
    host, path = _split(address)
    return _faulty_signs(address) or _faulty_host(host) or _faulty_path(path, _AFTER_PATH)


def _split(address: str) -> tuple[str, str]:
    """Host with its port, and path; urllib would drop line breaks without a word, and stop on half an IPv6 address."""
    rest = address.removeprefix(_SCHEME)
    host = re.match(r"[^/?#]*", rest)
    name = host[0] if host else ""
    return name, rest[len(name) :]


def _faulty_spaces(address: str) -> str:
    if not one_line(address):
        return "elle tient sur une seule ligne"
    return "elle n'a pas d'espace" if any(map(str.isspace, address)) else ""


def _faulty_signs(address: str) -> str:
    if not address.startswith(_SCHEME):
        return "elle commence par https://"
    return _faulty_spaces(address)


def _faulty_host(host: str) -> str:
    if "@" in host:
        return "elle ne donne ni nom ni mot de passe : ils seraient publiés"
    name, colon, port = host.partition(":")
    if not _HOST.fullmatch(name) or len(name) > _LONGEST_HOST:
        return f"« {name} » n'est pas un nom de domaine{_in_ascii(name)}"
    wrong = colon and not (re.fullmatch(r"[0-9]{1,5}", port) and 1 <= int(port) <= _MOST_PORTS)
    return f"le port est un nombre de 1 à {_MOST_PORTS}" if wrong else ""


def _in_ascii(name: str) -> str:
    """The name that machines give to a domain with accents (RFC 3492)."""
    try:
        ascii_name = name.encode("idna").decode("ascii")
    except UnicodeError:
        return ""
    return (
        f" que toutes les machines lisent : écrire « {ascii_name} »" if not name.isascii() and _HOST.fullmatch(ascii_name) else ""
    )


def _faulty_path(path: str, allowed: re.Pattern[str]) -> str:
    fine = allowed.match(path)
    end = fine.end() if fine else 0
    if end < len(path):
        return f"le signe « {path[end]} » n'y a pas sa place"
    before = re.split(r"[?#]", path, maxsplit=1)[0]
    if "//" in before:
        return "deux barres de suite n'y ont pas leur place"
    return "« . » et « .. » n'y ont pas leur place" if _DOTS.search(before) else ""


def _faulty_mailboxes(recipients: str) -> str:
    for recipient in recipients.split(","):
        name, _, host = recipient.rpartition("@")
        if not _MAILBOX.fullmatch(name) or not _HOST.fullmatch(host):
            return f"« {recipient} » n'est pas une adresse de courriel"
    return ""
