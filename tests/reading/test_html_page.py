import pytest

from qa_app.errors import ReadError
from qa_app.model import BlockKind, Document
from qa_app.reading.html_page import read_html

P, H, B, F = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.BYLINE, BlockKind.FURNITURE


def read(page: str) -> Document:
    """The document of a page in UTF-8."""
    return read_html(page.encode())


def kinds(page: str) -> list[tuple[BlockKind, str]]:
    """What each block of the page is, and its words."""
    document = read(page)
    return [(block.kind, block.span.of(document.text)) for block in document.blocks]


def test_text_as_a_browser_shows_it() -> None:
    """Entities are decoded, white space collapses, inline markup goes, and `br` breaks a line."""
    page = "<p>The  weir\n<b>held</b>, &quot;so\tfar&quot;<br>&amp; nobody&#8217;s hurt.</p>"
    assert read(page).text == 'The weir held, "so far"\n& nobody’s hurt.'


def test_what_is_not_shown_is_not_read() -> None:
    """Scripts, styles, templates and hidden elements are no text."""
    page = (
        "<head><title>t</title><style>p{}</style></head><script>var x = '<p>no</p>'</script>"
        "<template><p>no</p></template><noscript>no</noscript><svg><text>no</text></svg>"
        "<p hidden>no</p><p aria-hidden=true>no</p><div style='color:red; display: none'>no</div>"
        "<p>Only this is read.</p>"
    )
    assert kinds(page) == [(P, "Only this is read.")]


def test_pre_keeps_its_lines() -> None:
    """Preformatted text keeps line ends and indentation."""
    assert kinds("<pre>\nfirst line\n    second  line\n</pre>") == [
        (P, "first line\n    second  line")
    ]


def test_headings_have_levels() -> None:
    """h1 to h6 are headings, inside whatever they stand."""
    document = read(
        "<section><h1>Weir</h1><div><h3>Below <i>it</i></h3></div></section><p>Wet.</p>"
    )
    found = [(b.level, b.span.of(document.text)) for b in document.blocks if b.kind is H]
    assert found == [(1, "Weir"), (3, "Below it")]


@pytest.mark.parametrize(
    "element",
    [
        "<nav>{}</nav>",
        "<header>{}</header>",
        "<footer>{}</footer>",
        "<aside>{}</aside>",
        "<form>{}</form>",
        "<button>{}</button>",
        "<div role=navigation>{}</div>",
        "<div role=banner><div>{}</div></div>",
    ],
)
def test_page_furniture(element: str) -> None:
    """What frames the article is furniture, sentences included."""
    framed = "The Valley Post tells you all."
    found = kinds(element.format(framed) + "<article><p>The weir held.</p></article>")
    assert found == [(F, framed), (P, "The weir held.")]


def test_header_of_an_article_is_its_own() -> None:
    """The header inside an article holds title and by-line, not the site's menu."""
    page = "<article><header><h1>Weir</h1><p>By Mira Okafor</p></header><p>It held.</p></article>"
    assert kinds(page) == [(H, "Weir"), (B, "By Mira Okafor"), (P, "It held.")]


def test_form_around_a_whole_page() -> None:
    """A form that holds the article is only the way that site was built."""
    assert kinds("<form><p>The weir held.</p></form>") == [(P, "The weir held.")]


def test_lists_are_one_paragraph() -> None:
    """The items of a list belong together, nested ones too."""
    page = "<ul><li>Boats<li>Piers<ol><li>north<li>south</ol></ul>"
    assert kinds(page) == [(P, "- Boats\n- Piers\n  - north\n  - south")]


def test_lists_of_links_are_furniture() -> None:
    """Three items or more that are nothing but links lead elsewhere; so does a lone one."""
    items = "".join(f"<li><a href=/{n}>Another story {n}</a></li>" for n in range(3))
    found = kinds(f"<p>The weir held.</p><ul>{items}</ul><p><a href=/x>Harbour reopens</a></p>")
    assert [kind for kind, _ in found] == [P, F, F]


def test_tables_row_by_row() -> None:
    """A table of data is read row by row; one that arranges the page is looked through."""
    data = "<table><caption>Losses</caption><tr><th>Year<th>Boats<tr><td>2024<td>3</table>"
    assert kinds(data) == [(P, "Losses\nYear | Boats\n2024 | 3")]
    page = "<table><tr><td><p>The weir held.</p><p>Boats sank.</p></table>"
    assert kinds(page) == [(P, "The weir held."), (P, "Boats sank.")]


