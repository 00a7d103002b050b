"""Files in files: what is in an archive, a mail, a mailbox, and what it is called."""

import io
import struct
import zipfile
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from qa_app.errors import ReadError
from qa_app.model import BlockKind, Document, FileState, Metadata
from qa_app.reading.containers.names import MemberNames
from qa_app.reading.file_reader import Content, Reading, wants_all
from qa_app.reading.limits import DEFAULT_LIMITS, ReadingLimits
from qa_app.reading.registry import read_document
from tests.fakes import DirectReader
from tests.reading.sound_files import archive, letter, text


def _read(data: bytes, form: str, limits: ReadingLimits = DEFAULT_LIMITS) -> dict[str, Reading]:
    """What became of a file and those in it, by name, in the order it was told."""
    readings = list(DirectReader(limits).read(data, form, wants_all))
    told = {reading.content.name: reading for reading in readings}
    assert len(told) == len(readings)
    assert readings[-1].content.name == ""
    return told


def _reasons(told: dict[str, Reading]) -> dict[str, str]:
    return {name: reading.reason for name, reading in told.items() if reading.reason}


def _document(reading: Reading) -> Document:
    assert reading.document is not None
    return reading.document


class TestArchives:
    """What a zip archive holds."""

    def test_each_file_is_a_document(self) -> None:
        """Those of every format that is read, in folders too; the archive itself is none."""
        told = _read(archive(("a.txt", text()), ("deep/b.MD", b"# Bridge\n\nIt is shut.")), "zip")
        assert list(told) == ["a.txt", "deep/b.MD", ""]
        assert _document(told["a.txt"]).text == text().decode()
        assert told["deep/b.MD"].content.format == "markdown"
        assert (told[""].document, told[""].state) == (None, FileState.INDEXED)

    def test_what_cannot_be_read_is_told_with_its_reason(self) -> None:
        """It costs the other files nothing."""
        told = _read(
            archive(("a.exe", b"MZ"), ("b.txt", b"\x00\x01" * 50), ("c.txt", text())), "zip"
        )
        assert [told[name].state for name in ("a.exe", "b.txt", "c.txt")] == [
            FileState.SKIPPED,
            FileState.FAILED,
            FileState.INDEXED,
        ]
        assert _reasons(told)["a.exe"].startswith("not a format that is read")
        assert _reasons(told)["b.txt"] == "binary data, not text"

    def test_hidden_files_are_passed_over(self) -> None:
        """As in a folder, and with them what a Mac adds."""
        hidden = (".git/a.txt", "b/.c.txt", "__MACOSX/a.txt")
        told = _read(archive(*((name, text()) for name in hidden), ("./a.txt", text())), "zip")
        assert list(told) == ["a.txt", ""]

    def test_encrypted_file(self) -> None:
        """It is told as such."""
        data = bytearray(archive(("a.txt", text())))
        for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            data[data.index(mark) + offset] |= 1
        assert _reasons(_read(bytes(data), "zip")) == {"a.txt": "it is encrypted"}

    @pytest.mark.parametrize("data", [b"", b"PK", b"no archive", archive(("a.txt", text()))[:-30]])
    def test_what_is_no_archive_fails(self, data: bytes) -> None:
        """With a reason, and nothing in it."""
        told = _read(data, "zip")
        assert _reasons(told) == {"": "the archive is damaged or incomplete"}
        assert told[""].state is FileState.FAILED

    def test_damaged_member_costs_itself(self) -> None:
        """Its check sum is wrong; the others are read."""
        data = bytearray(archive(("a.txt", text()), ("b.txt", b"The bridge is shut.")))
        data[data.index(b"a.txt") + 10] ^= 0xFF
        told = _read(bytes(data), "zip")
        assert (told["a.txt"].state, told["b.txt"].state) == (FileState.FAILED, FileState.INDEXED)

    def test_name_that_only_is_utf8(self) -> None:
        """Some programs write UTF-8 without saying so."""
        data = archive(("мост.txt", text()))
        plain = bytearray(data)
        for mark, offset in ((b"PK\x03\x04", 7), (b"PK\x01\x02", 9)):
            plain[plain.index(mark) + offset] &= ~0x8
        assert list(_read(bytes(plain), "zip")) == list(_read(data, "zip")) == ["мост.txt", ""]


