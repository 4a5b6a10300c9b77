"""Walking the tree of a file's tags: elements, what they hold, their roles and attributes."""

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Object


def every(kid: Object, parent: Object) -> Iterator[tuple[Object, Object]]:
    """Give every element with its parent, in reading order."""
    if isinstance(kid, Array):
        for each in kid:
            yield from every(each, parent)
    elif isinstance(kid, Dictionary) and "/S" in kid:
        yield kid, parent
        if "/K" in kid:
            yield from every(kid.K, kid)


def kids(element: Object) -> list[Object]:
    found = element.get("/K", [])
    return list(found) if isinstance(found, Array) else [found]


def role_of(element: Object) -> str:
    return str(element.get("/S", ""))[1:] if isinstance(element, Dictionary) else ""


def attribute(element: Object, name: str) -> Object | None:
    given = element.get("/A", [])
    for each in given if isinstance(given, Array) else [given]:
        if name in each:
            return each[name]
    return None
