"""An export of data.inclusion comes in: what becomes a door, what is told, what is refused."""

import csv
import io
import json
import tracemalloc
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from plugins.exports.standards import converted
from plugins.importing.adding import doors_of
from plugins.importing.directory import structures_of
from plugins.importing.pieces import RefusedError
from plugins.importing.places import Place, place_of
from plugins.model.content import Content
from plugins.model.lists import Door, Territory
from tests.exports.sample import PUBLISHED, actor

TODAY = date(2026, 11, 25)
TOWNS = (
    Territory(slug="valbourg", nom="Valbourg", niveau="commune", code="76001"),
    Territory(slug="hautmesnil", nom="Hautmesnil", niveau="commune", code="76002"),
    Territory(slug="loin", nom="Loin", niveau="commune", code="76003"),
)
BASE = {
    "source": "dora", "id": "dora--1", "nom": "Guichet des jeunes de Valbourg", "date_maj": "2026-05-02",
    "lien_source": "https://exemple.fr/dora/1", "adresse": "3 rue du Port", "code_postal": "76100", "commune": "Valbourg",
    "code_insee": "76001", "latitude": 49.5, "longitude": 0.5, "telephone": "+33261910001", "courriel": "accueil@exemple.fr",
    "site_web": "https://www.exemple.fr/valbourg", "reseaux_porteurs": ["guichet-des-jeunes"],
}  # fmt: skip


def row(**more: Any) -> dict[str, Any]:
    return {**BASE, **more}


def content(*documents: Any, doors: tuple[Door, ...] = ()) -> Content:
    given = documents or (actor("guichets", titre="Guichets des jeunes", alias=["GDJ"]), actor("aide", titre="Aide", sigle="CCA"))
    return Content.holding(given, territories=TOWNS, doors=doors, day=TODAY)


def taken(tmp_path: Path, rows: list[dict[str, Any]], site: Content | None = None) -> tuple[list[dict[str, Any]], str]:
    """The doors that are added, and what is told."""
    file = tmp_path / "structures.json"
    file.write_text(json.dumps(rows), encoding="utf-8")
    text, told = doors_of(file, site or content(), str(tmp_path), TODAY)
    return yaml.load(text, yaml.BaseLoader) or [], "\n".join(told)


def test_a_place_of_one_of_the_actors_becomes_a_door_with_its_day_and_its_source(tmp_path: Path) -> None:
    doors, told = taken(tmp_path, [row()])
    assert doors == [
        {
            "slug": "guichets-valbourg",
            "nom": "Guichet des jeunes de Valbourg",
            "genre": "lieu",
            "telephone": "02 61 91 00 01",
            "url": "https://www.exemple.fr/valbourg",
            "adresse": "3 rue du Port, 76100 Valbourg",
            "acteur": "guichets",
            "territoires": ["valbourg"],
            "annuaire": "dora--1",
            "verifie_le": "2026-05-02",
            "source": {"titre": "data.inclusion (dora), mis à jour le 02/05/2026", "url": "https://exemple.fr/dora/1"},
        }
    ]
    assert "1 porte de plus (Guichets des jeunes 1)" in told


@pytest.mark.parametrize(
    ("networks", "name", "owner"),
    [
        pytest.param(["guichet-des-jeunes"], "Chez nous", "guichets", id="le réseau, au singulier"),
        pytest.param(["guichet-des-jeunes-reseau-national"], "Chez nous", "guichets", id="un réseau plus précis"),
        pytest.param(["cca-cia"], "Chez nous", "aide", id="un sigle dans le code d'un réseau"),
        pytest.param(None, "GDJ du Port", "guichets", id="sans réseau, le nom commence par un sigle"),
        pytest.param(None, "Guichets des jeunes du Port", "guichets", id="sans réseau, le nom commence par le sien"),
        pytest.param(None, "Aide aux devoirs", None, id="un mot de tous les jours n'est pas un acteur"),
        pytest.param(["croix-verte"], "Guichet des jeunes", None, id="un autre réseau est dit : le nom ne compte pas"),
    ],
)
def test_a_place_is_that_of_the_actor_whose_network_or_name_it_bears(
    tmp_path: Path, networks: list[str] | None, name: str, owner: str | None
) -> None:
    doors, _ = taken(tmp_path, [row(reseaux_porteurs=networks, nom=name)])
    assert [one["acteur"] for one in doors] == ([owner] if owner else [])


def test_a_town_without_a_place_has_the_nearest_one_and_each_place_its_towns(tmp_path: Path) -> None:
    rows = [
        row(id="a", latitude=49.5, longitude=0.5),
        row(id="b", nom="Guichet du Bourg", code_insee="76009", commune="Bourg", latitude=49.8, longitude=0.9, telephone=None),
        row(id="c", nom="Guichet d'ailleurs", code_insee="27001", latitude=49.81, longitude=0.91, telephone=None),
        # A structure of no network shows where its town is.
        row(id="d", nom="Mairie", reseaux_porteurs=["communes"], code_insee="76002", latitude=49.79, longitude=0.88),
    ]
    doors, told = taken(tmp_path, rows)
    assert {one["annuaire"]: one["territoires"] for one in doors} == {"a": ["valbourg"], "b": ["hautmesnil"]}
    assert "loin" not in told


