"""What each feature gives away: python tells.py customers.csv > tells.json

customers.csv as `npm run segment` writes it, from Online Retail II. For each feature alone, how well a regression tree
predicts recency, frequency and value of customers that it has not seen: R² over all out-of-fold predictions of a
five-fold cross-validation, the mean over five ways of folding. The targets are recency_days, orders and net_revenue through the signed log1p of the preset
`rfm`, so that no handful of wholesalers decides. The tree has at most 32 leaves of at least 1 % of the customers; a
missing value is a value of its own. Texts are numbered in alphabetical order, countries by their number of customers.
Needs scikit-learn 1.3 or later (missing values in trees).
"""
import json
import platform
import sys

import numpy as np
import pandas as pd
import sklearn
from sklearn.metrics import r2_score
from sklearn.model_selection import KFold, cross_val_predict
from sklearn.tree import DecisionTreeRegressor

TARGETS = {"recency": "recency_days", "frequency": "orders", "value": "net_revenue"}
# columns of a run that are no features
OTHERS = {"customer", "cluster", "segment", "segment_name", "margin"}


def numbers(column):
    if pd.api.types.is_numeric_dtype(column):
        return column.to_numpy(float)
    if column.name == "country":
        return column.map(column.value_counts()).to_numpy(float)
    codes, _ = pd.factorize(column, sort=True)
    return np.where(codes < 0, np.nan, codes)


def main():
    customers = pd.read_csv(sys.argv[1], dtype={"customer": str, "rfm_score": str})
    customers = customers.sort_values("customer", ignore_index=True)
    goals = {t: np.sign(customers[c]) * np.log1p(customers[c].abs()) for t, c in TARGETS.items()}
    tree = DecisionTreeRegressor(max_leaf_nodes=32, min_samples_leaf=0.01, random_state=0)
    foldings = [KFold(5, shuffle=True, random_state=seed) for seed in range(5)]
    features = [name for name in customers if name not in OTHERS]


    def explained(column, goal):
        values = numbers(column)[:, None]
        return np.mean([r2_score(goal, cross_val_predict(tree, values, goal, cv=folds)) for folds in foldings])

    # adding 0 makes minus nought nought
    r2 = {
        name: {target: round(float(explained(customers[name], goal)), 3) + 0.0 for target, goal in goals.items()}
        for name in features
    }
    versions = {"python": platform.python_version(), "scikit-learn": sklearn.__version__, "pandas": pd.__version__}
    made_by = "tells.py on Online Retail II"
    print(json.dumps({"made_by": made_by, "versions": versions, "customers": len(customers), "r2": r2}, indent=2))


if __name__ == "__main__":
    main()
