#!/usr/bin/env python3
"""Writes the reference values of the front ends (io.auricle.feature.frontend.LogMelOptions).

usage: frontends.py OUT.csv      (numpy and librosa for Slaney's filters; made with numpy 2.4.6, librosa 0.11.0)

Each front end is computed from its published description, in double precision and without the code
it is compared with: musicnn (librosa's mel, log10(1 + 10000 x)), the dB mel of sota-music-tagging-models
(torchaudio's MelSpectrogram and AmplitudeToDB), EfficientAT (pre-emphasis, Kaldi's mel), VGGish and
YAMNet (magnitudes, HTK's mel). The Audio Spectrogram Transformer's is torchaudio.compliance.kaldi.fbank
with window_type="hanning", as transformers' ASTFeatureExtractor calls it (read at pytorch/audio 2326b75 and
huggingface/transformers 0aff354; neither is run here): windows of 25 ms that lie wholly within the sound, each
without its mean, pre-emphasised by itself with its first sample repeated, zeros behind it up to 512, Kaldi's
mel from 20 Hz, ln(max(x, eps)), and (x - mean) / (2 std) of AudioSet. samples is what Wav2Vec2FeatureExtractor
makes of one sound, (x - mean) / sqrt(var + 1e-7); of it the rows are single samples. The signal is a formula that the test repeats. Recorded are some rows of
the result, and number of frames and mean of all; tolerance in the test: 1e-4 absolute of values up to
100, the room of a 32-bit transform.
"""
import sys

import librosa
import numpy as np


def signal(rate, seconds=1.0):
    """Three partials whose levels move, a click, and noise of a formula, as 32-bit floats."""
    n = np.arange(int(rate * seconds))
    t = n / rate
    x = 0.3 * np.sin(2 * np.pi * 220 * t) + 0.2 * np.sin(2 * np.pi * 1370 * t) * np.cos(9 * t)
    x += 0.05 * np.sin(2 * np.pi * 5100 * t)
    x += 0.02 * np.modf(np.sin(n * 12.9898) * 43758.5453)[0]
    x[len(x) // 3] += 0.5
    return x.astype(np.float32).astype(np.float64)


def spectra(x, fft, window, hop, edges):
    if edges == "none":
        count = 1 + (len(x) - len(window)) // hop
        frames = np.stack([x[i * hop : i * hop + len(window)] for i in range(count)])
        return np.abs(np.fft.rfft(frames * window, fft))
    before = (fft - len(window)) // 2
    weights = np.pad(window, (before, fft - len(window) - before))
    mode = {"zeros": "constant", "reflect": "reflect"}[edges]
    y = np.pad(x, fft // 2, mode=mode)
    count = 1 + len(x) // hop
    frames = np.stack([y[i * hop : i * hop + fft] for i in range(count)])
    return np.abs(np.fft.rfft(frames * weights))


def periodic(n):
    return 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(n) / n)


def htk(hz):
    return 2595 * np.log10(1 + np.asarray(hz) / 700)


def triangles(places, edges):
    low, centre, high = edges[:-2, None], edges[1:-1, None], edges[2:, None]
    return np.maximum(0, np.minimum((places - low) / (centre - low), (high - places) / (high - centre)))


def musicnn(x):
    mel = librosa.filters.mel(sr=16000, n_fft=512, n_mels=96, dtype=np.float64)
    return np.log10(1 + 10000 * (spectra(x, 512, periodic(512), 256, "zeros") ** 2 @ mel.T))


def musicnn_db(x):
    m = np.linspace(htk(0), htk(8000), 98)
    mel = triangles(np.linspace(0, 8000, 257), 700 * (10 ** (m / 2595) - 1))
    return 10 * np.log10(np.maximum(1e-10, spectra(x, 512, periodic(512), 256, "reflect") ** 2 @ mel.T))


def efficientat(x):
    y = x[1:] - 0.97 * x[:-1]
    kaldi = lambda hz: 1127 * np.log(1 + hz / 700)
    mel = triangles(kaldi(np.arange(513) * 32000 / 1024), np.linspace(kaldi(0), kaldi(15000), 130))
    mel[:, -1] = 0  # Kaldi leaves the last bin out
    power = spectra(y, 1024, np.hanning(800), 320, "reflect") ** 2
    return (np.log(power @ mel.T + 1e-5) + 4.5) / 5


def vggish(x, offset=0.01):
    mel = triangles(htk(np.arange(257) * 16000 / 512), np.linspace(htk(125), htk(7500), 66))
    return np.log(spectra(x, 512, periodic(400), 160, "none") @ mel.T + offset)


def own(x):
    m = np.linspace(htk(30), htk(11025), 66)
    mel = triangles(np.linspace(0, 16000, 513), 700 * (10 ** (m / 2595) - 1))
    return (np.log(spectra(x, 1024, periodic(1024), 640, "zeros") ** 2 @ mel.T + 1e-4) + 2.5) / 5


def ast(x):
    count = 1 + (len(x) - 400) // 160
    frames = np.stack([x[i * 160 : i * 160 + 400] for i in range(count)])
    frames = frames - frames.mean(1, keepdims=True)
    before = np.concatenate([frames[:, :1], frames[:, :-1]], 1)
    power = np.abs(np.fft.rfft((frames - 0.97 * before) * np.hanning(400), 512)) ** 2
    kaldi = lambda hz: 1127 * np.log(1 + hz / 700)
    mel = triangles(kaldi(np.arange(257) * 16000 / 512), np.linspace(kaldi(20), kaldi(8000), 130))
    mel[:, -1] = 0  # Kaldi leaves the last bin out
    fbank = np.log(np.maximum(power @ mel.T, np.finfo(np.float32).eps))
    return (fbank + 4.2677393) / (2 * 4.5689974)


def samples(x):
    return ((x - x.mean()) / np.sqrt(x.var() + 1e-7))[:, None]


ENDS = {
    "musicnn": (16000, musicnn),
    "musicnn-db": (16000, musicnn_db),
    "efficientat": (32000, efficientat),
    "vggish": (16000, vggish),
    "yamnet": (16000, lambda x: vggish(x, 0.001)),
    "log-mel": (32000, own),
    "ast": (16000, ast),
    "samples": (16000, samples),
}

with open(sys.argv[1], "w") as f:
    for name, (rate, end) in ENDS.items():
        values = end(signal(rate))
        f.write("%s,frames,%d,%.7f\n" % (name, len(values), values.mean()))
        for r in sorted({0, 1, len(values) // 3, len(values) // 2, len(values) - 1}):
            f.write("%s,%d,%s\n" % (name, r, ",".join("%.6f" % v for v in values[r])))
