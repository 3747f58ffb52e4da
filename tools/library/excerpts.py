#!/usr/bin/env python3
"""Measures how the excerpts of a scan agree with whole songs, and what a song costs.

    tools/library/excerpts.py DATA [--songs 20] [--auricle COMMAND]

Songs of four minutes are made as MP3 (ffmpeg on the PATH) of eight clips of mood4q of one genre alone, those of one artist first.
They are scanned with and without --whole; the processor time is that of the program and of all that it starts.
"""
import argparse
import collections
import csv
import json
import pathlib
import random
import resource
import shlex
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]


def songs(data, folder, count):
    with open(data / "mood4q/labels.csv", newline="") as file:
        rows = [r for r in csv.DictReader(file) if ";" not in r["genres"]]
    genres = collections.defaultdict(list)
    for row in sorted(rows, key=lambda r: (r["artist"], r["song"])):
        genres[row["genres"]].append(data / "mood4q" / row["path"])
    made = []
    while len(made) < count:
        before = len(made)
        for genre, paths in sorted(genres.items()):
            if len(paths) >= 8 and len(made) < count:
                clips, genres[genre] = paths[:8], paths[8:]
                inputs = [x for path in clips for x in ("-i", str(path))]
                target = folder / f"{len(made)}-{genre.replace('/', '-')}.mp3"
                join = "".join(f"[{i}:a]" for i in range(8)) + "concat=n=8:v=0:a=1"
                command = ["ffmpeg", "-v", "error", *inputs, "-filter_complex", join, "-b:a", "192k", str(target)]
                subprocess.run(command, check=True)
                made.append(target)
        if len(made) == before:
            break
    return made


def scan(auricle, folder, database, options):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = auricle + ["library", "scan", "-q", "--database", str(database), *options, str(folder)]
    subprocess.run(command, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    lines = subprocess.run(
        auricle + ["library", "list", "--database", str(database), "--format", "jsonl"],
        stdout=subprocess.PIPE, text=True, check=True,
    ).stdout.splitlines()
    return seconds, {row["path"]: row["models"] for row in map(json.loads, lines)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("--songs", type=int, default=20)
    parser.add_argument("--auricle", default=str(ROOT / "auricle"))
    arguments = parser.parse_args()
    auricle = shlex.split(arguments.auricle)
    subprocess.run(auricle + ["--version"], stdout=subprocess.DEVNULL, check=True)  # it may build first
    random.seed(1)
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary) / "music"
        folder.mkdir()
        made = songs(arguments.data, folder, arguments.songs)
        one = pathlib.Path(temporary) / "one"
        one.mkdir()
        (one / "a.mp3").symlink_to(made[0])
        start, _ = scan(auricle, one, f"{temporary}/one.db", [])
        seconds, parts = scan(auricle, folder, f"{temporary}/parts.db", [])
        wholeSeconds, whole = scan(auricle, folder, f"{temporary}/whole.db", ["--whole"])
    share = max(1, len(made) - 1)
    print(json.dumps({
        "songs": len(made),
        "secondsASong": (seconds - start) / share,
        "secondsAWholeSong": (wholeSeconds - start) / share,
        "secondsOfStartAndOneSong": start,
    }))
    for model in sorted(next(iter(whole.values()))):
        sure = [p for p in whole if parts[p][model]["sure"]]
        same = sum(parts[p][model]["label"] == whole[p][model]["label"] for p in sure)
        every = sum(parts[p][model]["label"] == whole[p][model]["label"] for p in whole)
        print(json.dumps({"model": model, "sure": len(sure), "sureAgree": same, "all": len(whole), "allAgree": every}))


if __name__ == "__main__":
    main()
