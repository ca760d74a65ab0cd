# SPDX-License-Identifier: GPL-3.0-or-later
"""What the browser test stands on: a real `delpekd run` on the demo clinic, a wire that can be cut, another site."""

import contextlib
import ctypes
import http.server
import json
import os
import select
import socket
import sqlite3
import subprocess
import threading
import urllib.request


# 32 bytes in Base64: of the kept files, and of the tokens of the staff API.
KEY = "a2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2s="


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Daemon:
    """delpekd as a process of its own, in a folder of its own."""

    def __init__(self, program, clinic, folder, settings):
        environment = {name: value for name, value in os.environ.items() if not name.startswith("DELPEK_")}
        environment.update(HOME=folder, XDG_CONFIG_HOME=folder + "/config", XDG_DATA_HOME=folder + "/data",
                           DELPEK_SECRET_MEDIA_KEY=KEY, DELPEK_SECRET_API_TOKEN_KEY=KEY)
        self.database = folder + "/clinic.sqlite"
        all_settings = {
            "store.location": "sqlite:" + self.database,
            "listen.port": "0",
            "agent.quiet-window": "300ms",
            "secrets.store": "environment",
            "clinic.file": clinic,
            "webchat.enabled": "true",
            "webchat.rate-per-session": "200",
            **settings,
        }
        arguments = [part for name, value in all_settings.items() for part in ("--set", f"{name}={value}")]
        self._program = program
        self._environment = environment
        self._errors = open(folder + "/stderr", "ab")
        self._process = subprocess.Popen([program, "run", *arguments], env=environment, stdout=subprocess.PIPE,
                                         stderr=self._errors, text=True)
        line = self._process.stdout.readline()
        if not line.startswith("listening on 127.0.0.1:"):
            raise RuntimeError("delpekd did not start: " + open(folder + "/stderr", encoding="utf-8").read()[-2000:])
        self.port = int(line.rsplit(":", 1)[1])

    def rows(self, sql):
        with contextlib.closing(sqlite3.connect(f"file:{self.database}?mode=ro", uri=True, timeout=5)) as database:
            return database.execute(sql).fetchall()

    def post(self, path, body, headers=None):
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", json.dumps(body).encode(),
                                         {"Content-Type": "application/json", **(headers or {})})
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)

    def command(self, *arguments):
        """What another command of the program prints, on the same database and secrets."""
        done = subprocess.run([self._program, *arguments, "--set", "secrets.store=environment",
                               "--set", "store.location=sqlite:" + self.database],
                              env=self._environment, stdout=subprocess.PIPE, text=True, check=True, timeout=60)
        return done.stdout.strip()

    def token(self, name, role):
        """A token of the staff API, as an administrator makes it."""
        return self.command("token", "issue", "--staff", name, "--role", role)

    def end(self):
        """SIGTERM; True when it ended cleanly."""
        if self._process.poll() is None:
            self._process.terminate()
        code = self._process.wait(30)
        self._errors.close()
        return code == 0


def add_staff(database, members):
    """Members of staff with a PIN, (name, role, language, PIN) each, in a database that no process has open."""
    sodium = ctypes.CDLL("libsodium.so.23")
    sodium.sodium_init()
    with contextlib.closing(sqlite3.connect(database)) as rows:
        for name, role, language, pin in members:
            kept = ctypes.create_string_buffer(128)
            code = pin.encode()
            # The smallest work that libsodium allows: what is tested here is the page.
            if sodium.crypto_pwhash_str(kept, code, ctypes.c_ulonglong(len(code)), ctypes.c_ulonglong(1),
                                        ctypes.c_size_t(8192)) != 0:
                raise RuntimeError("the PIN cannot be hashed")
            rows.execute("INSERT INTO staff (name, role, language, phone, email, telegram_chat, active, quiet_from, "
                         "quiet_to, pin_hash) VALUES (?, ?, ?, '', '', '', 1, 0, 0, ?)",
                         (name, role, language, kept.value.decode()))
        rows.commit()


class Wire:
    """A TCP relay before the daemon. `cut` breaks what is connected and refuses more until `mend`."""

    def __init__(self, port):
        self._target = port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._lock = threading.Lock()
        self._open = set()
        self._is_cut = False
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self):
        with self._lock:
            self._is_cut = True
            for end in self._open:
                with contextlib.suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)

    def mend(self):
        with self._lock:
            self._is_cut = False

    def _accept(self):
        while True:
            near, _ = self._listener.accept()
            threading.Thread(target=self._relay, args=(near,), daemon=True).start()

    def _relay(self, near):
        with near, contextlib.suppress(OSError):
            with self._lock:
                if self._is_cut:
                    return
            with socket.create_connection(("127.0.0.1", self._target)) as far:
                with self._lock:
                    self._open |= {near, far}
                try:
                    self._pass_on(near, far)
                finally:
                    with self._lock:
                        self._open -= {near, far}

    @staticmethod
    def _pass_on(near, far):
        while True:
            ready, _, _ = select.select([near, far], [], [])
            for end in ready:
                data = end.recv(65536)
                if not data:
                    return
                (far if end is near else near).sendall(data)


class Site:
    """The clinic's own site, with the embed snippet."""

    def __init__(self, chat_port):
        page = (f'<!DOCTYPE html><html lang="he" dir="rtl"><meta charset="utf-8"><title>site</title><h1>site</h1>'
                f'<script src="http://127.0.0.1:{chat_port}/chat/embed.js" defer></script></html>').encode()

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(page)))
                self.end_headers()
                self.wfile.write(page)

            def log_message(self, *_):
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, daemon=True).start()
