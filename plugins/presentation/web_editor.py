"""Where the content is kept → the page of the web editor, and what it is told of the forms."""

from __future__ import annotations

import json
from html import escape

from plugins.model.forge import Forge
from plugins.text.files import EDITOR_PAGE

_PAGE = """<!doctype html>
<html lang="fr">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="{policy}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex">
  <title>Éditeur — {name}</title>
  <link rel="icon" href="../icones/icone.svg" type="image/svg+xml">
  <script type="module" src="../{scripts}editor.js"></script>
</head>
<body data-template="admin">
  <noscript>
    <main>
      <h1>Éditeur</h1>
      <p>L’éditeur a besoin de JavaScript. Sans lui, les fichiers se corrigent sur la forge.</p>
      <p><a href="../">Revenir au site</a></p>
    </main>
  </noscript>
</body>
</html>
"""


def policy(forge: Forge) -> str:
    """What the editor's page may do, and no other page of the site: it writes its styles itself, and talks to the forge alone.

    Args:
        forge: where the content is kept.
    """
    ours, pictures = f"https://{forge.host}", f"https://{forge.host}"
    if forge.host == "github.com":
        ours, pictures = "https://api.github.com", "https://avatars.githubusercontent.com"
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "font-src 'self'",
            f"img-src 'self' data: blob: {pictures}",
            f"connect-src 'self' data: blob: {ours}",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def editor_files(forge: Forge | None, name: str, address: str, scripts: str) -> dict[str, str]:
    """Text of each file, by path under the site's root.

    Args:
        forge: where the content is kept; None where it is only on this machine.
        name: of the site.
        address: where it is published, without a final slash; empty when nobody knows.
        scripts: the folder of the editor's scripts, under the site's root.
    """
    from plugins.model.editor_config import NOWHERE, Edited, configuration  # the forms of all records, for those who have them

    kept = forge or NOWHERE
    told = configuration(Edited(name, address, kept))
    page = _PAGE.format(policy=policy(kept), name=escape(name), scripts=scripts)
    return {
        f"{EDITOR_PAGE}index.html": page,
        f"{EDITOR_PAGE}config.json": json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n",
    }
