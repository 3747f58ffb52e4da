"""Music as data: songs of parts of notes. Times are in beats, pitches in MIDI numbers (C4 is 60), velocities 1 to 127."""

import dataclasses
import random

NAMES = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}
QUALITIES = {
    "": (0, 4, 7), "m": (0, 3, 7), "5": (0, 7, 12), "sus4": (0, 5, 7), "sus2": (0, 2, 7), "dim": (0, 3, 6),
    "6": (0, 4, 7, 9), "m6": (0, 3, 7, 9), "7": (0, 4, 7, 10), "m7": (0, 3, 7, 10), "maj7": (0, 4, 7, 11),
    "m7b5": (0, 3, 6, 10), "add9": (0, 4, 7, 14), "9": (0, 4, 7, 10, 14), "m9": (0, 3, 7, 10, 14),
    "maj9": (0, 4, 7, 11, 14), "13": (0, 4, 10, 14, 21), "7b9": (0, 4, 7, 10, 13), "69": (0, 4, 7, 9, 14),
}  # fmt: skip


def pitch(name):
    """The MIDI number of a note such as C4, F#3 or Bb5."""
    step = NAMES[name[0]] + name.count("#") - name[1:].count("b")
    return 12 * (int(name.lstrip("ABCDEFG#b")) + 1) + step


def chord(name):
    """Root (0 to 11) and intervals of a chord such as Am7 or F#7b9."""
    root = name[:2] if name[1:2] in ("#", "b") else name[:1]
    return pitch(root + "-1") % 12, QUALITIES[name[len(root) :]]


def voicing(name, around, without_root=False):
    """The notes of a chord, each in the octave nearest to a pitch, from low to high."""
    root, intervals = chord(name)
    chosen = intervals[1:] if without_root else intervals
    return sorted({around - 6 + (root + i - around + 6) % 12 for i in chosen})


def bass(name, lowest):
    """The root of a chord, as low as an instrument reaches."""
    return lowest + (chord(name)[0] - lowest) % 12


@dataclasses.dataclass
class Note:
    beat: float
    length: float
    pitch: int
    velocity: float


class Part:
    """One instrument: its notes and bends, and its place in the mix.

    program, bank: of the soundfont. level: loudness in LUFS that the part is brought to. pan: -1 left to 1 right.
    room: share of the reverb in dB. effects: arguments for sox, before the mix. late, loose: seconds that its notes come
    after the beat and scatter. sway: scatter of velocities.
    """

    def __init__(self, name, program, level, bank=0, pan=0.0, room=-14.0, effects="", late=0.0, loose=0.006, sway=5.0):
        self.name, self.program, self.bank = name, program, bank
        self.level, self.pan, self.room, self.effects = level, pan, room, effects
        self.late, self.loose, self.sway = late, loose, sway
        self.notes, self.controls, self.bends = [], [], []

    def note(self, beat, length, key, velocity=90):
        self.notes.append(Note(beat, length, pitch(key) if isinstance(key, str) else key, velocity))

    def notes_at(self, beat, length, keys, velocity=90, strum=0.0):
        """A chord; strum beats from each note to the next, upwards, or downwards if negative."""
        ordered = list(keys) if strum >= 0 else list(keys)[::-1]
        for i, key in enumerate(ordered):
            delay = i * abs(strum)
            self.note(beat + delay, length - delay, key, velocity - (3 * i if strum else 0))

    def play(self, beat, text, velocity=90, octaves=0, gap=0.05):
        """A line of NOTE/BEATS words. r is a rest, NOTE+NOTE a chord; behind: ! louder, ? softer, ' short, _ tied over,
        ~ vibrato, ^N slides up from N semitones below, vN falls N semitones at the end."""
        for word in text.split():
            name, rest = word.split("/")
            number = rest.rstrip("!?'_~").split("^")[0].split("v")[0].rstrip("!?'_~")
            length = float(number)
            if name != "r":
                loud = velocity + 14 * rest.count("!") - 16 * rest.count("?")
                held = length * 0.4 if "'" in rest else length + 0.06 if "_" in rest else length - gap
                for one in name.split("+"):
                    self.note(beat, held, pitch(one) + 12 * octaves, loud)
                if "^" in rest:
                    self.slide(beat, float(rest.split("^")[1].strip("!?'_~")), min(0.3, length * 0.5))
                if "v" in rest:
                    self.fall(beat + held, float(rest.split("v")[1].strip("!?'_~")), min(0.5, length * 0.5))
                if "~" in rest:
                    self.vibrato(beat, length)
            beat += length
        return beat

    def slide(self, beat, semitones, beats):
        """Into a note from below (from above if negative)."""
        for i in range(13):
            self.bends.append((beat + beats * i / 12, -semitones * (1 - i / 12) ** 1.5))

    def fall(self, end, semitones, beats):
        """Down before the end of a note."""
        for i in range(13):
            self.bends.append((end - beats + beats * i / 12, -semitones * (i / 12) ** 1.5))
        self.bends.append((end + 0.04, 0.0))

    def vibrato(self, beat, length):
        """By the modulation wheel, which comes late in the note."""
        self.control(beat, 1, 0)
        self.control(beat + length * 0.3, 1, 40)
        self.control(beat + length * 0.55, 1, 75)
        self.control(beat + length, 1, 0)

    def control(self, beat, number, value):
        self.controls.append((beat, number, value))

    def swell(self, beat, length, start, end, number=11):
        """A controller (11 is expression) from one value to another."""
        steps = max(2, int(length * 8))
        for i in range(steps + 1):
            self.control(beat + length * i / steps, number, start + (end - start) * i / steps)


