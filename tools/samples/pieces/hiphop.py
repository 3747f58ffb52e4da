"""Boom bap at 92: hard drums, a piano loop off an old record, sub bass, scratches, and two rappers."""

from score import Song, pitch, voicing
from speaker import Speaker

CHORDS = ["Dm9", "Bbmaj7", "Gm9", "A7"]
# The loop: sampled from a worn record, so nothing above the middle is left of it.
RECORD = "remix 1,2 1,2 lowpass 3000 highpass 150 overdrive 4 8 gain -2"
RAP = [
    ("step up to the mike, and", "the needle drop down"),
    ("bass in the basement,", "shaking the whole town"),
    ("count to the four, and", "the drummer hit hard"),
    ("cut from the crate, and", "the beat play a part"),
    ("rhyme in my pocket, and", "a bass line rolling"),
    ("kick, snare, kick, and", "the heads keep nodding"),
    ("now the record go back,", "back to the top, yo"),
]


def piece():
    song = Song("hiphop", bpm=92, beats=36, seed=91, swing=0.57, unit=0.5, reverb=(20, 30, 5), fade=1.8, tail=0.4,
                chain="acompressor=threshold=0.16:ratio=3:attack=15:release=90")  # fmt: skip
    crush = "compand 0.003,0.09 -60,-50,-24,-12,0,-6 overdrive 6 8 gain -4"
    kick = song.drums("kick", 25, -16, room=-40, late=0.006, effects="bass 6 60 overdrive 6 5 gain -3")
    snare = song.drums("snare", 16, -21, room=-18, late=0.012, effects=f"{crush} equalizer 210 1q 4 equalizer 4500 1q 4")
    hat = song.drums("hat", 8, -26, pan=0.2, room=-24, late=0.004, effects="highpass 3000")
    scratch = song.drums("scratch", 0, -25, pan=-0.2, room=-14, effects="highpass 250 overdrive 6 10")
    low = song.part("bass", 38, -19, room=-40, late=0.01, effects="remix 1,2 1,2 lowpass 180 bass 3 60")
    keys = song.part("keys", 0, -28.5, room=-16, late=0.01, effects=RECORD)
    strings = song.part("strings", 49, -33, pan=-0.2, room=-12, effects=RECORD)
    for bar in range(9):
        at, name = 4 * bar, CHORDS[bar % 4]
        if bar in (0, 8):
            scratch.grid(at + 2, 0.25, push="x.x.xx.x" if bar == 0 else "x..xx.x.", pull=".x.x..x." if bar == 0 else ".xx..x.x")
        else:
            kick.grid(at, kick="X.-...X.o.X....." if bar % 2 else "X......o.XX...o.")
            snare.grid(at, snare="....X..,....X..-" if bar % 4 != 3 else "....X..-.,..X.xX")
            hat.grid(at, hat="x.o.xoo.x.o.x.oo", open="..............x." if bar % 2 else "")
        hand = voicing(name, pitch("F4"), without_root=True)
        for beat, length in ((0, 0.9), (1.75, 0.4), (2.5, 0.8)):
            keys.notes_at(at + beat, length, hand, 92 - 6 * (beat > 0), strum=0.015)
        root = 26 + (pitch(name[:2] + "0" if name[1] == "b" else name[0] + "0") - 26) % 12
        if bar:
            for beat, length, step in ((0, 0.9, 0), (1.5, 0.45, 0), (2.25, 0.2, 12), (2.5, 0.9, 0), (3.5, 0.45, 7 if bar % 2 else -2)):
                low.note(at + beat, length, root + step, 112)
        if bar > 4:
            strings.notes_at(at, 3.9, voicing(name, pitch("A4")), 80)
    polish = "highpass 90 compand 0.003,0.08 -50,-36,-25,-14,0,-7 overdrive 3 5 gain -2 treble 3"
    first = song.add(Speaker("rap", -14, "rms", 1, room=-24, late=-0.01, effects=polish))
    second = song.add(Speaker("double", -21, "awb", 2, pan=0.35, room=-18, effects=polish))
    for bar, (left, right) in enumerate(RAP):
        first.say(4 + 4 * bar, 1.85, left)
        first.say(6 + 4 * bar, 1.75, right)
        second.say(6 + 4 * bar, 1.75, right)
    return song
