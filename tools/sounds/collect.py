#!/usr/bin/env python3
"""Collects the sounds beside the data sets that the listener hears while it learns, from freely licensed Debian packages.

    tools/sounds/collect.py FOLDER

Needs apt-get, dpkg, espeak-ng, sox and ffmpeg. Below FOLDER it makes

    music/      90 s each of the music of games
    other/      speech, animals and noises of games, joined to pieces of half a minute
    kinds/      "no music"/: those, speech of espeak-ng, noises, tones, hum, sweeps, weather, animals, applause;
                music/ is to be filled with music of your own

Nothing of it is part of Auricle; the packages' copyright files say what may be done with each.
"""
import argparse
import pathlib
import random
import subprocess
import tempfile

MUSIC = """asc-music asterisk-moh-opsound-wav caveexpress-data colobot-common-sounds drascula-music endless-sky-data
freedroidrpg-data fretsonfire-songs-sectoid gunroar-data hedgewars-data hyperrogue-music lincity-ng-data lugaru-data
megaglest-data mu-cade-data naev-data noiz2sa-data planetblupi-music-ogg singularity-music supertux-data
supertuxkart-data titanion-data torus-trooper-data warzone2100-music wesnoth-1.16-music widelands-data
xmoto-data""".split()
# Name, package, part of the path, part of the name that is left out, number of pieces.
OTHER = [
    ("speech-en", "asterisk-core-sounds-en-wav", "", "", 12),
    ("speech-fr", "asterisk-core-sounds-fr-wav", "", "", 8),
    ("speech-ru", "asterisk-core-sounds-ru-wav", "", "", 8),
    ("stamps", "tuxpaint-stamps-default", "/stamps/", "_desc", 14),
    ("spoken", "tuxpaint-stamps-default", "_desc", "/music/", 14),
    ("tubers", "ktuberling-data", "", "", 8),
    ("voices", "hedgewars-data", "oices/", "", 12),
    ("battle", "megaglest-data", "", "music", 20),
]
WEATHER = ("rain", "wind", "night", "day", "snow")
SENTENCES = {
    "en-us": "The committee met on Tuesday to talk about the new bridge. Nobody was sure how long the work would take, or what "
    "it would cost. One member asked whether the old one could be kept open for people on foot.",
    "en-gb": "Good evening. This is the news at ten. Heavy rain has closed several roads in the north of the country. Trains are "
    "running late, and passengers are asked to check before they travel.",
    "de": "Guten Tag. Der Zug nach Hamburg fährt heute von Gleis sieben ab. Wir bitten um Entschuldigung. Bitte achten Sie auf "
    "die Durchsagen und lassen Sie Ihr Gepäck nicht unbeaufsichtigt.",
    "fr": "Bonjour à tous. Aujourd'hui nous allons parler de l'histoire de la ville. Elle fut fondée il y a deux mille ans au "
    "bord du fleuve. Les marchands y venaient de loin.",
    "es": "Buenos días. El avión con destino a Madrid saldrá con una hora de retraso. Les rogamos que permanezcan cerca de la "
    "puerta de embarque. Muchas gracias por su paciencia.",
    "it": "Buongiorno. La ricetta di oggi è molto semplice. Tagliate le cipolle, fatele rosolare piano e aggiungete i pomodori. "
    "Lasciate cuocere per venti minuti.",
    "ru": "Добрый день. Сегодня мы поговорим о том, как устроены часы. Внутри них есть пружина, колёса и маятник.",
    "pl": "Dzień dobry. Dzisiaj opowiem wam o lesie. Mieszkają w nim sarny, lisy i wiele ptaków. Wieczorem robi się cicho.",
}
ENDINGS = {".ogg", ".mp3", ".wav", ".flac", ".opus", ".oga"}


def run(*command, **more):
    return subprocess.run([str(part) for part in command], stdin=subprocess.DEVNULL, check=False, **more)


def unpack(package, folder):
    """The sounds of a package, unpacked below the folder."""
    target = folder / package
    if not target.is_dir():
        target.mkdir(parents=True)
        run("apt-get", "download", "-qq", package, cwd=folder)
        for file in folder.glob(package + "_*.deb"):
            run("dpkg", "-x", file, target)
    return sorted(f for f in target.rglob("*") if f.suffix.lower() in ENDINGS and f.is_file() and not f.is_symlink())


