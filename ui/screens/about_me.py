"""About me: what sets the goals. Everything may be left open."""

from dataclasses import replace

from content.model import LifeStage, Sex
from i18n.language import Language
from ui.desk import Desk
from ui.override import override
from ui.page_screen import PageScreen
from ui.routes import Route, ToFood
from ui.topics import ToNutrients, ToPills
from ui.widgets.button import ActionButton
from ui.widgets.choice import OneOf
from ui.widgets.spaces import Space, column, frame
from visit.pages.nutrition import authority_words
from visit.visit import Authority, Kidney

_AGES = (None, 20, 35, 55, 65, 75)


class AboutMeScreen(PageScreen):
    """Age, sex, stage of life, kidneys, and whose goals to use."""

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__(desk, language)
        box = frame("card")
        inside = column(box, space=Space.WIDE, margin=Space.WIDE)
        self._sex = OneOf((Sex.FEMALE, Sex.MALE, None))
        self._age = OneOf(_AGES)
        self._stage = OneOf(tuple(LifeStage))
        self._kidney = OneOf(tuple(Kidney))
        self._authority = OneOf(tuple(Authority))
        for choice, act in (
            (self._sex, self._set_sex), (self._age, self._set_age),
            (self._stage, self._set_stage), (self._kidney, self._set_kidney),
            (self._authority, self._set_authority),
        ):  # fmt: skip
            choice.chosen.connect(act)
            inside.addWidget(choice)
        self.column.addWidget(box)
        self._food, self._nutrients = ActionButton("food", "main"), ActionButton("nutrient")
        self._pills = ActionButton("pill")
        self.ways((self._food, ToFood()), (self._nutrients, ToNutrients()), (self._pills, ToPills()))
        self.column.addStretch(1)

    @override
    def retranslate(self) -> None:
        _ = self.language.gettext
        self.open_with(_("About me"), _("This sets your goals. You may leave any of it open. Nothing is kept."))
        sexes = {Sex.FEMALE: _("Woman"), Sex.MALE: _("Man"), None: _("I would rather not say")}
        self._sex.say(_("I am a"), sexes)
        span = self.language.range_pattern
        ages = {
            None: _("I would rather not say"),
            20: span.format(low=self.language.number(19), high=self.language.number(30)),
            35: span.format(low=self.language.number(31), high=self.language.number(50)),
            55: span.format(low=self.language.number(51), high=self.language.number(60)),
            65: span.format(low=self.language.number(61), high=self.language.number(70)),
            75: _("{n} or older").format(n=self.language.number(71)),
        }
        self._age.say(_("My age in years"), ages)
        stages = {
            LifeStage.NONE: _("None of these"),
            LifeStage.PREGNANT: _("Pregnant"),
            LifeStage.BREASTFEEDING: _("Breastfeeding"),
            LifeStage.AFTER_MENOPAUSE: _("After menopause"),
        }
        self._stage.say(_("Stage of life"), stages)
        kidneys = {Kidney.YES: _("Yes"), Kidney.NO: _("No"), Kidney.UNSURE: _("I do not know")}
        self._kidney.say(_("Do you have kidney disease?"), kidneys)
        self._authority.say(_("Goals to use"), authority_words(self.language))
        self._pills.say(_("My vitamins and minerals"))
        self._food.say(_("What I eat"))
        self._nutrients.say(_("What I need"))

    @override
    def show_route(self, route: Route) -> None:
        visit = self.visit
        self._sex.show_value(visit.sex)
        self._age.show_value(visit.age)
        self._stage.show_value(visit.stage)
        self._kidney.show_value(visit.kidney)
        self._authority.show_value(visit.authority)
        self._stage.setVisible(visit.sex is not Sex.MALE)

    def _set_sex(self, sex: Sex | None) -> None:
        stage = LifeStage.NONE if sex is Sex.MALE else self.visit.stage
        self.state.replace(replace(self.visit, sex=sex, stage=stage))
        self._stage.show_value(stage)
        self._stage.setVisible(sex is not Sex.MALE)

    def _set_age(self, age: int | None) -> None:
        self.state.replace(replace(self.visit, age=age))

    def _set_stage(self, stage: LifeStage) -> None:
        self.state.replace(replace(self.visit, stage=stage))

    def _set_kidney(self, kidney: Kidney) -> None:
        self.state.replace(replace(self.visit, kidney=kidney))

    def _set_authority(self, authority: Authority) -> None:
        self.state.replace(replace(self.visit, authority=authority))


SCREEN = AboutMeScreen
