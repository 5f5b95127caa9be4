"""Fields of a class → a dataclass as the standard library's, of which the frozen ones are made in a third of the time: a run makes 300.

For each frozen class the standard library compiles six functions (since Python 3.13, one text that holds them all). Here the
one that differs from class to class is compiled, `__init__`; the others are the same for all.
"""

from __future__ import annotations

import dataclasses
from operator import attrgetter
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # noqa: PLC0414 — it is taken from here
else:

    def dataclass(cls: type | None = None, /, *, frozen: bool = False, **options: bool) -> Any:
        """As `dataclasses.dataclass`; with another option than `frozen`, it is that one."""

        def made(cls: type) -> type:
            return _frozen(cls) if frozen and not options else dataclasses.dataclass(frozen=frozen, **options)(cls)

        return made if cls is None else made(cls)


_ABSENT = object()


def _frozen(cls: Any) -> type:
    own = set(vars(cls))
    if cls.__hash__ is None and "__eq__" in own:
        own.discard("__hash__")  # Python's own doing
    # With nothing to compile: the fields are found, as those of a class that this one extends.
    dataclasses.dataclass(init=False, repr=False, eq=False)(cls)
    found = dataclasses.fields(cls)
    compared = _values_of([one.name for one in found if one.compare])
    hashed = _values_of([one.name for one in found if (one.compare if one.hash is None else one.hash)])

    def equal(self: Any, other: object) -> Any:
        return compared(self) == compared(other) if other.__class__ is self.__class__ else NotImplemented

    def digest(self: Any) -> int:
        return hash(hashed(self))

    methods = {
        "__init__": _init(cls, found),
        "__eq__": equal,
        "__hash__": digest,
        "__repr__": _repr,
        "__setattr__": _refused,
        "__delattr__": _refused,
    }
    for name, method in methods.items():
        if name not in own:
            setattr(cls, name, method)
    made: type = cls
    return made


def _values_of(names: list[str]) -> Any:
    """A function: an instance → the tuple of these fields."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda one: tuple(getattr(one, name) for name in names)


def _init(cls: type, found: tuple[dataclasses.Field[Any], ...]) -> Any:
    known: dict[str, Any] = {"_set": object.__setattr__, "_ABSENT": _ABSENT}
    arguments, body = ["self"], []
    for one in found:
        name, default, made = one.name, f"_default_{one.name}", f"_make_{one.name}"
        if one.default_factory is not dataclasses.MISSING:
            known[made] = one.default_factory
            arguments += [f"{name}=_ABSENT"] if one.init else []
            value = f"{made}() if {name} is _ABSENT else {name}" if one.init else f"{made}()"
        elif one.init and one.default is not dataclasses.MISSING:
            known[default] = one.default
            arguments.append(f"{name}={default}")
            value = name
        elif one.init:
            arguments.append(name)
            value = name
        else:
            continue
        body.append(f" _set(self, {name!r}, {value})")
    exec(f"def __init__({', '.join(arguments)}):\n" + ("\n".join(body) or " pass"), known)  # noqa: S102 — of names of fields alone
    init = known.pop("__init__")
    init.__qualname__, init.__module__ = f"{cls.__qualname__}.__init__", cls.__module__
    init.__annotations__ = {one.name: one.type for one in found if one.init} | {"return": None}
    return init


@recursive_repr()
def _repr(self: Any) -> str:
    told = (f"{one.name}={getattr(self, one.name)!r}" for one in dataclasses.fields(self) if one.repr)
    return f"{self.__class__.__qualname__}({', '.join(told)})"


def _refused(_: Any, name: str, *__: object) -> None:
    message = f"cannot assign to field {name!r}"
    raise dataclasses.FrozenInstanceError(message)
