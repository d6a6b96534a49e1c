"""YAML text to the model, or to a list of problems, each with file, line and column."""
