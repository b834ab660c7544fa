"""Writes clustering-NAME.json beside this file: what scikit-learn and SciPy make of small invented tables.

Run with: python tests/golden/clustering.py [MATRIX.bin WIDTH]
Versions are written into the files. The tables of tests/fixtures/clustering are taken from there. With the real matrix
(rows of WIDTH 64-bit floats, as `prepareMatrix(...).data` holds them) it also writes clustering-real.json: totals, no rows.
"""

import json
import platform
import sys
from pathlib import Path

import numpy as np
import scipy
import sklearn
from scipy.cluster.hierarchy import cophenet, fcluster, linkage
from scipy.optimize import linear_sum_assignment
from scipy.spatial.distance import cdist, pdist
from sklearn import datasets, metrics
from sklearn.cluster import KMeans, MiniBatchKMeans
from sklearn.metrics.cluster import contingency_matrix
from sklearn.mixture import GaussianMixture

here = Path(__file__).parent
fixtures = here.parent / "fixtures" / "clustering"
versions = {
    "python": platform.python_version(),
    "numpy": np.__version__,
    "scipy": scipy.__version__,
    "scikit-learn": sklearn.__version__,
}
linkages = ("weighted", "centroid", "median")
groups = {"blobs": 4, "anisotropic": 3, "moons": 2, "circles": 2, "uniform": 6, "duplicates": 3, "iris-like": 3}


def tables():
    for name, k in groups.items():
        fixture = json.loads((fixtures / f"{name}.json").read_text())
        yield name, np.array(fixture["data"]).reshape(-1, fixture["columns"]), k
    varied = datasets.make_blobs(150, 3, centers=4, cluster_std=[0.4, 1.0, 2.5, 1.5], random_state=12)[0]
    yield "varied-variance", varied, 4


def cut(z, k):
    """All merges but the last k - 1; where merges lie below their parts, SciPy's cut_tree leaves fewer than k clusters."""
    n = len(z) + 1
    members = {i: [i] for i in range(n)}
    for m, (a, b) in enumerate(z[: n - k, :2].astype(int)):
        members[n + m] = members.pop(a) + members.pop(b)
    labels = np.empty(n, int)
    for label, rows in enumerate(members.values()):
        labels[rows] = label
    return labels


def linkage_case(x, method, k):
    z = linkage(x, method)
    # a height between two others, so that rounding decides nothing
    ordered = np.sort(z[:, 2])
    height = float((ordered[-k] + ordered[-k + 1]) / 2)
    return {
        "left": z[:, 0].astype(int).tolist(),
        "right": z[:, 1].astype(int).tolist(),
        "height": z[:, 2].tolist(),
        "size": z[:, 3].astype(int).tolist(),
        "cut": {"k": k, "labels": cut(z, k).tolist()},
        "cutAtHeight": {"height": height, "labels": fcluster(z, height, "distance").tolist()},
        "copheneticCorrelation": float(cophenet(z, pdist(x))[0]),
        "inversions": int((np.diff(z[:, 2]) < 0).sum()),
    }


class StartedMixture(GaussianMixture):
    """Starts from given labels in place of a k-means of its own."""

    def _initialize_parameters(self, X, random_state, xp=None):
        self._initialize(X, np.eye(self.n_components)[self.start])


def fit_mixture(x, labels, covariance, k):
    mixture = StartedMixture(k, covariance_type=covariance, max_iter=500)
    mixture.start = np.asarray(labels)
    return mixture.fit(x)


def mixture_cases(x, k):
    cases = []
    for clusters in (1, k, k + 2):
        start = KMeans(clusters, n_init=1, random_state=1).fit(x).labels_
        for covariance in ("full", "diag"):
            fit = fit_mixture(x, start, covariance, clusters)
            cases.append(
                {
                    "start": start.tolist(),
                    "covariance": {"full": "full", "diag": "diagonal"}[covariance],
                    "components": clusters,
                    "labels": fit.predict(x).tolist(),
                    "memberships": fit.predict_proba(x)[::10].ravel().tolist(),
                    "lowerBound": float(fit.lower_bound_),
                    "logLikelihood": float(fit.score(x)),
                    "iterations": int(fit.n_iter_),
                    "converged": bool(fit.converged_),
                    "weights": fit.weights_.tolist(),
                    "means": fit.means_.ravel().tolist(),
                    "bic": float(fit.bic(x)),
                    "aic": float(fit.aic(x)),
                }
            )
    return cases


