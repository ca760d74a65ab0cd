#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""docs/openapi.yaml against the program, in both directions.
test_openapi.py DELPEKD LIST_ROUTES OPENAPI.yaml CLINIC.json"""

import http.client
import json
import os
import subprocess
import sys
import tempfile
import time
import unittest

import jsonschema
import yaml

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "web"))
from clinic import Daemon, add_staff, free_port  # noqa: E402

PROGRAM, LIST_ROUTES, FILE, CLINIC = sys.argv[1:5]
PREFIXES = ("/api/", "/health", "/admin/", "/sessions/", "/orchestrate")
METHODS = ("get", "post", "put", "delete", "patch")
PIN = "483920"
NAME = "ד״ר נועה לוי"


class OpenApi(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with open(FILE, encoding="utf-8") as file:
            cls.document = yaml.safe_load(file)
        cls.routes = {tuple(line.split(" ", 1)) for line in
                      subprocess.run([LIST_ROUTES], stdout=subprocess.PIPE, text=True, check=True,
                                     timeout=60).stdout.splitlines()}
        cls.folder = tempfile.TemporaryDirectory()
        first = Daemon(PROGRAM, CLINIC, cls.folder.name, {})
        assert first.end(), "delpekd did not end cleanly"
        add_staff(first.database, [(NAME, "doctor", "he", PIN)])
        port = free_port()
        cls.origin = f"http://127.0.0.1:{port}"
        cls.daemon = Daemon(PROGRAM, CLINIC, cls.folder.name, {
            "listen.port": str(port), "listen.public-url": cls.origin})
        cls.staff = {"Authorization": "Bearer " + cls.daemon.token(NAME, "doctor")}

    @classmethod
    def tearDownClass(cls):
        ended = cls.daemon.end()
        cls.folder.cleanup()
        assert ended, "delpekd did not end cleanly"

    def described(self):
        return {(method.upper(), path) for path, item in self.document["paths"].items()
                for method in item if method in METHODS}

    def test_every_route_is_described_and_every_description_has_a_route(self):
        ours = {(method, path) for method, path in self.routes if path.startswith(PREFIXES)}
        self.assertGreater(len(ours), 25)
        self.assertEqual(ours, self.described())

    def test_the_rest_are_pages(self):
        pages = {(method, path) for method, path in self.routes} - self.described()
        self.assertTrue(pages)
        for method, path in pages:
            self.assertEqual(method, "GET")
            self.assertRegex(path, r"^/(chat|doctor-chat)(/|$)")

    def resolved(self, part):
        while "$ref" in part:
            node = self.document
            for name in part["$ref"].removeprefix("#/").split("/"):
                node = node[name]
            part = node
        return part

    def call(self, method, template, body=None, headers=None, query="", expect=200, **names):
        """Asks the daemon and holds the answer against the description of its status."""
        operation = self.document["paths"][template][method.lower()]
        path = template.format(**names) + query
        connection = http.client.HTTPConnection("127.0.0.1", self.daemon.port, timeout=30)
        self.addCleanup(connection.close)
        raw = body if isinstance(body, bytes) else None if body is None else json.dumps(body).encode()
        connection.request(method, path, raw, {"Origin": self.origin, **(headers or {})})
        answer = connection.getresponse()
        content = answer.read()
        where = f"{method} {path}: {answer.status} {content[:300]!r}"
        self.assertEqual(answer.status, expect, where)
        self.assertIn(str(answer.status), operation["responses"], where)
        response = self.resolved(operation["responses"][str(answer.status)])
        for name in response.get("headers", {}):
            self.assertIsNotNone(answer.getheader(name), f"{where}: no {name}")
        if "application/json" not in response["content"]:
            return content, answer
        self.assertEqual(answer.getheader("Content-Type"), "application/json", where)
        value = json.loads(content)
        schema = {**response["content"]["application/json"]["schema"], "components": self.document["components"]}
        errors = [f"{'/'.join(map(str, error.absolute_path))}: {error.message}"
                  for error in jsonschema.Draft202012Validator(schema).iter_errors(value)]
        self.assertEqual(errors, [], where)
        return value, answer

    def test_the_file_itself_is_sound(self):
        for schema in self.document["components"]["schemas"].values():
            jsonschema.Draft202012Validator.check_schema(schema)
        for item in self.document["paths"].values():
            for method, operation in item.items():
                if method in METHODS:
                    self.assertIn("summary", operation)
                    for response in operation["responses"].values():
                        self.assertIn("description", self.resolved(response))

    def references(self, part):
        if isinstance(part, dict):
            if isinstance(part.get("$ref"), str):
                yield part
            part = list(part.values())
        for inner in part if isinstance(part, list) else []:
            yield from self.references(inner)

    def test_every_reference_leads_somewhere(self):
        found = list(self.references(self.document))
        self.assertGreater(len(found), 100)
        for part in found:
            with self.subTest(part["$ref"]):
                self.assertIsInstance(self.resolved(part), dict)

    def test_the_program(self):
        self.call("GET", "/health")
        self.call("GET", "/api/version")
        self.call("GET", "/api/self-test", query="?nonce=" + "a" * 32)
        self.call("GET", "/api/self-test", query="?nonce=x", expect=400)

    def test_the_memory(self):
        admin = {"Authorization": "Bearer " + self.daemon.token(NAME, "admin")}
        headers = self.visitor("מתי אתם פתוחים?")
        self.call("GET", "/api/memory/{user_id}", user_id=1, expect=401)
        self.call("GET", "/api/memory/{user_id}", headers=self.staff, user_id=1, expect=403)
        end = time.monotonic() + 30
        while True:
            mine = self.call("GET", "/api/memory/{user_id}", headers=headers, user_id="me")[0]
            if mine["facts"] or time.monotonic() > end:
                break
            time.sleep(0.5)
        fact = mine["facts"][0]
        names = {"user_id": mine["user"], "id": fact["id"]}
        facts = "/api/memory/{user_id}/facts/{id}"
        self.call("GET", "/api/memory/{user_id}", headers=headers, user_id=mine["user"] + 1000, expect=403)
        self.call("PATCH", facts, {"value": "xx"}, headers, expect=422, **names)
        self.call("PATCH", facts, {"value": "en"}, headers, **names)
        self.call("PATCH", facts, {"value": "en"}, headers, expect=404, **names)
        self.call("GET", "/api/memory/{user_id}", headers=admin, user_id=mine["user"])
        self.call("DELETE", "/api/memory/{user_id}", headers=admin, user_id=mine["user"])
        gone = self.call("GET", "/api/memory/{user_id}", headers=headers, user_id="me")[0]
        self.assertEqual((gone["facts"], gone["talks"]), ([], []))
        self.call("GET", "/health/neo4j")

    def visitor(self, text):
        token = self.call("POST", "/api/webchat/session")[0]["token"]
        headers = {"Authorization": f"Bearer {token}"}
        self.call("POST", "/api/webchat/messages", {"id": "message-0001", "text": text, "language": "he"}, headers)
        return headers

    def test_the_chat_page(self):
        self.call("GET", "/api/webchat/info")
        headers = self.visitor("שלום")
        self.call("POST", "/api/webchat/read", {"ids": [1]}, headers)
        self.call("POST", "/api/webchat/read", {"ids": "x"}, headers, expect=400)
        self.call("POST", "/api/webchat/messages", {"id": "message-0002", "text": ""}, headers, expect=422)
        self.call("POST", "/api/webchat/messages", {"id": "x"}, headers, expect=400)
        self.call("POST", "/api/webchat/messages", {"id": "message-0003", "text": "x"}, expect=401)
        self.call("GET", "/api/webchat/files", headers=headers, query="?message=99999", expect=404)
        self.call("POST", "/api/webchat/files", b"x", headers, query="?id=message-0004&name=x.txt", expect=415)

    def raised(self):
        """An emergency of a new visitor, when it has been raised."""
        before = {one["id"] for one in self.call("GET", "/api/escalations", headers=self.staff)[0]["escalations"]}
        self.visitor("הלחי שלי נפוחה מאוד ואני לא מצליח לבלוע")
        end = time.monotonic() + 30
        while time.monotonic() < end:
            for one in self.call("GET", "/api/escalations", headers=self.staff)[0]["escalations"]:
                if one["id"] not in before:
                    return one
            time.sleep(0.1)
        self.fail("no escalation within 30 s")

    def test_the_staff_api(self):
        self.call("GET", "/api/escalations", expect=401)
        self.call("GET", "/api/escalations", headers=self.staff, query="?state=x", expect=422)
        self.call("GET", "/api/escalations", headers=self.staff, query="?state=closed")
        one = self.raised()
        names = {"id": one["id"]}
        self.call("GET", "/api/escalations/{id}", headers=self.staff, **names)
        self.call("GET", "/api/escalations/{id}", headers=self.staff, id=99999, expect=404)
        body = {"conversation": one["conversation"], "urgency": "EMERGENCY", "reason": "x", "link": {"staff": 1}}
        card = self.call("POST", "/api/escalations", body, self.staff, expect=201)[0]
        self.assertTrue(card["link"].startswith(self.origin + "/doctor-chat/"))
        body["link"]["staff"] = 999
        self.assertIsNone(self.call("POST", "/api/escalations", body, self.staff, expect=201)[0]["link"])
        self.call("POST", "/api/escalations", {}, self.staff, expect=422)
        self.call("POST", "/api/escalations", {**body, "conversation": 99999}, self.staff, expect=404)
        self.call("POST", "/api/escalations/{id}/links", {"staff": 1}, self.staff, expect=201, **names)
        self.call("POST", "/api/escalations/{id}/links", {"staff": 999}, self.staff, expect=404, **names)
        self.call("DELETE", "/api/escalations/{id}/links", headers=self.staff, **names)
        self.call("POST", "/api/escalations/{id}/acknowledge", headers=self.staff, **names)
        self.call("POST", "/api/escalations/{id}/reply", {"text": "x"}, self.staff, **names)
        self.call("POST", "/api/escalations/{id}/reply", {"text": ""}, self.staff, expect=422, **names)
        auditor = {"Authorization": "Bearer " + self.daemon.token("x", "auditor")}
        self.call("POST", "/api/escalations/{id}/close", {"reason": "x"}, auditor, expect=403, **names)
        self.call("POST", "/api/escalations/{id}/close", {"reason": "x"}, self.staff, **names)
        self.call("POST", "/api/escalations/{id}/close", {"reason": "x"}, self.staff, expect=409, **names)

    def test_the_services(self):
        admin = {"Authorization": "Bearer " + self.daemon.token("x", "admin")}
        self.call("GET", "/admin/services", expect=401)
        self.call("GET", "/admin/services", headers=self.staff, expect=403)
        services = self.call("GET", "/admin/services", headers=admin)[0]["services"]
        self.assertEqual([one["id"] for one in services], ["human_contact", "information", "parents"])
        told = self.call("POST", "/orchestrate", {"text": "יש לי קוד הורים"}, self.staff)[0]
        self.assertEqual(told["service"], "parents")
        names = {"id": told["session"]}
        shown = self.call("GET", "/sessions/{id}", headers=self.staff, **names)[0]
        self.assertEqual((shown["status"], shown["form"]["stage"]), ("open", "name"))
        body = {"text": "נציג אנושי", "session": told["session"]}
        self.assertEqual(self.call("POST", "/orchestrate", body, self.staff)[0]["outcome"], "handed_to_person")
        self.call("POST", "/orchestrate", {"text": ""}, self.staff, expect=422)
        self.call("POST", "/orchestrate", {"text": "x", "session": 99999}, self.staff, expect=404)
        self.call("GET", "/sessions/{id}/artifacts", headers=self.staff, **names)
        self.call("GET", "/sessions/{id}/artifacts", headers=self.staff, id=99999, expect=404)
        self.call("PUT", "/sessions/{id}", {"expires": 1}, self.staff, expect=422, **names)
        self.call("PUT", "/sessions/{id}", {"values": {"phone": "x"}}, self.staff, expect=409, **names)
        ended = self.call("PUT", "/sessions/{id}", {"status": "ended"}, self.staff, **names)[0]
        self.assertEqual((ended["status"], ended["ending"]), ("ended", "closed_by_desk"))
        self.call("PUT", "/sessions/{id}", {"status": "ended"}, self.staff, expect=409, **names)
        self.call("GET", "/sessions/{id}", headers=self.staff, id=99999, expect=404)
        auditor = {"Authorization": "Bearer " + self.daemon.token("x", "auditor")}
        self.call("POST", "/orchestrate", {"text": "x"}, auditor, expect=403)

    def test_the_doctors_page(self):
        one = self.raised()
        link = self.call("POST", "/api/escalations/{id}/links", {"staff": 1}, self.staff, expect=201, id=one["id"])
        doctor = {"Authorization": "Bearer " + link[0]["link"].rsplit("/", 1)[1]}
        self.call("GET", "/api/doctor-chat/card", headers=doctor, expect=401)
        self.call("POST", "/api/doctor-chat/pin", {"pin": "111112"}, doctor, expect=401)
        self.call("POST", "/api/doctor-chat/pin", {}, doctor, expect=422)
        _, answer = self.call("POST", "/api/doctor-chat/pin", {"pin": PIN}, doctor)
        doctor["Cookie"] = answer.getheader("Set-Cookie").split(";")[0]
        self.call("GET", "/api/doctor-chat/card", headers=doctor)
        self.call("GET", "/api/doctor-chat/card", headers={"Authorization": "Bearer x"}, expect=404)
        self.call("POST", "/api/doctor-chat/acknowledge", headers=doctor)
        self.call("POST", "/api/doctor-chat/reply", {"text": "x"}, doctor)
        self.call("POST", "/api/doctor-chat/reply", {"text": ""}, doctor, expect=422)
        self.call("POST", "/api/doctor-chat/reply", {"text": "x"}, {**doctor, "Origin": "https://x.example"}, expect=403)
        self.call("GET", "/api/doctor-chat/thread", headers=doctor)
        self.call("GET", "/api/doctor-chat/files", headers=doctor, query="?message=99999", expect=404)
        self.call("POST", "/api/doctor-chat/files", b"x", doctor, query="?name=x.txt", expect=415)
        self.call("POST", "/api/doctor-chat/close", {"reason": "x"}, doctor)
        self.call("POST", "/api/doctor-chat/reply", {"text": "x"}, doctor, expect=409)

    def test_each_route_answers_by_its_methods_only(self):
        for path, item in self.document["paths"].items():
            if not path.startswith(("/admin/", "/sessions/", "/orchestrate", "/api/escalations", "/api/doctor-chat",
                                    "/api/webchat", "/health", "/api/version")):
                continue  # webhooks are off in this clinic
            for method in METHODS:
                connection = http.client.HTTPConnection("127.0.0.1", self.daemon.port, timeout=30)
                connection.request(method.upper(), path.replace("{id}", "1"), b"")
                status = connection.getresponse().status
                connection.close()
                if method in item:
                    self.assertNotEqual(status, 405, f"{method} {path}")
                else:
                    self.assertEqual(status, 405, f"{method} {path}")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
