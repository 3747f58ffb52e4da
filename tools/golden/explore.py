#!/usr/bin/env python3
"""Records what scikit-learn makes of small sets of points, for the tests of io.auricle.explore.

usage: explore.py [DATA]        (numpy, scikit-learn; from the root of the repository)

For each set explore/src/test/resources/golden/explore/SET.csv holds a row a point: its coordinates x0, x1, ...,
its group, its principal components pc0, pc1, ... and its silhouette by the groups; SET.figures.csv holds
shares of variance, the mean silhouette, the inertia of k-means and the trustworthiness of t-SNE (mean of three seeds).
With DATA the figures of the published table DATA/gtzan-features/features_30_sec.csv, for an opt-in test.
Tolerances, which the tests state: components and silhouettes 1e-6, inertia 1 %, trustworthiness 0.01.
"""
import csv
import sys
from pathlib import Path

import numpy as np
import sklearn
from sklearn.cluster import KMeans
from sklearn.datasets import make_swiss_roll
from sklearn.decomposition import PCA
from sklearn.manifold import TSNE, trustworthiness
from sklearn.metrics import silhouette_samples
from sklearn.preprocessing import MinMaxScaler, StandardScaler

OUT = Path("explore/src/test/resources/golden/explore")
COMPONENTS = 3


def sets():
    rng = np.random.default_rng(20260301)
    groups = rng.choice(6, 500, p=[0.3, 0.25, 0.2, 0.15, 0.07, 0.03])
    centres = rng.normal(0, 2, (6, 10))
    yield "blobs", centres[groups] + rng.normal(0, 1, (500, 10)), groups, 6

    # Columns of very different units that hang together, as features do.
    hidden = rng.normal(size=(240, 5))
    mixed = hidden @ rng.normal(size=(5, 16)) + 0.3 * rng.normal(size=(240, 16))
    yield "units", mixed * np.logspace(-3, 4, 16) + 50, (hidden[:, 0] > 0).astype(int), 4

    roll, place = make_swiss_roll(800, noise=0.3, random_state=4)
    yield "roll", roll, np.digitize(place, np.quantile(place, [0.25, 0.5, 0.75])), 8


def figures(x, groups, clusters):
    pca = PCA(COMPONENTS).fit(x)
    scores = pca.transform(x) * np.where(
        np.take_along_axis(pca.components_, np.abs(pca.components_).argmax(1)[:, None], 1)[:, 0] < 0, -1, 1)
    silhouettes = silhouette_samples(x, groups)
    found = [("sklearn", sklearn.__version__), ("numpy", np.__version__)]
    found += [(f"varianceShare{i}", v) for i, v in enumerate(pca.explained_variance_ratio_)]
    found += [("silhouette", silhouettes.mean()), ("clusters", clusters)]
    found += [("inertia", KMeans(clusters, n_init=10, random_state=0).fit(x).inertia_)]
    trust = [trustworthiness(x, TSNE(init="pca", random_state=s).fit_transform(x), n_neighbors=12) for s in range(3)]
    found += [("trustworthiness", np.mean(trust))]
    return scores, silhouettes, found


def write(name, rows):
    with open(OUT / name, "w", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def record(name, x, groups, clusters):
    # Rounded first, so that both programs have the same numbers.
    x = np.array([[float(f"{v:.6g}") for v in row] for row in x])
    scores, silhouettes, found = figures(x, groups, clusters)
    rows = [[f"x{i}" for i in range(x.shape[1])] + ["group"] + [f"pc{i}" for i in range(COMPONENTS)] + ["silhouette"]]
    for p, g, s, w in zip(x, groups, scores, silhouettes):
        rows.append([repr(float(v)) for v in p] + [int(g)] + [repr(float(v)) for v in s] + [repr(float(w))])
    write(f"{name}.csv", rows)
    write(f"{name}.figures.csv", [("figure", "value"), *found])


def published(file):
    """Shares of variance, silhouettes and inertia of the 57 features, as scaled."""
    table = list(csv.DictReader(open(file)))
    columns = [c for c in table[0] if c not in ("filename", "length", "label")]
    x = np.array([[float(row[c]) for c in columns] for row in table])
    names = sorted({row["label"] for row in table})
    groups = np.array([names.index(row["label"]) for row in table])
    rows = [("figure", "value")]
    for kind, scaled in (("standard", StandardScaler().fit_transform(x)), ("minmax", MinMaxScaler().fit_transform(x))):
        _, _, found = figures(scaled, groups, 10)
        rows += [(f"{kind}.{key}", value) for key, value in found if key not in ("sklearn", "numpy")]
    write("gtzan57.figures.csv", rows)


OUT.mkdir(parents=True, exist_ok=True)
for one in sets():
    record(*one)
if len(sys.argv) > 1:
    published(Path(sys.argv[1]) / "gtzan-features/features_30_sec.csv")
