"""Model and analysis as text: for the terminal, for a pipe, for files."""
