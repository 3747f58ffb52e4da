"""Records evaluation figures of scikit-learn for the tests of io.auricle.eval.

Run with Python 3 and scikit-learn from the root of the repository:

    python3 tools/golden/eval/make.py

Each case becomes data/src/test/resources/io/auricle/eval/metric/CASE.csv (reference class and scores of
each item) and CASE.expected.csv (figures). Comment lines at the head say what made them.
"""

import platform
from pathlib import Path

import numpy as np
import sklearn
from scipy import stats
from sklearn import metrics

OUT = Path("data/src/test/resources/io/auricle/eval/metric")
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


def calibration_error(hit, confidence, bins=15):
    edges = np.linspace(0, 1, bins + 1)
    total = 0.0
    for low, high in zip(edges[:-1], edges[1:]):
        # The first bin holds 0 too.
        inside = (confidence > low if low > 0 else confidence >= 0) & (confidence <= high)
        if inside.any():
            total += inside.mean() * abs(hit[inside].mean() - confidence[inside].mean())
    return total


def top_k(truth, scores, k):
    """As metrics.top_k_accuracy_score, but of equal scores the first class stands before."""
    order = np.argsort(-scores, axis=1, kind="stable")[:, :k]
    return (order == truth[:, None]).any(axis=1).mean()


def defined(truth):
    """Columns (or, transposed, rows) that have both a true and a false value."""
    return [c for c in range(truth.shape[1]) if 0 < truth[:, c].sum() < len(truth)]


def areas(truth, scores):
    """truth: 0 or 1 of [items, classes]; what has no area is left out of the means."""
    for name, area in (
        ("ROC_AUC", metrics.roc_auc_score),
        ("PR_AUC", metrics.average_precision_score),
    ):
        columns = defined(truth)
        yield f"{name}_MACRO", area(truth[:, columns], scores[:, columns], average="macro")
        yield f"{name}_MICRO", area(truth, scores, average="micro")
        rows = defined(truth.T)
        yield f"{name}_SAMPLES", area(truth[rows], scores[rows], average="samples")


def risk_coverage(confidence, loss):
    """Mean over items of the mean loss of all that are at least as confident."""
    return np.mean([loss[confidence >= c].mean() for c in confidence])


def averages(truth, estimate, names, **options):
    for average in names:
        p, r, f, _ = metrics.precision_recall_fscore_support(
            truth, estimate, average=average, zero_division=0, **options
        )
        yield f"PRECISION_{average.upper()}", p
        yield f"RECALL_{average.upper()}", r
        yield f"F1_{average.upper()}", f


def figures(truth, scores):
    classes = list(range(scores.shape[1]))
    estimate = scores.argmax(axis=1)
    yield "ACCURACY", metrics.accuracy_score(truth, estimate)
    yield "BALANCED_ACCURACY", np.mean(
        [(estimate[truth == c] == c).mean() for c in np.unique(truth)]
    )
    yield from averages(truth, estimate, ("macro", "weighted", "micro"))
    expected = top_k(truth, scores, 3)
    if len(np.unique(scores)) == scores.size:
        assert expected == metrics.top_k_accuracy_score(truth, scores, k=3, labels=classes)
    yield "TOP_K", expected
    yield from areas(np.eye(scores.shape[1], dtype=int)[truth], scores)
    yield "LOG_LOSS", metrics.log_loss(truth, scores, labels=classes)
    yield "BRIER", metrics.brier_score_loss(truth, scores, labels=classes, scale_by_half=False)
    confidence = scores.max(axis=1)
    hit = estimate == truth
    yield "CALIBRATION_ERROR", calibration_error(hit, confidence)
    yield "RISK_COVERAGE", risk_coverage(confidence, 1.0 - hit)


def tag_cases():
    """Truth of [items, tags], scores, thresholds."""
    rng = np.random.default_rng(SEED + 1)
    truth = (rng.random((240, 6)) < [0.5, 0.3, 0.2, 0.1, 0.05, 0.4]).astype(int)
    scores = 1 / (1 + np.exp(-(rng.normal(size=truth.shape) + 2.0 * truth - 1.5)))
    yield "tags", truth, scores, np.array([0.5, 0.4, 0.45, 0.3, 0.2, 0.5])

    # Steps of 1/16; tag 1 is on no item, tag 3 on every one, tag 4 neither on an item nor given;
    # items without any tag but tag 3.
    truth = (rng.random((150, 5)) < [0.4, 0, 0.1, 1, 0]).astype(int)
    scores = np.clip(np.round(16 * (0.3 * rng.random(truth.shape) + 0.5 * truth + 0.1)), 0, 16) / 16
    scores[rng.random(truth.shape) < 0.1] = 0.25
    scores[:, 4] = 0.125
    yield "single-class-tags", truth, scores, np.full(5, 0.5)


