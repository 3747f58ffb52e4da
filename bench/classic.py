"""The five classifiers of scikit-learn (and XGBoost's, if installed) on a feature table.

Prints `name processor-seconds wall-seconds`, as io.auricle.bench.Classics does: scaling, training
with calibrated probabilities, prediction of all rows. Without the package xgboost its place is
taken by scikit-learn's HistGradientBoostingClassifier with the same number of trees and depth.
"""

import csv
import sys
import time

import numpy as np
from sklearn.calibration import CalibratedClassifierCV
from sklearn.ensemble import HistGradientBoostingClassifier, RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.multiclass import OneVsRestClassifier
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import LabelEncoder, StandardScaler
from sklearn.svm import SVC

with open(sys.argv[1]) as file:
    rows = list(csv.reader(file))
skip = {"filename", "file_name", "length", "label"}
kept = [i for i, name in enumerate(rows[0]) if name not in skip]
x = np.array([[float(row[i]) for i in kept] for row in rows[1:]], dtype=np.float32)
y = LabelEncoder().fit_transform([row[0].split(".")[0] for row in rows[1:]])

try:
    from xgboost import XGBClassifier

    boosting = XGBClassifier(
        n_estimators=500, max_depth=5, learning_rate=0.1, subsample=0.8, n_jobs=1)
    name = "xgboost"
except ImportError:
    boosting = HistGradientBoostingClassifier(
        max_iter=500, max_depth=5, learning_rate=0.1, early_stopping=False)
    name = "xgboost(hist-gradient-boosting)"

machine = CalibratedClassifierCV(OneVsRestClassifier(SVC()), cv=5, ensemble=False)
for title, model in {
    "logistic": make_pipeline(
        StandardScaler(), OneVsRestClassifier(LogisticRegression(C=0.3, solver="liblinear"))),
    "forest": RandomForestClassifier(500, min_samples_split=5),
    name: boosting,
    "svm": make_pipeline(StandardScaler(), machine),
    "neighbours": make_pipeline(StandardScaler(), KNeighborsClassifier(7, weights="distance")),
}.items():
    processor, wall = time.process_time(), time.perf_counter()
    model.fit(x, y).predict_proba(x)
    print(f"{title} {time.process_time() - processor:.3f} {time.perf_counter() - wall:.3f}")
