"""Whom a speaker's name, office or pronoun means, from what the document has said so far."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from qa_app.language.reporting_verbs import VERBS
from qa_app.language.speakers import fold
from qa_app.language.speech.document_names import DocumentNames
from qa_app.language.speech.drafting import Draft
from qa_app.language.speech.last_named import LastNamed
from qa_app.language.speech.mentions import Mention, Sort
from qa_app.language.speech.other_subjects import clause_subject
from qa_app.language.speech.outline import Kind, Token
from qa_app.language.speech.subject import Subject, Who
from qa_app.language.speech.word_lists import PREPOSITIONS, is_body, is_role, is_writing

_GENDERS = {"he": "m", "she": "f"}
_BY_OFFICE = 0.95
_BY_MENTION = 0.95
_BY_LATEST = 0.85
_PARAGRAPH_BEFORE = 0.85
_UNKNOWN = 0.4
_MAX_SENTENCES = 20


class Voice(Struct, frozen=True):
    """Someone who speaks: the fullest name, what describes them, and which pronouns fit them."""

    name: str
    offices: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    gender: str = ""
    is_person: bool = False
    is_body: bool = False
    is_writing: bool = False
    is_many: bool = False


class _Paragraph(Struct, frozen=True):
    """What has been read of a paragraph: its tokens, its names, and who spoke at which token."""

    text: str
    tokens: Sequence[Token]
    mentions: Sequence[Mention]
    spoken: list[tuple[int, Voice]]


class Voices:
    """Tells who each draft's speaker is; the paragraphs come in the document's order."""

    def __init__(self, names: DocumentNames) -> None:
        self._names = names
        self._latest = LastNamed()
        self._here = _Paragraph("", (), (), [])
        self._before = _Paragraph("", (), (), [])

    def open_paragraph(
        self, text: str, tokens: Sequence[Token], mentions: Sequence[Mention]
    ) -> None:
        """The next paragraph begins."""
        self._latest.note(self._here.mentions, self._here.tokens)
        self._before = self._here
        self._here = _Paragraph(text, tokens, mentions, [])

    def of(self, draft: Draft) -> tuple[Voice, float]:
        """Who speaks in a draft, and how sure that is, 0 to 1, where their name would be 1."""
        subject = draft.subject
        if subject.who is Who.PRONOUN:
            voice, certainty = self._meant(subject, draft)
        else:
            voice, certainty = self._called(subject, self._here)
        self._here.spoken.append((draft.cue, voice))
        return voice, certainty

    def _called(self, subject: Subject, paragraph: _Paragraph) -> tuple[Voice, float]:
        """Whom a name or a noun means."""
        if subject.who is Who.NAME and subject.mention is not None:
            return self._named(subject, subject.mention), 1.0
        return self._by_noun(subject, paragraph)

    def by_mention(self, mention: Mention) -> Voice:
        """Whom a name means, with what the document says of them."""
        return self._mentioned(mention)

    def _named(self, subject: Subject, mention: Mention) -> Voice:
        is_body = self._names.is_body(mention)
        return Voice(
            name=self._names.full(mention),
            offices=self._names.all_offices(mention, subject.offices),
            bodies=self._full_bodies(subject.bodies),
            gender=mention.gender or self._names.gender(mention.keys),
            is_person=not is_body,
            is_body=is_body or mention.sort is Sort.UNKNOWN,
        )

    def _full_bodies(self, bodies: Sequence[str]) -> tuple[str, ...]:
        """The bodies by their names, where the document has one for them: the agency's."""
        return tuple(self._names.body(fold(body)) or body for body in bodies)

    def _by_noun(self, subject: Subject, paragraph: _Paragraph) -> tuple[Voice, float]:
        noun = fold(subject.offices[0]).split() if subject.offices else [""]
        voice = Voice(
            name=" ".join(subject.name.of(paragraph.text).split()),
            offices=subject.offices,
            bodies=self._full_bodies(subject.bodies),
            is_person=is_role(noun[-1]),
            is_body=is_body(noun[-1]),
            is_writing=is_writing(noun[-1]),
            is_many=subject.is_many,
        )
        is_the = paragraph.tokens[subject.first].low == "the"
        is_bare = subject.last - subject.first == len(noun) + 1
        if not is_the or not is_bare or subject.is_many:
            return voice, 1.0
        holder = self._names.holder(noun) if voice.is_person else None
        if holder is not None:
            return self._as(voice, holder), _BY_OFFICE
        known = "" if voice.is_person else self._names.body(noun[-1])
        if known:
            return replace(voice, name=known), _BY_OFFICE
        before = [m for m in paragraph.mentions if m.last <= subject.first]
        latest = self._latest.find(noun, before, paragraph.tokens)
        if latest is None:
            return voice, 1.0
        return self._as(voice, latest), _BY_LATEST

    def _as(self, voice: Voice, mention: Mention) -> Voice:
        """Somebody called by a noun, as who they are found to be."""
        offices = self._names.all_offices(mention, voice.offices)
        return replace(voice, name=self._names.full(mention), offices=offices)

    def _meant(self, subject: Subject, draft: Draft) -> tuple[Voice, float]:
        """Whom a pronoun means: the nearest who can, in this paragraph or the one before."""
        for paragraph, share in ((self._here, 1.0), (self._before, _PARAGRAPH_BEFORE)):
            is_here = paragraph is self._here
            until = draft.cue if is_here else len(paragraph.tokens)
            told = draft.pieces if is_here else ()
            for voice, certainty in self._candidates(paragraph, until, told):
                if _fits(subject, voice):
                    return voice, certainty * share
        return Voice(subject.text), _UNKNOWN

    def _candidates(
        self, paragraph: _Paragraph, until: int, told: Sequence[tuple[int, int]]
    ) -> Iterator[tuple[Voice, float]]:
        """Those a pronoun at token `until` can mean, the likeliest first, sentence by sentence.

        Not those named in what it tells, the ranges `told`: The union would talk, he said.
        """
        end = until
        for _ in range(_MAX_SENTENCES):
            if end <= 0:
                return
            start = end
            while start > 0 and paragraph.tokens[start - 1].kind is not Kind.END:
                start -= 1
            yield from self._in_sentence(paragraph, start, end, told)
            end = start - 1

    def _in_sentence(
        self, paragraph: _Paragraph, start: int, end: int, told: Sequence[tuple[int, int]]
    ) -> Iterator[tuple[Voice, float]]:
        """Who speaks in a sentence, whom it begins with, whom else it names."""
        spoken = [voice for cue, voice in paragraph.spoken if start <= cue < end]
        yield from ((voice, 1.0) for voice in reversed(spoken))
        subject = clause_subject(paragraph.tokens, start, end)
        if subject is not None and _is_told(subject.first, told):
            subject = None
        if subject is not None and self._may_be_meant(subject, paragraph.tokens):
            yield self._called(subject, paragraph)[0], _BY_MENTION
        inside = [mention for mention in paragraph.mentions if start <= mention.first < end]
        for mention in sorted(inside, key=lambda m: not _may_be_subject(paragraph.tokens, m)):
            is_barred = _is_governed(paragraph.tokens, mention) or _is_told(mention.first, told)
            if self._may_be_person(mention, paragraph.tokens) and not is_barred:
                yield self._mentioned(mention), _BY_MENTION

    def _may_be_meant(self, subject: Subject, tokens: Sequence[Token]) -> bool:
        mention = subject.mention
        if mention is None or mention.sort is Sort.BODY:
            return subject.who is not Who.PRONOUN
        return self._may_be_person(mention, tokens)

    def _may_be_person(self, mention: Mention, tokens: Sequence[Token]) -> bool:
        return self._names.may_be_person(mention) and self._names.is_name(mention, tokens)

    def _mentioned(self, mention: Mention) -> Voice:
        return Voice(
            name=self._names.full(mention),
            offices=self._names.all_offices(mention),
            gender=mention.gender or self._names.gender(mention.keys),
            is_person=True,
        )


def _fits(pronoun: Subject, voice: Voice) -> bool:
    if pronoun.text in _GENDERS:
        return (
            voice.is_person and voice.gender in {"", _GENDERS[pronoun.text]} and not voice.is_many
        )
    if pronoun.text == "they":
        return voice.is_many or (voice.is_body and not voice.is_person)
    return pronoun.text == "it" and (voice.is_body or voice.is_writing)


def _is_told(at: int, told: Sequence[tuple[int, int]]) -> bool:
    return any(first <= at < last for first, last in told)


def _may_be_subject(tokens: Sequence[Token], mention: Mention) -> bool:
    """Whether a name stands where a clause's subject does: at its start, titles aside."""
    at = mention.first - 1
    while tokens[at].kind is Kind.WORD and is_role(tokens[at].low):
        at -= 1
    return tokens[at].kind is not Kind.WORD and not mention.is_possessive


def _is_governed(tokens: Sequence[Token], mention: Mention) -> bool:
    """Whether it is to, of or about them that something was said or done."""
    lead = tokens[mention.first - 1]
    return lead.low in PREPOSITIONS or (lead.low in VERBS and not lead.is_capital)
