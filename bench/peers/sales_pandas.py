"""Raw CSV to cleaned, audited sales and RFM scores with pandas, as `npm run bench -- sales` times it: FILE.csv OUT.csv.

The cleaning, the ledger and the matching of returns are those of tests/golden/retail_cleaning.py.
"""
import json
import resource
import sys
from pathlib import Path

import pandas as pd

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests" / "golden"))
from retail_cleaning import clean, match  # noqa: E402
from rfm_pandas import add_rfm  # noqa: E402

path, out = sys.argv[1:]
types = {"Invoice": "str", "StockCode": "str", "Description": "str", "Country": "str", "Customer ID": "Int64"}
raw = pd.read_csv(path, dtype=types, parse_dates=["InvoiceDate"])
sales, returns, _, ledger = clean(raw)
matches, _ = match(sales, returns)
as_of = raw.InvoiceDate.max().normalize() + pd.Timedelta(days=1)
table = sales.groupby("customer").agg(last=("at", "max"), orders=("invoice", "nunique"), revenue=("revenue", "sum"))
table["recency_days"] = (as_of - table["last"].dt.normalize()).dt.days
table["net_revenue"] = table.revenue.add(-returns.groupby("customer").revenue.sum(), fill_value=0)[table.index].round(3)
add_rfm(table)
table[["recency_days", "orders", "net_revenue", "rfm_score", "rfm_segment"]].to_csv(out)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"ledger": ledger, "matched_units": int(matches.units.sum()), "peakMegabytes": peak}))
