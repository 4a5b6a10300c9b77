"""Screens: the journey of a person at a kiosk and of the staff beside them. The only place for Qt.

Holds the window, the routes between screens, the screens (which never import each other) and the widgets they share.
May import handouts, visit, content and i18n.
"""
