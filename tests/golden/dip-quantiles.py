"""Prints the table in src/comparison/null/dip-quantiles.ts: quantiles of the dip of uniform samples, times the root of n.

Run with: python tests/golden/dip-quantiles.py (made with numpy 2.4.6, diptest 0.12.0; about three minutes). The dip is
computed by diptest's C code; 100,000 samples a size, seed 1.
"""
import diptest
import numpy as np

sizes = [4, 5, 6, 7, 8, 9, 10, 15, 20, 30, 50, 100, 200, 500, 1000, 2000, 5000]
shares = [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.998, 0.999, 0.9995, 0.9998, 0.9999]
random = np.random.default_rng(1)
print(f"shares: {shares}")
for n in sizes:
    dips = np.array([diptest.dipstat(np.sort(random.random(n)), sort_x=False) for _ in range(100_000)])
    print(f"  [{n}, {', '.join(f'{q:.4f}' for q in np.quantile(dips, shares) * np.sqrt(n))}],", flush=True)
