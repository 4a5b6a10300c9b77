"""What a person takes, changed: a medicine is named by its id, one they typed by its name."""

from dataclasses import replace

from visit.elements import DayTime
from visit.visit import OwnMedicine, Taken, Visit


def takes(visit: Visit, medicine: str) -> bool:
    """Tell whether a medicine or kind of medicine is ticked."""
    return any(one.id == medicine for one in visit.medicines)


def take(visit: Visit, medicine: str) -> Visit:
    """Tick a medicine or a kind of medicine, once."""
    if takes(visit, medicine):
        return visit
    return replace(visit, medicines=(*visit.medicines, Taken(medicine)))


def take_own(visit: Visit, name: str) -> Visit:
    """Add a medicine as it was typed, once."""
    if any(own.name == name for own in visit.own_medicines):
        return visit
    return replace(visit, own_medicines=(*visit.own_medicines, OwnMedicine(name)))


def drop(visit: Visit, which: str) -> Visit:
    """Take a medicine away."""
    listed = tuple(one for one in visit.medicines if one.id != which)
    own = tuple(one for one in visit.own_medicines if one.name != which)
    return replace(visit, medicines=listed, own_medicines=own)


def at_times(visit: Visit, which: str, times: tuple[DayTime, ...], as_needed: bool) -> Visit:
    """Say when a medicine is taken, and whether only when needed."""
    listed = tuple(
        replace(one, times=times, as_needed=as_needed) if one.id == which else one for one in visit.medicines
    )
    own = tuple(
        replace(one, times=times, as_needed=as_needed) if one.name == which else one for one in visit.own_medicines
    )
    return replace(visit, medicines=listed, own_medicines=own)
