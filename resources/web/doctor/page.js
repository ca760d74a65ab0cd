// SPDX-License-Identifier: GPL-3.0-or-later
// The doctor's page. It shows what the clinic tells and asks anew whenever something changed; nothing is kept here.

import { ask, post, postFile, token } from "/doctor-chat/acts.js";
import { element, showCard, showClock } from "/doctor-chat/card.js";
import { EventReader } from "/doctor-chat/stream.js";
import { oldestShown, showAgain, showThread } from "/doctor-chat/thread.js";
import { canSpeak, dropVoice, isSpeaking, nameVoice, setLongest, setUp, stopVoice } from "/doctor-chat/voice.js";
import { currentLanguage, hasWords, speak, words } from "/doctor-chat/words.js";

const $ = (id) => document.getElementById(id);
// Why nothing can be written, as the desk calls it and as the page does.
const silences = {
  "window.closed": "window-closed",
  "consent.answerRefused": "consent-refused",
  "consent.answerMissing": "consent-missing",
};
const reasons = ["reason.answered", "reason.phone", "reason.hospital", "reason.visit"];

let data = null; // the card as it was told last
let late = 0;
let reader = null;
let isOver = false;
let isBusy = false; // a message or an act is on its way
let refreshing = null;
let isStale = false;
let statusKey = "";
let isChosen = false; // the language, by hand

// ---- words

const labels = {
  language: "other", older: "older", acknowledge: "acknowledge", promise: "promise", close: "close", textLabel: "label",
  pinTitle: "pinTitle", pinWhy: "pinWhy", pinLabel: "pinLabel", pinSend: "pinSend", overTitle: "overTitle",
  overText: "overText", closingTitle: "closingTitle", closingWhy: "closingWhy", reasonLabel: "reasonLabel",
  closingYes: "closingYes", closingNo: "closingNo", viewerClose: "back",
};

function setLanguage(chosen) {
  speak(chosen);
  document.documentElement.lang = chosen;
  document.documentElement.dir = chosen === "he" ? "rtl" : "ltr";
  document.title = words("title");
  for (const [id, key] of Object.entries(labels)) {
    $(id).textContent = words(key);
  }
  $("language").lang = chosen === "he" ? "en" : "he";
  $("text").placeholder = words("placeholder");
  for (const [id, key] of [["send", "send"], ["attach", "attach"], ["log", "log"], ["answers", "answers"]]) {
    $(id).setAttribute("aria-label", words(key));
  }
  nameVoice();
  $("acknowledge").title = words("acknowledgeHint");
  $("reasons").replaceChildren(...reasons.map(reasonButton));
  tell(statusKey);
  if (data) {
    showAll();
    showAgain($("log"), data.patient.name, data.zone, currentLanguage());
  }
}

function reasonButton(key) {
  const button = element("button", "", words(key));
  button.type = "button";
  button.addEventListener("click", () => ($("reason").value = button.textContent));
  return button;
}

function tell(key) {
  statusKey = key;
  $("status").textContent = key ? words(hasWords(key) ? key : "failedAct") : "";
}

// ---- what is shown

function showOnly(id) {
  for (const part of ["locked", "over", "page"]) {
    $(part).hidden = part !== id;
  }
  const isOpen = id === "page" && !data.escalation.closedAt;
  const mayAnswer = isOpen && data.mayWrite.text;
  $("tools").hidden = !isOpen;
  $("form").hidden = !mayAnswer || isSpeaking();
  $("answers").hidden = isSpeaking(); // they would be put into a field that is not to be seen
  $("voice").hidden = !mayAnswer || !isSpeaking();
  if (!mayAnswer) {
    stopVoice();
  }
}

function showAll() {
  showCard(data);
  showClock(data, late);
  const { state } = data.escalation;
  $("acknowledge").hidden = state !== "raised" && state !== "notified";
  $("answers").replaceChildren(...(data.answerFault ? [] : data.answers).map(answerButton));
  $("promise").hidden = !data.answerFault;
  $("attach").hidden = !data.mayWrite.files || data.maxFile === 0;
  setLongest(data.maxVoice);
  $("voiceStart").hidden = !data.mayWrite.files || !canSpeak();
  showOnly("page");
  const isSilent = !data.escalation.closedAt && !data.mayWrite.text;
  if (isSilent && !isBusy && statusKey !== "promised") {
    tell(silences[data.mayWrite.reason] ?? "unreachable");
  } else if (!isSilent && Object.values(silences).includes(statusKey)) {
    tell("");
  }
}

// A ready answer is put into the field, to be read, changed and sent.
function answerButton(answer) {
  const button = element("button", "", answer.text);
  button.type = "button";
  button.dir = "auto";
  button.addEventListener("click", () => {
    $("text").value = answer.text;
    fit();
    $("text").focus();
  });
  return button;
}

function end() {
  isOver = true;
  reader?.close();
  reader = null;
  data = null;
  $("log").replaceChildren();
  $("patient").textContent = "";
  $("clock").textContent = "";
  $("call").hidden = true;
  dropVoice();
  tell("");
  showOnly("over");
}

function lock() {
  reader?.close();
  reader = null;
  showOnly("locked");
  $("pin").focus();
}

// What a refusal means for the whole page; true when it was that.
function isEnd(result) {
  if (result.status === 404 && result.key === "link-gone") {
    end();
    return true;
  }
  if (result.status === 401) {
    lock();
    return true;
  }
  return false;
}

// ---- reading

