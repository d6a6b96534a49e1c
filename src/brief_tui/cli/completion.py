"""``brief-tui completion SHELL``: what a shell needs to complete the program's arguments."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

SHELLS = ("bash", "zsh", "fish")

EXAMPLES = """
brief-tui completion bash >> ~/.bash_completion
brief-tui completion fish > ~/.config/fish/completions/brief-tui.fish
brief-tui completion zsh > ~/.zfunc/_brief-tui
  (with fpath+=~/.zfunc before compinit in ~/.zshrc)
"""

_BASH = """
# The first word is a command or a path; any other is a path.
_brief_tui_file_or_command() {{
  [ "$COMP_CWORD" = 1 ] && compgen -W "{commands}" -- "$1"
  compgen -f -- "$1"
}}
_brief_tui_country() {{
  compgen -W "{countries}" -- "$1"
}}
# Not by compgen -W, which would run what stands in a name.
_brief_tui_filter() {{
  brief-tui filters --names 2>/dev/null | while IFS= read -r name; do
    case $name in "$1"*) printf '%s\\n' "$name";; esac
  done
}}
"""

_ZSH_FILTERS = """
_brief_tui_filter() {
  compadd -- ${(f)"$(brief-tui filters --names 2>/dev/null)"}
}
"""


def configure(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("shell", choices=SHELLS, help="bash, zsh or fish")


def run(options: Namespace) -> int:
    """Print the script."""
    import shtab

    from brief_tui.cli.commands import SUMMARIES
    from brief_tui.cli.output import write
    from brief_tui.model.countries import NAMES

    shell: str = options.shell
    bash = _BASH.format(commands=" ".join(SUMMARIES), countries=" ".join(NAMES))
    preamble = {"bash": bash, "zsh": _ZSH_FILTERS}.get(shell, "")
    script = shtab.complete(whole_parser(shell), shell, preamble=preamble)
    write(_with_paths(script) if shell == "zsh" else script)
    return 0


def whole_parser(shell: str) -> ArgumentParser:
    """Every command's arguments in one parser, with hints for ``shell``, to complete from."""
    from brief_tui.cli.commands import DEFAULT, PROGRAM, SUMMARIES, command

    whole = ArgumentParser(PROGRAM, add_help=True)
    whole.add_argument("--version", action="version")
    command(DEFAULT).configure(whole)
    if shell == "zsh":
        # Its script has room for commands or for paths, not for both; see _with_paths.
        whole._actions[:] = [action for action in whole._actions if action.option_strings]
    _hint(whole, at_first_word=True)
    commands = whole.add_subparsers(metavar="COMMAND")
    for name, summary in SUMMARIES.items():
        parser = commands.add_parser(name, help=summary)
        command(name).configure(parser)
        _hint(parser, at_first_word=False)
    return whole


def _hint(parser: ArgumentParser, *, at_first_word: bool) -> None:
    """Tell how each argument of ``parser`` is completed."""
    import shtab

    from brief_tui.model.countries import NAMES
    from brief_tui.model.section import Section

    for action in parser._actions:
        if action.dest == "paths":
            paths = dict(shtab.FILE)
            if at_first_word:
                paths["bash"] = "_brief_tui_file_or_command"
            action.complete = paths  # type: ignore[attr-defined]
        elif action.dest == "country":
            action.complete = {  # type: ignore[attr-defined]
                "bash": "_brief_tui_country",
                "zsh": f"({' '.join(NAMES)})",
                "fish": " ".join(NAMES),
            }
        elif action.dest == "filter":
            action.complete = {  # type: ignore[attr-defined]
                "bash": "_brief_tui_filter",
                "zsh": "_brief_tui_filter",
                "fish": "(brief-tui filters --names)",
            }
        elif action.dest == "section":
            action.choices = [section.key for section in Section]


def _with_paths(script: str) -> str:
    """Let a first word in zsh be a path too, and what follows it be the default command's."""
    script = script.replace(
        "  _describe 'brief-tui commands' _commands\n",
        "  _describe 'brief-tui commands' _commands\n  _files\n",
    )
    return script.replace(
        "      esac\n  esac\n",
        "        *) _arguments -C -s $_shtab_brief_tui_open_options ;;\n      esac\n  esac\n",
    )
