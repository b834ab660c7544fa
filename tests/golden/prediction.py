"""An independent reference for src/prediction: python prediction.py OUT.json [--real FILE.parquet] [--check-lifetimes]

Written from the papers, not from the code that it checks: ratios of log-gammas where ours adds up products, hyp2f1
where ours adds up a series, Nelder-Mead and scipy's BFGS with numeric slopes where ours has its own. Without --real it
draws 400 customers (MBG/CNBD-2, Gamma-Gamma values), keeps them and writes prediction.json: fits of each model,
P(alive) and expected purchase days of 30 and 90 days. With --real FILE.parquet it cleans Online Retail II anew
(retail_cleaning.py) and writes prediction-real.json: totals, estimates and log-likelihoods only, no customer.

Papers: Fader, Hardie and Lee 2005 (eq. 6, 10); Batislam, Denizel and Filiztekin 2007; Platzer and Reutterer 2016 (eq.
4, 5; our expectation for k > 1 is exact, so here it is integrated over the rate by quadrature, conditioned on the steps
of the Erlang clock); Fader and Hardie 2013 (eq. 1a, 5). --check-lifetimes compares BG/NBD, MBG/NBD and Gamma-Gamma
with lifetimes 0.11.3 and prints the differences.
"""

import argparse
import json
import platform
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import scipy
from scipy import integrate, optimize, stats
from scipy.special import betaln, gammaln, hyp2f1, logsumexp

sys.dont_write_bytecode = True
VERSIONS = {"python": platform.python_version(), "numpy": np.__version__, "scipy": scipy.__version__}
MODELS = [("BG/NBD", 1), ("MBG/NBD", 1), ("MBG/CNBD-k", 2), ("MBG/CNBD-k", 3)]


def draw(customers=400, r=0.9, alpha=30.0, a=0.6, b=2.5, k=2, p=3.0, q=4.0, gamma=200.0, seed=11):
    random = np.random.default_rng(seed)
    rows = []
    for _ in range(customers):
        age = int(random.integers(100, 700))
        rate, leaving = random.gamma(r, 1 / alpha), random.beta(a, b)
        days, at = [0], 0.0
        while random.random() >= leaving:
            at += random.gamma(k, 1 / rate)
            if at > age:
                break
            if round(at) > days[-1] and round(at) <= age:
                days.append(round(at))
        values = np.round(random.gamma(p, 1 / random.gamma(q, 1 / gamma), len(days)), 2)
        rows.append((len(days) - 1, days[-1], age, np.log(np.diff(days)).sum(), len(days), values.mean()))
    return pd.DataFrame(rows, columns=["frequency", "recencyDays", "ageDays", "logGaps", "valuedDays", "meanDayValue"])


