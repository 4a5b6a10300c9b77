"""Parts that two or more screens use. They know elements and words, never a visit or a library."""
