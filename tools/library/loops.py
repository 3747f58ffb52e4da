#!/usr/bin/env python3
"""Makes music whose tempo and key are known, and labels.csv beside it (path, group, tempo, key).

    tools/library/loops.py FOLDER [--count 120] [--seed 1] [--soundfont FILE]

- clicks: a click a beat at 45 to 220 beats a minute
- loops: 24 s of random chords, bass, tune and drums of a style, played by fluidsynth with Debian's fluid-soundfont-gm
- samples: the pieces of samples/ as they are, and faster or slower with their pitch, by up to four semitones
Needs ffmpeg and fluidsynth on the PATH, and numpy.
"""
import argparse
import csv
import pathlib
import random
import struct
import subprocess
import wave

import numpy as np

ROOT = pathlib.Path(__file__).resolve().parents[2]
MAJORS = "C Db D Eb E F F# G Ab A Bb B".split()
MINORS = [name + "m" for name in "C C# D Eb E F F# G G# A Bb B".split()]
SAMPLES = {
    "blues.mp3": (116, "A"), "classical.flac": (118, "D"), "country.opus": (168, "G"), "disco.ogg": (118, "D"),
    "electronic.ogg": (132, "Am"), "hiphop.ogg": (90, "Dm"), "jazz.wav": (184, "F"), "metal.mp3": (148, "Em"),
    "pop.m4a": (100, "C"), "reggae.mp3": (74, "Am"), "rock.mp3": (124, "A"),
}  # fmt: skip
TICKS = 480
# Degrees of the scale that chords stand on, four bars.
MAJOR_CHORDS = [[0, 4, 5, 3], [0, 3, 4, 0], [0, 5, 3, 4], [1, 4, 0, 0], [0, 2, 3, 4], [0, 3, 0, 4], [0, 5, 1, 4]]
MINOR_CHORDS = [[0, 5, 2, 6], [0, 3, 4, 0], [0, 6, 5, 6], [0, 3, 6, 2], [0, 5, 3, 4], [0, 0, 3, 4], [0, 6, 5, 4]]
# Sixteenths of a bar: kick, snare, hat.
STYLES = {
    "rock": ("x.......x.x.....", "....x.......x...", "x.x.x.x.x.x.x.x.", (85, 150)),
    "four": ("x...x...x...x...", "....x.......x...", "..x...x...x...x.", (110, 140)),
    "hiphop": ("x..x......x..x..", "....x.......x...", "x.x.x.x.x.x.x.xx", (75, 105)),
    "ballad": ("x.........x.....", "........x.......", "x...x...x...x...", (60, 90)),
    "punk": ("x...x.x.x...x.x.", "....x.......x...", "x...x...x...x...", (140, 185)),
    "waltz": ("x...........", "....x...x...", "x...x...x...", (85, 170)),
    "bossa": ("x..xx..xx..xx..x", "x..x..x...x..x..", "xxxxxxxxxxxxxxxx", (100, 150)),
    "none": ("", "", "", (70, 140)),
}


def varying(value):
    out = [value & 127]
    while value := value >> 7:
        out.append(value & 127 | 128)
    return bytes(reversed(out))


def midi(tempo, programs, notes):
    """notes: (beat, beats, channel, pitch, velocity)."""
    events = [(0, bytes([0xC0 | channel, program])) for channel, program in programs.items()]
    for beat, length, channel, pitch, velocity in notes:
        events.append((round(beat * TICKS), bytes([0x90 | channel, pitch, velocity])))
        events.append((round((beat + length) * TICKS) - 1, bytes([0x80 | channel, pitch, 0])))
    track, now = bytearray(b"\0\xff\x51\x03" + round(60e6 / tempo).to_bytes(3, "big")), 0
    for tick, data in sorted(events, key=lambda e: (e[0], e[1][0] & 0xF0)):
        track += varying(max(0, tick - now)) + data
        now = max(now, tick)
    track += b"\0\xff\x2f\0"
    return b"MThd" + struct.pack(">IHHH", 6, 0, 1, TICKS) + b"MTrk" + struct.pack(">I", len(track)) + track


