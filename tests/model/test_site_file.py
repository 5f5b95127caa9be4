"""`site.yml`: whose site it is; what is wrong in it is told at its line, what it says fills the settings that nobody gave."""

from datetime import date
from pathlib import Path

import pytest

from plugins.diagnostics import errors
from plugins.model.colours import Palette, contrast, faults
from plugins.model.loading import load
from plugins.model.site_settings import settings_of

PAGE = "---\ntitre: À propos\n---\nTexte.\n"
SAID = "nom: Alliance des Deux Rives\nsous_titre: Ce que fait chacun\nadresse: https://rives.example/\nediteur: Une association\n"


def folder(root: Path, text: str) -> Path:
    (root / "pages").mkdir()
    (root / "pages/a-propos.md").write_text(PAGE, encoding="utf-8")
    (root / "site.yml").write_text(text, encoding="utf-8")
    return root


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(
            "nom: A\nsoustitre: B\n",
            "c/site.yml:2: clé inconnue « soustitre » — écrire plutôt « sous_titre »",
            id="a key with a slip",
        ),
        pytest.param(
            "format: 9\n",
            "c/site.yml:1: ce contenu est au format 9, ce logiciel lit le format 1",
            id="a later format",
        ),
        pytest.param(
            "adresse: http://rives.example/\n",
            "c/site.yml:1: « adresse » : « http://rives.example/ » : elle commence par https://",
            id="an address in clear",
        ),
        pytest.param("adresse: https://moi:secret@rives.example/\n", "elle ne donne ni nom ni mot de passe", id="credentials"),
        pytest.param(
            "contact: base@exemple.fr\n",
            "c/site.yml:1: « contact » : « base@exemple.fr » : ce n'est ni mailto: ni https://",
            id="a contact that opens nothing",
        ),
        pytest.param('nom: "A\\u2028B"\n', "doit tenir sur une seule ligne", id="a name on two lines"),
        pytest.param(
            "logo: logo.svg\n",
            "c/site.yml:1: « logo.svg » n'est pas là — mettre l'image dans images/",
            id="a logo that is not there",
        ),
        pytest.param(
            "socle: socle-commun\n",
            "c/site.yml:1: « socle » : il n'y a pas de page demarche/socle-commun.md",
            id="a page that is not there",
        ),
        pytest.param("couleurs:\n  clair: {fil: #005ea5}\n", "c/site.yml:", id="a colour that YAML takes for a comment"),
        pytest.param(
            "couleurs: {clair: {fil: bleu}}\n",
            "« bleu » n'est pas une couleur ; l'écrire entre guillemets",
            id="a colour in words",
        ),
        pytest.param("- nom: A\n", "c/site.yml:1: ce fichier est fait de lignes « clé: valeur »", id="a list"),
        pytest.param("nom: A\nnom: B\n", "c/site.yml:2: ", id="a key twice"),
    ],
)
def test_what_is_wrong_is_told_at_its_line(tmp_path: Path, text: str, message: str) -> None:
    _, found = load(folder(tmp_path, text), "c", date(2026, 11, 25))
    assert [str(one) for one in errors(found) if message in str(one)], found


def test_a_name_that_is_nearly_that_of_the_file_is_told(tmp_path: Path) -> None:
    (folder(tmp_path, "nom: A\n") / "site.yml").rename(tmp_path / "site.yaml")
    _, found = load(tmp_path, "c", date(2026, 11, 25))
    assert [str(one) for one in found] == ["c/site.yaml: fichier hors de tout dossier de contenu — écrire plutôt « site.yml »"]


def test_it_fills_what_nobody_gave_and_yields_to_what_somebody_did(tmp_path: Path) -> None:
    found = settings_of(folder(tmp_path, SAID), {"SITENAME": "", "SITE_SUBTITLE": "Le mien", "PUBLISHED": False})
    assert found == {"SITENAME": "Alliance des Deux Rives", "PUBLISHER": "Une association"}


def test_the_public_address_is_that_of_a_publication_alone(tmp_path: Path) -> None:
    found = settings_of(folder(tmp_path, SAID), {"PUBLISHED": True})
    assert found["SITE_ADDRESS"] == found["SITEURL"] == "https://rives.example"


@pytest.mark.parametrize("text", ["nom: [A]\n", "- nom: A\n", "nom: 'A\n", ""], ids=["no text", "a list", "no YAML", "nothing"])
def test_a_site_that_nobody_names_has_a_name_that_is_nobody_s(tmp_path: Path, text: str) -> None:
    assert settings_of(folder(tmp_path, text), {})["SITENAME"] == "Base de connaissance"


DAY = Palette(papier="#fbfaf7", encre="#1b1f24", fil="#b4361c")
NIGHT = Palette(papier="#14171a", encre="#e9e6df", fil="#ff9a7a")


@pytest.mark.parametrize(
    ("palette", "dark", "keys"),
    [
        pytest.param(DAY, False, [], id="those of the theme, by day"),
        pytest.param(NIGHT, True, [], id="those of the theme, by night"),
        pytest.param(DAY.model_copy(update={"fil": "#ffdd00"}), False, ["fil"], id="yellow links on white"),
        pytest.param(
            DAY.model_copy(update={"encre": "#767676"}), False, ["encre"], id="an ink of which the second one is too pale"
        ),
        pytest.param(DAY.model_copy(update={"papier": "#808080"}), False, ["papier"], id="a grey paper by day"),
        pytest.param(NIGHT.model_copy(update={"papier": "#444444"}), True, ["papier"], id="a grey paper by night"),
        pytest.param(NIGHT.model_copy(update={"fil": "#5b1a0d"}), True, ["fil"], id="dark links on black"),
    ],
)
def test_colours_that_cannot_be_read_are_refused(palette: Palette, dark: bool, keys: list[str]) -> None:
    assert [key for key, _ in faults(palette, dark=dark)] == keys


def test_contrasts_are_those_of_wcag() -> None:
    assert round(contrast("#000000", "#ffffff"), 2) == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48, "the grey that just fails"
