#!/usr/bin/env python3
"""Writes tags into damaged files and kills the program while it writes; no sound may change and every file must come back.

    tools/hostile/tagged.py [--count 300] [--rounds 30] [--seed 1] [--tags] [--auricle COMMAND]

Damaged files (those of mutated.py, and whole ones; with --tags those of fuzzed.py, whose tags alone are bad: MP3, FLAC,
Ogg Vorbis, Opus, M4A, WAV and AIFF in equal parts) are scanned into a library of their own, then `library tag --write`
goes over them. Wrong is: a file that failed and has other bytes, a file that was written and whose streams another
FFmpeg hashes otherwise, a file that `library untag` does not give back byte for byte with its time, a scan that hears
a file again, a fault of the program (INTERNAL), a stack trace, a hidden folder left behind. Then `library tag --write`
is killed with SIGKILL at random moments, `--rounds` times: every file must be the old or the new one.
"""
import argparse
import collections
import hashlib
import os
import pathlib
import random
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import fuzzed  # noqa: E402
from mutated import ROOT, mutated  # noqa: E402

FORMATS = {
    "mp3": "-c:a libmp3lame -id3v2_version 3",
    "4.mp3": "-c:a libmp3lame -id3v2_version 4 -write_id3v1 1",
    "1.mp3": "-c:a libmp3lame -id3v2_version 0 -write_id3v1 1",
    "flac": "-c:a flac",
    "ogg": "-c:a libvorbis",
    "opus": "-c:a libopus",
    "flac.ogg": "-c:a flac -f ogg",
    "m4a": "-c:a aac",
    "fast.m4a": "-c:a aac -movflags +faststart",
    "wav": "-c:a pcm_s16le",
    "aiff": "-c:a pcm_s16be -write_id3v2 1",
    "wma": "-c:a wmav2",
    "aac": "-c:a aac -f adts",
    "mka": "-c:a flac",
}


def streams(path):
    ran = subprocess.run(
        ["ffmpeg", "-v", "quiet", "-nostdin", "-i", path, "-map", "0", "-c", "copy", "-f", "streamhash", "-hash", "sha256", "-"],
        capture_output=True)
    return ran.stdout


def state(folder):
    return {p.name: (hashlib.sha256(p.read_bytes()).hexdigest(), p.stat().st_mtime_ns) for p in folder.iterdir() if p.is_file()}


