#!/usr/bin/env python3
"""Writes the test tracks of Emotify and mood4q again in worse sound, to see what a model makes of them.

    bench/worse_sound.py DATA OUT         needs librosa and soundfile; then, of each kind and data set:
    auricle evaluate --dataset emotify --data OUT/mp3/emotify --split experiments/splits/emotify.split

OUT/KIND/DATASET has the data set's table and the tracks of its test part under the names that they have there;
what a file is shows in its content alone. The other tracks are left out.
"""
import argparse
import csv
import pathlib
import shutil

import librosa
import numpy
import soundfile

SPLITS = pathlib.Path(__file__).resolve().parent.parent / "experiments" / "splits"
WAV = {"format": "WAV", "subtype": "PCM_16"}
MP3 = {"format": "MP3", "compression_level": 0.99, "bitrate_mode": "CONSTANT"}


def test_part(split):
    part = ""
    for line in split.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            part = line
        elif line and part == "[test]":
            yield line


def kinds(sound, rate):
    """Name, samples, sampling rate and form of a file."""
    mono = sound if sound.ndim == 1 else sound.mean(axis=1)
    noise = numpy.random.default_rng(1).standard_normal(len(mono)).astype("float32")
    middle = max(0, len(sound) // 2 - 5 * rate)
    yield "same", sound, rate, WAV
    yield "12-db-quieter", sound * 0.25, rate, WAV
    yield "noise-at-20-db", mono + noise * numpy.sqrt((mono**2).mean()) * 0.1, rate, WAV
    yield "10-s", sound[middle : middle + 10 * rate], rate, WAV
    yield "16-khz", librosa.resample(mono, orig_sr=rate, target_sr=16000), 16000, WAV
    yield "mp3", librosa.resample(mono, orig_sr=rate, target_sr=44100), 44100, MP3


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parsed = parser.parse_args()
    for dataset in ("emotify", "mood4q"):
        labels = parsed.data / dataset / "labels.csv"
        with labels.open(encoding="utf-8") as rows:
            table = csv.DictReader(rows)
            paths = {row[table.fieldnames[0]]: row["path"] for row in table}
        for track in test_part(SPLITS / f"{dataset}.split"):
            path = paths[track]
            sound, rate = soundfile.read(parsed.data / dataset / path, dtype="float32")
            for kind, samples, own_rate, form in kinds(sound, rate):
                file = parsed.out / kind / dataset / path
                file.parent.mkdir(parents=True, exist_ok=True)
                soundfile.write(file, numpy.clip(samples, -1, 1), own_rate, **form)
                if not (parsed.out / kind / dataset / "labels.csv").exists():
                    shutil.copy(labels, parsed.out / kind / dataset)


if __name__ == "__main__":
    main()
