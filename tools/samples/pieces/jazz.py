"""A piano trio: a tune over ii-V-I in F and a chorus of improvisation, walking bass, ride and chattering snare."""

from score import Song, bass, chord, pitch, voicing

CHORDS = [
    "Gm9 C13", "Fmaj9 D7b9", "Gm9 C13", "Am7 D7b9", "Gm9 C13", "F9 F9", "Bbmaj9 Eb13", "Am7 D7b9",
    "Gm9 C13", "Fmaj9 D7b9", "Gm9 C13", "Fmaj9 Dm9", "Bm7b5 E7b9", "Am7 D7b9", "Gm9 C13", "F69 F69",
]  # fmt: skip
HEAD = """
r/.5 D5/.5 F5/.5 A5/.5 Bb5/1.5 G5/.5   A5/.5 F5/.5 C5/1 r/.5 Eb5/.5 D5/.5 C5/.5
Bb4/.5 D5/.5 F5/.5 A5/.5 G5/1 E5/.5 Db5/.5   C5/1.5~ A4/.5 r/1 F#4/.5 A4/.5
C5/.5 Bb4/.5 D5/.5 F5/.5 E5/1 r/.5 G5/.5   A5/.5 F5/.5' r/.5 C5/.5 Eb5/1.5~ C5/.5
D5/.5 F5/.5 A5/.5 C6/.5 Bb5/1 G5/.5 F5/.5   E5/.5 C5/.5 A4/1~ r/2
"""
SOLO = """
r/.5 Bb4/.5 D5/.5 F5/.5 A5/.5 G5/.5 F5/.5 E5/.5   C5/.5 E5/.5 G5/.5 F5/.5 Eb5/.5 C5/.5 F#4/.5 A4/.5
Bb4/.5 A4/.5 Bb4/.5 D5/.5 F5/.5 E5/.5 Eb5/.5 D5/.5   C5/.5 A4/.5 G4/.5 F4/.5 r/1 F5/.33 G5/.33 A5/.34
D6/.5!^1 B5/.5 A5/.5 F5/.5 E5/.5 G#5/.5 B5/.5 F5/.5   E5/.5 C5/.5 G5/.5 E5/.5 Eb5/.5 F#5/.5 C5/.5 A4/.5
Bb4/.5 D5/.5 F5/.5 A5/.5 Ab5/.5 G5/.5 Db5/.5 Eb5/.5   C5/2^1~ A4/.5 r/1.5
"""


def piece():
    song = Song("jazz", bpm=184, beats=65, seed=8, swing=0.61, reverb=(45, 50, 10), tail=1.9, master="remix 1,2")
    drums = song.drums("drums", 32, -21.5, room=-13, pan=0.1)
    low = song.part("bass", 32, -19.5, room=-18, pan=-0.1, late=-0.004)
    piano = song.part("piano", 0, -25, room=-14, pan=-0.3, loose=0.009)
    right = song.part("right", 0, -20.5, room=-13, pan=-0.1, late=0.018, loose=0.009, sway=7)
    right.play(0, HEAD, 92)
    right.play(32, SOLO, 98)
    changes = [(4 * bar + 2 * i, name) for bar, names in enumerate(CHORDS) for i, name in enumerate(names.split())]
    walk(low, changes)
    comp(piano, changes)
    for bar in range(16):
        swing(drums, bar)
    for part, keys in ((piano, ("F3", "A3", "D4", "G4", "C5")), (right, ("E5", "A5")), (low, ("F1",))):
        part.notes_at(64, 1.6, keys, 88)
    drums.grid(64, ride="x", kick="x", crash="o")
    return song


def walk(low, changes):
    previous = 36
    for i, (at, name) in enumerate(changes):
        root, steps = chord(name)
        key = min((k for k in range(28, 48) if k % 12 == root), key=lambda k: abs(k - previous))
        following = chord(changes[(i + 1) % len(changes)][1])[0]
        aim = min((k for k in range(28, 48) if k % 12 == following), key=lambda k: abs(k - key))
        second = aim + (1 if (i % 3 == 0) else -1) if aim != key else key + steps[2] - (12 if key > 38 else 0)
        low.note(at, 0.92, key, 98)
        low.note(at + 1, 0.9, second, 92)
        if i % 7 == 3:
            low.note(at + 1.5, 0.35, second, 66)
        previous = aim


def comp(piano, changes):
    rhythms = ((0, 1.5), (0.5,), (1.5,), (0, 1.5), (1,), (0.5, 1.5))
    for i, (at, name) in enumerate(changes):
        for k, beat in enumerate(rhythms[i * 5 % 6]):
            keys = voicing(name, pitch("C4"), without_root=True)
            piano.notes_at(at + beat, 0.3 if k or beat else 0.9, keys, 74 + 8 * (i % 3 == 0), strum=0.01)


def swing(drums, bar):
    at = 4 * bar
    drums.grid(at, 0.5, ride="x.xox.xo" if bar % 2 else "x.xox.x.", pedal="..x...x.", kick=",...,...")
    drums.grid(at, 0.5, snare=("...,....", ".....-..", "...-...,", "..,..-.-")[bar % 4])
    if bar % 8 == 7:
        drums.grid(at + 2, 1 / 3, snare="o-xox.", tom1="....x.", floor=".....x")
        drums.hit(at + 3.5, "kick", 96)
    if bar % 8 == 0:
        drums.hit(at, "crash", 80)
