"""Reference of the statistics of harmony (io.auricle.feature.pitch.TonalStatistics).

    python tools/golden/tonal.py > audio/src/test/resources/golden/tonal/statistics.csv

Chroma of a formula, 900 frames at 43.066 a second, in double precision, NumPy 2. The statistics are computed here
in another way: by matrices of all twelve rotations. Tolerance of the test: 1e-4 (1 + |value|), since Java keeps
chroma in single precision.
"""

import numpy as np

FRAMES, RATE = 900, 22050 / 512
MAJOR = [6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88]
MINOR = [6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17]


def standardised(v):
    v = v - v.mean(-1, keepdims=True)
    return v / (np.linalg.norm(v, axis=-1, keepdims=True) + 1e-9)


def rotations(template):
    return standardised(np.array([np.roll(np.array(template, float), k) for k in range(12)]))


def triad(*classes):
    return [1.0 if c in classes else 0.0 for c in range(12)]


KEYS = rotations(MAJOR), rotations(MINOR)
TRIADS = rotations(triad(0, 4, 7)), rotations(triad(0, 3, 7))


def intervals(profile):
    return [profile @ np.roll(profile, k) for k in range(1, 7)]


def whole(chroma):
    mean = chroma.mean(0)
    profile = standardised(mean)
    major, minor = (keys @ profile for keys in KEYS)
    share = mean / mean.sum()
    row = [major.max(), minor.max(), major.max() - minor.max(), -(share * np.log(share)).sum()]
    row += intervals(profile)
    row += list(np.roll(profile, -major.argmax())) + list(np.roll(profile, -minor.argmax()))
    return row


def windows(chroma, frames):
    count = len(chroma) // frames
    parts = standardised(chroma[: count * frames].reshape(count, frames, 12).mean(1))
    major, minor = (parts @ triads.T for triads in TRIADS)
    mode = major.max(1) - minor.max(1)
    clarity = np.maximum(major.max(1), minor.max(1))
    best = np.where(mode > 0, major.argmax(1), 12 + minor.argmax(1))
    row = [mode.mean(), mode.std(), (mode > 0).mean(), clarity.mean(), clarity.std()]
    row += [(np.diff(best) != 0).mean(), (parts[1:] * parts[:-1]).sum(1).mean()]
    major, minor = (parts @ keys.T for keys in KEYS)
    row += [(major.max(1) - minor.max(1)).mean(), np.maximum(major.max(1), minor.max(1)).mean()]
    return row + list(np.mean([intervals(part) for part in parts], axis=0))


t, c = np.meshgrid(np.arange(FRAMES), np.arange(12), indexing="ij")
CHROMA = 0.5 + 0.3 * np.sin(1.7 * c + 0.011 * t) + 0.2 * np.cos(2.3 * c * c + 0.07 * t)

if __name__ == "__main__":
    row = whole(CHROMA)
    for seconds in (0.3, 1, 4):
        row += windows(CHROMA, round(seconds * RATE))
    print("\n".join(f"{value:.9g}" for value in row))
