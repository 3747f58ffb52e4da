#!/usr/bin/env python3
"""Times a library of many files: scans with nothing and with little new, and databases of 100,000 rows.

    tools/library/speed.py CLIPS NEW [--files 10000] [--rows 100000] [--work FOLDER] [--auricle COMMAND]

The files of CLIPS are scanned; links to them, under so many names, get their rows, as a scan that hears links would write
them. NEW has ten files or more that are none of CLIPS. Leaves rows.db in the folder of --work for QueryTimes.java.
"""
import argparse
import os
import pathlib
import resource
import shlex
import shutil
import sqlite3
import subprocess
import time

TABLES = {
    "verdict": "model, label, score, sure", "score": "model, label, score, given",
    "embedding": "network, version, vector", "marks": "moments", "tag": "name, value, value_key",
}  # fmt: skip


def timed(command):
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.time()
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return f"{time.time() - start:.1f} s, {processor:.1f} s of processor time: {ran.stderr.strip().splitlines()[-1]}"


def copy(database, sources, paths):
    """Rows for paths like those of sources, in turn."""
    columns = [row[1] for row in database.execute("PRAGMA table_info(file)") if row[1] not in ("id", "path", "path_key")]
    next_id = database.execute("SELECT MAX(id) FROM file").fetchone()[0] + 1
    database.execute("CREATE TEMP TABLE pair (own INTEGER PRIMARY KEY, source INTEGER, path TEXT, bytes, modified)")
    database.executemany(
        "INSERT INTO pair VALUES (?, ?, ?, ?, ?)",
        ((next_id + i, sources[i % len(sources)], path, size, at) for i, (path, size, at) in enumerate(paths)),
    )
    kept = [f"f.{c}" if c not in ("bytes", "modified") else f"COALESCE(p.{c}, f.{c})" for c in columns]
    database.execute(
        f"INSERT INTO file (id, path, path_key, {', '.join(columns)}) SELECT p.own, p.path, lower(p.path), "
        f"{', '.join(kept)} FROM pair p JOIN file f ON f.id = p.source"
    )
    for table, others in TABLES.items():
        own = ", ".join(f"t.{c.strip()}" for c in others.split(","))
        database.execute(f"INSERT INTO {table} (file, {others}) SELECT p.own, {own} FROM pair p JOIN {table} t ON t.file = p.source")
    database.execute("DROP TABLE pair")
    database.commit()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("clips", type=pathlib.Path)
    parser.add_argument("new", type=pathlib.Path)
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--work", type=pathlib.Path, required=True)
    parser.add_argument("--auricle", default=str(pathlib.Path(__file__).resolve().parents[2] / "auricle"))
    args = parser.parse_args()
    music, path = args.work / "music", args.work / "library.db"
    music.mkdir(parents=True)
    scan = [*shlex.split(args.auricle), "library", "scan", "--database", str(path)]
    if not path.exists():
        print("clips:", timed([*scan, str(args.clips)]), flush=True)
    database = sqlite3.connect(path)
    sources = database.execute("SELECT id, path FROM file WHERE fault_code IS NULL").fetchall()
    links = []
    for i in range(args.files):
        target = pathlib.Path(sources[i % len(sources)][1])
        link = music / f"artist{i % 300:03}" / f"album{i % 900:03}" / f"{i:05}{target.suffix}"
        link.parent.mkdir(parents=True, exist_ok=True)
        os.symlink(target, link)
        facts = link.stat()
        links.append((str(link), facts.st_size, facts.st_mtime_ns // 1_000_000))
    copy(database, [s[0] for s in sources], links)
    database.execute("INSERT OR IGNORE INTO folder VALUES (?)", (str(music),))
    database.commit()
    print("nothing new:", timed([*scan, str(music)]), flush=True)
    for new in sorted(args.new.iterdir())[:10]:
        shutil.copy(new, music / new.name)
    print("ten new:", timed([*scan, str(music)]), flush=True)
    rows = args.work / "rows.db"
    shutil.copy(path, rows)
    database.close()
    database = sqlite3.connect(rows)
    have = database.execute("SELECT COUNT(*) FROM file").fetchone()[0]
    ids = [row[0] for row in database.execute("SELECT id FROM file WHERE fault_code IS NULL")]
    copy(database, ids, [(f"/many/{i:06}.mp3", None, None) for i in range(args.rows - have)])
    database.execute("UPDATE file SET year = 1950 + id % 74, tempo = 60 + id * 37 % 1400 / 10.0, arousal = (id * 7919 % 2000 - 1000) / 1000.0")
    database.commit()
    print(f"{rows}: {args.rows} rows, {rows.stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
