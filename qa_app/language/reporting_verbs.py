"""The verbs that report what someone said, in every form, as patterns."""

_FORMS = (
    "acknowledge[sd]?", "add(?:s|ed)?", "admit(?:s|ted)?", "advise[sd]?", "allege[sd]?",
    "announce[sd]?", "answer(?:s|ed)?", "appeal(?:s|ed)?", "argue[sd]?", "ask(?:s|ed)?",
    "assert(?:s|ed)?", "assure[sd]?", "believe[sd]?", "caution(?:s|ed)?", "claim(?:s|ed)?",
    "comment(?:s|ed)?", "complain(?:s|ed)?", "concede[sd]?", "conclude[sd]?", "confirm(?:s|ed)?",
    "contend(?:s|ed)?", "critici[sz]e[sd]?", "declare[sd]?", "demand(?:s|ed)?",
    "den(?:y|ies|ied)", "describe[sd]?", "disclose[sd]?", "emphasi[sz]e[sd]?", "estimate[sd]?",
    "explain(?:s|ed)?", "express(?:es|ed)?", "hint(?:s|ed)?", "indicate[sd]?", "inform(?:s|ed)?",
    "insist(?:s|ed)?", "joke[sd]?", "mention(?:s|ed)?", "note[sd]?", "pledge[sd]?",
    "point(?:s|ed) out", "predict(?:s|ed)?", "promise[sd]?", "propose[sd]?", "quip(?:s|ped)?",
    "recall(?:s|ed)?", "recommend(?:s|ed)?", "remark(?:s|ed)?", "repeat(?:s|ed)?",
    "repl(?:y|ies|ied)", "report(?:s|ed)?", "respond(?:s|ed)?", "reveal(?:s|ed)?",
    "sa(?:y|ys|id)", "signal(?:s|l?ed)?", "state[sd]?", "stress(?:es|ed)?", "suggest(?:s|ed)?",
    "t(?:ells?|old)", "testif(?:y|ies|ied)", "th(?:inks?|ought)", "tweet(?:s|ed)?", "urge[sd]?",
    "vow(?:s|ed)?", "warn(?:s|ed)?", "wr(?:ites?|ote|itten)",
)  # fmt: skip
# Bare forms that are nouns as often as verbs: “the majority leader, whose state relies on coal”.
_NOUNS = (
    "state|report|claim|charge|comment|demand|remark|note|answer|estimate|appeal|promise|pledge|"
    "tweet|quip|joke|stress|signal|hint|vow|express"
)
_PARTICIPLES = "saying|stating|adding|arguing|claiming|warning|noting|telling|insisting|explaining"

# In a question: “what did X warn about”. In a text, where a noun must not be taken for a verb.
ANY_FORM = rf"(?:{'|'.join(_FORMS)})"
FINITE_FORM = rf"(?!(?:{_NOUNS})\b)(?:{'|'.join(_FORMS)})"
SAYING = rf"(?:{FINITE_FORM}|{_PARTICIPLES})"
