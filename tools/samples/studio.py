"""From notes to sound: fluidsynth plays each part, sox shapes and mixes, FFmpeg measures and masters."""

import concurrent.futures
import math
import pathlib
import re
import subprocess

import midi
from speaker import Speaker
from voice import Voice

RATE_HZ = 44_100
PEAK = 0.84  # -1.5 dBFS, so that lossy formats do not clip


def run(*command):
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{command[0]} failed: {' '.join(map(str, command))}\n{done.stderr}")
    return done.stderr


def loudness(path):
    """Integrated, EBU R 128, in LUFS."""
    said = run("ffmpeg", "-hide_banner", "-nostats", "-i", path, "-af", "ebur128", "-f", "null", "-")
    return float(re.findall(r"I:\s+(-?[\d.]+) LUFS", said)[-1])


def stem(song, part, soundfont, folder):
    """One part by itself, with its effects, at its level."""
    notes, dry, wet = (folder / f"{song.name}-{part.name}{end}" for end in (".mid", "-dry.wav", ".wav"))
    sung = isinstance(part, (Voice, Speaker))
    if sung:
        part.render(song, dry)
    else:
        notes.write_bytes(midi.file(song, part))
        run("fluidsynth", "-niq", "-r", RATE_HZ, "-g", 0.5, "-R", 0, "-C", 0, "-O", "float",
            "-o", "synth.cpu-cores=1", "-o", "synth.polyphony=512", "-F", dry, soundfont, notes)  # fmt: skip
    left, right = math.sqrt(1 - max(0, part.pan)), math.sqrt(1 + min(0, part.pan))
    stereo = f"remix 1 1 rate {RATE_HZ}".split() if sung else []
    run("sox", "-D", dry, "-e", "float", "-b", 32, wet, *stereo, *part.effects.split(), "remix", f"1v{left:.3f}", f"2v{right:.3f}",
        "pad", 0, 10, "trim", 0, f"{song.seconds:.3f}")  # fmt: skip
    return wet, part.level - loudness(wet)


def mix(song, stems, folder):
    """All parts and the room that they share."""
    dry, send, room, whole = (folder / f"{song.name}-{end}.wav" for end in ("mix", "send", "room", "whole"))
    form = ("-e", "float", "-b", 32)

    def together(out, gains):
        inputs = [x for (path, _), gain in zip(stems, gains) for x in ("-v", f"{10 ** (gain / 20):.5f}", path)]
        run("sox", "-D", *(["-m"] if len(stems) > 1 else []), *inputs, *form, out)

    together(dry, [gain for _, gain in stems])
    together(send, [gain + part.room for (_, gain), part in zip(stems, song.parts)])
    share, scale, delay = song.reverb
    run("sox", "-D", send, *form, room, "reverb", "-w", share, 50, scale, 100, delay, "highpass", 180)
    run("sox", "-D", "-m", "-v", 1, dry, "-v", 1, room, *form, whole, *song.master.split())
    return whole


def master(song, whole, folder):
    """To the loudness of all clips, peaks held back, the end faded."""
    loud, out = folder / f"{song.name}-loud.wav", folder / f"{song.name}.wav"
    chain = f"highpass=f=28,{song.chain}," if song.chain else "highpass=f=28,"
    end = f",afade=t=out:st={song.seconds - song.fade:.2f}:d={song.fade}" if song.fade else ""
    filters = f"{chain}alimiter=limit={PEAK}:attack=4:release=60:level=0:latency=1{end}"
    gain = song.loudness - loudness(whole)
    for _ in range(3):  # a limiter takes from the loudness, so the gain is found in rounds
        run("ffmpeg", "-y", "-v", "error", "-bitexact", "-i", whole, "-af", f"volume={gain:.2f}dB,{filters}",
            "-c:a", "pcm_f32le", loud)  # fmt: skip
        gain += song.loudness - loudness(loud)
    loud.replace(out)
    return out


def encode(sound, target, options):
    run("ffmpeg", "-y", "-v", "error", "-i", sound, "-bitexact", "-map_metadata", -1, *options.split(), target)


def record(song, soundfont, folder):
    """The finished sound of a song, a WAV of 32-bit floats in a folder that also holds MIDI files and stems."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        stems = list(pool.map(lambda part: stem(song, part, soundfont, folder), song.parts))
    return master(song, mix(song, stems, folder), folder)
