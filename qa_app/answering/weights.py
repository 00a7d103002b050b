"""The weights of ranking, marking and refusal: read from weights.toml, which says where from."""

import tomllib
from functools import cache
from importlib.resources import files

import msgspec


class RankingWeights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What each feature adds to a candidate's score, per unit of the feature; see `ranking`."""

    meaning: float
    coverage: float
    coverage_nearby: float
    answer_kind: float


class SentenceWeights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What each feature adds to a sentence's score, per unit; see `answering_sentence`."""

    meaning: float
    rare_here: float
    answer_kind: float
    carried_on: float


class RefusalWeights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The logistic of `refusal`."""

    intercept: float
    cosine: float
    cosine_sentence: float
    core: float
    core_nearby: float
    phrases: float
    missing_name: float
    held: float


class SecondLookWeights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The logistic of `refusal` on its first log-odds and the `second_look`."""

    intercept: float
    first: float
    nearness: float


class HandSet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is chosen, not fitted; each is explained in the file."""

    keywords: float
    phrases: float
    statement: float
    certainty: float
    certainty_alone: float
    said_by_anyone: float
    byline: float
    keep_within: float
    close_within: float
    answered_from: float
    borderline: float
    unlike: float
    keywords_coverage: float
    background_typical: float
    background_slope: float
    background_most: float


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of them."""

    ranking: RankingWeights
    sentence: SentenceWeights
    refusal: RefusalWeights
    second_look: SecondLookWeights
    by_hand: HandSet


@cache
def weights() -> Weights:
    """The weights the program was made with."""
    text = files("qa_app.answering").joinpath("weights.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Weights)
