"""What the terminal can do, and what is sent to it beside the screen."""
