"""What stands around an article and is no part of it: menus, counters, share lines, notices.

Precision comes first. A line counts as furniture when nothing else would be written so; whatever
could be a sentence of the article is left alone.
"""

import re

from qa_app.reading.dates import lone_date
from qa_app.reading.line_shape import has_word, is_bullet, n_words

_KNOWN_LINES = """
home, menu, main menu, search, search..., log in, login, sign in, sign up, register, my account,
subscribe, subscribe now, newsletter, newsletters, about, about us, contact, contact us, advertise,
careers, help, faq, privacy, privacy policy, cookie policy, cookies, terms, terms of use,
terms of service, sitemap, accessibility, rss, rss feed, archive, archives, sections, topics, tags,
categories, trending, most read, most popular, most viewed, popular, latest, latest news,
breaking news, top stories, editor's picks, editors' picks, recommended, news feed, newsfeed,
live updates, video, videos, photos, gallery, podcast, podcasts, weather,
twitter, youtube, instagram, facebook, telegram, whatsapp, linkedin, reddit, tiktok, pinterest, x,
vk, email, e-mail, threads, bluesky, mastodon, viber, messenger, flipboard, google news,
apple store, app store, play market, google play,
share, share this, share on, share article, share this article, share this story, tweet, print,
copy link, copy url, link copied, save, bookmark, comment, comments, no comments, leave a comment,
add comment, write a comment, show comments, like, dislike, follow, follow us, reply, report,
read more, read next, more, show more, load more, see more, view more, view all, see all,
continue reading, back to top, go to top, top, next, previous, prev, next article, previous article,
next page, previous page, skip to content, skip to main content, close, open, cancel, ok, accept,
accept all, accept cookies, reject all, manage cookies, loading, loading..., please wait, ads, ad,
advertisement, advertising, sponsored, sponsored content, promoted, paid content, avatar, reporter,
correspondent, author, authors, editor, journalist, staff writer, contributor, columnist, updated,
published, edited, listen, listen to this article, play, pause, mute, night mode, dark mode,
light mode, night_theme, day_theme, theme, font size, text size, a+, a-, en, ru, de, fr, es, tr, ua,
uk, arm, az, ar, zh, pt, it, pl, english, русский, deutsch, français, español, türkçe, українська,
հայերեն, العربية, 中文, what are you looking for, translate, choose language, select language,
photo, image, getty images, ссылка скопирована, поделиться, читать далее, главная, поиск, войти,
меню, mehr lesen, teilen, weiterlesen, menü, suche, lire la suite, partager, compartir, leer más,
paylaş, devamını oku
"""
_RELATED_LINES = """
read also, also read, see also, related, related articles, related news, related stories,
related posts, related topics, related content, more on the topic, more on this topic,
more on this story, more on this, more from, more news, read more on this topic, you may also like,
you might also like, recommended for you, recommended reading, further reading, don't miss,
читайте также, lire aussi, lesen sie auch, lee también, ayrıca oku
"""
_JOB_LINES = """
reporter, correspondent, author, editor, journalist, staff writer, contributor, columnist,
senior reporter, senior correspondent, senior editor, news editor, managing editor,
foreign correspondent, political correspondent, staff reporter, contributing writer
"""


def _phrases(listed: str) -> frozenset[str]:
    return frozenset(" ".join(phrase.split()) for phrase in listed.split(","))


_RELATED = _phrases(_RELATED_LINES)
_JOBS = _phrases(_JOB_LINES)
_KNOWN = _phrases(_KNOWN_LINES) | _RELATED | _JOBS

_COUNT = r"[\d.,]+\s?[km]?"
_PATTERN = re.compile(
    "|".join(
        (
            r"\d+\s?-?min(?:ute)?s?(?: of)? read(?:ing)?(?: time)?",
            r"reading time:? \d+ ?min(?:ute)?s?\.?",
            rf"(?:views?|shares?|comments?|likes?|reads?|просмотры|просмотров|görüntülenme)\s*:\s*{_COUNT}",
            rf"{_COUNT}\s(?:views?|shares?|comments?|likes?|reads?|followers)",
            r"(?:\d+|an?|one) (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?) ago",
            r"(?:share-line)?(?:liked?|enjoyed) (?:the|this) (?:story|article)\W.{0,60}",
            r"share (?:(?:this|it|the (?:story|article)) )?(?:on|via|with|to) [\w ]{1,30}!?",
            r"(?:follow|join|find) us on [\w ,&]{1,40}[.!]?",
            r"(?:subscribe to|sign up (?:for|to)) (?:our|the) (?:[\w-]+ ){0,3}newsletters?[.!]?",
            r"subscribe to (?:our|the) (?:[\w-]+ ){0,3}channel[.!]?",
            r"(?:click|tap) here(?: to [\w ]{1,40})?[.!]?",
            r"(?:photo|image|picture|video|credit|source)s?\s*:\s*[\w ./&-]{1,50}",
            r"(?:tags?|topics?|filed under|categor(?:y|ies))\s*:\s*[\w ,&#-]{1,100}",
            r"(?:https?://|www\.)\S+",
            r"[\w.+-]+@[\w-]+\.[\w.]+",
            r"@\w{2,30}",
            r"(?:[\w-]+\.)+(?:com|org|net|info|news|az|ru|ua|uk|eu|io|tv|me|fr|de|tr|ir|sy|am|ge|gov|edu)",
            r"(?:page )?\d{1,4}(?: ?(?:/|of) ?\d{1,4})?",
            r"[\d\s.,:/%+-]{1,20}",
            r"\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?",
        )
    ),
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"©|\(c\) ?\d{4}|\bcopyright \d{4}|\ball rights reserved\b"
    r"|^any (?:use|reproduction|copying|republication) of (?:the |our |these |this )?"
    r"(?:site |website )?(?:materials?|contents?)\b",
    re.IGNORECASE,
)
_MAX_NOTICE_WORDS = 30
_MAX_CHARS = 300
_EDGES = " \t\u00a0:.…!?»›→▸▾▼▲←«‹|•·*#>+-–—"


def is_furniture(line: str) -> bool:
    """Whether this single line is furniture whatever stands around it."""
    line = line.strip()
    if len(line) > _MAX_CHARS:
        return False
    return (
        not has_word(line)
        or _phrase(line) in _KNOWN
        or line.casefold() in _KNOWN
        or _PATTERN.fullmatch(line) is not None
        or _is_notice(line)
        or _points_elsewhere(line)
        or bool(lone_date(line))
    )


def opens_related(line: str) -> bool:
    """Whether the line announces a list of other articles."""
    return _phrase(line) in _RELATED


def is_job(line: str) -> bool:
    """Whether the line is only what somebody is at a paper."""
    return _phrase(line) in _JOBS


def _is_notice(line: str) -> bool:
    return n_words(line) <= _MAX_NOTICE_WORDS and _NOTICE.search(line) is not None


def _points_elsewhere(line: str) -> bool:
    """Whether the line is a pointer with another article's headline: “Read also: …”."""
    pointer, _, headline = line.partition(":")
    return bool(headline.strip()) and _phrase(pointer) in _RELATED and not line.endswith(".")


def _phrase(line: str) -> str:
    line = line.strip()
    if is_bullet(line):
        line = line.split(maxsplit=1)[-1]
    return " ".join(line.strip(_EDGES).replace("’", "'").casefold().split())
