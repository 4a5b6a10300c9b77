"""What `python main.py WORD …` does without a window: handout, batch, content, locale, doctor.

One module a command; words errors in one plain sentence with the cure; exit status 2 for bad input, 1 for a failure.
May import handouts, visit, content and i18n. No Qt.
"""
