// SPDX-License-Identifier: GPL-3.0-or-later
// One message on the screen. What others wrote becomes text and never markup.

import { placeParts } from "/chat/files.js";
import { currentLanguage, words } from "/chat/words.js";

function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) {
    made.className = className;
  }
  if (text !== undefined) {
    made.textContent = text;
  }
  return made;
}

// data: { id, from, name, kind, text, options, at, clientId, file, localFile, place, state }; `on.again(clientId)` and
// `on.choose(option, messageId)` are what its buttons do, `on.files` shows files.
export function makeBubble(data, on) {
  const isMine = data.from === "visitor";
  const bubble = element("article", `bubble ${isMine ? "mine" : "theirs"}`);
  bubble.message = data;
  bubble.on = on;
  bubble.append(element("p", isMine ? "who unseen" : "who"));
  if (data.file) {
    bubble.append(on.files.show(data));
  }
  if (data.place) {
    const place = element("p", "place");
    place.append(...placeParts(data.place));
    bubble.append(place);
  }
  const body = element("p", "body");
  body.dir = "auto";
  body.append(...textParts(wordsOf(data), isMine));
  bubble.append(body);
  if (data.options?.length > 0) {
    bubble.append(optionsOf(data, on));
  }
  const foot = element("p", "foot");
  foot.setAttribute("aria-live", "off");
  foot.append(element("time", ""));
  if (isMine) {
    foot.append(" ", element("span", "delivery"));
  }
  bubble.append(foot);
  label(bubble);
  return bubble;
}

// The words around a message that depend on the language of the page.
export function label(bubble) {
  const data = bubble.message;
  const who = data.from === "visitor" ? words("you") : nameOf(data);
  bubble.querySelector(".who").textContent = who;
  const time = bubble.querySelector("time");
  time.textContent = data.at ? timeText(data.at) : "";
  time.dateTime = data.at ? new Date(data.at).toISOString() : "";
  bubble.querySelector(".delivery")?.replaceChildren(...deliveryParts(data, bubble.on));
  bubble.querySelector(".options")?.setAttribute("aria-label", words("choose"));
  const file = bubble.querySelector(".picture, .sound, .paper");
  if (file) {
    bubble.on.files.label(file);
  }
  bubble.querySelector("a.map")?.replaceChildren(words("map"));
  const body = bubble.querySelector(".body");
  // A file that cannot be shown any more.
  if (!file && !data.text && ["image", "audio", "video", "document"].includes(data.kind)) {
    body.textContent = words(data.kind);
  }
  body.hidden = !body.textContent;
}

// A place's or file's name stands there already.
function wordsOf(data) {
  const told = [data.file?.name, data.place?.name, data.place?.address];
  const text = data.text ?? "";
  return text && (told.includes(text) || (data.place && text === told.filter(Boolean).join(", "))) ? "" : text;
}

function timeText(millis) {
  return new Intl.DateTimeFormat(currentLanguage() === "he" ? "he-IL" : "en-GB", { hour: "2-digit", minute: "2-digit" }).format(
    new Date(millis),
  );
}

// An agent's name is in one language only; a person's is a person's.
function nameOf(data) {
  const isPerson = data.from === "staff" || data.from === "doctor";
  const role = words(data.from === "doctor" ? "doctor" : isPerson ? "person" : "agent");
  return isPerson && data.name ? `${data.name} · ${role}` : role;
}

function deliveryParts(data, on) {
  if (data.state === "refused") {
    return [element("span", "bad", words("failed"))];
  }
  if (data.state === "failed") {
    const again = element("button", "link", words("again"));
    again.type = "button";
    again.addEventListener("click", () => on.again(data.clientId));
    return [element("span", "", words("failed")), " ", again];
  }
  return [element("span", "", data.state === "sending" ? words("sending") : words("sent"))];
}

// A phone number keeps its order within Hebrew, and can be called by a touch where the clinic wrote it.
function textParts(text, isMine) {
  const parts = [];
  let from = 0;
  for (const found of text.matchAll(/(?:\+\d|\b0\d)[\d-]{6,14}\d/g)) {
    const number = element(isMine ? "bdi" : "a", "", found[0]);
    number.dir = "ltr";
    if (!isMine) {
      number.href = `tel:${found[0].replaceAll("-", "")}`;
    }
    parts.push(text.slice(from, found.index), number);
    from = found.index + found[0].length;
  }
  parts.push(text.slice(from));
  return parts;
}

function optionsOf(data, on) {
  const group = element("div", "options");
  group.setAttribute("role", "group");
  for (const option of data.options) {
    const button = element("button", "option", option.label);
    button.type = "button";
    button.dir = "auto";
    button.addEventListener("click", () => on.choose(option, data.id));
    group.append(button);
  }
  return group;
}
