"""Makes the reference vectors of files of other rates: librosa.load, then librosa's features.

Run from the root of the repository: python tools/golden/rates.py
Each case is a stereo WAV of 32-bit floats that FileRateTest writes as well, its channels formulas of
make.py, or a file beside its passport. NAME.f32 holds all features, one below the other, [rows,
frames]; the passport NAME.json holds what each may differ by, the first two frames by `startFactor` times as much:
soxr's steps each lose what they give before the first sample, which shows where a sound starts as
abruptly as these do.
"""

import json
import pathlib
import tempfile

import librosa
import numpy as np
import soundfile

from make import NUMBERS, signal

OUT = pathlib.Path("audio/src/test/resources/golden/rates")
RATE, SECONDS = 22050, 0.6
START = {8000: 10, 16000: 10, 88200: 30, 96000: 30, 192000: 30}
FEATURES = {
    "mfcc": (1e-3, lambda y: librosa.feature.mfcc(y=y, sr=RATE)),
    "melDb": (1e-2, lambda y: librosa.power_to_db(librosa.feature.melspectrogram(y=y, sr=RATE))),
    "chroma": (1e-4, lambda y: librosa.feature.chroma_stft(y=y, sr=RATE)),
    "rms": (1e-6, lambda y: librosa.feature.rms(y=y)),
    "zeroCrossingRate": (0, librosa.feature.zero_crossing_rate),
    "centroid": (0.1, lambda y: librosa.feature.spectral_centroid(y=y, sr=RATE)),
    "bandwidth": (0.1, lambda y: librosa.feature.spectral_bandwidth(y=y, sr=RATE)),
    "rolloff": (0, lambda y: librosa.feature.spectral_rolloff(y=y, sr=RATE)),
    "onset": (1e-3, lambda y: librosa.onset.onset_strength(y=y, sr=RATE)),
}


def write(name, path):
    y, rate = librosa.load(path)
    assert rate == RATE
    vectors = [np.atleast_2d(feature(y)) for _, feature in FEATURES.values()]
    values = np.concatenate(vectors)
    values.astype("<f4").tofile(OUT / f"{name}.f32")
    tolerances = {feature: tolerance for feature, (tolerance, _) in FEATURES.items()}
    return {"rows": values.shape[0], "frames": values.shape[1], "samples": len(y), **tolerances}


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    common = {**NUMBERS, "soundfile": soundfile.__version__, "command": "python tools/golden/rates.py"}
    why = "0.01 dB in a mel band; the bands beyond 10 kHz depend on the low-pass filter"
    names = []
    for rate in (8000, 11025, 16000, 24000, 32000, 37800, 44056, 44100, 48000, 64000, 88200, 96000, 192000):
        with tempfile.TemporaryDirectory() as folder:
            path = f"{folder}/{rate}.wav"
            pair = [signal(name, rate, SECONDS).astype(np.float32) for name in ("song", "pink")]
            soundfile.write(path, np.stack(pair, axis=1), rate, subtype="FLOAT")
            shape = write(str(rate), path)
        passport = {**common, "left": "song", "right": "pink", "fileRate": rate, "seconds": SECONDS,
                    **shape, "startFactor": START.get(rate, 1), "why": why}
        (OUT / f"{rate}.json").write_text(json.dumps(passport, indent=1) + "\n")
        names.append(str(rate))
    passport = {**common, "file": "music-44100.wav", **write("music", OUT / "music-44100.wav"), "startFactor": 1,
                "why": why}
    (OUT / "music.json").write_text(json.dumps(passport, indent=1) + "\n")
    (OUT / "index.txt").write_text("\n".join([*names, "music"]) + "\n")


if __name__ == "__main__":
    main()
