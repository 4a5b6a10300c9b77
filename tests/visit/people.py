"""Three people who eat and take pills: one after the menopause, one with child, one who grows."""

from content.model import LifeStage, Sex
from visit.visit import Visit

WOMAN_OF_67 = Visit(sex=Sex.FEMALE, age=67, stage=LifeStage.AFTER_MENOPAUSE)
PREGNANT_AT_30 = Visit(sex=Sex.FEMALE, age=30, stage=LifeStage.PREGNANT)
BOY_OF_15 = Visit(sex=Sex.MALE, age=15)
