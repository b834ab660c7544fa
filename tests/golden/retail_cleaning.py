"""The default cleaning of Online Retail II and the matching of returns, from shared/reference/retail.md alone.

Where the reference leaves something open, read as follows:
- overlap: where time runs backwards by more than a day, the rows of the stretch that both sides cover are matched one
  for one over all eight fields, k-th copy with k-th copy; the later copies go (docs/methods.md);
- a return undoes units "of the same customer and sku" (features.md; no word of the price), the latest purchase first;
- what was bought in the return's own minute counts as earlier: customers 13634 and 17314 cancel whole orders within
  their minute. Invoice numbers say so of 69 of the 87 such pairs of lines; of 18, re-invoiced after the cancellation,
  they say the contrary, which a clock of minutes cannot see and this reading does not;
- returns of one minute take their turn by invoice, then dearest first (6 cases priced apart: each then finds the
  purchase of its own price where there is one), so that the order of rows is nothing.
"""
import numpy as np
import pandas as pd

GOODS = r"[0-9]{5}[A-Z]{0,3}|DCGS[0-9A-Z]+|SP[0-9]+|PADS|GIFT_[0-9]+_[0-9]+"


def once(raw):
    """Drops the second copy of each row of a stretch of time that stands in the file twice."""
    for seam in np.flatnonzero(raw.InvoiceDate.diff() < pd.Timedelta(days=-1)):
        before = np.arange(len(raw)) < seam
        at = raw.InvoiceDate
        common = at.between(at[~before].min(), at[before].max())
        copies = [raw[common & side] for side in (before, ~before)]
        fields = list(raw.columns)
        keyed = [c.assign(copy=c.groupby(fields, dropna=False).cumcount(), row=c.index) for c in copies]
        pairs = keyed[1].merge(keyed[0], on=[*fields, "copy"], suffixes=("", "_first"))
        if len(pairs) >= 0.9 * min(len(c) for c in copies):
            raw = raw.drop(pairs.row).reset_index(drop=True)
    return raw


def ledger_row(name, rows):
    return {
        "step": name,
        "rows": len(rows),
        "customers": int(rows["Customer ID"].nunique()),
        "invoices": int(rows.Invoice.nunique()),
        "revenue": round(float((rows.Quantity * rows.Price).sum()), 3),
    }


def lines_of(rows):
    """The columns that features need, under plain names."""
    return pd.DataFrame({
        "customer": rows["Customer ID"].astype("int64"),
        "invoice": rows.Invoice.astype("category").cat.remove_unused_categories(),
        "sku": rows.sku.astype("category").cat.remove_unused_categories(),
        "units": rows.Quantity.astype("int64"),
        "price": rows.Price,
        "revenue": rows.Quantity * rows.Price,
        "at": rows.InvoiceDate,
        "country": rows.Country.astype("category"),
    }).reset_index(drop=True)


def clean(raw):
    """Sales lines, return lines (units positive), the ids of customers with any goods line, and the ledger."""
    ledger = [ledger_row("read", raw)]
    rows = once(raw)
    ledger.append(ledger_row("overlap", rows))
    rows = rows[rows["Customer ID"].notna()]
    ledger.append(ledger_row("identified", rows))
    rows = rows[~rows.Invoice.str.fullmatch("A[0-9]+")]
    ledger.append(ledger_row("adjustments", rows))
    rows = rows.assign(sku=rows.StockCode.str.strip().str.upper())
    rows = rows[rows.sku.str.fullmatch(GOODS)]
    ledger.append(ledger_row("goods", rows))
    cancelled = rows.Invoice.str.fullmatch("C[0-9]+")
    sold = ~cancelled & (rows.Quantity > 0) & (rows.Price > 0)
    ledger += [ledger_row("returns", rows[cancelled]), ledger_row("sales", rows[sold])]
    sales, returns = lines_of(rows[sold]), lines_of(rows[cancelled])
    returns[["units", "revenue"]] *= -1
    return sales, returns, rows["Customer ID"].unique().astype("int64"), ledger


def match(sales, returns):
    """Which purchase line each returned unit undoes: one row a pair of lines, and the unmatched units of each return."""
    parts = [
        pd.DataFrame({
            "customer": part.customer, "sku": part.sku.astype(str), "at": part["at"], "returned": returned,
            "invoice": part.invoice.astype(str), "discount": -part.price, "units": part.units, "line": part.index,
        })
        for part, returned in (
            (sales[pd.MultiIndex.from_arrays([sales.customer, sales.sku.astype(str)]).isin(
                pd.MultiIndex.from_arrays([returns.customer, returns.sku.astype(str)]))], 0),
            (returns, 1),
        )
    ]
    events = pd.concat(parts).sort_values(["customer", "sku", "at", "returned", "invoice", "discount", "units"])
    pairs, unmatched, stack, of = [], np.zeros(len(returns), "int64"), [], None
    columns = (events[c].tolist() for c in ("customer", "sku", "returned", "units", "line"))
    for customer, sku, returned, units, line in zip(*columns, strict=True):
        if of != (customer, sku):
            stack, of = [], (customer, sku)
        if not returned:
            stack.append([line, units])
            continue
        while units and stack:
            taken = min(units, stack[-1][1])
            pairs.append((stack[-1][0], line, taken))
            units -= taken
            stack[-1][1] -= taken
            if stack[-1][1] == 0:
                stack.pop()
        unmatched[line] = units
    pairs = pd.DataFrame(pairs, columns=["sale", "return", "units"])
    sale, back = sales.loc[pairs.sale].reset_index(drop=True), returns.loc[pairs["return"]].reset_index(drop=True)
    matches = pd.DataFrame({
        "customer": sale.customer, "invoice": sale.invoice, "bought_at": sale["at"], "at": back["at"],
        "returned_in": back.invoice, "units": pairs.units, "value": pairs.units * back.price,
    })
    return matches, returns.assign(unmatched=unmatched * returns.price)
