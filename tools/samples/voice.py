"""A singer of formants: a glottal pulse through five resonators in cascade, noise for breath and consonants.

After D. H. Klatt, Software for a cascade/parallel formant synthesizer, JASA 67 (1980); vowels after Peterson and Barney,
JASA 24 (1952). Syllables are written in phonemes between dots: sh.ay.n is shine.
"""

import array
import math
import random
import wave

from score import Part

RATE_HZ = 32_000
FRAME = 160  # samples, 5 ms
VOWELS = {
    "aa": (730, 1090, 2440), "ae": (660, 1720, 2410), "ah": (640, 1190, 2390), "ao": (570, 840, 2410),
    "eh": (530, 1840, 2480), "er": (490, 1350, 1690), "ih": (390, 1990, 2550), "iy": (270, 2290, 3010),
    "uh": (440, 1020, 2240), "uw": (300, 870, 2240),
}  # fmt: skip
GLIDES = {"ay": ("aa", "ih"), "ey": ("eh", "iy"), "ow": ("ao", "uh"), "aw": ("aa", "uh"), "oy": ("ao", "ih")}
# Formants, how loud voiced.
SONORANTS = {
    "l": ((360, 1000, 2600), 0.5), "r": ((420, 1300, 1600), 0.6), "w": ((300, 700, 2200), 0.5), "y": ((270, 2290, 3010), 0.6),
    "m": ((250, 1100, 2100), 0.35), "n": ((250, 1500, 2400), 0.35), "ng": ((250, 1900, 2500), 0.35),
}  # fmt: skip
# Centre of the noise in Hz, how loud, how loud voiced, seconds.
FRICATIVES = {
    "s": (6500, 0.5, 0, 0.09), "sh": (3200, 0.5, 0, 0.1), "f": (4500, 0.14, 0, 0.07), "th": (5000, 0.12, 0, 0.06),
    "v": (4000, 0.07, 0.35, 0.05), "z": (6200, 0.25, 0.3, 0.07), "dh": (4500, 0.06, 0.35, 0.04), "h": (0, 0.25, 0, 0.06),
}  # fmt: skip
# Centre of the burst in Hz, breath after it in seconds, whether voiced.
STOPS = {
    "p": (900, 0.04, 0), "t": (4800, 0.045, 0), "k": (2000, 0.05, 0), "b": (700, 0, 1), "d": (4200, 0, 1), "g": (1700, 0, 1),
    "ch": (3400, 0.08, 0), "j": (3200, 0.05, 1),
}  # fmt: skip


class Voice(Part):
    """One singer. size: of the vocal tract, 1 for a man's, above for smaller ones. breath: how much air is heard.
    speech: from 0, sung, to 1, spoken, where notes are only the height of each syllable."""

    def __init__(self, name, level, size=1.0, breath=0.02, speech=0.0, tension=0.6, **options):
        super().__init__(name, None, level, **options)
        self.size, self.breath, self.speech, self.tension, self.words = size, breath, speech, tension, []

    def sing(self, beat, notes, text, velocity=90, octaves=0):
        """Notes as in play, with a syllable for each; a syllable - goes on from the one before."""
        before = len(self.notes)
        end = self.play(beat, notes, velocity, octaves, gap=0.0)
        syllables = text.split()
        if len(syllables) != len(self.notes) - before:
            raise ValueError(f"{self.name}: {len(syllables)} syllables on {len(self.notes) - before} notes: {text}")
        self.words += syllables
        return end

    def render(self, song, path):
        frames = int(song.seconds * RATE_HZ / FRAME)
        samples = sound(self, *score(self, song, frames), random.Random(f"{song.seed} {self.name} air"))
        top = max(1e-9, max(abs(x) for x in samples))
        data = array.array("h", (round(30_000 * x / top) for x in samples))
        with wave.open(str(path), "wb") as out:
            out.setparams((1, 2, RATE_HZ, 0, "NONE", ""))
            out.writeframes(data.tobytes())


def score(part, song, frames):
    """A row for each 5 ms: pitch in Hz, voiced, breath, noise, its centre, three formants."""
    chance = random.Random(f"{song.seed} {part.name}")
    second = lambda beat: song.warp(beat) * 60 / song.bpm + part.late
    rows = [[110.0, 0.0, 0.0, 0.0, 4000.0, 500.0, 1500.0, 2500.0] for _ in range(frames)]
    place = lambda t: max(0, min(frames, round(t * RATE_HZ / FRAME)))

    def fill(start, end, values):
        for i in range(place(start), place(end)):
            for column, value in values.items():
                rows[i][column] = value

    previous = None
    for index, (note, word) in enumerate(zip(part.notes, part.words)):
        start = second(note.beat) + chance.gauss(0, part.loose)
        end = second(note.beat + note.length) - 0.01
        loud = (note.velocity / 100) ** 1.5 * chance.uniform(0.92, 1.05)
        hz = 440 * 2 ** ((note.pitch - 69) / 12)
        if word == "-" and previous:
            start = previous[0]
            sounds = [previous[1]]
        else:
            sounds = word.split(".")
        nucleus = next((i for i, s in enumerate(sounds) if s in VOWELS or s in GLIDES), None)
        if nucleus is None:
            raise ValueError(f"{part.name}: syllable={word} needs one of {', '.join([*VOWELS, *GLIDES])}")
        vowel = sounds[nucleus]
        first, last = (VOWELS[v] for v in GLIDES.get(vowel, (vowel, vowel)))
        coda = sum(0.07 for _ in sounds[nucleus + 1 :])
        for i in range(place(start), place(end - coda)):
            share = (i - place(start)) / max(1, place(end - coda) - place(start))
            moved = 0 if share < 0.55 else (share - 0.55) / 0.45
            shape = math.sin(math.pi * min(1, 0.25 + share * 0.8)) ** 0.4
            rows[i][1:4] = [loud * shape, part.breath * loud, 0.0]
            rows[i][5:8] = [a + (b - a) * moved for a, b in zip(first, last)]
        at = start
        for sound_ in reversed(sounds[:nucleus]):
            at = consonant(fill, sound_, at, first, loud, leading=True)
        lead_in = at
        at = end - coda
        for sound_ in sounds[nucleus + 1 :]:
            at = consonant(fill, sound_, at, last, loud, leading=False)
        melody(part, rows, place, lead_in, start, end, hz, chance)
        previous = (end, vowel)
    return smooth(rows, part.size), frames


