"""Commands and their arguments; each command's code is imported when it runs."""
