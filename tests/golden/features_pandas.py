"""An independent reference for the feature catalogue: python features_pandas.py FILE.parquet OUT.json [--as-of 2011-06-01]

Written from shared/reference/features.md and retail.md alone, in pandas, and never from the SQL that it checks; needs
pandas 3, numpy and pyarrow. --table FILE.parquet keeps the table of all customers. Prints what cleaning, matching and
features took; the features are the peer of the bench. Makes features-real.json from Online Retail II.

Where the reference leaves something open, read as follows (for cleaning and matching see retail_cleaning.py):
- an order is a customer's invoice; its time is that of its first line (64 invoices spread over two or three minutes);
- a matched return lowers its order by what was given back, at the return's price: only so do order values and unmatched
  returns add up to net revenue ("must leave the same total"); 4 of 36,594 orders fall below 0 by it;
- order values are net, so is the shop's median order, the c of revenue_trend; revenue_per_order is their mean, so that
  what nothing explains lowers no order; windows take every return on its own date, matched or not;
- "last 90 days" are the 90 calendar days before asOf, the "previous" ones the 90 before those; likewise 180;
- coefficients of variation divide the sample standard deviation (n − 1) by the mean; null under two orders, for gap_cv
  under two gaps, and where the mean is not above 0;
- quantiles interpolate linearly; price_spread is over lines, bulk_share's 90th percentile over all orders of the shop;
- "a basket's size" is its units;
- gaps are days between the calendar dates of consecutive orders, 0 between two orders of one day;
- months of tenure run from the first order's month to the month of the day before asOf, the last one that counts;
- orders follow each other by minute, then by invoice number (178 times a customer has two in one minute), so of two
  invoices of one minute one is the earlier order;
- products_per_order is what its brackets say, distinct skus of the customer over orders;
- hours are clock times with their minutes for preferred_hour, null where the resultant is 0; its range is 0 to 24;
- shares of time are shares of orders; weekday_entropy is normalised by the 7 weekdays, so it is 0 for one order;
  weekdays are 1 (Monday) to 7; quarter_concentration takes the four quarters of the year, as q4_share does;
- days_to_return is the median over pairs of an order and a cancellation that undoes a part of it;
- the shop's main country is that of most orders; a customer whose country is tied has null for both;
- three readings were first others, and are what they are since the comparison with the catalogue showed the question:
  the order of two invoices of one minute (9 customers), returns in the minute of the purchase (25 customers) and the
  turn of returns of one minute (3 customers); all the rest stood before it;
- newcomers are one-time buyers with tenure_days <= 90; unmatched_returns are above 0 where there are any.
"""

import argparse
import json
import platform
import sys
from pathlib import Path
from time import perf_counter

import numpy as np
import pandas as pd

sys.dont_write_bytecode = True

import retail_cleaning
from catalogue_pandas import features
from golden_customers import choose, plain, shop, totals
from rfm_pandas import check_published

# a second cut-off, whose totals stand in the golden file too
EARLIER = "2011-03-01"


def dump(golden, path):
    """JSON with a line for each customer and each column."""
    def rows(part):
        return "{\n" + ",\n".join(f"{json.dumps(str(k))}: {json.dumps(v)}" for k, v in part.items()) + "\n}"

    parts = (f"{json.dumps(k)}: {rows(v) if isinstance(v, dict) else json.dumps(v)}" for k, v in golden.items())
    path.write_text("{\n" + ",\n".join(parts) + "\n}\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("parquet", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--as-of", help="yyyy-mm-dd; midnight after the last transaction of the file unless said")
    parser.add_argument("--table", type=Path, help="where to keep the table of all customers")
    options = parser.parse_args()
    raw = pd.read_parquet(options.parquet)
    as_of = options.as_of or str((raw.InvoiceDate.max() + pd.Timedelta(days=1)).date())
    clock = [perf_counter()]

    def lap(what):
        clock.append(perf_counter())
        print(f"{what}: {clock[-1] - clock[-2]:.2f} s")

    sales, returns, known, ledger = retail_cleaning.clean(raw)
    lap("cleaning")
    matches, returns = retail_cleaning.match(sales, returns)
    lap("matching returns")
    table, orders = features(sales, returns, matches, as_of)
    lap(f"{table.shape[1]} features of {len(table)} customers")
    chosen = choose(table, orders, sales, matches)
    early, _ = features(sales, returns, matches, EARLIER)
    dump({
        "made_by": "features_pandas.py",
        "versions": {"python": platform.python_version(), "pandas": pd.__version__, "numpy": np.__version__},
        "as_of": as_of,
        "ledger": {row.pop("step"): row for row in ledger},
        "shop": shop(table, orders, known),
        "columns": list(table.columns),
        "reasons": chosen,
        "customers": {c: [plain(v) for v in table.loc[c]] for c in chosen},
        "totals": totals(table),
        "earlier": {"as_of": EARLIER, "customers": len(early), "totals": totals(early)},
        "published": check_published(raw),
    }, options.out)
    print(f"{len(chosen)} golden customers in {options.out}")
    if options.table:
        table.reset_index().to_parquet(options.table)


if __name__ == "__main__":
    main()
