"""What the clinic decides: one row for each setting, with its meaning; what cannot be used is refused in words."""

from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QLineEdit, QWidget

from clinic.settings import Setting, Settings, Value, declared, managed_names, problem_of, read, write
from i18n.language import Language
from ui.desk import Desk
from ui.override import override
from ui.routes import Route
from ui.setting_words import setting_words, value_words
from ui.staff_screen import StaffScreen
from ui.widgets.choice import OneOf
from ui.widgets.field import Field
from ui.widgets.spaces import Space, column, frame
from ui.widgets.words import Words
from ui.wishes import Tell

_LANGUAGES: Final = ("locale", "clinic_locale")


class SettingsScreen(StaffScreen):
    """Each change is written at once; a row the fleet decides cannot be changed here."""

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__(desk, language)
        self._rows = self.area()
        self.column.addStretch(1)

    @override
    def retranslate(self) -> None:
        _ = self.language.gettext
        self.open_with(_("Settings"), _("Each change is kept at once. It holds from the next visit."))

    @override
    def show_route(self, route: Route) -> None:
        self._rows.clear()
        room = self.room
        settings, _problems = read(room.settings_file, room.managed)
        fixed = managed_names(room.managed)
        for setting in declared():
            self._rows.column.addWidget(self._row(setting, getattr(settings, setting.name), setting.name in fixed))

    def _row(self, setting: Setting, value: object, is_fixed: bool) -> QWidget:
        box = frame("card")
        inside = column(box, space=Space.SNUG, margin=Space.STEP)
        said = Words("lead")
        meaning = setting_words(self.language)[setting.name]
        if choices := self._choices(setting):
            part = self._choice(setting.name, choices, value, meaning, said)
        else:
            inside.addWidget(Words("part", meaning))
            part = self._field(setting, value, meaning, said)
        part.setEnabled(not is_fixed)
        if is_fixed:
            said.setText(self.gettext("Decided for all machines of your clinic; it cannot be changed here."))
        said.setVisible(bool(said.text()))
        inside.addWidget(part)
        inside.addWidget(said)
        return box

    def _choices(self, setting: Setting) -> tuple[Value, ...]:
        if setting.name in _LANGUAGES:
            return tuple(info.code for info in self.desk.offered)
        return (True, False) if isinstance(setting.default, bool) else setting.rule.choices

    def _choice(self, name: str, choices: tuple[Value, ...], value: object, meaning: str, said: Words) -> QWidget:
        part = OneOf(choices)
        words = dict(value_words(self.language)) | {info.code: info.own_name for info in self.desk.offered}
        part.say(meaning, {one: self.language.number(one) if type(one) is int else words[one] for one in choices})
        part.show_value(value)
        part.chosen.connect(partial(self._keep, name, said))
        return part

    def _field(self, setting: Setting, value: object, meaning: str, said: Words) -> QWidget:
        part = Field("settings", most=200)
        part.speak(self.language, meaning)
        part.edit.setPlaceholderText("")  # it stands above
        part.edit.setText(str(value))
        part.edit.editingFinished.connect(partial(self._keep_typed, setting, part.edit, said))
        return part

    def _keep_typed(self, setting: Setting, edit: QLineEdit, said: Words) -> None:
        typed: object = edit.text().strip()
        if isinstance(setting.default, int):
            typed = int(str(typed)) if str(typed).isdecimal() and str(typed).isascii() else typed
        self._keep(setting.name, said, typed)

    def _keep(self, name: str, said: Words, value: object) -> None:
        said.setText(self._refusal(name, value))
        if not said.text():
            now, _problems = read(self.room.settings_file)
            chosen: dict[str, Any] = {name: value}
            self._write(now._replace(**chosen))
        said.setVisible(bool(said.text()))

    def _refusal(self, name: str, value: object) -> str:
        setting = next(one for one in declared() if one.name == name)
        if problem_of(setting, value) is None:
            return ""
        if setting.rule.high:
            low, high = map(self.language.number, (setting.rule.low, setting.rule.high))
            return self.gettext("Use a whole number from {low} to {high}.").format(low=low, high=high)
        if name == "closing_time":
            return self.gettext("Write a time of the day as HH:MM, such as 18:00.")
        return self.gettext("Use one line of at most 200 signs.")

    def _write(self, settings: Settings) -> None:
        try:
            write(settings, self.room.settings_file)
        except OSError:
            self.wished.emit(Tell(self.tell_no_room()))


SCREEN = SettingsScreen
