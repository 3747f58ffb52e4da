"""An andante in D for a small orchestra: strings in four parts, the oboe answers the violins, horns and drums close."""

from score import Song, pitch

# Two bars a line, three beats a bar: first violins, seconds, violas, cellos.
FIRST = """
F#5/1.5 G5/.5 A5/1   D6/2 C#6/.5 B5/.5   A5/1 F#5/.5 A5/.5 G5/.5 E5/.5   F#5/1 E5/1 r/1
G5/1.5 A5/.5 B5/1   E6/2 D6/.5 C#6/.5   D6/.5 A5/.5 F#5/1 E5/.75 D5/.25   D5/2 r/1
r/1 A5/.5' A5/.5' A5/.5' A5/.5'   G#5/1 B5/.5' B5/.5' B5/.5' B5/.5'   C#6/1 D6/.5 C#6/.5 B5/.5 A5/.5   G#5/.5 A5/.5 B5/1 r/1
F#5/1.5 G5/.5 A5/1   D6/1.5! E6/.5 F#6/1   E6/.5 D6/.5 C#6/.5 B5/.5 A5/.5 G5/.5   F#5/.75 G5/.25 E5/1.5 D5/.5
D5/.5' F#5/.5' A5/.5' D6/.5' F#6/1!   A4+F#5+D6/2.4!
"""
SECOND = """
A4/.5 D5/.5 A4/.5 D5/.5 A4/.5 D5/.5   A4/.5 F#5/.5 A4/.5 F#5/.5 A4/.5 E5/.5   A4/.5 D5/.5 A4/.5 D5/.5 B4/.5 C#5/.5   D5/1 C#5/1 r/1
B4/.5 E5/.5 B4/.5 E5/.5 B4/.5 E5/.5   C#5/.5 G5/.5 C#5/.5 G5/.5 C#5/.5 G5/.5   A4/.5 D5/.5 A4/1 C#5/1   D5/2 r/1
r/1 C#5/.5' C#5/.5' C#5/.5' C#5/.5'   D5/1 D5/.5' D5/.5' D5/.5' D5/.5'   E5/1 F#5/.5 E5/.5 D5/.5 C#5/.5   D5/.5 C#5/.5 G#4/1 r/1
A4/.5 D5/.5 A4/.5 D5/.5 A4/.5 D5/.5   B4/.5 G5/.5 B4/.5 G5/.5 B4/.5 G5/.5   B4/1 E5/1 C#5/1   D5/1 D5/1 C#5/1
D5/.5' D5/.5' F#5/.5' A5/.5' D6/1   D4+A4/2.4
"""
VIOLA = """
F#4/3 F#4/2 G4/1 F#4/2 E4/1 A4/1 A4/1 r/1   G4/3 A4/3 F#4/1 A4/1 G4/1 F#4/2 r/1
r/1 E4/.5' E4/.5' E4/.5' E4/.5' E4/1 E4/.5' E4/.5' E4/.5' E4/.5' A4/2 F#4/1 E4/1 E4/1 r/1   F#4/3 G4/3 G4/1 G4/1 A4/1 A4/1 B4/1 G4/1
F#4/.5' F#4/.5' A4/.5' A4/.5' A4/1 F#4/2.4
"""
CELLO = """
D3/2 r/1 D3/2 A2/1 D3/1 F#3/1 G3/1 A3/1 A2/1 r/1   E3/2 r/1 A2/2 A2/1 D3/1 F#3/1 A3/1 D3/1 D2/1 r/1
r/1 A2/.5' A2/.5' A2/.5' A2/.5' B2/1 E3/.5' E3/.5' E3/.5' E3/.5' A2/1 D3/1 D#3/1 E3/1 E2/1 r/1   D3/2 C3/1 B2/2 B2/1 E3/1 G3/1 A3/1 B3/1 G3/.5 A3/.5 A2/1
D3/.5' D3/.5' F#3/.5' F#3/.5' D3/1 D2+D3/2.4
"""
OBOE = """
r/12 r/9 r/1 F#5/.5 G5/.5 A5/.5 C#6/.5
E6/1.5~ D6/.25 C#6/.25 B5/.5 A5/.5   B5/1.5~ C#6/.25 D6/.25 E6/.5 D6/.5   C#6/1 r/2   r/1 r/1 A5/.5 G5/.5
F#5/3~ G5/3~   r/6   F#5/.5' A5/.5' D6/.5' F#6/.5' A6/1   F#6/2.4
"""
HORN = "r/24 r/12   A4+D4/3 B4+D4/3 B4+G4/2 A4/1 A4/1 B4/1 A4/1   D4+F#4/.5' D4+F#4/.5' D4+F#4/1 D4+A4/1 D4+F#4/2.4"


def piece():
    song = Song("classical", bpm=118, beats=54, seed=4, reverb=(75, 100, 30), tail=2.6, loudness=-20.0, master="remix 1,2")
    parts = {
        "first": song.part("first", 48, -20, pan=-0.45, room=-7, loose=0.014, late=-0.05),
        "solo": song.part("solo", 40, -27, pan=-0.4, room=-7, loose=0.012, late=-0.02),
        "second": song.part("second", 48, -24, pan=-0.2, room=-7, loose=0.014, late=-0.05),
        "viola": song.part("viola", 48, -25, pan=0.2, room=-7, loose=0.014, late=-0.05),
        "cello": song.part("cello", 48, -22.5, pan=0.45, room=-8, loose=0.012, late=-0.05),
        "double": song.part("double", 43, -28, pan=0.5, room=-8, loose=0.012, late=-0.04),
        "oboe": song.part("oboe", 68, -24.5, pan=0.05, room=-6, late=-0.01),
        "flute": song.part("flute", 73, -27.5, pan=-0.05, room=-6),
        "horn": song.part("horn", 60, -25, pan=-0.3, room=-5, late=-0.02),
    }
    drums = song.part("timpani", 47, -27, pan=0.3, room=-6)
    for name, text, velocity in (
        ("first", FIRST, 88), ("solo", FIRST, 84), ("second", SECOND, 74), ("viola", VIOLA, 76), ("cello", CELLO, 84),
        ("double", CELLO, 80), ("oboe", OBOE, 88), ("horn", HORN, 84),
    ):  # fmt: skip
        parts[name].play(0, text, velocity, octaves=-1 if name == "double" else 0, gap=0.02)
    parts["flute"].play(36, "\n".join(FIRST.strip().splitlines()[3:4]), 84, gap=0.02)
    for name, part in parts.items():
        phrases(part, 6 if name in ("first", "solo", "second", "viola") else 12)
    for beat in (36, 47, 48, 49, 50):
        drums.note(beat, 0.9, "D3" if beat != 47 else "A2", 84)
    for i in range(16):
        drums.note(51 + i / 8, 0.12, "D3", 60 + 3 * i if i < 8 else 84 - i)
    drums.note(51, 2.4, "D3", 104)
    return song


def phrases(part, length):
    """Each phrase grows to its middle and gives way, the second half of the piece louder."""
    for start in range(0, 48, length):
        top = 96 + start // 2
        part.swell(start, length / 2, 74 + start // 3, top)
        part.swell(start + length / 2, length / 2 - 0.1, top, 78 + start // 3)
    part.swell(48, 3, 100, 124)
    part.control(51, 11, 124)
