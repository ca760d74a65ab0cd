// SPDX-License-Identifier: GPL-3.0-or-later
// The chat page. What was written waits in this browser until the clinic has it; what the clinic wrote comes by the
// event stream. Each message has an id of its own on either side, so that nothing is shown or sent twice.

import { label, makeBubble } from "/chat/bubbles.js";
import { Files, sizeText } from "/chat/files.js";
import { SeenReport } from "/chat/seen.js";
import { kept } from "/chat/storage.js";
import { currentLanguage, speak, words } from "/chat/words.js";
import { EventReader } from "/chat/stream.js";

const $ = (id) => document.getElementById(id);
const retryAfter = [1000, 2000, 5000, 10000, 30000];

let clinic = { name: {}, maxText: 2000, maxFile: 0 };
let token = kept.read("token");
let reader = null;
let state = { holder: "agent", preparing: false };
let isOnline = true;
let isPumping = false;
let statusKey = "";
let statusValues = {};
let statusTimer = 0;
let pending = []; // { id, text | choice, message | file, name } in the order they were written
const shown = new Map(); // message id → element
const mine = new Map(); // client id → element
const seen = new SeenReport(() => token);
const files = new Files(() => token);

function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// ---- words and language

function firstLanguage() {
  const asked = kept.read("language") ?? new URLSearchParams(location.search).get("language");
  if (asked === "he" || asked === "en") {
    return asked;
  }
  const wanted = navigator.languages ?? [navigator.language];
  return wanted.some((tag) => /^(he|iw)\b/.test(tag)) ? "he" : "en";
}

function setLanguage(chosen) {
  speak(chosen);
  document.documentElement.lang = chosen;
  document.documentElement.dir = chosen === "he" ? "rtl" : "ltr";
  const name = clinic.name[chosen] || clinic.name.he || "";
  document.title = name ? words("chatWith", { clinic: name }) : words("title");
  $("clinic").textContent = name || words("title");
  $("language").textContent = words("other");
  $("language").lang = chosen === "he" ? "en" : "he";
  $("restart").textContent = words("restart");
  $("textLabel").textContent = words("label");
  $("text").placeholder = words("placeholder");
  $("send").setAttribute("aria-label", words("send"));
  $("attach").setAttribute("aria-label", words("attach"));
  $("attach").title = words("attach");
  $("sureText").textContent = words("sureRestart");
  $("sureYes").textContent = words("yes");
  $("sureNo").textContent = words("no");
  $("preparingText").textContent = words("preparing");
  $("viewer").setAttribute("aria-label", words("image"));
  $("viewerClose").textContent = words("close");
  // Other words around the same messages are nothing to announce.
  $("log").setAttribute("aria-label", words("log"));
  $("log").setAttribute("aria-busy", "true");
  for (const bubble of $("log").children) {
    label(bubble);
  }
  $("log").removeAttribute("aria-busy");
  const notice = $("notice");
  notice.prepend(notice.querySelector(`p[lang=${chosen}]`));
  showState();
  showStatus();
}

function tell(key, values = {}) {
  clearTimeout(statusTimer);
  if (key === "online") {
    statusTimer = setTimeout(() => tell(""), 5000);
  }
  statusKey = key;
  statusValues = values;
  showStatus();
}

function showStatus() {
  $("status").textContent = statusKey ? words(statusKey, statusValues) : "";
}

function showState() {
  $("holder").textContent = words(state.holder === "agent" ? "agent" : "person");
  const log = $("log");
  const isAtEnd = isScrolledToEnd(log);
  $("preparing").hidden = !state.preparing || !isOnline;
  if (isAtEnd) {
    log.scrollTop = log.scrollHeight;
  }
}

// ---- messages on the screen

function isScrolledToEnd(log) {
  return log.scrollHeight - log.scrollTop - log.clientHeight < 80;
}

function addBubble(data) {
  const log = $("log");
  const isMine = data.from === "visitor";
  const isAtEnd = isMine || isScrolledToEnd(log);
  const bubble = makeBubble(data, { again: sendAgain, choose, files });
  if (isMine) {
    retireOptions();
  }
  log.append(bubble);
  if (!isMine) {
    seen.watch(bubble);
  }
  if (isAtEnd) {
    log.scrollTop = log.scrollHeight;
  }
  $("restart").hidden = false;
  document.documentElement.classList.add("begun");
  return bubble;
}