def loop(draw):
    style = draw.choice(list(STYLES))
    kick, snare, hat, (slow, fast) = STYLES[style]
    tempo = round(slow * (fast / slow) ** draw.random(), 1)
    tonic, minor = draw.randrange(12), draw.random() < 0.5
    scale = [0, 2, 3, 5, 7, 8, 10] if minor else [0, 2, 4, 5, 7, 9, 11]
    beats = 3 if style == "waltz" else 4
    chords = draw.choice(MINOR_CHORDS if minor else MAJOR_CHORDS)
    programs = {
        0: draw.choice([0, 4, 16, 24, 25, 27, 48, 88]), 1: draw.choice([32, 33, 38]),
        2: draw.choice([11, 40, 56, 65, 73, 80, 29]), 9: 0,
    }  # fmt: skip
    strum = draw.choice([1, 2, beats] if style != "none" else [1, 1, 2])
    notes, degree = [], 7
    for bar in range(int(26 * tempo / 60 / beats) + 1):
        at = bar * beats
        stand = chords[bar % 4]

        def pitch(step):
            raised = 1 if minor and stand == 4 and step % 7 == 6 else 0
            return tonic + scale[step % 7] + 12 * (step // 7) + raised

        for i in range(0, beats, strum):
            for step in (0, 2, 4):
                notes.append((at + i, 0.95 * strum, 0, 48 + pitch(stand + step), draw.randint(66, 84)))
        for i in range(beats):
            notes.append((at + i, 0.8, 1, 36 + pitch(stand) + (7 if i == 2 and draw.random() < 0.5 else 0), 90))
        place = 0.0
        while place < beats:
            length = draw.choice([0.5, 0.5, 1, 1, 1.5])
            if draw.random() < 0.75:
                degree = min(12, max(0, degree + draw.choice([-2, -1, -1, 1, 1, 2])))
                near = min((stand, stand + 2, stand + 4), key=lambda s: (s - degree) % 7) if place == 0 else degree
                notes.append((at + place, min(length, beats - place) * 0.9, 2, 60 + pitch(near), draw.randint(74, 96)))
            place += length
        for pattern, drum, loud in ((kick, 36, 110), (snare, 38, 104), (hat, 42, 74)):
            for i, mark in enumerate(pattern):
                if mark == "x":
                    notes.append((at + i / 4, 0.2, 9, drum, loud + draw.randint(-8, 8)))
    notes = [(max(0, b + draw.gauss(0, 0.01)), length, c, p, v) for b, length, c, p, v in notes]
    key = (MINORS if minor else MAJORS)[tonic]
    return style, tempo, key, midi(tempo, programs, notes)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--soundfont", default="/usr/share/sounds/sf2/FluidR3_GM.sf2")
    args = parser.parse_args()
    draw = random.Random(args.seed)
    rows = []
    for part in ("clicks", "loops", "samples"):
        (args.folder / part).mkdir(parents=True, exist_ok=True)
    for tempo in np.geomspace(45, 220, 24).round(1):
        sound, rate = np.zeros(20 * 22050), 22050
        click = np.sin(2 * np.pi * 1500 * np.arange(1100) / rate) * np.exp(-np.arange(1100) / 150)
        for beat in np.arange(0.1, 19.8, 60 / tempo):
            at = int(beat * rate)
            sound[at : at + len(click)] += 0.5 * click
        path = args.folder / "clicks" / f"{tempo}.wav"
        with wave.open(str(path), "wb") as out:
            out.setparams((1, 2, rate, 0, "NONE", ""))
            out.writeframes((32767 * sound).astype("<i2").tobytes())
        rows.append((path, "clicks", tempo, ""))
    for number in range(args.count):
        style, tempo, key, data = loop(draw)
        path = args.folder / "loops" / f"{number:03}-{style}.mp3"
        rows.append((path, f"loops {style}", tempo, key))
        if path.exists():
            continue
        score, sound = args.folder / "loop.mid", args.folder / "loop.wav"
        score.write_bytes(data)
        subprocess.run(["fluidsynth", "-niq", "-F", sound, "-r", "44100", args.soundfont, score], check=True)
        encode = ["ffmpeg", "-v", "error", "-y", "-i", sound, "-t", "24", "-ac", "1", "-b:a", "96k", path]
        subprocess.run(encode, check=True)
        score.unlink()
        sound.unlink()
    for name, (tempo, key) in SAMPLES.items():
        for steps in range(-4, 5):
            ratio = 2 ** (steps / 12)
            path = args.folder / "samples" / f"{name.split('.')[0]}{steps:+d}.mp3"
            change = f"aresample=44100,asetrate={round(44100 * ratio)},aresample=44100"
            source = ROOT / "samples" / name
            command = ["ffmpeg", "-v", "error", "-y", "-i", source, "-af", change, "-b:a", "128k", path]
            subprocess.run(command, check=True)
            names = MINORS if key.endswith("m") else MAJORS
            rows.append((path, f"samples {name}", round(tempo * ratio, 2), names[(names.index(key) + steps) % 12]))
    with open(args.folder / "labels.csv", "w", newline="") as file:
        out = csv.writer(file)
        out.writerow(("path", "group", "tempo", "key"))
        out.writerows((path.resolve(), *rest) for path, *rest in rows)
    print(f"{len(rows)} files in {args.folder}")


if __name__ == "__main__":
    main()
