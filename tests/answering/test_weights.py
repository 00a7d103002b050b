"""The file with the weights."""

from msgspec.structs import astuple

from qa_app.answering.weights import weights


def test_the_file_is_read_whole() -> None:
    """Every weight has its place, and nothing that makes a passage nearer counts against it."""
    found = weights()
    assert all(weight >= 0 for weight in (*astuple(found.ranking), *astuple(found.sentence)))
    assert found.refusal.cosine_sentence > 0
    assert 0 < found.by_hand.answered_from < 1


def test_a_statement_outweighs_everything_else() -> None:
    """No mention, however near, can reach a statement that was asked for."""
    found = weights()
    most = sum(astuple(found.ranking)) + found.by_hand.keywords + found.by_hand.phrases
    # A cosine spans two at the very most, and less than one in practice.
    assert found.by_hand.statement > most