def tag_figures(truth, scores, thresholds):
    estimate = (scores >= thresholds).astype(int)
    occurring = np.flatnonzero(truth.any(axis=0) | estimate.any(axis=0))
    yield "EXACT_MATCH", metrics.accuracy_score(truth, estimate)
    yield "HAMMING_LOSS", metrics.hamming_loss(truth, estimate)
    yield from averages(truth, estimate, ("macro",), labels=occurring)
    yield from averages(truth, estimate, ("weighted", "micro", "samples"))
    yield from areas(truth, scores)
    tags = range(truth.shape[1])
    yield "LOG_LOSS", np.mean([metrics.log_loss(truth[:, t], scores[:, t], labels=[0, 1]) for t in tags])
    yield "BRIER", np.mean([((scores[:, t] - truth[:, t]) ** 2).mean() for t in tags])
    yield "CALIBRATION_ERROR", calibration_error(truth.ravel() == 1, scores.ravel())
    room = np.where(scores >= thresholds, 1 - thresholds, thresholds)
    confidence = (np.abs(scores - thresholds) / room).mean(axis=1).round(12)
    yield "RISK_COVERAGE", risk_coverage(confidence, (truth != estimate).mean(axis=1))


def best_threshold(truth, scores):
    """The highest F1 along scikit-learn's precision-recall curve; between two scores."""
    if truth.all() or not truth.any():
        return 0.5
    precision, recall, _ = metrics.precision_recall_curve(truth, scores)
    levels = np.unique(scores)
    f1 = [metrics.f1_score(truth, scores >= level) for level in levels]
    assert np.isclose(max(f1), np.nanmax(2 * precision * recall / (precision + recall)))
    best = max(i for i in range(len(levels)) if f1[i] >= max(f1) - 1e-12)
    return (levels[best] + (levels[best - 1] if best > 0 else 0)) / 2


def tests():
    """McNemar: items right in one model alone, p exact, statistic, p of chi-squared."""
    for b, c in ((0, 0), (0, 1), (3, 3), (5, 9), (10, 2), (0, 30), (121, 59), (700, 500), (4000, 1)):
        exact = stats.binomtest(min(b, c), b + c, 0.5).pvalue if b + c else 1.0
        statistic = max(0, abs(b - c) - 1) ** 2 / (b + c) if b + c else 0.0
        yield f"{b},{c},{float(exact)!r},{float(statistic)!r},{float(stats.chi2.sf(statistic, 1))!r}"


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

    report = metrics.classification_report
    for name, truth, scores, thresholds in tag_cases():
        rows = [
            ",".join(["".join(map(str, t))] + [repr(float(x)) for x in s])
            for t, s in zip(truth, scores)
        ]
        write(OUT / f"{name}.csv", rows)
        lines = [f"{m},{float(value)!r}" for m, value in tag_figures(truth, scores, thresholds)]
        lines.append("thresholds," + ",".join(repr(float(t)) for t in thresholds))
        best = [best_threshold(truth[:, t], scores[:, t]) for t in range(truth.shape[1])]
        lines.append("best," + ",".join(repr(float(t)) for t in best))
        write(OUT / f"{name}.expected.csv", lines)
        if name == "tags":
            names = [f"class{c}" for c in range(truth.shape[1])]
            estimate = (scores >= thresholds).astype(int)
            text = report(truth, estimate, target_names=names, zero_division=0)
            (OUT / "tags.report.txt").write_text(text)
    for name, truth, scores in cases():
        names = [f"class{c}" for c in range(scores.shape[1])]
        if name == "plain":
            text = report(truth, scores.argmax(axis=1), target_names=names, zero_division=0)
            (OUT / "plain.report.txt").write_text(text)
    write(OUT / "mcnemar.csv", list(tests()))


if __name__ == "__main__":
    main()