def clips(work):
    """Whole files in all formats, two seconds each, by their names."""
    sources = sorted(p for p in (ROOT / "samples").glob("*.*") if p.suffix != ".md")
    seeds = {}
    for number, (ending, options) in enumerate(FORMATS.items()):
        for part in range(3):
            target = work / f"seed.{ending}"
            ran = subprocess.run(
                ["ffmpeg", "-v", "error", "-y", "-ss", str(2 * part), "-t", "2", "-i", sources[(number + part) % len(sources)],
                 "-metadata", "title=a title", "-metadata", "artist=\u00fcml\u00e4ut", *(["-metadata", "genre=Rock"] if part else []),
                 *shlex.split(options), target], stdin=subprocess.DEVNULL, capture_output=True)
            if ran.returncode == 0:
                seeds[f"{part}.{ending}"] = target.read_bytes()
    return seeds


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tags", action="store_true", help="files whose tags alone are bad")
    parser.add_argument("--auricle", default=str(ROOT / "auricle"), help="the command to run")
    arguments = parser.parse_args()
    wrong = []

    def say(what):
        wrong.append(what)
        print(f"WRONG: {what}", flush=True)

    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        music, database = work / "music", work / "library.db"
        music.mkdir()

        def auricle(*words):
            return [*shlex.split(arguments.auricle), "library", words[0], "--database", str(database), *words[1:]]

        def run(*words):
            ran = subprocess.run(auricle(*words), stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace")
            if "Exception" in ran.stderr or "\tat " in ran.stderr or "[INTERNAL]" in ran.stderr or ran.returncode not in (0, 1):
                say(f"{words[0]}: code {ran.returncode}: {ran.stderr[-1500:]}")
            return ran

        seeds = fuzzed.seeds(work) if arguments.tags else clips(work)
        names, others = sorted(seeds), list(seeds.values())
        for number in range(arguments.count):
            rng = random.Random(f"{arguments.seed} {number}")
            name = names[number % len(names)]
            whole = number < len(names)
            if whole:
                data = seeds[name]
            elif arguments.tags:
                data = fuzzed.fuzzed(name.rsplit(".", 1)[1], seeds[name], rng)
            else:
                data = mutated(seeds[name], others, rng)
            (music / f"{number:05d}.{name}").write_bytes(data)
        print(run("scan", str(music)).stderr.splitlines()[-1], flush=True)
        old = state(music)
        kept = work / "kept"
        shutil.copytree(music, kept)
        begin = time.time()
        ran = run("tag", "--write", "--unsure", "--policy", "replace")
        took = time.time() - begin
        written = {line.split(": ")[0].rsplit("/", 1)[1] for line in ran.stdout.splitlines()}
        codes = collections.Counter(line.rsplit("[", 1)[1].rstrip("]") for line in ran.stderr.splitlines() if line.endswith("]"))
        new = state(music)
        for name in old:
            if name in written:
                if new[name][0] == old[name][0]:
                    say(f"{name} was told to be written and is not")
                if streams(music / name) != streams(kept / name):
                    say(f"{name} has other streams")
            elif new[name] != old[name]:
                say(f"{name} was not told to be written and is another")
        print(f"{len(old)} files: {len(written)} written in {took:.0f} s, refused: {dict(codes)}", flush=True)
        again = run("scan").stderr.splitlines()[-1]
        print(again)
        if not again.startswith("auricle: 0 heard, 0 known"):
            say(f"scanned again: {again}")
        print(run("untag").stderr.splitlines()[-1], flush=True)
        other = [name for name, facts in state(music).items() if facts != old[name]]
        if other:
            say(f"{len(other)} not as before: {other[:5]}")

        if arguments.rounds:
            run("tag", "--write", "--unsure", "--policy", "replace")
            new = state(music)
            run("untag")
        kills = collections.Counter()
        for number in range(arguments.rounds):
            rng = random.Random(f"{arguments.seed} kill {number}")
            process = subprocess.Popen(
                auricle("tag", "--write", "--unsure", "--policy", "replace"),
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
            # From the first draft on, so that the start of Java takes no part.
            while process.poll() is None and not list(music.glob(".auricle-tag-*")) and state_unchanged(music, old):
                time.sleep(0.01)
            time.sleep(rng.random() * max(0.5, took * 0.9))
            try:
                os.killpg(process.pid, signal.SIGKILL)
            except ProcessLookupError:
                kills["too late"] += 1
            process.wait()
            now = state(music)
            done = 0
            for name, (digest, _) in now.items():
                if digest not in (old[name][0], new[name][0]):
                    say(f"round {number}: {name} is neither the old nor the new one")
                done += digest != old[name][0]
            if set(now) != set(old):
                say(f"round {number}: files {sorted(set(now) ^ set(old))[:5]}")
            kills["amid" if 0 < done < len(written) else "before" if done == 0 else "after"] += 1
            print(f"kill {number + 1}: {done} of {len(written)} files written", flush=True)
            run("untag")
            if state(music) != old:
                say(f"round {number}: untag left {[n for n in old if state(music)[n] != old[n]][:5]}")
        run("tag", "--write", "--unsure", "--policy", "replace")
        run("untag")
        left = [p.name for p in music.iterdir() if p.is_dir()]
        if left:
            say(f"left behind: {left}")
        ran = run("check")
        print(f"{arguments.rounds} kills: {dict(kills)}; {ran.stderr.strip()}")
        if wrong:
            shutil.copytree(music, "hostile-kept", dirs_exist_ok=True)
    print(f"{len(wrong)} wrong")
    sys.exit(1 if wrong else 0)


def state_unchanged(folder, old):
    return all(p.stat().st_mtime_ns == old[p.name][1] for p in folder.iterdir() if p.name in old)


if __name__ == "__main__":
    main()
