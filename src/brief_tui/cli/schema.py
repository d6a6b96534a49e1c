"""``brief-tui schema``: the JSON Schema of the YAML."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

EXAMPLES = """
brief-tui schema > briefing.schema.json
"""


def configure(parser: ArgumentParser) -> None:
    """Add the command's arguments, of which it has none."""
    parser.epilog = (
        f"{parser.epilog}\n\nThen put this line at the top of a briefing, for editors with a\n"
        "YAML language server:\n  # yaml-language-server: $schema=briefing.schema.json"
    )


def run(options: Namespace) -> int:
    """Print the schema."""
    from brief_tui.cli.output import write_json
    from brief_tui.load.schema import json_schema

    write_json(json_schema())
    return 0
