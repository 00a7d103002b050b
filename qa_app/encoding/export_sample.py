"""Texts by which an export is compared with the original: short, long, of several scripts."""

SAMPLE = (
    "The bridge closes in June. Ferries will cross the river instead, the mayor said.",
    "When does the bridge close?",
    "Für die Fähre braucht man keinen Fahrschein, sagte Jürgen Groß. Sie fährt stündlich.",
    "Мост закроют в июне. Паромы будут ходить каждый час.",
    "東京の橋は六月に閉まります。",
    "🚢 naïve café: e\u0301 ﷺ 3.14 % x² ≤ 10⁻³ (see §4.2, pp. 17–19)",
    "Sediment cores from the estuary show that the channel has moved by about forty metres since "
    "the first survey; the authors attribute most of it to dredging. " * 2,
    "The committee met again and adjourned. " * 40,
    "x",
    "",
)

# Some 150 tokens, as many passages have.
TYPICAL = (
    "Sediment cores from the estuary show that the channel has moved by about forty metres since "
    "the first survey; the authors attribute most of it to dredging. " * 5
)