async function load() {
  const card = await ask("card");
  if (!card.ok) {
    if (!isEnd(card)) {
      tell("offline");
    }
    return;
  }
  const thread = await ask("thread");
  if (!thread.ok) {
    if (!isEnd(thread)) {
      tell("offline");
    }
    return;
  }
  const isFirst = !data;
  data = card.value;
  late = data.now - Date.now();
  if (isFirst && !isChosen && data.me.language !== currentLanguage()) {
    setLanguage(data.me.language);
  }
  showAll();
  const scroll = $("scroll");
  const isAtEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 80;
  showThread($("log"), thread.value.messages, data.patient.name, data.zone, currentLanguage());
  if (isFirst) {
    $("older").hidden = !thread.value.hasOlder;
  } else if (isAtEnd) {
    scroll.scrollTop = scroll.scrollHeight;
  }
  if (statusKey === "offline") {
    tell("");
  }
  listen();
}

// One reading at a time; what changes meanwhile is read after it.
async function refresh() {
  if (isOver) {
    return;
  }
  if (refreshing) {
    isStale = true;
    return;
  }
  do {
    isStale = false;
    refreshing = load();
    await refreshing;
    refreshing = null;
  } while (isStale && !isOver);
}

function listen() {
  if (reader || isOver) {
    return;
  }
  reader = new EventReader("/api/doctor-chat/events", token, {
    event: refresh,
    connected(now) {
      if (now) {
        refresh();
      } else {
        tell("offline");
      }
    },
    refused() {
      reader = null;
      refresh();
    },
  });
}

async function showOlder() {
  const thread = await ask(`thread?before=${oldestShown()}`);
  if (!thread.ok) {
    isEnd(thread);
    return;
  }
  const scroll = $("scroll");
  const fromEnd = scroll.scrollHeight - scroll.scrollTop;
  showThread($("log"), thread.value.messages, data.patient.name, data.zone, currentLanguage());
  $("older").hidden = !thread.value.hasOlder;
  scroll.scrollTop = scroll.scrollHeight - fromEnd;
}

// ---- acts

// `taken` runs before the page is read anew: what was sent must not be there to be sent again.
async function act(sending, done = "", taken = () => {}) {
  if (isBusy) {
    return;
  }
  isBusy = true;
  tell("sendingNow");
  const result = await sending();
  isBusy = false;
  if (result.ok) {
    taken();
  }
  tell(result.ok ? done : result.key);
  if (result.ok || !isEnd(result)) {
    await refresh();
  }
}

function fit() {
  const text = $("text");
  text.style.height = "auto";
  text.style.height = `${text.scrollHeight + 2}px`;
}

async function send(event) {
  event.preventDefault();
  const field = $("text");
  const sent = field.value;
  const text = sent.trim();
  if (!text) {
    return;
  }
  await act(() => post("reply", { text }), "sent", () => {
    // What was typed behind it meanwhile stays.
    field.value = field.value.startsWith(sent) ? field.value.slice(sent.length).trimStart() : field.value;
    fit();
    $("scroll").scrollTop = $("scroll").scrollHeight;
  });
}

async function attach() {
  const [file] = $("file").files;
  $("file").value = "";
  if (!file) {
    return;
  }
  if (file.size > data.maxFile) {
    tell("file-too-large");
    return;
  }
  await act(() => postFile(file), "sent");
}

async function close(event) {
  event.preventDefault();
  const reason = $("reason").value.trim();
  if (!reason) {
    $("reason").focus();
    return;
  }
  $("closing").close();
  await act(() => post("close", { reason }));
}

async function enter(event) {
  event.preventDefault();
  const pin = $("pin").value.trim();
  $("pinSend").disabled = true;
  const result = await post("pin", { pin });
  $("pinSend").disabled = false;
  $("pin").value = "";
  if (result.ok) {
    $("pinStatus").textContent = "";
    refresh();
    return;
  }
  if (result.status === 404) {
    end();
    return;
  }
  const key = result.key === "pin-wrong" && result.left === 1 ? "pin-wrong-one" : result.key;
  $("pinStatus").textContent = words(hasWords(key) ? key : "failedAct", { left: result.left });
  $("pin").focus();
}

// ---- begin

function firstLanguage() {
  const wanted = navigator.languages ?? [navigator.language];
  return wanted.some((tag) => /^(he|iw)\b/.test(tag)) ? "he" : "en";
}

$("language").addEventListener("click", () => {
  isChosen = true;
  setLanguage(currentLanguage() === "he" ? "en" : "he");
});
$("pinForm").addEventListener("submit", enter);
$("form").addEventListener("submit", send);
$("text").addEventListener("input", fit);
$("attach").addEventListener("click", () => $("file").click());
$("file").addEventListener("change", attach);
$("older").addEventListener("click", showOlder);
$("acknowledge").addEventListener("click", () => act(() => post("acknowledge", {})));
$("promise").addEventListener("click", () => act(() => post("promise-call", {}), "promised"));
$("close").addEventListener("click", () => $("closing").showModal());
$("closingNo").addEventListener("click", () => $("closing").close());
$("closingForm").addEventListener("submit", close);
$("viewerClose").addEventListener("click", () => $("viewer").close());
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") {
    reader?.hurry();
  }
});
setInterval(() => data && showClock(data, late), 20000);
setUp({ act, tell, changed: () => data && !$("page").hidden && showOnly("page") });
setLanguage(firstLanguage());
refresh();
