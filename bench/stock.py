"""brief-tui with the driver that Textual has for terminals, in place of ours."""

from __future__ import annotations

import sys

from textual.drivers.linux_driver import LinuxDriver

import brief_tui.tui.app
from brief_tui.cli.main import main

if __name__ == "__main__":
    setattr(brief_tui.tui.app, "BriefDriver", LinuxDriver)  # noqa: B010, it is not for others
    sys.exit(main())
