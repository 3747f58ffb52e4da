#!/usr/bin/env python3
"""Compares linear heads on an embedding without touching a test part: which one the bundled models and `teach` get.

    auricle classify --embedding --format jsonl -o all.jsonl DATA/emotify DATA/mood4q DATA/gtzan-audio/excerpts \\
      DATA/gtzan-audio/pieces DATA/gtzan-audio/genres_original
    tools/heads/compare.py DATA all.jsonl

Needs scikit-learn. Columns are scaled by one common factor, classes count alike. First: eleven genres of the tracks of
`experiments/listen-genre.yaml` (mean embedding a track), three folds by artist drawn three times, and each collection
left out; then ten tracks a label of Emotify (24 draws) and eight of mood4q's named clips (16 draws), asked about the others.
With --beside OTHER.jsonl instead, what another network made of the same tracks (`auricle models add`, `classify --model`):
either network and both side by side, by collection, columns scaled together or one by one.
"""
import argparse
import csv
import json
import pathlib
import re

import numpy
from scipy.optimize import minimize_scalar
from sklearn.linear_model import LogisticRegression

ROOT = pathlib.Path(__file__).resolve().parents[2] / "experiments"
GENRES = ["blues", "classical", "country", "disco", "hiphop", "jazz", "metal", "pop", "reggae", "rock", "electronic"]
ALL_MUSIC = {"Country": "country", "Jazz": "jazz", "Rap": "hiphop", "Reggae": "reggae", "Electronic": "electronic",
             "Blues": "blues", "Classical": "classical"}


def parts(file):
    part, found = "", {}
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            part = line[1:-1]
        elif part and line:
            found[line] = part
    return found


def rows(file):
    with open(file, newline="", encoding="utf-8") as table:
        return list(csv.DictReader(table))


def tracks(data, file):
    """Embedding, genre, collection, artist; the test parts of the splits are left out."""
    known = {}
    for line in open(file, encoding="utf-8"):
        said = json.loads(line)
        if "embedding" in said:
            known[pathlib.Path(said["path"]).relative_to(data).as_posix()] = said["embedding"]["values"]
    split = parts(ROOT / "splits" / "emotify.split")
    for row in rows(data / "emotify" / "labels.csv"):
        if split.get(row["track"]) != "test":
            yield known["emotify/" + row["path"]], row["genre"], "emotify", row["track"]
    split = parts(ROOT / "splits" / "mood4q.split")
    songs = {row["song"]: row for row in rows(data / "mood4q" / "labels.csv")}
    for song, row in songs.items():
        if song in split and split[song] != "test":
            yield known["mood4q/" + row["path"]], ALL_MUSIC[row["genres"]], "mood4q", row["artist"].lower()
    for row in rows(ROOT / "labels" / "mood4q.csv"):
        song = songs[row["track"]]
        yield known["mood4q/" + song["path"]], row["label"], "named", song["artist"].lower()
    artists, heard = {}, set()
    for fold in (1, 2, 3):
        for line in open(data / "splits/gtzan-artist-3fold" / f"f{fold}_evaluate_groups.txt", encoding="utf-8"):
            name, artist = line.split("\t")
            artists[pathlib.Path(name).stem.replace("_", ".")] = artist.strip()
    for name in ("train", "valid"):
        for line in open(data / "splits/gtzan-fault-filtered" / f"{name}_filtered.txt", encoding="utf-8"):
            heard.add(pathlib.Path(line.strip()).stem)
    for path, embedding in known.items():
        name = re.match(r"gtzan-audio/.*/([a-z]+\.\d+)[^/]*$", path)
        if name and name[1] in heard:
            yield embedding, name[1].split(".")[0], "gtzan", "gtzan " + artists.get(name[1], name[1])


def scaled(learned, asked, one_by_one=False):
    mean, variance = learned.mean(0), learned.var(0)
    deviation = numpy.sqrt(variance) + 1e-6 if one_by_one else numpy.sqrt(variance.mean())
    return (learned - mean) / deviation, (asked - mean) / deviation


def balance(labels):
    count = {label: (labels == label).sum() for label in set(labels)}
    return numpy.array([len(labels) / (len(count) * count[label]) for label in labels])


def multinomial(cost, one_by_one=False):
    def head(learned, labels, asked):
        learned, asked = scaled(learned, asked, one_by_one)
        model = LogisticRegression(C=cost, max_iter=400).fit(learned, labels, sample_weight=balance(labels))
        return model.classes_, model.predict_log_proba(asked)
    return head


def rest(cost):
    def head(learned, labels, asked):
        learned, asked = scaled(learned, asked)
        classes, sums = numpy.unique(labels), []
        for label in classes:
            weights = numpy.where(labels == label, balance(labels), 1)
            model = LogisticRegression(C=cost, solver="liblinear", max_iter=300)
            sums.append(model.fit(learned, labels == label, sample_weight=weights).decision_function(asked))
        shares = 1 / (1 + numpy.exp(-numpy.stack(sums, 1)))
        return classes, numpy.log(shares / shares.sum(1, keepdims=True))
    return head


