"""Where a person can be, as values, and the way they came. What a place is about stands in `ui.topics`."""

from typing import ClassVar, Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Route:
    """A place in the application; two of a class are the same. `screen` names its module of `ui.screens`."""

    __slots__ = ()
    screen: ClassVar[str] = ""
    is_for_staff: ClassVar[bool] = False

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self)

    def __hash__(self) -> int:
        return hash(type(self))

    def __repr__(self) -> str:
        return f"{type(self).__name__}()"


class ToWelcome(Route):
    """The greeting, where a visit begins and ends."""

    screen: ClassVar[str] = "welcome"


class ToHome(Route):
    """The large tiles."""

    screen: ClassVar[str] = "home"


class ToLanguages(Route):
    """The choice of a language."""

    screen: ClassVar[str] = "languages"


class ToLearn(Route):
    """The list of guides."""

    screen: ClassVar[str] = "learn"


class ToQuizzes(Route):
    """The list of quizzes."""

    screen: ClassVar[str] = "quizzes"


class ToMedicines(Route):
    """The medicines a person takes."""

    screen: ClassVar[str] = "medicines"


class ToFindings(Route):
    """What the medicines mean together, and the day plan."""

    screen: ClassVar[str] = "findings"


class ToAboutMe(Route):
    """Age, sex and what else sets the goals."""

    screen: ClassVar[str] = "about_me"


class ToFood(Route):
    """A week of foods."""

    screen: ClassVar[str] = "food"


class ToStudies(Route):
    """The list of studies."""

    screen: ClassVar[str] = "studies"


class ToReasons(Route):
    """Reasons to ask for a scan."""

    screen: ClassVar[str] = "reasons"


class ToSearch(Route):
    """Search in everything."""

    screen: ClassVar[str] = "search"


class ToHandout(Route):
    """The person's own handout."""

    screen: ClassVar[str] = "handout"


class ToPreview(Route):
    """The handout as it will be printed."""

    screen: ClassVar[str] = "preview"


class ToHelp(Route):
    """How to use this machine."""

    screen: ClassVar[str] = "help"


class ToFinish(Route):
    """The question whether to finish and erase."""

    screen: ClassVar[str] = "finish"


class ToCode(Route):
    """Where a person types the code they were given."""

    screen: ClassVar[str] = "code"


class ToPath(Route):
    """What staff chose for this person."""

    screen: ClassVar[str] = "path"


class ToStaffDoor(Route):
    """The PIN, before anything that is only for staff."""

    screen: ClassVar[str] = "staff_door"


class StaffRoute(Route):
    """A place only staff may be."""

    is_for_staff: ClassVar[bool] = True


class ToStaff(StaffRoute):
    """What staff can do here."""

    screen: ClassVar[str] = "staff"


class ToCompose(StaffRoute):
    """Put together a visit for a patient."""

    screen: ClassVar[str] = "compose"


class ToSettings(StaffRoute):
    """What the clinic decides."""

    screen: ClassVar[str] = "settings"


class ToContent(StaffRoute):
    """Which content is in use, until when, and new content."""

    screen: ClassVar[str] = "content"


class ToScores(StaffRoute):
    """OST and ORAI."""

    screen: ClassVar[str] = "scores"


class ToReport(StaffRoute):
    """What whoever looks after the machine wants to know."""

    screen: ClassVar[str] = "report"


class ToCounts(StaffRoute):
    """How often things were used."""

    screen: ClassVar[str] = "counts"


class History(NamedTuple, Generic[T]):
    """The way a person came, as a value: `here`, the places behind (nearest last) and ahead (nearest first)."""

    here: T
    behind: tuple[T, ...] = ()
    ahead: tuple[T, ...] = ()

    def go(self, to: T) -> "History[T]":
        """Go to a new place; what was ahead is forgotten. Going where one is changes nothing."""
        return self if to == self.here else History(to, (*self.behind, self.here))

    def swap(self, to: T) -> "History[T]":
        """Be elsewhere without leaving a step behind."""
        return self._replace(here=to)

    def back(self) -> "History[T]":
        """Go one step back, where there is one."""
        if not self.behind:
            return self
        return History(self.behind[-1], self.behind[:-1], (self.here, *self.ahead))

    def forward(self) -> "History[T]":
        """Undo one step back, where there is one."""
        if not self.ahead:
            return self
        return History(self.ahead[0], (*self.behind, self.here), self.ahead[1:])


def belongs_to_staff(place: Route) -> bool:
    """Tell whether a place is one of the staff's, or the door to them."""
    return place.is_for_staff or isinstance(place, ToStaffDoor)


def allowed(wanted: History[Route], *, has_staff: bool, is_staff_in: bool) -> History[Route]:
    """Lead to the staff's door who may not go further, and home where there are no staff."""
    if not belongs_to_staff(wanted.here):
        return wanted
    if not has_staff:
        return wanted.swap(ToHome())
    return wanted if is_staff_in or isinstance(wanted.here, ToStaffDoor) else wanted.swap(ToStaffDoor())
