"""Two-step in G: boom-chick guitar, train beat, fiddle and pedal steel in turn, telecaster fills, banjo behind."""

from score import Song, bass, pitch, voicing

CHORDS = ["G", "G", "C", "G", "G", "Em", "A7", "D7", "G", "G7", "C", "G", "C", "D7", "G", "G"]
SHAPES = {
    "G": "G2 B2 D3 G3 B3 G4", "C": "C3 E3 G3 C4 E4", "D7": "D3 A3 C4 F#4", "Em": "E2 B2 E3 G3 B3 E4",
    "A7": "A2 E3 G3 C#4 E4", "G7": "G2 B2 D3 G3 B3 F4",
}  # fmt: skip
FIDDLE = """
D5/.5 E5/.5 G5/1^1 B5/.5 A5/.5 G5/1   D5/.5 E5/.5 G5/.5 A5/.5 B5/1.5~ A5/.5
G5/.5 E5/.5 C5/.5 E5/.5 G5/1^1 E5/1   D5+B5/2^1~ D5/.5 E5/.5 G5/.5 A5/.5
B5/1^1 D6/.5 B5/.5 A5/.5 G5/.5 E5/.5 D5/.5   E5/.5 G5/.5 B5/1~ A5/.5 G5/.5 E5/1
C#5/.5 E5/.5 G5/.5 A5/.5 C#6/1~ A5/1   A5+F#5/1.5^1 E5/.5 D5/1 r/1
"""
STEEL = """
B4+D5/2^2 D5+G5/2^2~   G4+B4+F5/2^1 D5+B4/2~
C5+E5/1.5^2 E5+G5/2.5^3~   D5+B4/2 B4+G4/2^2
C5+E5/2^2 G5+E5/2~   F#5+D5/2^2 C5+A4/2
B4+D5/1.5^2 D5+G5/2.5^2~   B4+D5+G5/3~ r/1
"""
TELE = {3: "r/2 G4/.25 A4/.25 A#4/.25 B4/.25 D5/.5^2 B4/.5", 7: "D4/.25 E4/.25 F4/.25 F#4/.25 A4/.5 C5/.5^2 B4/.25 A4/.25 F#4/.5 D4/1",
        11: "r/1 G4/.25 B4/.25 D5/.5^2 E5/.25 D5/.25 B4/.5 G4/1", 15: "G4/.25 A4/.25 A#4/.25 B4/.25 D5/.5 E5/.5 D5/.25 B4/.25 A4/.25 B4/.25 G4/1"}  # fmt: skip


def piece():
    song = Song("country", bpm=156, beats=66, seed=21, reverb=(35, 45, 8), tail=2.2, master="lowpass 6500 overdrive 3 5")
    drums = song.drums("drums", 40, -27, room=-14)
    low = song.part("bass", 32, -22, room=-28, effects="bass 2 lowpass 3000")
    acoustic = song.part("acoustic", 25, -22.5, pan=-0.5, room=-16, effects="highpass 110 equalizer 5000 1q 3")
    banjo = song.part("banjo", 105, -29, pan=0.6, room=-15, loose=0.004)
    fiddle = song.part("fiddle", 110, -17.5, pan=0.15, room=-10, late=-0.02)
    steel = song.part("steel", 26, -19, bank=8, pan=-0.15, room=-8, effects="echo 0.9 0.7 280 0.2")
    tele = song.part("tele", 27, -20.5, pan=0.4, room=-12,
                     effects="highpass 200 gain 6 overdrive 5 5 gain -6 equalizer 3200 1q 6 echo 0.9 0.8 105 0.35")  # fmt: skip
    for bar, name in enumerate(CHORDS):
        at = 4 * bar
        strings = [pitch(n) for n in SHAPES[name].split()]
        root, fifth = strings[0], strings[1] if name in ("Em", "A7", "D7") else strings[2]
        for half, lower in ((0, root), (2, fifth)):
            acoustic.note(at + half, 0.9, lower, 96)
            acoustic.notes_at(at + half + 1, 0.5, strings[2:], 92, strum=0.018)
            acoustic.notes_at(at + half + 1.5, 0.35, strings[-3:], 66, strum=-0.015)
        low.note(at, 1.6, bass(name, 28), 104)
        low.note(at + 2, 1.4, bass(name, 28) + 7 - (12 if bass(name, 28) > 33 else 0), 96)
        following = bass(CHORDS[(bar + 1) % 16], 28)
        if following != bass(name, 28):
            low.note(at + 3.5, 0.4, following - 2 if following > 30 else following + 2, 84)
        roll = voicing(name, pitch("B4"))
        for i, finger in enumerate((0, 1, 2, 1, 0, 2, 1, 2)):
            banjo.note(at + i / 2, 0.45, roll[finger % len(roll)] if i != 5 else pitch("G5" if "7" not in name else "A5"), 92 - 10 * (i % 2))
        drums.grid(at, 0.5, snare="-oXo-oXo" if bar % 4 != 3 else "-oXooxXx", kick="x...x...", pedal="..x...x.")
        if bar in TELE:
            tele.play(at, TELE[bar], 104)
    fiddle.play(0, FIDDLE, 98)
    steel.play(32, STEEL, 98)
    fiddle.play(48, "G5/2 E5/2   F#5/2 A5/2   B5/2^1~ G5/2 G5/1 r/3", 78)
    for part, keys in ((acoustic, SHAPES["G"].split()), (steel, ("B4", "D5", "G5")), (low, ("G1",)), (fiddle, ("B5", "D5"))):
        part.notes_at(64, 1.8, keys, 100, strum=0.02)
    drums.grid(64, 0.5, kick="X", snare="X", crash="x")
    return song
