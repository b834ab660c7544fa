"""An independent reference for probabilityOfPurchase: python purchase_probability.py prediction.json OUT.json

Takes the 400 made customers and the fitted parameters of prediction.json (prediction.py) and works the probability of at
least one purchase out another way: no purchase in the horizon means that the Erlang clock made fewer steps than are missing,
Poisson given a customer's rate, integrated over the rate's posterior (a mixture of gammas, one for each step that the clock
may have gone) by quadrature; a season multiplies the rate.
"""

import argparse
import json
import platform
import sys
from pathlib import Path

import numpy as np
import scipy
from scipy import integrate, stats
from scipy.special import gammaln, logsumexp

sys.dont_write_bytecode = True
VERSIONS = {"python": platform.python_version(), "numpy": np.__version__, "scipy": scipy.__version__}
CASES = [(30, 1.0), (90, 1.0), (90, 0.7), (90, 1.4)]


def probability(k, theta, alive, x, recency, age, days, season):
    r, alpha, _, _ = theta
    logs = [gammaln(r + k * x + j) - gammaln(j + 1) - (r + k * x + j) * np.log(alpha + age)
            + (j * np.log(max(age - recency, 1e-300)) if j else 0) for j in range(k)]
    weights = np.exp(np.array(logs) - logsumexp(logs))
    none = 0.0
    for j in range(k):
        rate = stats.gamma(r + k * x + j, scale=1 / (alpha + age))
        f = lambda u: stats.poisson.cdf(k - j - 1, rate.ppf(u) * season * days)
        none += weights[j] * integrate.quad(f, 0, 1, epsabs=1e-12, epsrel=1e-10, limit=300)[0]
    return alive * (1 - none)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("golden", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    golden = json.loads(options.golden.read_text())
    s = golden["summary"]
    fits = []
    for fit in golden["fits"]:
        theta = tuple(fit["parameters"].values())
        cases = [{"days": days, "season": season,
                  "probability": [probability(fit["k"], theta, fit["alive"][i], s["frequency"][i], s["recencyDays"][i],
                                              s["ageDays"][i], days, season) for i in range(25)]} for days, season in CASES]
        fits.append({"model": fit["model"], "k": fit["k"], "parameters": fit["parameters"], "cases": cases})
    options.out.write_text(json.dumps({"versions": VERSIONS, "customers": 25, "fits": fits}) + "\n")


main()
