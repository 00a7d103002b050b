"""The numbers that ranking and refusal rest on, and where they come from.

Ranking: a convex combination of normalised keyword and dense scores (Bruch, Gai and Ingber, “An
Analysis of Fusion Functions for Hybrid Retrieval”, 2022, arXiv:2210.11934). BM25_SHARE .4 was the
best or within .002 of it on SQuAD 1.1 dev (R@1 .832, R@5 .965) and on SciFact (nDCG@10 .730)
alike; see docs/decisions/ranking.md for the table.
"""

BM25_SHARE = 0.4
# Cosines of a few passages, or of one passage's sentences, may hardly differ; they are not
# stretched beyond this. On SQuAD the marked sentence holds the answer for .849 of the questions
# with these and for .815 with BM25_SHARE and no least width; the ranking is the same.
LEAST_COSINE_WIDTH = 0.5
LEAST_SENTENCE_WIDTH = 0.6
SENTENCE_BM25_SHARE = 0.5

# A recognised statement outranks every mere mention, whatever their other scores, which lie in 0
# to 1; its strength is added too.
STATEMENT_BONUS = 1.0
AUTHOR_BONUS = 1.0

# Hits whose fused score is below this share of the first hit's are not shown.
KEEP_SHARE = 0.4

# Refusal: a logistic over three features of the best candidate. Fitted on four kinds of corpus,
# each with the same weight, its answerable and unanswerable halves too: SQuAD 1.1 dev with half of
# its articles left out, three articles of it at a time, SciFact, and each set's questions asked of
# the other's corpus. docs/decisions/refusal.md has the figures, and why the line is drawn at .3.
REFUSAL_INTERCEPT = -9.77
REFUSAL_COSINE = 10.74
REFUSAL_COSINE_SENTENCE = 3.25
REFUSAL_COVERAGE = 8.24
ANSWERED_FROM = 0.3

# Keywords typed without a question around them are a search: what holds this share of them, by
# idf, is worth showing.
KEYWORDS_COVERAGE = 0.4
