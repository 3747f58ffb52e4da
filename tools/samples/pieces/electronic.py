"""Trance at 132: saws that pump with the kick, an arpeggio with echoes, off-beat bass; a break and a drop."""

from score import Song, bass, pitch, voicing

CHORDS = ["Am", "F", "C", "G"]
LEAD = "A5/.75 E5/.75 A5/.5 B5/.75 C6/.75 B5/.5   A5/.75 F5/.75 A5/.5 C6/.75 D6/.75 E6/.5   G5/.75 E5/.75 G5/.5 C6/.75 B5/.75 G5/.5   B5/.75 G5/.75 B5/.5 D6/.75 C6/.75 B5/.5 "


def piece():
    song = Song("electronic", bpm=132, beats=56, seed=32, reverb=(60, 80, 15), fade=1.0, tail=0.3,
                chain="acompressor=threshold=0.14:ratio=3:attack=10:release=90")  # fmt: skip
    kick = song.drums("kick", 24, -17.5, room=-40, loose=0, sway=1, effects="overdrive 8 10 gain -4 bass 4 60 equalizer 3500 1q 4")
    top = song.drums("top", 25, -23.5, room=-20, loose=0.001, effects="highpass 400")
    low = song.part("bass", 38, -19.5, room=-40, loose=0, sway=2, effects="lowpass 900 overdrive 6 10 gain -3")
    saws = song.part("saws", 81, -21.5, pan=-0.3, room=-10, loose=0.002, effects="chorus 0.6 0.8 31 0.35 0.5 1.2 -t 43 0.3 0.35 1.7 -t")
    wide = song.part("wide", 90, -23, pan=0.3, room=-9, loose=0.002)
    arp = song.part("arp", 80, -24.5, pan=0.15, room=-9, loose=0, sway=4, effects="highpass 300 echo 0.8 0.8 341 0.4 682 0.2")
    lead = song.part("lead", 81, -20.5, room=-8, loose=0.001, effects="chorus 0.7 0.8 22 0.4 0.6 1.4 -t lowpass 9000 echo 0.85 0.8 341 0.3")
    rise = song.part("rise", 122, -23, room=-9, effects="highpass 900 flanger 0 3 20 80 0.3")
    for bar in range(14):
        at, name = 4 * bar, CHORDS[bar % 4]
        broken = bar in (4, 5)
        notes = voicing(name, pitch("A4")) + [k + 12 for k in voicing(name, pitch("A4"))]
        for part in (saws, wide):
            if bar >= 2:
                part.notes_at(at, 3.98, voicing(name, pitch("E5")) + [bass(name, 45)], 100)
            for beat in range(4):
                part.swell(at + beat, 0.6, 25 if not broken else 80, 120) if not broken else part.control(at + beat, 11, 96)
        for i in range(16):
            arp.note(at + i / 4, 0.2, notes[(i * 2 + i // 3) % len(notes)], 96 if i % 4 == 0 else 78)
        arp.swell(at, 3.9, 70, 110, 74)
        if not broken:
            for beat in range(4):
                for k in (0.25, 0.5, 0.75):
                    low.note(at + beat + k, 0.22, bass(name, 33), 112 if k == 0.5 else 96)
        beat_of(kick, top, bar)
    rise.note(16, 8, 84, 110)
    rise.swell(16, 7.8, 10, 127)
    lead.play(24, LEAD * 2, 104)
    return song


def beat_of(kick, top, bar):
    at = 4 * bar
    if bar == 5:
        top.grid(at, 0.25, snare="o.o.o.o.xoxoxxxx")
        top.grid(at + 2, 0.125, snare="--oooooooxxxxxXX")
    elif bar != 4:
        kick.grid(at, kick="X...X...X...X...")
        top.grid(at, open="..X...X...X...X.", hat="o--oo--oo--oo--o", clap="....X.......X..." if bar > 1 else "")
    if bar in (2, 6, 10):
        top.hit(at, "crash", 120)
