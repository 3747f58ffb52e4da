"""Boom bap at 90: hard drums, chopped electric piano, sub bass, scratches, and a rapper."""

from score import Song, pitch, voicing
from voice import Voice

CHORDS = ["Dm9", "Bbmaj7", "Gm9", "A7"]
TAPE = "remix 1,2 1,2 lowpass 3200 highpass 120 overdrive 3 5 gain -2"
# A sixteenth each, _ a rest.
RAP = [
    "s.t.eh.p _ ah.p t.uw dh.ah m.ay.k _ ae.n dh.ah n.iy d.ah.l d.r.aa.p d.aw.n _ _ _",
    "b.ey.s _ ih.n dh.ah b.ey.s _ m.eh.n.t _ sh.ey k.ih.ng dh.ah _ t.aw.n _ _ ay",
    "k.aw.n.t _ t.uw dh.ah f.ao.r _ ae.n dh.ah d.r.ah m.er h.ih.t _ h.aa.r.d _ _ _",
    "k.ah.t _ f.r.ah.m dh.ah k.r.ey.t _ ae.n dh.ah b.iy.t p.l.ey ih.t _ p.aa.r.t _ y.eh _",
    "r.ay.m _ ih.n dh.ah p.ao k.ih.t ae.n ah b.ey.s _ l.ay.n r.ow l.ih.ng _ _ _",
    "k.ih.k _ s.n.eh.r k.ih.k _ k.iy.p dh.ah h.eh.d _ n.aa d.ih.ng _ _ h.ey _",
    "n.aw _ dh.ah r.eh k.er.d g.ow b.ae.k _ t.uw dh.ah t.aa.p _ h.ey _ h.ow",
]
VIBES = "r/.5 A5/.25 F5/.25 E5/.75 C5/.25 D5/1.5 r/.5   r/.5 F5/.25 D5/.25 C5/.75 A4/.25 Bb4/1 D5/.5 E5/.5 " * 2


def piece():
    song = Song("hiphop", bpm=90, beats=36, seed=91, swing=0.585, unit=0.5, reverb=(25, 35, 5), fade=1.8, tail=0.4, master="lowpass 7500 overdrive 4 5",
                chain="acompressor=threshold=0.16:ratio=3:attack=12:release=90")  # fmt: skip
    crush = "compand 0.003,0.09 -60,-50,-24,-12,0,-6 overdrive 6 8 gain -4"
    kick = song.drums("kick", 16, -19, room=-40, late=0.006, effects=f"{crush} bass 5 70")
    snare = song.drums("snare", 8, -19.5, room=-14, late=0.014, effects=f"{crush} equalizer 210 1q 4 equalizer 4500 1q 3")
    hat = song.drums("hat", 8, -27, pan=0.2, room=-24, late=0.004, effects="highpass 2500 lowpass 11000")
    scratch = song.drums("scratch", 0, -26, pan=-0.2, room=-14, effects="highpass 250 overdrive 6 10")
    low = song.part("bass", 32, -19.5, room=-40, late=0.012, effects="remix 1,2 1,2 lowpass 700 overdrive 4 5 gain -2 bass 4 70")
    keys = song.part("keys", 4, -27, room=-16, late=0.01, effects=f"{TAPE} tremolo 4.5 25")
    vibes = song.part("vibes", 11, -29, pan=0.3, room=-12, effects=TAPE, late=0.02)
    strings = song.part("strings", 49, -30, pan=-0.2, room=-12, effects=TAPE)
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
        for beat, length in ((0, 0.9), (1.75, 0.4)):
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
    rap(song)
    return song


def rap(song):
    polish = "highpass 120 compand 0.003,0.08 -50,-36,-25,-14,0,-7 overdrive 3 5 gain -2 treble 4"
    voices = [
        song.add(Voice("rap", -13.5, size=0.98, breath=0.04, speech=1.0, tension=0.9, room=-20, late=0.01, effects=polish)),
        song.add(Voice("double", -22, size=1.03, breath=0.05, speech=1.0, tension=0.8, pan=0.4, room=-16, late=0.03, effects=polish)),
    ]
    for voice in voices:
        for bar, line in enumerate(RAP):
            words = line.split()
            for i, word in enumerate(words):
                if word == "_" or voice.name == "double" and i < 11:
                    continue
                held = 0.27 if words[(i + 1) % 16 : (i + 2) % 17] != ["_"] else 0.42
                height = 50 if i % 4 == 0 else 46 if i % 2 else 48
                voice.note(4 + 4 * bar + i / 4, held, height - (2 if i > 11 else 0) + bar % 2, 112 if i % 4 == 0 else 96)
                voice.words.append(word)
