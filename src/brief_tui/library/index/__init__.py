"""A library kept in one SQLite file, so that a million items open like ten."""
