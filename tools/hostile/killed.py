#!/usr/bin/env python3
"""Kills the program with SIGKILL at random moments and checks that nothing that was reported done is lost.

    tools/hostile/killed.py [--rounds 10] [--seed 1] [--auricle COMMAND] [--only classify,features,train,serve]

`--rounds` is the number of kills of each of the four: `classify -o` and `features` on a folder, the training of a
small network, and `serve` while files are sent to it. After each kill the same work goes on with `--resume`, and
its result must be that of work that was never stopped. Rows that were in a file at the kill must be there
afterwards; at the end neither a temporary file nor a process may be left.
"""
import argparse
import hashlib
import json
import os
import pathlib
import random
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
EXPERIMENT = """
about: {name: killed, title: t, description: d, intendedUse: tests, limits: tests, licence: CC0-1.0}
labels: [a, b]
seed: 1
input:
  features: {set: mel, hopLength: 2048, bands: 64}
  clipSeconds: 5
  segmentFrames: 20
  segmentHopFrames: 20
  layout: bands_frames
model:
  network:
    description: ${here}/net.yaml
    training:
      optimiser: {kind: adam, learningRate: 0.001, weightDecay: 0, momentum: 0}
      length: {epochs: 12, segmentsPerClip: 2, patience: 0, criterion: last}
      schedule: {kind: constant, warmUpShare: 0}
      batchSize: 4
      labelSmoothing: 0
      gradientClipping: 0
      augmentation: {}
data:
  - dataset: folder
    path: ${here}/music
    split: {leakyRandom: {seed: 1, train: 0.6, validation: 0.2, test: 0.2}}
"""
NETWORK = """
name: net
description: a small network
input: [1, 64, 20]
output: softmax
layers:
  - conv2d: {filters: 8, kernel: 3}
  - relu
  - max-pool: {size: 2, stride: 2}
  - flatten
  - dropout: 0.3
  - dense: 16
  - relu
  - dense: classes
"""


