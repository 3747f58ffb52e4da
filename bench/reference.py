"""The pieces of work of io.auricle.bench.Work with librosa and SciPy, on one thread: `name ms`, the processor time of a call."""

import os

for name in ("OMP", "OPENBLAS", "MKL", "NUMBA"):
    os.environ[name + "_NUM_THREADS"] = "1"

import time

import librosa
import numpy as np
import scipy.fft
import scipy.ndimage
import scipy.stats

RATE, FRAME, HOP = 22050, 2048, 512


def clip():
    t = np.arange(30 * RATE) / RATE
    chord = sum(np.sin(2 * np.pi * hz * (1 + 0.01 * np.floor(t)) * t) for hz in (220, 277.18, 329.63, 440))
    noise = np.random.default_rng(440).standard_normal(t.size)
    return (0.1 * chord + (0.02 + 0.2 * np.exp(-40 * (t % 0.5))) * noise).astype(np.float32)


y = clip()
doubled = np.repeat(y, 2)
studio = np.resize(y, 30 * 48000)
window = librosa.filters.get_window("hann", FRAME).astype(np.float32)
frames = librosa.util.frame(np.pad(y, FRAME // 2), frame_length=FRAME, hop_length=HOP).T * window
power = np.abs(librosa.stft(y)) ** 2


def gtzan57():
    harmonic, percussive = librosa.effects.hpss(y)
    series = [
        librosa.feature.chroma_stft(y=y, sr=RATE),
        librosa.feature.rms(y=y),
        librosa.feature.spectral_centroid(y=y, sr=RATE),
        librosa.feature.spectral_bandwidth(y=y, sr=RATE),
        librosa.feature.spectral_rolloff(y=y, sr=RATE),
        librosa.feature.zero_crossing_rate(y),
        harmonic,
        percussive,
        *librosa.feature.mfcc(y=y, sr=RATE),
    ]
    tempo = librosa.beat.beat_track(y=y, sr=RATE)[0]
    return [(s.mean(), s.var()) for s in series], tempo


def gtzan57_pieces():
    global y
    whole = y
    for y in np.split(whole, 10):
        gtzan57()
    y = whole


def chin97():
    features = librosa.feature
    series = [
        features.zero_crossing_rate(y),
        features.rms(y=y),
        features.spectral_centroid(y=y, sr=RATE),
        *(features.spectral_bandwidth(y=y, sr=RATE, p=p) for p in (2, 3, 4)),
        features.spectral_contrast(y=y, sr=RATE),
        features.spectral_rolloff(y=y, sr=RATE),
        features.mfcc(y=y, sr=RATE),
        features.chroma_stft(y=y, sr=RATE),
    ]
    signal = np.abs(y).mean(), y.std(), scipy.stats.skew(np.abs(y)), scipy.stats.kurtosis(y)
    return [(s.mean(axis=1), s.std(axis=1)) for s in series], features.tempo(y=y, sr=RATE), signal


WORK = {
    "rfft": lambda: scipy.fft.rfft(frames, axis=1),
    "stft": lambda: librosa.stft(y),
    "median-time": lambda: scipy.ndimage.median_filter(power, size=(1, 31), mode="reflect"),
    "median-frequency": lambda: scipy.ndimage.median_filter(power, size=(31, 1), mode="reflect"),
    "mel128": lambda: librosa.power_to_db(librosa.feature.melspectrogram(y=y, sr=RATE), ref=np.max),
    "chroma": lambda: librosa.feature.chroma_stft(y=y, sr=RATE),
    "hpss": lambda: librosa.effects.hpss(y),
    "gtzan57": gtzan57,
    "gtzan57-ten-pieces": gtzan57_pieces,
    "chin97": chin97,
    "resample": lambda: librosa.resample(doubled, orig_sr=2 * RATE, target_sr=RATE),
    "resample-48": lambda: librosa.resample(studio, orig_sr=48000, target_sr=RATE),
}

for name, work in WORK.items():
    work()
    calls = 0
    start = time.process_time()
    while calls < 2 or time.process_time() - start < 1:
        work()
        calls += 1
    print(f"{name} {1e3 * (time.process_time() - start) / calls:.3f}", flush=True)
