"""Writes density.json beside this file: what scikit-learn and hdbscan make of the sets in ../fixtures/clustering.

Run with: python tests/golden/density.py (needs scikit-learn and hdbscan; the versions are written into the file).
With `--real MATRIX`, the prepared real matrix as raw float64 rows of 13 columns, it writes density-real.json instead:
sums and counts only.

One core distance ties all edges of its row in the mutual reachability graph, and which of them scikit-learn follows
depends on the order of rows (`shuffledAgreement` is how little its own labels may agree after shuffling). The
oracle therefore gets the graph itself, with such ties broken by distance, a part in 1e11. The spanning
trees in hdbscan's validity index have the same ties: `shuffled` is the range of its own values over 20 orders of
rows, `shorter` what it gives where ties go to the shorter distance.
"""

import argparse
import json
import platform
import warnings
from pathlib import Path

import hdbscan
import numpy as np
import scipy
import sklearn
from hdbscan._hdbscan_linkage import label, mst_linkage_core
from hdbscan._hdbscan_tree import condense_tree, outlier_scores
from hdbscan import validity
from importlib.metadata import version
from scipy.sparse.csgraph import minimum_spanning_tree
from scipy.spatial.distance import cdist
from sklearn import datasets
from sklearn.cluster import HDBSCAN, OPTICS, cluster_optics_dbscan
from sklearn.metrics import adjusted_rand_score

warnings.filterwarnings("ignore", category=RuntimeWarning)
warnings.filterwarnings("ignore", category=UserWarning)
here = Path(__file__).parent
versions = {
    "python": platform.python_version(),
    "numpy": np.__version__,
    "scipy": scipy.__version__,
    "scikit-learn": sklearn.__version__,
    "hdbscan": version("hdbscan"),
}


def varied():
    """Groups of very different spread, which one eps does not fit."""
    centers = [[0, 0, 0], [6, 0, 2], [0, 9, -3]]
    return datasets.make_blobs([60, 50, 40], centers=centers, cluster_std=[0.3, 1.0, 2.0], random_state=11)[0]


def data_sets():
    for name in ("blobs", "anisotropic", "moons", "circles", "uniform", "duplicates", "iris-like"):
        stored = json.loads((here / "../fixtures/clustering" / f"{name}.json").read_text())
        yield name, np.array(stored["data"]).reshape(-1, stored["columns"]), False
    yield "varied", varied(), True


def reachability(x, min_samples):
    gaps = cdist(x, x)
    core = np.sort(gaps, axis=1)[:, min_samples - 1]
    graph = np.maximum(np.maximum(core[:, None], core[None, :]), gaps) + gaps * 1e-11
    np.fill_diagonal(graph, 0)
    return graph


def hdbscan_case(x, min_cluster_size, min_samples, method, single, full=True):
    graph = reachability(x, min_samples)
    options = {"min_cluster_size": min_cluster_size, "cluster_selection_method": method, "allow_single_cluster": single}
    fit = HDBSCAN(metric="precomputed", min_samples=1, copy=True, **options).fit(graph)
    tree = condense_tree(label(mst_linkage_core(graph)[np.argsort(mst_linkage_core(graph)[:, 2])]), min_cluster_size)
    scores = outlier_scores(tree)
    plain = HDBSCAN(min_samples=min_samples, copy=True, **options)
    as_given = plain.fit(x).labels_
    agreements = []
    random = np.random.default_rng(3)
    for _ in range(40 if full else 5):
        order = random.permutation(len(x))
        back = np.empty_like(as_given)
        back[order] = plain.fit(x[order]).labels_
        agreements.append(adjusted_rand_score(as_given, back))
    case = {
        "minClusterSize": min_cluster_size,
        "minSamples": min_samples,
        "selection": method,
        "allowSingleCluster": single,
        "plainAgreement": adjusted_rand_score(fit.labels_, as_given),
        "shuffledAgreement": min(agreements),
    }
    if full:
        if min(agreements) == 1:
            case["plainLabels"] = as_given.tolist()
        values = {"labels": fit.labels_, "strengths": fit.probabilities_, "outlierScores": scores}
        return {**case, **{key: value.tolist() for key, value in values.items()}}
    return {
        **case,
        "sizes": sorted(np.bincount(fit.labels_[fit.labels_ >= 0]).tolist(), reverse=True),
        "noise": int((fit.labels_ < 0).sum()),
        "strengths": float(fit.probabilities_.sum()),
        "outlierScores": float(scores.sum()),
    }


def prediction_case(x, min_cluster_size, min_samples):
    """What approximate_predict makes of new rows; the package's min_samples does not count the row itself.

    Its prediction data does count it, one neighbour short of the core distances of its own fit: mended here.
    """
    fit = hdbscan.HDBSCAN(
        min_cluster_size=min_cluster_size, min_samples=min_samples - 1, prediction_data=True, approx_min_span_tree=False
    ).fit(x)
    data = fit.prediction_data_
    data.core_distances = data.tree.query(x, k=min_samples)[0][:, -1]
    random = np.random.default_rng(8)
    rows = x[random.integers(0, len(x), 60)] + random.normal(size=(60, x.shape[1])) * x.std(axis=0) * 0.15
    labels, strengths = hdbscan.approximate_predict(fit, rows)
    return {
        "minClusterSize": min_cluster_size,
        "minSamples": min_samples,
        "rows": rows.ravel().tolist(),
        "labels": labels.tolist(),
        "strengths": strengths.tolist(),
    }


