// SPDX-License-Identifier: GPL-3.0-or-later
// For the clinic's own site: <script src="https://CHAT/chat/embed.js" defer></script>, with data-language="he" or "en"
// when the page does not say its language. Shows one button; the chat itself is a frame that is loaded when it is
// opened. The site must stand in webchat.allowed-origins.

(() => {
  const script = document.currentScript;
  const home = new URL(script.src);
  const language = (script.dataset.language || document.documentElement.lang || "he").startsWith("en") ? "en" : "he";
  const words = {
    he: { open: "צ׳אט עם המרפאה", close: "סגירת הצ׳אט" },
    en: { open: "Chat with the clinic", close: "Close the chat" },
  }[language];
  const isRightToLeft = getComputedStyle(document.documentElement).direction === "rtl";
  const side = isRightToLeft ? "left" : "right";
  let frame = null;

  const button = document.createElement("button");
  button.type = "button";
  button.lang = language;
  button.textContent = words.open;
  button.setAttribute("aria-expanded", "false");
  Object.assign(button.style, {
    position: "fixed", bottom: "1rem", [side]: "1rem", zIndex: "2147483646", minHeight: "3rem", padding: "0 1.2rem",
    border: "2px solid #fff", borderRadius: "1.5rem", background: "#0b6e75", color: "#fff", cursor: "pointer",
    font: "600 1rem system-ui, sans-serif", boxShadow: "0 2px 10px rgb(0 0 0 / .3)",
  });

  function makeFrame() {
    const made = document.createElement("iframe");
    made.src = new URL(`/chat?language=${language}`, home).href;
    made.title = words.open;
    made.referrerPolicy = "no-referrer";
    Object.assign(made.style, {
      position: "fixed", bottom: "5rem", [side]: "1rem", zIndex: "2147483646", width: "min(25rem, calc(100vw - 2rem))",
      height: "min(40rem, calc(100vh - 6.5rem))", border: "1px solid #8aa", borderRadius: "1rem",
      boxShadow: "0 4px 24px rgb(0 0 0 / .35)", colorScheme: "light dark", background: "#eef2f4",
    });
    document.body.append(made);
    return made;
  }

  function show(isOpen) {
    if (isOpen && !frame) {
      frame = makeFrame();
    }
    frame.style.display = isOpen ? "block" : "none";
    button.textContent = isOpen ? words.close : words.open;
    button.setAttribute("aria-expanded", String(isOpen));
    (isOpen ? frame : button).focus();
  }

  button.addEventListener("click", () => show(button.getAttribute("aria-expanded") !== "true"));
  addEventListener("message", (event) => {
    if (frame && event.source === frame.contentWindow && event.data === "delpek-chat-close") {
      show(false);
    }
  });
  document.body.append(button);
})();