def minibatch_case(x, k):
    """How far the median of 20 seeds varies by chance alone."""
    own = {"k": k + 1, "batchSize": 40, "seeds": 20}
    runs = [MiniBatchKMeans(k + 1, batch_size=40, random_state=seed).fit(x).inertia_ for seed in range(600)]
    return {**own, "highest": float(np.median(np.array(runs).reshape(30, 20), axis=1).max())}


def dunn(x, labels):
    labels = np.array(labels)
    distances = cdist(x, x)
    same = labels[:, None] == labels[None]
    return float(distances[~same].min() / distances[same].max())


def agreement_case(a, b):
    table = contingency_matrix(a, b)
    rows, columns = linear_sum_assignment(table, maximize=True)
    homogeneity, completeness, v = metrics.homogeneity_completeness_v_measure(a, b)
    return {
        "a": np.asarray(a).tolist(),
        "b": np.asarray(b).tolist(),
        "adjustedMutualInformation": float(metrics.adjusted_mutual_info_score(a, b)),
        "homogeneity": float(homogeneity),
        "completeness": float(completeness),
        "vMeasure": float(v),
        "matched": int(table[rows, columns].sum()),
    }


def metric_cases(x, k):
    labelings = [KMeans(c, n_init=1, random_state=c).fit(x).labels_ for c in (2, k, k + 3)]
    noise = labelings[1].copy()
    noise[::9] = -1
    labelings += [noise, np.random.default_rng(3).integers(0, 5, len(x))]
    return {
        "dunn": [{"labels": labels.tolist(), "index": dunn(x, labels)} for labels in labelings if labels.min() >= 0],
        "agreement": [agreement_case(a, b) for a in labelings for b in labelings],
    }


def real_case(path, width):
    x = np.fromfile(path).reshape(-1, width)
    # a start that needs no label of anybody: six bands of the first column
    ranks = np.argsort(np.argsort(x[:, 0], kind="stable"), kind="stable")
    start = ranks * 6 // len(x)
    result = {"versions": versions, "rows": len(x), "columns": width, "mixture": [], "linkage": {}}
    for covariance in ("full", "diag"):
        fit = fit_mixture(x, start, covariance, 6)
        result["mixture"].append(
            {
                "covariance": {"full": "full", "diag": "diagonal"}[covariance],
                "logLikelihood": float(fit.score(x)),
                "iterations": int(fit.n_iter_),
                "sizes": sorted(np.bincount(fit.predict(x)).tolist(), reverse=True),
                "weights": fit.weights_.tolist(),
                "bic": float(fit.bic(x)),
            }
        )
    for method in linkages:
        z = linkage(x, method)
        result["linkage"][method] = {
            "heights": np.sort(z[:, 2])[::50].tolist(),
            "sizes": sorted(np.bincount(cut(z, 8)).tolist(), reverse=True),
        }
    return result


def write(name, result):
    (here / f"clustering-{name}.json").write_text(json.dumps(result, separators=(",", ":")) + "\n")


def main():
    for name, x, k in tables():
        # where rows repeat, distances tie and the order of merges is anybody's choice
        trees = {} if name == "duplicates" else {method: linkage_case(x, method, k) for method in linkages}
        result = {
            "versions": versions,
            "columns": x.shape[1],
            "data": x.ravel().tolist(),
            "linkage": trees,
            "mixture": mixture_cases(x, k),
            "minibatch": minibatch_case(x, k),
            **metric_cases(x, k),
        }
        write(name, result)
        print(name, x.shape, {method: tree["inversions"] for method, tree in trees.items()})
    if len(sys.argv) > 2:
        write("real", real_case(sys.argv[1], int(sys.argv[2])))


main()
