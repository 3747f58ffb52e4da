"""Short clips whose tags are rich (covers, frames of other programs, fields that nobody knows), and what makes them bad.

Used by tagged.py --tags: only the region of the tags is touched, so that the sound of most files can still be heard.
"""
import base64
import pathlib
import shlex
import struct
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
ENCODERS = {
    "mp3": "-c:a libmp3lame -id3v2_version 0 -write_xing 1",
    "flac": "-c:a flac",
    "ogg": "-c:a libvorbis",
    "opus": "-c:a libopus",
    "m4a": "-c:a aac",
    "wav": "-c:a pcm_s16le -bitexact",
    "aiff": "-c:a pcm_s16be -bitexact",
}
VARIANTS = 4
SECONDS = 3
FIELDS = {"title": "a title", "artist": "\u00fcml\u00e4ut", "album": "x" * 300, "UNKNOWN_FIELD": "kept; as=it is"}


def size4(number):
    return bytes((number >> shift) & 0x7F for shift in (21, 14, 7, 0))


def frame(version, name, body):
    if version == 2:
        return name[:3] + struct.pack(">I", len(body))[1:] + body
    size = size4(len(body)) if version == 4 else struct.pack(">I", len(body))
    return name + size + b"\0\0" + body


def id3(version, picture, more=b"", padding=200):
    """A block of ID3v2 as other programs leave it."""
    text = {2: (b"TT2", b"TP1", b"TXX", b"PIC", b"XQZ"), 3: (b"TIT2", b"TPE1", b"TXXX", b"APIC", b"XQZV")}
    title, artist, user, cover, unknown = text[2 if version == 2 else 3]
    kind = b"PNG" if version == 2 else b"image/png\0"
    body = frame(version, title, b"\0a title") + frame(version, artist, b"\1\xff\xfe\xfc\0m\0l\0")
    body += frame(version, user, b"\0REPLAYGAIN_TRACK_GAIN\0-6.5 dB")
    body += frame(version, cover, b"\0" + kind + b"\3\0" + picture)
    body += frame(version, unknown, bytes(range(256)))
    if version > 2:
        body += frame(version, b"PRIV", b"com.example\0" + bytes(range(200)))
        body += frame(version, b"GEOB", b"\0application/x\0name\0\0" + bytes(500))
        body += frame(version, b"TCON", b"\0(17)")
    body += more + bytes(padding)
    return b"ID3" + bytes((version, 0, 0)) + size4(len(body)) + body


def chunk(name, body, little):
    return name + struct.pack("<I" if little else ">I", len(body)) + body + bytes(len(body) % 2)


def iff(data, before, behind, little):
    """A RIFF or FORM with chunks before and behind the sound."""
    body = data[12:]
    at = body.find(b"data" if little else b"SSND")
    body = body[:at] + before + body[at:] + bytes(len(body) % 2) + behind
    return data[:4] + struct.pack("<I" if little else ">I", len(body) + 4) + data[8:12] + body


def ape(items):
    body = b"".join(struct.pack("<II", len(v), 0) + k + b"\0" + v for k, v in items)
    head = struct.pack("<IIII", 2000, len(body) + 32, len(items), 0xA0000000) + bytes(8)
    foot = struct.pack("<IIII", 2000, len(body) + 32, len(items), 0x80000000) + bytes(8)
    return b"APETAGEX" + head + body + b"APETAGEX" + foot


def atom(name, body):
    return struct.pack(">I", len(body) + 8) + name + body


def with_item(data, item):
    """An MP4 whose moov comes last, with one item more in its list of tags."""
    at = data.find(b"ilst") - 4
    out = bytearray(data)
    for name in (b"moov", b"udta", b"meta", b"ilst"):
        start = data.rfind(name, 0, at + 8) - 4
        out[start:start + 4] = struct.pack(">I", struct.unpack(">I", data[start:start + 4])[0] + len(item))
    end = at + struct.unpack(">I", data[at:at + 4])[0]
    return bytes(out[:end]) + item + bytes(out[end:])


def freeform(name, value):
    mean = atom(b"mean", bytes(4) + b"com.example.other")
    return atom(b"----", mean + atom(b"name", bytes(4) + name) + atom(b"data", struct.pack(">II", 1, 0) + value))


