"""The whole catalogue with pandas, as `npm run bench -- features` times it: FOLDER AS_OF.

FOLDER holds the cleaned and matched rows as sales.parquet, returns.parquet and matches.parquet. The clock runs from
reading them to the table of customers, as ours does; the features are those of tests/golden/catalogue_pandas.py.
"""
import json
import resource
import sys
import time
from pathlib import Path

import pandas as pd

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests" / "golden"))
from catalogue_pandas import features  # noqa: E402

folder, as_of = Path(sys.argv[1]), sys.argv[2]
began = time.perf_counter()
sales, returns, matches = (pd.read_parquet(folder / f"{name}.parquet") for name in ("sales", "returns", "matches"))
table, _ = features(sales, returns, matches, as_of)
seconds = time.perf_counter() - began
numbers = table.select_dtypes("number")
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"seconds": seconds, "peakMegabytes": peak, "sums": {c: float(numbers[c].sum()) for c in numbers}}))
