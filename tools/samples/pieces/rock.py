"""A riff in A by two crunching guitars, organ and a solo: eight bars of verse, four of chorus."""

from score import Song, bass, pitch, voicing

AMP = "remix 1,2 1,2 highpass 80 rate 88200 gain 24 overdrive 18 20 gain -24 lowpass 5500 lowpass 7000 equalizer 700 1q -3 equalizer 2800 1q 5 rate 44100"
RIFF = "A2+E3+A3/1! A2/.25' A2/.25' C3+G3/.5 D3+A3/.75! C3+G3/.25 A2+E3/1"
TURN = "A2+E3+A3/1! A2/.25' A2/.25' C3+G3/.5 D3+A3/.5! E3+B3/.5 G3+D4/.5 E3+B3/.5"
FALL = "D3+A3+D4/1.5! D3+A3/.5' C3+G3+C4/2!"
HOME = "G2+D3+G3/1.5! G2+D3/.5' A2+E3+A3/2!"
LAST = "F3+C4+F4/2! G3+D4+G4/2!"
SOLO = """
r/1.5 E5/.5 G5/.5 A5/1^2~ G5/.25 E5/.25   G5/.5^1 E5/.5 D5/.5 C5/.25 A4/.25 C5/.5^1 A4/1.5~
r/.5 A5/.5^2 A5/.5 C6/.5 D6/.75^2~ C6/.25 A5/.5 G5/.5   A5/.25 C6/.25 A5/.25 G5/.25 A5/.25 G5/.25 E5/.25 D5/.25 E5/2^2~
"""
HOOK = """
F#5/1^2~ E5/.5 D5/.5 E5/1.5~ G5/.5^2   D5/.5 D5/.5 B4/.5 D5/.5 E5/1.5~ G5/.5
A5/1^2~ G5/.5 A5/.5 B5/1~ C6/.5 D6/.5   E6/3^2~ r/1
"""


def piece():
    song = Song("rock", bpm=124, beats=49, seed=5, reverb=(40, 55, 10), tail=2.5,
                chain="acompressor=threshold=0.15:ratio=2:attack=20:release=150")  # fmt: skip
    drums = song.drums("drums", 16, -16.5, room=-14)
    low = song.part("bass", 34, -21, room=-30, effects="overdrive 4 10 gain -3 lowpass 3500")
    left = song.part("left", 27, -22, pan=-0.85, room=-18, effects=AMP)
    right = song.part("right", 29, -23, pan=0.85, room=-18, effects=AMP.replace("gain 24", "gain 12"), late=0.009)
    organ = song.part("organ", 18, -27, pan=0.25, room=-12, effects="overdrive 6 10 gain -4")
    lead = song.part("lead", 30, -23.5, pan=-0.1, room=-9, late=0.008,
                     effects="remix 1,2 1,2 highpass 120 gain 8 overdrive 10 15 gain -8 lowpass 6500 echo 0.9 0.8 330 0.22")  # fmt: skip
    for bar in range(8):
        line = TURN if bar % 4 == 3 else RIFF
        for guitar in (left, right):
            guitar.play(4 * bar, line, 100)
        roots = [("A1", 0, 0.9), ("A1", 1, 0.4), ("C2", 1.5, 0.4), ("D2", 2, 0.7), ("C2", 2.75, 0.2), ("A1", 3, 0.4), ("A1", 3.5, 0.4)]
        for name, i, length in roots:
            low.note(4 * bar + i, length, name, 102)
    for guitar in (left, right):
        guitar.play(32, f"{FALL} {HOME} {FALL} {LAST}", 104)
        guitar.play(48, "A2+E3+A3+C#4/2!", 108)
    lead.play(16, SOLO, 98)
    lead.play(32, HOOK, 100)
    for i, name in enumerate(["D", "C", "G", "A", "D", "C", "F", "G"]):
        at = 32 + 2 * i
        organ.notes_at(at, 1.95, voicing(name, pitch("A4")), 92)
        for k in range(4):
            low.note(at + k / 2, 0.45, bass(name, 28), 104 - 8 * (k % 2))
    for i, name in enumerate(["A", "A", "G", "D"]):
        organ.notes_at(16 + 4 * i, 3.9, voicing(name, pitch("A4")), 70)
    low.note(48, 2, "A1", 110)
    organ.notes_at(48, 2, voicing("A", pitch("A4")), 96)
    beat(drums)
    return song


def beat(drums):
    for bar in range(12):
        at = 4 * bar
        cymbal = {"ride": "x.o.x.o.x.o.x.o."} if bar >= 8 else {"open" if bar < 4 else "hat": "X.o.x.o.x.o.x.o."}
        if bar % 4 == 3:
            drums.grid(at, hat="x.o.x.o.", kick="X.....x.", snare="....X...")
            drums.grid(at + 2, snare="XxoXx...", tom1=".....xX.", tom2="......x.", floor=".......X", kick="X...X...")
        else:
            drums.grid(at, kick="X.....x.X.x.....", snare="....X..,,...X..-", **cymbal)
        if bar % 4 == 0 or bar >= 8 and bar % 2 == 0:
            drums.hit(at, "crash" if bar % 8 else "crash2", 115)
    drums.grid(48, crash="X", crash2="X", kick="X")
