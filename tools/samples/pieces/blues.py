"""Twelve bars of electric shuffle in A: a line sung three times, answered by an overdriven guitar."""

from score import Song, bass, pitch, voicing
from voice import Voice

AMP = "remix 1,2 1,2 highpass 90 gain {gain} overdrive 8 12 gain -{gain} equalizer 2500 1q 4 lowpass 5200"
BARS = ["A7", "D7", "A7", "A7", "D7", "D7", "A7", "A7", "E7", "D7", "A7", "E7"]
LEAD = """
r/8   r/.5 E5/.5^2 G5/.5 A5/.5~ r/.5 C6/.5 A5/.5 G5/.5^2   A5/.5 G5/.5 E5/.5 D5/.5 C5/.5^1 A4/1~ r/.5
r/8   E5/1^2~ r/.5 E5/.5^2 D5/.5 C5/.5 A4/.5 C5/.5   D5/1^2~ C5/.5 A4/.5 G4/.5 A4/1.5~
r/8   E5/.5 A4/.5 G5/.5 A4/.5 F#5/.5 A4/.5 F5/.5 A4/.5   E5/1 r/.5 F4+G#4+D5/.5 E4+G#4+D5/1.5 r/.5
"""
HARP = """
r/8   r/4 r/2 E5/2^1~   r/8   r/4 r/2 G5/2^1~   r/2 B4/2^1 A4/2^1~ r/2   r/8
"""
LINE = "r/.5 E4/.5 G4/.5 A4/1 A4/.5 G4/.5 E4/.5   G4/.5 E4/.5 D4/.5 C4/.5 A3/1.5 r/.5"
LAST = "r/.5 B4/.5 B4/.5 B4/.5 D5/1 B4/.5 G4/.5   A4/.5 A4/.5 G4/.5 E4/.5 D4/.5 A3/1 r/.5"
WORDS = "r.ey.n ao.n m.ay w.ih.n d.ow n.ow t.r.ey.n w.ih.l s.t.aa.p r.ay.t h.iy.r"
LAST_WORDS = "g.ao.n w.ao.k dh.ae.t r.ow.d b.ey b.iy t.ih.l m.ay sh.uw.z aa.r ao.l g.ao.n"


def piece():
    song = Song("blues", bpm=116, beats=49.6, seed=12, swing=0.655, reverb=(40, 50, 8), tail=2.0, master="highpass 90 lowpass 4800 overdrive 4 5")
    drums = song.drums("drums", 8, -24, room=-13, late=0.004)
    low = song.part("bass", 33, -22.5, room=-26, effects="lowpass 2500", late=0.006)
    boogie = song.part("boogie", 27, -36, pan=-0.55, room=-15, effects=AMP.format(gain=8))
    piano = song.part("piano", 3, -27.5, pan=0.5, room=-13, loose=0.01)
    lead = song.part("lead", 27, -16, pan=0.12, room=-12, effects=AMP.format(gain=16), late=0.012)
    voice = song.add(Voice("voice", -17, size=0.98, breath=0.05, tension=0.8, room=-13, late=0.02,
                           effects="highpass 130 overdrive 5 10 gain -4 lowpass 7000"))  # fmt: skip
    harp = song.part("harp", 22, -20.5, pan=-0.15, room=-10, late=0.01,
                     effects="remix 1,2 1,2 highpass 300 overdrive 10 10 gain -8 lowpass 4200")  # fmt: skip
    lead.play(0, LEAD, 96)
    harp.play(0, HARP, 92)
    for start, line, words in ((0, LINE, WORDS), (16, LINE, WORDS), (32, LAST, LAST_WORDS)):
        voice.sing(start, line, words, 100)
    for bar, name in enumerate(BARS):
        at, root = 4 * bar, bass(name, 28)
        following = bass(BARS[(bar + 1) % 12], 28)
        walk = [root, root + 4, root + 7, root + 9]
        if following != root:
            walk[3] = following + (1 if bar % 2 else -1)
        elif bar % 2:
            walk = [root + 12, root + 10, root + 9, root + 7]
        for i, key in enumerate(walk):
            low.note(at + i, 0.9, key, 96 - 6 * (i % 2))
            if i == 3 or i == 1 and bar % 3 == 0:
                low.note(at + i + 0.5, 0.4, key, 74)
        base = bass(name, 40)
        for i in range(8):
            top = base + (9 if i in (2, 3, 6) else 10 if i == 7 and bar % 2 else 7)
            boogie.notes_at(at + i / 2, 0.42, [base, top], 88 if i % 2 == 0 else 68)
        hands = voicing(name, pitch("E4"))
        for i in ((0.5, 1.5, 2.5, 3.5) if bar % 2 else (0.5, 2, 2.5)):
            piano.notes_at(at + i, 0.35, hands, 72 + 8 * (i == 2.5))
        if bar in (3, 7):
            for i in range(6):
                piano.notes_at(at + 2 + i / 3, 0.25, [pitch("A5"), pitch("E5"), pitch("C#5")], 62 + 5 * i)
        shuffle(drums, bar)
    end(song, drums, low, boogie, piano, lead)
    return song


def shuffle(drums, bar):
    at = 4 * bar
    if bar in (3, 7, 11):
        drums.grid(at, 0.5, ride="x-x-....", kick="x...x...", snare="..X.")
        drums.grid(at + 2, 1 / 3, snare="o-xoxX", floor="...o.o")
    else:
        drums.grid(at, 0.5, ride="xoxoxoxo", kick="x..-x..o", snare="..X,..X,", pedal="..-...-.")
    if bar % 4 == 0:
        drums.hit(at, "crash", 96)


def end(song, drums, low, boogie, piano, lead):
    low.note(48, 1.5, bass("A7", 28), 100)
    boogie.notes_at(48, 1.5, [pitch("A2"), pitch("E3"), pitch("A3")], 96)
    piano.notes_at(48, 1.5, voicing("A7", pitch("E4")), 88, strum=0.03)
    lead.notes_at(48, 1.5, [pitch(n) for n in ("A3", "G4", "C#5", "F#5")], 100, strum=0.04)
    drums.hit(48, "crash", 112)
    drums.hit(48, "kick", 115)
