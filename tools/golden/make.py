"""Makes the reference vectors of audio/src/test/resources/golden with librosa 0.11.

Run from the root of the repository: python tools/golden/make.py
Each vector is NAME.f32 (little-endian float32, librosa's orientation [rows, frames]) beside its
passport NAME.json. With a folder of GTZAN clips as its argument it
records their 57 statistics instead. The signals are formulas that SyntheticSignal.java computes as well.
"""

import json
import pathlib
import sys

import librosa
import numpy as np

OUT = pathlib.Path("audio/src/test/resources/golden")
NUMBERS = {"maker": "librosa", "version": librosa.__version__, "numpy": np.__version__}
COMMAND = "python tools/golden/make.py"


def noise(count):
    """Uniform noise in [-1, 1) from a linear congruential generator with seed 1."""
    state, values = 1, np.empty(count)
    for i in range(count):
        state = (state * 1664525 + 1013904223) % 2**32
        values[i] = state / 2**31 - 1
    return values


def pink(count):
    """White noise through Kellet's economy filter: -3 dB an octave."""
    a = b = c = 0.0
    values = np.empty(count)
    for i, white in enumerate(noise(count)):
        a = 0.99765 * a + white * 0.0990460
        b = 0.96300 * b + white * 0.2965164
        c = 0.57000 * c + white * 1.0526913
        values[i] = 0.1 * (a + b + c + white * 0.1848)
    return values