def rich(ending, variant, data, picture):
    """The clip with tags of its own in one of four ways."""
    if ending == "mp3":
        front = id3((3, 4, 2, 3)[variant], picture)
        behind = ape([(b"Artist", b"another"), (b"Cover Art (Front)", b"c.png\0" + picture)]) if variant == 3 else b""
        one = b"TAG" + b"a title".ljust(124, b"\0") + bytes((17,)) if variant else b""
        return front + data + behind + one
    if ending in ("wav", "aiff"):
        little = ending == "wav"
        tags = chunk(b"id3 " if little else b"ID3 ", id3((3, 4, 2, 3)[variant], picture), little)
        info = chunk(b"LIST", b"INFO" + chunk(b"INAM", b"a title\0", True) + chunk(b"IZZZ", b"odd", True), True)
        name = info if little else chunk(b"NAME", b"a title", False)
        other = chunk(b"bext" if little else b"APPL", bytes(602), little)
        before, behind = ((b"", tags), (name + tags, b""), (other, name + tags), (name, other + tags))[variant]
        return iff(data, before, behind, little)
    if ending == "flac" and variant:
        more = b"\x02" + struct.pack(">I", 60)[1:] + b"test" + bytes(56) + (b"\x64\0\0\x05hello" if variant > 1 else b"")
        data = data[:4 + 38] + more + data[4 + 38:]
        return (id3(3, picture) if variant == 3 else b"") + data
    if ending == "m4a":
        for number in range(variant):
            data = with_item(data, freeform(b"FIELD%d" % number, b"v" * 50) if number else atom(b"zzzz", bytes(30)))
    return data


def seeds(folder):
    """Clips by their names, such as 0.mp3."""
    cover = folder / "cover.png"
    subprocess.run(
        ["ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", "testsrc=size=64x64", "-frames:v", "1", cover], check=True)
    picture = cover.read_bytes()
    block = struct.pack(">II", 3, 9) + b"image/png" + struct.pack(">IIIIII", 0, 64, 64, 24, 0, len(picture)) + picture
    sources = sorted(p for p in (ROOT / "samples").glob("*.*") if p.suffix != ".md")
    made = {}
    for number, (ending, options) in enumerate(ENCODERS.items()):
        for variant in range(VARIANTS):
            fields = dict(FIELDS)
            if ending in ("ogg", "opus", "flac") and variant % 2:
                fields["METADATA_BLOCK_PICTURE"] = base64.b64encode(block).decode() * (1 if variant == 1 else 8)
            if variant > 1:
                fields["genre"] = "Rock"
            tagless = ending in ("mp3", "wav", "aiff")
            words = [w for k, v in fields.items() if not tagless for w in ("-metadata", f"{k}={v}")]
            covers = ending == "flac" or (ending == "m4a" and variant % 2)
            inputs = ["-i", cover, "-map", "0:a", "-map", "1:v", "-c:v", "copy", "-disposition:v", "attached_pic"] if covers else []
            target = folder / f"{variant}.{ending}"
            subprocess.run(
                ["ffmpeg", "-v", "error", "-y", "-ss", str(SECONDS * variant), "-t", str(SECONDS), "-i",
                 sources[(number + variant) % len(sources)], *inputs, *words, *shlex.split(options), target],
                stdin=subprocess.DEVNULL, check=True)
            made[target.name] = rich(ending, variant, target.read_bytes(), picture)
    return made


def region(ending, data):
    """Where the tags lie, as pairs of start and end."""
    if ending == "mp3":
        front = 10 + sum((data[6 + i] & 0x7F) << (21 - 7 * i) for i in range(4))
        return [(0, front), (len(data) - (128 if data[-128:-125] == b"TAG" else 1), len(data))]
    if ending == "flac":
        at = data.find(b"fLaC") + 4
        last = False
        while not last and at + 4 < len(data):
            last = data[at] >= 128
            at += 4 + int.from_bytes(data[at + 1:at + 4], "big")
        return [(0, min(at, len(data)))]
    if ending in ("ogg", "opus"):
        ends = [at for at in range(len(data) - 4) if data[at:at + 4] == b"OggS"]
        sound = next((at for at in ends if int.from_bytes(data[at + 6:at + 14], "little") not in (0, 2**64 - 1)), len(data))
        return [(ends[1] if len(ends) > 1 else 0, sound)]
    if ending == "m4a":
        return [(max(0, data.find(b"udta") - 4), len(data))]
    sound = data.find(b"data" if ending == "wav" else b"SSND")
    size = int.from_bytes(data[sound + 4:sound + 8], "little" if ending == "wav" else "big")
    return [(12, sound), (min(sound + 8 + size, len(data) - 1), len(data))]