def centres(learned, labels, asked):
    learned, asked = scaled(learned, asked)
    classes = numpy.unique(labels)
    means = numpy.stack([learned[labels == label].mean(0) for label in classes])
    return classes, asked @ (means / numpy.linalg.norm(means, axis=1, keepdims=True)).T


def calibration_error(logits, labels):
    """After one temperature, in ten bins."""
    def shares(temperature):
        powers = numpy.exp((logits - logits.max(1, keepdims=True)) / temperature)
        return powers / powers.sum(1, keepdims=True)
    at = numpy.arange(len(labels))
    fitted = minimize_scalar(lambda t: -numpy.log(shares(t)[at, labels] + 1e-9).mean(), bounds=(0.1, 5), method="bounded")
    given = shares(fitted.x)
    sure, right = given.max(1), given.argmax(1) == labels
    bins = numpy.minimum((sure * 10).astype(int), 9)
    return sum(abs((right - sure)[bins == k].sum()) for k in range(10)) / len(labels)


def genres(head, values, labels, sets, artists):
    """Accuracy, calibration error, accuracy on each collection left out; and accuracy by collection."""
    right, errors, hits = [], [], []
    for seed in (1, 2, 3):
        order = sorted(set(artists))
        numpy.random.RandomState(seed).shuffle(order)
        fold = {artist: i % 3 for i, artist in enumerate(order)}
        folds = numpy.array([fold[artist] for artist in artists])
        logits = numpy.full((len(labels), len(GENRES)), -20.0)
        for k in range(3):
            learned, asked = folds != k, numpy.flatnonzero(folds == k)
            classes, found = head(values[learned], labels[learned], values[asked])
            logits[numpy.ix_(asked, classes)] = found
        hits.append(logits.argmax(1) == labels)
        right.append(hits[-1].mean())
        errors.append(calibration_error(logits, labels))
    left = []
    for out in (["emotify"], ["mood4q", "named"], ["gtzan"]):
        asked = numpy.isin(sets, out)
        learned = ~asked & ~numpy.isin(artists, artists[asked])
        classes, found = head(values[learned], labels[learned], values[asked])
        left.append((classes[found.argmax(1)] == labels[asked]).mean())
    return [numpy.mean(right), numpy.mean(errors), *left], {
        name: numpy.mean([hit[sets == name].mean() for hit in hits]) for name in sorted(set(sets))}


def few(head, values, labels, artists, most, draws):
    right = []
    for seed in range(draws):
        order, taught, used = numpy.random.RandomState(seed).permutation(len(labels)), [], set()
        for label in sorted(set(labels)):
            own = 0
            for i in order:
                if labels[i] == label and artists[i] not in used and own < most:
                    taught.append(i)
                    used.add(artists[i])
                    own += 1
        asked = [i for i in range(len(labels)) if artists[i] not in used]
        classes, found = head(values[taught], labels[taught], values[asked])
        right.append((classes[found.argmax(1)] == labels[asked]).mean())
    return numpy.mean(right)


def beside(own, other, labels, sets, artists):
    """Either of two networks and both, each brought to one spread."""
    joined = numpy.concatenate([scaled(own, own)[0], scaled(other, other)[0]], 1)
    for network, values in (("own", own), ("other", other), ("both", joined)):
        for cost in (0.001, 0.002, 0.003, 0.006, 0.01):
            for one_by_one in (False, True):
                figures, each = genres(multinomial(cost, one_by_one), values, labels, sets, artists)
                print(f"{network:6}{'one by one' if one_by_one else 'together':11}{cost:<6}", f"{figures[0]:.3f}",
                      *(f"{name} {figure:.3f}" for name, figure in each.items()),
                      "left out", *(f"{figure:.3f}" for figure in figures[2:]), flush=True)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("data", type=pathlib.Path)
    arguments.add_argument("embeddings", type=pathlib.Path)
    arguments.add_argument("--beside", type=pathlib.Path, help="embeddings of another network")
    given = arguments.parse_args()
    found = list(tracks(given.data, given.embeddings))
    values = numpy.array([track[0] for track in found])
    labels = numpy.array([GENRES.index(track[1]) for track in found])
    sets, artists = numpy.array([track[2] for track in found]), numpy.array([track[3] for track in found])
    if given.beside:
        other = numpy.array([track[0] for track in tracks(given.data, given.beside)])
        return beside(values, other, labels, sets, artists)
    print(f"{len(found)} tracks: out of fold, calibration error, without Emotify, mood4q, GTZAN")
    heads = {f"multinomial {cost}": multinomial(cost) for cost in (0.001, 0.0015, 0.003, 0.006, 0.01)}
    heads.update({f"one against the rest {cost}": rest(cost) for cost in (0.01, 0.02)})
    for name, head in heads.items():
        print(f"{name:26}", *(f"{figure:.3f}" for figure in genres(head, values, labels, sets, artists)[0]), flush=True)
    print("few tracks a label: Emotify, named clips")
    for name, head in {**heads, "centres": centres}.items():
        drawn = [few(head, *(column[sets == which] for column in (values, labels, artists)), most, draws)
                 for which, most, draws in (("emotify", 10, 24), ("named", 8, 16))]
        print(f"{name:26}", *(f"{figure:.3f}" for figure in drawn), flush=True)


if __name__ == "__main__":
    main()