def parts(name, k, theta, s):
    """Logarithms of the likelihood's two parts: still there, and gone since the last purchase."""
    r, alpha, a, b = theta
    x, t, age = (s[c].to_numpy(float) for c in ("frequency", "recencyDays", "ageDays"))
    first = 0 if name == "BG/NBD" else 1
    common = (gammaln(r + k * x) - gammaln(r) + r * np.log(alpha) - x * gammaln(k) + (k - 1) * s.logGaps.to_numpy())
    steps = np.array([
        gammaln(r + k * x + j) - gammaln(r + k * x) - gammaln(j + 1) - (r + k * x + j) * np.log(alpha + age)
        + (j * np.log(np.maximum(age - t, 1e-300)) if j else 0)
        for j in range(k)
    ])
    stays = betaln(a, b + x + first) - betaln(a, b) + common + logsumexp(steps, axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        leaves = betaln(a + 1, b + x - 1 + first) - betaln(a, b) + common - (r + k * x) * np.log(alpha + t)
    if not first:
        leaves = np.where(x > 0, leaves, -np.inf)
    return stays, leaves, steps


def log_likelihood(name, k, theta, s):
    stays, leaves, _ = parts(name, k, theta, s)
    return float(np.logaddexp(stays, leaves).sum())


def maximise(f, start):
    """Nelder-Mead to the place, then BFGS to the digits, over logarithms."""
    cost = lambda logs: -f(np.exp(np.clip(logs, -18, 18)))
    at = np.log(start)
    for _ in range(4):
        at = optimize.minimize(cost, at, method="Nelder-Mead", options={"xatol": 1e-9, "fatol": 1e-10, "maxiter": 4000}).x
    at = optimize.minimize(cost, at, method="BFGS", jac="3-point", options={"gtol": 1e-7}).x
    n, h = len(at), 1e-3
    e = np.eye(n) * h
    hessian = np.array([[(cost(at + e[i] + e[j]) - cost(at + e[i] - e[j]) - cost(at - e[i] + e[j]) + cost(at - e[i] - e[j]))
                         / (4 * h * h) for j in range(n)] for i in range(n)])
    theta = np.exp(at)
    return theta, -cost(at), theta * np.sqrt(np.diag(np.linalg.inv(hessian)))


def alive(name, k, theta, s):
    stays, leaves, _ = parts(name, k, theta, s)
    return np.exp(stays - np.logaddexp(stays, leaves))


def expected_closed(name, theta, s, h):
    r, alpha, a, b = theta
    x, age = s.frequency.to_numpy(float), s.ageDays.to_numpy(float)
    b = b + (0 if name == "BG/NBD" else 1)
    z = h / (alpha + age + h)
    inner = 1 - ((alpha + age) / (alpha + age + h)) ** (r + x) * hyp2f1(r + x, b + x, a + b + x - 1, z)
    return (a + b + x - 1) / (a - 1) * inner * alive(name, 1, theta, s)


def expected_integrated(name, k, theta, s, h):
    r, alpha, a, b = theta
    _, _, steps = parts(name, k, theta, s)
    weights = np.exp(steps - logsumexp(steps, axis=0))
    out = []
    for i, row in enumerate(s.itertuples()):
        first = b + row.frequency + (0 if name == "BG/NBD" else 1)
        m = np.arange(1, 400)
        happens = np.exp(gammaln(first + m - 1) - gammaln(first) + gammaln(a + first) - gammaln(a + first + m - 1))
        total = 0.0
        for j in range(k):
            rate = stats.gamma(r + k * row.frequency + j, scale=1 / (alpha + row.ageDays))
            # over the rate's quantiles, where the density has no pole
            f = lambda u: float((happens * stats.poisson.sf(m * k - j - 1, rate.ppf(u) * h)).sum())
            total += weights[j, i] * integrate.quad(f, 0, 1, epsabs=1e-11, epsrel=1e-9, limit=200)[0]
        out.append(total)
    return np.array(out) * alive(name, k, theta, s)


def value_log_likelihood(theta, s):
    p, q, gamma = theta
    s = s[s.valuedDays > 0]
    x, z = s.valuedDays.to_numpy(float), s.meanDayValue.to_numpy(float)
    return float((gammaln(p * x + q) - gammaln(p * x) - gammaln(q) + q * np.log(gamma) + (p * x - 1) * np.log(z)
                  + p * x * np.log(x) - (p * x + q) * np.log(gamma + z * x)).sum())


def fits_of(s):
    fits = []
    for name, k in MODELS:
        theta, value, errors = maximise(lambda t: log_likelihood(name, k, t, s), [1, 50, 0.5, 2.5])
        fits.append({"model": name, "k": k, "parameters": dict(zip(("r", "alpha", "a", "b"), map(float, theta))),
                     "standardErrors": dict(zip(("r", "alpha", "a", "b"), map(float, errors))), "logLikelihood": float(value)})
    theta, value, errors = maximise(lambda t: value_log_likelihood(t, s), [2, 3, float(s.meanDayValue.mean())])
    keys = ("p", "q", "gamma")
    return fits, {"parameters": dict(zip(keys, map(float, theta))), "standardErrors": dict(zip(keys, map(float, errors))),
                  "logLikelihood": float(value)}


def real_summary(path):
    import retail_cleaning

    sales, returns, _, _ = retail_cleaning.clean(pd.read_parquet(path))
    matches, _ = retail_cleaning.match(sales, returns)
    as_of = (max(sales["at"].max(), returns["at"].max()) + pd.Timedelta(days=1)).normalize()
    orders = sales.groupby(["customer", "invoice"], observed=True).agg(at=("at", "min"), net=("revenue", "sum")).reset_index()
    undone = matches.groupby(["customer", "invoice"], observed=True).value.sum()
    back = orders.set_index(["customer", "invoice"]).index.map(undone.to_dict())
    orders["net"] = (orders.net - np.nan_to_num(back.to_numpy(float))).round(3)
    days = orders.assign(day=orders["at"].dt.normalize()).groupby(["customer", "day"]).net.sum().round(3).reset_index()
    gaps = np.log(days.groupby("customer").day.diff().dt.days)
    by = days.assign(log=gaps.fillna(0), value=days.net.where(days.net > 0)).groupby("customer")
    s = by.agg(n=("day", "size"), first=("day", "min"), last=("day", "max"), logGaps=("log", "sum"),
               valuedDays=("value", "count"), meanDayValue=("value", "mean"))
    s["frequency"], s["recencyDays"] = s.n - 1, (s["last"] - s["first"]).dt.days
    s["ageDays"] = (as_of - s["first"]).dt.days - 1
    s["meanDayValue"] = s.meanDayValue.fillna(0)
    return s.drop(columns=["n", "first", "last"]), str(as_of.date())


def check_lifetimes(s):
    from lifetimes import BetaGeoFitter, GammaGammaFitter, ModifiedBetaGeoFitter

    fits, value = fits_of(s)
    for fit, fitter in zip(fits, (BetaGeoFitter(), ModifiedBetaGeoFitter())):
        fitter.fit(s.frequency, s.recencyDays, s.ageDays)
        value_there = log_likelihood(fit["model"], 1, fitter.params_[["r", "alpha", "a", "b"]].to_numpy(), s)
        print(fit["model"], fit["parameters"], dict(fitter.params_), "log-likelihood minus that of lifetimes' estimates:",
              fit["logLikelihood"] - value_there)
    bought = s[s.valuedDays > 0]
    fitter = GammaGammaFitter().fit(bought.valuedDays, bought.meanDayValue)
    print("Gamma-Gamma", value["parameters"], dict(fitter.params_), "log-likelihood minus that of lifetimes' estimates:",
          value["logLikelihood"] - value_log_likelihood(fitter.params_[["p", "q", "v"]].to_numpy(), s))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--real", type=Path)
    parser.add_argument("--check-lifetimes", action="store_true")
    options = parser.parse_args()
    if options.real:
        s, as_of = real_summary(options.real)
        fits, value = fits_of(s)
        golden = {"versions": VERSIONS, "asOf": as_of, "customers": len(s),
                  "totals": {c: float(s[c].sum()) for c in s.columns}, "fits": fits, "values": value}
    else:
        s = draw()
        fits, value = fits_of(s)
        for fit in fits:
            theta = tuple(fit["parameters"].values())
            fit["alive"] = alive(fit["model"], fit["k"], theta, s).tolist()
            fit["expected"] = {}
            for h in (30, 90):
                rows = s if fit["k"] == 1 else s.head(25)
                whole = (expected_closed(fit["model"], theta, rows, h) if fit["k"] == 1
                         else expected_integrated(fit["model"], fit["k"], theta, rows, h))
                fit["expected"][str(h)] = whole.tolist()
        p, q, gamma = value["parameters"].values()
        own = s.valuedDays * s.meanDayValue
        value["expected"] = (p * (gamma + own) / (p * s.valuedDays + q - 1)).tolist()
        golden = {"versions": VERSIONS, "summary": {c: s[c].tolist() for c in s.columns}, "fits": fits, "values": value}
    if options.check_lifetimes:
        check_lifetimes(s)
    options.out.write_text(json.dumps(golden) + "\n")


main()
