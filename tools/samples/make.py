"""Makes the clips of samples/: python3 tools/samples/make.py [--work FOLDER] [--soundfont FILE] [GENRE ...]

Needs fluidsynth, sox, an FFmpeg with LAME, Opus, Vorbis, AAC, Flite and Rubber Band, and Debian's fluid-soundfont-gm.
The folder of --work keeps MIDI files and stems.
"""

import argparse
import importlib
import pathlib
import sys
import tempfile

import studio

ROOT = pathlib.Path(__file__).resolve().parents[2]
SOUNDFONT = "/usr/share/sounds/sf2/FluidR3_GM.sf2"
CLIPS = {
    "blues": ("blues.mp3", "-c:a libmp3lame -b:a 56k -ar 22050 -ac 1"),
    "classical": ("classical.flac", "-c:a flac -sample_fmt s16 -ar 22050 -ac 1 -compression_level 12"),
    "country": ("country.opus", "-c:a libopus -b:a 64k"),
    "disco": ("disco.ogg", "-c:a libvorbis -q:a 1"),
    "electronic": ("electronic.ogg", "-c:a libvorbis -q:a 1"),
    "hiphop": ("hiphop.ogg", "-c:a libopus -b:a 64k"),
    "jazz": ("jazz.wav", "-c:a pcm_s16le -ar 22050 -ac 1"),
    "metal": ("metal.mp3", "-c:a libmp3lame -b:a 80k -ar 32000"),
    "pop": ("pop.m4a", "-c:a aac -b:a 64k -movflags +faststart"),
    "reggae": ("reggae.mp3", "-c:a libmp3lame -b:a 64k -ar 32000"),
    "rock": ("rock.mp3", "-c:a libmp3lame -b:a 80k -ar 32000"),
}


def main():
    parser = argparse.ArgumentParser(description="Makes the clips of samples/.")
    parser.add_argument("genre", nargs="*", help=", ".join(CLIPS))
    parser.add_argument("--work", help="folder that keeps MIDI files and stems")
    parser.add_argument("--soundfont", default=SOUNDFONT)
    parser.add_argument("--out", type=pathlib.Path, default=ROOT / "samples")
    args = parser.parse_args()
    if unknown := set(args.genre) - set(CLIPS):
        parser.error(f"genre={sorted(unknown)} must be among {', '.join(CLIPS)}")
    if not pathlib.Path(args.soundfont).is_file():
        sys.exit(f"soundfont={args.soundfont} is not there: install fluid-soundfont-gm, or name one by --soundfont")
    with tempfile.TemporaryDirectory() as passing:
        for genre in args.genre or CLIPS:
            song = importlib.import_module(f"pieces.{genre}").piece()
            sound = studio.record(song, args.soundfont, args.work or passing)
            name, options = CLIPS[genre]
            studio.encode(sound, args.out / name, options)
            size = (args.out / name).stat().st_size
            print(f"{name}: {song.seconds:.1f} s, {studio.loudness(args.out / name):.1f} LUFS, {size} bytes", flush=True)


if __name__ == "__main__":
    main()
