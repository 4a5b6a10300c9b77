"""New content by USB stick or folder, signed with The Update Framework: nothing is taken that was not signed.

`repository` is the publisher's side, `pack` the clinic's: it verifies and stages; `shelf` keeps the store in use and
the one before; `difference` counts what changed. A leaf like `clinic`; `tuf` is imported when a pack is looked at.
"""