def signal(name, rate, seconds):
    count = int(rate * seconds)
    t = np.arange(count) / rate
    if name.startswith("dithered-"):
        y = signal(name[len("dithered-"):], rate, seconds) + 1e-4 * noise(count)
    elif name == "tone":
        y = 0.5 * np.sin(2 * np.pi * 440 * t)
    elif name == "chord":
        y = sum(0.2 * np.sin(2 * np.pi * hz * t) for hz in (261.63, 329.63, 392.0))
    elif name == "sweep":
        y = 0.5 * np.sin(2 * np.pi * (50 * t + 1000 * t * t))
    elif name == "clicks":
        since = np.arange(count) % (rate // 2) / rate
        y = np.where(since < 0.1, 0.8 * np.exp(-200 * since), 0) * np.sin(2000 * np.pi * since)
    elif name == "noise":
        y = 0.3 * noise(count)
    elif name == "pink":
        y = pink(count)
    elif name == "silence":
        y = np.zeros(count)
    elif name == "constant":
        y = np.full(count, 0.25)
    elif name == "impulse":
        y = np.zeros(count)
        y[count // 2] = 1
    elif name == "song":
        y = 0.5 * signal("clicks", rate, seconds) + signal("chord", rate, seconds) * (
            0.6 + 0.4 * np.sin(2 * np.pi * 0.7 * t)
        ) + 0.1 * pink(count)
    else:
        raise ValueError(name)
    return np.asarray(y, dtype=np.float64)


def mel_power(y, c):
    return librosa.feature.melspectrogram(
        y=y, sr=c["rate"], n_fft=c["frame"], hop_length=c["hop"], n_mels=c["bands"],
        htk=c.get("scale") == "HTK", norm="slaney" if c.get("normalised", True) else None)


def spectrum(y, c):
    return np.abs(librosa.stft(y, n_fft=c["frame"], hop_length=c["hop"],
                               center=c.get("centred", True))) ** 2


def onsets(y, c):
    aggregate = np.median if c.get("aggregate") == "MEDIAN" else np.mean
    return librosa.onset.onset_strength(y=y, sr=c["rate"], n_fft=c["frame"], hop_length=c["hop"],
                                        aggregate=aggregate)


def statistics(values):
    return [np.mean(values, dtype=np.float64), np.var(values, dtype=np.float64)]


def gtzan(y, c):
    rate, row = c["rate"], []
    row += statistics(librosa.feature.chroma_stft(y=y, sr=rate))
    row += statistics(librosa.feature.rms(y=y))
    row += statistics(librosa.feature.spectral_centroid(y=y, sr=rate))
    row += statistics(librosa.feature.spectral_bandwidth(y=y, sr=rate))
    row += statistics(librosa.feature.spectral_rolloff(y=y, sr=rate))
    row += statistics(librosa.feature.zero_crossing_rate(y))
    for part in librosa.effects.hpss(y):
        row += statistics(part)
    if c["feature"] == "groningen58":
        row += statistics(librosa.feature.tempo(y=y, sr=rate, aggregate=None))
    else:
        row.append(np.atleast_1d(librosa.beat.beat_track(y=y, sr=rate)[0])[0])
    for coefficient in librosa.feature.mfcc(y=y, sr=rate, n_mfcc=20):
        row += statistics(coefficient)
    return np.array(row)[:, None]


def pair(values):
    return [np.mean(values, dtype=np.float64), np.std(values, dtype=np.float64)]


def columns(values):
    return [*np.mean(values, axis=1, dtype=np.float64), *np.std(values, axis=1, dtype=np.float64)]


def chin(y, c):
    from scipy import stats

    rate, wide = c["rate"], y.astype(np.float64)
    row = [np.mean(np.abs(wide)), np.std(wide), stats.skew(np.abs(wide)), stats.kurtosis(wide)]
    row += pair(librosa.feature.zero_crossing_rate(y)) + pair(librosa.feature.rms(y=y))
    row += [librosa.feature.tempo(y=y, sr=rate)[0]]
    row += pair(librosa.feature.spectral_centroid(y=y, sr=rate))
    for order in (2, 3, 4):
        row += pair(librosa.feature.spectral_bandwidth(y=y, sr=rate, p=order))
    row += columns(librosa.feature.spectral_contrast(y=y, sr=rate))
    row += pair(librosa.feature.spectral_rolloff(y=y, sr=rate))
    row += columns(librosa.feature.mfcc(y=y, sr=rate, n_mfcc=20))
    row += columns(librosa.feature.chroma_stft(y=y, sr=rate))
    return np.array(row)[:, None]


def hpss(y, c, part):
    return librosa.effects.hpss(y, n_fft=c["frame"], hop_length=c["hop"],
                                margin=(c["harmonicMargin"], c["percussiveMargin"]),
                                power=c["exponent"])[part]


def waveform(y, c):
    """Pieces of 26,400 samples, each resampled to 500 by itself."""
    pieces = y[: len(y) // 26400 * 26400].reshape(-1, 26400)
    return np.stack([librosa.resample(piece, orig_sr=26400, target_sr=500) for piece in pieces]).T


FEATURES = {
    "waveform": waveform,
    "power": spectrum,
    "powerDb": lambda y, c: librosa.power_to_db(spectrum(y, c), ref=np.max, top_db=80),
    "melPower": mel_power,
    "melDb": lambda y, c: librosa.power_to_db(mel_power(y, c), ref=np.max, top_db=-c["floorDb"]),
    "mfcc": lambda y, c: librosa.feature.mfcc(
        y=y, sr=c["rate"], n_fft=c["frame"], hop_length=c["hop"], n_mels=c["bands"],
        n_mfcc=c["coefficients"], lifter=c["lifter"]),
    "delta": lambda y, c: librosa.feature.delta(
        librosa.feature.mfcc(y=y, sr=c["rate"], n_fft=c["frame"], hop_length=c["hop"]),
        width=c["width"], order=c["order"]),
    "chroma": lambda y, c: librosa.feature.chroma_stft(
        y=y, sr=c["rate"], n_fft=c["frame"], hop_length=c["hop"]),
    "tuning": lambda y, c: librosa.estimate_tuning(
        S=spectrum(y, c), sr=c["rate"], n_fft=c["frame"]),
    "rms": lambda y, c: librosa.feature.rms(y=y, frame_length=c["frame"], hop_length=c["hop"]),
    "zeroCrossingRate": lambda y, c: librosa.feature.zero_crossing_rate(
        y, frame_length=c["frame"], hop_length=c["hop"]),
    "centroid": lambda y, c: librosa.feature.spectral_centroid(
        y=y, sr=c["rate"], n_fft=c["frame"], hop_length=c["hop"]),
    "bandwidth": lambda y, c: librosa.feature.spectral_bandwidth(
        y=y, sr=c["rate"], n_fft=c["frame"], hop_length=c["hop"], p=c["order"]),
    "rolloff": lambda y, c: librosa.feature.spectral_rolloff(
        y=y, sr=c["rate"], n_fft=c["frame"], hop_length=c["hop"], roll_percent=c["share"]),
    "contrast": lambda y, c: librosa.feature.spectral_contrast(
        y=y, sr=c["rate"], n_fft=c["frame"], hop_length=c["hop"]),
    "flatness": lambda y, c: librosa.feature.spectral_flatness(
        y=y, n_fft=c["frame"], hop_length=c["hop"]),
    "onset": onsets,
    "tempogram": lambda y, c: librosa.feature.tempogram(
        onset_envelope=onsets(y, c), sr=c["rate"], hop_length=c["hop"], win_length=c["window"]),
    "tempo": lambda y, c: librosa.feature.tempo(
        onset_envelope=onsets(y, c), sr=c["rate"], hop_length=c["hop"]),
    "tempoPerFrame": lambda y, c: librosa.feature.tempo(
        onset_envelope=onsets(y, c), sr=c["rate"], hop_length=c["hop"], aggregate=None),
    "harmonic": lambda y, c: hpss(y, c, 0),
    "percussive": lambda y, c: hpss(y, c, 1),
    "gtzan57": gtzan,
    "groningen58": gtzan,
    "chin97": chin,
}

# relative: of each value; absolute: of the vector's largest value; floor: as it is.
TOLERANCES = {
    "contrast": (1e-4, 3e-3, "a valley may be one bin near 0, where rounding shows in dB"),
    "power": (1e-4, 1e-9, "float32 transform: leakage far below the peak is rounding"),
    "melPower": (1e-4, 1e-9, "float32 transform: leakage far below the peak is rounding"),
    "powerDb": (0, 0.01 / 80, "0.01 dB of the 80 dB range"),
    "melDb": (0, 0.01 / 80, "0.01 dB of the 80 dB range"),
    "waveform": (0, 3e-3, "the first samples of a piece that begins loud: soxr loses what its steps give before them"),
    "tuning": (0, 0, "a cell of a histogram: equal"),
    "tempo": (1e-7, 0, "equal but for the rounding of the result to float32"),
    "tempoPerFrame": (1e-7, 0, "equal but for the rounding of the result to float32"),
    "gtzan57": (1e-3, 0, "means and variances of float32 features"),
    "groningen58": (1e-3, 0, "means and variances of float32 features"),
    "chin97": (1e-3, 0, "means and deviations of float32 features"),
}
FLOORS = dict.fromkeys(("gtzan57", "groningen58", "chin97"), 1e-9)  # means of sound are near 0
USUAL = (1e-4, 1e-5, "float32 on both sides")

DEFAULT = {"rate": 22050, "frame": 2048, "hop": 512, "seconds": 1.0}


def cases():
    for frame, hop, rate, bands in (
        (512, 128, 12000, 64), (1024, 512, 22050, 96), (2048, 512, 22050, 128),
        (4096, 1024, 44100, 128), (2048, 3824, 22050, 128),
    ):
        size = {"frame": frame, "hop": hop, "rate": rate, "seconds": 0.25 if hop < 3824 else 3.0}
        yield {"feature": "power", "signal": "sweep", **size}
        yield {"feature": "melPower", "signal": "pink", "bands": bands, **size}
        yield {"feature": "melDb", "signal": "song", "bands": bands, "floorDb": -80.0, **size}
    yield {"feature": "power", "signal": "noise", "centred": False, "seconds": 0.3}
    yield {"feature": "power", "signal": "tone", "seconds": 0.01}
    yield {"feature": "power", "signal": "impulse", "seconds": 0.3}
    yield {"feature": "powerDb", "signal": "song", "frame": 1024, "seconds": 0.5}
    for scale in ("SLANEY", "HTK"):
        yield {"feature": "melPower", "signal": "noise", "bands": 64, "scale": scale,
               "normalised": False, "seconds": 0.2}
    yield {"feature": "melPower", "signal": "noise", "bands": 64, "scale": "HTK", "seconds": 0.2}
    for lifter in (0, 22):
        yield {"feature": "mfcc", "signal": "song", "bands": 128, "coefficients": 20,
               "lifter": lifter}
    for order in (1, 2):
        yield {"feature": "delta", "signal": "song", "width": 9, "order": order}
    for name in ("song", "tone", "noise", "silence"):
        for feature in ("chroma", "tuning", "rms", "zeroCrossingRate", "centroid", "flatness"):
            yield {"feature": feature, "signal": name}
        yield {"feature": "rolloff", "signal": name, "share": 0.85}
    for name in ("song", "dithered-tone", "noise", "silence"):
        yield {"feature": "contrast", "signal": name}
        for order in (2, 3):
            yield {"feature": "bandwidth", "signal": name, "order": order}
    for name in ("clicks", "song"):
        for aggregate in ("MEAN", "MEDIAN"):
            yield {"feature": "onset", "signal": name, "aggregate": aggregate, "seconds": 4.0}
            yield {"feature": "tempo", "signal": name, "aggregate": aggregate, "seconds": 10.0}
        yield {"feature": "tempoPerFrame", "signal": name, "seconds": 10.0}
        yield {"feature": "tempogram", "signal": name, "window": 64, "seconds": 4.0}
    for margin in (1.0, 2.0):
        for part in ("harmonic", "percussive"):
            yield {"feature": part, "signal": "song", "harmonicMargin": margin,
                   "percussiveMargin": margin, "exponent": 2.0 if margin == 1 else 1.5}
    for name in ("song", "clicks", "pink", "dithered-sweep", "dithered-chord"):
        for feature in ("gtzan57", "groningen58", "chin97"):
            yield {"feature": feature, "signal": name, "seconds": 5.0}
    yield {"feature": "waveform", "signal": "pink", "seconds": 3.0}


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    names = []
    for number, case in enumerate(cases()):
        case = {**DEFAULT, **case}
        y = signal(case["signal"], case["rate"], case["seconds"]).astype(np.float32)
        values = np.atleast_2d(np.asarray(FEATURES[case["feature"]](y, case)))
        if not np.all(np.isfinite(values)):
            raise ValueError(f"{case} is not finite")
        name = f"{number:03d}-{case['feature']}-{case['signal']}"
        values.astype("<f4").tofile(OUT / f"{name}.f32")
        relative, absolute, why = TOLERANCES.get(case["feature"], USUAL)
        passport = {**NUMBERS, "command": COMMAND, **case, "rows": values.shape[0],
                    "frames": values.shape[1], "relative": relative, "absolute": absolute,
                    "floor": FLOORS.get(case["feature"], 0.0), "why": why}
        (OUT / f"{name}.json").write_text(json.dumps(passport, indent=1) + "\n")
        names.append(name)
    (OUT / "index.txt").write_text("\n".join(names) + "\n")


def clips(folder):
    """Figures of the ten GTZAN clips, for the test that runs where the clips are."""
    lines = []
    for path in sorted(pathlib.Path(folder).glob("*/*.wav")):
        y, rate = librosa.load(path, sr=None)
        row = gtzan(y, {"feature": "gtzan57", "rate": rate})[:, 0]
        lines.append(",".join([path.stem, *(f"{value:.9g}" for value in row)]))
    (OUT / "gtzan57-clips.csv").write_text("\n".join(lines) + "\n")
    passport = {**NUMBERS, "command": COMMAND + " GENRES_ORIGINAL", "feature": "gtzan57",
                "rate": 22050, "frame": 2048, "hop": 512, "relative": 1e-3,
                "why": "means and variances of float32 features"}
    (OUT / "gtzan57-clips.json").write_text(json.dumps(passport, indent=1) + "\n")


if __name__ == "__main__":
    clips(sys.argv[1]) if len(sys.argv) > 1 else main()