def consonant(fill, name, at, vowel, loud, leading):
    """Written before `at` if leading, after it else; the other end is returned."""
    near = dict(zip((5, 6, 7), vowel))
    if name in SONORANTS:
        formants, voiced = SONORANTS[name]
        span = (at - 0.06, at) if leading else (at, at + 0.07)
        fill(*span, {1: voiced * loud, 2: 0, 3: 0, **dict(zip((5, 6, 7), formants))})
    elif name in FRICATIVES:
        centre, noise, voiced, length = FRICATIVES[name]
        span = (at - length, at) if leading else (at, at + length)
        fill(*span, {1: voiced * loud, 2: noise * loud if not centre else 0, 3: noise * loud if centre else 0, 4: centre or 4000, **near})
    elif name in STOPS:
        centre, air, voiced = STOPS[name]
        span = (at - 0.055 - air, at) if leading else (at, at + 0.065 + (air and 0.02))
        burst = span[1] - air - 0.012
        fill(span[0], burst, {1: 0.12 * voiced * loud, 2: 0, 3: 0, 5: 250})
        fill(burst, burst + 0.012, {1: 0.1 * voiced, 3: 0.7 * loud, 4: centre, **near})
        hiss = name in ("ch", "j")
        fill(burst + 0.012, span[1], {1: 0, 2: 0 if hiss else 0.3 * loud, 3: 0.35 * loud if hiss else 0, 4: centre, **near})
    else:
        raise ValueError(f"phoneme={name} is not known")
    return span[0] if leading else span[1]


def melody(part, rows, place, lead_in, start, end, hz, chance):
    """The pitch of a syllable: reached by a scoop, held with a vibrato that comes late; falling when spoken."""
    phase, rate = chance.uniform(0, 6.28), chance.uniform(5.2, 5.9)
    scoop = chance.uniform(0.3, 1.1)
    for i in range(place(lead_in), place(end)):
        t = i * FRAME / RATE_HZ - start
        deep = 0.35 * max(0, min(1, (t - 0.3) / 0.4)) * math.sin(6.283 * rate * t + phase)
        bent = -scoop * math.exp(-max(0, t) / 0.045) + deep
        spoken = 2.0 - 9.0 * max(0, t) / max(0.15, end - start) * 0.5
        rows[i][0] = hz * 2 ** (((1 - part.speech) * bent + part.speech * spoken) / 12)


def smooth(rows, size):
    """Tongue and breath need time: 15 ms for loudness, 30 ms for formants."""
    for column, speed in ((0, 0.35), (1, 0.4), (2, 0.4), (3, 0.7), (5, 0.2), (6, 0.2), (7, 0.2)):
        value = rows[0][column]
        for row in rows:
            value += speed * (row[column] - value)
            row[column] = value
    for row in rows:
        row[5:8] = [f * size for f in row[5:8]]
    return rows


def sound(part, rows, frames, chance):
    out = array.array("d", bytes(8 * frames * FRAME))
    state = [[0.0, 0.0] for _ in range(6)]
    phase, tilt, wander, index = 0.0, 0.0, 0.0, 0
    soft = 0.55 - 0.4 * part.tension
    for hz, voiced, air, noise, centre, *formants in rows:
        if voiced < 1e-3 and air < 1e-3 and noise < 1e-3:
            index += FRAME
            continue
        f4, f5 = 3500 * part.size, 4600 * part.size
        bands = [(formants[0], 70), (formants[1], 95), (formants[2], 130), (f4, 220), (f5, 320)]
        filters = [resonance(f, b) for f, b in bands]
        hiss = resonance(centre, centre * 0.35)
        wander = 0.9 * wander + chance.gauss(0, 0.0022)
        step = hz * (1 + wander) / RATE_HZ
        strength = voiced * (1 + chance.gauss(0, 0.02))
        for _ in range(FRAME):
            phase += step
            if phase >= 1:
                phase -= 1
            # Rosenberg's pulse, differentiated: opening to 0.4 of a period, closing to 0.56.
            if phase < 0.4:
                pulse = math.sin(math.pi * phase / 0.4)
            elif phase < 0.56:
                pulse = -2.5 * math.sin(math.pi * (phase - 0.4) / 0.32)
            else:
                pulse = 0.0
            tilt += (1 - soft) * (pulse - tilt)
            white = chance.random() - 0.5
            x = strength * tilt + 1.6 * (air + 0.4 * part.breath * voiced * (phase < 0.56)) * white
            for (a, b, c), memory in zip(filters, state):
                x = a * x + b * memory[0] + c * memory[1]
                memory[1] = memory[0]
                memory[0] = x
            a, b, c = hiss
            last = state[5]
            y = a * white + b * last[0] + c * last[1]
            last[1] = last[0]
            last[0] = y
            out[index] = x + 9.0 * noise * y
            index += 1
    return out


def resonance(hz, width):
    c = -math.exp(-2 * math.pi * width / RATE_HZ)
    b = 2 * math.exp(-math.pi * width / RATE_HZ) * math.cos(2 * math.pi * hz / RATE_HZ)
    return 1 - b - c, b, c
