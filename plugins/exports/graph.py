"""Who is spoken of beside whom → GraphML (graphml.graphdrawing.org), as Gephi, yEd and networkx read it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from plugins.crosslinks.backlink_records import CitedActor
from plugins.exports.dataset import FOLDER
from plugins.exports.feed import clean
from plugins.model.content import Content

GRAPH = f"{FOLDER}co-mentions.graphml"
_HEAD = """<?xml version="1.0" encoding="utf-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="titre" for="node" attr.name="titre" attr.type="string"/>
<key id="famille" for="node" attr.name="famille" attr.type="string"/>
<key id="passages" for="edge" attr.name="passages" attr.type="int"/>
<graph id="co-mentions" edgedefault="undirected">
"""


def graph(content: Content, companions: Mapping[str, Sequence[CitedActor]]) -> str:
    """Actors, and for two of them the number of passages that speak of both.

    Args:
        content: whose actors are the nodes.
        companions: by key of an actor, those that passages mention with it.
    """
    lines = []
    for slug, actor in sorted(content.actors.items()):
        title, family = (_text(text) for text in (actor.record.titre, str(actor.record.famille)))
        lines.append(f'<node id={_attribute(slug)}><data key="titre">{title}</data><data key="famille">{family}</data></node>\n')
    for slug, actor in sorted(content.actors.items()):
        for other in sorted(companions.get(actor.key, ()), key=lambda one: one.slug):
            if slug < other.slug:
                ends = f"source={_attribute(slug)} target={_attribute(other.slug)}"
                lines.append(f'<edge {ends}><data key="passages">{other.count}</data></edge>\n')
    return _HEAD + "".join(lines) + "</graph>\n</graphml>\n"


def _attribute(text: str) -> str:
    return quoteattr(clean(text))


def _text(text: str) -> str:
    return escape(clean(text))