def test_what_somebody_wrote_is_not_touched_and_is_told(tmp_path: Path) -> None:
    sheet = actor("guichet-de-valbourg", titre="Guichet des jeunes de Valbourg", contact={"telephone": "02 61 91 00 09"})
    doors, told = taken(tmp_path, [row()], content(sheet, actor("guichets", titre="Guichets des jeunes")))
    assert doors == []
    assert "acteurs/guichet-de-valbourg.md, qui n'est pas touchée ; l'export connaît en plus une adresse, un site" in told


def door(**more: Any) -> Door:
    given = {"slug": "ancienne", "nom": "Guichet", "genre": "numero", "telephone": "02 61 91 00 01", "acteur": "guichets"}
    return Door.model_validate({**given, "verifie_le": "2026-01-01", "source": {"titre": "Une page"}, **more})


def test_a_door_of_the_same_number_stays_alone(tmp_path: Path) -> None:
    doors, told = taken(tmp_path, [row()], content(doors=(door(),)))
    assert doors == []
    assert "a le numéro de la porte « ancienne »" in told


@pytest.mark.parametrize(
    ("number", "said"),
    [
        pytest.param("+33261910001", "Déjà là, sans changement : 1", id="rien n'a changé"),
        pytest.param("+33261910007", "la porte « ancienne » a changé dans l'export du 2026-05-02", id="un autre numéro"),
    ],
)
def test_an_export_read_again_adds_nothing_and_tells_what_changed(tmp_path: Path, number: str, said: str) -> None:
    known = door(genre="lieu", adresse="3 rue du Port, 76100 Valbourg", annuaire="dora--1", territoires=["valbourg"])
    doors, told = taken(tmp_path, [row(telephone=number)], content(doors=(known,)))
    assert doors == []
    assert said in told


@pytest.mark.parametrize(
    ("second", "said"),
    [
        pytest.param(row(id="dora--2", nom="Guichet"), "doublon probable", id="le même numéro dans la même commune"),
        pytest.param(row(id="x--9", telephone="0261910099"), "doublon probable", id="le même nom dans la même commune"),
        pytest.param(row(nom="Un autre"), "vient deux fois", id="le même identifiant"),
        pytest.param(row(id="h", nom="<b>Guichet</b>"), "a du code HTML dans « nom »", id="du HTML dans un nom"),
        pytest.param(row(id="h", commune="Val&amp;bourg"), "a du code HTML dans « commune »", id="du HTML dans une commune"),
        pytest.param(row(id="f", date_maj="2027-01-01"), "un jour à venir", id="datée de l'avenir"),
        pytest.param(row(id="f", date_maj="bientôt"), "pas de date de mise à jour", id="sans date lisible"),
        pytest.param(row(id="", nom="Sans identité"), "n'a pas d'identifiant", id="sans identifiant"),
    ],
)
def test_what_is_doubtful_is_told_and_the_rest_is_taken(tmp_path: Path, second: dict[str, Any], said: str) -> None:
    doors, told = taken(tmp_path, [row(), second])
    assert [one["annuaire"] for one in doors] == ["dora--1"]
    assert said in told


def test_of_a_file_that_is_wrong_all_along_the_beginning_is_told(tmp_path: Path) -> None:
    _, told = taken(tmp_path, [row(id=str(rank), nom="<i>x</i>") for rank in range(100)])
    assert told.count("code HTML") == 40
    assert told.endswith("… et 60 de plus")


def test_two_places_that_share_a_short_number_are_two(tmp_path: Path) -> None:
    rows = [row(id="a", telephone="3949"), row(id="b", nom="Guichet du Port", telephone="3949")]
    doors, _ = taken(tmp_path, rows)
    assert [one["slug"] for one in doors] == ["guichets-valbourg", "guichets-valbourg-2"]


def test_what_stood_in_the_list_stays_to_the_byte(tmp_path: Path) -> None:
    before = (
        '# À la main\n- {slug: a, nom: "Écrite"   , genre: numero, telephone: "199", verifie_le: 2026-01-01, source: Une page}\n'
    )
    (tmp_path / "portes.yml").write_text(before, encoding="utf-8")
    file = tmp_path / "export.json"
    file.write_text(json.dumps([row()]), encoding="utf-8")
    text, _ = doors_of(file, content(), str(tmp_path), TODAY)
    assert text.startswith(before)


