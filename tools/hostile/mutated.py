#!/usr/bin/env python3
"""Classifies damaged files and checks that every one of them is answered.

    tools/hostile/mutated.py [--count 10000] [--seed 1] [--batch 500] [--auricle COMMAND]

Clips of two seconds are made of samples/ in every format that the `ffmpeg` at hand writes; each file is one
of them with bytes changed, cut, added, moved or mixed with those of another format. Each batch is one process
of `auricle classify --format jsonl`. Wrong is: an exit code other than 0 and 1, a missing, doubled or torn row,
a fault of the program (INTERNAL), a stack trace, a process or a temporary file left behind, a batch that takes
longer than ten seconds a file. What was wrong is kept in hostile-kept/.
"""
import argparse
import collections
import json
import os
import pathlib
import random
import shlex
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FORMATS = {
    "wav": "-c:a pcm_s16le",
    "float.wav": "-c:a pcm_f32le",
    "24.wav": "-c:a pcm_s24le",
    "adpcm.wav": "-c:a adpcm_ms",
    "mulaw.wav": "-c:a pcm_mulaw",
    "rf64.wav": "-c:a pcm_s16le -rf64 always",
    "aiff": "-c:a pcm_s16be",
    "aifc": "-c:a pcm_mulaw -f aiff",
    "au": "-c:a pcm_s16be",
    "w64": "-c:a pcm_s16le",
    "voc": "-c:a pcm_u8",
    "caf": "-c:a pcm_s16be",
    "mp3": "-c:a libmp3lame -b:a 96k",
    "vbr.mp3": "-c:a libmp3lame -q:a 4",
    "mp2": "-c:a mp2",
    "flac": "-c:a flac",
    "ogg": "-c:a libvorbis",
    "opus": "-c:a libopus",
    "speex.ogg": "-c:a libspeex -ar 16000",
    "flac.ogg": "-c:a flac -f ogg",
    "m4a": "-c:a aac",
    "alac.m4a": "-c:a alac",
    "aac": "-c:a aac -f adts",
    "ac3": "-c:a ac3",
    "eac3": "-c:a eac3",
    "dts": "-c:a dca -strict -2",
    "thd": "-c:a truehd -strict -2",
    "wma": "-c:a wmav2",
    "wv": "-c:a wavpack",
    "tta": "-c:a tta",
    "mka": "-c:a flac",
    "webm": "-c:a libopus",
    "mov": "-c:a pcm_s16le",
    "avi": "-c:a mp3",
    "flv": "-c:a libmp3lame",
    "ts": "-c:a mp2",
    "3gp": "-c:a aac",
    "mpg": "-c:a mp2 -f mpeg",
}


def make_seeds(folder):
    seeds = {}
    sources = sorted((ROOT / "samples").glob("*.*"))
    sources = [s for s in sources if s.suffix != ".md"]
    for number, (ending, options) in enumerate(FORMATS.items()):
        target = folder / f"seed.{ending}"
        source = sources[number % len(sources)]
        made = subprocess.run(
            ["ffmpeg", "-v", "error", "-y", "-ss", "3", "-t", "2", "-i", source, "-metadata", "title=a title",
             *shlex.split(options), target], stdin=subprocess.DEVNULL, capture_output=True)
        if made.returncode == 0 and target.stat().st_size:
            seeds[ending] = target.read_bytes()
        else:
            print(f"left out, since this ffmpeg does not write it: {ending}", file=sys.stderr)
    for extra in sorted((ROOT / "audio/src/test/resources").rglob("*")):
        if extra.suffix in (".dsf", ".flac", ".mp3", ".webm", ".ogg", ".aac", ".rifx") and extra.stat().st_size < 200_000:
            seeds["case" + extra.suffix] = extra.read_bytes()
    return seeds


