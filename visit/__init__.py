"""One person's visit, in memory: answers, medicines, foods -> findings -> the plan of their handout. Pure.

Holds the safety rules every page passes (`Cleared`), the plan with its reasons, and the words
of a plan in one language. May import content and i18n. No Qt, no ReportLab, no files, no clock.
"""
