"""A plan on paper: sheet + layout -> PDF bytes, tagged and shaped in any of our languages.

Holds the text layer (bidi, line breaking, HarfBuzz), the tag layer (PDF/UA, PDF/A) and the pages.
The only place for ReportLab. May import visit, content and i18n. No Qt.
"""
