"""The window while a translator is at work on a language: what was saved is shown, and a touch says which text it is.

Started from the command line only (`--translate`); the application itself never imports it. Speaks English, as the
notes to translators do.
"""