def test_breaks_part_paragraphs() -> None:
    """Two breaks in a row are what a blank line is elsewhere."""
    page = "<div>The weir held.<br>So far.<br>\n<br>Boats sank.</div>"
    assert kinds(page) == [(P, "The weir held.\nSo far."), (P, "Boats sank.")]


def test_page_with_furniture_only() -> None:
    """A page whose every word is framed as furniture is still read."""
    assert kinds("<nav>The weir held.</nav>") == [(P, "The weir held.")]


def test_metadata_of_the_head() -> None:
    """The head says what the page is; the site's name is taken off the title."""
    page = (
        "<head><title>Weir holds | Valley Post</title>"
        "<meta property='og:site_name' content='Valley Post'>"
        "<meta name=author content='Mira Okafor'>"
        "<meta property='article:published_time' content='2025-05-03T20:19:00Z'>"
        "<link rel=canonical href='https://valley.example/weir'></head><p>It held.</p>"
    )
    said = read(page).metadata
    assert (said.title, said.publisher, said.author) == ("Weir holds", "Valley Post", "Mira Okafor")
    assert (said.date, said.address) == ("2025-05-03", "https://valley.example/weir")


def test_metadata_of_the_body() -> None:
    """Where the head is silent the page's heading, by-line and time element speak."""
    page = "<h1>Weir holds</h1><p>By Mira Okafor</p><time datetime=2025-05-03>Sat</time><p>It did."
    said = read(page).metadata
    assert (said.title, said.author, said.date) == ("Weir holds", "Mira Okafor", "2025-05-03")
    assert said.publisher == said.address == ""


def test_author_that_is_an_address() -> None:
    """A profile's address is no name, and a relative canonical link no address."""
    page = (
        "<meta property='article:author' content='https://x.example/m'>"
        "<link rel=canonical href='/weir'><p>It held.</p>"
    )
    assert read(page).metadata.author == read(page).metadata.address == ""


@pytest.mark.parametrize("tag", ["<div>", "<ul><li>", "<table><tr><td>", "<blockquote>", "<b>"])
def test_deep_nesting(tag: str) -> None:
    """Ten thousand elements inside each other are walked without recursion."""
    assert read(tag * 10_000 + "The weir held.").text.endswith("The weir held.")


@pytest.mark.parametrize("page", ["<p> </p>", "<script>x</script>", "<p hidden>x</p>"])
def test_page_without_text(page: str) -> None:
    """A page that shows nothing is refused with the reason alone."""
    with pytest.raises(ReadError, match=r"^no text in it$"):
        read(page)


@pytest.mark.parametrize(
    "element",
    [
        "<div class='share-bar'>{}</div>",
        "<div class='relatedPosts'>{}</div>",
        "<div class='box article-author-bio'>{}</div>",
        "<section id='newsletter'>{}</section>",
        "<div class='promo inline'>{}</div>",
        "<div class=menu><a href=/>{}</a></div>",
    ],
)
def test_elements_that_are_furniture_by_name(element: str) -> None:
    """What a page's maker calls so frames the article, sentences included."""
    framed = "The Valley Post tells you all."
    found = kinds(f"<p>The weir held.</p>{element.format(framed)}")
    assert found == [(P, "The weir held."), (F, framed)]


@pytest.mark.parametrize(
    "element",
    [
        "<body class='has-sidebar single-post'>{}</body>",
        "<div class='sidebar'><h1>Weir</h1>{}</div>",
        "<div class='sidebar-layout content'>{}</div>",
        "<div class='menu'>{}</div>",
        "<div class='footnotes'>{}</div>",
        "<div class='advice shared-values'>{}</div>",
    ],
)
def test_names_that_prove_nothing(element: str) -> None:
    """Such a name on the whole page, or on the text itself, takes nothing away."""
    text = "The keeper opened the gates before dawn."
    assert (P, text) in kinds(element.format(f"<p>{text}</p>"))


def test_much_text_under_a_name_is_kept() -> None:
    """An element with paragraph upon paragraph holds the article, whatever it is called."""
    text = "The keeper opened the gates before dawn, and the water fell. " * 4
    page = f"<div class=widget>{f'<p>{text}</p>' * 3}</div>"
    assert [kind for kind, _ in kinds(page)] == [P, P, P]


def test_links_after_a_word_that_opens_them() -> None:
    """A box of related headlines may be one paragraph."""
    links = "<a href=/1>Wer hat das Wehr gebaut</a> <a href=/2>Die Flut</a>"
    box = f"<div><span>Mehr zum Thema</span> {links}</div>"
    assert kinds(f"<p>The weir held.</p>{box}")[1][0] is F
