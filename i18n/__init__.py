"""Words and numbers in a language: catalogues, dose and number formatting, negotiation of the first locale.

Holds the locales (PO files and `locale.toml`) and, in `tools`, what translators run.
A leaf: imports nothing of the house. ui, handouts, visit and commands may use it; content may not.
"""
