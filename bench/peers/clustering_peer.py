"""Clusters with scikit-learn, SciPy and hdbscan, as `npm run bench -- clustering` times them: one JSON request a line on
stdin, one reply a line on stdout. PEER is `scikit-learn`, `SciPy` or `hdbscan`.

A request is what bench/clustering/method-request.ts describes. Only the call itself is timed: imports, reading the matrix
and writing the result are not.
"""
import json
import resource
import sys
import time
import warnings

import numpy as np
from threadpoolctl import threadpool_limits

warnings.filterwarnings("ignore")
matrices = {}


def read_matrix(path, rows, columns):
    if path not in matrices:
        matrices.clear()
        matrices[path] = np.fromfile(path).reshape(rows, columns)
    return matrices[path]


def kmeans_sweep(threads, seed, start, end, starts):
    from sklearn.cluster import KMeans

    def run(x):
        sweep = range(start, end + 1)
        return [KMeans(n_clusters=k, n_init=starts, random_state=seed).fit(x).inertia_ for k in sweep]

    return run, lambda inertias: {"figures": inertias}


def kmeans_from_rows(threads, seed, start, end, starts, labels):
    from sklearn.cluster import KMeans

    def run(x):
        at, inertias = 0, []
        for k in range(start, end + 1):
            for _ in range(starts):
                centres = x[labels[at : at + k]]
                inertias.append(KMeans(n_clusters=k, init=centres, n_init=1).fit(x).inertia_)
                at += k
        return inertias

    return run, lambda inertias: {"figures": inertias}


def dbscan(threads, seed, eps, minPoints):
    from sklearn.cluster import DBSCAN

    fit = DBSCAN(eps=eps, min_samples=minPoints, n_jobs=threads)
    return fit.fit, lambda found: {"labels": found.labels_}


def k_distance(threads, seed, minPoints):
    from sklearn.neighbors import NearestNeighbors

    def run(x):
        near = NearestNeighbors(n_neighbors=minPoints, n_jobs=threads).fit(x)
        return np.sort(near.kneighbors(x)[0][:, -1])

    return run, lambda curve: {"values": curve}


def sklearn_hdbscan(threads, seed, minClusterSize, minSamples):
    from sklearn.cluster import HDBSCAN

    fit = HDBSCAN(min_cluster_size=minClusterSize, min_samples=minSamples, n_jobs=threads, copy=True)
    return fit.fit, lambda found: {"labels": found.labels_}


def package_hdbscan(threads, seed, minClusterSize, minSamples):
    import hdbscan

    # its min_samples does not count the row itself
    fit = hdbscan.HDBSCAN(min_cluster_size=minClusterSize, min_samples=minSamples - 1, core_dist_n_jobs=threads)
    return fit.fit, lambda found: {"labels": found.labels_}


def sklearn_tree(threads, seed, minClusterSize, minSamples):
    run, _ = sklearn_hdbscan(threads, seed, minClusterSize, minSamples)
    return run, lambda found: {"values": np.sort(found._single_linkage_tree_["value"])}


def package_tree(threads, seed, minClusterSize, minSamples):
    import hdbscan

    # its default leaves out edges that might matter
    fit = hdbscan.HDBSCAN(min_cluster_size=minClusterSize, min_samples=minSamples - 1, approx_min_span_tree=False)
    return fit.fit, lambda found: {"values": np.sort(found.single_linkage_tree_.to_numpy()[:, 2])}


def optics(threads, seed, minPoints, eps):
    from sklearn.cluster import OPTICS

    # measures one row at a time: with n_jobs=2 on two cores it took 86 s for what takes 3.5 s without
    fit = OPTICS(min_samples=minPoints, cluster_method="dbscan", eps=eps)
    return fit.fit, lambda found: {"labels": found.labels_, "values": np.sort(found.core_distances_)}


def gaussian_mixture(threads, seed, k, starts):
    from sklearn.mixture import GaussianMixture

    fit = GaussianMixture(k, covariance_type="full", n_init=starts, random_state=seed)
    return fit.fit, lambda found: {"figures": [found.score(current)]}


def mixture_from_labels(threads, seed, k, labels):
    from sklearn.mixture import GaussianMixture

    class StartedMixture(GaussianMixture):
        def _initialize_parameters(self, X, random_state, xp=None):
            self._initialize(X, np.eye(k)[labels])

    return StartedMixture(k, covariance_type="full").fit, lambda found: {"figures": [found.score(current)]}


def silhouette(threads, seed, labels):
    from sklearn.metrics import silhouette_samples

    return lambda x: silhouette_samples(x, labels, n_jobs=threads), lambda values: {"values": values}


def linkage(threads, seed, linkage):
    from scipy.cluster import hierarchy

    return lambda x: hierarchy.linkage(x, linkage), lambda tree: {"values": np.sort(tree[:, 2])}


methods = {
    "scikit-learn": {
        "kmeans-sweep": kmeans_sweep,
        "kmeans-from-rows": kmeans_from_rows,
        "dbscan": dbscan,
        "k-distance": k_distance,
        "hdbscan": sklearn_hdbscan,
        "hdbscan-tree": sklearn_tree,
        "optics": optics,
        "gaussian-mixture": gaussian_mixture,
        "mixture-from-labels": mixture_from_labels,
        "silhouette": silhouette,
    },
    "SciPy": {"linkage": linkage},
    "hdbscan": {"hdbscan": package_hdbscan, "hdbscan-tree": package_tree},
}[sys.argv[1]]
current = None
for line in sys.stdin:
    request = json.loads(line)
    x = read_matrix(**request["matrix"])
    parameters = dict(request["parameters"])
    if "labels" in request:
        parameters["labels"] = np.fromfile(request["labels"], dtype=np.int32)
    shuffle = request.get("shuffle")
    order = None if shuffle is None else np.random.default_rng(shuffle).permutation(len(x))
    current = x if order is None else x[order]
    # what a method needs is imported before the limit is set, which only holds for what is loaded
    run, describe = methods[request["method"]](request["threads"], request["seed"], **parameters)
    with threadpool_limits(limits=request["threads"]):
        began = time.perf_counter()
        result = run(current)
        seconds = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    found = describe(result)
    out = request.get("out")
    for name, kind in (("labels", np.int32), ("values", np.float64)):
        if out is None or name not in found:
            continue
        values = np.ascontiguousarray(found[name], dtype=kind)
        if order is not None:
            back = np.empty_like(values)
            back[order] = values
            values = back
        values.tofile(f"{out}.{name}")
    reply = {"seconds": seconds, "peakMegabytes": peak, "figures": [float(v) for v in found.get("figures", [])]}
    del result, found
    print(json.dumps(reply), flush=True)
