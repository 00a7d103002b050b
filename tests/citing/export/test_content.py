"""What is exported, and how it is put."""

import pytest

from qa_app.citing.export.content import Template, remarks_on, sections_by_group
from qa_app.model import SnippetState
from tests.citing.export.samples import snippet


def test_groups_are_sections_in_the_order_in_which_they_come() -> None:
    """Snippets of one group stand together, in their own order; those of none have no heading."""
    groups = ["", "b", "a", "b", ""]
    made = sections_by_group(snippet("x", n, group=group) for n, group in enumerate(groups))
    assert [section.heading for section in made] == ["", "b", "a"]
    assert [[int(s.paragraph) for s in section.snippets] for section in made] == [
        [0, 4],
        [1, 3],
        [2],
    ]


@pytest.mark.parametrize(
    ("state", "words"),
    [(SnippetState.CHANGED, "has changed"), (SnippetState.MISSING, "no longer there")],
)
def test_a_source_that_is_not_what_it_was_is_remarked_on(state: SnippetState, words: str) -> None:
    """An export says so with notes and without."""
    for template in (Template(), Template(with_notes=False)):
        (remark,) = remarks_on(snippet("x", state=state), template)
        assert words in remark


def test_notes_and_tags_are_remarks_unless_left_out() -> None:
    """A note keeps its lines; tags are on one."""
    noted = snippet("x", note="one\ntwo", tags=("a", "b"))
    assert remarks_on(noted, Template()) == ["Note: one\ntwo", "Tags: a, b"]
    assert remarks_on(noted, Template(with_notes=False)) == []
