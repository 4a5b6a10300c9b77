"""The names of kitchens and kinds of food; the content knows them by short English keys."""

from i18n.language import Language


def kitchens(language: Language) -> dict[str, str]:
    """Name the kitchens foods are grouped by."""
    _ = language.gettext
    return {
        "african": _("African"), "andean": _("Andean"), "asian": _("Asian"), "balkan": _("Balkan"),
        "baltic": _("Baltic"), "british": _("British"), "caribbean": _("Caribbean"),
        "central european": _("Central European"), "chinese": _("Chinese"), "dutch": _("Dutch"),
        "east asian": _("East Asian"), "east european": _("East European"), "egyptian": _("Egyptian"),
        "ethiopian": _("Ethiopian"), "filipino": _("Filipino"), "french": _("French"), "general": _("Everywhere"),
        "german": _("German"), "indonesian": _("Indonesian"), "italian": _("Italian"), "japanese": _("Japanese"),
        "jewish": _("Jewish"), "korean": _("Korean"), "latin american": _("Latin American"),
        "mediterranean": _("Mediterranean"), "mexican": _("Mexican"), "middle eastern": _("Middle Eastern"),
        "nordic": _("Nordic"), "pacific": _("Pacific Islands"), "plant-based": _("Plant-based"),
        "salvadoran": _("Salvadoran"), "south asian": _("South Asian"), "southeast asian": _("Southeast Asian"),
        "southern us": _("Southern US"), "turkish": _("Turkish"),
    }  # fmt: skip


def shelves(language: Language) -> dict[str, str]:
    """Name the kinds of food."""
    _ = language.gettext
    return {
        "dairy": _("Milk and cheese"), "dish": _("Dishes"), "drink": _("Drinks"), "egg": _("Eggs"), "fish": _("Fish"),
        "fish oil": _("Fish oil"), "fortified drink": _("Drinks with added nutrients"),
        "fortified grain": _("Cereals with added nutrients"), "fruit": _("Fruit"), "grain": _("Bread and grains"),
        "greens": _("Leafy greens"), "herb": _("Herbs"), "legume": _("Beans and lentils"), "meat": _("Meat"),
        "mushroom": _("Mushrooms"), "nuts": _("Nuts"), "oil": _("Oils"), "other": _("Other foods"),
        "sea vegetable": _("Seaweed"), "seeds": _("Seeds"), "shellfish": _("Shellfish"), "soy": _("Soy foods"),
        "sweetener": _("Sweet things"), "vegetable": _("Vegetables"),
    }  # fmt: skip