class TestLimits:
    """What is not read of a file with others in it is said."""

    def test_too_many_members(self) -> None:
        """The rest is not read, and the setting is named."""
        members = ((f"{n}.txt", text()) for n in range(5))
        told = _read(archive(*members), "zip", replace(DEFAULT_LIMITS, max_members=3))
        assert list(told) == ["0.txt", "1.txt", "2.txt", ""]
        assert "more than 3 files; raise max_members" in told[""].reason
        assert told[""].state is FileState.INDEXED

    def test_as_many_members_as_allowed(self) -> None:
        """Nothing is said where nothing is left out."""
        members = ((f"{n}.txt", text()) for n in range(3))
        limits = replace(DEFAULT_LIMITS, max_members=3)
        assert _reasons(_read(archive(*members), "zip", limits)) == {}

    def test_member_that_is_too_large(self) -> None:
        """It is skipped like a file of that size."""
        limits = replace(DEFAULT_LIMITS, max_file_bytes=2_000_000)
        told = _read(archive(("a.txt", b"\x00" * 3_000_000), ("b.txt", text())), "zip", limits)
        assert told["a.txt"].reason == "larger than 2 MB; raise max_file_mb to read it"
        assert told["b.txt"].document is not None

    def test_member_that_lies_about_its_size(self) -> None:
        """No more is unpacked than it claims, and what does not fit the claim is damaged."""
        data = bytearray(archive(("a.txt", b"\x00" * 3_000_000)))
        at = data.index(b"PK\x01\x02")
        data[at + 24 : at + 28] = struct.pack("<I", 100)
        told = _read(bytes(data), "zip", replace(DEFAULT_LIMITS, max_file_bytes=2_000_000))
        assert _reasons(told) == {"a.txt": "it is damaged or incomplete"}

    def test_archive_that_is_too_large_unpacked(self) -> None:
        """Many members may not do what one may not."""
        limits = replace(DEFAULT_LIMITS, max_expanded_bytes=2_500_000)
        members = ((f"{n}.txt", b"weir " * 200_000) for n in range(4))
        told = _read(archive(*members), "zip", limits)
        assert list(told) == ["0.txt", "1.txt", ""]
        assert (
            told[""].reason == "unpacked it is larger than 2 MB; raise max_file_mb to read the rest"
        )

    @pytest.mark.parametrize(("n_levels", "is_read"), [(10, True), (11, False), (40, False)])
    def test_archives_in_archives(self, n_levels: int, is_read: bool) -> None:
        """Ten are opened, each in the next; what is deeper is told."""
        data = text()
        names = ["a.txt", *("z.zip" for _ in range(n_levels - 1))]
        for name in names:
            data = archive((name, data))
        told = _read(data, "zip")
        assert any(reading.document for reading in told.values()) is is_read
        assert any("lies in 10 files" in reading.reason for reading in told.values()) is not is_read

    def test_limit_within_an_inner_archive(self) -> None:
        """The members of all of them count together, and each says what it lacks."""
        inner = archive(*((f"{n}.txt", text()) for n in range(3)))
        limits = replace(DEFAULT_LIMITS, max_members=3)
        told = _read(archive(("in.zip", inner), ("z.txt", text())), "zip", limits)
        assert list(told) == ["in.zip/0.txt", "in.zip/1.txt", "in.zip", ""]
        assert all("max_members" in told[name].reason for name in ("in.zip", ""))


class TestNames:
    """Names from a file lead nowhere."""

    @pytest.mark.parametrize(
        ("name", "clean"),
        [
            ("../../etc/passwd.txt", "etc/passwd.txt"),
            ("/etc/passwd.txt", "etc/passwd.txt"),
            ("C:\\Windows\\a.txt", "Windows/a.txt"),
            ("a/./b//c.txt", "a/b/c.txt"),
            ("a\x00b\n\u202ec.txt", "abc.txt"),
            ("..", "unnamed"),
            ("", "unnamed"),
            ("  a   b .txt ", "a b .txt"),
            ("x" * 300 + ".txt", "x" * 116 + ".txt"),
        ],
    )
    def test_cleaned(self, name: str, clean: str) -> None:
        """Parents, roots, drives and what cannot be seen are dropped; the end of a name stays."""
        assert MemberNames().clean(name) == clean

    def test_alike_names_are_numbered(self) -> None:
        """No two files in one file share a name."""
        names = MemberNames()
        assert [names.clean(n) for n in ("a.txt", "../a.txt", "a (2).txt", "a.txt", "b")] == [
            "a.txt",
            "a (2).txt",
            "a (2) (2).txt",
            "a (3).txt",
            "b",
        ]

    def test_many_alike_names(self) -> None:
        """They are numbered without counting from the start each time."""
        names = MemberNames()
        assert len({names.clean("a.txt") for _ in range(20_000)}) == 20_000

    @given(st.lists(st.text(st.characters(categories=["L", "P", "C", "Z"]), max_size=40)))
    def test_whatever_they_are(self, given_names: list[str]) -> None:
        """They are relative, different, on one line, and lead to no parent."""
        names = MemberNames()
        cleaned = [names.clean(name) for name in given_names]
        assert len(set(cleaned)) == len(cleaned)
        for name in cleaned:
            parts = name.split("/")
            assert all(part.strip(".") and len(part.splitlines()) == 1 for part in parts)
            assert name.encode()


