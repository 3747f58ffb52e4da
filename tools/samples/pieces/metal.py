"""Thrash in E: two palm-muted guitars, one a side, double kick drums, and a lead in thirds over the half-time end."""

from score import Song, pitch

AMP = ("remix 1,2 1,2 highpass 110 rate 88200 gain 34 overdrive 22 15 highpass 90 equalizer 450 1q -6 equalizer 110 1q 4 "
       "equalizer 2600 1q 5 lowpass 5200 lowpass 6500 rate 44100 gain -12")  # fmt: skip
# Sixteenths of a bar: m palm-muted open E, digits and letters power chords that many semitones above, - held on.
VERSE = ["mmmmmm3-mmmm5-3-", "mmmmmm3-mmmm6-5-", "mmmmmm3-mmmm5-3-", "mm7-mm6-mm3-mm1-"]
BREAK = ["0--mmm0--mmm1---", "0--mmm0--mmm6-5-", "0--mmm0--mmm1---", "3---5---6---7---"]
END = ["0-------1-------", "3-------1-------", "0-------6-------", "5-------3---1---"]
LEAD = """
B5/1 G5/.5 E5/.5 F5/1 C6/1   B5/.5 G5/.5 D6/.5 B5/.5 C6/1 A5/.5 F5/.5
E6/1.5~ D6/.25 B5/.25 A#5/2~   A5/.5 B5/.5 C6/.5 D6/.5 E6/.5 D6/.5 C6/.5 F#5/.5
"""
RUN = "E5/.25 G5/.25 B5/.25 E6/.25 D6/.25 B5/.25 G5/.25 D5/.25 E5/.25 F5/.25 G5/.25 A5/.25 B5/.25 A5/.25 G5/.25 F5/.25"


def piece():
    song = Song("metal", bpm=148, beats=65, seed=9, reverb=(30, 40, 5), tail=1.8, master="treble 5 3000",
                chain="acompressor=threshold=0.2:ratio=3:attack=8:release=80")  # fmt: skip
    drums = song.drums("drums", 16, -14.5, room=-16, loose=0.006, sway=8, effects="equalizer 3500 1q 3 equalizer 400 1q -3")
    low = song.part("bass", 34, -22, room=-40, loose=0.003, effects="overdrive 14 20 gain -6 lowpass 4000")
    left = song.part("left", 27, -19.5, pan=-1, room=-26, loose=0.007, effects=AMP)
    right = song.part("right", 27, -19.5, pan=1, room=-26, loose=0.008, effects=AMP)
    muted_left = song.part("muted-left", 28, -20, pan=-1, room=-26, loose=0.003, effects=AMP)
    muted_right = song.part("muted-right", 28, -20, pan=1, room=-26, loose=0.007, effects=AMP)
    lead = song.part("lead", 30, -22.5, pan=-0.2, room=-9, effects="remix 1,2 1,2 gain 10 overdrive 14 15 gain -10 lowpass 7000")
    third = song.part("third", 30, -24, pan=0.3, room=-9, effects="remix 1,2 1,2 gain 10 overdrive 14 15 gain -10 lowpass 7000")
    right.bends.append((0, 0.05))  # strings are never in tune with each other
    muted_right.bends.append((0, -0.04))
    bars = VERSE * 2 + BREAK + END
    for bar, steps in enumerate(bars):
        riff(bar, steps, (left, right), (muted_left, muted_right), low)
        beat(drums, bar, steps)
    for guitar in (left, right):
        guitar.notes_at(64, 4, [40, 47, 52], 118)
    low.note(64, 4, 28, 112)
    drums.grid(64, crash="X", crash2="X", china="x", kick="X")
    lead.play(44, RUN, 100)
    lead.play(48, LEAD, 104)
    third.play(48, LEAD, 96)
    scale = [0, 1, 3, 5, 7, 8, 10]
    for note in third.notes:
        degree = min(range(7), key=lambda i: abs((note.pitch - 52) % 12 - scale[i]))
        note.pitch -= (scale[degree] - scale[degree - 2]) % 12
    return song


def riff(bar, steps, open_strings, muted, low):
    for i, mark in enumerate(steps):
        at = 4 * bar + i / 4
        if mark == "m":
            for guitar in muted:
                guitar.notes_at(at, 0.2, [40, 47], 112 - 10 * (i % 2))
            low.note(at, 0.22, 28, 104)
        elif mark != "-":
            root = 40 + int(mark)
            held = 1 + len(steps[i + 1 :]) - len(steps[i + 1 :].lstrip("-"))
            for guitar in open_strings:
                guitar.notes_at(at, 0.25 * held - 0.03, [root, root + 7, root + 12], 118)
            low.note(at, 0.25 * held - 0.03, root - 12, 110)


def beat(drums, bar, steps):
    at = 4 * bar
    fill = bar % 4 == 3
    if bar < 8:
        drums.grid(at, kick="XxXxXxXxXxXxXxXx", snare="..X...X...X...X." if bar >= 4 else "....X.......X...", ride2="X.x.X.x.X.x.X.x.")
    elif bar < 12:
        drums.grid(at, kick="X..XXXX..XXXX.X.", snare="....X.......X...", china="X...x...X...x...")
    else:
        drums.grid(at, kick="XxXxXxXxXxXxXxXx", snare="........X.......", crash="X.......X.......", china="....x.......x...")
    if fill:
        drums.grid(at + 2, snare="XXxx....", tom1="....Xx..", tom2="....xX..", floor="......XX")
    if bar % 4 == 0:
        drums.hit(at, "crash" if bar % 8 else "crash2", 120)
