"""The words by which minutes, and the lines of their title, open: « Compte rendu », « Réunion du », « Commission »."""

from __future__ import annotations

import re

KIND = r"(?:projet\s+de\s+)?(?:compte[- ]rendus?|procès[- ]verbal|relevé\s+de(?:s)?\s+(?:décisions|conclusions)|synthèse(?:\s+des\s+échanges)?|minutes|c\.?r\.?|p\.?v\.?|notes?)"
MEETING = r"(?:réunion|séance|rencontre|commission|comité|copil|cotech|groupe|atelier|plénière|conseil|assemblée)"
OPENS = re.compile(rf"(?:{KIND}|(?:la\s+)?{MEETING})\b", re.IGNORECASE)
