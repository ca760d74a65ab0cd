// SPDX-License-Identifier: GPL-3.0-or-later
// The conversation. A message is drawn anew when anything of it changed.

import { askFile } from "/doctor-chat/acts.js";
import { element, timeText } from "/doctor-chat/card.js";
import { hasWords, words } from "/doctor-chat/words.js";

const drawn = new Map(); // message id → { element, said: what it was drawn from }
const urls = new Map(); // message id → the address of its bytes in this browser

function nameOf(message, patient) {
  if (message.from === "patient") {
    return patient || words("patient");
  }
  return message.name && message.from !== "agent" ? message.name : hasWords(message.from) ? words(message.from) : "";
}

async function bytesOf(id) {
  if (!urls.has(id)) {
    const answer = await askFile(id);
    if (!answer.ok) {
      throw new Error(String(answer.status));
    }
    urls.set(id, URL.createObjectURL(await answer.value.blob()));
  }
  return urls.get(id);
}

function enlarge(picture) {
  const viewer = document.getElementById("viewer");
  viewer.querySelector("img").src = picture.src;
  viewer.showModal();
}

async function fill(holder, message) {
  try {
    const address = await bytesOf(message.id);
    if (message.kind === "audio") {
      const player = element("audio");
      player.controls = true;
      player.src = address;
      player.setAttribute("aria-label", words("sound"));
      holder.replaceChildren(player);
      return;
    }
    const picture = element("img");
    picture.src = address;
    picture.alt = words("picture", { name: message.file.name });
    const open = element("button", "open");
    open.type = "button";
    open.setAttribute("aria-label", words("openPicture"));
    open.append(picture);
    open.addEventListener("click", () => enlarge(picture));
    holder.replaceChildren(open);
  } catch {
    const again = element("button", "link", words("loadAgain"));
    again.type = "button";
    again.addEventListener("click", () => fill(holder, message));
    holder.replaceChildren(again);
  }
}

function fileParts(message) {
  if (message.file.state !== "kept") {
    return [element("p", "waits", words("fileMissing"))];
  }
  if (message.kind === "image" || message.kind === "audio") {
    const holder = element("div", message.kind === "image" ? "picture" : "sound");
    fill(holder, message);
    return [holder];
  }
  const name = message.file.name || words("file");
  const save = element("button", "save quiet", words("save", { name }));
  save.type = "button";
  save.addEventListener("click", async () => {
    try {
      const link = element("a");
      link.href = await bytesOf(message.id);
      link.download = name;
      link.click();
    } catch {
      save.classList.add("bad");
    }
  });
  return [save];
}

function placePart(place) {
  const link = element("a", "map", [place.name, place.address, words("map")].filter(Boolean).join(" · "));
  link.href = `https://www.google.com/maps/search/?api=1&query=${place.latitude},${place.longitude}`;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  return link;
}

function footOf(message, zone) {
  const isKnown = ["queued", "sending", "failed", "unknown", "withdrawn"].includes(message.delivery);
  return [timeText(message.at, zone), message.edited ? words("edited") : "", message.reaction, isKnown ? words(message.delivery) : ""]
    .filter(Boolean)
    .join(" · ");
}

function draw(message, patient, zone) {
  const bubble = element("article", `bubble ${message.from === "patient" ? "theirs" : "mine"}`);
  bubble.classList.toggle("gone", message.delivery === "withdrawn");
  bubble.append(element("p", "who", nameOf(message, patient)));
  if (message.quoted) {
    const quoted = element("p", "quoted", message.quoted);
    quoted.dir = "auto";
    bubble.append(quoted);
  }
  if (message.file) {
    bubble.append(...fileParts(message));
  }
  if (message.place) {
    bubble.append(placePart(message.place));
  }
  const text = message.deleted ? words("deleted") : message.text;
  if (text) {
    const body = element("p", "body", text);
    body.dir = "auto";
    bubble.append(body);
  }
  const foot = element("p", "foot", footOf(message, zone));
  foot.classList.toggle("bad", message.delivery === "failed");
  bubble.append(foot);
  return bubble;
}

// Shows these messages at their places among those that are shown already.
export function showThread(log, messages, patient, zone, language) {
  for (const message of messages) {
    const said = JSON.stringify([message, patient, language]);
    const before = drawn.get(message.id);
    if (before?.said === said) {
      continue;
    }
    const bubble = draw(message, patient, zone);
    bubble.dataset.id = message.id;
    drawn.set(message.id, { element: bubble, said, message });
    if (before) {
      before.element.replaceWith(bubble);
      continue;
    }
    const next = [...log.children].find((other) => Number(other.dataset.id) > message.id);
    log.insertBefore(bubble, next ?? null);
  }
}

// In another language.
export function showAgain(log, patient, zone, language) {
  showThread(log, [...drawn.values()].map(({ message }) => message), patient, zone, language);
}

export function oldestShown() {
  return Math.min(...drawn.keys());
}
