"""The command line: what it prints, and its exit status."""

import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct

from qa_app import cli
from qa_app.engine import Engine
from qa_app.errors import QaError
from qa_app.library.library import Library
from qa_app.library.lock import writer_lock
from qa_app.model import Answer, Progress
from qa_app.settings import MAX_QUESTION_CHARS
from tests.fakes import HashEncoder

_MAYOR = "The mayor said on Monday that the old bridge 🙂 will close in June. Nobody cheered.\n"


class Outcome(Struct, frozen=True):
    """What a run printed and how it ended."""

    status: int
    out: str
    err: str

    @property
    def records(self) -> list[dict[str, object]]:
        """The JSON objects of its output, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Outcome]


@pytest.fixture
def run(engine: Engine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `qa-app` with arguments, with an encoder that needs no model."""
    monkeypatch.setattr(cli, "_engine", lambda: engine)

    def run_it(*arguments: str, window: cli.OpenWindow = _no_window) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["qa-app", *arguments])
        status = cli.run_cli(window)
        captured = capsys.readouterr()
        return Outcome(status, captured.out, captured.err)

    return run_it


def _no_window(library: Path | None, *, sample: bool) -> int:
    raise AssertionError(f"the window was opened on {library}, {sample=}")


@pytest.fixture
def indexed(run: Run, folder: Path, library_dir: Path) -> Sequence[str]:
    """A library with one document; the options that name it."""
    (folder / "a.txt").write_text(_MAYOR, encoding="utf-8")
    assert run("index", str(folder), "--library", str(library_dir)).status == 0
    return ("--library", str(library_dir))


def _one_line_error(outcome: Outcome, status: int, *parts: str) -> None:
    assert outcome.status == status
    assert outcome.err.count("\n") == 1
    assert "Traceback" not in outcome.err
    for part in parts:
        assert part in outcome.err


def test_ask_prints_json_as_documented(run: Run, indexed: Sequence[str], folder: Path) -> None:
    """One object a line, spans in code points of the document, highlights of the passage."""
    outcome = run("ask", "What did the mayor say?", "--json", *indexed)
    assert outcome.status == 0
    record: dict[str, Any] = outcome.records[0]
    assert record["answered"] is True
    assert record["question"] == "What did the mayor say?"
    assert isinstance(record["took_ms"], float)
    hit = record["hits"][0]
    assert set(hit) >= {
        "rank", "path", "title", "publisher", "date", "passage", "span", "highlights", "scores",
    }  # fmt: skip
    text = (folder / "a.txt").read_text(encoding="utf-8")
    assert text[slice(*hit["span"])] == hit["passage"]
    marked = {h["kind"]: hit["passage"][h["start"] : h["end"]] for h in hit["highlights"]}
    assert marked["answer"].startswith("the old bridge")
    assert marked["speaker"].endswith("mayor")


def test_what_is_dropped_reaches_the_engine(
    run: Run, indexed: Sequence[str], monkeypatch: pytest.MonkeyPatch, engine: Engine
) -> None:
    """`--drop` may be given more than once, and holds for every question of a file."""
    dropped: list[object] = []
    plain = engine.ask

    def ask(library: Library, question: str, words: Collection[str] = ()) -> Answer:
        dropped.append(words)
        return plain(library, question, words)

    monkeypatch.setattr(engine, "ask", ask)
    options = ("--drop", "-gas", "--drop", "in May 2024", *indexed)
    assert run("ask", "What did the mayor say?", *options).status == 0
    monkeypatch.setattr(sys, "stdin", io.StringIO("Who cheered?\n"))
    assert run("ask", "--from", "-", *options).status == 0
    assert dropped == [("-gas", "in May 2024")] * 2


def test_help_explains_the_search_words(run: Run) -> None:
    """`qa-app ask --help` names what narrows a question down, and how to drop it again."""
    shown = " ".join(run("ask", "--help").out.split())
    for words in ("source:", "after:", "before:", '"EXACT WORDS"', "-WORD", "--drop", "--why"):
        assert words in shown


