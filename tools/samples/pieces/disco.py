"""Four on the floor at 118: octave bass, scratching guitar, strings that fly, brass stabs, claps and congas."""

from score import Song, bass, pitch, voicing

CHORDS = ["Em7", "A9", "Dmaj9", "Bm7", "Em7", "A9", "F#m7", "Bm7", "Em7", "A9", "Dmaj9", "Bm7"]
STRINGS = """
B5/1.5 A5/.5 G5/.5 F#5/.5 G5/1   A5/3 C#6/.5 E6/.5
F#6/1.5 E6/.5 D6/.5 C#6/.5 D6/1   B5/.25 C#6/.25 D6/.25 E6/.25 F#6/.25 G6/.25 A6/.25 B6/.25 A6/.5' F#6/.5' D6/.5' B5/.5'
B5/1.5 A5/.5 G5/.5 F#5/.5 G5/1   A5/2 C#6/.5 E6/.5 G6/.5 E6/.5
F#6/1.5 E6/.5 C#6/2   D6/.5 C#6/.5 B5/.5 A5/.5 F#5/.25 G5/.25 A5/.25 B5/.25 C#6/.25 D6/.25 D#6/.25 E6/.25
"""
BRASS = "r/1.5 {0}/.5'! r/1 {0}/.5'! {0}/.5'"
HOOK = "B4/.5' B4/.5' D5/.75 B4/.25' A4/.5' B4/1~ r/.5   C#5/.5' C#5/.5' E5/.75 C#5/.25' B4/.5' A4/1~ r/.5   " * 2


def piece():
    song = Song("disco", bpm=118, beats=48, seed=77, reverb=(40, 55, 10), fade=1.6, tail=0.4,
                chain="acompressor=threshold=0.2:ratio=2:attack=15:release=120")  # fmt: skip
    drums = song.drums("drums", 8, -16.5, room=-22, loose=0.003)
    hands = song.drums("hands", 0, -25.5, pan=0.3, room=-13, loose=0.006)
    low = song.part("bass", 33, -20, room=-40, loose=0.004, effects="bass 2 lowpass 3500")
    chank = song.part("chank", 27, -20.5, pan=-0.6, room=-18, loose=0.003,
                      effects="highpass 300 compand 0.005,0.08 -40,-24,-20,-14,0,-8 equalizer 3500 1q 4 chorus 0.7 0.8 28 0.3 0.4 1.5 -t")  # fmt: skip
    keys = song.part("keys", 4, -26, pan=0.45, room=-16, effects="tremolo 5 22")
    strings = song.part("strings", 48, -22.5, pan=0.15, room=-8, late=-0.03, loose=0.01)
    octave = song.part("octave", 44 + 4, -25.5, pan=-0.25, room=-8, late=-0.02, loose=0.014)
    brass = song.part("brass", 61, -23.5, pan=0.1, room=-10, loose=0.008)
    oohs = song.part("voices", 52, -24.5, pan=-0.1, room=-8)
    strings.play(0, STRINGS, 100)
    octave.play(0, STRINGS, 92, octaves=-1)
    for bar, name in enumerate(CHORDS):
        at, root = 4 * bar, bass(name, 28)
        walk = [0, 12, 0, 12, 0, 12, 10 if "maj" not in name else 11, 12]
        for i, step in enumerate(walk):
            low.note(at + i / 2, 0.3 if i % 2 else 0.42, root + step, 108 if i % 2 == 0 else 94)
        if bar % 2:
            low.note(at + 3.75, 0.2, bass(CHORDS[(bar + 1) % 12], 28) - 1, 88)
        hand = voicing(name, pitch("D5"), without_root=True)
        for i, mark in enumerate("x.-xx-x.-xx-x-xx"):
            if mark != ".":
                chank.notes_at(at + i / 4, 0.2 if mark == "x" else 0.04, hand, 98 if mark == "x" else 62, strum=0.01 - 0.02 * (i % 2))
        for i in (0, 1.5, 2.75):
            keys.notes_at(at + i, 0.8, voicing(name, pitch("E4")), 82)
        if bar % 4 != 3 and bar >= 4:
            brass.play(at, BRASS.format("+".join(spell(k) for k in voicing(name, pitch("C5"), without_root=True))), 100)
        if bar >= 8:
            strings.notes_at(at, 3.9, voicing(name, pitch("D5")), 84)
        beat(drums, hands, bar)
    oohs.play(32, HOOK, 100)
    brass.play(44, "r/2 A4+C#5+E5/.25' B4+D5+F#5/.25' C5+E5+G5/.25' C#5+F5+G#5/.25' D5+F#5+A5/.9v3", 108)
    return song


def spell(key):
    return ("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B")[key % 12] + str(key // 12 - 1)


def beat(drums, hands, bar):
    at = 4 * bar
    fill = bar % 4 == 3
    drums.grid(at, kick="X...X...X...X...", open="..x...x...x...x.", hat="x..ox..ox..ox..o")
    if fill:
        drums.grid(at, snare="....X.....x.XxXX", tom1=".............x..", tom2="..............X.")
    else:
        drums.grid(at, snare="....X......,X..," if bar % 2 else "....X.......X...")
    hands.grid(at, clap="....X.......X...", tambourine="o-x-o-x-o-x-o-x-", conga="..x..x....x..xo.", conga2="x......xx......x")
    if bar % 4 == 0:
        drums.hit(at, "crash", 100)
