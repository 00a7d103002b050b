"""Pages as people save them, in our own words: news, blogs, a wiki, a forum, offices, old tables.

Each says which of its sentences are the article's, and which lines are none of it.
"""

from msgspec import Struct


class WebPage(Struct, frozen=True):
    """A page, the sentences it is saved for, the lines around them, and what it says of itself."""

    name: str
    html: str
    sentences: tuple[str, ...]
    furniture: tuple[str, ...]
    title: str
    author: str = ""
    date: str = ""
    publisher: str = ""


_WEIR = (
    "The old weir above Harwick held through the night although the river rose by two metres.",
    "Engineers had expected it to give way, and the mayor had asked people to leave Mill Lane.",
    "“We were lucky this time,” said Ines Calder, who runs the lock for the county.",
    "Repairs are to begin in May and will cost about 400,000, the county office said on Tuesday.",
    "Nobody was hurt.",
)
_BOATS = (
    "Three boats broke loose in the harbour and were found a mile downstream the next morning.",
    "Their owners had left the ropes slack, as they do in every winter.",
    "The harbour master wants a new rule and says he will fine those who do not follow it.",
    "Two of the boats are damaged beyond repair.",
)


def _paragraphs(sentences: tuple[str, ...]) -> str:
    return "".join(f"<p>{sentence}</p>" for sentence in sentences)


