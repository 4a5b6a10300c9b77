"""The Internet Printing Protocol, as much of it as a handout needs: bytes out, attributes back.

Source: RFC 8010 (encoding), RFC 8011 (operations). The PDF itself is sent, never a picture of it and never a file.
"""

import socket
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import Final, TypeAlias, Union

Value: TypeAlias = Union[int, bool, str, bytes, "Collection"]


class Operation(IntEnum):
    """What a printer is asked to do."""

    PRINT_JOB = 0x0002
    CANCEL_JOB = 0x0008
    GET_JOB_ATTRIBUTES = 0x0009
    GET_JOBS = 0x000A
    GET_PRINTER_ATTRIBUTES = 0x000B
    CUPS_GET_DEFAULT = 0x4001


class Tag(IntEnum):
    """Groups and kinds of value, by their numbers on the wire."""

    OPERATION = 0x01
    JOB = 0x02
    END = 0x03
    INTEGER = 0x21
    BOOLEAN = 0x22
    ENUM = 0x23
    BEGIN_COLLECTION = 0x34
    END_COLLECTION = 0x37
    NAME = 0x42
    KEYWORD = 0x44
    URI = 0x45
    CHARSET = 0x47
    LANGUAGE = 0x48
    MIME = 0x49
    MEMBER = 0x4A


@dataclass(frozen=True, slots=True)
class Attribute:
    """One named value to send."""

    tag: Tag
    name: str
    value: Value


@dataclass(frozen=True, slots=True)
class Collection:
    """A value made of named values, such as the size of a sheet."""

    members: tuple[Attribute, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a printer said: status (below 0x100 is success) and each group's attributes, in order."""

    status: int
    groups: tuple[dict[str, tuple[Value, ...]], ...]

    @property
    def is_success(self) -> bool:
        """Tell whether the printer did what was asked."""
        return self.status < 0x100

    def first(self, name: str) -> Value | None:
        """Give the first value of an attribute in any group."""
        return next((group[name][0] for group in self.groups if group.get(name)), None)

    def every(self, name: str) -> tuple[Value, ...]:
        """Give all values of an attribute in the first group that has it."""
        return next((group[name] for group in self.groups if name in group), ())


class PrintServiceAbsent(OSError):
    """Nothing answers at the print service's address."""


class NotIpp(ValueError):
    """What came back is not an answer in this protocol."""


def _field(tag: int, name: str, value: bytes) -> bytes:
    label = name.encode()
    return struct.pack(">BH", tag, len(label)) + label + struct.pack(">H", len(value)) + value


def _encoded(attribute: Attribute) -> bytes:
    match attribute.value:
        case Collection(members):
            inside = b"".join(
                _field(Tag.MEMBER, "", member.name.encode()) + _encoded(Attribute(member.tag, "", member.value))
                for member in members
            )
            start = _field(Tag.BEGIN_COLLECTION, attribute.name, b"")
            return start + inside + _field(Tag.END_COLLECTION, "", b"")
        case bool(value):
            return _field(attribute.tag, attribute.name, bytes([value]))
        case int(value):
            return _field(attribute.tag, attribute.name, struct.pack(">i", value))
        case bytes(value):
            return _field(attribute.tag, attribute.name, value)
        case str(value):
            return _field(attribute.tag, attribute.name, value.encode())


def request(operation: Operation, about: Sequence[Attribute], job: Sequence[Attribute] = ()) -> bytes:
    """Write a request: operation attributes, then the job's, without the document."""
    opening = (
        Attribute(Tag.CHARSET, "attributes-charset", "utf-8"),
        Attribute(Tag.LANGUAGE, "attributes-natural-language", "en"),
    )
    parts = [struct.pack(">HHI", 0x0200, operation, 1), bytes([Tag.OPERATION])]
    parts += [_encoded(attribute) for attribute in (*opening, *about)]
    if job:
        parts += [bytes([Tag.JOB]), *(_encoded(attribute) for attribute in job)]
    return b"".join([*parts, bytes([Tag.END])])


_FIRST_VALUE_TAG: Final = 0x10


def _fields(data: bytes) -> Iterator[tuple[int, str, bytes]]:
    place = 8
    while place < len(data) and data[place] != Tag.END:
        tag = data[place]
        place += 1
        if tag < _FIRST_VALUE_TAG:
            yield tag, "", b""
            continue
        name_size = struct.unpack_from(">H", data, place)[0]
        name = data[place + 2 : place + 2 + name_size].decode()
        place += 2 + name_size
        value_size = struct.unpack_from(">H", data, place)[0]
        yield tag, name, data[place + 2 : place + 2 + value_size]
        place += 2 + value_size


def _value(tag: int, raw: bytes) -> Value:
    match tag:
        case Tag.INTEGER | Tag.ENUM:
            number: int = struct.unpack(">i", raw)[0]
            return number
        case Tag.BOOLEAN:
            return raw != b"\0"
        case _ if tag >= Tag.NAME - 1:
            return raw.decode(errors="replace")
        case _:
            return raw


def answer(data: bytes) -> Answer:
    """Read what a printer said. Raises: NotIpp."""
    groups: list[dict[str, tuple[Value, ...]]] = []
    current, depth = "", 0
    try:
        status = struct.unpack_from(">H", data, 2)[0]
        for tag, name, raw in _fields(data):
            if tag < _FIRST_VALUE_TAG:
                groups.append({})
                continue
            depth += (tag == Tag.BEGIN_COLLECTION) - (tag == Tag.END_COLLECTION)
            if depth or tag == Tag.END_COLLECTION:
                continue  # nothing we read stands inside a collection
            current = name or current
            groups[-1][current] = (*groups[-1].get(current, ()), _value(tag, raw))
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise NotIpp(f"{len(data)} bytes") from error
    return Answer(status, tuple(groups))


@dataclass(frozen=True, slots=True)
class Service:
    """Where the print service listens: a socket, or a host and port. `timeout` in seconds."""

    host: str = "localhost"
    port: int = 631
    socket_path: Path | None = None
    timeout: float = 10

    def ask(self, path: str, message: bytes, document: bytes = b"") -> Answer:
        """Send a request and give the answer. Raises: PrintServiceAbsent, NotIpp."""
        from http.client import HTTPConnection, HTTPException  # noqa: PLC0415  60 ms that the first paint need not pay

        connection = HTTPConnection(self.host, self.port, timeout=self.timeout)
        try:
            if self.socket_path:
                connection.sock = self._door(self.socket_path)
            connection.request("POST", path, message + document, {"Content-Type": "application/ipp"})
            return answer(connection.getresponse().read())
        except (OSError, HTTPException) as error:
            raise PrintServiceAbsent(str(error)) from error
        finally:
            connection.close()

    def _door(self, path: Path) -> socket.socket:
        """Open the print service's own socket."""
        door = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        door.settimeout(self.timeout)
        try:
            door.connect(str(path))
        except OSError:
            door.close()
            raise
        return door
