"""A host as docs/ssh.md has it: the files of the recipe, the program, briefings, and an sshd.

As root it is the recipe to the letter, account and paths included, in a file system of its own
that is gone with it. As anybody else, the account is that of whoever runs the tests and the paths
begin in a folder; nothing more is changed.
"""

from __future__ import annotations

import compileall
import grp
import os
import pwd
import shlex
import shutil
import signal
import site as site_packages
import socket
import subprocess
import sys
import sysconfig
import time
import venv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.ssh.recipe import (
    A_KEY,
    ACCOUNT,
    BRIEFINGS,
    HOST_KEY,
    KEYS,
    PROGRAM,
    Recipe,
)

ROOT = Path(__file__).parent.parent.parent
_PATHS = (
    *("/etc/brief-kiosk", "/etc/ssh/sshd_config.d", "/opt/brief-tui", "/srv/briefings"),
    *("/usr/local/libexec", "/var/lib/brief"),
)
_LAID_OVER = ("etc", "opt", "srv", "usr/local", "var/lib")
_DEADLINE = 30.0


class Site:
    """A host that runs, and a reader's configuration to reach it."""

    def __init__(
        self,
        folder: Path,
        account: str,
        port: int,
        process: subprocess.Popen[bytes],
        *,
        whole: bool,
    ) -> None:
        self.folder = folder
        self.account = account
        self.port = port
        self.whole = whole
        self._process = process

    def path(self, path: str) -> str:
        """Where a path of the recipe is, for programs on the host."""
        return _moved(path, "" if self.whole else str(self.folder / "files"), self.account)

    def on_host(self, *words: str) -> subprocess.CompletedProcess[str]:
        """What comes of a command that the operator runs."""
        (inside,) = (pid for pid, words in self.processes().items() if "-D" in words[0])
        enter = ["nsenter", f"--target={inside}", "--mount", "--"] if self.whole else []
        return subprocess.run(
            [*enter, *words],
            capture_output=True,
            encoding="utf-8",
            timeout=_DEADLINE,
            check=False,
        )

    def ssh(self, *words: str, options: Sequence[str] = ()) -> list[str]:
        """The command of a reader: ``options`` of ssh, and ``words`` behind the host."""
        own = ("-F", str(self.folder / "client"), "-o", "ControlPath=none")
        # ssh takes what follows the host for options of its own, as far as they look like some.
        return ["ssh", *options, *own, "briefings", *(["--", *words] if words else [])]

    def run(
        self, *words: str, options: Sequence[str] = (), **environ: str
    ) -> subprocess.CompletedProcess[bytes]:
        """What comes of a reader's command where there is no terminal."""
        return subprocess.run(
            self.ssh(*words, options=options),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env=self.environment | environ,
            timeout=_DEADLINE,
            check=False,
        )

    @property
    def environment(self) -> dict[str, str]:
        """What a client needs, and nothing of the agent of whoever runs the tests."""
        kept = ("PATH", "HOME", "TMPDIR")
        return {"LANG": "C.UTF-8"} | {name: os.environ[name] for name in kept if name in os.environ}

    def processes(self) -> dict[int, list[str]]:
        """The processes below the server, each with the words of its command."""
        parents: dict[int, int] = {}
        for stat in Path("/proc").glob("[0-9]*/stat"):
            try:
                text = stat.read_text(encoding="utf-8", errors="replace")
            except OSError:
                continue
            parents[int(stat.parent.name)] = int(text.rpartition(") ")[2].split()[1])
        below = {self._process.pid}
        while more := {pid for pid, parent in parents.items() if parent in below} - below:
            below |= more
        return {pid: words for pid in below if (words := _command(pid))}

    def readers(self) -> dict[int, list[str]]:
        """Those of them that are ours."""
        return {pid: words for pid, words in self.processes().items() if "--kiosk" in words}

    def sessions(self) -> set[int]:
        """What a connection has brought about: ours, and the two of sshd that serve it."""
        return {
            pid
            for pid, words in self.processes().items()
            if "--kiosk" in words
            or (words[0].startswith("sshd: ") and "[listener]" not in words[0])
        }

    def log(self) -> str:
        """What the server has said."""
        return (self.folder / "log").read_text(encoding="utf-8", errors="replace")


def _command(pid: int) -> list[str]:
    try:
        words = Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return []
    return words.decode(errors="replace").rstrip("\0").split("\0") if words else []


