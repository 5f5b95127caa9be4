"""HTML typed in a test → a body, as those who take bodies are given it."""

from plugins.markup.body import Body
from plugins.markup.guard import sanitize
from plugins.markup.reading import read


def guarded(html: str) -> Body:
    return read(sanitize(html))
