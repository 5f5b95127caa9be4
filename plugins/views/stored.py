"""A template and the view of its page → HTML, made once: the same view, theme and settings give the same page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, Template

from plugins.cache.digests import Digests
from plugins.cache.store import Store, key_of
from plugins.diagnostics import Diagnostic
from plugins.views.around import NotShown
from plugins.views.theme import Theme, is_known

# What a page is given besides its view and the settings that its templates name.
_PLACE = frozenset(("output_file",))
# The template of a page, and all that Pelican gives to it → its view.
ViewOf = Callable[[str, Mapping[str, Any]], Mapping[str, Any]]


class KeptPages:
    """The pages of one build.

    Args:
        view_of: finds the view of a page, by the names under which its template knows each part of it.
        digests: of views.
        store: what earlier builds left.
    """

    def __init__(self, view_of: ViewOf, digests: Digests, store: Store) -> None:
        self._view_of, self._digests, self._store, self._names = view_of, digests, store, Store(None)
        self._theme: Theme | None = None
        self._known: dict[Environment, bool] = {}
        # By name, the last value that was shown under it, and its digest: most pages show the same menus and the same site.
        self._shown: dict[str, tuple[object, str]] = {}

    def take(self, env: Environment) -> None:
        """The templates of an environment of Pelican write pages through here."""
        if self._theme is None:
            self._theme, compiled = Theme(env), getattr(env.bytecode_cache, "directory", None)
            if compiled:  # what templates name is known as long as they need not be compiled again
                self._names = Store(Path(compiled) / "names" / "all")
        self._theme.is_read_by(env)
        pages, theme = self, self._theme

        class Kept(Template):
            """A template whose pages are kept."""

            def render(self, *given: Any, **named: Any) -> str:
                """The page that these values make, and `super().render` makes of those that count."""
                return pages.html(self, super().render, theme, dict(*given, **named))

        env.template_class = Kept

    def html(self, template: Template, render: Callable[..., str], theme: Theme, given: Mapping[str, Any]) -> str:
        """One page; its template may ask for more than its view, as those of another theme may: then Pelican's rules are kept.

        Args:
            template: of the page.
            render: makes it of a context.
            theme: where it stands.
            given: all that Pelican gives.
        """
        view = self._view_of(str(template.name), given)
        asked = theme.reads(str(template.name), template.environment, self._names)
        context = {name: given[name] for name in asked if name in given and (name.isupper() or name in _PLACE)} | dict(view)
        if not asked or any(name in given and name not in context for name in asked):
            return render({**view, **given})
        key = self._key(template, theme, context)
        kept = self._store.get(key, str) if key else None
        if kept is None:
            try:
                kept = render(context)
            except NotShown:
                return render({**view, **given})
            if key:
                self._store.put(key, kept)
        return kept

    def close(self) -> list[Diagnostic]:
        """Every page was written; what could not be kept is told."""
        return [*self._names.close(), *self._store.close()]

    def _key(self, template: Template, theme: Theme, context: Mapping[str, Any]) -> bytes:
        """Empty when something of the page is not known well enough to be found again."""
        env = template.environment
        if env not in self._known:
            self._known[env] = is_known(env)
        try:
            if not self._known[env]:
                return b""
            parts = {name: value if isinstance(value, str) else self._digest(name, value) for name, value in context.items()}
            return key_of(str(template.name), theme.key, self._digests.of(parts))
        except (TypeError, ValueError):
            return b""

    def _digest(self, name: str, value: object) -> str:
        """That of a value under its name; of a setting, which anybody may change, it is worked out for each page."""
        last = self._shown.get(name)
        if last is None or last[0] is not value or name.isupper():
            last = self._shown[name] = (value, self._digests.of(value))
        return last[1]
