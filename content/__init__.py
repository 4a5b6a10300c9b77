"""What we teach: sources, model, build, store, rules of plain and safe writing.

Holds the packs (YAML) and everything that turns them into `resources/content.db` and back into the same model.
Imports nothing of the house. No Qt, no ReportLab, no gettext;
pydantic, yaml and sqlite_utils only in `source` and `build`.
"""
