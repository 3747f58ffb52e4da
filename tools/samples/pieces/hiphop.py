"""Boom bap at 90: hard drums behind a sampled loop of electric piano, vibraphone and strings, sub bass, scratches."""

from score import Song, pitch, voicing

CHORDS = ["Dm9", "Bbmaj7", "Gm9", "A7"]
TAPE = "remix 1,2 1,2 lowpass 3200 highpass 120 overdrive 3 5 gain -2"
VIBES = "r/.5 A5/.25 F5/.25 E5/.75 C5/.25 D5/1.5 r/.5   r/.5 F5/.25 D5/.25 C5/.75 A4/.25 Bb4/1 D5/.5 E5/.5 " * 2
FLUTE = "r/1 A5/.5 G5/.25 A5/.25 F5/1 D5/.5^1 E5/.5   F5/1.5~ E5/.25 D5/.25 C#5/1 E5/1 " * 2


def piece():
    song = Song("hiphop", bpm=90, beats=36, seed=91, swing=0.585, unit=0.5, reverb=(25, 35, 5), fade=1.8, tail=0.4,
                chain="acompressor=threshold=0.16:ratio=3:attack=12:release=90")  # fmt: skip
    crush = "compand 0.003,0.09 -60,-50,-24,-12,0,-6 overdrive 6 8 gain -4"
    kick = song.drums("kick", 16, -19, room=-40, late=0.006, effects=f"{crush} bass 5 70")
    snare = song.drums("snare", 8, -19.5, room=-14, late=0.014, effects=f"{crush} equalizer 210 1q 4 equalizer 4500 1q 3")
    hat = song.drums("hat", 8, -27, pan=0.2, room=-24, late=0.004, effects="highpass 2500 lowpass 11000")
    scratch = song.drums("scratch", 0, -24, pan=-0.2, room=-14, effects="highpass 250 overdrive 6 10")
    low = song.part("bass", 38, -19.5, room=-40, late=0.012, effects="remix 1,2 1,2 lowpass 240 lowpass 400 bass 3 60")
    keys = song.part("keys", 4, -24, room=-16, late=0.01, effects=f"{TAPE} tremolo 4.5 25")
    vibes = song.part("vibes", 11, -26, pan=0.3, room=-12, effects=TAPE, late=0.02)
    strings = song.part("strings", 49, -27, pan=-0.2, room=-12, effects=TAPE)
    flute = song.part("flute", 73, -25.5, pan=-0.3, room=-11, effects=f"{TAPE} echo 0.9 0.7 333 0.25", late=0.02)
    stab = song.part("stab", 55, -26, pan=0.1, room=-10, effects=TAPE)
    for bar in range(9):
        at, name = 4 * bar, CHORDS[bar % 4]
        if bar in (0, 8):
            scratch.grid(at + 2, 0.25, push="x.x.xx.x" if bar == 0 else "x..xx.x.", pull=".x.x..x." if bar == 0 else ".xx..x.x")
        else:
            kick.grid(at, kick="X.-...X.o.X....." if bar % 2 else "X......o.XX...o.")
            snare.grid(at, snare="....X..,....X..-" if bar % 4 != 3 else "....X..-.,..X.xX")
            hat.grid(at, hat="x.o.xoo.x.o.x.oo", open="..............x." if bar % 2 else "")
        hand = voicing(name, pitch("F4"), without_root=True)
        for beat, length in ((0, 1.4), (1.75, 0.7), (2.5, 1.2)):
            keys.notes_at(at + beat, length, hand, 86 - 6 * (beat > 0), strum=0.015)
        root = 26 + (pitch(name[:2] + "0" if name[1] == "b" else name[0] + "0") - 26) % 12
        if bar:
            for beat, length, step in ((0, 0.9, 0), (1.5, 0.45, 0), (2.25, 0.2, 12), (2.5, 0.9, 0), (3.5, 0.45, 7 if bar % 2 else -2)):
                low.note(at + beat, length, root + step, 112)
        if bar % 2 == 0 and bar:
            stab.notes_at(at, 0.4, [pitch("D4"), pitch("D5")], 100)
        if bar > 4:
            strings.notes_at(at, 3.9, voicing(name, pitch("A4")), 80)
            scratch.grid(at + 3, 0.125, push="x.x...x.", pull=".x..x...") if bar % 2 else None
    vibes.play(4, VIBES, 92)
    flute.play(20, FLUTE, 96)
    return song
