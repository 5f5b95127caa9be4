"""A small content, built record by record: two families, three actors, two meetings, a road map."""

from __future__ import annotations

from typing import Any

from plugins.model.content import Content, Document
from plugins.model.kinds import Kind
from plugins.model.lists import Territory
from plugins.model.meeting import Meeting
from plugins.model.records import Actor, Approach, Family, Need
from plugins.model.site_file import SiteFile, SiteSettings
from plugins.model.step import Step

SCHEMAS = {
    Kind.ACTOR: Actor,
    Kind.FAMILY: Family,
    Kind.MEETING: Meeting,
    Kind.STEP: Step,
    Kind.NEED: Need,
    Kind.APPROACH: Approach,
}


def document(kind: Kind, slug: str, **values: Any) -> Document[Any]:
    record = SCHEMAS[kind].model_validate({"titre": slug.replace("-", " ").capitalize(), **values})
    return Document(kind, slug, f"content/{kind.folder}/{slug}.md", record, "", 9, {(): 1})


def actor(slug: str, **values: Any) -> Document[Actor]:
    defaults = {
        "famille": "guichets",
        "nature": "institution",
        "role": "aller-dans",
        "resume": "Un acteur.",
        "statut": "amorce",
        "verifie_le": "2026-01-15",
    }
    return document(Kind.ACTOR, slug, **{**defaults, **values})


def meeting(slug: str, day: str, **values: Any) -> Document[Meeting]:
    return document(Kind.MEETING, slug, **{"date": day, "instance": "comite", "participants": [], **values})


def step(slug: str, **values: Any) -> Document[Step]:
    return document(Kind.STEP, slug, **{"nature": "axe", **values})


def need(slug: str, **values: Any) -> Document[Need]:
    return document(Kind.NEED, slug, **values)


def family(slug: str, **values: Any) -> Document[Family]:
    return document(Kind.FAMILY, slug, **values)


def content(*documents: Document[Any], territories: tuple[Territory, ...] = (), **site: str) -> Content:
    return Content.holding(documents, territories=territories, site=SiteSettings(SiteFile.model_validate(site)))
