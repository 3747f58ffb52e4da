#!/usr/bin/env python3
"""Measures `library duplicates --near` on songs that are encoded and cut in other ways.

    tools/library/copies.py DATA WORK [--songs 14] [--auricle COMMAND]

Songs of four minutes are joined of clips of mood4q, and each is made four times more: MP3 at 32 kbit/s, Vorbis, Opus
without the first 5 s, AAC without the first 3.3 s and some of the end. WORK keeps them and their library.
"""
import argparse
import csv
import pathlib
import shlex
import subprocess

OTHERS = {
    "mp3-32k.mp3": (["-b:a", "32k"], []), "ogg-q2.ogg": (["-c:a", "libvorbis", "-q:a", "2"], []),
    "cut5-opus.opus": (["-c:a", "libopus", "-b:a", "48k"], ["-ss", "5"]),
    "cut3+end.m4a": (["-t", "222", "-c:a", "aac", "-b:a", "64k"], ["-ss", "3.3"]),
}  # fmt: skip


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("--songs", type=int, default=14)
    parser.add_argument("--auricle", default=str(pathlib.Path(__file__).resolve().parents[2] / "auricle"))
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    with open(args.data / "mood4q/labels.csv", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: (row["artist"], row["path"]))
    for number in range(args.songs):
        clips = [args.data / "mood4q" / row["path"] for row in rows[8 * number : 8 * number + 8]]
        song = args.work / f"s{number:02}.a.mp3"
        join = "".join(f"[{i}:a]" for i in range(8)) + "concat=n=8:v=0:a=1"
        commands = [(song, [x for clip in clips for x in ("-i", clip)] + ["-filter_complex", join, "-b:a", "192k"])]
        for name, (options, before) in OTHERS.items():
            commands.append((args.work / f"s{number:02}.{name}", [*before, "-i", song, *options]))
        for target, options in commands:
            if not target.exists():
                subprocess.run(["ffmpeg", "-v", "error", "-nostdin", *options, target], check=True)
    library, database = [*shlex.split(args.auricle), "library"], args.work / "library.db"
    subprocess.run([*library, "scan", "-q", "--database", database, args.work], check=True)
    command = [*library, "duplicates", "--near", "--database", database]
    out = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
    found, mixed, shares = set(), 0, []
    for group in out.strip().split("\n\n"):
        lines = group.splitlines()
        names = [pathlib.Path(line.split("  ")[-1].strip()).name for line in lines]
        mixed += len({name[:3] for name in names}) > 1
        found.update(name for name in names)
        shares += [int(line.split("%")[0]) for line in lines[1:]]
    files = [p.name for p in args.work.iterdir() if p.name[0] == "s"]
    for name in ["a.mp3", *OTHERS]:
        own = [file for file in files if file.endswith(name)]
        print(f"{name}: {sum(file in found for file in own)} of {len(own)} in a group")
    print(f"groups of several songs: {mixed}; least share of a copy: {min(shares, default=0)} %")


if __name__ == "__main__":
    main()
