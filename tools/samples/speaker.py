"""A speaker by Flite, as FFmpeg brings it: phrases fitted to their beats, or words brought to notes."""

import array
import dataclasses
import math
import pathlib
import subprocess
import tempfile

from score import Part, pitch

RATE_HZ = 32_000
TRIM = "silenceremove=start_periods=1:start_threshold=-38dB,areverse"


@dataclasses.dataclass
class Phrase:
    """Words said from a beat on, for so many beats, at a pitch in MIDI numbers or, if that is 0, as they are."""

    beat: float
    length: float
    words: str
    pitch: float = 0


class Speaker(Part):
    """One speaker. voice: of Flite (awb, kal, rms, slt). height: semitones up from its own pitch."""

    def __init__(self, name, level, voice="rms", height=0.0, **options):
        super().__init__(name, None, level, **options)
        self.voice, self.height = voice, height

    def say(self, beat, length, words):
        self.notes.append(Phrase(beat, length, words))

    def sing(self, beat, notes, words, octaves=0):
        """NOTE/BEATS words as of Part.play, with a word for each note; r is a rest."""
        said = iter(words.split())
        for one in notes.split():
            name, length = one.split("/")
            if name != "r":
                self.notes.append(Phrase(beat, float(length), next(said), pitch(name) + 12 * octaves))
            beat += float(length)
        return beat

    def render(self, song, path):
        whole = array.array("f", bytes(4 * int(song.seconds * RATE_HZ)))
        with tempfile.TemporaryDirectory() as folder:
            for phrase in self.notes:
                seconds = (song.warp(phrase.beat + phrase.length) - song.warp(phrase.beat)) * 60 / song.bpm
                said = self.phrase(phrase, seconds, pathlib.Path(folder) / "said.wav")
                top = max(1e-9, max(abs(x) for x in said))
                start = int((song.warp(phrase.beat) * 60 / song.bpm + self.late) * RATE_HZ)
                for i, x in enumerate(said[: len(whole) - start]):
                    whole[start + i] += 0.8 * x / top
        ffmpeg("-y", "-f", "f32le", "-ar", RATE_HZ, "-ac", 1, "-i", "-", path, given=whole.tobytes())

    def phrase(self, phrase, seconds, raw):
        """Mono samples of about so many seconds."""
        source = f"flite=text='{phrase.words}':voice={self.voice}"
        ffmpeg("-f", "lavfi", "-i", source, "-af", f"{TRIM},{TRIM}", "-ar", RATE_HZ, "-y", raw)
        own = samples(ffmpeg("-i", raw, "-f", "f32le", "-"))
        ratio, formants = 2 ** (self.height / 12), "shifted"  # a smaller speaker
        if phrase.pitch:
            ratio, formants = 440 * 2 ** ((phrase.pitch - 69) / 12) / height_hz(own), "preserved"
        fit = f"rubberband=tempo={len(own) / RATE_HZ / seconds:.4f}:pitch={ratio:.4f}:formant={formants}"
        return samples(ffmpeg("-i", raw, "-af", fit, "-f", "f32le", "-ar", RATE_HZ, "-ac", 1, "-"))


def height_hz(sound):
    """The pitch of a voice where it is loudest, by autocorrelation."""
    step, width = 4, 600
    thin = [sum(sound[i : i + step]) for i in range(0, len(sound) - step, step)]
    places = range(0, max(1, len(thin) - 2 * width), 100)
    start = max(places, key=lambda i: sum(x * x for x in thin[i : i + width]))
    piece = thin[start : start + 2 * width]
    rate = RATE_HZ / step
    alike = {}
    for lag in range(int(rate / 320), int(rate / 70)):
        pairs = list(zip(piece[:-lag], piece[lag:]))
        power = math.sqrt(sum(a * a for a, _ in pairs) * sum(b * b for _, b in pairs)) or 1
        alike[lag] = sum(a * b for a, b in pairs) / power
    top = max(alike.values())
    return rate / next(lag for lag in alike if alike[lag] > 0.85 * top and alike[lag] >= alike.get(lag + 1, -1) and alike[lag] >= alike.get(lag - 1, -1))


def samples(data):
    out = array.array("f")
    out.frombytes(data)
    return out


def ffmpeg(*options, given=None):
    done = subprocess.run(["ffmpeg", "-v", "error", *map(str, options)], input=given, capture_output=True)
    if done.returncode:
        raise SystemExit(f"ffmpeg failed: {options}\n{done.stderr.decode()}")
    return done.stdout
