"""Two small catalogues, and how an editor saves them."""

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
UI = (
    '#: ui/screens/home.py\nmsgid "Home"\nmsgstr "Inicio"\n\n'
    '#: ui/screens/home.py\nmsgid "{n} page"\nmsgid_plural "{n} pages"\nmsgstr[0] "{n} hoja"\nmsgstr[1] "{n} hojas"\n'
)
GUIDES = (
    '#. Short, please.\n#: guide.x\nmsgctxt "guide.x:title"\nmsgid "Bones"\nmsgstr "Huesos"\n\n'
    '#: guide.x\n#, fuzzy\n#| msgid "Take [[45 mg]]."\nmsgctxt "guide.x:main_message/0"\nmsgid "Take [[90 mg]]."\n'
    'msgstr "Tome [[45 mg]]."\n\n#: guide.y\nmsgctxt "guide.y:title"\nmsgid "Falls"\nmsgstr ""\n'
)


def save(file, entries):
    """Save as editors do: beside, then renamed."""
    beside = file.with_name("~")
    beside.write_text(f"{HEAD}\n{entries}", "utf-8")
    beside.replace(file)
