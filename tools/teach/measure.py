#!/usr/bin/env python3
"""Measures `auricle teach`: a few tracks a label as folders of links, then the model it makes on all the rest.

    tools/teach/measure.py DATA [--sets emotify mood4q] [--tracks 10] [--seeds 1 2 3] [--auricle COMMAND]

DATA has `emotify` and `mood4q` (see docs/data.md). Of Emotify the four genres are taught (it knows no artists), of mood4q
the AllMusic genres that clips have alone and that at least twenty clips have; no artist is both taught and asked about.
Clips of mood4q of other genres alone are strangers: music of none of the labels, of which the model should not be sure.
Each seed draws other tracks. Intervals are of 2,000 rounds of the bootstrap over artists (Emotify: tracks).
"""
import argparse
import collections
import csv
import json
import os
import pathlib
import random
import re
import shlex
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]


def emotify(data):
    with open(data / "emotify/labels.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    return [(data / "emotify" / r["path"], r["genre"], r["track"]) for r in rows], []


def mood4q(data):
    with open(data / "mood4q/labels.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    single = [(data / "mood4q" / r["path"], r["genres"], r["artist"].lower()) for r in rows if ";" not in r["genres"]]
    count = collections.Counter(genre for _, genre, _ in single)
    known = [(p, g.replace("/", "-"), a) for p, g, a in single if count[g] >= 20]
    return known, [(p, g, a) for p, g, a in single if count[g] < 20]


def draw(tracks, number, seed):
    """A few tracks a label, of as many artists as there are, and those that no drawn artist plays."""
    order = list(tracks)
    random.Random(seed).shuffle(order)
    taught, artists = [], set()
    for label in sorted({t[1] for t in order}):
        own, seen = [t for t in order if t[1] == label], set()
        first = [t for t in own if not (t[2] in seen or seen.add(t[2]))]
        taught += (first + [t for t in own if t not in first])[:number]
    artists = {t[2] for t in taught}
    return taught, [t for t in tracks if t[2] not in artists]


def interval(rows):
    """Share of right answers with its interval; rows are (right, artist)."""
    groups = collections.defaultdict(list)
    for right, artist in rows:
        groups[artist].append(right)
    names, chance, shares = sorted(groups), random.Random(1), []
    for _ in range(2000):
        drawn = [x for name in chance.choices(names, k=len(names)) for x in groups[name]]
        shares.append(sum(drawn) / len(drawn))
    shares.sort()
    return sum(r for r, _ in rows) / len(rows), shares[50], shares[1949]


def asked(auricle, model, tracks, folder):
    names = folder / "names.txt"
    names.write_text("".join(f"{path}\n" for path, _, _ in tracks))
    command = auricle + ["classify", "-q", "--model", str(model), "--format", "jsonl", "--files-from", str(names)]
    lines = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False).stdout.splitlines()
    said = {}
    for line in lines:
        row = json.loads(line)
        if "labels" in row:
            said[row["path"]] = (row["labels"][0]["label"], row["sure"])
    return [(said[str(path)], label, artist) for path, label, artist in tracks if str(path) in said]


def measure(name, loader, arguments, seed):
    known, strangers = loader(arguments.data)
    taught, rest = draw(known, arguments.tracks, seed)
    auricle = shlex.split(arguments.auricle)
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        for path, label, artist in taught:
            # The artist as a folder stands for the album, since the clips have no tags.
            target = folder / "music" / label / re.sub(r"\W+", "_", artist)
            target.mkdir(parents=True, exist_ok=True)
            os.symlink(path, target / path.name)
        command = auricle + ["teach", str(folder / "music"), "-o", str(folder / "model"), "-q"]
        out = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
        estimate = [line for line in out.splitlines() if line.startswith(("right:", "sure:"))]
        card = json.loads((folder / "model/card.json").read_text())
        answers = asked(auricle, folder / "model", rest, folder)
        foreign = asked(auricle, folder / "model", strangers, folder) if strangers else []
    right = interval([(said[0] == label, artist) for said, label, artist in answers])
    sure = [(said[0] == label, artist) for said, label, artist in answers if said[1]]
    return {
        "set": name,
        "seed": seed,
        "taught": len(taught),
        "asked": len(answers),
        "accuracy": right,
        "labels": {
            label: sum(said[0] == label for said, own, _ in answers if own == label)
            / sum(own == label for _, own, _ in answers)
            for label in sorted({own for _, own, _ in answers})
        },
        "sure": len(sure) / len(answers),
        "sureAccuracy": interval(sure) if sure else None,
        "strangers": len(foreign),
        "strangersSure": sum(said[1] for said, _, _ in foreign) / len(foreign) if foreign else None,
        "network": card["network"]["version"],
        "estimate": estimate,
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("--sets", nargs="+", default=["emotify", "mood4q"], choices=["emotify", "mood4q"])
    parser.add_argument("--tracks", type=int, default=10)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1])
    parser.add_argument("--auricle", default=str(ROOT / "auricle"))
    arguments = parser.parse_args()
    arguments.data = arguments.data.resolve()
    for name in arguments.sets:
        for seed in arguments.seeds:
            result = measure(name, {"emotify": emotify, "mood4q": mood4q}[name], arguments, seed)
            print(json.dumps(result), flush=True)


if __name__ == "__main__":
    main()
