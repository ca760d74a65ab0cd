# SPDX-License-Identifier: GPL-3.0-or-later
"""Debian's Chromium, driven by its WebDriver, as the browser tests use it."""

import json
import os
import time

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

PATIENCE = 30


def browser(language, dark=False, phone=False, microphone=None):
    """`microphone`: True for one that beeps, False for one that may not be used, None for none at all."""
    options = webdriver.ChromeOptions()
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--no-first-run",
                     "--disable-background-networking", "--disable-component-update", "--disable-sync",
                     "--disable-default-apps", "--disable-extensions", "--no-proxy-server",
                     "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
                     f"--lang={language}", "--window-size=1000,800"):
        options.add_argument(argument)
    if microphone is not None:
        options.add_argument("--use-fake-device-for-media-stream")
        options.add_argument("--use-fake-ui-for-media-stream" + ("" if microphone else "=deny"))
    if dark:
        options.add_argument("--blink-settings=preferredColorScheme=0")
    options.add_experimental_option("prefs", {"intl.accept_languages": language})
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    driver = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)
    if phone:
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                               {"width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": True})
    return driver


class Page:
    """A page as somebody uses it."""

    def __init__(self, test, driver, pictures=None):
        self.test = test
        self.driver = driver
        self.pictures = pictures

    def one(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def texts(self, selector):
        return self.driver.execute_script(
            "return Array.from(document.querySelectorAll(arguments[0]), (one) => one.textContent)", selector)

    def script(self, text, *arguments):
        return self.driver.execute_script("return " + text, *arguments)

    def until(self, what, condition, patience=PATIENCE):
        end = time.monotonic() + patience
        while not (value := condition()):
            if time.monotonic() > end:
                self.picture("failed")
                self.test.fail(f"not within {patience} s: {what}; log: {self.texts('.bubble')}; "
                               f"status: {self.texts('#status')}; console: {self.driver.get_log('browser')}")
            time.sleep(0.05)
        return value

    def hold_back(self, path):
        """Requests whose address ends so wait for let_go()."""
        self.driver.execute_script(
            "const asked = window.fetch; const held = []; window.letGo = () => { window.fetch = asked; held.forEach((go) => go()); };"
            "window.fetch = async (address, ...rest) => {"
            " if (address.endsWith(arguments[0])) { await new Promise((go) => held.push(go)); } return asked(address, ...rest); };", path)

    def let_go(self):
        self.driver.execute_script("window.letGo()")

    def write(self, text):
        self.one("#text").send_keys(text + Keys.ENTER)

    def theirs(self):
        return self.texts(".theirs .body")

    def mine(self):
        return self.texts(".mine .body")

    def answered(self, text):
        """Writes, and waits for one more message of the clinic."""
        before = len(self.theirs())
        self.write(text)
        self.until(f"an answer to message {len(self.mine())}", lambda: len(self.theirs()) > before)
        return self.theirs()[-1]

    def picture(self, name):
        if self.pictures:
            os.makedirs(self.pictures, exist_ok=True)
            self.driver.save_screenshot(f"{self.pictures}/{name}.png")

    def check_quiet(self):
        """No policy was violated and nothing was asked of any other machine."""
        console = [entry["message"] for entry in self.driver.get_log("browser")]
        for message in console:
            for word in ("Content Security Policy", "Trusted", "Uncaught", "SyntaxError", "TypeError"):
                self.test.assertNotIn(word, message)
        asked = 0
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                address = message["params"]["request"]["url"]
                self.test.assertRegex(address, r"^(http://(127\.0\.0\.1|localhost):\d+/|data:|blob:|chrome)")
                asked += address.startswith("http")
        self.test.assertGreater(asked, 3)
