"""Roots reggae in A minor: one drop, skanking guitar, bubbling organ, a melodica, a toaster, everything in echoes."""

from score import Song, pitch, voicing
from speaker import Speaker

CHORDS = ["Am", "Am", "Dm", "Em"] * 2
BASS = {
    "Am": "A1/.75 r/.25 A1/.5 C2/.5 E2/.5' E2/.5 D2/.5 C2/.5",
    "Dm": "D2/.75 r/.25 D2/.5 F2/.5 A2/.5' A2/.5 G2/.5 F2/.5",
    "Em": "E2/.75 r/.25 E2/.5 D2/.5 B1/.5' B1/.5 G1/.5 G#1/.5",
}
MELODICA = """
r/1.5 E5/.5 A5/.75~ G5/.25 E5/1   D5/.5 C5/.5 D5/.5 E5/1.5~ r/1
r/1 F5/.5 E5/.5 D5/.5 A5/.5 F5/.5 D5/.5   E5/1.5~ D5/.5 B4/1~ r/1
"""
TOAST = [(1, "one drop,"), (4, "one beat, one heart, rise up"), (9, "let it be, now"), (13, "easy, easy, brother,"),
         (16.5, "the sun is rising over the sea"), (20.5, "and the bass line set you free"), (24.5, "one drop, one beat, one heart"), (28.5, "rise up and sing")]  # fmt: skip


def piece():
    song = Song("reggae", bpm=80, beats=32, seed=3, swing=0.56, unit=0.5, reverb=(55, 70, 20), fade=1.8, tail=0.6)
    drums = song.drums("drums", 8, -26.5, room=-16, late=0.008)
    rim = song.drums("rim", 0, -15, room=-8, effects="echo 0.9 0.7 375 0.35 750 0.15")
    low = song.part("bass", 33, -18, room=-40, late=0.012, effects="remix 1,2 1,2 lowpass 400 bass 4 70")
    skank = song.part("skank", 27, -27, pan=-0.45, room=-9, effects="highpass 350 equalizer 2500 1q 4 echo 0.9 0.7 562 0.2", loose=0.004)
    piano = song.part("piano", 0, -29, pan=0.3, room=-14, effects="highpass 300", loose=0.005)
    bubble = song.part("bubble", 16, -28, pan=0.5, room=-16, effects="highpass 200 tremolo 6.2 18")
    picked = song.part("picked", 28, -18.5, pan=-0.3, room=-16, effects="highpass 200 equalizer 1800 1q 4")
    reed = song.part("melodica", 22, -27, pan=0.1, room=-8, late=0.015, effects="highpass 250 lowpass 6000 echo 0.9 0.75 562 0.35 1124 0.2")
    toast = song.add(Speaker("toaster", -15, "rms", 3, room=-12, late=0.01,
                             effects="highpass 120 compand 0.005,0.1 -50,-40,-25,-16,0,-8 echo 0.9 0.75 562 0.3 1124 0.15"))  # fmt: skip
    for bar, name in enumerate(CHORDS):
        at = 4 * bar
        low.play(at, BASS[name], 104)
        picked.play(at, BASS[name], 92, octaves=1)
        high = voicing(name, pitch("B4"))
        for beat in range(4):
            skank.notes_at(at + beat + 0.5, 0.16, high, 96 - 8 * (beat % 2), strum=-0.012)
            piano.notes_at(at + beat + 0.5, 0.18, voicing(name, pitch("E4")), 84)
            bubble.notes_at(at + beat + 0.25, 0.14, voicing(name, pitch("C4")), 66)
            bubble.notes_at(at + beat + 0.5, 0.18, voicing(name, pitch("A4")), 88)
            bubble.notes_at(at + beat + 0.75, 0.14, voicing(name, pitch("C4")), 70)
        if bar % 4 in (1, 3):
            skank.notes_at(at + 3.75, 0.12, high, 80, strum=0.012)
        beat_of(drums, rim, bar)
    reed.play(0, MELODICA, 96)
    for beat, words in TOAST:
        toast.say(beat, min(3.2, 0.42 * len(words.split())), words)
    return song


def beat_of(drums, rim, bar):
    at = 4 * bar
    drums.grid(at, hat="o.x,o.x.o.x,o.xo", kick="........X.......")
    rim.grid(at, rim="........X.......")
    if bar % 2:
        rim.grid(at, rim="......o...o..o..")
    if bar % 4 == 3:
        drums.grid(at + 3, 0.125, snare="xoxX....", tom1="....Xo..", floor="......xx")
        drums.grid(at, 0.25, open="..............x.")
    if bar % 4 == 0:
        drums.hit(at, "crash", 88)
        rim.grid(at, 0.25, timbale="..........Xo.x..") if bar else rim.grid(at, timbale2="X")
