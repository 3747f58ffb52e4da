"""Standard MIDI files of format 0, one part each."""

import struct

TICKS_PER_SECOND = 960
BEND_SEMITONES = 12


def varying(value):
    out = [value & 127]
    while value := value >> 7:
        out.append(value & 127 | 128)
    return bytes(reversed(out))


def message(channel, kind, a, b):
    if kind == "on":
        return bytes([0x90 | channel, a, b])
    if kind == "off":
        return bytes([0x80 | channel, a, 0])
    if kind == "control":
        return bytes([0xB0 | channel, a, max(0, min(127, b))])
    bend = max(0, min(16383, round(8192 + 8192 * a / BEND_SEMITONES)))
    return bytes([0xE0 | channel, bend & 127, bend >> 7])


def file(song, part):
    """The bytes of a part of a song; a beat of the file is a second."""
    channel = 9 if part.bank == 128 else 0
    start = [] if channel == 9 else [(0, bytes([0xB0, 0, part.bank]))]
    start.append((0, bytes([0xC0 | channel, part.program])))
    for number, value in ((101, 0), (100, 0), (6, BEND_SEMITONES), (7, 100), (91, 0), (93, 0)):
        start.append((0, bytes([0xB0 | channel, number, value])))
    events = [(round(t * TICKS_PER_SECOND), message(channel, *rest)) for t, _, *rest in song.events(part)]
    track, now = bytearray(b"\0\xff\x51\x03" + (1_000_000).to_bytes(3, "big")), 0
    for tick, data in start + events:
        track += varying(tick - now) + data
        now = tick
    end = max(now, round(song.seconds * TICKS_PER_SECOND))
    track += varying(end - now) + b"\xff\x2f\0"
    return b"MThd" + struct.pack(">IHHH", 6, 0, 1, TICKS_PER_SECOND) + b"MTrk" + struct.pack(">I", len(track)) + track
