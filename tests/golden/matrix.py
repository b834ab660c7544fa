"""Writes matrix.json beside this file: what scikit-learn, SciPy and numpy make of small invented columns.

Run with: python tests/golden/matrix.py && npx biome format --write tests/golden/matrix.json
The versions are written into the file.
"""

import json
from collections import Counter
from decimal import Decimal, getcontext
from pathlib import Path

import numpy as np
import scipy
import sklearn
from scipy import stats
from sklearn.decomposition import PCA
from sklearn.ensemble import IsolationForest
from sklearn.ensemble._iforest import _average_path_length
from sklearn.metrics import roc_auc_score
from sklearn.preprocessing import MinMaxScaler, PowerTransformer, QuantileTransformer, RobustScaler, StandardScaler

rng = np.random.default_rng(20111209)


def columns():
    shares = np.round(rng.beta(0.4, 2.0, 300), 3)
    shares[:120] = 0
    balance = np.round(np.concatenate([rng.lognormal(5, 1.3, 260), -rng.lognormal(2, 1, 40)]), 2)
    return {
        "revenue": np.round(rng.lognormal(6.5, 1.4, 400), 2),
        "balance": balance,
        "counts": rng.geometric(0.25, 500).astype(float),
        "shares": shares,
        "losses": -np.round(rng.lognormal(1, 0.8, 120), 3),
        "normal": np.round(rng.normal(3, 2, 250), 4),
        "few": np.array([1.0, 1.0, 2.0, 5.0, 5.0, 5.0, 40.0]),
        "many": np.round(rng.lognormal(3, 1, 1500), 1),
    }


def exact_lambda(x, start):
    """The power of largest likelihood in 40 digits: SciPy's stops where rounding hides the slope."""
    getcontext().prec = 40
    counts = Counter(x.tolist())

    def power(value, lmbda):
        return ((lmbda * (1 + value).ln()).exp() - 1) / lmbda

    def likelihood(lmbda):
        y = {v: power(Decimal(v), lmbda) if v >= 0 else -power(-Decimal(v), 2 - lmbda) for v in counts}
        mean = sum(k * y[v] for v, k in counts.items()) / len(x)
        variance = sum(k * (y[v] - mean) ** 2 for v, k in counts.items()) / len(x)
        logs = sum(k * (1 + abs(Decimal(v))).ln() * (1 if v >= 0 else -1) for v, k in counts.items())
        return -Decimal(len(x)) / 2 * variance.ln() + (lmbda - 1) * logs

    lmbda, h = Decimal(start), Decimal("1e-8")
    for _ in range(3):
        below, here, above = likelihood(lmbda - h), likelihood(lmbda), likelihood(lmbda + h)
        lmbda -= (above - below) / 2 * h / (above - 2 * here + below)
    return float(lmbda)


def column_facts(x):
    X = x[:, None]
    power = PowerTransformer(method="yeo-johnson", standardize=False).fit(X)
    lmbda = float(power.lambdas_[0])
    normal = QuantileTransformer(output_distribution="normal", n_quantiles=min(1000, len(x)), subsample=None).fit(X)
    # values between, at and beyond those known
    probes = np.concatenate([[x.min() - 1, x.max() + 1], np.quantile(x, [0, 0.001, 0.1, 0.37, 0.5, 0.9, 0.999, 1])])
    z = np.linspace(-5.5, 5.5, 23)
    transformed = power.transform(X)[:, 0]
    scalers = {"standard": StandardScaler().fit(X), "robust": RobustScaler().fit(X), "minmax": MinMaxScaler().fit(X)}
    return {
        "values": x.tolist(),
        "lambda": lmbda,
        "exactLambda": exact_lambda(x, lmbda),
        "likelihood": float(stats.yeojohnson_llf(lmbda, x)),
        "yeoJohnson": transformed[:20].tolist(),
        "yeoJohnsonBack": power.inverse_transform(transformed[:20, None])[:, 0].tolist(),
        "quantileNormal": normal.transform(X)[:, 0].tolist(),
        "probes": probes.tolist(),
        "probesQuantileNormal": normal.transform(probes[:, None])[:, 0].tolist(),
        "z": z.tolist(),
        "zBack": normal.inverse_transform(z[:, None])[:, 0].tolist(),
        "scaled": {name: scaler.transform(X)[:10, 0].tolist() for name, scaler in scalers.items()},
        "skew": float(stats.skew(x, bias=False)),
        "percentiles": np.percentile(x, [1, 25, 50, 99]).tolist(),
    }