def seconds(file):
    told = run("ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", file,
               capture_output=True, text=True).stdout.strip()
    try:
        return float(told)
    except ValueError:
        return 0.0


def write(inputs, target, longest, rate="64k"):
    """Joins files and writes them as Opus."""
    command = ["ffmpeg", "-v", "error", "-y"]
    for file in inputs:
        command += ["-i", file]
    parts = "".join(f"[{i}:a]aresample=48000,aformat=channel_layouts=mono[a{i}];" for i in range(len(inputs)))
    joined = "".join(f"[a{i}]" for i in range(len(inputs)))
    command += ["-filter_complex", f"{parts}{joined}concat=n={len(inputs)}:v=0:a=1", "-t", str(longest)]
    run(*command, "-ac", "1", "-ar", "48000", "-c:a", "libopus", "-b:a", rate, target)


def music(packages, folder):
    folder.mkdir(parents=True, exist_ok=True)
    for package in MUSIC:
        for file in unpack(package, packages):
            if file.stat().st_size > 300_000 and seconds(file) >= 25:
                write([file], folder / f"{package}-{file.stem}.opus", 90)


def other(packages, folder):
    folder.mkdir(parents=True, exist_ok=True)
    draw = random.Random(1)
    for name, package, within, without, count in OTHER:
        files = [f for f in unpack(package, packages)
                 if within in str(f) and not (without and without in str(f)) and f.stat().st_size < 300_000]
        draw.shuffle(files)
        rest = iter(files)
        for number in range(count):
            piece, length = [], 0.0
            for file in rest:
                now = seconds(file)
                if now >= 0.3:
                    piece.append(file)
                    length += now
                if length >= 28:
                    break
            if length < 10:
                break
            write(piece, folder / f"{name}-{number:02d}.opus", 40)


def kinds(packages, others, folder):
    folder.mkdir(parents=True, exist_ok=True)
    for file in others.glob("*.opus"):
        (folder / file.name).write_bytes(file.read_bytes())
    with tempfile.TemporaryDirectory() as scratch:
        spoken = pathlib.Path(scratch) / "spoken.wav"
        for voice, text in SENTENCES.items():
            for number, (variant, speed, pitch) in enumerate((("", 150, 50), ("+f3", 175, 60), ("+m7", 130, 35))):
                run("espeak-ng", "-v", voice + variant, "-s", speed, "-p", pitch, "-w", spoken, text)
                write([spoken], folder / f"espeak-{voice}-{number}.opus", 30)
    for colour in ("white", "pink", "brown"):
        for volume in (0.02, 0.2, 0.7):
            made(folder / f"noise-{colour}-{volume}.wav", "synth", 15, colour + "noise", "vol", volume)
    for hz in (50, 60, 100, 440, 1000, 3000, 8000):
        made(folder / f"tone-{hz}.wav", "synth", 15, "sine", hz, "vol", 0.4)
    for hz in (50, 120):
        made(folder / f"hum-{hz}.wav", "synth", 15, "square", hz, "synth", 15, "pinknoise", "mix", "vol", 0.3)
    for sweep in ("200-8000", "20-20000"):
        made(folder / f"sweep-{sweep}.wav", "synth", 20, "sine", sweep, "vol", 0.4)
    for file in unpack("megaglest-data", packages):
        if file.name.lower().startswith(WEATHER) and file.stat().st_size > 100_000:
            write([file], folder / f"nature-{file.parent.parent.name}-{file.stem}.opus", 30)
    for file in unpack("frozen-bubble-data", packages):
        if file.stem in ("applause", "snore", "typewriter"):
            write([file], folder / f"{file.stem}.opus", 30)


def made(target, *effects):
    run("sox", "-n", "-r", "44100", "-c", "1", target, *effects)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=pathlib.Path)
    arguments.add_argument("--packages", type=pathlib.Path, help="where packages are unpacked (FOLDER/packages)")
    given = arguments.parse_args()
    packages = given.packages or given.folder / "packages"
    packages.mkdir(parents=True, exist_ok=True)
    music(packages, given.folder / "music")
    other(packages, given.folder / "other")
    kinds(packages, given.folder / "other", given.folder / "kinds" / "no music")
    (given.folder / "kinds" / "music").mkdir(parents=True, exist_ok=True)


if __name__ == "__main__":
    main()