function choose(option, message) {
  write({ id: newId(), choice: option.value, message, text: option.label });
  $("text").focus({ preventScroll: true });
}

// An answer is offered until the visitor says something.
function retireOptions() {
  for (const group of $("log").querySelectorAll(".options")) {
    group.remove();
  }
}

function setDelivery(clientId, value) {
  const bubble = mine.get(clientId);
  if (bubble && bubble.message.state !== value) {
    bubble.message.state = value;
    label(bubble);
  }
}

// ---- what the clinic tells

function onEvent(name, data) {
  if (name === "state") {
    state = data;
    showState();
  } else if (name === "message" && !shown.has(data.id)) {
    const own = data.from === "visitor" ? mine.get(data.clientId) : undefined;
    if (own) {
      shown.set(data.id, own);
      settle(data.clientId);
      return;
    }
    const bubble = addBubble({ ...data, state: "sent" });
    shown.set(data.id, bubble);
    if (data.from === "visitor") {
      mine.set(data.clientId, bubble);
      settle(data.clientId);
    }
  }
}

function listen() {
  if (reader || !token) {
    return;
  }
  reader = new EventReader("/api/webchat/events", token, {
    event: onEvent,
    connected(now) {
      if (now !== isOnline) {
        tell(now ? "online" : "offline");
      }
      isOnline = now;
      document.documentElement.classList.toggle("offline", !now);
      showState();
      if (now) {
        pump();
        seen.tell();
      }
    },
    refused: endSession,
  });
}

function endSession() {
  reader?.close();
  reader = null;
  token = null;
  kept.write("token", null);
  tell("session");
}

// ---- what the visitor writes

function write(post) {
  const { file } = post;
  const data = {
    from: "visitor",
    kind: !file ? "text" : file.type === "application/pdf" ? "document" : "image",
    text: post.text,
    file: file && { type: file.type, name: file.name, size: file.size },
    localFile: file,
    clientId: post.id,
    at: Date.now(),
    state: "sending",
  };
  mine.set(post.id, addBubble(data));
  pending.push(post);
  keepPending();
  pump();
}

function keepPending() {
  const texts = pending.filter((post) => !post.file);
  kept.write("pending", texts.length > 0 ? JSON.stringify(texts) : null);
}

function settle(clientId) {
  pending = pending.filter((post) => post.id !== clientId);
  keepPending();
  setDelivery(clientId, "sent");
}

function sendAgain(clientId) {
  const post = pending.find((one) => one.id === clientId);
  if (post) {
    post.isRefused = false;
    setDelivery(clientId, "sending");
    pump();
  }
}

async function begin() {
  const answer = await fetch("/api/webchat/session", { method: "POST", cache: "no-store" });
  if (!answer.ok) {
    return answer;
  }
  token = (await answer.json()).token;
  kept.write("token", token);
  return answer;
}

function send(post) {
  const headers = { Authorization: `Bearer ${token}` };
  if (post.file) {
    const query = new URLSearchParams({ id: post.id, name: post.file.name, language: currentLanguage() });
    headers["Content-Type"] = post.file.type;
    return fetch(`/api/webchat/files?${query}`, { method: "POST", headers, body: post.file, cache: "no-store" });
  }
  headers["Content-Type"] = "application/json";
  const body = post.choice
    ? { id: post.id, choice: post.choice, message: post.message, language: currentLanguage() }
    : { id: post.id, text: post.text, language: currentLanguage() };
  return fetch("/api/webchat/messages", { method: "POST", headers, body: JSON.stringify(body), cache: "no-store" });
}

// One message after the other, each as often as it needs; the same id each time, so that it arrives once.
async function pump() {
  if (isPumping) {
    return;
  }
  isPumping = true;
  let tries = 0;
  for (let post = next(); post; post = next()) {
    let answer = null;
    try {
      answer = token ? null : await begin();
      if (!answer || answer.ok) {
        answer = await send(post);
      }
    } catch {
      answer = null;
    }
    if (answer?.ok) {
      tries = 0;
      settle(post.id);
      if (!["", "online"].includes(statusKey)) {
        tell("");
      }
      listen();
      continue;
    }
    if (answer && (await isFinal(answer, post))) {
      continue;
    }
    await pause(waitFor(answer, tries));
    tries += 1;
  }
  isPumping = false;
}

function next() {
  return pending.find((post) => !post.isRefused);
}

