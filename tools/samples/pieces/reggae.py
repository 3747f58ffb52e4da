"""Roots reggae in A minor: one drop, skanking guitar, bubbling organ, picked guitar on the bass, a singer, horns."""

from score import Song, pitch, voicing
from voice import Voice

CHORDS = ["Am", "Am", "Dm", "Em"] * 2
BASS = {
    "Am": "A1/.75 r/.25 A1/.5 C2/.5 E2/.5' E2/.5 D2/.5 C2/.5",
    "Dm": "D2/.75 r/.25 D2/.5 F2/.5 A2/.5' A2/.5 G2/.5 F2/.5",
    "Em": "E2/.75 r/.25 E2/.5 D2/.5 B1/.5' B1/.5 G1/.5 G#1/.5",
}
WORDS = """
s.ah.n ih.z r.ay z.ih.ng ow v.er dh.ah s.iy
w.ah.n d.r.aa.p w.ah.n b.iy.t w.ah.n h.aa.r.t l.eh.t ih.t b.iy
"""
TUNE = """
r/1.5 E5/.5 A5/.75~ G5/.25 E5/1   D5/.5 C5/.5 D5/.5 E5/1.5~ r/1
r/1 F5/.5 E5/.5 D5/.5 A5/.5 F5/.5 D5/.5   E5/1.5~ D5/.5 B4/1~ r/1
"""
HORNS = """
r/3 A4/.5' C5/.5'   E5/1.5! D5/.5 C5/.5 D5/.5 A4/1
r/3 D5/.5' E5/.5'   G5/1! E5/.5' D5/.5' B4/.5 G4/.5 E4/1
"""


def piece():
    song = Song("reggae", bpm=74, beats=32, seed=3, swing=0.56, unit=0.5, reverb=(55, 70, 20), fade=1.8, tail=0.6)
    drums = song.drums("drums", 8, -21.5, room=-16, late=0.008, effects="lowpass 9000")
    rim = song.drums("rim", 0, -22, room=-8, effects="echo 0.9 0.7 405 0.35 810 0.15")
    low = song.part("bass", 33, -18.5, room=-40, late=0.012, effects="lowpass 900 bass 5 90")
    skank = song.part("skank", 27, -22.5, pan=-0.45, room=-9, effects="highpass 350 equalizer 2500 1q 4", loose=0.004)
    piano = song.part("piano", 0, -26.5, pan=0.3, room=-14, effects="highpass 300", loose=0.005)
    bubble = song.part("bubble", 16, -25.5, pan=0.5, room=-16, effects="highpass 200 tremolo 6.2 18")
    picked = song.part("picked", 28, -25, pan=-0.3, room=-16, effects="highpass 200 equalizer 1800 1q 4")
    polish = "highpass 140 compand 0.005,0.1 -50,-40,-25,-16,0,-8 treble 2 echo 0.9 0.75 608 0.2 1216 0.1"
    voice = song.add(Voice("voice", -20.5, size=1.02, breath=0.03, room=-10, late=0.02, effects=polish))
    answer = song.add(Voice("answer", -27, size=1.08, breath=0.06, pan=0.4, room=-7, late=0.03, effects=polish))
    horns = [
        song.part(name, program, level, pan=pan, room=-9, late=0.01)
        for name, program, level, pan in (("trumpet", 56, -30, 0.35), ("tenor", 66, -32, -0.3), ("trombone", 57, -30, -0.1))
    ]
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
    for start in (0, 16):
        voice.sing(start, TUNE, WORDS, 98, octaves=-1)
    answer.sing(16, TUNE, WORDS, 90)
    for note in answer.notes:
        note.pitch -= 8 if note.pitch % 12 in (0, 5, 7) else 9
    for player, shift in zip(horns, (0, 0, -1)):
        player.play(16, HORNS, 98, octaves=shift)
    for note in horns[1].notes:
        note.pitch -= 4 if note.pitch % 12 in (0, 5, 7) else 3
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
