"""The 59 features of the catalogue in pandas; features_pandas.py says how the reference is read."""

import numpy as np
import pandas as pd

from rfm_pandas import add_rfm

DAY = "datetime64[D]"
MONTH_DAYS = 30.4375
KEYS = ["customer", "invoice"]


def days(times):
    """Whole days since 1970."""
    return times.to_numpy().astype(DAY).astype("int64")


def mode(frame, column):
    """The most frequent value of each customer, null where two are."""
    counts = frame.groupby(["customer", column], observed=True).size().rename("n").reset_index()
    top = counts[counts.n == counts.groupby("customer").n.transform("max")]
    return top[~top.duplicated("customer", keep=False)].set_index("customer")[column]


def entropy(weights):
    """Shannon entropy (nats) of each customer's weights; index (customer, thing)."""
    share = weights / weights.groupby("customer").transform("sum")
    return (-share * np.log(share)).groupby("customer").sum()


def variation(groups):
    """Sample standard deviation over mean, null where the mean is not above 0."""
    mean = groups.mean()
    return groups.std() / mean.where(mean > 0)


def order_table(sales, matches, today):
    """One row an order, in the order of time."""
    by = sales.groupby(KEYS, observed=True, sort=False)
    orders = by.agg(
        at=("at", "min"), gross=("revenue", "sum"), units=("units", "sum"), lines=("units", "size"),
        country=("country", "first"),
    )
    undone = matches.groupby(KEYS, observed=True).value.sum()
    # prices have three decimals: rounding to six makes sums of them exact again
    orders["value"] = (orders.gross - undone.reindex(orders.index).fillna(0)).round(6) + 0.0
    orders["cancelled"] = orders.index.isin(undone.index)
    orders = orders.reset_index().sort_values(["customer", "at", "invoice"], ignore_index=True)
    orders["day"] = days(orders["at"])
    orders["age"] = today - orders.day
    orders["month"] = orders["at"].dt.year * 12 + orders["at"].dt.month - 1
    orders["gap"] = orders.groupby("customer").day.diff()
    return orders


def value(out, sales, returns, orders, today):
    of = orders.groupby("customer").value
    by = sales.groupby("customer")
    out["gross_revenue"] = by.revenue.sum().round(6)
    returned = returns.groupby("customer").revenue.sum().reindex(out.index).fillna(0)
    out["net_revenue"] = (out.gross_revenue - returned).round(6) + 0.0
    out["revenue_per_order"] = of.mean()
    out["median_order_value"] = of.median()
    out["max_order_value"] = of.max()
    out["min_order_value"] = of.min()
    out["order_value_cv"] = variation(of)
    flows = pd.concat([sales[["customer", "at", "revenue"]], returns.assign(revenue=-returns.revenue)])
    flows = flows[["customer", "at", "revenue"]].assign(age=today - days(flows["at"]))

    def window(newest, oldest):
        sums = flows[flows.age.between(newest, oldest)].groupby("customer").revenue.sum()
        return sums.reindex(out.index).fillna(0).round(6) + 0.0

    out["revenue_last_90d"], out["revenue_previous_90d"] = window(1, 90), window(91, 180)
    c = orders.value.median()
    trend = np.log((window(1, 180).clip(lower=0) + c) / (window(181, 360).clip(lower=0) + c))
    out["revenue_trend"] = trend.where(out.tenure_days >= 360)
    out["price_per_unit"] = out.gross_revenue / out.units
    spread = by.price.quantile([0.1, 0.9]).unstack()
    out["price_spread"] = spread[0.9] - spread[0.1]


def cadence(out, orders, today):
    by = orders.groupby("customer")
    out["recency_days"] = by.age.min()
    out["tenure_days"] = by.age.max()
    out["orders"] = by.size()
    out["active_months"] = by.month.nunique()
    out["orders_per_month"] = out.orders / (out.tenure_days / MONTH_DAYS).clip(lower=1)
    out["median_gap_days"] = by.gap.median()
    out["gap_cv"] = variation(by.gap)
    gaps, shop = out.orders - 1, out.median_gap_days.median()
    out["expected_gap_days"] = (gaps * out.median_gap_days.fillna(0) + 3 * shop) / (gaps + 3)
    out["overdue_ratio"] = out.recency_days / out.expected_gap_days
    out["orders_last_90d"] = orders.age.between(1, 90).groupby(orders.customer).sum()
    out["orders_previous_90d"] = orders.age.between(91, 180).groupby(orders.customer).sum()
    last = np.datetime64(int(today) - 1, "D").astype("datetime64[M]").astype(int) + 1970 * 12
    out["activity_share"] = out.active_months / (last - by.month.min() + 1)
    out["one_time"] = (out.orders == 1).astype(int)
    out["newcomer"] = ((out.orders == 1) & (out.tenure_days <= 90)).astype(int)


