"""A shell with job control, as small as one can be: ``job_shell.py COMMAND ...``.

When the command has stopped, ``f`` has it go on in the foreground and ``b`` in the background; the
shell reads these keys raw, as the line editors of shells do. It leaves the terminal's settings as
the command left them, and says at the end whether they are those it found.
"""

from __future__ import annotations

import os
import signal
import sys
import termios
import tty


def main() -> None:
    """Run the command in a process group of its own until it ends."""
    signal.signal(signal.SIGTTOU, signal.SIG_IGN)  # to be able to take the terminal back
    found = termios.tcgetattr(0)
    job = os.fork()
    if not job:
        os.setpgid(0, 0)
        os.tcsetpgrp(0, os.getpid())
        signal.signal(signal.SIGTTOU, signal.SIG_DFL)
        os.execvp(sys.argv[1], sys.argv[1:])  # noqa: S606
    left, stops = found, 0
    while os.WIFSTOPPED(status := os.waitpid(job, os.WUNTRACED)[1]):
        if os.tcgetpgrp(0) == job:
            os.tcsetpgrp(0, os.getpgrp())
            left = termios.tcgetattr(0)
        stops += 1
        tty.setraw(0, termios.TCSANOW)
        print(f"stop {stops}, {signal.Signals(os.WSTOPSIG(status)).name}\r", flush=True)
        if os.read(0, 1) == b"f":
            termios.tcsetattr(0, termios.TCSANOW, left)
            os.tcsetpgrp(0, job)
        os.killpg(job, signal.SIGCONT)
    os.tcsetpgrp(0, os.getpgrp())
    print("settings as found" if termios.tcgetattr(0) == found else "other settings")
    sys.exit(os.waitstatus_to_exitcode(status))


main()
