"""What is checked in a translation before anybody reads it: doses, numbers, places, letters, meaning, shape.

Each rule is a function of the English, the text and the locale that yields what it finds. No catalogue is changed here.
"""
