"""From a checkout to a clinic's machine: the man page, the folder without Python, the Debian package, kiosk files.

`python -m deploy` builds all and starts what it built. May import `commands`; nothing imports this.
"""
