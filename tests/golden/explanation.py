"""Writes explanation.json beside this file: decision trees of scikit-learn, effect sizes of SciPy.

Run with: python tests/golden/explanation.py (needs scikit-learn, SciPy and pandas; the versions are written into the file).

Values are rounded to multiples of 1/1024, which the float32 that scikit-learn's trees take holds exactly. Splits that
are equally good it decides by chance: every tree is grown with 20 seeds, and a table whose trees differ is refused.
"""

import json
import platform
from pathlib import Path

import numpy as np
import pandas as pd
import scipy
import sklearn
from scipy.stats import kruskal, mannwhitneyu
from sklearn.metrics import mean_poisson_deviance, mean_squared_error, precision_score, recall_score
from sklearn.model_selection import PredefinedSplit, cross_val_predict
from sklearn.tree import DecisionTreeClassifier

here = Path(__file__).parent


def tables():
    random = np.random.default_rng(5)
    yield "blobs", random.normal(size=(160, 4)), lambda x: np.where(x[:, 0] > 0.4, 0, np.where(x[:, 1] > 0, 1, 2)), 0.1, 3
    skewed = np.column_stack([random.exponential(size=(220, 2)) * 40, random.normal(size=220)])
    yield "skewed", skewed, lambda x: np.digitize(x[:, 0] + 0.5 * x[:, 1], [20, 60, 110]), 0.05, 3
    yield "noisy", random.normal(size=(120, 3)), lambda x: np.where(x[:, 0] + x[:, 2] > 1, -1, (x[:, 1] > 0.3) * 1), 0.15, 2


def nodes(fit):
    tree = fit.tree_
    return [
        {
            "column": int(tree.feature[i]),
            "threshold": float(tree.threshold[i]),
            "customers": int(tree.n_node_samples[i]),
            "counts": np.rint(tree.value[i][0] * tree.n_node_samples[i]).astype(int).tolist(),
        }
        for i in range(tree.node_count)
    ]


def golden(name, x, label, flipped, depth):
    random = np.random.default_rng(9)
    x = np.round(x * 1024) / 1024
    labels = label(x)
    change = random.random(len(x)) < flipped
    labels[change] = random.permutation(labels)[change]
    folds = random.permutation(len(x)) % 5
    grown, told = [], []
    for seed in range(20):
        model = DecisionTreeClassifier(max_depth=depth, random_state=seed)
        grown.append(nodes(model.fit(x, labels)))
        told.append(cross_val_predict(model, x, labels, cv=PredefinedSplit(folds)).tolist())
    assert all(tree == grown[0] for tree in grown), name
    assert all(own == told[0] for own in told), name
    clusters = np.unique(labels)
    ranks = scipy.stats.rankdata(x, axis=0)
    columns = []
    for j in range(x.shape[1]):
        groups = [x[labels == c, j] for c in clusters if c >= 0]
        known = np.concatenate(groups)
        between = sum(len(g) * (g.mean() - known.mean()) ** 2 for g in groups)
        columns.append(
            {
                "etaSquared": float(between / ((known - known.mean()) ** 2).sum()),
                "ofRanks": float(kruskal(*groups).statistic / (len(known) - 1)),
                "deltas": [
                    float(2 * mannwhitneyu(x[labels == c, j], x[labels != c, j]).statistic / (labels == c).sum() / (labels != c).sum() - 1)
                    for c in clusters
                ],
            }
        )
    return {
        "name": name,
        "depth": depth,
        "width": x.shape[1],
        "data": x.ravel().tolist(),
        "labels": labels.tolist(),
        "folds": folds.tolist(),
        "nodes": grown[0],
        "told": told[0],
        "clusters": clusters.tolist(),
        "precision": precision_score(labels, told[0], average=None, zero_division=np.nan).tolist(),
        "recall": recall_score(labels, told[0], average=None).tolist(),
        "columns": columns,
    }


def usefulness():
    """Group means over folds by pandas and scikit-learn: shares of squared error and Poisson deviance explained."""
    random = np.random.default_rng(12)
    n = 400
    labels = random.integers(0, 4, n)
    segments = (labels + random.integers(0, 2, n)) % 4
    orders = random.poisson(np.array([0.2, 1, 3, 6])[labels]).astype(float)
    folds = random.permutation(n) % 5

    def predict(groups):
        frame = pd.DataFrame({"group": groups, "y": orders})
        told = np.empty(n)
        for fold in range(5):
            train = frame[folds != fold]
            means = train.groupby("group").y.agg(["sum", "count"])
            overall = train.y.mean()
            means = (means["sum"] + overall) / (means["count"] + 1)
            told[folds == fold] = frame.group[folds == fold].map(means).fillna(overall)
        return told

    none = predict(np.zeros(n, dtype=int))
    shares = {}
    for name, groups in (("label", labels), ("segment", segments)):
        told = predict(groups)
        shares[name] = {
            "rSquared": 1 - mean_squared_error(orders, told) / mean_squared_error(orders, none),
            "deviance": 1 - mean_poisson_deviance(orders, told) / mean_poisson_deviance(orders, none),
        }
    given = {"labels": labels, "segments": segments, "orders": orders, "folds": folds}
    return {**{key: value.tolist() for key, value in given.items()}, **shares}


versions = {
    "python": platform.python_version(),
    "numpy": np.__version__,
    "pandas": pd.__version__,
    "scipy": scipy.__version__,
    "scikit-learn": sklearn.__version__,
}
result = {"versions": versions, "tables": [golden(*table) for table in tables()], "usefulness": usefulness()}
(here / "explanation.json").write_text(json.dumps(result))
