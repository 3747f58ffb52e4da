"""A speaker by Flite, as FFmpeg brings it: phrases in words, each fitted to its beats."""

import array
import dataclasses
import pathlib
import subprocess
import tempfile

from score import Part

RATE_HZ = 32_000
TRIM = "silenceremove=start_periods=1:start_threshold=-38dB,areverse"


@dataclasses.dataclass
class Phrase:
    """Words said from a beat on, for so many beats."""

    beat: float
    length: float
    words: str


class Speaker(Part):
    """One speaker. voice: of Flite (awb, kal, rms, slt). height: semitones up from its own pitch."""

    def __init__(self, name, level, voice="rms", height=0.0, **options):
        super().__init__(name, None, level, **options)
        self.voice, self.height = voice, height

    def say(self, beat, length, words):
        self.notes.append(Phrase(beat, length, words))

    def render(self, song, path):
        whole = array.array("f", bytes(4 * int(song.seconds * RATE_HZ)))
        with tempfile.TemporaryDirectory() as folder:
            for phrase in self.notes:
                seconds = (song.warp(phrase.beat + phrase.length) - song.warp(phrase.beat)) * 60 / song.bpm
                said = self.phrase(phrase.words, seconds, pathlib.Path(folder) / "said.wav")
                top = max(1e-9, max(abs(x) for x in said))
                start = int((song.warp(phrase.beat) * 60 / song.bpm + self.late) * RATE_HZ)
                for i, x in enumerate(said[: len(whole) - start]):
                    whole[start + i] += 0.8 * x / top
        sound = subprocess.run(
            ["ffmpeg", "-y", "-v", "error", "-f", "f32le", "-ar", str(RATE_HZ), "-ac", "1", "-i", "-", path],
            input=whole.tobytes(), check=True)  # fmt: skip
        return sound

    def phrase(self, words, seconds, raw):
        """Mono samples of about so many seconds."""
        source = f"flite=text='{words}':voice={self.voice}"
        ffmpeg("-f", "lavfi", "-i", source, "-af", f"{TRIM},{TRIM}", "-y", raw)
        own = len(ffmpeg("-i", raw, "-f", "f32le", "-ar", RATE_HZ, "-")) / 4 / RATE_HZ
        fit = f"rubberband=tempo={own / seconds:.4f}:pitch={2 ** (self.height / 12):.4f}"
        out = array.array("f")
        out.frombytes(ffmpeg("-i", raw, "-af", fit, "-f", "f32le", "-ar", RATE_HZ, "-ac", 1, "-"))
        return out


def ffmpeg(*options):
    done = subprocess.run(["ffmpeg", "-v", "error", *map(str, options)], capture_output=True)
    if done.returncode:
        raise SystemExit(f"ffmpeg failed: {options}\n{done.stderr.decode()}")
    return done.stdout
