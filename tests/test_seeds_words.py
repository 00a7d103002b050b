"""The sample corpus says what its questions ask for, and says it in the project's own words."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import frontmatter
import pytest
from msgspec import Struct

SEEDS = Path(__file__).parents[1] / "seeds"
QUESTIONS = Path(__file__).with_name("seeds_questions.jsonl")
RUN_WORDS = 8
# Below this, a sentence is a label such as "Read also", which two pages may well share.
SENTENCE_WORDS = 4

SEED_PATHS = sorted(path for path in SEEDS.iterdir() if path.is_file())
each_seed = pytest.mark.parametrize("path", SEED_PATHS, ids=lambda path: path.name)


class Question(Struct, frozen=True):
    """A question and, as (file name, words), where the sample corpus answers it."""

    id: str
    text: str
    gold: tuple[tuple[str, str], ...]


def read_questions(path: Path) -> list[Question]:
    """The questions of a JSON Lines file, in its order."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        Question(row["id"], row["text"], tuple((name, words) for name, words in row["gold"]))
        for row in rows
    ]


class _Page(HTMLParser):
    """Collects what a page shows, a line per element, and what its meta tags say."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []
        self.meta: dict[str, str] = {}
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keeps a meta tag's content; any element but an inline one begins a line."""
        self.tags.add(tag)
        values = {name: value or "" for name, value in attrs}
        if tag == "meta":
            self.meta[values.get("property") or values.get("name", "")] = values.get("content", "")
        if tag not in {"em", "strong", "a", "span"}:
            self.shown.append("\n")

    def handle_data(self, data: str) -> None:
        """Keeps the words as shown."""
        self.shown.append(data)


def read_page(path: Path) -> _Page:
    """The parsed HTML file."""
    page = _Page()
    page.feed(path.read_text(encoding="utf-8"))
    page.close()
    return page


def without_markup(path: Path) -> str:
    """A seed's text as a reader sees it, its front matter left out."""
    if path.suffix == ".html":
        return "".join(read_page(path).shown)
    text = str(frontmatter.loads(path.read_text(encoding="utf-8")).content)
    if path.suffix == ".md":
        text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
        text = re.sub(r"^(#+|-) ", "", text, flags=re.MULTILINE).replace("*", "")
    return text


def front_matter(path: Path) -> dict[str, str]:
    """What a seed says of itself: title, publisher, author, date, note; absent where unknown."""
    if path.suffix != ".html":
        return {k: str(v) for k, v in frontmatter.loads(path.read_text("utf-8")).metadata.items()}
    meta = read_page(path).meta
    names = {
        "title": "og:title",
        "publisher": "og:site_name",
        "author": "author",
        "date": "article:published_time",
        "note": "description",
    }
    return {name: meta[key] for name, key in names.items() if key in meta}


def all_words(path: Path) -> str:
    """Everything a seed says, its front matter included."""
    return "\n".join([*front_matter(path).values(), without_markup(path)])


def words_of(text: str) -> list[str]:
    """Case-folded words; punctuation, hyphens and apostrophes separate them."""
    return re.findall(r"[^\W_]+", text.casefold())


def runs_of(text: str) -> set[str]:
    """Every run of `RUN_WORDS` consecutive words."""
    words = words_of(text)
    starts = range(len(words) - RUN_WORDS + 1)
    return {" ".join(words[start : start + RUN_WORDS]) for start in starts}


def sentences_of(text: str) -> Iterator[str]:
    """The words of each sentence that is long enough to be somebody's."""
    for sentence in re.split(r"(?<=[.!?…])[\"”’]?\s+|\n+", text):
        words = words_of(sentence)
        if len(words) >= SENTENCE_WORDS:
            yield " ".join(words)


@pytest.fixture(scope="module")
def shared_documents(shared: Path) -> dict[str, str]:
    """The documents the project was started from, by file name."""
    return {
        path.name: path.read_text(encoding="utf-8")
        for path in sorted((shared / "seeds").glob("*.txt"))
    }


@pytest.mark.parametrize("question", read_questions(QUESTIONS), ids=lambda question: question.id)
def test_gold_words_stand_in_the_named_seed(question: Question) -> None:
    """The words that answer a question stand verbatim, within one line, in the file it names."""
    for name, words in question.gold:
        lines = without_markup(SEEDS / name).splitlines()
        assert any(words in line for line in lines), (name, words)


def test_questions_have_distinct_ids_and_only_the_unanswerable_lack_gold() -> None:
    """`s…` questions have an answer in the sample corpus, `u…` have none; no id comes twice."""
    questions = read_questions(QUESTIONS)
    assert len({question.id for question in questions}) == len(questions)
    assert all(bool(question.gold) == question.id.startswith("s") for question in questions)


def test_questions_match_the_shared_set(shared: Path) -> None:
    """The same ids as the shared questions, each answered in as many documents as there."""
    path = shared / "eval" / "seeds" / "questions.jsonl"
    ours = {question.id: len(question.gold) for question in read_questions(QUESTIONS)}
    assert ours == {question.id: len(question.gold) for question in read_questions(path)}


def test_abu_qasra_makes_two_statements_in_two_files() -> None:
    """Two paragraphs of two files name Abu Qasra, and no third one does."""
    naming = [
        (path.name, line)
        for path in SEED_PATHS
        for line in without_markup(path).splitlines()
        if "Qasra" in line
    ]
    gold = dict(read_questions(QUESTIONS)[0].gold)
    assert sorted(name for name, _ in naming) == sorted(gold)
    assert all(gold[name] in line for name, line in naming)


@each_seed
def test_no_sentence_is_copied(path: Path, shared_documents: dict[str, str]) -> None:
    """No sentence of a seed stands in a document the project was started from."""
    theirs = [f" {' '.join(words_of(text))} " for text in shared_documents.values()]
    copied = [s for s in sentences_of(all_words(path)) if any(f" {s} " in text for text in theirs)]
    assert copied == []


@each_seed
def test_no_run_of_words_is_copied(path: Path, shared_documents: dict[str, str]) -> None:
    """No eight consecutive words of a seed stand in a document the project was started from."""
    ours = runs_of(all_words(path))
    copied = {name: sorted(ours & runs_of(text)) for name, text in shared_documents.items()}
    assert not any(copied.values()), copied


def test_corpus_has_every_format() -> None:
    """Three text files, one Markdown file, one HTML file."""
    assert sorted(path.suffix for path in SEED_PATHS) == [".html", ".md", ".txt", ".txt", ".txt"]


@each_seed
def test_front_matter_says_what_and_when(path: Path) -> None:
    """Each seed has a title, an ISO date as far as it is known, and a note on whose words it is."""
    about = front_matter(path)
    assert about["title"]
    assert re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", about["date"])
    assert "own words" in about["note"]


def test_html_seed_is_self_contained() -> None:
    """The HTML file runs nothing and fetches nothing."""
    (path,) = (path for path in SEED_PATHS if path.suffix == ".html")
    assert not read_page(path).tags & {"script", "link", "img", "iframe", "style"}
    assert "http" not in path.read_text(encoding="utf-8")
