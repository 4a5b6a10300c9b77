"""A locale while a translator is at work on it: its catalogues as they are on the disk now, each text with a mark.

Imports nothing of the house but `i18n`. No Qt.
"""