_NEWS_RELATED = (
    "Council votes on parking",
    "School roof to be mended by June",
    "Ferry back in service after storm",
    "Harwick Rovers lose again at home",
)
_NEWS = WebPage(
    "news",
    f"""<html><head><title>Weir holds through the night - Harwick Herald</title>
<meta property="og:site_name" content="Harwick Herald">
<script type="application/ld+json">{{"@context":"https://schema.org","@type":"NewsArticle",
"headline":"Weir holds through the night","datePublished":"2025-02-18T07:30:00+00:00",
"author":{{"@type":"Person","name":"Jane Marsh"}},
"publisher":{{"@type":"Organization","name":"Harwick Herald"}}}}</script></head><body>
<div class="topbar"><div><a href="/">Harwick Herald</a></div><div><a href="/n">News</a>
<a href="/s">Sport</a> <a href="/w">Weather</a></div><div>Sign in</div></div>
<div class="wrap"><div class="story"><h1>Weir holds through the night</h1>
<div class="byl">By Jane Marsh</div><div class="share"><span>Share</span><span>Tweet</span></div>
<div class="body">{_paragraphs(_WEIR[:3])}<div class="inline-related"><strong>Read also</strong>
<a href="/x">{_NEWS_RELATED[0]}</a></div>{_paragraphs(_WEIR[3:])}</div></div>
<div class="sidebar"><div class="box-title">Most read this week</div><div><div>
<a href="/1">{_NEWS_RELATED[1]}</a>
</div><div><a href="/2">{_NEWS_RELATED[2]}</a></div><div><a href="/3">{_NEWS_RELATED[3]}</a></div>
</div></div></div>
<div class="foot"><div>© 2025 Harwick Herald</div><div><a href="/p">Privacy policy</a></div></div>
</body></html>""",
    _WEIR,
    (*_NEWS_RELATED, "Most read this week", "Sign in", "Share", "Tweet", "Privacy policy"),
    "Weir holds through the night",
    "Jane Marsh",
    "2025-02-18",
    "Harwick Herald",
)
_BLOG = WebPage(
    "blog",
    f"""<html lang=en><head><title>Boats adrift | A Keeper's Notes</title>
<meta name="author" content="Tom Weaver"></head><body class="home">
<div id="header"><h1><a href="/">A Keeper's Notes</a></h1>
<p class="tagline">Water, locks and weather</p></div>
<div id="content"><div class="post"><h2 class="entry-title">Boats adrift</h2>
<p class="meta">Posted on 3 March 2024 by Tom Weaver</p>
<div class="entry-content">{_paragraphs(_BOATS)}</div>
<p class="tags">Filed under: harbour, winter</p><div class="nav-prev">
<a href="/p">Older: How to tie a rope</a></div>
</div><div id="comments"><h3>2 comments</h3><ol><li><p>Anna Pike</p><p>We saw one of them pass our
garden at six in the morning.</p></li></ol><h3>Leave a reply</h3>
<p class="req">Required fields are marked *</p></div></div>
<div id="sidebar"><h4>Archives</h4><ul><li><a href="/1">March 2024</a></li><li>
<a href="/2">February 2024</a>
</li><li><a href="/3">January 2024</a></li></ul><h4>Blogroll</h4><ul><li>
<a href="/4">The lock gazette</a></li></ul></div>
<div id="footer"><p>Proudly powered by WordPress</p></div></body></html>""",
    (*_BOATS, "We saw one of them pass our garden at six in the morning."),
    (
        "Filed under: harbour, winter",
        "Older: How to tie a rope",
        "February 2024",
        "Leave a reply",
        "Required fields are marked *",
        "The lock gazette",
        "Proudly powered by WordPress",
    ),
    "Boats adrift",
    "Tom Weaver",
    "2024-03-03",
)
_OFFICE = WebPage(
    "office",
    f"""<html><head><title>Repair of the Harwick weir</title></head><body>
<table width=100%><tr><td colspan=2><b>County of Harwick</b></td></tr><tr><td valign=top width=150>
<a href=1>Departments</a><br><a href=2>Forms and fees</a><br><a href=3>Council minutes</a><br>
<a href=4>Contact</a></td>
<td><h2>Repair of the Harwick weir</h2><p>Press release, 18 February 2025</p>{_paragraphs(_WEIR)}
<p>Contact: press office, telephone 555 0100</p></td></tr><tr><td colspan=2>
<font size=1>Last changed by webmaster</font></td></tr></table></body></html>""",
    _WEIR,
    ("Forms and fees", "Council minutes", "Last changed by webmaster"),
    "Repair of the Harwick weir",
    "",
    "2025-02-18",
)
_MAGAZINE_TEASERS = (
    "The last ferryman of the upper valley",
    "Why our bridges are painted green",
    "A winter on the quay in pictures",
)
_MAGAZINE = WebPage(
    "magazine",
    f"""<html><head><title>The night of the weir</title>
<meta property="og:title" content="The night of the weir">
<meta property="og:site_name" content="Valley Quarterly">
<meta name="date" content="2025-03-01"></head><body>
<header><a href="/">Valley Quarterly</a></header><main><article><h1>The night of the weir</h1>
<p class="standfirst">What happened on Mill Lane when the water came, told by those who stayed.</p>
<p class="by">Words by Mira Okafor</p>{_paragraphs(_WEIR + _BOATS)}
<section class="newsletter"><h3>Get our letter</h3><p>Sign up for our newsletter</p><input>
</section></article>
<section class="more"><h2>More from the magazine</h2><div class="card"><h3>
<a href="/a">{_MAGAZINE_TEASERS[0]}</a></h3></div>
<div class="card"><h3><a href="/b">{_MAGAZINE_TEASERS[1]}</a></h3></div><div class="card"><h3>
<a href="/c">{_MAGAZINE_TEASERS[2]}</a></h3>
</div></section></main><footer>Valley Quarterly is printed on recycled paper.</footer></body>
</html>""",
    (*_WEIR, *_BOATS, "What happened on Mill Lane when the water came, told by those who stayed."),
    (
        *_MAGAZINE_TEASERS,
        "More from the magazine",
        "Sign up for our newsletter",
        "Get our letter",
        "Valley Quarterly is printed on recycled paper.",
    ),
    "The night of the weir",
    "Mira Okafor",
    "2025-03-01",
    "Valley Quarterly",
)
_WIKI = WebPage(
    "wiki",
    f"""<html><head><title>Harwick weir - Rivers Wiki</title></head><body><div id="content">
<h1 id="firstHeading">Harwick weir</h1>
<div id="siteSub">From Rivers Wiki</div><div class="toc"><div>Contents</div><ul><li>
<a href="#1">1 History</a></li>
<li><a href="#2">2 Repairs</a></li><li><a href="#3">3 References</a></li></ul></div>
<p>The Harwick weir is a stone weir in the lower valley, built in 1931.</p>
<h2>History<span>[edit]</span></h2>
{_paragraphs(_WEIR[:2])}<h2>Repairs</h2>{_paragraphs(_WEIR[3:])}<ul>
<li>Upper gate, mended in 1954</li>
<li>Lower gate, replaced in 1988</li></ul><h2>References</h2><ol>
<li>Brandt, Locks of the valley, 1931</li></ol></div>
<div id="mw-navigation"><div><h3>Navigation</h3><ul><li><a href="/m">Main page</a></li><li>
<a href="/r">Random article</a></li>
<li><a href="/c">Recent changes</a></li></ul></div><div><h3>Tools</h3><ul><li>
<a href="/w">What links here</a></li>
<li><a href="/p">Printable version</a></li><li><a href="/u">Upload file</a></li></ul></div></div>
</body></html>""",
    (
        "The Harwick weir is a stone weir in the lower valley, built in 1931.",
        *_WEIR[:2],
        *_WEIR[3:],
        "Upper gate, mended in 1954",
        "Lower gate, replaced in 1988",
        "Brandt, Locks of the valley, 1931",
    ),
    ("Random article", "Recent changes", "What links here", "Printable version", "Tools"),
    "Harwick weir",
)
_FORUM = WebPage(
    "forum",
    f"""<html><head><title>Who saw the boats? - Harbour Forum</title></head><body>
<div class="crumbs"><a href=/>Board index</a>
<a href=/h>Harbour</a></div><h2>Who saw the boats?</h2><div class="post">
<div class="who">anna_p</div>
<div class="rank">Senior member</div><div class="content">{_BOATS[0]}<br>{_BOATS[1]}</div>
<div class="sig">Posts: 341</div></div>
<div class="post"><div class="who">tomw</div><div class="content">{_BOATS[2]}</div></div>
<div class="post"><div class="who">
keeper</div><div class="content">{_BOATS[3]} I can show you where.</div></div><div class="bar">
<a href="/r">Post a reply</a></div>
<div class="jump">Jump to another board</div></body></html>""",
    (*_BOATS, "I can show you where."),
    ("Board index", "Posts: 341", "Post a reply", "Jump to another board"),
    "Who saw the boats?",
)
_DIVS = WebPage(
    "divs",
    f"""<html><head><title>Weir holds</title><meta name="twitter:title" content="Weir holds"></head>
<body>
<div class="c-nav"><div>Home</div><div>Region</div><div>Business</div><div>Culture and life</div>
</div>
<div class="c-article"><div class="c-title">Weir holds</div><div class="c-date">18.02.2025</div>
{"".join(f'<div class="c-par">{sentence}</div>' for sentence in _WEIR + _BOATS)}</div>
<div class="c-ad">Advertisement</div><div class="c-teasers"><div class="t"><div class="t-h">
<a href=1>Parking fees to rise in June</a></div>
<div class="t-x"><a href=1>Drivers will pay twice as much near the quay</a></div></div>
<div class="t"><div class="t-h"><a href=2>New lamps for the bridge</a>
</div></div></div><div class="c-foot">Imprint and data protection</div></body></html>""",
    _WEIR + _BOATS,
    (
        "Culture and life",
        "Advertisement",
        "Parking fees to rise in June",
        "Drivers will pay twice as much near the quay",
        "New lamps for the bridge",
        "Imprint and data protection",
    ),
    "Weir holds",
    "",
    "2025-02-18",
)
_SHORT = WebPage(
    "short",
    """<html><head><title>Notice</title></head><body><div><h1>Lock closed</h1>
<p>The lock is closed until Friday.</p><p>Boats wait at the lower quay.</p></div></body></html>""",
    ("The lock is closed until Friday.", "Boats wait at the lower quay."),
    (),
    "Notice",
)

WEB_PAGES = (_NEWS, _BLOG, _OFFICE, _MAGAZINE, _WIKI, _FORUM, _DIVS, _SHORT)
