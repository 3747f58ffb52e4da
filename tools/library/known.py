#!/usr/bin/env python3
"""Compares tempo and key in a library with what is known of its files.

    tools/library/loops.py FOLDER
    auricle library scan --database DB FOLDER
    tools/library/known.py FOLDER DB [--auricle COMMAND]

A tempo is right within 4 %; "octave" also counts its double, half, triple and third. The weighted score of keys is that
of MIREX: 1 for the key, .5 for a fifth off, .3 for the relative and .2 for the parallel key.
"""
import argparse
import collections
import csv
import json
import pathlib
import shlex
import subprocess

MAJORS = "C Db D Eb E F F# G Ab A Bb B".split()
MINORS = [name + "m" for name in "C C# D Eb E F F# G G# A Bb B".split()]


def place(key):
    return (MINORS.index(key), True) if key.endswith("m") else (MAJORS.index(key), False)


def weighted(said, true):
    (one, minor), (other, other_minor) = place(said), place(true)
    if (one, minor) == (other, other_minor):
        return 1.0
    if minor == other_minor:
        return 0.5 if (one - other) % 12 in (5, 7) else 0.0
    relative = (one + 3) % 12 == other if minor else (other + 3) % 12 == one
    return 0.3 if relative else 0.2 if one == other else 0.0


def near(said, true):
    return abs(said / true - 1) <= 0.04


def mean(values):
    return sum(values) / len(values) if values else float("nan")


def bins(rows):
    for low, high in ((0, 0.5), (0.5, 0.8), (0.8, 1.01)):
        own = [right for right, certainty in rows if low <= certainty < high]
        yield f"{low} to {min(1, high)}: {mean(own):.3f} of {len(own)}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("database", type=pathlib.Path)
    parser.add_argument("--auricle", default=str(pathlib.Path(__file__).resolve().parents[2] / "auricle"))
    args = parser.parse_args()
    command = [*shlex.split(args.auricle), "library", "export", "--format", "jsonl", "--database", str(args.database)]
    lines = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines()
    said = {row["path"]: row for row in map(json.loads, lines)}
    tempi, keys = collections.defaultdict(list), collections.defaultdict(list)
    with open(args.folder / "labels.csv", newline="") as file:
        for row in csv.DictReader(file):
            song, group, tempo = said.get(row["path"], {}), row["group"].split()[0], float(row["tempo"])
            if group == "samples" and pathlib.Path(row["path"]).stem.endswith("+0"):
                group = "samples as they are"
            bpm = song.get("tempo", 1)
            octave = any(near(bpm * factor, tempo) for factor in (1, 2, 0.5, 3, 1 / 3))
            tempi[group].append((near(bpm, tempo), octave, song.get("tempoCertainty", 0)))
            if row["key"] and "key" in song:
                keys[group].append((song["key"] == row["key"], weighted(song["key"], row["key"]), song["keyCertainty"]))
    for group, rows in tempi.items():
        print(f"tempo, {group}: {mean([r[0] for r in rows]):.3f}, octave {mean([r[1] for r in rows]):.3f} of {len(rows)}")
    print("tempo by certainty:", "; ".join(bins([(r[0], r[2]) for rows in tempi.values() for r in rows])))
    for group, rows in keys.items():
        print(f"key, {group}: {mean([r[0] for r in rows]):.3f}, weighted {mean([r[1] for r in rows]):.3f} of {len(rows)}")
    print("key by certainty:", "; ".join(bins([(r[0], r[2]) for rows in keys.values() for r in rows])))


if __name__ == "__main__":
    main()