class Drums(Part):
    """The percussion of General MIDI; bank 128 holds the kits."""

    KEYS = {
        "kick": 36, "rim": 37, "snare": 38, "clap": 39, "snare2": 40, "floor": 41, "hat": 42, "tom3": 43, "pedal": 44,
        "tom2": 45, "open": 46, "tom1": 48, "crash": 49, "ride": 51, "china": 52, "bell": 53, "tambourine": 54,
        "splash": 55, "cowbell": 56, "crash2": 57, "ride2": 59, "bongo": 60, "bongo2": 61, "mute": 62, "conga": 63,
        "conga2": 64, "timbale": 65, "timbale2": 66, "cabasa": 69, "maracas": 70, "guiro": 73, "claves": 75,
        "stick": 31, "push": 29, "pull": 30, "shaker": 82, "triangle": 81,
    }  # fmt: skip
    VELOCITY = {"X": 120, "x": 98, "o": 74, "-": 52, ",": 34}

    def __init__(self, name, kit, level, **options):
        super().__init__(name, kit, level, bank=128, **options)

    def hit(self, beat, drum, velocity=98):
        self.note(beat, 0.1, self.KEYS[drum], velocity)

    def grid(self, beat, step=0.25, **patterns):
        """Patterns of characters, a step each: X x o - , from loud to soft, anything else a rest; blanks do not count."""
        for drum, pattern in patterns.items():
            for i, mark in enumerate(pattern.replace(" ", "")):
                if mark in self.VELOCITY:
                    self.hit(beat + i * step, drum, self.VELOCITY[mark])


@dataclasses.dataclass
class Song:
    """A piece. swing: where the middle of each unit of beats falls, 0.5 is straight. reverb: of sox, reverberance
    in percent, room scale, pre-delay in ms. master: arguments for sox on the whole, chain: filters of
    FFmpeg. fade, tail: seconds of fading out and after the last beat. loudness: in LUFS."""

    name: str
    bpm: float
    beats: float
    seed: int
    swing: float = 0.5
    unit: float = 1.0
    reverb: tuple = (50, 60, 12)
    master: str = ""
    chain: str = ""
    fade: float = 0.0
    tail: float = 1.5
    loudness: float = -16.0
    parts: list = dataclasses.field(default_factory=list)

    def part(self, *args, **options):
        self.parts.append(Part(*args, **options))
        return self.parts[-1]

    def drums(self, *args, **options):
        self.parts.append(Drums(*args, **options))
        return self.parts[-1]

    def add(self, part):
        self.parts.append(part)
        return part

    @property
    def seconds(self):
        return self.beats * 60 / self.bpm + self.tail

    def warp(self, beat):
        whole, part = divmod(beat, self.unit)
        half = self.unit / 2
        late = self.swing * self.unit
        moved = part * late / half if part <= half else late + (part - half) * (self.unit - late) / half
        return whole * self.unit + moved

    def events(self, part):
        """(seconds, order, kind, a, b) of a part, as people play it: on and off, control, bend."""
        chance = random.Random(f"{self.seed} {part.name}")
        second = lambda beat: self.warp(beat) * 60 / self.bpm
        out = []
        drift = 0.0
        for note in sorted(part.notes, key=lambda n: (n.beat, n.pitch)):
            drift = 0.8 * drift + chance.gauss(0, 0.3 * part.loose)
            start = max(0.0, second(note.beat) + part.late + drift + chance.gauss(0, part.loose))
            end = max(start + 0.03, second(note.beat + note.length) + part.late + drift)
            velocity = round(max(1, min(127, note.velocity + chance.gauss(0, part.sway))))
            out += [(start, 2, "on", note.pitch, velocity), (end, 1, "off", note.pitch, 0)]
        out += [(max(0.0, second(b) + part.late), 0, "control", n, round(v)) for b, n, v in part.controls]
        out += [(max(0.0, second(b) + part.late), 0, "bend", s, 0) for b, s in part.bends]
        return sorted(out)
