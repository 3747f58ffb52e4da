#!/usr/bin/env python3
"""A drive in a network that hangs: its server is stopped while `auricle library` scans, tags and follows its folder.

    tools/hostile/hanging.py [--songs 30] [--auricle COMMAND]

Needs Linux, sshfs and sftp-server (Debian: openssh-sftp-server), no network: sshfs talks to a sftp-server of its own. Each
time one folder lies on that drive, another on this machine. Wrong is: a command that does not end, no line that names the
drive, a file of this machine that is not heard, anything that the library forgets, and after the drive answers again a
scan that does not hear the rest, a file that is neither the old nor the new one, or that does not come back.
"""
import argparse
import hashlib
import os
import pathlib
import shlex
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SERVERS = ["/usr/lib/openssh/sftp-server", "/usr/libexec/openssh/sftp-server", "/usr/lib/ssh/sftp-server"]
WAIT = 180


class Drive:
    def __init__(self, folder, place):
        self.place = place
        server = next(s for s in SERVERS if os.path.exists(s))
        shell = folder / "server.sh"
        pid = folder / "server.pid"
        shell.write_text(f"#!/bin/sh\necho $$ >{pid}\nexec {server}\n")
        shell.chmod(0o755)
        subprocess.run(["sshfs", "-o", f"ssh_command={shell},dir_cache=no,attr_timeout=0,entry_timeout=0", f"none:{folder}/remote", place], check=True)
        self.pid = int(pid.read_text())

    def read(self):
        """Bytes that its server has read."""
        return int(pathlib.Path(f"/proc/{self.pid}/io").read_text().split()[1])

    def stop(self):
        os.kill(self.pid, signal.SIGSTOP)

    def go_on(self):
        os.kill(self.pid, signal.SIGCONT)

    def close(self):
        self.go_on()
        subprocess.run(["fusermount", "-u", "-z", self.place])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--songs", type=int, default=30)
    parser.add_argument("--auricle", default=str(ROOT / "auricle"), help="the command to run")
    arguments = parser.parse_args()
    wrong = []

    def check(holds, what):
        print(("ok: " if holds else "WRONG: ") + what, flush=True)
        if not holds:
            wrong.append(what)

    work = pathlib.Path(tempfile.mkdtemp())
    remote, place, local, database = (work / name for name in ("remote", "drive", "local", "library.db"))
    for folder in (remote / "album", place, local):
        folder.mkdir(parents=True)
    sources = sorted(p for p in (ROOT / "samples").glob("*.*") if p.suffix != ".md")
    for number in range(arguments.songs):
        for target, start in ((remote / "album", number), (local, number + 1000)):
            source = sources[number % len(sources)]
            subprocess.run(
                ["ffmpeg", "-v", "error", "-ss", str(start % 7), "-t", "8", "-i", source, "-metadata", f"title={start}",
                 "-map", "0:a", target / f"{number:03d}.{'mp3' if number % 3 else 'flac'}"],
                stdin=subprocess.DEVNULL, check=True)
    drive = Drive(work, place)
    errors = work / "errors"

    def start(*words):
        command = [*shlex.split(arguments.auricle), "library", words[0], "--database", database, *words[1:]]
        with open(errors, "wb") as err, open(work / "out", "wb") as out:
            return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=err)

    def end(process, what):
        begin = time.time()
        try:
            code = process.wait(WAIT)
        except subprocess.TimeoutExpired:
            code = None
        text = errors.read_text(errors="replace")
        print("   " + text.strip().replace("\r", "\n").replace("\n", "\n   "))
        check(code is not None, f"{what}: ended (code {code}) {time.time() - begin:.0f} s later")
        check("Exception" not in text and "INTERNAL" not in text, f"{what}: no fault of the program")
        return code, text

    def known(folder, more=""):
        with sqlite3.connect(database, timeout=30) as connection:
            return connection.execute(
                f"SELECT COUNT(*) FROM file WHERE path LIKE ? AND removed IS NULL {more}", (f"{folder}/%",)).fetchone()[0]

    def until(condition, process):
        begin = time.time()
        while not condition() and process.poll() is None and time.time() - begin < WAIT:
            time.sleep(0.02)

    def heard(folder):
        try:
            return known(folder, "AND fault_code IS NULL AND models <> ''")
        except sqlite3.Error:
            return 0

    def named(text):
        return [line for line in text.splitlines() if "does not answer" in line and str(place) in line]

    def state():
        return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in (remote / "album").iterdir() if p.is_file()}

    try:
        # In the middle of a scan.
        begin = drive.read()
        scan = start("scan", str(place), str(local))
        until(lambda: drive.read() - begin > 400_000, scan)
        drive.stop()
        code, text = wait_stuck(scan, drive, end, "scan", check, errors)
        check(len(named(text)) == 1, "scan: one line names the drive")
        check(heard(local) == arguments.songs, f"scan: {heard(local)} of {arguments.songs} files of this machine were heard")
        print(f"   {heard(place)} of the drive before it hung")

        # Before a scan.
        drive.stop()
        before = known(place)
        (local / "new.flac").write_bytes((local / "000.flac").read_bytes()[:-1000])
        scan = start("scan")
        code, text = wait_stuck(scan, drive, end, "scan of a drive that is gone", check, errors)
        check(len(named(text)) == 1, "one line names the drive")
        check(known(place) == before, "what is known of it stays")
        check(known(local) == arguments.songs + 1, "a new file of this machine was heard")

        code, text = end(start("scan"), "scan after it came back")
        check(heard(place) == arguments.songs, f"{heard(place)} of {arguments.songs} files of the drive are heard")

        # While tags are written.
        old = state()
        tag = start("tag", "--write", "--unsure", "--policy", "replace", f"path:{place}")
        until(lambda: state() != old, tag)
        drive.stop()
        code, text = wait_stuck(tag, drive, end, "tag --write", check, errors)
        check(len(named(text)) > 0, "tag: lines name files")
        changed = sum(state()[name] != old[name] for name in old)
        print(f"   {changed} of {len(old)} files were written")
        end(start("untag"), "untag")
        check(state() == old, "every file came back")
        end(start("tag", "--write", "--unsure", "--policy", "replace", f"path:{place}"), "tag again")
        end(start("untag"), "untag again")
        check(state() == old, "every file came back again")
        left = [p.name for p in (remote / "album").iterdir() if p.is_dir()]
        check(not left, f"nothing is left behind: {left}")

        # While it follows folders, and Ctrl-C.
        scan = start("scan", "--watch")
        until(lambda: "following" in errors.read_text(errors="replace"), scan)
        drive.stop()
        shutil.copy(local / "001.mp3", local / "follow.mp3")
        until(lambda: named(errors.read_text(errors="replace")), scan)
        check(len(named(errors.read_text(errors="replace"))) == 1, "watch: one line names the drive")
        scan.send_signal(signal.SIGINT)
        until(lambda: "the library is whole" in errors.read_text(errors="replace"), scan)
        wait_stuck(scan, drive, end, "watch after Ctrl-C", check, errors)
        check(known(place) == arguments.songs, "what is known of the drive stays")
    finally:
        drive.close()
        if not wrong:
            shutil.rmtree(work, ignore_errors=True)
    print(f"{len(wrong)} wrong")
    sys.exit(1 if wrong else 0)


def wait_stuck(process, drive, end, what, check, errors):
    """Waits until a command has said its last word. Linux keeps a process until FUSE answers it, so the drive goes on then."""
    begin = time.time()
    last = ("library ", "files ", "the library is whole")
    while process.poll() is None and time.time() - begin < WAIT:
        lines = errors.read_text(errors="replace").replace("\r", "\n").strip().splitlines()
        if lines and lines[-1].startswith("auricle: ") and any(word in lines[-1] for word in last) and "does not answer" not in lines[-1]:
            break
        time.sleep(0.1)
    check(time.time() - begin < WAIT, f"{what}: its last word came after {time.time() - begin:.0f} s")
    time.sleep(2)
    print(f"   {what}: the process {'has ended' if process.poll() is not None else 'is kept by the system'}")
    drive.go_on()
    return end(process, what)


if __name__ == "__main__":
    main()
