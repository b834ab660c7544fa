"""Writes consensus.json beside this file: co-association, average linkage and PAC of invented labelings, by numpy and SciPy.

Run with: python tests/golden/consensus.py
Nothing is clustered: the labelings are drawn, so that both sides start from the same ones. In the planted case three
groups are blurred by chance and some labels are noise; where equal shares tie, only the shares are written.
"""

import json
import platform
from pathlib import Path

import numpy as np
import scipy
from scipy.cluster.hierarchy import linkage
from scipy.spatial.distance import squareform

here = Path(__file__).parent
versions = {"python": platform.python_version(), "numpy": np.__version__, "scipy": scipy.__version__}


def co_association(labelings):
    """Share of the labelings in which both rows carry the same label that is not noise."""
    labelings = np.asarray(labelings)
    same = (labelings[:, :, None] == labelings[:, None, :]) & (labelings >= 0)[:, :, None]
    return same.mean(axis=0)


def condensed(matrix):
    return matrix[np.triu_indices(len(matrix), 1)]


def partition(z, k):
    """All merges but the last k - 1, as labels by first row."""
    n = len(z) + 1
    members = {i: [i] for i in range(n)}
    for m, (a, b) in enumerate(z[: n - k, :2].astype(int)):
        members[n + m] = members.pop(a) + members.pop(b)
    labels = np.empty(n, int)
    for label, rows in enumerate(members.values()):
        labels[rows] = label
    return labels.tolist()


def average_tree(labelings):
    distances = 1 - co_association(labelings)
    np.fill_diagonal(distances, 0)
    return linkage(squareform(distances, checks=False), "average")


def planted_case(random):
    truth = np.repeat([0, 1, 2], [14, 10, 6])
    labelings = []
    for _ in range(9):
        k = random.integers(3, 7)
        # each group falls into pieces of its own, and one row in twelve strays
        pieces = truth * 10 + random.integers(0, max(1, k - 2), len(truth))
        strays = random.random(len(truth)) < 1 / 12
        pieces[strays] = random.integers(0, 30, strays.sum())
        labels = np.unique(pieces, return_inverse=True)[1]
        labels[random.random(len(truth)) < 0.1] = -1
        labelings.append(labels.tolist())
    noise = (np.array(labelings) < 0).mean(axis=0)
    assert (noise <= 0.5).all()
    return {"labelings": labelings, "coAssociation": condensed(co_association(labelings)).tolist()}


def is_unique(distances):
    """Whether at every merge one pair of clusters is nearer than all others, merged the plain way."""
    clusters = [[i] for i in range(len(distances))]
    while len(clusters) > 1:
        pairs = [
            (distances[np.ix_(a, b)].mean(), i, j)
            for i, a in enumerate(clusters)
            for j, b in enumerate(clusters)
            if i < j
        ]
        pairs.sort()
        if len(pairs) > 1 and pairs[1][0] - pairs[0][0] < 1e-6:
            return False
        _, i, j = pairs[0]
        clusters[i] += clusters.pop(j)
    return True


def tie_free_case():
    """Rows so few and labelings so many that one pair is always the nearest: the tree is unique."""
    for seed in range(10_000):
        random = np.random.default_rng(seed)
        truth = np.repeat([0, 1, 2], [5, 4, 3])
        labelings = []
        for _ in range(301):
            labels = truth * random.integers(0, 2) * 4 + random.integers(0, 4, len(truth))
            stay = random.random(len(truth)) < np.linspace(0.4, 0.95, len(truth))
            labels[stay] = truth[stay] + 20
            labels[random.random(len(truth)) < 0.03] = -1
            labelings.append(labels.tolist())
        z = average_tree(labelings)
        if is_unique(1 - co_association(labelings)):
            break
    else:
        raise SystemExit("no seed without ties")
    return {
        "seed": seed,
        "labelings": labelings,
        "left": z[:, 0].astype(int).tolist(),
        "right": z[:, 1].astype(int).tolist(),
        "height": z[:, 2].tolist(),
        "cuts": [{"k": k, "labels": partition(z, k)} for k in range(1, len(z) + 2)],
    }


def pac_case(random, blur):
    """As the paper's R code: ecdf of the consensus index at 0.9 less that at 0.1."""
    count, resamples = 40, 37
    truth = np.arange(count) % 3
    drawn, same, both = [], np.zeros((count, count)), np.zeros((count, count))
    for _ in range(resamples):
        rows = np.sort(random.choice(count, 28, replace=False))
        labels = np.where(random.random(28) < blur, random.integers(0, 3, 28), truth[rows])
        labels[random.random(28) < 0.05] = -1
        drawn.append({"rows": rows.tolist(), "labels": labels.tolist()})
        both[np.ix_(rows, rows)] += 1
        same[np.ix_(rows, rows)] += (labels[:, None] == labels[None]) & (labels >= 0)[:, None]
    seen = condensed(both) > 0
    index = condensed(same)[seen] / condensed(both)[seen]
    cdf = lambda u: float((index <= u).mean())
    return {
        "count": count,
        "resamples": drawn,
        "pac": cdf(0.9) - cdf(0.1),
        "narrow": cdf(0.6) - cdf(0.4),
    }


def main():
    random = np.random.default_rng(20051)
    result = {
        "versions": versions,
        "planted": [planted_case(random) for _ in range(3)],
        "tieFree": tie_free_case(),
        "pac": [pac_case(random, blur) for blur in (0.02, 0.2, 0.6)],
    }
    (here / "consensus.json").write_text(json.dumps(result, separators=(",", ":")) + "\n")
    print(result["tieFree"]["seed"], [case["pac"] for case in result["pac"]])


main()
