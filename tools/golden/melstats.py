#!/usr/bin/env python3
"""Writes the reference values of the mel statistics (io.auricle.feature.melstats.MelStatistics).

usage: melstats.py OUT.csv        (numpy and scipy; made with numpy 2.4.6, scipy 1.17.1)

The spectrogram is a formula that the test repeats, so the file holds the 348 results alone.
Tolerance in the test: 1e-4 relative to 1 + |value|, the room of 32-bit results and a 32-bit FFT.
"""
import sys

import numpy as np
import scipy.fft

BANDS, FRAMES = 128, 174


def spectrogram():
    """Levels [band, frame] in [0, 1], with cells at the floor and one at the maximum."""
    b = np.arange(BANDS)[:, None]
    t = np.arange(FRAMES)[None, :]
    x = 0.55 - 0.004 * b + 0.3 * np.sin(0.21 * b + 0.5 * np.sin(0.05 * t)) * np.cos(0.37 * t)
    return np.clip(x + 0.1 * np.sin(0.013 * b * t), 0, 1)


def pool(x, groups):
    return x.reshape(groups, BANDS // groups, -1).mean(1)


def statistics(x):
    out = []
    c = scipy.fft.dct(pool(x, 64), axis=0, norm="ortho")[:24]
    out += [c.mean(1), c.std(1), np.diff(c, axis=1).std(1)]
    z = pool(x, 32)
    out += [z.mean(1), z.std(1), np.abs(np.diff(z, axis=1)).mean(1)]
    y = pool(x, 8)
    y = y - y.mean(1, keepdims=True)
    starts = range(0, x.shape[1] - 63, 32)
    f = np.mean([np.abs(np.fft.rfft(y[:, s : s + 64] * np.hanning(64), axis=1)) for s in starts], 0)
    edges = (1, 3, 6, 10, 16, 24, 33)
    ranges = np.stack([f[:, a:b].mean(1) for a, b in zip(edges, edges[1:])])
    out.append(np.log(0.01 + ranges).ravel())
    g = x.reshape(16, 8, -1)
    out.append(np.median(g.max(1) - g.min(1), axis=1))
    out.append((g.max(1) - g.mean(1)).mean(1))
    power = 10 ** (4 * x - 4) * (x > 0)
    b = np.arange(BANDS)[:, None]
    s = power.sum(0) + 1e-9
    centroid = (power * b).sum(0) / s
    width = np.sqrt((power * (b - centroid) ** 2).sum(0) / s)
    share = (x > 0).mean(0)
    loudness = np.log(s + 1e-4)
    shape = [v for q in (centroid, width, share, loudness) for v in (q.mean(), q.std())]
    out.append(np.array(shape + [np.diff(centroid).std(), np.diff(loudness).std()]))
    m = x.mean(0) - x.mean()
    r = np.correlate(m, m, "full")[len(m) - 1 :]
    out.append(r[1:13] / (r[0] + 1e-12))
    k = c[:13] - c[:13].mean(1, keepdims=True)
    n = np.sqrt((k**2).sum(1)) + 1e-9
    out.append(((k @ k.T) / np.outer(n, n))[np.triu_indices(13, 1)])
    return np.concatenate(out)


if __name__ == "__main__":
    np.savetxt(sys.argv[1], statistics(spectrogram()), fmt="%.9g")
