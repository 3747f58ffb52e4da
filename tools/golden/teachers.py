"""Makes the reference scores of three public networks on the sample jazz.wav, with librosa and onnxruntime.

Run from the root of the repository: python tools/golden/teachers.py FOLDER, where FOLDER has msd-musicnn.onnx,
jamendo-musicnn.onnx and audioset-mn04.onnx with their .labels.txt. What goes into each is computed here by the formulas
of its paper, apart from Auricle. AddedModelsTest reads the scores of the first seconds of the sample.
"""

import json
import pathlib
import sys

import librosa
import numpy as np
import onnxruntime
import soundfile

OUT = pathlib.Path("app/src/test/resources/golden/teachers.json")
SONG = "samples/jazz.wav"


def sound(seconds, rate):
    samples, own = soundfile.read(SONG, dtype="float32")
    return librosa.resample(samples[: seconds * own], orig_sr=own, target_sr=rate, res_type="soxr_hq")


def msd_musicnn(seconds):
    """187 frames of log10(1 + 10000 x), 96 of librosa's bands"""
    power = np.abs(librosa.stft(sound(seconds, 16000), n_fft=512, hop_length=256, pad_mode="constant")) ** 2
    mel = librosa.filters.mel(sr=16000, n_fft=512, n_mels=96) @ power
    frames = np.log10(1 + 10000 * mel).T
    count = len(frames) // 187
    return frames[: count * 187].reshape(count, 187, 96)


def jamendo_musicnn(seconds):
    """Pieces of 3 s, each padded by itself; 96 bands of HTK's mel in dB"""
    bank = librosa.filters.mel(sr=16000, n_fft=512, n_mels=96, htk=True, norm=None, fmax=8000)
    samples, pieces = sound(seconds, 16000), []
    for i in range(len(samples) // 48000):
        piece = samples[i * 48000 : (i + 1) * 48000]
        power = np.abs(librosa.stft(piece, n_fft=512, hop_length=256, pad_mode="reflect")) ** 2
        pieces.append(10 * np.log10(np.maximum(bank @ power, 1e-10)))
    return np.array(pieces)[:, None]


def audioset_mn04(seconds):
    """Pre-emphasis, 128 triangles on Kaldi's mel scale from 0 to 15 kHz, (ln(x + 1e-5) + 4.5) / 5"""
    samples = sound(seconds, 32000)
    samples = samples[1:] - 0.97 * samples[:-1]
    window = np.zeros(1024)
    window[112:912] = np.hanning(800)
    power = np.abs(librosa.stft(samples, n_fft=1024, hop_length=320, window=window, pad_mode="reflect")) ** 2
    mel = lambda hz: 1127 * np.log(1 + np.asarray(hz) / 700)
    edges = np.linspace(mel(0), mel(15000), 130)
    bins = mel(np.arange(513) * 32000 / 1024)[None]
    low, middle, high = edges[:-2, None], edges[1:-1, None], edges[2:, None]
    bank = np.maximum(0, np.minimum((bins - low) / (middle - low), (high - bins) / (high - middle)))
    return ((np.log(bank @ power + 1e-5) + 4.5) / 5)[None, None, :, :1000]


def main():
    folder = pathlib.Path(sys.argv[1])
    record = {
        "maker": f"librosa {librosa.__version__}, onnxruntime {onnxruntime.__version__}",
        "command": "python tools/golden/teachers.py FOLDER",
        "file": SONG,
        "tolerance": 1e-3,
        "why": "another resampler and 32-bit sums in another order",
        "models": {},
    }
    for name, output, seconds, inputs in [
        ("msd-musicnn", "probs", 9, msd_musicnn),
        ("jamendo-musicnn", "scores", 9, jamendo_musicnn),
        ("audioset-mn04", "scores", 10, audioset_mn04),
    ]:
        session = onnxruntime.InferenceSession(str(folder / f"{name}.onnx"))
        scores = session.run([output], {session.get_inputs()[0].name: inputs(seconds).astype(np.float32)})[0].mean(0)
        record["models"][name] = {"seconds": seconds, "scores": [round(float(s), 6) for s in scores]}
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps(record) + "\n")


if __name__ == "__main__":
    main()
