#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The doctor's page in a real browser against a real delpekd.
test_doctorpage.py DELPEKD CLINIC.json [FOLDER FOR PICTURES]"""

import hashlib
import json
import os
import struct
import sys
import tempfile
import time
import unittest
import urllib.error
import urllib.request
import zlib

from selenium.webdriver.common.keys import Keys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from chrome import PATIENCE, Page, browser  # noqa: E402
from clinic import Daemon, add_staff, free_port  # noqa: E402

PROGRAM, CLINIC = sys.argv[1:3]
PICTURES = sys.argv[3] if len(sys.argv) > 3 else None

NOA = "ד״ר נועה לוי"
MILLER = "Dr. Tom Miller"
PIN = "483920"


def chunk(name, content):
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def picture(size=48):
    """A PNG with a red disc."""
    rows = b"".join(b"\0" + bytes(value for x in range(size) for value in (
        (200, 120, 120) if (x - size / 2) ** 2 + (y - size / 2) ** 2 < size * 6 else (240, 230, 225)))
        for y in range(size))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", size, size, 8, 2, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


class DoctorPage(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        first = Daemon(PROGRAM, CLINIC, cls.folder.name, {})
        assert first.end(), "delpekd did not end cleanly"
        add_staff(first.database, [(NOA, "doctor", "he", PIN), (MILLER, "doctor", "en", PIN)])
        port = free_port()
        cls.daemon = Daemon(PROGRAM, CLINIC, cls.folder.name, {
            "listen.port": str(port), "listen.public-url": f"http://127.0.0.1:{port}"})
        cls.token = cls.daemon.token("דלפק", "admin")

    @classmethod
    def tearDownClass(cls):
        ended = cls.daemon.end()
        cls.follow_audit_log()
        cls.folder.cleanup()
        assert ended, "delpekd did not end cleanly"

    @classmethod
    def follow_audit_log(cls):
        """The chain as docs/doctor-link.md describes it, by other means than the program's own."""
        last = "0" * 64
        entries = [json.loads(line) for line in cls.daemon.command("audit", "export").splitlines()]
        for number, entry in enumerate(entries, 1):
            row = [number, entry["at"], entry["actor"], entry["action"], entry["subject"], entry["detail"]]
            text = last + "\n" + json.dumps(row, ensure_ascii=False, separators=(",", ":"))
            last = hashlib.sha256(text.encode()).hexdigest()
            assert entry["number"] == number and entry["hash"] == last, entry
        acts = {(entry["actor"], entry["action"]) for entry in entries}
        assert {(NOA, "link.opened"), (NOA, "link.viewed"), (NOA, "link.reply"), (NOA, "link.close")} <= acts, acts
        verified = cls.daemon.command("audit", "verify")
        assert verified == f"{len(entries)} entries, all whole; the last hash is {last}", verified

    def api(self, path, body=None, method=None):
        request = urllib.request.Request(f"http://127.0.0.1:{self.daemon.port}{path}",
                                         None if body is None else json.dumps(body).encode(),
                                         {"Authorization": f"Bearer {self.token}"}, method=method)
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)

    def patient(self, *texts, language="he"):
        """Somebody who writes on the chat page; gives his bearer and the escalation that follows."""
        session = self.daemon.post("/api/webchat/session", {})["token"]
        headers = {"Authorization": f"Bearer {session}"}
        before = {one["id"] for one in self.api("/api/escalations")["escalations"]}
        for number, text in enumerate(texts):
            self.daemon.post("/api/webchat/messages",
                             {"id": f"message-{number:04}", "text": text, "language": language}, headers)
        found = []

        def raised():
            found[:] = [one for one in self.api("/api/escalations")["escalations"] if one["id"] not in before]
            return found
        self.until("the escalation", raised)
        return headers, found[0]

    def until(self, what, condition):
        end = time.monotonic() + PATIENCE
        while not condition():
            self.assertLess(time.monotonic(), end, what)
            time.sleep(0.1)

    def link(self, escalation, name):
        staff = self.daemon.rows(f"SELECT id FROM staff WHERE name = '{name}'")[0][0]
        return self.api(f"/api/escalations/{escalation['id']}/links", {"staff": staff})["link"]

    def open(self, language, link, **how):
        driver = browser(language, phone=True, **how)
        self.addCleanup(driver.quit)
        driver.get(link)
        return Page(self, driver, PICTURES)

    def enter(self, page, pin=PIN):
        page.until("the question for the PIN", lambda: page.one("#locked").is_displayed())
        page.one("#pin").send_keys(pin + Keys.ENTER)

    def fits(self, page):
        self.assertLessEqual(page.script("document.documentElement.scrollWidth"), page.script("innerWidth"))
        for selector in ("#call", "#send", "#acknowledge", "#close", "#language", "#attach", "#promise", "#voiceStart", "#voiceStop",
                         "#voiceDrop", "#voiceSend"):
            one = page.one(selector)
            if one.is_displayed():
                self.assertNotEqual(one.accessible_name, "", selector)
                self.assertGreaterEqual(one.size["height"], 40, selector)

    def test_hebrew_from_the_pin_to_the_end(self):
        patient, escalation = self.patient("הלחי שלי נפוחה מאוד מאתמול, יש לי חום ואני לא מצליח לבלוע")
        page = self.open("he", self.link(escalation, NOA))
        self.enter(page, "111112")
        page.until("the refusal", lambda: "4" in page.texts("#pinStatus")[0])
        page.picture("doctor-pin")
        self.assertEqual(page.texts("#patient"), [""])
        self.enter(page)
        page.until("the card", lambda: page.texts("#urgency")[0] == "חירום")
        page.until("the thread", lambda: any("נפוחה" in text for text in page.theirs()))
        self.assertEqual(page.script("getComputedStyle(document.documentElement).direction"), "rtl")
        self.assertIn("נפוחה", page.texts("#summary")[0])
        self.assertTrue(page.texts("#clock")[0].startswith("מאז"))
        # Urgency has a shape, too.
        self.assertGreater(page.script("document.querySelector('#urgency svg path').getBoundingClientRect().height"), 15)
        self.fits(page)
        page.picture("doctor-emergency")

        page.one("#acknowledge").click()
        page.until("the word of the taking", lambda: NOA in page.texts("#state")[0])
        page.until("the word to the patient", lambda: any(NOA in text for text in page.mine()))
        self.assertFalse(page.one("#acknowledge").is_displayed())

        # A ready answer is put into the field, changed, and sent.
        page.until("ready answers", lambda: page.texts("#answers button"))
        page.script("document.querySelector('#answers button').click()")
        ready = page.one("#text").get_attribute("value")
        self.assertGreater(len(ready), 10)
        page.one("#text").send_keys(" להתראות.")
        page.picture("doctor-answer")
        page.hold_back("/card")
        page.one("#send").click()
        # It is out of the field as soon as it is taken: a second press while the page is read anew sends nothing.
        page.until("the word of the sending", lambda: page.texts("#status") == ["נשלח."])
        self.assertEqual(page.one("#text").get_attribute("value"), "")
        page.one("#send").click()
        page.let_go()
        page.until("the answer in the thread", lambda: any(text.endswith("להתראות.") for text in page.mine()))
        self.assertEqual(self.daemon.rows("SELECT count(*) FROM message WHERE text LIKE '%להתראות.'")[0][0], 1)
        author, name, text = self.daemon.rows("SELECT author, author_name, text FROM message WHERE author = 'doctor' "
                                              "ORDER BY id DESC LIMIT 1")[0]
        self.assertEqual((author, name, text), ("doctor", NOA, ready + " להתראות."))

        # What the patient writes and sends comes by itself, the picture by a token-checked way.
        self.daemon.post("/api/webchat/messages", {"id": "message-more", "text": "תודה דוקטור", "language": "he"}, patient)
        page.until("the patient's next words", lambda: "תודה דוקטור" in page.theirs())
        self.send_picture(patient)
        page.until("the picture", lambda: page.script("document.querySelector('#log img')?.naturalWidth > 0"))

        # After a reload on this device no PIN is asked for.
        page.driver.refresh()
        page.until("the thread again", lambda: "תודה דוקטור" in page.theirs())
        self.assertFalse(page.one("#locked").is_displayed())

        page.one("#close").click()
        page.script("document.querySelector('#reasons button').click()")
        page.picture("doctor-close")
        page.one("#closingYes").click()
        page.until("the end", lambda: "נסגרה" in page.texts("#state")[0])
        self.assertFalse(page.one("#form").is_displayed())
        self.assertEqual(self.api(f"/api/escalations/{escalation['id']}")["escalation"]["closedBy"], NOA)
        page.check_quiet()

    def send_picture(self, patient):
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.daemon.port}/api/webchat/files?id=message-file&name=x.png&language=he", picture(),
            {"Content-Type": "image/png", **patient})
        with urllib.request.urlopen(request, timeout=30) as answer:
            self.assertEqual(answer.status, 200)

    def test_english_dark_on_two_devices(self):
        _, escalation = self.patient("My jaw is very swollen and I cannot swallow", language="en")
        link = self.link(escalation, MILLER)
        page = self.open("en", link, dark=True)
        self.enter(page)
        page.until("the card", lambda: page.texts("#urgency")[0] == "Emergency")
        page.until("the thread", page.theirs)
        self.assertEqual(page.script("getComputedStyle(document.documentElement).direction"), "ltr")
        self.fits(page)
        page.picture("doctor-english-dark")
        # The language can be changed by hand.
        page.one("#language").click()
        page.until("Hebrew", lambda: page.texts("#urgency")[0] == "חירום")
        page.one("#language").click()

        other = self.open("en", link)
        other.until("the PIN on another device", lambda: other.one("#locked").is_displayed())
        self.assertEqual(other.texts("#log article"), [])
        # The clinic takes the link back: both pages are empty at once, or at the next look.
        self.assertEqual(self.api(f"/api/escalations/{escalation['id']}/links", method="DELETE")["revoked"], 1)
        page.until("the end of the open page", lambda: page.one("#over").is_displayed())
        self.assertEqual(page.texts("#log article"), [])
        self.assertEqual(page.texts("#patient"), [""])
        other.driver.refresh()
        other.until("the end for a new look", lambda: "not valid" in other.script("document.body.textContent"))
        page.check_quiet()

    def test_without_consent_a_call_takes_the_place_of_an_answer(self):
        patient, escalation = self.patient("אני רוצה לשאול את הרופא אם אפשר להפסיק את הכדור לפני הטיפול")

        def consent():
            return self.api(f"/api/escalations/{escalation['id']}")["consent"]
        self.until("the question for consent", lambda: consent() == "asked")
        self.daemon.post("/api/webchat/messages", {"id": "message-refuse", "text": "לא", "language": "he"}, patient)
        self.until("the refusal", lambda: consent() == "refused")
        page = self.open("he", self.link(escalation, NOA))
        self.enter(page)
        page.until("the offer of a call", lambda: page.one("#promise").is_displayed())
        self.assertFalse(page.one("#form").is_displayed())
        self.assertEqual(page.texts("#answers button"), [])
        self.assertIn("אין הסכמה", page.texts("#status")[0])
        self.fits(page)
        page.picture("doctor-no-consent")
        page.one("#promise").click()
        page.until("the word to the patient", lambda: any("בטלפון" in text for text in page.mine()))
        page.check_quiet()

    def test_an_answer_is_spoken(self):
        patient, escalation = self.patient("הלחי שלי נפוחה מאוד מאתמול ואני לא מצליחה לבלוע")
        page = self.open("he", self.link(escalation, NOA), microphone=True)
        self.enter(page)
        page.until("the button", lambda: page.one("#voiceStart").is_displayed())
        self.fits(page)
        page.one("#text").send_keys("מה שכתבתי קודם")

        # What is thrown away leaves nothing behind.
        page.one("#voiceStart").click()
        page.until("a second of sound", lambda: page.texts("#voiceTime")[0].startswith("0:01"))
        self.assertFalse(page.one("#form").is_displayed())
        self.assertGreater(page.script("Math.max(...Array.from(document.querySelectorAll('#voiceLevel i'),"
                                       " (bar) => bar.getBoundingClientRect().height))"), 8)
        self.fits(page)
        page.picture("doctor-recording")
        page.one("#voiceDrop").click()
        page.until("the field again", lambda: page.one("#form").is_displayed())
        self.assertEqual(page.one("#text").get_attribute("value"), "מה שכתבתי קודם")

        # What is heard and sent arrives as the channel's voice note, and plays on both pages.
        page.one("#voiceStart").click()
        page.until("two seconds of sound", lambda: page.texts("#voiceTime")[0].startswith("0:02"))
        page.one("#voiceStop").click()
        page.until("something to listen to", lambda: page.script("document.querySelector('#voicePlay').duration > 1.9"))
        self.fits(page)
        page.picture("doctor-recorded")
        page.hold_back("/card")
        page.one("#voiceSend").click()
        page.until("the word that it went", lambda: page.texts("#status") == ["נשלח."])
        page.script("document.querySelector('#voiceSend').click()")
        page.let_go()
        page.until("the note in the thread", lambda: page.script(
            "document.querySelector('#log .mine audio')?.duration > 1.9"))
        page.until("the field again", lambda: page.one("#form").is_displayed())
        self.assertEqual(page.one("#text").get_attribute("value"), "מה שכתבתי קודם")
        self.assertEqual(page.texts("#status"), ["נשלח."])
        page.picture("doctor-spoken")
        rows = self.daemon.rows("SELECT m.author_name, m.kind, a.media_type, a.voice, a.seconds, m.delivery FROM "
                                "message m JOIN attachment a ON a.message = m.id WHERE m.author = 'doctor'")
        self.assertEqual([row[:4] for row in rows], [(NOA, "audio", "audio/ogg", 1)])
        self.assertIn(rows[0][4], (2, 3, 4))
        self.until("that it went out", lambda: self.daemon.rows(
            "SELECT 1 FROM message m JOIN attachment a ON a.message = m.id WHERE m.delivery IN ('sent', 'delivered')"))
        note = self.daemon.rows("SELECT message FROM attachment WHERE voice = 1")[0][0]
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.daemon.port}/api/webchat/files?message={note}", headers=patient)
        with urllib.request.urlopen(request, timeout=30) as answer:
            sound = answer.read()
            self.assertEqual(answer.headers["Content-Type"], "audio/ogg")
        self.assertEqual((sound[:4], sound[28:38]), (b"OggS", b"OpusHead\x01\x01"))
        page.check_quiet()

    def test_without_a_microphone(self):
        _, escalation = self.patient("My jaw is very swollen and I cannot swallow", language="en")
        page = self.open("en", self.link(escalation, MILLER), microphone=False)
        self.enter(page)
        page.until("the button", lambda: page.one("#voiceStart").is_displayed())
        page.one("#voiceStart").click()
        page.until("the word of it", lambda: "may not be used" in page.texts("#status")[0])
        page.until("the field again", lambda: page.one("#form").is_displayed())
        page.picture("doctor-no-microphone")
        # A browser that cannot record has no button.
        page.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {
            "source": "Object.defineProperty(navigator, 'mediaDevices', { value: undefined });"})
        page.driver.refresh()
        page.until("the page again", lambda: page.one("#form").is_displayed())
        self.assertFalse(page.one("#voiceStart").is_displayed())
        page.check_quiet()

    def test_a_wrong_link_and_other_machines(self):
        page = self.open("he", f"http://127.0.0.1:{self.daemon.port}/doctor-chat/{'A' * 43}")
        page.until("the word", lambda: "לא תקף" in page.script("document.body.textContent"))
        page.picture("doctor-gone")
        self.assertEqual(page.script("document.scripts.length"), 0)
        request = urllib.request.Request(f"http://127.0.0.1:{self.daemon.port}/api/escalations")
        with self.assertRaises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(request, timeout=30)
        self.assertEqual(refused.exception.code, 401)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
