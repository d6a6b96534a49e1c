"""A library that changes while it is read."""