def finite(values):
    return [None if np.isinf(value) else value for value in values.tolist()]


def optics_case(x, min_points, max_eps, eps, xi=0.05):
    fit = OPTICS(min_samples=min_points, max_eps=max_eps, xi=xi).fit(x)
    cut = cluster_optics_dbscan(
        reachability=fit.reachability_, core_distances=fit.core_distances_, ordering=fit.ordering_, eps=eps
    )
    return {
        "minPoints": min_points,
        "maxEps": None if np.isinf(max_eps) else max_eps,
        "eps": eps,
        "ordering": fit.ordering_.tolist(),
        "reachability": finite(fit.reachability_),
        "coreDistances": finite(fit.core_distances_),
        "predecessor": fit.predecessor_.tolist(),
        "cut": cut.tolist(),
        "xi": {"xi": xi, "labels": fit.labels_.tolist()},
    }


def internal_tree(graph, gaps):
    """As internal_minimum_spanning_tree, but ties in reachability go to the shorter distance, not the first row."""
    broken = graph + gaps * 1e-11
    np.fill_diagonal(broken, 0)
    tree = minimum_spanning_tree(broken).tocoo()
    degree = np.bincount(np.concatenate([tree.row, tree.col]), minlength=len(graph))
    edges = np.column_stack([tree.row, tree.col, graph[tree.row, tree.col]])
    inside = (degree[tree.row] > 1) & (degree[tree.col] > 1)
    return np.flatnonzero(degree > 1), edges[inside] if inside.any() else edges


def exact_distances(x, labels, cluster, metric="euclidean", d=None, **_):
    """As distances_between_points, but with distances that do not lose eight digits to |x|² - 2xy + |y|²."""
    gaps = cdist(x[labels == cluster], x[labels == cluster])
    core = validity.all_points_core_distance(gaps.copy(), d=x.shape[1])
    exact_distances.gaps = gaps
    return np.maximum(np.maximum(core[:, None], core[None, :]), gaps), core


def dbcv_case(x, labels):
    labels = np.array(labels)
    by_first = validity.internal_minimum_spanning_tree
    validity.distances_between_points = exact_distances
    total, each = validity.validity_index(x, labels, per_cluster_scores=True)
    shuffled = []
    for seed in range(20):
        order = np.random.default_rng(seed).permutation(len(x))
        shuffled.append(validity.validity_index(x[order], labels[order]))
    validity.internal_minimum_spanning_tree = lambda graph: internal_tree(graph, exact_distances.gaps)
    shorter = validity.validity_index(x, labels)
    validity.internal_minimum_spanning_tree = by_first
    return {
        "labels": labels.tolist(),
        "index": float(total),
        "clusters": each.tolist(),
        "shuffled": [min(shuffled), max(shuffled)],
        "shorter": float(shorter),
    }


def fits_index(labels):
    sizes = np.bincount(labels[labels >= 0])
    return len(sizes) > 1 and sizes.min() > 2


def golden(name, x, own):
    hdbscan_cases = [
        hdbscan_case(x, *case)
        for case in (
            (5, 5, "eom", False),
            (5, 5, "leaf", False),
            (10, 3, "eom", False),
            (8, 1, "eom", False),
            (12, 8, "eom", True),
        )
    ]
    scale = float(np.median(np.sort(cdist(x, x), axis=1)[:, 4]))
    case = {"hdbscan": hdbscan_cases}
    case["optics"] = [optics_case(x, 5, np.inf, 2 * scale), optics_case(x, 4, 2.5 * scale, 1.5 * scale)]
    case["prediction"] = prediction_case(x, 10, 3)
    # equal rows have no distance, so the index is taken on distinct rows
    distinct = np.sort(np.unique(x, axis=0, return_index=True)[1])
    labelings = [np.array(fit["labels"])[distinct] for fit in hdbscan_cases] + [np.arange(len(distinct)) % 3]
    case["dbcv"] = [dbcv_case(x[distinct], labels) for labels in labelings if fits_index(labels)]
    case["distinct"] = distinct.tolist()
    return {**({"columns": x.shape[1], "data": x.ravel().tolist()} if own else {}), **case}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--real", help="raw float64 rows of 13 columns")
    real = parser.parse_args().real
    if real:
        x = np.fromfile(real).reshape(-1, 13)
        cases = [hdbscan_case(x, 50, 10, "eom", False, full=False), hdbscan_case(x, 50, 50, "eom", False, full=False)]
        out = {"rows": len(x), "hdbscan": cases}
    else:
        out = {name: golden(name, x, own) for name, x, own in data_sets()}
    path = here / ("density-real.json" if real else "density.json")
    path.write_text(json.dumps({"versions": versions, **out}) + "\n")


main()
