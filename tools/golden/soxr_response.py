"""Measures how librosa resamples: python tools/golden/soxr_response.py 48000 22050

Sends impulses at every position between two output samples through soxr_hq and fits what comes out
with the product of two Kaiser-windowed sincs, which is what SoxrResponse says of every pair of
rates. Prints their parameters and the largest deviation of the gains. Needs SciPy.
"""

import math
import sys

import numpy as np
import soxr
from scipy.interpolate import CubicSpline
from scipy.optimize import least_squares
from scipy.special import i0

STEPS = 32  # taps in a period of the lower rate


def measure(rate, target, count=6000):
    """Frequencies in cycles of the lower rate, and the gains at them."""
    divisor = math.gcd(rate, target)
    up, down = target // divisor, rate // divisor
    base = count // 2 // down * down
    reach = 140 * max(up, down)
    response = np.zeros(2 * reach + 1)
    for phase in range(down):
        impulse = np.zeros(count, np.float32)
        impulse[base + phase] = 1
        output = soxr.resample(impulse, rate, target, "HQ")
        places = np.arange(len(output)) * down - (base + phase) * up + reach
        inside = (places >= 0) & (places <= 2 * reach)
        response[places[inside]] = output[inside]
    points = 1 << (len(response) - 1).bit_length()
    gains = np.fft.rfft(np.roll(np.pad(response, (0, points - len(response))), -reach)).real / up
    return np.arange(len(gains)) / points * max(up, down), gains


def sinc(cycles, cutoff, beta, half):
    taps = np.arange(-int(half * STEPS), int(half * STEPS) + 1)
    t = taps / STEPS
    h = cutoff * np.sinc(cutoff * t) * i0(beta * np.sqrt(np.maximum(0, 1 - (t / half) ** 2))) / i0(beta)
    points = 1 << 17
    padded = np.zeros(points)
    padded[taps % points] = h / STEPS
    gains = np.fft.rfft(padded).real
    return CubicSpline(np.arange(len(gains)) / points * STEPS, gains)(cycles)


def main(rate, target):
    cycles, gains = measure(rate, target)
    near = cycles < 0.55
    cycles, gains = cycles[near], gains[near]

    def one(p):
        return (sinc(cycles, *p) - gains) * 1e6

    def two(p):
        return (sinc(cycles, *p[:3]) * sinc(cycles, *p[3:]) - gains) * 1e6

    steep = least_squares(one, [0.95687183, 13.04, 97], x_scale=[1e-3, 0.1, 1], diff_step=1e-6)
    print("one filter: cutoff %.8f, beta %.4f, half length %.3f" % tuple(steep.x),
          "worst %.1e" % (abs(one(steep.x)).max() / 1e6))
    both = least_squares(two, [0.95687183, 13.711, 102, 1.9, 14.077, 3.3],
                         x_scale=[1e-3, 0.1, 1, 0.1, 1, 0.3], diff_step=1e-6, max_nfev=60)
    print("two filters: cutoff %.8f, beta %.4f, half length %.3f and %.4f, %.3f, %.3f" % tuple(both.x),
          "worst %.1e" % (abs(two(both.x)).max() / 1e6))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
