"""Elements whose class or id says that they frame the article: `share-bar`, `relatedPosts`.

A name is a hint that a page's maker left for the style sheet. It counts only for elements that hold
neither the page's title nor much text, since some makers hang such names on the whole page.
"""

import re
from itertools import pairwise
from typing import Any

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_NAMES = frozenset(
    """
nav navbar navigation navlinks topnav subnav mainnav submenu topbar breadcrumb breadcrumbs
crumbs pfad share shares sharing sharebar sharedaddy social socials addthis related relatedposts
verwandt ilgili recirc recirculation recommended recommendations recommendation newsletter
newsletters signup subscribe subscription abo abone paywall cookie cookies consent cmp gdpr
footer colophon sidebar widget widgets tags tag taglist etiketler schlagworte promo promos
promotion advert adverts advertisement ad ads adbox sponsor sponsored werbung anzeige reklam toc
pullquote toolbar pager pagination skip skiplink sprungmarken respond mostread copyright
catlinks langswitch reprints paylas partage partager teilen partenaires disclosure teaserlist
teaserbox outbrain taboola pinterest masthead
""".split()
)
_PHRASES = frozenset(
    """
author-bio author-box author-card about-author author-info pull-quote most-read most-popular
most-viewed comment-form comment-respond your-answer more-stories more-news more-from
site-header site-footer site-info site-nav site-title site-description page-feedback page-footer
page-header newsletter-box read-more read-also read-next also-read see-also jump-to jump-link
back-top entry-meta entry-footer post-meta post-footer post-tags article-meta article-tags
article-info article-footer thread-tools post-menu post-links teaser-box teaser-list header-top
top-bar social-likes user-info login-form search-form print-link buy-box ad-label mw-navigation
page-tools
""".split()
)
# These name as often a part of the article: they must hold a link or a button besides.
_DOUBTFUL = frozenset(
    """
teaser teasers actions tools print feedback support header banner incut metrics login search bio
menu rights popular similar trending ticker secondary foot fuss
""".split()
)
_HOLDS_ARTICLE = "h1, article, main, [role=main]"
_TALKS_BACK = "a, button"
_TEXT_CHARS = 150
_MOST_TEXTS = 2
_MANY_WORDS = 3


def is_named_furniture(node: Any, attributes: dict[str, str | None]) -> bool:  # noqa: ANN401 - selectolax has no types
    """Whether the element is furniture by its name."""
    name = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    if not name.strip() or node.tag in {"html", "body", "main", "article"}:
        return False
    said, doubtful = _says(name)
    if not said and not (doubtful and node.css_first(_TALKS_BACK) is not None):
        return False
    return not _holds_article(node)


def _says(name: str) -> tuple[bool, bool]:
    """Whether one of the names is of furniture, and whether one of them may be."""
    sure = doubtful = False
    for one in name.split():
        words = [word.lower() for word in _WORD.findall(one)]
        pairs = {"-".join(pair) for pair in pairwise(words)}
        # The last word says what it is, or the first of two: "share-bar", "box-related".
        named = words[-1:] + (words[:1] if len(words) < _MANY_WORDS else [])
        sure = sure or not _NAMES.isdisjoint(named)
        sure = sure or not pairs.isdisjoint(_PHRASES)
        doubtful = doubtful or not _DOUBTFUL.isdisjoint(words)
    return sure, doubtful


def _holds_article(node: Any) -> bool:  # noqa: ANN401 - as above
    if node.css_first(_HOLDS_ARTICLE) is not None:
        return True
    long = (p for p in node.css("p") if len(p.text(deep=True)) > _TEXT_CHARS)
    return sum(1 for _ in long) > _MOST_TEXTS