def still_there(pids: set[int]) -> set[int]:
    """Those of some processes that have not ended."""
    return {pid for pid in pids if _command(pid)}


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
        path.write_text(_moved(text, here, account), encoding="utf-8")
        path.chmod(file.mode)
    for briefing in briefings:
        target = files / BRIEFINGS[1:] / briefing.name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(briefing, target)
    _install(files / PROGRAM[1:])
    port = _free_port()
    address = ("-o", "ListenAddress=127.0.0.1", "-p", str(port))
    daemon = [*(_moved(word, here, account) for word in recipe.daemon), *address]
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


def _moved(text: str, here: str, account: str) -> str:
    """``text`` with the recipe's paths below ``here``, and another account in it."""
    if here:
        for path in _PATHS:
            text = text.replace(path, f"{here}{path}")
        for before in ("Match User ", "AllowUsers ", "    User "):
            text = text.replace(f"{before}{ACCOUNT}\n", f"{before}{account}\n")
        if os.geteuid() == 0:  # where root has no namespaces, the account is root's own
            text = text.replace("PermitRootLogin no", "PermitRootLogin yes")
    return text


def _as_anybody(recipe: Recipe, here: str, daemon: list[str]) -> list[str]:
    lines = recipe.account.replace("\\\n", " ").splitlines()
    own = "\n".join(line for line in lines if not line.startswith("useradd"))
    for who in ("-o root -g root ", f"-o {ACCOUNT} -g {ACCOUNT} "):
        own = own.replace(who, "")
    run = "mkdir -p /run/sshd" if os.geteuid() == 0 else ":"
    # A folder for tests lies in one that everybody can write.
    start = shlex.join([*daemon, "-o", "StrictModes=no"])
    return ["sh", "-euc", f"{_moved(own, here, '')}\n{run}\nexec {start}"]


def _as_root(recipe: Recipe, folder: Path, daemon: list[str]) -> list[str]:
    """A mount namespace in which the recipe is followed, and a process namespace that ends it."""
    held = ",".join(["-all", *(f"+{each}" for each in _capabilities(recipe))])
    script = f"""
        base={shlex.quote(str(folder / "base"))}
        mkdir "$base"; mount -t tmpfs -o mode=0755 site "$base"
        for each in {" ".join(_LAID_OVER)}; do
            up=$base/up/$each; work=$base/work/$each
            mkdir -p "$up" "$work"; chmod 0755 "$up"
            mount -t overlay -o "lowerdir=/$each,upperdir=$up,workdir=$work" over "/$each"
        done
        mount -t tmpfs -o mode=0755 run /run
        mkdir -m 0755 /run/sshd
        {_reachable(folder)}
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


def _reachable(folder: Path) -> str:
    """Commands that make Python and its libraries reachable for all, where root hides them."""
    needed = {Path(sys.base_prefix), Path(sysconfig.get_path("stdlib")), *_libraries()}
    hidden: dict[Path, list[Path]] = {}
    for path in sorted(each.resolve() for each in needed):
        for above in reversed(path.parents):
            if not above.stat().st_mode & 0o001:
                hidden.setdefault(above, []).append(path)
                break
    lines = []
    for above, paths in hidden.items():
        for number, path in enumerate(paths):
            stash = f'"$base/stash{number}"'
            lines.append(f"mkdir {stash}; mount --bind {shlex.quote(str(path))} {stash}")
        lines.append(f"mount -t tmpfs -o mode=0755 hidden {shlex.quote(str(above))}")
        for number, path in enumerate(paths):
            there = shlex.quote(str(path))
            lines.append(f'mkdir -p {there}; mount --bind "$base/stash{number}" {there}')
    return "\n".join(lines)


def _install(prefix: Path) -> None:
    """The program in an environment of its own, as pip would have it there."""
    venv.create(prefix, with_pip=False, symlinks=True)
    library = next((prefix / "lib").glob("python*/site-packages"))
    ours = library / "brief_tui"
    shutil.copytree(ROOT / "src" / "brief_tui", ours, ignore=shutil.ignore_patterns("__pycache__"))
    for shipped in ("content", "themes"):
        shutil.copytree(ROOT / shipped, ours / "_shipped" / shipped)
    compileall.compile_dir(ours, quiet=1)
    (library / "needed.pth").write_text("\n".join(map(str, _libraries())), encoding="utf-8")


def _libraries() -> list[Path]:
    """The folders of the packages that the program needs."""
    known = {*site_packages.getsitepackages(), site_packages.getusersitepackages()}
    return [Path(each) for each in sys.path if each in known or "-packages" in each]


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


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
        return port


def _wait_for(site: Site, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + _DEADLINE
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
