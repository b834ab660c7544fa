"""An independent reference for detectableUplift, customersForUplift, readTest and holm: python campaign_tests.py OUT.json

Power: the uplift at which statsmodels' power_proportions_2indep (two-sided z-test, pooled variance under the null; the far
tail left out, which it counts and power.prop.test of R does not) reaches 0.8, by scipy's brentq over a plain formula here,
and compared with R's power.prop.test where Rscript is found and groups are equal. Intervals: confint_proportions_2indep,
method newcomb. p: test_proportions_2indep, pooled z without correction, and scipy's fisher_exact. Holm: statsmodels'
multipletests.
"""

import json
import math
import platform
import shutil
import subprocess
import sys
from pathlib import Path

import scipy
import statsmodels
from scipy.optimize import brentq
from scipy.stats import fisher_exact, norm
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import confint_proportions_2indep, power_proportions_2indep, proportions_ztest

sys.dont_write_bytecode = True
VERSIONS = {"python": platform.python_version(), "scipy": scipy.__version__, "statsmodels": statsmodels.__version__}


def power(uplift, p0, n1, n0, alpha):
    p1 = p0 + uplift
    both = (n1 * p1 + n0 * p0) / (n1 + n0)
    same = math.sqrt(both * (1 - both) * (1 / n1 + 1 / n0))
    apart = math.sqrt(p1 * (1 - p1) / n1 + p0 * (1 - p0) / n0)
    return norm.sf((norm.isf(alpha / 2) * same - uplift) / apart)


def main():
    uplifts = []
    for n1, n0, p0, alpha, wanted in [(900, 100, 0.3, 0.05, 0.8), (500, 500, 0.1, 0.05, 0.8), (5000, 560, 0.02, 0.05, 0.8),
                                      (52, 13, 0.16, 0.05, 0.8), (1000, 1000, 0.5, 0.01, 0.9), (200, 50, 0.85, 0.05, 0.8)]:
        most = 1 - p0 - 1e-9
        if power(most, p0, n1, n0, alpha) < wanted:
            uplifts.append({"contacts": n1, "heldOut": n0, "baseline": p0, "alpha": alpha, "power": wanted, "uplift": None})
            continue
        found = brentq(lambda d: power(d, p0, n1, n0, alpha) - wanted, 1e-9, most, xtol=1e-14)
        there = power_proportions_2indep(found, p0, n1, ratio=n0 / n1, alpha=alpha).power
        row = {"contacts": n1, "heldOut": n0, "baseline": p0, "alpha": alpha, "power": wanted, "uplift": found,
               "statsmodelsPower": float(there)}
        if n1 == n0 and shutil.which("Rscript"):
            code = f"options(digits=15); cat(power.prop.test(n={n1}, p1={p0}, power={wanted}, sig.level={alpha}, tol=1e-14)$p2)"
            row["r"] = float(subprocess.run(["Rscript", "-e", code], capture_output=True, text=True, check=True).stdout) - p0
        uplifts.append(row)
    needed = []
    for uplift, p0, share in [(0.015, 0.3, 0.1), (0.05, 0.16, 0.1), (0.02, 0.4, 0.5), (0.002, 0.05, 0.1)]:
        n = brentq(lambda size: power(uplift, p0, size * (1 - share), size * share, 0.05) - 0.8, 4, 1e9, xtol=1e-6)
        needed.append({"uplift": uplift, "baseline": p0, "holdoutShare": share, "customers": math.ceil(n)})
    readings = []
    for b1, n1, b0, n0 in [(180, 900, 12, 100), (30, 100, 20, 100), (450, 5000, 40, 560), (3, 52, 0, 13), (0, 40, 2, 5),
                           (0, 20, 0, 10), (7, 7, 5, 9)]:
        low, high = confint_proportions_2indep(b1, n1, b0, n0, method="newcomb", compare="diff", alpha=0.05)
        _, z = proportions_ztest([b1, b0], [n1, n0])
        exact = fisher_exact([[b1, n1 - b1], [b0, n0 - b0]])[1]
        readings.append({"contacts": n1, "contactedBuyers": b1, "heldOut": n0, "heldOutBuyers": b0, "low": float(low),
                         "high": float(high), "z": None if math.isnan(z) else float(z), "exact": float(exact)})
    families = [[0.01, 0.04, 0.03], [0.2], [0.5, 0.5, 0.01, 0.012, 0.9], [0.001, 0.001, 0.02, 0.04]]
    holm = [{"pValues": p, "corrected": multipletests(p, method="holm")[1].tolist()} for p in families]
    out = {"versions": VERSIONS, "uplifts": uplifts, "needed": needed, "readings": readings, "holm": holm}
    Path(sys.argv[1]).write_text(json.dumps(out, indent=1) + "\n")


main()