def basket(out, sales, orders):
    by, per = orders.groupby("customer"), sales.groupby(["customer", "sku"], observed=True, sort=False)
    out["units"] = by.units.sum()
    out["units_per_order"] = out.units / out.orders
    lines = by.lines.sum()
    out["lines_per_order"] = lines / out.orders
    products = per.revenue.sum()
    of = products.groupby("customer")
    out["unique_products"] = of.size()
    out["products_per_order"] = out.unique_products / out.orders
    some = out.unique_products.where(out.unique_products > 1)
    out["product_entropy"] = entropy(products) / np.log(some)
    out["top_product_share"] = of.max() / of.sum()
    turn = sales[KEYS].merge(orders[KEYS].assign(turn=orders.index), on=KEYS, how="left").turn.set_axis(sales.index)
    first_turn = turn.groupby([sales.customer, sales.sku], observed=True, sort=False).transform("min")
    out["repeat_product_share"] = (turn > first_turn).groupby(sales.customer).mean()
    out["max_order_units"] = by.units.max()
    out["bulk_share"] = (orders.units > orders.units.quantile(0.9)).groupby(orders.customer).mean()
    out["basket_size_cv"] = variation(by.units)
    out["median_lines"] = by.lines.median()


def time(out, orders):
    at = orders["at"].dt
    angle = (at.hour + at.minute / 60) * (2 * np.pi / 24)
    mean = pd.DataFrame({"x": np.cos(angle), "y": np.sin(angle)}).groupby(orders.customer).mean()
    length = np.hypot(mean.x, mean.y)
    hour = np.mod(np.arctan2(mean.y, mean.x) * (24 / (2 * np.pi)), 24)
    out["preferred_hour"] = hour.where(length > 1e-9)
    out["hour_concentration"] = length.clip(upper=1)
    parts = orders[["customer"]].assign(weekday=at.day_of_week + 1, quarter=at.quarter)
    out["preferred_weekday"] = mode(parts, "weekday").astype("Int64")
    out["weekday_entropy"] = entropy(parts.groupby(["customer", "weekday"]).size()) / np.log(7) + 0.0
    shares = pd.DataFrame({
        "weekend_share": parts.weekday >= 6, "morning_share": at.hour < 11, "evening_share": at.hour >= 16,
        "q4_share": parts.quarter == 4,
    }).groupby(orders.customer).mean()
    out["quarter_concentration"] = parts.groupby(["customer", "quarter"]).size().groupby("customer").max() / out.orders
    out[list(shares)] = shares
    out["first_month"] = orders.groupby("customer")["at"].min().dt.strftime("%Y-%m")


def place(out, sales, returns, orders, matches):
    out["country"] = mode(orders, "country").astype(object)
    main = orders.country.value_counts().index[0]
    out["domestic"] = (out.country == main).astype("Int64").where(out.country.notna())
    out["cancelled_order_share"] = orders.cancelled.groupby(orders.customer).mean()
    undone = matches.groupby("customer").units.sum().reindex(out.index).fillna(0)
    out["return_rate"] = undone / out.units
    pairs = matches.groupby([*KEYS, "returned_in"], observed=True).agg(bought=("bought_at", "min"), back=("at", "min"))
    wait = pd.Series(days(pairs.back) - days(pairs.bought), index=pairs.index)
    out["days_to_return"] = wait.groupby("customer").median()
    out["unmatched_returns"] = returns.groupby("customer").unmatched.sum().reindex(out.index).fillna(0).round(6)


def features(sales, returns, matches, as_of):
    """One row a customer with a sale before as_of, 59 columns."""
    today = np.datetime64(as_of, "D").astype("int64")
    sales, returns, matches = (t[t["at"] < pd.Timestamp(as_of)] for t in (sales, returns, matches))
    orders = order_table(sales, matches, today)
    out = pd.DataFrame(index=pd.Index(np.sort(orders.customer.unique()), name="customer"))
    cadence(out, orders, today)
    basket(out, sales, orders)
    value(out, sales, returns, orders, today)
    time(out, orders)
    place(out, sales, returns, orders, matches)
    add_rfm(out)
    return out, orders