def test_ask_in_a_pipe_is_plain(run: Run, indexed: Sequence[str]) -> None:
    """No colours and no wrapping where no terminal reads it."""
    outcome = run("ask", "What did the mayor say?", *indexed)
    assert "\x1b" not in outcome.out
    assert _MAYOR.strip() in outcome.out


def test_ask_each_line_of_a_file(run: Run, indexed: Sequence[str], tmp_path: Path) -> None:
    """A question a line, an object a line; empty lines are passed over."""
    questions = tmp_path / "questions.txt"
    questions.write_text("What did the mayor say?\n\nWho cheered?\n", encoding="utf-8")
    outcome = run("ask", "--from", str(questions), "--json", *indexed)
    assert [record["question"] for record in outcome.records] == [
        "What did the mayor say?",
        "Who cheered?",
    ]


def test_one_bad_line_does_not_stop_the_others(
    run: Run, indexed: Sequence[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A line that is no question is reported in its place; the exit status says that it was."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("???\nWhat did the mayor say?\n"))
    outcome = run("ask", "--from", "-", "--json", *indexed)
    assert outcome.status == cli.EXIT_INPUT
    assert "error" in outcome.records[0]
    assert outcome.records[1]["answered"] is True


def test_a_refusal_is_a_result(run: Run, indexed: Sequence[str]) -> None:
    """What the documents do not answer is said, with status 0 and without hits."""
    outcome = run("ask", "What did Erdogan say?", "--json", *indexed)
    (record,) = outcome.records
    assert (outcome.status, record["answered"], record["hits"]) == (0, False, [])
    assert record["missing_terms"] == ["Erdogan"]
    assert "do not answer" in run("ask", "What did Erdogan say?", *indexed).out


@pytest.mark.parametrize("question", ["", "   ", "?!"])
def test_an_empty_question(run: Run, indexed: Sequence[str], question: str) -> None:
    """Nothing to look for is one line with an example."""
    _one_line_error(run("ask", question, *indexed), cli.EXIT_INPUT, "empty", "what did NAME say?")


def test_an_endless_question(run: Run, indexed: Sequence[str]) -> None:
    """100,000 characters are no question."""
    outcome = run("ask", "why " * 25_000, *indexed)
    _one_line_error(outcome, cli.EXIT_INPUT, "100,000", f"{MAX_QUESTION_CHARS:,}")


def test_no_library_yet(run: Run, library_dir: Path) -> None:
    """The message names the place and the command that makes one."""
    outcome = run("ask", "Who?", "--library", str(library_dir))
    _one_line_error(outcome, cli.EXIT_INPUT, str(library_dir), "qa-app index FOLDER")


def test_an_empty_folder(run: Run, folder: Path, library_dir: Path) -> None:
    """Nothing to index is one line, and no library is made of nothing."""
    outcome = run("index", str(folder), "--library", str(library_dir))
    _one_line_error(outcome, cli.EXIT_INPUT, str(folder), "is empty")
    assert not library_dir.exists()


def test_a_library_of_another_encoder(
    run: Run, indexed: Sequence[str], monkeypatch: pytest.MonkeyPatch, engine: Engine
) -> None:
    """Both encoders are named, and nothing is lost."""
    monkeypatch.setattr(engine, "_encoder", HashEncoder("other-64"))
    outcome = run("ask", "What did the mayor say?", *indexed)
    _one_line_error(outcome, cli.EXIT_INPUT, "hash-64", "other-64")
    monkeypatch.setattr(engine, "_encoder", HashEncoder())
    assert run("ask", "What did the mayor say?", "--json", *indexed).records[0]["answered"]


def test_a_library_that_is_being_written(
    run: Run, indexed: Sequence[str], folder: Path, library_dir: Path
) -> None:
    """A second writer is turned away; a reader is not."""
    with writer_lock(library_dir):
        outcome = run("index", str(folder), *indexed)
        _one_line_error(outcome, cli.EXIT_INPUT, "being updated")
        assert run("ask", "What did the mayor say?", *indexed).status == 0


def test_files_that_cannot_be_read_are_listed(run: Run, folder: Path, library_dir: Path) -> None:
    """A binary file renamed .txt is named with its reason; the rest is indexed."""
    (folder / "a.txt").write_text(_MAYOR, encoding="utf-8")
    (folder / "b.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    (folder / "c.exe").write_bytes(b"MZ")
    outcome = run("index", str(folder), "--library", str(library_dir), "--json")
    (record,) = outcome.records
    assert (outcome.status, record["added"]) == (0, 1)
    problems = {Path(p["path"]).name: p["state"] for p in record["problems"]}  # type: ignore[attr-defined]
    assert problems == {"b.txt": "failed", "c.exe": "skipped"}
    assert "b.txt" in run("status", "--library", str(library_dir)).out


def test_status_counts(run: Run, indexed: Sequence[str], folder: Path) -> None:
    """What the library holds, for people and for programs."""
    (record,) = run("status", "--json", *indexed).records
    assert record["documents"] == 1
    assert record["folders"] == [str(folder)]
    assert "documents  1" in run("status", *indexed).out


@pytest.mark.parametrize(
    "arguments", [("ask",), ("ask", "x", "--from", "y"), ("ask", "--nonsense"), ("index",)]
)
def test_wrong_usage(run: Run, arguments: Sequence[str]) -> None:
    """Wrong usage has a status of its own and says what is right."""
    outcome = run(*arguments)
    assert outcome.status == cli.EXIT_USAGE
    assert "Traceback" not in outcome.err


def test_the_library_may_be_named_before_the_command(
    run: Run, indexed: Sequence[str], library_dir: Path
) -> None:
    """`qa-app --library DIR status` means that library; a later one wins."""
    (record,) = run(*indexed, "status", "--json").records
    assert record["library"] == str(library_dir)
    assert run("--library", "/nowhere", "status", "--json", *indexed).records[0] == record


def test_without_a_command_the_window_opens(run: Run, tmp_path: Path) -> None:
    """`qa-app` is the window; its status is the program's."""
    seen: list[tuple[Path | None, bool]] = []

    def window(library: Path | None, *, sample: bool) -> int:
        seen.append((library, sample))
        return 5

    assert run("--library", str(tmp_path), window=window).status == 5
    assert run("--sample", window=window).status == 5
    assert seen == [(tmp_path, False), (None, True)]


def test_an_error_of_the_window_is_one_line(run: Run) -> None:
    """No display, for one, is a sentence."""

    def window(library: Path | None, *, sample: bool) -> int:
        raise QaError(f"No display for {library}, {sample=}.")

    _one_line_error(run(window=window), cli.EXIT_INPUT, "No display for None")


def test_a_bug_is_one_line_and_keeps_its_details(
    run: Run, indexed: Sequence[str], monkeypatch: pytest.MonkeyPatch, engine: Engine
) -> None:
    """A bug is called one, with its own status and a file to send."""

    def break_it(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(engine, "ask", break_it)
    outcome = run("ask", "Who?", *indexed)
    _one_line_error(outcome, cli.EXIT_BUG, "ZeroDivisionError", "Details: ")
    details = Path(outcome.err.rsplit("Details: ", 1)[1].strip())
    assert "Traceback" in details.read_text(encoding="utf-8")
    details.unlink()


def test_an_interrupt_keeps_what_is_done(
    run: Run, folder: Path, library_dir: Path, monkeypatch: pytest.MonkeyPatch, engine: Engine
) -> None:
    """Ctrl+C ends an indexing run in order, with its own status."""
    for n in range(600):
        (folder / f"{n:03}.txt").write_text(f"Number {n} is a sentence of its own.\n")
    plain = engine.index

    def interrupted(*arguments: object, **_: object) -> object:
        library, root, _progress, cancelled = arguments

        def on_progress(progress: Progress) -> None:
            if progress.n_passages >= 32 and not cancelled():  # type: ignore[operator]
                os.kill(os.getpid(), signal.SIGINT)

        return plain(library, root, on_progress, cancelled)  # type: ignore[arg-type]

    monkeypatch.setattr(engine, "index", interrupted)
    outcome = run("index", str(folder), "--library", str(library_dir))
    assert outcome.status == cli.EXIT_CANCELLED
    assert "Cancelled; kept so far" in outcome.out
    (record,) = run("status", "--json", "--library", str(library_dir)).records
    assert 32 <= int(str(record["documents"])) < 600


def test_a_documents_control_characters_are_shown(
    run: Run, folder: Path, library_dir: Path
) -> None:
    """An escape sequence in a file reaches no terminal; the JSON has the text as it is."""
    text = "The mayor said on Monday that \x1b[31mthe old bridge\x1b[0m will close in June.\n"
    (folder / "a.txt").write_text(text, encoding="utf-8")
    run("index", str(folder), "--library", str(library_dir))
    options = ("ask", "What did the mayor say?", "--library", str(library_dir))
    shown = run(*options).out
    assert "\x1b" not in shown
    assert "␛[31mthe old bridge" in shown
    record: dict[str, Any] = run(*options, "--json").records[0]
    assert "\x1b[31m" in record["hits"][0]["passage"]


def _in_a_shell(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-c", " ".join((sys.executable, "-m", "qa_app", *words))],
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_reader_that_has_seen_enough(indexed: Sequence[str]) -> None:
    """`qa-app status | head -1` is no error."""
    done = _in_a_shell("status", *indexed, "| head -1; exit ${PIPESTATUS[0]}")
    assert (done.returncode, done.stderr) == (0, "")


def test_output_that_cannot_be_written(indexed: Sequence[str]) -> None:
    """A full disk is the surroundings' fault, and one line."""
    done = _in_a_shell("status", *indexed, ">/dev/full")
    assert done.returncode == cli.EXIT_INPUT
    assert done.stderr.count("\n") == 1


def test_a_terminal_without_the_letters(run: Run, folder: Path, library_dir: Path) -> None:
    """Where only ASCII can be printed, other letters come as their numbers."""
    (folder / "Brücke.txt").write_bytes(b"\x00\x01")
    (folder / "a.txt").write_text(_MAYOR, encoding="utf-8")
    run("index", str(folder), "--library", str(library_dir))
    done = _in_a_shell("status", "--library", str(library_dir), "| cat")
    assert "Brücke" in done.stdout
    ascii_only = subprocess.run(
        [sys.executable, "-m", "qa_app", "status", "--library", str(library_dir)],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        check=False,
    )
    assert ascii_only.returncode == 0
    assert "Br\\xfccke.txt" in ascii_only.stdout


def test_an_empty_folder_name_is_no_folder(run: Run) -> None:
    """An unset variable does not index whatever one stands in."""
    assert run("index", "").status == cli.EXIT_USAGE


def test_this_folder(
    run: Run, folder: Path, library_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`qa-app index .` is the folder one stands in."""
    (folder / "a.txt").write_text(_MAYOR, encoding="utf-8")
    monkeypatch.chdir(folder)
    assert run("index", ".", "--library", str(library_dir)).status == 0


def test_what_was_left_out_of_a_document_is_listed(
    run: Run, indexed: Sequence[str], folder: Path
) -> None:
    """A file that was read in part is indexed, with the reason; an answer does not miss it."""
    (folder / "b.jsonl").write_text('{"text": "The mayor is ill."}\nno JSON\n', encoding="utf-8")
    assert run("index", str(folder), *indexed).status == 0
    listed = run("documents", "--state", "indexed", "--json", *indexed).records
    assert [record["reason"] for record in listed] == ["", "Left out: line 2, not JSON."]
    assert "Left out: line 2, not JSON." in run("documents", *indexed).out
    answer = run("ask", "What did the mayor say?", "--json", *indexed).records[0]
    assert answer["unsearched_files"] == 0


def test_documents_are_listed(run: Run, indexed: Sequence[str], folder: Path) -> None:
    """Every file with its state, for people and for programs; a state narrows the list down."""
    (folder / "b.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    assert run("index", str(folder), *indexed).status == 0
    good, bad = run("documents", "--json", *indexed).records
    assert (good["path"], good["state"], good["passages"]) == (str(folder / "a.txt"), "indexed", 1)
    assert (bad["state"], bad["size_bytes"]) == ("failed", 2056)
    lines = run("documents", *indexed).out.splitlines()
    assert [line.split(" · ")[0] for line in lines] == ["indexed", "failed"]
    assert str(bad["reason"]) in lines[1]
    assert lines[0].endswith(f" · 1 passage · {good['size_bytes']} bytes")
    assert lines[1].endswith(" · 2.1 kB")
    both = ("--state", "failed", "--state", "pending")
    assert [r["path"] for r in run("documents", "--json", *both, *indexed).records] == [bad["path"]]
    assert run("documents", "--state", "lost", *indexed).status == cli.EXIT_USAGE


def test_an_answer_says_what_was_not_searched(
    run: Run, indexed: Sequence[str], folder: Path
) -> None:
    """One line where files are missing from the answer, none where all were searched."""
    question = "What did the mayor say?"
    assert "not searched" not in run("ask", question, *indexed).out
    (folder / "b.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    assert run("index", str(folder), *indexed).status == 0
    assert "1 file was not searched" in run("ask", question, *indexed).out
    assert run("ask", question, "--json", *indexed).records[0]["unsearched_files"] == 1


def test_exclude(run: Run, indexed: Sequence[str], folder: Path) -> None:
    """Patterns are set, shown and cleared; a bad one is a line and changes nothing."""
    assert run("exclude", *indexed).out == ""
    assert run("exclude", "a.*", "drafts/", *indexed).out == "a.*\ndrafts/\n"
    assert run("status", "--json", *indexed).records[0]["excluded"] == ["a.*", "drafts/"]
    assert "left out   'a.*' drafts/" in run("status", *indexed).out
    _one_line_error(run("exclude", "!", *indexed), cli.EXIT_INPUT, "The pattern !")
    assert run("exclude", *indexed).out == "a.*\ndrafts/\n"
    assert run("index", str(folder), *indexed).status == 0
    assert run("status", "--json", *indexed).records[0]["documents"] == 0
    assert run("exclude", "--clear", *indexed).out == ""
    assert run("exclude", "a.*", "--clear", *indexed).status == cli.EXIT_USAGE


def test_forget(run: Run, indexed: Sequence[str], folder: Path) -> None:
    """A forgotten folder is out of the library, and stays where it is."""
    assert "Forgot" in run("forget", str(folder), *indexed).out
    assert run("status", "--json", *indexed).records[0]["documents"] == 0
    assert (folder / "a.txt").exists()
    _one_line_error(run("forget", str(folder), *indexed), cli.EXIT_INPUT, "has no folder")


def test_questions_that_cannot_be_read(
    run: Run, indexed: Sequence[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A missing, a binary and a closed source of questions are each one line."""
    _one_line_error(run("ask", "--from", str(tmp_path / "no"), *indexed), cli.EXIT_INPUT, "no ")
    (tmp_path / "b").write_bytes(b"\xff\xfe\x00")
    _one_line_error(run("ask", "--from", str(tmp_path / "b"), *indexed), cli.EXIT_INPUT, "UTF-8")
    monkeypatch.setattr(sys, "stdin", None)
    _one_line_error(run("ask", "--from", "-", *indexed), cli.EXIT_INPUT, "standard input")


def test_index_goes_on_with_what_changes(
    run: Run, engine: Engine, folder: Path, library_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With --watch each change is another run, until there are none."""
    (folder / "a.txt").write_text(_MAYOR, encoding="utf-8")

    def changes(*_told: object) -> Iterator[Path]:
        (folder / "b.txt").write_text("Nobody knows why.", encoding="utf-8")
        yield folder

    monkeypatch.setattr(engine, "changes", changes)
    arguments = ("index", "--json", "--watch", "--library", str(library_dir), str(folder))
    outcome = run(*arguments)
    assert outcome.status == 0
    assert [record["added"] for record in outcome.records] == [1, 1]
