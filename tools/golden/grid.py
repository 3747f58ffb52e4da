"""Makes audio/src/test/resources/golden/grid.csv: every frame feature on a grid of signals and framings.

Run from the root of the repository:

    python tools/golden/grid.py NAME...   # the lines of these features alone; all others stay as they are, byte for byte
    python tools/golden/grid.py           # every line, for a new librosa

A line is a case: feature, signal, seconds, sample rate, frame length, hop length, bands, centred, relative and absolute
tolerance, frames, columns, then figures of the matrix: mean, standard deviation, least
and largest value, and the values at five places. Features are librosa 0.11's, computed from one spectrogram; what librosa
does not have (entropy, flux, moments) is the formula in double precision.
"""

import csv
import pathlib
import sys
import warnings

import librosa
import numpy as np

from make import signal

OUT = pathlib.Path("audio/src/test/resources/golden/grid.csv")
FRAMINGS = ((512, 128, 12000, 64), (1024, 512, 22050, 96), (2048, 512, 22050, 128), (4096, 1024, 44100, 128))
# Dither: without it most bins of a tone hold nothing but the rounding of the transform.
SIGNALS = (("dithered-tone", 0.7), ("dithered-sweep", 0.7), ("dithered-clicks", 0.7), ("dithered-chord", 0.7),
           ("pink", 0.7), ("silence", 0.3), ("impulse", 0.3), ("dithered-tone", 0.01))
KEYS = 8  # columns that say what a line is a case of
PLACES = ((0.0, 0.0), (0.3, 0.1), (0.5, 0.5), (0.7, 0.25), (1.0, 1.0))


def mel(c, power, **options):
    return librosa.feature.melspectrogram(S=power, sr=c["rate"], n_fft=c["frame"], n_mels=c["bands"], **options)


def mfcc(c, **options):
    lifter = options.pop("lifter", 0)
    return librosa.feature.mfcc(S=librosa.power_to_db(mel(c, c["power"], **options)), n_mfcc=20, lifter=lifter)


def entropy(c):
    power = c["power"].astype(np.float64)
    share = power / np.maximum(power.sum(axis=0), 1e-300)
    logs = np.log(share, out=np.zeros_like(share), where=share > 0)
    return -(share * logs).sum(axis=0) / np.log(len(power))


def flux(c):
    magnitude = c["magnitude"].astype(np.float64)
    share = magnitude / np.maximum(magnitude.sum(axis=0), 1e-300)
    return np.concatenate(([0], np.sqrt((np.diff(share, axis=1) ** 2).sum(axis=0))))


def moments(c):
    magnitude = c["magnitude"].astype(np.float64)
    total = magnitude.sum(axis=0)
    weights = magnitude / np.where(total > 0, total, 1)
    hz = np.arange(len(magnitude))[:, None] * c["rate"] / c["frame"]
    distance = hz - (weights * hz).sum(axis=0)
    m2, m3, m4 = ((weights * distance**n).sum(axis=0) for n in (2, 3, 4))
    spread = np.sqrt(m2)
    safe = np.where(spread > 0, spread, 1)
    return np.stack([spread, m3 / safe**3, m4 / safe**4])


def onsets(c):
    # librosa makes its levels from 128 bands.
    levels = librosa.power_to_db(librosa.feature.melspectrogram(S=c["power"], sr=c["rate"], n_fft=c["frame"]))
    return librosa.onset.onset_strength(S=levels, sr=c["rate"], n_fft=c["frame"], hop_length=c["hop"])


def spectral(name, **options):
    def compute(c):
        return getattr(librosa.feature, name)(S=c["magnitude"], sr=c["rate"], n_fft=c["frame"], **options)
    return compute


# Tolerances: relative to each figure, and relative to a scale, the largest magnitude of the matrix or what is named here.
USUAL = (1e-4, 1e-5)  # float32 on both sides
POWERS = (1e-4, 1e-6)  # float32 transforms: what leaks far below the peak is rounding
LEVELS = (0, 0.01 / 80)  # 0.01 dB of the range of 80 dB
CHANGES = (1e-4, 1e-6)  # differences of large values: rounding of those
SCALES = {"mfcc-delta2": 1100, "onset-strength": 80, "spectral-flux": 1,  # coefficients of silence, dB, shares
          "spectral-contrast": 1, "spectral-contrast-4": 1}  # dB