// True when sending the same again would not help.
async function isFinal(answer, post) {
  const error = (await answer.json().catch(() => ({}))).error ?? {};
  const most = error.key === "file-too-large" ? sizeText(clinic.maxFile) : clinic.maxText;
  if (answer.status === 401 && token) {
    endSession();
    return true;
  }
  tell(error.key ?? "unavailable", { most });
  if (answer.status === 429 || answer.status >= 500) {
    return false;
  }
  if ([409, 413, 415, 422].includes(answer.status)) {
    pending = pending.filter((one) => one !== post);
    keepPending();
    setDelivery(post.id, "refused");
  } else {
    post.isRefused = true;
    setDelivery(post.id, "failed");
  }
  return true;
}

function waitFor(answer, tries) {
  const told = Number(answer?.headers.get("Retry-After"));
  const ours = retryAfter[Math.min(tries, retryAfter.length - 1)];
  if (!answer && tries > 0) {
    tell("offline");
  }
  return told > 0 ? told * 1000 : ours;
}

let wakePump = null;
function pause(millis) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, millis);
    wakePump = () => {
      clearTimeout(timer);
      resolve();
    };
  });
}

// ---- the page

function fitText() {
  const text = $("text");
  // Empty, it stands as the page does; else as what is written in it.
  text.dir = text.value ? "auto" : "";
  text.style.height = "auto";
  text.style.height = `${Math.min(text.scrollHeight, 160)}px`;
}

function submit() {
  const text = $("text").value.trim();
  if (!text) {
    return;
  }
  if (text.length > clinic.maxText) {
    tell("text-too-long", { most: clinic.maxText });
    return;
  }
  tell("");
  $("text").value = "";
  fitText();
  write({ id: newId(), text });
}

function attach(file) {
  if (!["image/jpeg", "image/png", "image/webp", "application/pdf"].includes(file.type)) {
    tell("file-type");
  } else if (file.size > clinic.maxFile) {
    tell("file-too-large", { most: sizeText(clinic.maxFile) });
  } else {
    tell("");
    write({ id: newId(), file });
  }
}

function restart() {
  reader?.close();
  reader = null;
  token = null;
  pending = [];
  kept.write("token", null);
  keepPending();
  shown.clear();
  mine.clear();
  seen.forget();
  files.forget();
  $("log").replaceChildren();
  $("restart").hidden = true;
  document.documentElement.classList.remove("begun");
  state = { holder: "agent", preparing: false };
  isOnline = true;
  tell("");
  showState();
  $("text").focus();
}

function wire() {
  $("form").addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  $("text").addEventListener("input", fitText);
  $("text").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      submit();
    }
  });
  $("language").addEventListener("click", () => {
    setLanguage(currentLanguage() === "he" ? "en" : "he");
    kept.write("language", currentLanguage());
  });
  $("restart").addEventListener("click", () => {
    $("sure").showModal();
    $("sureNo").focus();
  });
  $("sureNo").addEventListener("click", () => $("sure").close());
  $("sureYes").addEventListener("click", () => {
    $("sure").close();
    restart();
  });
  $("viewerClose").addEventListener("click", () => $("viewer").close());
  $("viewer").addEventListener("click", (event) => {
    if (event.target === $("viewer")) {
      $("viewer").close();
    }
  });
  $("attach").addEventListener("click", () => $("file").click());
  $("file").addEventListener("change", () => {
    if ($("file").files.length > 0) {
      attach($("file").files[0]);
      $("file").value = "";
    }
  });
  document.addEventListener("visibilitychange", () => {
    seen.tell();
    hurry();
  });
  addEventListener("online", hurry);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && parent !== window && !document.querySelector("dialog[open]")) {
      parent.postMessage("delpek-chat-close", "*");
    }
  });
}

function hurry() {
  reader?.hurry();
  wakePump?.();
}

function takeUp() {
  try {
    pending = JSON.parse(kept.read("pending") ?? "[]");
  } catch {
    pending = [];
  }
  for (const post of pending) {
    const data = { from: "visitor", kind: "text", text: post.text, clientId: post.id, at: 0, state: "sending" };
    mine.set(post.id, addBubble(data));
  }
  pump();
}

setLanguage(firstLanguage());
wire();
listen();
takeUp();
try {
  clinic = await (await fetch("/api/webchat/info", { cache: "no-store" })).json();
  $("attach").hidden = !(clinic.maxFile > 0);
  setLanguage(currentLanguage());
} catch {
  // The chat works without the clinic's name.
}