class TestMails:
    """A mail is a document, and holds what is attached to it."""

    def test_it_says_who_wrote_it_and_when(self) -> None:
        """The subject is its title, the sender its author; the head is shown and no passage."""
        reading = _read(letter("Die Wehre – Bericht").as_bytes(), "mail")[""]
        document = _document(reading)
        assert document.metadata == Metadata(
            title="Die Wehre – Bericht", author="Ana Ruiz", date="2025-02-17"
        )
        head = document.blocks[0]
        assert head.kind is BlockKind.FRONT_MATTER
        assert head.span.of(document.text).splitlines() == [
            "From: Ana Ruiz <ana@harwick.example>",
            "To: keeper@harwick.example",
            "Date: Mon, 17 Feb 2025 10:00:00 +0100",
            "Subject: Die Wehre – Bericht",
        ]
        assert [p.span.of(document.text) for p in reading.passages] == [
            "The weir at Harwick held through the night. Nobody was hurt, said the keeper.",
            "> Did it hold?",
        ]

    def test_mail_that_is_a_page_only(self) -> None:
        """Its text is what a reader sees; where the plain part is empty too."""
        for plain in (None, " \n"):
            mail = EmailMessage()
            if plain is not None:
                mail.set_content(plain)
                mail.add_alternative("<p>The <b>bridge</b> is shut.</p>", subtype="html")
            else:
                mail.set_content("<p>The <b>bridge</b> is shut.</p>", subtype="html")
            document = _document(_read(mail.as_bytes(), "mail")[""])
            assert document.text == "The bridge is shut."

    def test_attachments_are_documents(self) -> None:
        """Mails among them with theirs in turn; what is not read is told."""
        inner = letter("The gates", ("in.txt", b"The gate is open."))
        mail = letter("The weir", ("plan.md", b"# Plan\n\nOf the weir."), ("a.bin", b"x"))
        mail.add_attachment(inner)
        told = _read(mail.as_bytes(), "mail")
        assert list(told) == ["plan.md", "a.bin", "The gates.eml/in.txt", "The gates.eml", ""]
        assert told["a.bin"].state is FileState.SKIPPED
        assert _document(told["The gates.eml/in.txt"]).text == "The gate is open."

    def test_attachment_without_a_telling_name(self) -> None:
        """What the mail says it is counts where its name does not say it."""
        mail = letter()
        mail.add_attachment("The bridge is shut.", disposition="attachment")
        mail.add_attachment("The gate is open.", filename="gate")
        told = _read(mail.as_bytes(), "mail")
        assert list(told) == ["attachment.txt", "gate.txt", ""]

    def test_attachment_names_lead_nowhere(self) -> None:
        """As in an archive."""
        told = _read(letter("Up", ("../../.ssh/a.txt", text())).as_bytes(), "mail")
        assert list(told) == [".ssh/a.txt", ""]

    @pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "cp1252", "us-ascii", "nonsense"])
    def test_encodings(self, charset: str) -> None:
        """The one the mail declares, or where that is wrong the one that it is."""
        head = f"Subject: Brücke\nContent-Type: text/plain; charset={charset}\n\n".encode()
        body = "Die Brücke über den Fluss ist gesperrt.".encode("cp1252")
        document = _document(_read(head + body, "mail")[""])
        assert document.text.endswith("Die Brücke über den Fluss ist gesperrt.")
        assert document.metadata.title == "Brücke"

    @pytest.mark.parametrize(
        "head",
        [
            b"Subject: =?utf-8?b?////?=\nDate: Mon, 99 Foo 2025\nFrom: <<<>>,,\n",
            b"Subject: =?nonsense?q?a=FF?=\nContent-Type: multipart/mixed\n",
            b'Content-Type: multipart/alternative; boundary=""\nFrom: \x80\xff\n',
            b"Content-Type: text/plain; name*=x''%ff; charset*0=\n",
            b"Content-Transfer-Encoding: base64\nContent-Type: text/html\nSubject: x\n",
            b"Content-Transfer-Encoding: x-uuencode\nSubject: x\n",
            b"Content-Type: message/rfc822\nSubject: x\n",
        ],
    )
    def test_broken_heads(self, head: bytes) -> None:
        """None of them is a bug of ours."""
        told = _read(head + b"\n&#%$ The bridge is shut.\n", "mail")
        assert [reason for reason in _reasons(told).values() if "bug" in reason] == []

    def test_parts_nested_without_end(self) -> None:
        """They are told to be nested too deeply."""
        part = b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n"
        told = _read(b"".join(part % (n, n) for n in range(3_000)), "mail")
        assert "" in told

    def test_read_alone(self) -> None:
        """Whoever has the bytes of a mail reads it without what is attached to it."""
        data = letter("The weir", ("plan.md", b"# Plan\n\nOf the weir.")).as_bytes()
        assert "Did it hold?" in read_document(data, "mail").text
        with pytest.raises(ReadError, match="holds files"):
            read_document(archive(("a.txt", text())), "zip")


