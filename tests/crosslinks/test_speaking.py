"""Who speaks is whoever the words say, or nobody; all names are invented."""

from datetime import date
from typing import Any

import pytest

from plugins.crosslinks.linking import link
from plugins.crosslinks.mention import Sitting
from plugins.model.content import Content
from plugins.registry.building import build
from tests.markup.sample import guarded
from tests.registry.sample import actor

ACTORS: dict[str, dict[str, Any]] = {
    "caf": {"titre": "Caisse des Lacs", "sigle": "CDL"},
    "reg": {"titre": "Région des Lacs", "alias": [{"forme": "Région", "casse": True}]},
    "syn": {"titre": "Syndicat commun", "sigle": "SYN"},
    "dehors": {"titre": "Maison Ouverte"},
}
REGISTRY = build(Content(actors={slug: actor(slug, **fields) for slug, fields in ACTORS.items()}))[0]
MEETING = Sitting("m", date(2022, 3, 1), frozenset(("caf", "reg", "syn")))


@pytest.mark.parametrize(("text", "expected"), [
    ('« La Région ment », dit la SYN.', ('syn',)),
    ('« La Région ment. Elle ne paie pas », a dit la SYN.', ('syn',)),
    ('« La Région ment » (SYN)', ('syn',)),
    ('« La Région ment » — la SYN', ('syn',)),
    ('« La Région ment », selon la SYN.', ('syn',)),
    ('« La Région ment », explique un habitant.', ()),
    ('« La Région ment. »', ()),
    ('« La Région, dit la SYN, ment. »', ('syn',)),
    ('“La Région ment”, répond la SYN', ('syn',)),
    ('"La Région ment", ajoute la SYN.', ('syn',)),
    ('« La Région » dit oui.', ('reg',)),
    ('La Région ment, dit la SYN.', ('syn',)),
    ('La Région ment, selon la SYN.', ('syn',)),
    ('La Région, dit la SYN, ment.', ('syn',)),
    ('La Région, selon la SYN, ment.', ('syn',)),
    ('La Région ment, affirme un habitant.', ()),
    ('La Région ment, dit-elle.', ()),
    ("La Région ment, s'indigne la SYN.", ('syn',)),
    ('La Région ment, ce que regrette la SYN.', ('syn',)),
    ('La Région ment, comme le regrette la SYN.', ('syn',)),
    ("La Région doit partir : c'est ce que dit la SYN.", ('syn',)),
    ('La Région, aux yeux de la SYN, ment.', ('syn',)),
    ('La Région ment, de l’avis de la SYN.', ('syn',)),
    ('La Région, pour la SYN, ment.', ()),
    ('La Région ou la SYN répondra.', ()),
    ("La Région vient d'être critiquée par la SYN.", ()),
    ('La Région doit être entendue par la SYN.', ()),
    ("La Région s'est vu reprocher son silence.", ()),
    ("La Région est l'objet de critiques.", ()),
    ('La Région : absente.', ()),
    ('La Région – excusée', ()),
    ('La Région : non.', ('reg',)),
    ('La Région finance, notamment la CDL, des ateliers.', ('reg',)),
    ('Selon la Région, la CDL refuse.', ('reg',)),
    ('Selon la Région et la CDL, la SYN refuse.', ('reg', 'caf')),
    ('Selon la Région, la CDL et la SYN, il faut agir.', ('reg', 'caf', 'syn')),
    ('Selon la Région, la CDL et la SYN refusent.', ('reg',)),
    ('D’après la Région, la CDL refuse.', ('reg',)),
    ('Pour la Région, la CDL refuse.', ('reg',)),
    ('À en croire la Région, la CDL refuse.', ('reg',)),
    ('Aux yeux de la Région, la CDL refuse.', ('reg',)),
    ('Comme le dit la Région, la CDL refuse.', ('reg',)),
    ('Selon la Maison Ouverte, la CDL refuse.', ()),
    ('La CDL a été critiquée par la SYN.', ()),
    ('La CDL n’a pas été consultée.', ()),
    ('La CDL est critiquée par la SYN.', ()),
    ('La CDL sera entendue en mai.', ()),
    ('La CDL se voit reprocher son silence par la SYN.', ()),
    ('La CDL fait l’objet de critiques.', ()),
    ('La CDL étant absente, la Région répond.', ('reg',)),
    ('La CDL ayant refusé, la Région paie.', ('reg',)),
    ('La CDL absente, la Région répond.', ('reg',)),
    ('La CDL prévenue, la Région agit.', ('reg',)),
    ('La CDL étant absente, on reporte.', ()),
    ('La CDL évoque un module, une salle, un budget.', ('caf',)),
    ('La CDL, chargée du suivi, répond.', ('caf',)),
    ('La CDL associée au projet, la Région répond.', ('reg',)),
    ('La CDL refusant de payer, la Région répond.', ('reg',)),
    ('La CDL est absente.', ()),
    ('La CDL, excusée, a écrit.', ()),
    ('La CDL n’est pas venue.', ()),
    ('La CDL est intervenue.', ('caf',)),
    ('La CDL est favorable au projet.', ('caf',)),
    ('La CDL et la Région disent oui.', ('caf', 'reg')),
    ('La CDL, la Région et la SYN disent oui.', ('caf', 'reg', 'syn')),
    ('La CDL, la Région la critique.', ()),
    ('La CDL ? La Région n’en veut pas.', ()),
    ('La CDL, qui reçoit peu, demande des moyens.', ('caf',)),
    ('La CDL répond.', ('caf',)),
    ('CDL : « La Région ment. »', ('caf',)),
    ('La SYN dit : « La Région ment. »', ('syn',)),
    ('Et pour la CDL, c’est trop.', ('caf',)),
    ('La CDL (la Région aussi) demande des moyens.', ('caf',)),
    ('La CDL informe, explique et oriente.', ('caf',)),
    ('La CDL ment, la Région refuse.', ('caf',)),
    ('La CDL rappelle la règle.', ('caf',)),
    ('La CDL demande à la Région, propose la SYN, de payer.', ('syn',)),
    ('L’avis de la CDL est attendu.', ()),
    ('La CDL reçoit, en effet, peu de monde.', ('caf',)),
    ('La CDL finit, la Région commence.', ('caf',)),
])  # fmt: skip
def test_the_one_who_speaks_is_named_or_nobody(text: str, expected: tuple[str, ...]) -> None:
    found = link(guarded(f"<p>{text}</p>"), REGISTRY, "reunions/m", lambda key: key, MEETING, "mention")
    assert {mention.speaker for mention in found.mentions} == {expected}


def test_a_text_made_to_hurt_is_read_in_time() -> None:
    for text in ("La CDL, " * 5_000, "La CDL " + ", dit " * 20_000, "« La CDL " * 5_000, "La CDL " + "prévenue " * 20_000):
        assert link(guarded(f"<p>{text}</p>"), REGISTRY, "reunions/m", lambda key: key, MEETING, "mention").mentions
