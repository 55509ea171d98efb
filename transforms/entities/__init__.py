"""Names across documents: one person, organization, place or group for many spellings."""
