"""Settings for publication: those for work, and what the law asks a publisher to say: the environment says it, or the content's `site.yml`.

Run as a program, it says whether the site can be published: exit code 0, or 1 and one sentence. Before anything is
installed the environment alone is looked at: the standard library is all that it needs.
"""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *
from pelicanconf import PATH
from plugins.text.publication import faults, given, missing

PUBLISHED = True
_REFUSED = "le site ne peut pas être publié : "
_found = faults(os.environ)
if _found:
    # As a program, all that is wrong is told at once.
    _also = missing(given(os.environ)) if __name__ == "__main__" else ""
    raise SystemExit(_REFUSED + " ; ".join(filter(None, (_found, _also))))
globals().update(given(os.environ))

if __name__ == "__main__":
    settings = given(os.environ) | {"PUBLISHED": True}
    try:
        from plugins.model.site_file import newer
        from plugins.model.site_settings import settings_of
    except ImportError:
        pass
    else:
        _folder = Path(sys.argv[1] if len(sys.argv) > 1 else PATH)
        if (_too_new := newer(_folder, str(_folder))) is not None:
            raise SystemExit(str(_too_new))
        settings |= settings_of(_folder, settings)
    _lacking = missing(settings)
    if _lacking:
        raise SystemExit(_REFUSED + _lacking)
    print(f"Tout est prêt pour publier sur {settings['SITE_ADDRESS']}/")
