"""A Jinja environment → its templates, read once: one digest of them all, and the names that each may ask of its page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from jinja2 import BaseLoader, Environment, FunctionLoader, TemplateSyntaxError, meta, nodes

from plugins.cache.store import Store, key_of

# Whose filters, tests and globals change with our code, or with the version of a library.
_KNOWN = frozenset(("jinja2", "markupsafe", "plugins", "pelican", "builtins", "_operator"))
_OF_OTHERS, _OF_PELICAN = "pelican.plugins.", "pelican.plugins._utils"
_LEADING: tuple[type[nodes.Node], ...] = (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)
# The same templates under a second name, which Pelican gives them.
_TWICE = "!"


class Theme:
    """The templates of one build, as they stand when it begins: whoever edits them meanwhile changes the next one.

    Attributes:
        key: changes with any of them, and with how they are read.

    Args:
        env: any of Pelican's environments, which all have the same templates.
    """

    def __init__(self, env: Environment) -> None:
        loader, names = _loader(env), [name for name in env.list_templates() if not name.startswith(_TWICE)]
        self._sources = {name: loader.get_source(env, name)[:2] for name in names}
        self._reads: Mapping[str, list[str]] | None = None
        called: Mapping[str, object] = env.tests
        bound = [(name, one.args, sorted(one.keywords.items())) for name, one in called.items() if isinstance(one, partial)]
        options = (env.trim_blocks, env.lstrip_blocks, env.autoescape, sorted(env.extensions), bound)
        self.key = key_of(repr(options), *(text for name, (source, _) in self._sources.items() for text in (name, source)))

    def is_read_by(self, env: Environment) -> None:
        """From now on an environment finds these templates; what it has beside them, where it found it before."""
        before = _loader(env)

        def found(name: str) -> Any:
            source, path = self._sources.get(name) or before.get_source(env, name)[:2]
            return source, path, lambda: True

        env.loader = FunctionLoader(found)

    def reads(self, name: str, env: Environment, store: Store) -> list[str]:
        """The names that a template, and all that it extends, includes or imports, may ask of its page; none of an unknown one.

        Args:
            name: of the template, such as `acteur.html`.
            env: parses them.
            store: keeps the names of a theme that did not change.
        """
        key = key_of("names", self.key)
        if self._reads is None:
            self._reads = store.get(key, dict)
        if self._reads is None:
            self._reads = dict(_asked({name: source for name, (source, _) in self._sources.items()}, env))
            store.put(key, self._reads)
        return self._reads.get(name, [])


def is_known(env: Environment) -> bool:
    """Whether all that templates can call is Jinja's, Pelican's or ours: what others wrote may say another thing each time."""
    return all(_home(one) for called in (env.filters, env.tests, env.globals) for one in called.values())


def _home(called: object) -> bool:
    inside = called.func if isinstance(called, partial) else called
    home = str(getattr(inside, "__module__", None))
    return home.partition(".")[0] in _KNOWN and (home == _OF_PELICAN or not home.startswith(_OF_OTHERS))


def _loader(env: Environment) -> BaseLoader:
    if env.loader is None:
        message = "an environment of Pelican has a loader"
        raise TypeError(message)
    return env.loader


def _asked(sources: Mapping[str, str], env: Environment) -> Iterator[tuple[str, list[str]]]:
    """(template, names), those of the templates that it leads to included."""
    own, leads = dict[str, set[str]](), dict[str, set[str]]()
    for name, source in sources.items():
        try:
            read = env.parse(source)
        except TemplateSyntaxError:  # told when a page needs it
            own[name], leads[name] = set(), set()
            continue
        own[name] = meta.find_undeclared_variables(read)
        named = [node for kind in _LEADING for node in read.find_all(kind)]
        leads[name] = {other for node in named for other in _led(getattr(node, "template"), sources)}  # noqa: B009 — no type of Jinja's says that they all have one
    for name in sources:
        reached, todo = set[str](), [name]
        while todo:
            one = todo.pop()
            if one not in reached:
                reached.add(one)
                todo += leads[one]
        yield name, sorted(set().union(*(own[one] for one in reached)))


def _led(template: nodes.Expr, sources: Mapping[str, str]) -> Iterator[str]:
    """What an `include` may name: a name, one of several, all that begin with what is written; else anything."""
    if isinstance(template, nodes.Const):
        given = template.value if isinstance(template.value, (list, tuple)) else [template.value]
        yield from (name for name in given if name in sources)
    elif isinstance(template, (nodes.List, nodes.Tuple)):
        for item in template.items:
            yield from _led(item, sources)
    else:
        first = template.nodes[0] if isinstance(template, nodes.Concat) else None
        begin = str(first.value) if isinstance(first, nodes.Const) else ""
        yield from (name for name in sources if name.startswith(begin))
