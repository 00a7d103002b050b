"""The numbers that ranking and refusal rest on, and where they come from.

Ranking: a convex combination of normalised keyword and dense scores (Bruch, Gai and Ingber, “An
Analysis of Fusion Functions for Hybrid Retrieval”, 2022, arXiv:2210.11934). BM25_SHARE .4 was the
best or within .002 of it on SQuAD 1.1 dev (R@1 .832, R@5 .965) and on SciFact (nDCG@10 .730)
alike; see docs/decisions/ranking.md for the table.
"""

BM25_SHARE = 0.4

# A recognised statement outranks every mere mention, whatever their other scores: the rest of the
# score lies in 0 to 1.
STATEMENT_BONUS = 1.0
AUTHOR_BONUS = 1.0

# Hits whose fused score is below this share of the first hit's are not shown.
KEEP_SHARE = 0.3

# Refusal: a logistic over features of the best candidate. Fitted on SQuAD 1.1 dev with half of its
# articles left out of the corpus; see docs/decisions/refusal.md.
REFUSAL_INTERCEPT = -9.0
REFUSAL_COSINE = 6.0
REFUSAL_COSINE_SENTENCE = 6.0
REFUSAL_COVERAGE = 5.0
ANSWERED_FROM = 0.5
