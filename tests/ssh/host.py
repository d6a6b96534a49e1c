"""Makes a host of docs/ssh.md: the files of the recipe, the program, briefings, and an sshd.

As root it is the recipe to the letter, account and paths included, in a file system of its own
that is gone with it. As anybody else, the account is that of whoever runs the tests and the paths
begin in a folder; nothing more is changed.
"""

from __future__ import annotations

import grp
import os
import pwd
import shlex
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.ssh.installed import install, reachable
from tests.ssh.recipe import (
    A_KEY,
    ACCOUNT,
    BRIEFINGS,
    HOST_KEY,
    KEYS,
    PROGRAM,
    Recipe,
    moved,
)
from tests.ssh.site import Site
from tests.tui.program import DEADLINE

_LAID_OVER = ("etc", "opt", "srv", "usr/local", "var/lib")


def missing() -> str:
    """Why there can be no host here; nothing where there can."""
    lacking = [each for each in ("sshd", "ssh", "ssh-keygen", "sftp") if not _found(each)]
    if lacking:
        return f"OpenSSH is not all here: no {', '.join(lacking)} (openssh-server)"
    if os.geteuid() and not _terminals_belong_to_tty():
        return "/dev/pts is mounted without gid=tty, so that sshd needs root to give terminals"
    return ""


def _terminals_belong_to_tty() -> bool:
    """Whether a new pseudo-terminal is of the group that sshd wants it to be of."""
    master, slave = os.openpty()
    try:
        return os.fstat(slave).st_gid == grp.getgrnam("tty").gr_gid
    except KeyError:
        return True  # where there is no such group, the account's own will do
    finally:
        os.close(master)
        os.close(slave)


def _found(program: str) -> bool:
    return shutil.which(program, path=f"{os.environ['PATH']}:/usr/sbin:/usr/bin") is not None


@contextmanager
def host(recipe: Recipe, folder: Path, briefings: Sequence[Path]) -> Iterator[Site]:
    """A host that serves some briefings."""
    whole = os.geteuid() == 0 and _has_namespaces()
    account = ACCOUNT if whole else pwd.getpwuid(os.geteuid()).pw_name
    files = folder / "files"
    _keygen(folder / "key")
    here = "" if whole else str(files)
    for file in recipe.files:
        path = files / file.path[1:]
        path.parent.mkdir(parents=True, exist_ok=True)
        key = (folder / "key.pub").read_text(encoding="utf-8").strip()
        text = file.text.replace(A_KEY, key) if file.path == KEYS else file.text
        path.write_text(moved(text, here, account), encoding="utf-8")
        path.chmod(file.mode)
    for briefing in briefings:
        target = files / BRIEFINGS[1:] / briefing.name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(briefing, target)
    install(files / PROGRAM[1:])
    port = free_port()
    address = ("-o", "ListenAddress=127.0.0.1", "-p", str(port))
    daemon = [*(moved(word, here, account) for word in recipe.daemon), *address]
    script = _as_root(recipe, folder, daemon) if whole else _as_anybody(recipe, here, daemon)
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            script, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
        )
    site = Site(folder, account, port, process, whole=whole)
    try:
        _wait_for(site, process)
        _client(recipe, site)
        yield site
    finally:
        # Whoever made the namespace listens to nothing else, and all in it ends with it.
        process.send_signal(signal.SIGKILL if whole else signal.SIGTERM)
        process.wait()


def _as_anybody(recipe: Recipe, here: str, daemon: list[str]) -> list[str]:
    lines = recipe.account.replace("\\\n", " ").splitlines()
    own = "\n".join(line for line in lines if not line.startswith("useradd"))
    for who in ("-o root -g root ", f"-o {ACCOUNT} -g {ACCOUNT} "):
        own = own.replace(who, "")
    run = "mkdir -p /run/sshd" if os.geteuid() == 0 else ":"
    # A folder for tests lies in one that everybody can write.
    start = shlex.join([*daemon, "-o", "StrictModes=no"])
    return ["sh", "-euc", f"{moved(own, here, '')}\n{run}\nexec {start}"]


def _as_root(recipe: Recipe, folder: Path, daemon: list[str]) -> list[str]:
    """A mount namespace in which the recipe is followed, and a process namespace that ends it."""
    held = ",".join(["-all", *(f"+{each}" for each in _capabilities(recipe))])
    script = f"""
        base={shlex.quote(str(folder / "base"))}
        mkdir "$base"; mount -t tmpfs -o mode=0755 site "$base"
        for each in {" ".join(_LAID_OVER)}; do
            up=$base/up/$each; spare=$base/spare/$each
            mkdir -p "$up" "$spare"; chmod 0755 "$up"
            mount -t overlay -o "lowerdir=/$each,upperdir=$up,workdir=$spare" over "/$each"
        done
        mount -t tmpfs -o mode=0755 run /run
        mkdir -m 0755 /run/sshd
        {reachable(folder)}
        {recipe.account}
        chmod -R u=rwX,go=rX {shlex.quote(str(folder / "files"))}
        cp -R {shlex.quote(str(folder / "files"))}/. /
        cp {HOST_KEY}.pub {shlex.quote(str(folder / "host_key.pub"))}
        umask 0077
        ulimit -n {recipe.directives("LimitNOFILE")[0]}
        exec setpriv --no-new-privs --bounding-set {held} {shlex.join(daemon)}
    """
    own = ("--mount", "--pid", "--fork", "--kill-child", "--mount-proc")
    return ["unshare", *own, "sh", "-euc", script]


def _capabilities(recipe: Recipe) -> list[str]:
    names = recipe.directives("CapabilityBoundingSet")[0].split()
    return [name.removeprefix("CAP_").lower() for name in names]


def _has_namespaces() -> bool:
    wanted = ("unshare", "setpriv", "useradd")
    if any(shutil.which(each) is None for each in wanted):
        return False
    tried = subprocess.run(
        ["unshare", "--mount", "--pid", "--fork", "true"], capture_output=True, check=False
    )
    return tried.returncode == 0


def _keygen(file: Path) -> None:
    subprocess.run(
        ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(file)], check=True, timeout=30
    )


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
        return port


def _wait_for(site: Site, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + DEADLINE
    while True:
        assert process.poll() is None, f"the server did not start:\n{site.log()}"
        assert time.monotonic() < end, f"the server does not answer:\n{site.log()}"
        try:
            socket.create_connection(("127.0.0.1", site.port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return


def _client(recipe: Recipe, site: Site) -> None:
    """A reader's configuration, and the server's key in it."""
    key = site.folder / "host_key.pub" if site.whole else site.folder / f"files{HOST_KEY}.pub"
    (site.folder / "known_hosts").write_text(
        f"[127.0.0.1]:{site.port} {key.read_text(encoding='utf-8')}", encoding="utf-8"
    )
    own = {
        "IdentityFile": site.folder / "key",
        "IdentitiesOnly": "yes",
        "UserKnownHostsFile": site.folder / "known_hosts",
        "GlobalKnownHostsFile": "none",
        "StrictHostKeyChecking": "yes",
        "BatchMode": "yes",
    }
    text = recipe.client.replace("HostName HOST", "HostName 127.0.0.1")
    text = text.replace("Port 2222", f"Port {site.port}")
    text = text.replace(f"    User {ACCOUNT}\n", f"    User {site.account}\n")
    text += "".join(f"    {keyword} {value}\n" for keyword, value in own.items())
    (site.folder / "client").write_text(text, encoding="utf-8")
