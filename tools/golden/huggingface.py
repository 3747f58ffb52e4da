"""Makes the reference scores of made models of the Hugging Face kind on the sample jazz.wav, with librosa and numpy.

Run from the root of the repository: python tools/golden/huggingface.py. What goes in is computed here as Transformers'
ASTFeatureExtractor and Wav2Vec2FeatureExtractor do it (read at huggingface/transformers 0aff354, with
torchaudio.compliance.kaldi of pytorch/audio 2326b75; neither is run), the models as io.auricle.foreign.MadeNetworks.
HuggingFaceModelsTest reads the scores: of all 14 s, which the wave hears whole and AST the first 1024 frames of, and of the
first 4 s, behind which AST has zeros that are normalised with the rest.
"""

import json
import pathlib

import librosa
import numpy as np
import soundfile

OUT = pathlib.Path("app/src/test/resources/golden/huggingface.json")
SONG = "samples/jazz.wav"


def sound(seconds):
    samples, own = soundfile.read(SONG, dtype="float32")
    return librosa.resample(samples[: seconds * own], orig_sr=own, target_sr=16000, res_type="soxr_hq")


def kaldi(hz):
    return 1127 * np.log(1 + hz / 700)


def fbank(x):
    """128 of Kaldi's bands of each 25 ms: without its mean, pre-emphasised by itself, Hann, 512 points, ln(max(x, eps))"""
    count = 1 + (len(x) - 400) // 160
    frames = np.stack([x[i * 160 : i * 160 + 400] for i in range(count)]).astype(np.float64)
    frames -= frames.mean(1, keepdims=True)
    before = np.concatenate([frames[:, :1], frames[:, :-1]], 1)
    power = np.abs(np.fft.rfft((frames - 0.97 * before) * np.hanning(400), 512)) ** 2
    edges = np.linspace(kaldi(20), kaldi(8000), 130)
    bins = kaldi(np.arange(256) * 16000 / 512)[None]
    low, middle, high = edges[:-2, None], edges[1:-1, None], edges[2:, None]
    bank = np.maximum(0, np.minimum((bins - low) / (middle - low), (high - bins) / (high - middle)))
    return np.log(np.maximum(power[:, :256] @ bank.T, np.finfo(np.float32).eps))


def ast(seconds):
    bands = fbank(sound(seconds))[:1024]
    padded = np.concatenate([bands, np.zeros((1024 - len(bands), 128))])
    values = (padded + 4.2677393) / (2 * 4.5689974)
    frame, band = np.arange(1024)[:, None], np.arange(128)[None]
    logits = np.array([(values * np.sin(0.01 * (k + 1) * frame + 0.1 * band + k) / 2000).sum() for k in range(3)])
    return np.exp(logits) / np.exp(logits).sum()


def wave(seconds):
    x = sound(seconds).astype(np.float64)
    x = (x - x.mean()) / np.sqrt(x.var() + 1e-7)
    pieces = np.lib.stride_tricks.sliding_window_view(x, 10)[::5]
    filters = np.array([[np.cos(0.5 * (c + 1) * i) for i in range(10)] for c in range(4)])
    found = np.maximum(0, pieces @ filters.T).mean(0)
    logits = found @ np.array([[0.5, -0.5], [-0.25, 0.75], [0.3, -0.2], [-0.6, 0.4]])
    return 1 / (1 + np.exp(-logits))


def main():
    record = {
        "maker": f"librosa {librosa.__version__}, numpy {np.__version__}",
        "command": "python tools/golden/huggingface.py",
        "file": SONG,
        "tolerance": 1e-4,
        "why": "another resampler, and 32-bit sums in another order",
        "scores": {
            made.__name__: {seconds: [round(float(s), 7) for s in made(seconds)] for seconds in (14, 4)}
            for made in (ast, wave)
        },
    }
    OUT.write_text(json.dumps(record) + "\n")


if __name__ == "__main__":
    main()
