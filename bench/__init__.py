"""Figures of speed and memory, printed by ``make bench``. Nothing here is asserted in a test."""
