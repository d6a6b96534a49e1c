"""``python -m brief_tui``."""

import sys

from brief_tui.cli.main import main

sys.exit(main())
