#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The chat page in a real browser against a real delpekd. test_webchat.py DELPEKD CLINIC.json [FOLDER FOR PICTURES]"""

import os
import sys
import tempfile
import time
import unittest

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from chrome import Page, browser  # noqa: E402
from clinic import Daemon, Site, Wire, free_port  # noqa: E402

PROGRAM, CLINIC = sys.argv[1:3]
PICTURES = sys.argv[3] if len(sys.argv) > 3 else None

# A whole PNG of one white point.
PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63f8ffff"
                    "ff7f0009fb03fd052a0a900000000049454e44ae426082")


class WebChat(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        # The wire's port must be known before the daemon is: the site names it, the daemon allows the site.
        port = free_port()
        cls.wire = Wire(port)
        cls.site = Site(cls.wire.port)
        cls.daemon = Daemon(PROGRAM, CLINIC, cls.folder.name, {
            "listen.port": str(port), "webchat.allowed-origins": f"http://localhost:{cls.site.port}"})
        cls.home = f"http://127.0.0.1:{cls.wire.port}/chat"

    @classmethod
    def tearDownClass(cls):
        ended = cls.daemon.end()
        cls.folder.cleanup()
        assert ended, "delpekd did not end cleanly"

    def open(self, language, address=None, **how):
        driver = browser(language, **how)
        self.addCleanup(driver.quit)
        driver.get(address or self.home)
        page = Page(self, driver, PICTURES)
        if not address:
            page.until("the clinic's name", lambda: page.texts("#clinic")[0] not in ("", "צ׳אט עם המרפאה"))
        return page

    def test_hebrew_on_a_phone(self):
        page = self.open("he", phone=True)
        self.assertEqual(page.script("getComputedStyle(document.documentElement).direction"), "rtl")
        self.assertEqual(page.texts("#clinic"), ["מרפאת השן"])
        notice = page.texts("#notice p")
        self.assertIn("עוזר אוטומטי", notice[0])
        self.assertIn("assistant", notice[1])
        self.assertTrue(all("101" in line for line in notice[:2]))

        first = page.answered("שלום, אני רוצה לקבוע תור לניקוי אבנית")
        self.assertRegex(first, "[א-ת]")
        page.picture("hebrew-phone")
        page.answered("הכי מוקדם שיש")
        options = page.until("offered times", lambda: page.driver.find_elements(By.CSS_SELECTOR, "button.option"))
        page.picture("hebrew-options")
        self.assertEqual(page.script("getComputedStyle(document.querySelector('#text')).direction"), "rtl")
        chosen = options[0].text
        before = len(page.theirs())
        options[0].click()
        page.until("an answer to the choice", lambda: len(page.theirs()) > before)
        self.assertEqual(page.mine()[-1], chosen)
        self.assertEqual(self.daemon.rows("SELECT text FROM message WHERE kind = 'choice'")[-1][0], chosen)

        # Mine stand at the left, theirs at the right; nothing is wider than the screen.
        edges = page.script("['.mine', '.theirs'].map((s) => document.querySelector(s).getBoundingClientRect().left)")
        self.assertLess(edges[0], edges[1] + 1)
        self.assertLessEqual(page.script("document.documentElement.scrollWidth"), page.script("innerWidth"))
        page.answered("What are your opening hours?")
        ltr = page.script("Array.from(document.querySelectorAll('.mine .body')).at(-1).matches(':dir(ltr)')")
        self.assertTrue(ltr, "English within the Hebrew page reads from the left")
        # The number's plus stands before it, although the words around run the other way.
        page.answered("כואב לי מאוד ואני לא מצליח לנשום")
        number = page.script("Array.from(document.querySelectorAll('.theirs .body a')).at(-1)")
        self.assertRegex(number.get_attribute("href"), r"^tel:\+?[0-9]+$")
        self.assertEqual(number.value_of_css_property("direction"), "ltr")
        page.picture("hebrew-emergency")
        self.until_read(page)
        page.check_quiet()

    def until_read(self, page):
        """Everything is answered, and the page has said that it was on the screen."""
        page.until("evidence that all was read", lambda: not self.daemon.rows(
            "SELECT id FROM message WHERE conversation = (SELECT max(conversation) FROM message) "
            "AND (waiting = 1 OR (author <> 'patient' AND delivery NOT IN ('read', 'withdrawn')))"))

    def test_english_dark_and_by_keyboard(self):
        page = self.open("en", dark=True)
        self.assertEqual(page.script("getComputedStyle(document.documentElement).direction"), "ltr")
        self.assertTrue(page.script("matchMedia('(prefers-color-scheme: dark)').matches"))
        self.assertIn("HaShen", page.texts("#clinic")[0])
        answer = page.answered("Hello, when are you open and where is the clinic?")
        self.assertRegex(answer, "[A-Za-z]{4}")
        page.picture("english-dark")

        log = page.one("#log")
        self.assertEqual((log.get_attribute("role"), log.get_attribute("aria-live")), ("log", "polite"))
        for selector in ("#text", "#send", "#attach", "#language", "#restart"):
            self.assertNotEqual(page.one(selector).accessible_name, "", selector)
        reached = set()
        for _ in range(15):  # the menu of three buttons is among them
            reached.add(page.driver.switch_to.active_element.get_attribute("id"))
            page.driver.switch_to.active_element.send_keys(Keys.TAB)
        self.assertLessEqual({"text", "send", "attach", "language", "restart", "log"}, reached)

        page.one("#language").click()
        self.assertEqual(page.script("document.documentElement.dir"), "rtl")
        page.driver.refresh()
        page.until("the conversation after a reload", lambda: answer in page.theirs())
        self.assertEqual(len(page.mine()), 1)
        page.one("#restart").click()
        page.one("#sureYes").click()
        self.assertEqual(page.texts(".bubble"), [])
        page.check_quiet()

    def test_a_cut_connection_loses_and_doubles_nothing(self):
        page = self.open("he")
        page.answered("מה שעות הפתיחה שלכם?")
        # The message is taken, the answer comes when nobody listens.
        page.write("כמה עולה ניקוי אבנית?")
        page.until("the message in the store", lambda: self.daemon.rows(
            "SELECT 1 FROM message WHERE text = 'כמה עולה ניקוי אבנית?'"))
        self.wire.cut()
        page.until("the answer in the store", lambda: not self.daemon.rows(
            "SELECT 1 FROM message WHERE author = 'patient' AND waiting = 1"))
        shown = len(page.theirs())
        page.write("ואיפה אתם נמצאים?")
        page.until("word of the lost connection", lambda: page.script("document.querySelector('.offline') !== null"))
        page.picture("hebrew-offline")
        self.assertEqual(len(page.theirs()), shown)
        self.wire.mend()
        page.script("dispatchEvent(new Event('online'))")
        page.until("all the answers", lambda: len(page.theirs()) >= 3 and len(page.mine()) == 3)
        self.until_read(page)

        # Cut in quick succession, while one more is being answered.
        page.write("תודה רבה, ומה הטלפון שלכם?")
        for _ in range(4):
            time.sleep(0.15)
            self.wire.cut()
            time.sleep(0.1)
            self.wire.mend()
            page.script("dispatchEvent(new Event('online'))")
        page.until("the last message taken", lambda: page.texts(".mine .delivery").count("נשלח") == 4)
        self.until_read(page)
        kept = [(author == "patient", text) for author, text in self.daemon.rows(
            "SELECT author, text FROM message WHERE delivery NOT IN ('withdrawn', 'failed') "
            "AND conversation = (SELECT max(conversation) FROM message) ORDER BY id")]
        self.assertEqual(page.mine(), [text for is_mine, text in kept if is_mine])
        self.assertEqual(page.theirs(), [text for is_mine, text in kept if not is_mine])
        page.check_quiet()

    def test_a_file_and_what_is_refused(self):
        page = self.open("he")
        picture = self.folder.name + "/xray.png"
        with open(picture, "wb") as file:
            file.write(PNG)
        page.one("#file").send_keys(picture)
        page.until("an answer to the picture", page.theirs)
        self.assertEqual(self.daemon.rows("SELECT kind FROM message WHERE provider_id LIKE 'file:%'"), [("image",)])
        self.until_shown(page)
        self.assertTrue(page.one(".mine img").accessible_name.endswith("xray.png"))
        page.one(".mine button.open").click()
        self.assertTrue(page.one("#viewer").is_displayed())
        page.picture("hebrew-picture")
        page.one("#viewerClose").click()
        self.assertFalse(page.one("#viewer").is_displayed())
        # After a reload it comes back from the clinic.
        page.driver.refresh()
        self.until_shown(page)
        disguised = self.folder.name + "/page.png"
        with open(disguised, "wb") as file:
            file.write(b"<html><script>alert(1)</script></html>")
        page.one("#file").send_keys(disguised)
        page.until("the refusal of the disguised page", lambda: "JPEG" in page.texts("#status")[0])
        page.until("the mark at the file", lambda: page.texts(".mine .delivery")[-1] == "לא נשלח.")
        page.script("document.querySelector('#text').value = 'א'.repeat(2001)")
        page.one("#text").send_keys(Keys.ENTER)
        self.assertIn("2000", page.texts("#status")[0])
        page.picture("hebrew-refused")
        page.check_quiet()

    def until_shown(self, page):
        """The picture itself, not only its frame."""
        page.until("the picture", lambda: page.script("document.querySelector('.mine img')?.naturalWidth > 0"))

    def test_embedded_in_the_clinics_site_only(self):
        page = self.open("he", f"http://localhost:{self.site.port}/")
        page.until("the button", lambda: page.texts("button")).copy()
        page.one("button").click()
        page.driver.switch_to.frame(page.one("iframe"))
        page.until("the chat in the frame", lambda: page.texts("#clinic") == ["מרפאת השן"])
        self.assertRegex(page.answered("שלום, אתם פתוחים ביום שישי?"), "[א-ת]")
        page.picture("embedded")
        page.one("#text").send_keys(Keys.ESCAPE)
        page.driver.switch_to.default_content()
        page.until("the frame closed", lambda: not page.one("iframe").is_displayed())
        page.check_quiet()

        # 127.0.0.1 is another site than localhost, and not an allowed one.
        page.driver.get(f"http://127.0.0.1:{self.site.port}/")
        page.until("the button", lambda: page.texts("button"))
        page.one("button").click()
        page.until("the browser's refusal", lambda: any(
            "frame-ancestors" in entry["message"] for entry in page.driver.get_log("browser")))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