def normal_distribution():
    p = np.concatenate([10.0 ** -np.arange(1, 17), np.linspace(0.01, 0.99, 99), 1 - 10.0 ** -np.arange(1, 13)])
    z = np.linspace(-7.5, 7.5, 61)
    return {"p": p.tolist(), "ppf": stats.norm.ppf(p).tolist(), "z": z.tolist(), "cdf": stats.norm.cdf(z).tolist()}


def together():
    n = 150
    a = rng.normal(size=n)
    b = 0.8 * a + 0.6 * rng.normal(size=n)
    c = np.floor(3 * rng.random(n))
    d = np.exp(b) - 2 * c
    e = a + b - 0.5 * d + 0.05 * rng.normal(size=n)
    X = np.round(np.column_stack([a, b, c, d, e]), 5)
    inflation = []
    for j in range(X.shape[1]):
        # statsmodels.stats.outliers_influence.variance_inflation_factor, with a constant among the others
        others = np.column_stack([np.ones(n), np.delete(X, j, 1)])
        residual = X[:, j] - others @ np.linalg.lstsq(others, X[:, j], rcond=None)[0]
        r2 = 1 - residual @ residual / np.sum((X[:, j] - X[:, j].mean()) ** 2)
        inflation.append(float(1 / (1 - r2)))
    pca = PCA(svd_solver="full").fit(X)
    return {
        "rows": X.tolist(),
        "pearson": np.corrcoef(X, rowvar=False).ravel().tolist(),
        "spearman": stats.spearmanr(X).statistic.ravel().tolist(),
        "inflation": inflation,
        "components": pca.components_.tolist(),
        "explainedVariance": pca.explained_variance_.tolist(),
        "explainedVarianceRatio": pca.explained_variance_ratio_.tolist(),
    }


def planted(n_crowd, n_out, width, seed):
    own = np.random.default_rng(seed)
    crowd = np.concatenate([own.normal(0, 1, (n_crowd // 2, width)), own.normal(3, 0.7, (n_crowd - n_crowd // 2, width))])
    out = own.uniform(-7, 10, (n_out, width))
    X = np.round(np.concatenate([crowd, out]), 3)
    is_out = np.arange(len(X)) >= n_crowd
    # so many trees that the random numbers hardly matter: two forests of 100 agree to a rank correlation of 0.93 only
    scores = -IsolationForest(n_estimators=5000, max_samples=min(256, len(X)), random_state=seed).fit(X).score_samples(X)
    return {
        "rows": X.tolist(),
        "outliers": n_out,
        "scores": np.round(scores, 6).tolist(),
        "auc": float(roc_auc_score(is_out, scores)),
    }


sizes = [0, 1, 2, 3, 4, 10, 100, 256, 5852]
golden = {
    "versions": {"numpy": np.__version__, "scipy": scipy.__version__, "scikit-learn": sklearn.__version__},
    "columns": {name: column_facts(x) for name, x in columns().items()},
    "normal": normal_distribution(),
    "together": together(),
    "forests": {
        "two crowds": planted(400, 20, 4, 7),
        "fewer rows than a sample": planted(150, 10, 3, 8),
    },
    "pathLengths": [[n, float(_average_path_length(np.array([n]))[0])] for n in sizes],
}
Path(__file__).with_suffix(".json").write_text(json.dumps(golden) + "\n")
