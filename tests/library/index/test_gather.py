"""Many briefings read by several processes: the index says the same as if one had read them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from brief_tui.library.index import gather, refresh
from brief_tui.library.index.progress import Cancelled, Progress
from brief_tui.library.index.rebuild import rebuild
from brief_tui.library.index.refresh import Outcome
from brief_tui.library.index.store import open_read_only
from tests.library.index.indexes import Indexed, contents, with_phrase

COUNT = 40
KEPT = 2


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Indexed:
    """A library that is read by two processes, in several portions."""
    monkeypatch.setattr(refresh, "WORTH_IT", 1)
    monkeypatch.setattr(gather, "_LEAST", 2_000)
    monkeypatch.setattr(gather, "_MOST", 4_000)
    monkeypatch.setattr(gather, "_cores", lambda: 2)
    made = Indexed(tmp_path)
    for number in range(COUNT):
        made.write(f"{number}.yaml", f"Title {number}", claims=number % 7)
    (made.library / "broken.yaml").write_text("id: [")
    return made


def alone(index: Indexed, monkeypatch: pytest.MonkeyPatch) -> object:
    monkeypatch.setattr(refresh, "WORTH_IT", 1 << 40)
    return index.fresh


def test_what_several_read_is_what_one_would_have_read(
    index: Indexed, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert index.refresh() == Outcome(read=COUNT + 1)
    assert index.count("segment") == 1
    assert index.count("recent") == 0
    assert index.contents == alone(index, monkeypatch)
    assert len(with_phrase(index.file, "title 20 says it")) == 2 * (20 % 7)


def test_how_far_it_is_is_told_and_reaches_the_end(index: Indexed) -> None:
    told: list[Progress] = []
    refresh.refresh(index.file, [index.library], told.append)
    assert len(told) > 2
    assert [each.done for each in told] == sorted(each.done for each in told)
    assert (told[-1].done, told[-1].bytes_done) == (COUNT + 1, told[-1].bytes_total)


def test_who_stops_it_keeps_what_was_done_and_goes_on_from_there(
    index: Indexed, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(progress: Progress) -> None:
        if progress.done > COUNT // 4:
            raise Cancelled

    with pytest.raises(Cancelled):
        refresh.refresh(index.file, [index.library], stop)
    done = len(index.contents)
    assert COUNT // 4 < done < COUNT
    assert index.refresh().read == COUNT + 1 - done
    assert index.contents == alone(index, monkeypatch)


def test_processes_that_are_killed_are_not_missed(
    index: Indexed, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = gather._start
    started: list[subprocess.Popen[bytes]] = []

    def start_and_kill() -> subprocess.Popen[bytes]:
        process = start()
        started.append(process)
        if len(started) == 1:
            process.kill()
        return process

    monkeypatch.setattr(gather, "_start", start_and_kill)
    index.refresh()
    assert len(started) >= 2
    assert index.contents == alone(index, monkeypatch)


def test_where_no_process_can_be_started_this_one_reads(
    index: Indexed, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> subprocess.Popen[bytes]:
        raise OSError("no more processes")

    monkeypatch.setattr(gather, "_start", refuse)
    index.refresh()
    assert index.contents == alone(index, monkeypatch)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_whoever_ends_the_one_that_writes_ends_those_that_read(
    index: Indexed, number: signal.Signals
) -> None:
    program = (
        "import sys; from pathlib import Path;"
        "from brief_tui.library.index import gather, refresh;"
        "refresh.WORTH_IT = 1; gather._LEAST = 2000; gather._MOST = 4000;"
        "refresh.refresh(Path(sys.argv[1]), [Path(sys.argv[2])], "
        "    lambda told: print(told.done, flush=True))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, index.file, index.library],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.send_signal(number)
        process.stdout.read()
        # They have this open, too: it ends when the last of them does.
        process.stderr.read()
    assert contents(index.file, index.library)
    index.refresh()
    assert len(index.contents) == COUNT + 1


def test_an_index_made_anew_keeps_the_last_good_version_of_what_is_broken(
    index: Indexed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(refresh, "WORTH_IT", 1 << 40)
    index.refresh()
    good = index.contents["6.yaml"]
    (index.library / "6.yaml").write_text("id: [")
    index.refresh()
    with closing(open_read_only(index.file)) as reader:
        assert rebuild(index.file, [index.library]).read == COUNT + 1
        assert reader.execute("select count(*) from briefing").fetchone() == (COUNT + 1,)
    said = index.contents["6.yaml"]
    assert (said.state, said.title, said.rows) == (KEPT, good.title, good.rows)
    others = {name: each for name, each in index.contents.items() if name != "6.yaml"}
    fresh = {name: each for name, each in index.fresh.items() if name != "6.yaml"}
    assert others == fresh
    assert index.value("select count(*) from meta where key = 'dead'") in (0, 1)


def test_who_stops_an_index_made_anew_has_the_one_there_was(
    index: Indexed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(refresh, "WORTH_IT", 1 << 40)
    index.refresh()
    before = index.contents

    def stop(progress: Progress) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        rebuild(index.file, [index.library], stop)
    assert index.contents == before
    assert {path.name for path in index.file.parent.iterdir()} <= {
        f"one.sqlite{ending}" for ending in ("", "-wal", "-shm", ".lock", ".new.lock")
    }
