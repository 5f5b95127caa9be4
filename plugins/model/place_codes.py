"""Codes of places: which département and region they stand in, and what is wrong with one that cannot exist.

Source: INSEE, Code officiel géographique (regions since 2016); ANCT for priority districts: `QP` and six digits in 2015,
`QN`, three signs of the département, two digits and a letter since 2024; nine digits for a group of communes (SIREN) and
for a district of the census (IRIS).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

# Code of a region → codes of its départements.
REGIONS: Mapping[str, str] = {
    "01": "971",
    "02": "972",
    "03": "973",
    "04": "974",
    "06": "976",
    "11": "75 77 78 91 92 93 94 95",
    "24": "18 28 36 37 41 45",
    "27": "21 25 39 58 70 71 89 90",
    "28": "14 27 50 61 76",
    "32": "02 59 60 62 80",
    "44": "08 10 51 52 54 55 57 67 68 88",
    "52": "44 49 53 72 85",
    "53": "22 29 35 56",
    "75": "16 17 19 23 24 33 40 47 64 79 86 87",
    "76": "09 11 12 30 31 32 34 46 48 65 66 81 82",
    "84": "01 03 07 15 26 38 42 43 63 69 73 74",
    "93": "04 05 06 13 83 84",
    "94": "2A 2B",
}
_REGION_OF = {department: region for region, departments in REGIONS.items() for department in departments.split()}

# Level → (its form, what a person is told to write).
_FORMS: Mapping[str, tuple[re.Pattern[str], str]] = {
    "region": (re.compile(r"\d{2}"), 'deux chiffres, par exemple "28"'),
    "departement": (re.compile(r"\d{2,3}|2[AB]"), 'deux ou trois signes, par exemple "76"'),
    "intercommunalite": (re.compile(r"\d{9}"), "un numéro SIREN de neuf chiffres"),
    "commune": (re.compile(r"\d{5}|2[AB]\d{3}"), 'cinq signes de l\'Insee, par exemple "76540"'),
    "quartier": (
        re.compile(r"QN\d\d[\dAB]\d\d[IMN]|QP\d\d[\dAB]\d{3}|(?:\d{5}|2[AB]\d{3})\d{4}"),
        "par exemple QN07619M : QN, trois signes du département, deux chiffres, une lettre (I, M ou N)",
    ),
}


def department_of(level: str, code: str) -> str:
    """Code of the département in which a place lies, or which it is; empty when its code does not say."""
    if level == "departement":
        return code
    if level == "commune":
        return code[:3] if code.startswith("97") else code[:2]
    if level == "quartier" and code[:2] in {"QN", "QP"}:
        return code[2:5].removeprefix("0")  # QN07601M, QP076001: three signs
    if level == "quartier":
        return department_of("commune", code)
    return ""


def region_of(level: str, code: str) -> str:
    """Code of the region in which a place lies, or which it is; empty when its code does not say."""
    return code if level == "region" else _REGION_OF.get(department_of(level, code), "")


def fault_of(level: str, code: str) -> str:
    """What is wrong with a code, in French, with what to write instead; empty when it can exist."""
    form, wanted = _FORMS.get(level, (re.compile(".*"), ""))
    if not form.fullmatch(code):
        return f"« {code} » n'est pas un code de niveau {level} ; écrire {wanted}"
    if level == "region" and code not in REGIONS:
        return f"« {code} » n'est le code d'aucune région ; en relire la liste, sur le site de l'Insee"
    department = department_of(level, code)
    if department and department not in _REGION_OF:
        return f"« {code} » : aucun département n'a le code {department} ; relire la liste officielle"
    return ""
