"""RFM scores and segments, from shared/reference/features.md alone; and those of published analyses, for comparison."""

import numpy as np
import pandas as pd

# the map of features.md: rows R = 5 to 1, columns V = 1 to 5
MAP = """
Recent Customers | Potential Loyalists | Potential Loyalists | Loyal Customers | Champions
Promising | Potential Loyalists | Loyal Customers | Loyal Customers | Champions
About To Sleep | About To Sleep | Need Attention | Loyal Customers | Need Attention
Hibernating | Hibernating | At Risk | At Risk | Can't Lose Them
Lost | Lost | Hibernating | Hibernating | At Risk
"""
# the table that features.md says comes out of the published rules
PUBLISHED = {
    "Champions": 471, "Loyal Customers": 979, "Lost": 797, "Can't Lose Them": 227, "Potential Loyalists": 1280,
    "About To Sleep": 606, "At Risk": 502, "Need Attention": 104, "Hibernating": 901, "Promising": 9,
    "Recent Customers": 2,
}
CELLS = np.array([[cell.strip() for cell in row.split("|")] for row in MAP.strip().splitlines()])[::-1]


def score(values, lower_is_better=False):
    """1 + min(4, floor(5 · share of customers strictly worse)), in whole numbers."""
    worse = values.rank(method="min", ascending=not lower_is_better).astype("int64") - 1
    return 1 + (5 * worse // len(values)).clip(upper=4)


def add_rfm(table):
    table["r_score"] = score(table.recency_days, lower_is_better=True)
    table["f_score"] = score(table.orders)
    table["m_score"] = score(table.net_revenue)
    table["rfm_score"] = table.r_score.astype(str) + table.f_score.astype(str) + table.m_score.astype(str)
    v = (table.f_score + table.m_score + 1) // 2
    table["rfm_segment"] = CELLS[table.r_score - 1, v - 1]


def check_published(raw):
    """Counts by the published rule list, refused where they differ from the published ones: naive cleaning, elapsed days, ties ranked by customer id, quintiles by qcut."""
    rows = raw[raw["Customer ID"].notna() & (raw.Quantity > 0) & (raw.Price > 0)]
    rows = rows.assign(revenue=rows.Quantity * rows.Price)
    now = rows.InvoiceDate.max() + pd.Timedelta(days=1)
    by = rows.groupby("Customer ID")
    recency = (now - by.InvoiceDate.max()).dt.days
    frequency, monetary = by.Invoice.nunique(), by.revenue.sum().round(6)

    def fifth(values, labels):
        return pd.qcut(values.rank(method="first"), 5, labels=labels).astype(int)

    r = fifth(recency, [5, 4, 3, 2, 1])
    f, m = (fifth(v, [1, 2, 3, 4, 5]) for v in (frequency, monetary))
    # the first rule that matches names the customer
    rules = {
        "Champions": (r == 5) & (f == 5) & (m == 5),
        "Loyal Customers": (r >= 4) & (f >= 4) & (m >= 3),
        "Potential Loyalists": (r >= 3) & (f <= 3) & (m <= 3),
        "Recent Customers": (r >= 4) & (f <= 1),
        "Promising": (r >= 3) & (f <= 1),
        "Need Attention": (r == 3) & f.between(2, 3),
        "About To Sleep": r.between(2, 3) & f.between(2, 3),
        "Can't Lose Them": (r <= 2) & (f >= 4) & (m >= 4),
        "At Risk": (r <= 2) & (f >= 2) & (m >= 2),
        "Hibernating": (r <= 2) & (f <= 2) & (m <= 2),
    }
    names = np.select(list(rules.values()), list(rules), "Lost")
    counts = pd.Series(names).value_counts().sort_index().to_dict()
    if counts != PUBLISHED:
        raise SystemExit(f"the published table is {PUBLISHED}, computed {counts}")
    return {"customers": len(r), "rows": len(rows), "invoices": int(rows.Invoice.nunique()), "segments": counts}