def whole(rows: list[dict[str, Any]]) -> str:
    return json.dumps(rows)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("", "est vide", id="vide"),
        pytest.param(whole([row(), row(id="b")])[:-40], "s'arrête au milieu, après 1 structures", id="JSON coupé"),
        pytest.param(whole([row()])[:-1], "s'arrête au milieu, après 1 structures", id="JSON sans son crochet"),
        pytest.param(json.dumps(row()) + "\n" + json.dumps(row())[:50], "s'arrête au milieu", id="lignes de JSON coupées"),
        pytest.param('[{"id": }]', "s'arrête au milieu, après 0", id="JSON abîmé"),
        pytest.param("[[1]]", "n'est pas une liste de structures", id="une liste d'autre chose"),
        pytest.param("[" * 200_000, "abîmé", id="mille crochets"),
        pytest.param('[{"id": "' + "a" * 1_200_000, "abîmé après 0", id="une structure sans fin"),
        pytest.param(whole([row(structure_id="a")]), "liste des services", id="les services"),
        pytest.param(whole([row(labels_nationaux=[])]), "version plus ancienne du schéma (« labels_nationaux »)", id="v0"),
        pytest.param('[{"nom": "x"}]', "il n'a pas de « id »", id="autre chose"),
        pytest.param("id,source,nom,date_maj\na,b", "pas autant de cases", id="CSV coupé"),
        pytest.param('id,source,nom,date_maj\na,b,"c', "coupé ou abîmé", id="CSV coupé dans une case"),
        pytest.param("bonjour", "", id="un texte d'une ligne"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_a_sentence(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "export"
    file.write_text(text, encoding="utf-8")
    if not said:
        assert list(structures_of(file)) == []
        return
    with pytest.raises(RefusedError) as refused:
        list(structures_of(file))
    assert said in str(refused.value)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "export").write_bytes(b"[{\xff\xfe}]")
    with pytest.raises(RefusedError, match="UTF-8"):
        list(structures_of(tmp_path / "export"))


def test_without_a_town_nothing_is_near(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match=r"territoires\.yml n'a aucune commune"):
        doors_of(tmp_path / "export", Content(), "content", TODAY)


def table(rows: list[dict[str, Any]], delimiter: str) -> str:
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, list(BASE), delimiter=delimiter)
    writer.writeheader()
    for one in rows:
        writer.writerow({**one, "reseaux_porteurs": json.dumps(one["reseaux_porteurs"])})
    return "\ufeff" + file.getvalue()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(whole([row(), row(id="b")]), id="JSON"),
        pytest.param("\ufeff" + json.dumps([row(), row(id="b")], indent=2), id="JSON avec sa marque, sur plusieurs lignes"),
        pytest.param(json.dumps(row()) + "\n" + json.dumps(row(id="b")) + "\n", id="une ligne par structure"),
        pytest.param(table([row(), row(id="b")], ","), id="CSV"),
        pytest.param(table([row(), row(id="b")], ";"), id="CSV à la française"),
    ],
)
def test_each_form_of_an_export_says_the_same(tmp_path: Path, text: str) -> None:
    file = tmp_path / "export"
    file.write_text(text, encoding="utf-8", newline="")
    assert [place_of(one, TODAY) for one in structures_of(file)] == [place_of(row(), TODAY), place_of(row(id="b"), TODAY)]


@pytest.mark.parametrize("ending", ["json", "csv"])
def test_what_the_site_gives_is_read_back_equal(tmp_path: Path, ending: str) -> None:
    contact = {"adresse": "3 rue du Port, 76100 Valbourg", "telephone": "02 61 91 00 01", "site": "https://www.exemple.fr/"}
    site = content(actor("guichets", titre="=Guichets ; « d'ici »", contact=contact), actor("aide", titre="Aide"))
    given = converted(site, PUBLISHED, TODAY).files
    file = tmp_path / f"structures.{ending}"
    file.write_text(given[f"donnees-ouvertes/data-inclusion/{file.name}"], encoding="utf-8", newline="")
    rows = json.loads(given["donnees-ouvertes/data-inclusion/structures.json"])
    read = [place_of(one, TODAY) for one in structures_of(file)]
    expected = [Place(**{**one, "date_maj": date.fromisoformat(one["date_maj"])}) for one in rows]
    if ending == "csv":  # a spreadsheet does not run it
        assert expected[1].nom == "=Guichets ; « d'ici »"
        expected[1] = Place(**{**vars(expected[1]), "nom": "'=Guichets ; « d'ici »"})
    assert read == expected


def test_a_long_export_is_never_whole_in_memory(tmp_path: Path) -> None:
    """The reader holds a few structures, whatever their number."""
    file = tmp_path / "export.json"
    count = 20_000
    with file.open("w", encoding="utf-8") as out:
        out.write("[")
        out.writelines(json.dumps(row(id=str(rank))) + ("," if rank < count - 1 else "]") for rank in range(count))
    tracemalloc.start()
    try:
        assert sum(1 for _ in structures_of(file)) == count
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak * 10 < file.stat().st_size
