"""Writes comparison-py.json beside this file: dips, their p-values and elbows by diptest and kneed.

Run with: python tests/golden/comparison.py (needs numpy, diptest and kneed; the versions are written into the file;
made with Python 3.11, numpy 2.4.6, diptest 0.12.0, kneed 0.9.0).

The p-values of diptest are interpolated in its table of simulated quantiles, ours in a table of our own.
"""
import json
import platform
from importlib.metadata import version
from pathlib import Path

import diptest
import numpy as np
from kneed import KneeLocator

random = np.random.default_rng(4)
samples = {
    "four values": [1, 2, 3, 9],
    "two atoms": [0.0] * 10 + [1.0] * 10,
    "all the same": [3.0] * 8,
    "ties": random.poisson(2.5, 60).astype(float).tolist(),
    "many ties": random.poisson(1, 200).astype(float).tolist(),
    "zeros and a hump": [0.0] * 40 + random.normal(5, 1, 60).round(1).tolist(),
    "few values": random.choice([1.0, 2, 3, 7, 8], 90, p=[0.1, 0.3, 0.2, 0.3, 0.1]).tolist(),
    "normal": random.normal(size=80).round(6).tolist(),
    "uniform": random.uniform(size=50).round(6).tolist(),
    "exponential": random.exponential(size=70).round(6).tolist(),
    "two normals": np.concatenate([random.normal(0, 1, 40), random.normal(4, 1, 40)]).round(6).tolist(),
    "unequal normals": np.concatenate([random.normal(0, 1, 70), random.normal(6, 0.5, 10)]).round(6).tolist(),
    "three normals": np.concatenate([random.normal(c, 0.7, 25) for c in (0, 3, 7)]).round(6).tolist(),
}
dips = [
    {"name": name, "values": values, "dip": diptest.dipstat(np.array(values, dtype=float))}
    for name, values in samples.items()
]
p_values = []
for rows in (10, 37, 200, 900, 5852, 30000):
    scaled = [0.25, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7, 0.9]
    for root_dip in scaled:
        dip = root_dip / np.sqrt(rows)
        if dip < 0.5 / rows:
            continue
        p = diptest.diptest.__globals__["Consts"].compute_pval_interpolation(rows, dip)
        p_values.append({"rows": rows, "dip": dip, "p": float(p)})

elbows = []
ks = list(range(1, 11))
for i in range(60):
    falls = np.sort(random.gamma(0.5, 1, 9))[::-1] + 0.02
    if i % 3 == 0:
        falls = 1 / np.arange(1, 10) ** random.uniform(0.5, 3)
    if i % 3 == 1:
        random.shuffle(falls)
    inertia = (1000 - 900 * np.concatenate([[0], np.cumsum(falls)]) / falls.sum() * random.uniform(0.5, 1)).round(3)
    if i == 0:  # two knees
        inertia = np.array([1000, 810.8, 808.8, 793.6, 734.6, 496.1, 474.0, 466.9, 464.3, 424.9])
    located = KneeLocator(ks, inertia, S=1.0, curve="convex", direction="decreasing")
    knees = KneeLocator(ks, inertia, S=1.0, curve="convex", direction="decreasing", online=True).all_knees
    elbows.append({"inertia": inertia.tolist(), "knee": None if located.knee is None else int(located.knee),
                   "all": [int(k) for k in knees]})

golden = {
    "versions": {"python": platform.python_version(), **{p: version(p) for p in ("numpy", "diptest", "kneed")}},
    "dips": dips, "pValues": p_values, "elbows": elbows,
}
(Path(__file__).parent / "comparison-py.json").write_text(json.dumps(golden) + "\n")