class Killer:
    def __init__(self, command, seed):
        self.command = shlex.split(command)
        self.rng = random.Random(seed)
        self.faults = []
        self.moments = []
        self.sessions = set()

    def start(self, arguments, work, **options):
        environment = dict(os.environ, TMPDIR=str(work / "tmp"))
        environment["AURICLE_JAVA_OPTIONS"] = os.environ.get("AURICLE_JAVA_OPTIONS", "") + f" -Djava.io.tmpdir={work / 'tmp'}"
        process = subprocess.Popen([*self.command, *map(str, arguments)], env=environment, stdin=subprocess.DEVNULL,
                                   start_new_session=True, cwd=work, **options)
        self.sessions.add(process.pid)
        return process

    def whole(self, arguments, work):
        """Runs to the end; wall seconds."""
        begin = time.time()
        with self.start(arguments, work, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            out, errors = process.communicate(timeout=900)
        if process.returncode != 0:
            self.wrong(f"{arguments[0]}: exit code {process.returncode}: {errors.decode()[-600:]}")
        return time.time() - begin

    def killed(self, arguments, work, longest):
        """Kills the main process alone, as an out-of-memory killer does; seconds until then."""
        moment = self.rng.uniform(0.02, 1.0) * longest
        with self.start(arguments, work, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            try:
                process.wait(moment)
            except subprocess.TimeoutExpired:
                pass
            process.send_signal(signal.SIGKILL)
        self.moments.append((arguments[0], round(moment, 2)))

    def wrong(self, text):
        self.faults.append(text)
        print("WRONG", text, flush=True)

    def check_nothing_left(self, work, what):
        time.sleep(0.5)
        left = [str(p.relative_to(work)) for p in (work / "tmp").rglob("*") if "hsperfdata" not in str(p)]
        if left:
            self.wrong(f"{what}: left behind {left[:8]}")
        listing = subprocess.run(["ps", "-eo", "sid=,args="], capture_output=True, text=True).stdout
        # A dead process whose parent was killed waits for the system's first one to take notice.
        lines = [line for line in listing.splitlines() if not line.endswith("<defunct>")]
        alive = [line for line in lines if int(line.split()[0]) in self.sessions]
        if alive:
            self.wrong(f"{what}: still alive {alive[:8]}")


def music(folder, copies):
    """Files of several formats, in two folders."""
    samples = sorted(p for p in (ROOT / "samples").iterdir() if p.suffix != ".md")
    for number in range(copies):
        sample = samples[number % len(samples)]
        target = folder / "ab"[number % 2] / f"{number:03d}{sample.suffix}"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(sample, target)


def contents(path):
    """Hashes of a file, or of all files of a folder."""
    files = [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.is_file())
    return {str(p.relative_to(path.parent)): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


def whole_lines(path):
    if not path.exists():
        return []
    return path.read_bytes().split(b"\n")[:-1]


def classify(killer, work, rounds):
    music(work / "music", 60)
    arguments = ["classify", "--format", "jsonl", "-o", work / "whole.jsonl", work / "music"]
    longest = killer.whole(arguments, work)
    expected = whole_lines(work / "whole.jsonl")
    out = work / "killed.jsonl"
    arguments[4] = out
    for number in range(rounds):
        killer.killed([*arguments, "--resume"], work, longest)
        found = whole_lines(out)
        for line in found:
            try:
                json.loads(line)
            except ValueError:
                killer.wrong(f"classify {number}: torn line {line[:100]!r}")
        if number % 3 == 2 or number == rounds - 1:
            killer.whole([*arguments, "--resume"], work)
            after = whole_lines(out)
            if after[: len(found)] != found:
                killer.wrong(f"classify {number}: rows that were done are gone or were done again")
            if sorted(after) != sorted(expected):
                killer.wrong(f"classify {number}: {len(after)} rows, {len(expected)} expected")
            for path in work.glob("killed.jsonl*"):
                path.unlink()
    killer.check_nothing_left(work, "classify")


def features(killer, work, rounds):
    music(work / "music", 40)
    for ending in (".csv", ""):
        arguments = ["features", "--set", "gtzan57", "-o", work / f"whole{ending}", work / "music"]
        longest = killer.whole(arguments, work)
        out = work / f"killed{ending}"
        arguments[4] = out
        for number in range(rounds // 2):
            killer.killed([*arguments, "--resume"], work, longest)
            if number % 3 == 2 or number == rounds // 2 - 1:
                killer.whole([*arguments, "--resume"], work)
                if list(contents(out).values()) != list(contents(work / f"whole{ending}").values()):
                    killer.wrong(f"features{ending} {number}: another result than without a kill")
                left = [p.name for p in work.glob("killed*") if p != out]
                if left:
                    killer.wrong(f"features{ending} {number}: left behind {left}")
                shutil.rmtree(out) if out.is_dir() else out.unlink(missing_ok=True)
    killer.check_nothing_left(work, "features")


def train(killer, work, rounds):
    music(work / "music", 30)
    (work / "net.yaml").write_text(NETWORK)
    (work / "experiment.yaml").write_text(EXPERIMENT)
    arguments = ["train", work / "experiment.yaml"]
    longest = killer.whole(arguments, work)
    first = next((work / "runs").iterdir())
    expected = contents(first / "model")
    for number in range(rounds):
        for run in (work / "runs").iterdir():
            if run != first:
                shutil.rmtree(run)
        killer.killed(arguments, work, longest)
        runs = [p for p in (work / "runs").iterdir() if p != first]
        if not runs:
            continue  # killed before there was anything
        if not (runs[0] / "run.json").exists() or not (runs[0] / "model/model.onnx").exists():
            killer.whole(["train", "--resume", runs[0]], work)
        got = contents(runs[0] / "model")
        if got.get("model/model.onnx") != expected["model/model.onnx"]:
            killer.wrong(f"train {number}: another model than without a kill")
        left = [p.name for p in runs[0].rglob("*") if p.name.endswith((".part", ".tmp"))]
        if left:
            killer.wrong(f"train {number}: left behind {left}")
    killer.check_nothing_left(work, "train")


def serve(killer, work, rounds):
    data = (ROOT / "samples/metal.mp3").read_bytes()
    body = (b"--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.mp3\"\r\n\r\n" + data + b"\r\n--x--\r\n")
    for number in range(rounds):
        process = killer.start(["serve", "--port", "0"], work, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        address = re.search(rb"http://[0-9.:]+", process.stdout.readline()).group().decode()
        answers = []

        def send():
            request = urllib.request.Request(
                address + "/api/v1/classify", body, {"Content-Type": "multipart/form-data; boundary=x"})
            try:
                with urllib.request.urlopen(request, timeout=30) as response:
                    answers.append(json.load(response))
            except (OSError, ValueError):
                answers.append(None)

        clients = [threading.Thread(target=send) for _ in range(6)]
        for client in clients:
            client.start()
        time.sleep(killer.rng.uniform(0.02, 2.5))
        last = number == rounds - 1
        killer.moments.append(("serve", number))
        process.send_signal(signal.SIGTERM if last else signal.SIGKILL)
        process.wait(30)
        process.stdout.close()
        for client in clients:
            client.join()
        for answer in answers:
            if answer is not None and not answer.get("results", answer.get("files")):
                killer.wrong(f"serve {number}: an answer without a result: {answer}")
    # The one that ended in peace removed its own folder; what killed ones left went when it started.
    killer.check_nothing_left(work, "serve")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--auricle", default=str(ROOT / "auricle"), help="the command to run")
    parser.add_argument("--only", default="classify,features,train,serve")
    arguments = parser.parse_args()
    killer = Killer(arguments.auricle, arguments.seed)
    for name in arguments.only.split(","):
        with tempfile.TemporaryDirectory() as work:
            work = pathlib.Path(work)
            (work / "tmp").mkdir()
            begin, before = time.time(), len(killer.faults)
            globals()[name](killer, work, arguments.rounds)
            print(f"{name}: {arguments.rounds} kills, {len(killer.faults) - before} faults, {time.time() - begin:.0f} s", flush=True)
    print(f"{len(killer.moments)} kills, {len(killer.faults)} faults")
    sys.exit(1 if killer.faults else 0)


if __name__ == "__main__":
    main()
