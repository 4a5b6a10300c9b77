"""Rules that every text of a pack must keep: plain language, safe doses, honest numbers."""