def mutated(data, others, rng):
    data = bytearray(data)
    for _ in range(rng.choice((1, 1, 1, 2, 4))):
        head = rng.random() < 0.5
        limit = max(1, min(len(data), 256 if head else len(data)))
        at = rng.randrange(limit)
        kind = rng.randrange(12)
        if kind == 0:  # bits
            for _ in range(rng.choice((1, 8, 64))):
                data[rng.randrange(limit)] ^= 1 << rng.randrange(8)
        elif kind == 1:  # bytes
            for _ in range(rng.choice((1, 16, 256))):
                data[rng.randrange(limit)] = rng.randrange(256)
        elif kind == 2:  # cut at the end
            del data[rng.randrange(max(1, len(data))):]
        elif kind == 3:  # cut at the start
            del data[:at]
        elif kind == 4:  # a hole
            del data[at:at + rng.choice((1, 3, 64, 5000))]
        elif kind == 5:  # something between
            data[at:at] = rng.randbytes(rng.choice((1, 3, 64, 5000)))
        elif kind == 6:  # zeros or ones
            size = rng.choice((4, 64, 4096))
            data[at:at + size] = bytes([rng.choice((0, 255))]) * len(data[at:at + size])
        elif kind == 7:  # a number of extremes
            number = rng.choice((0, 1, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 0xFFFFFFF0, rng.randrange(1 << 32)))
            data[at:at + 4] = number.to_bytes(4, rng.choice(("little", "big")))
        elif kind == 8:  # the end of another
            other = rng.choice(others)
            data[at:] = other[min(at, len(other)):]
        elif kind == 9:  # twice
            data += data[at:at + 20_000]
        elif kind == 10:  # parts changed over
            size = rng.choice((16, 512, 4096))
            to = rng.randrange(max(1, len(data) - size))
            data[at:at + size], data[to:to + size] = data[to:to + size], data[at:at + size]
        elif kind == 11:  # junk behind
            data += rng.choice((bytes(5000), rng.randbytes(5000), b"TAG" + b"x" * 125, b"APETAGEX" + bytes(24)))
        if not data:
            break
    return bytes(data[:400_000])


def children():
    """Processes of FFmpeg's whose parent is gone."""
    listing = subprocess.run(["ps", "-eo", "ppid=,comm="], capture_output=True, text=True).stdout
    return sum(1 for line in listing.splitlines() if line.split()[0] == "1" and "ffmpeg" in line)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--batch", type=int, default=500)
    parser.add_argument("--auricle", default=str(ROOT / "auricle"), help="the command to run")
    arguments = parser.parse_args()
    if not shutil.which("ffmpeg"):
        sys.exit("needs an ffmpeg that encodes, to make the files")
    wrong, counts, begin, done = [], collections.Counter(), time.time(), 0
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        (work / "seeds").mkdir()
        seeds = make_seeds(work / "seeds")
        names, others = sorted(seeds), list(seeds.values())
        print(f"{len(names)} formats: {' '.join(names)}")
        while done < arguments.count:
            batch, temporary = work / "batch", work / "tmp"
            for folder in (batch, temporary):
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
            files = []
            for number in range(done, min(done + arguments.batch, arguments.count)):
                rng = random.Random(f"{arguments.seed} {number}")
                name = names[number % len(names)]
                path = batch / f"{number:06d}.{name}"
                path.write_bytes(mutated(seeds[name], others, rng))
                files.append(path)
            environment = dict(os.environ, TMPDIR=str(temporary))
            environment["AURICLE_JAVA_OPTIONS"] = os.environ.get("AURICLE_JAVA_OPTIONS", "") + f" -Djava.io.tmpdir={temporary}"
            faults = []
            try:
                ran = subprocess.run(
                    [*shlex.split(arguments.auricle), "classify", "--format", "jsonl", *map(str, files)],
                    stdin=subprocess.DEVNULL, capture_output=True, env=environment, timeout=10 * len(files))
                if ran.returncode not in (0, 1):
                    faults.append(f"exit code {ran.returncode}")
                errors = ran.stderr.decode(errors="replace")
                if "Exception" in errors or "\tat " in errors or "hs_err" in errors:
                    faults.append("stderr: " + errors[-2000:])
                seen = collections.Counter()
                for line in ran.stdout.splitlines():
                    try:
                        row = json.loads(line)
                        seen[row["path"]] += 1
                        code = row.get("error", {}).get("code")
                        counts[code or ("warned" if row.get("warnings") else "classified")] += 1
                        if code == "INTERNAL":
                            faults.append(f"INTERNAL: {row}")
                    except (ValueError, KeyError) as e:
                        faults.append(f"torn row {line[:200]!r}: {e}")
                faults += [f"rows of {path}: {seen[str(path)]}" for path in files if seen[str(path)] != 1]
            except subprocess.TimeoutExpired:
                faults.append(f"a batch of {len(files)} took over {10 * len(files)} s")
            left = sorted(p.name for p in temporary.rglob("*") if "hsperfdata" not in str(p))
            if left:
                faults.append(f"left behind: {left[:10]}")
            if children():
                faults.append("a decoder without a parent")
            if faults:
                wrong.append((done, faults))
                kept = pathlib.Path("hostile-kept") / str(done)
                shutil.copytree(batch, kept, dirs_exist_ok=True)
                print(f"WRONG from {done} on: {faults[:5]}", flush=True)
            done += len(files)
            print(f"{done} files in {time.time() - begin:.0f} s: {dict(counts.most_common())}", flush=True)
    print(f"{done} files, {len(wrong)} batches with faults")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