FEATURES = {
    "stft-amplitude": (lambda c: c["magnitude"], POWERS),
    "stft-power": (lambda c: c["power"], POWERS),
    "stft-db": (lambda c: librosa.power_to_db(c["power"], ref=np.max), LEVELS),
    "stft-db-reference": (lambda c: librosa.power_to_db(c["power"], ref=4.0, top_db=60), LEVELS),
    "mel-amplitude": (lambda c: mel(c, c["magnitude"]), POWERS),
    "mel-power-htk": (lambda c: mel(c, c["power"], htk=True), POWERS),
    "mel-power-plain": (lambda c: mel(c, c["power"], norm=None), POWERS),
    "mel-db": (lambda c: librosa.power_to_db(mel(c, c["power"]), ref=np.max), LEVELS),
    "mel-db-htk-plain": (lambda c: librosa.power_to_db(mel(c, c["power"], htk=True, norm=None), ref=1.0), LEVELS),
    "mfcc": (lambda c: mfcc(c), USUAL),
    "mfcc-htk-liftered": (lambda c: mfcc(c, htk=True, lifter=22), USUAL),
    "mfcc-delta2": (lambda c: librosa.feature.delta(mfcc(c), order=2), CHANGES),
    "chroma": (lambda c: librosa.feature.chroma_stft(S=c["power"], sr=c["rate"], n_fft=c["frame"]), USUAL),
    "rms": (lambda c: librosa.feature.rms(
        y=c["y"], frame_length=c["frame"], hop_length=c["hop"], center=c["centred"]), USUAL),
    "zero-crossing-rate": (lambda c: librosa.feature.zero_crossing_rate(
        c["y"], frame_length=c["frame"], hop_length=c["hop"], center=c["centred"]), USUAL),
    "spectral-centroid": (spectral("spectral_centroid"), USUAL),
    "spectral-bandwidth-1.5": (spectral("spectral_bandwidth", p=1.5), USUAL),
    "spectral-rolloff-0.5": (spectral("spectral_rolloff", roll_percent=0.5), USUAL),
    # A valley may be one bin near 0, where rounding shows in dB.
    "spectral-contrast": (spectral("spectral_contrast"), (1e-4, 3e-3)),
    "spectral-contrast-4": (spectral("spectral_contrast", fmin=100.0, n_bands=4, quantile=0.1), (1e-4, 3e-3)),
    # librosa takes the mean of logarithms in single precision.
    "spectral-flatness": (lambda c: librosa.feature.spectral_flatness(S=c["magnitude"]), (1e-3, 1e-5)),
    "spectral-entropy": (entropy, USUAL),
    "spectral-flux": (flux, (1e-4, 1e-7)),
    "spectral-moments": (moments, USUAL),
    "onset-strength": (onsets, CHANGES),
    # Made of changes, whose rounding it magnifies where little changes.
    "tempogram": (lambda c: librosa.feature.tempogram(
        onset_envelope=onsets(c), sr=c["rate"], hop_length=c["hop"], win_length=64), (1e-4, 1e-4)),
    "tempo": (lambda c: librosa.feature.tempo(
        onset_envelope=onsets(c), sr=c["rate"], hop_length=c["hop"], aggregate=None), (1e-6, 1e-9)),
}
ONLY_CENTRED = {"onset-strength", "tempogram", "tempo"}


def skipped(feature, name, c):
    if not c["centred"] and (feature in ONLY_CENTRED or len(c["y"]) < c["frame"]):
        return True
    if feature == "spectral-contrast" and c["rate"] == 12000:
        return True  # the highest band begins above the Nyquist frequency
    if feature == "mfcc-delta2" and c["power"].shape[1] < 9:
        return True  # librosa refuses
    if feature == "chroma" and name == "impulse":
        return True  # its spectrum is flat: rounding decides its tuning
    # Silence is 0 dB of itself in librosa, the floor here.
    return name == "silence" and feature in ("stft-db", "mel-db")


def figures(values):
    frames, columns = values.shape[1], values.shape[0]
    row = [frames, columns, np.mean(values, dtype=np.float64), np.std(values, dtype=np.float64),
           np.min(values), np.max(values)]
    for t, b in PLACES:
        row.append(values[int(b * (columns - 1)), int(t * (frames - 1))])
    return row[:2] + [f"{value:.7g}" for value in row[2:]]


def recorded():
    """The header and the lines that are there, by what they are cases of."""
    with OUT.open(newline="") as lines:
        header, *rows = csv.reader(lines)
    return header, {tuple(row[:KEYS]): row for row in rows}


def row(case, feature, c):
    compute, (relative, share) = FEATURES[feature]
    values = np.atleast_2d(np.asarray(compute(c)))
    absolute = share * max(SCALES.get(feature, 0), np.max(np.abs(values)))
    return [*case, relative, f"{absolute:.3g}", *figures(values)]


def main(names):
    unknown = sorted(set(names) - FEATURES.keys())
    if unknown:
        sys.exit(f"names={unknown} must be keys of FEATURES in this file: {', '.join(FEATURES)}")
    warnings.simplefilter("ignore")  # short signals, empty bands: meant
    header, kept = ["librosa", librosa.__version__, "numpy", np.__version__, "python tools/golden/grid.py"], {}
    if names:
        header, kept = recorded()
    rows, made = [], 0
    for name, seconds in SIGNALS:
        for frame, hop, rate, bands in FRAMINGS:
            y = signal(name, rate, seconds).astype(np.float32)
            for centred in (True, False):
                if not centred and len(y) < frame:
                    continue
                magnitude = np.abs(librosa.stft(y, n_fft=frame, hop_length=hop, center=centred))
                c = {"y": y, "rate": rate, "frame": frame, "hop": hop, "bands": bands, "centred": centred,
                     "magnitude": magnitude, "power": magnitude**2}
                for feature in FEATURES:
                    case = tuple(map(str, (feature, name, seconds, rate, frame, hop, bands, str(centred).lower())))
                    if names and feature not in names:
                        rows += [kept[case]] if case in kept else []
                    elif not skipped(feature, name, c):
                        rows.append(row(case, feature, c))
                        made += 1
    with OUT.open("w", newline="") as out:  # at the end, so that a formula that fails takes no line away
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
    print(f"{OUT}: {len(rows)} cases of {len({line[0] for line in rows})} features and options, {made} made now")


if __name__ == "__main__":
    main(sys.argv[1:])
