"""What translators and maintainers run: extract, merge, check, count, make pseudo-locales, remake the fonts.

Takes content strings as values from its caller, so it stays a leaf. The application never imports it to run.
"""