class TestMailboxes:
    """A file with many mails."""

    @staticmethod
    def _box(*mails: bytes, end: bytes = b"\n") -> bytes:
        return end.join(b"From a@b Mon Feb 17 10:00:00 2025" + end + mail for mail in mails)

    def test_each_mail_is_a_document(self) -> None:
        """Named by its number and its subject, with what is attached below it."""
        mails = (letter("The weir"), letter("Re: a/b\\c", ("plan.txt", text())))
        told = _read(self._box(*(mail.as_bytes() for mail in mails)), "mailbox")
        second = "0002 Re: a b c.eml"
        assert list(told) == ["0001 The weir.eml", f"{second}/plan.txt", second, ""]
        assert _document(told[second]).metadata.title == "Re: a/b\\c"

    def test_line_of_a_mail_that_begins_like_the_next(self) -> None:
        """One that was kept apart is as it was; one without a head below it begins no mail."""
        body = b"Subject: x\n\n>From here on.\n\nFrom there on.\nIt is dark.\n"
        (mail, _) = _read(self._box(body), "mailbox").values()
        assert _document(mail).text.endswith("\n\nFrom here on.\n\nFrom there on.\nIt is dark.\n")

    def test_line_ends_of_windows(self) -> None:
        """They are as good."""
        mail = b"Subject: x\r\n\r\nIt is dark.\r\n"
        assert len(_read(self._box(mail, mail, end=b"\r\n"), "mailbox")) == 3

    def test_no_mail(self) -> None:
        """That is told."""
        assert _reasons(_read(b"From afar.\nNothing.", "mailbox")) == {"": "no mail in it"}


class TestWanted:
    """Whoever asks for a file may have some of it already."""

    def test_only_what_is_wanted_is_read(self) -> None:
        """Each file is offered with its hash; an archive that is not wanted is not opened."""
        data = archive(("a.txt", text()), ("b.zip", archive(("c.txt", text()))), ("d.txt", b"It."))
        offered: list[Content] = []

        def wants(content: Content) -> bool:
            offered.append(content)
            return content.name == "d.txt"

        told = list(DirectReader().read(data, "zip", wants))
        assert [reading.content.name for reading in told] == ["d.txt", ""]
        assert [content.name for content in offered] == ["a.txt", "b.zip", "d.txt"]
        assert all(len(content.content_hash) == 64 for content in offered)


def test_entity_bomb_is_not_expanded() -> None:
    """A page's own entities mean nothing to us."""
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    page = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY e0 "ha">{entities}]>'
    reading = _read(f"{page}<html><p>The weir held. &e11;</p></html>".encode(), "html")[""]
    assert len(_document(reading).text) < 2_000


def test_overlapping_members() -> None:
    """Members that share their bytes are each bounded like any other."""
    made = io.BytesIO(archive(("a.txt", b"\x00" * 1_000_000)))
    with zipfile.ZipFile(made) as opened:
        (info,) = opened.infolist()
    central = made.getvalue().index(b"PK\x01\x02")
    entry = made.getvalue()[central : made.getvalue().index(b"PK\x05\x06")]
    n_copies = 200
    end = struct.pack(
        "<4s4H2LH", b"PK\x05\x06", 0, 0, n_copies, n_copies, len(entry) * n_copies, central, 0
    )
    data = made.getvalue()[:central] + entry * n_copies + end
    limits = replace(DEFAULT_LIMITS, max_expanded_bytes=5_000_000)
    told = _read(data, "zip", limits)
    assert len(told) == 6
    assert info.filename in told
    assert "max_file_mb" in told[""].reason
