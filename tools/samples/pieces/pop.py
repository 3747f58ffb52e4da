"""A chorus in C at 100: piano, strummed guitar, synthesised bass, claps, strings, and a singer in three voices."""

from score import Song, bass, pitch, voicing
from speaker import Speaker

CHORDS = ["Am7", "F", "Am7", "F", "C", "G", "F", "G", "Am7", "C", "F"]
VERSE = """
r/.5 C5/.5 C5/.5 D5/.5 E5/1 D5/.5 C5/.5   A4/1.5 r/.5 r/.5 A4/.5 C5/.5 D5/.5
"""
HOOK = """
C6/1.5 B5/.5 A5/.5 G5/.5 E5/1   A5/1.5 G5/.5 F5/.5 E5/.5 C5/.5 D5/.5
E5/1 G5/1 G5/.5 A5/.5 G5/.5 E5/.5   D5/2 r/.5 E5/.5 G5/.5 A5/.5
C6/1 C6/.5 D6/.5 C6/.5 A5/.5 G5/.5 A5/.5   B5/1 B5/.5 C6/.5 B5/.5 G5/.5 D5/.5 G5/.5
A5/1.5 G5/.5 E5/1 C5/.5 D5/.5   E5/1.5 G5/.5 G5/1 r/1   A5/4
"""
VERSE_WORDS = "I was wait ting all night a lone in the"
HOOK_WORDS = """
shine on shine on love I can feel it in me
ev ree beat of the drum now oh we are
run ning in to the more ning hold ding on to what we know
shine on shine on love shine on me yeah
"""
STRUM = "x..xx.xxx..xx.xx"


def piece():
    song = Song("pop", bpm=100, beats=44, seed=14, reverb=(50, 65, 15), fade=2.0, tail=0.2,
                chain="acompressor=threshold=0.15:ratio=2.5:attack=15:release=120")  # fmt: skip
    drums = song.drums("drums", 16, -19, room=-20, loose=0.002, effects="equalizer 70 1q 3 treble 2")
    clap = song.drums("clap", 25, -25, room=-12, loose=0.004)
    low = song.part("bass", 39, -27, room=-40, loose=0.002, effects="lowpass 1800 bass 2")
    piano = song.part("piano", 1, -23.5, pan=-0.2, room=-13)
    strum = song.part("guitar", 25, -26, pan=0.55, room=-15, effects="highpass 180 treble 3")
    pad = song.part("pad", 89, -27, room=-8)
    strings = song.part("strings", 49, -29, pan=-0.3, room=-8, late=-0.02)
    polish = "highpass 150 compand 0.005,0.1 -50,-40,-25,-16,0,-8 treble 4 echo 0.9 0.8 300 0.15"
    voice = song.add(Speaker("voice", -16, "slt", room=-10, effects=polish))
    double = song.add(Speaker("double", -21, "slt", pan=0.4, room=-8, late=0.02, effects=polish))
    third = song.add(Speaker("third", -22, "slt", pan=-0.4, room=-8, late=0.015, effects=polish))
    voice.sing(0, VERSE, VERSE_WORDS, octaves=-1)
    for singer in (voice, double, third):
        singer.sing(8, HOOK, HOOK_WORDS, octaves=-1)
    scale = [0, 2, 4, 5, 7, 9, 11]
    for note in third.notes:  # a third below
        degree = scale.index(note.pitch % 12)
        note.pitch -= (scale[degree] - scale[degree - 2]) % 12
    for bar, name in enumerate(CHORDS):
        at, full = 4 * bar, bar >= 2
        hand = voicing(name, pitch("C5"))
        for beat in (0, 0.75, 1.5, 2, 2.75, 3.5) if full else (0, 1, 2, 3):
            piano.notes_at(at + beat, 0.7, [bass(name, 48)] + hand, 92 - 12 * (beat % 1 > 0))
        for i, mark in enumerate(STRUM):
            if mark == "x":
                strum.notes_at(at + i / 4, 0.3, [bass(name, 43)] + voicing(name, pitch("E4")), 78 + 14 * (i % 4 == 0), strum=0.012 - 0.024 * (i % 2))
        pad.notes_at(at, 3.95, voicing(name, pitch("G4")), 80)
        for i in range(8):
            if full or i in (0, 3, 6):
                low.note(at + i / 2, 0.42, bass(name, 31) + (12 if i == 7 else 0), 104 - 8 * (i % 2))
        if full:
            strings.notes_at(at, 3.95, voicing(name, pitch("E5")), 88)
        beat_of(drums, clap, bar, full)
    return song


def beat_of(drums, clap, bar, full):
    at = 4 * bar
    if full:
        drums.grid(at, kick="X.....x.X.x.....", snare="....X.......X..." if bar % 4 != 1 else "....X.....x.XxXX", hat="x-o-x-o-x-o-x-o-")
        clap.grid(at, clap="....X.......X...")
    else:
        drums.grid(at, kick="X.....x.X.......", rim="....x.......x...", hat="o.-.o.-.o.-.o.-.")
        if bar == 1:
            drums.grid(at + 2, snare="x-xoxXXX", tom1="....x.x.", floor=".....x.x")
    if bar in (2, 6, 10):
        drums.hit(at, "crash", 112)
