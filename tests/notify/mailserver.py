#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A mail server by aiosmtpd: STARTTLS and a login are required. It prints its port, then each mail as a line of JSON."""

import email
import email.header
import json
import ssl
import sys

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword


def header(message, name):
    return str(email.header.make_header(email.header.decode_header(message[name])))


class Handler:
    async def handle_DATA(self, server, session, envelope):
        message = email.message_from_bytes(envelope.content)
        print(json.dumps({
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "encrypted": session.ssl is not None,
            "sender": header(message, "From"),
            "subject": header(message, "Subject"),
            "text": message.get_payload(decode=True).decode("utf-8"),
        }), flush=True)
        return "250 2.0.0 kept"


def authenticate(server, session, envelope, mechanism, data):
    good = isinstance(data, LoginPassword) and (data.login, data.password) == (b"desk@clinic.example", b"right")
    return AuthResult(success=good, handled=good)


context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
context.load_cert_chain(sys.argv[1], sys.argv[2])
controller = Controller(Handler(), hostname="127.0.0.1", port=int(sys.argv[3]), tls_context=context,
                        require_starttls=True, authenticator=authenticate, auth_required=True)
controller.start()
print("ready", flush=True)
sys.stdin.read()
controller.stop()
