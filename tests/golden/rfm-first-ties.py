"""What pandas gives for rank(method="first") and qcut into five, over customers in ascending order of ids.

python tests/golden/rfm-first-ties.py > tests/golden/rfm-first-ties.json
"""
import json
import sys

import pandas as pd


def score(values, labels):
    return pd.qcut(pd.Series(values).rank(method="first"), 5, labels=labels).astype(int).tolist()


up, down = [1, 2, 3, 4, 5], [5, 4, 3, 2, 1]
# few values, many ties: a linear congruence, so that no generator's version matters
days = [(i * 37 + 11) % 9 for i in range(43)]
orders = [1 + (i * i) % 4 for i in range(43)]
revenue = [round(((i * 29) % 13) * 2.5, 2) for i in range(43)]
json.dump(
    {
        "pandas": pd.__version__,
        # how many of n different values score at most 1, 2, 3, 4
        "upTo": {n: [sum(s <= k for s in score(range(n), up)) for k in (1, 2, 3, 4)] for n in [*range(2, 120), 5852, 5878]},
        "tied": {
            "days": days,
            "orders": orders,
            "revenue": revenue,
            "r": score(days, down),
            "f": score(orders, up),
            "m": score(revenue, up),
        },
    },
    sys.stdout,
)
print()