def checked(data):
    """Ogg pages with the checksums that they ought to have, so that what is in them is looked at."""
    table = []
    for byte in range(256):
        value = byte << 24
        for _ in range(8):
            value = (value << 1) ^ (0x104C11DB7 if value & 0x80000000 else 0)
        table.append(value & 0xFFFFFFFF)
    data = bytearray(data)
    at = data.find(b"OggS")
    while at >= 0 and at + 27 < len(data):
        end = at + 27 + data[at + 26]
        end += sum(data[at + 27:end])
        data[at + 22:at + 26] = bytes(4)
        crc = 0
        for byte in data[at:end]:
            crc = ((crc << 8) & 0xFFFFFFFF) ^ table[(crc >> 24) ^ byte]
        data[at + 22:at + 26] = crc.to_bytes(4, "little")
        at = data.find(b"OggS", max(end, at + 4))
    return bytes(data)


def fuzzed(ending, data, rng):
    """One to four faults in the tags."""
    data = bytearray(data)
    for _ in range(rng.choice((1, 1, 1, 2, 4))):
        places = [(a, b) for a, b in region(ending, data) if b > a]
        if not places:
            break
        start, end = rng.choice(places)
        at = rng.randrange(start, end)
        kind = rng.randrange(9)
        if kind == 0:  # bits
            for _ in range(rng.choice((1, 8, 64))):
                data[rng.randrange(start, end)] ^= 1 << rng.randrange(8)
        elif kind == 1:  # bytes
            for _ in range(rng.choice((1, 16, 256))):
                data[rng.randrange(start, end)] = rng.randrange(256)
        elif kind == 2:  # a hole: what lies behind it is as long as before, and its sizes are not
            del data[at:min(end, at + rng.choice((1, 3, 64, 5000)))]
        elif kind == 3:  # something between
            data[at:at] = rng.randbytes(rng.choice((1, 3, 64, 5000)))
        elif kind == 4:  # a number of extremes: sizes that are wrong
            number = rng.choice((0, 1, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, rng.randrange(1 << 32), rng.randrange(1 << 16)))
            data[at:at + 4] = number.to_bytes(4, rng.choice(("little", "big")))[:max(0, len(data) - at)]
        elif kind == 5:  # cut in the tags, where they come last; else zeros over them
            if end == len(data):
                del data[at:]
            else:
                data[at:min(end, at + 64)] = bytes(min(end, at + 64) - at)
        elif kind == 6:  # the tags, or a part of them, twice
            data[end:end] = data[rng.choice((start, at)):end]
        elif kind == 7:  # another block of ID3 before everything
            data[0:0] = id3(rng.choice((2, 3, 4)), b"no picture", padding=rng.choice((0, 10, 4096)))
        elif kind == 8:  # a field of a megabyte
            text = b"\0" + b"long " * 200_000
            if ending in ("mp3", "flac"):
                data[0:0] = id3(rng.choice((3, 4)), b"", frame(3, b"COMM", text) if rng.random() < 0.3 else frame(4, b"TALB", text))
            elif ending == "m4a" and data.find(b"ilst") > 4:
                try:
                    data = bytearray(with_item(bytes(data), freeform(b"LONG", text)))
                except struct.error:
                    pass
            elif ending in ("wav", "aiff"):
                little = ending == "wav"
                data += chunk(b"id3 " if little else b"ID3 ", id3(3, b"", frame(3, b"TALB", text)), little)
            else:
                data[at:at] = text
        if len(data) < 64:
            break
    return checked(data) if ending in ("ogg", "opus") and rng.random() < 0.7 else bytes(data)
