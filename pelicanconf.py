"""Settings for work. Publication: publishconf.py. Every verb: `inv --list`."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

ROOT = Path(__file__).resolve().parent

# Whose site it is: what is empty here, the content's site.yml says.
SITENAME = ""
SITE_SUBTITLE = ""
SITE_SHORT_NAME = ""  # under the icon, once the site is installed on a telephone
SITEURL = ""
SITE_ADDRESS = ""  # public address, set by publishconf.py
PUBLISHED = False  # publishconf.py: what the law asks must be said
PUBLISHER = ""
PUBLICATION_DIRECTOR = ""
HOST = ""

PATH = str(ROOT / "content")
CONTENT_NAME = None  # how messages name the content folder; None: as given
OUTPUT_PATH = str(ROOT / "output")
BUILD_CACHE = str(ROOT / ".build" / "cache")  # what one build leaves to the next, to be quicker; "": nothing
THEME = str(ROOT / "theme")
TIMEZONE = "Europe/Paris"
DEFAULT_LANG = "fr"
RELATIVE_URLS = True  # works under a path prefix and from a folder

# What the site does with the minutes.
CROSSLINKS = "section"  # mention | section | page: which mentions of an actor are linked
PEOPLE_DISPLAY = "organisations"  # organisations | initiales | complets
BUILD_DATE = datetime.now(ZoneInfo(TIMEZONE)).date().isoformat()  # the day of the build (inv build --date)
SEARCH_WHOLE_BUDGET = 150_000  # bytes once compressed: above, the search index is served in pieces
SEARCH_ENGINE = (
    ""  # typesense | postgres: who looks words up, with the site's own index behind it (docs/engines.md); "": the site
)
SEARCH_ENGINE_ADDRESS = ""  # as browsers reach it: https://recherche.exemple.fr
SEARCH_ENGINE_COLLECTION = "alliance"  # what its collections begin with, or its schema
SEARCH_ENGINE_KEY = ""  # Typesense: it stands in every page, and may search, nothing else; inv export-search makes one
SEARCH_ENGINE_PATIENCE = 2000  # milliseconds for a question; then the site answers
OFFLINE_WHOLE_BUDGET = 10_000_000  # bytes, a third of which travel once compressed: a site up to this size is kept whole by browsers; of a larger one, what is needed first, and what was visited
FEDERATION = ""  # what inv federate knows of the committees, for their common site; "": one site
WHOLE_NAME = WHOLE_ADDRESS = ""  # of the common site, for the pages of a committee that is part of one
WEB_EDITOR = False  # the web editor, at /admin/; also served where site.yml says on which forge the content is kept
PRECOMPRESSED = False  # also name.gz beside each text, for servers that send such files (docs/hosting)
CORRECTION_ADDRESS = ""  # where errors are reported: a mailto: or an address of the forge; else site.yml says it

# One folder, one kind. Meetings are Pelican's articles (they have dates and a feed); all else are pages.
ARTICLE_PATHS = ["reunions"]
PAGE_PATHS = ["acteurs", "familles", "demarche", "besoins", "feuille-de-route", "pages"]
STATIC_PATHS = ["images", "fichiers"]
ARTICLE_TRANSLATION_ID = PAGE_TRANSLATION_ID = False
WITH_FUTURE_DATES = True
USE_FOLDER_AS_CATEGORY = False
DEFAULT_PAGINATION = False
DELETE_OUTPUT_DIRECTORY = True
SUMMARY_MAX_LENGTH = None
TYPOGRIFY = False  # it writes English quotation marks

# Pages that are templates alone.
DIRECT_TEMPLATES = [
    "index", "qui_peut_aider", "acteurs", "familles", "demarches", "besoins", "reunions", "feuille_de_route",
    "a_z", "glossaire", "recherche", "redaction", "comparer", "hors_ligne", "licences", "404",
]  # fmt: skip
QUI_PEUT_AIDER_SAVE_AS = "qui-peut-aider/index.html"
ACTEURS_SAVE_AS = "acteurs/index.html"
FAMILLES_SAVE_AS = "familles/index.html"
DEMARCHES_SAVE_AS = "demarche/index.html"
BESOINS_SAVE_AS = "besoins/index.html"
REUNIONS_SAVE_AS = "reunions/index.html"
FEUILLE_DE_ROUTE_SAVE_AS = "feuille-de-route/index.html"
A_Z_SAVE_AS = "a-z/index.html"
GLOSSAIRE_SAVE_AS = "glossaire/index.html"
RECHERCHE_SAVE_AS = "recherche/index.html"
REDACTION_SAVE_AS = "redaction/index.html"
COMPARER_SAVE_AS = "comparer/index.html"
HORS_LIGNE_SAVE_AS = "hors-ligne/index.html"
LICENCES_SAVE_AS = "licences/index.html"
JINJA_ENVIRONMENT = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True}  # what editors write is never markup

# Pelican's blog pages have no place here.
ARCHIVES_SAVE_AS = AUTHORS_SAVE_AS = AUTHOR_SAVE_AS = CATEGORIES_SAVE_AS = CATEGORY_SAVE_AS = ""
TAGS_SAVE_AS = TAG_SAVE_AS = DRAFT_SAVE_AS = DRAFT_PAGE_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None

# One plugin: plugins/site.py is the table of contents of what it does, in order.
PLUGIN_PATHS = [str(ROOT)]
PLUGINS = ["plugins.plugin"]
