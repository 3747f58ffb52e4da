"""Records evaluation figures of scikit-learn for the tests of io.auricle.eval.

Run with Python 3 and scikit-learn from the root of the repository:

    python3 tools/golden/eval/make.py

Each case becomes core/src/test/resources/io/auricle/eval/CASE.csv (reference class and scores of
each item) and CASE.expected.csv (figures). Comment lines at the head say what made them.
"""

import platform
from pathlib import Path

import numpy as np
import sklearn
from sklearn import metrics

OUT = Path("core/src/test/resources/io/auricle/eval")
SEED = 20260101


def softmax(x):
    e = np.exp(x - x.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def cases():
    rng = np.random.default_rng(SEED)
    truth = rng.integers(0, 5, 300)
    logits = rng.normal(size=(300, 5))
    logits[np.arange(300), truth] += 1.0
    yield "plain", truth, softmax(logits)

    # Scores in steps of 1/8: exact in binary, so that ties are ties in every program.
    truth = rng.integers(0, 4, 200)
    counts = np.stack([rng.multinomial(8, np.full(4, 0.25) * 0.6 + np.eye(4)[t] * 0.4) for t in truth])
    yield "ties", truth, counts / 8.0

    # Classes 2 and 5 never occur in the reference; class 5 is never estimated either.
    truth = rng.choice([0, 1, 3, 4], 150, p=[0.6, 0.2, 0.15, 0.05])
    logits = rng.normal(size=(150, 6))
    logits[np.arange(150), truth] += 1.5
    logits[:, 5] -= 20
    yield "absent", truth, softmax(logits)


def calibration_error(truth, scores, bins=15):
    confidence = scores.max(axis=1)
    hit = scores.argmax(axis=1) == truth
    edges = np.linspace(0, 1, bins + 1)
    total = 0.0
    for low, high in zip(edges[:-1], edges[1:]):
        inside = (confidence > low) & (confidence <= high)
        if inside.any():
            total += inside.mean() * abs(hit[inside].mean() - confidence[inside].mean())
    return total


def top_k(truth, scores, k):
    """As metrics.top_k_accuracy_score, but of equal scores the first class stands before."""
    order = np.argsort(-scores, axis=1, kind="stable")[:, :k]
    return (order == truth[:, None]).any(axis=1).mean()


def roc_auc(truth, scores):
    areas = []
    for c in range(scores.shape[1]):
        if (truth == c).any():
            areas.append(metrics.roc_auc_score(truth == c, scores[:, c]))
    return np.mean(areas)


def figures(truth, scores):
    classes = list(range(scores.shape[1]))
    estimate = scores.argmax(axis=1)
    yield "ACCURACY", metrics.accuracy_score(truth, estimate)
    yield "BALANCED_ACCURACY", np.mean(
        [(estimate[truth == c] == c).mean() for c in np.unique(truth)]
    )
    for average in ("macro", "weighted"):
        p, r, f, _ = metrics.precision_recall_fscore_support(
            truth, estimate, average=average, zero_division=0
        )
        yield f"PRECISION_{average.upper()}", p
        yield f"RECALL_{average.upper()}", r
        yield f"F1_{average.upper()}", f
    expected = top_k(truth, scores, 3)
    if len(np.unique(scores)) == scores.size:
        assert expected == metrics.top_k_accuracy_score(truth, scores, k=3, labels=classes)
    yield "TOP_K", expected
    yield "ROC_AUC_MACRO", roc_auc(truth, scores)
    yield "LOG_LOSS", metrics.log_loss(truth, scores, labels=classes)
    yield "BRIER", metrics.brier_score_loss(truth, scores, labels=classes, scale_by_half=False)
    yield "CALIBRATION_ERROR", calibration_error(truth, scores)


def write(path, lines):
    passport = [
        f"# maker: scikit-learn {sklearn.__version__}, numpy {np.__version__}, "
        f"Python {platform.python_version()}",
        f"# command: python3 tools/golden/eval/make.py, seed {SEED}",
        "# tolerance: 1e-9, for the order of summation may differ",
    ]
    path.write_text("\n".join(passport + lines) + "\n")


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    for name, truth, scores in cases():
        rows = [",".join([str(t)] + [repr(float(x)) for x in s]) for t, s in zip(truth, scores)]
        write(OUT / f"{name}.csv", rows)
        estimate = scores.argmax(axis=1)
        confusion = metrics.confusion_matrix(truth, estimate, labels=range(scores.shape[1]))
        lines = [f"{metric},{float(value)!r}" for metric, value in figures(truth, scores)]
        lines += ["confusion," + ",".join(map(str, row)) for row in confusion]
        write(OUT / f"{name}.expected.csv", lines)


if __name__ == "__main__":
    main()
