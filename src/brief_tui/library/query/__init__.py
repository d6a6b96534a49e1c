"""The query language: what is written, what it means, and whether something fulfils it."""
