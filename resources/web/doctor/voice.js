// SPDX-License-Identifier: GPL-3.0-or-later
// The bar in which an answer is spoken, heard and sent. It takes the place of the field; what was written stays in it.
// A recording is kept until it is sent or thrown away: whoever leaves the page is asked.

import { postVoice } from "/doctor-chat/acts.js";
import { canRecord, Recorder } from "/doctor-chat/recorder.js";
import { words } from "/doctor-chat/words.js";

const $ = (id) => document.getElementById(id);
const faintest = 0.0005; // as the clinic's: what a muted microphone leaves is quieter
const bars = Array.from({ length: 28 }, () => document.createElement("i"));
const patience = 2; // seconds until silence is told

let recorder = null;
let spoken = null; // {file, address, seconds}
let loudest = 0;
let act = null; // how the page does something
let tell = null;
let changed = null;
let longest = 0;

export function setUp(how) {
  ({ act, tell, changed } = how);
}

export function setLongest(seconds) {
  longest = seconds;
}

export function canSpeak() {
  return canRecord && longest >= 1;
}

// Whether the bar is wanted in place of the field.
export function isSpeaking() {
  return recorder !== null || spoken !== null;
}

function clock(seconds) {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

function show() {
  const isRecording = recorder !== null;
  $("voiceNow").hidden = !isRecording;
  $("voiceStop").hidden = !isRecording;
  $("voicePlay").hidden = isRecording;
  $("voiceSend").hidden = isRecording;
  $("voice").classList.toggle("recording", isRecording);
  $("voiceDrop").setAttribute("aria-label", words(isRecording ? "voiceCancel" : "voiceDrop"));
  $("voiceDrop").title = $("voiceDrop").getAttribute("aria-label");
  changed();
}

export function nameVoice() {
  for (const [id, key] of [["voiceStart", "voiceStart"], ["voiceStop", "voiceStop"], ["voiceSend", "voiceSend"]]) {
    $(id).setAttribute("aria-label", words(key));
    $(id).title = words(key);
  }
  $("voicePlay").setAttribute("aria-label", words("voicePlay"));
  $("voice").setAttribute("aria-label", words("voice"));
  show();
}

// The newest at the end; speech lies between -50 and -10 dB.
function showLevel(level) {
  const height = Math.max(0, Math.min(1, (20 * Math.log10(Math.max(level, 1e-5)) + 50) / 40));
  bars.forEach((bar, index) => {
    bar.style.height = index + 1 < bars.length ? bars[index + 1].style.height : `${Math.round(12 + 88 * height)}%`;
  });
}

function heard(level, seconds) {
  loudest = Math.max(loudest, level);
  $("voiceTime").textContent = `${clock(seconds)} / ${clock(longest)}`;
  showLevel(level);
  if (seconds > patience && loudest < faintest) {
    tell("voiceMuted");
  } else if (seconds >= longest - 0.05) {
    stop("voiceFull");
  }
}

async function begin() {
  if (recorder || spoken) {
    return;
  }
  tell("");
  loudest = 0;
  const mine = new Recorder(heard, () => stop("voiceLost"));
  recorder = mine;
  $("voiceTime").textContent = `${clock(0)} / ${clock(longest)}`;
  bars.forEach((bar) => bar.style.removeProperty("height"));
  show();
  $("voiceStop").focus();
  try {
    await mine.start();
  } catch (error) {
    mine.close();
    if (recorder === mine) {
      recorder = null;
      show();
      tell(error.name === "NotAllowedError" || error.name === "SecurityError" ? "voiceDenied" : "voiceNone");
    }
  }
}

export function stopVoice() {
  stop();
}

async function stop(why = "") {
  const mine = recorder;
  if (!mine || mine.isOver) {
    return;
  }
  if (mine.pieces.length === 0) {
    drop();
    return;
  }
  const file = await mine.stop();
  if (recorder !== mine) {
    return; // thrown away meanwhile
  }
  recorder = null;
  spoken = { file, address: URL.createObjectURL(file), seconds: mine.seconds };
  $("voicePlay").src = spoken.address;
  tell(why || (loudest < faintest ? "voice-silent" : ""));
  show();
  $("voiceSend").focus();
}

function drop() {
  recorder?.close();
  recorder = null;
  if (spoken) {
    $("voicePlay").pause();
    $("voicePlay").removeAttribute("src");
    URL.revokeObjectURL(spoken.address);
    spoken = null;
  }
  tell("");
  show();
}

async function send() {
  const mine = spoken;
  $("voicePlay").pause();
  if (mine) {
    await act(() => postVoice(mine.file), "sent", drop);
  }
}

// The page shows nothing of the patient any more: neither does this.
export function dropVoice() {
  if (isSpeaking()) {
    drop();
  }
}

$("voiceLevel").append(...bars);
$("voiceStart").addEventListener("click", begin);
$("voiceStop").addEventListener("click", () => stop());
$("voiceDrop").addEventListener("click", drop);
$("voiceSend").addEventListener("click", send);
// Nothing is recorded that nobody looks at; what was said so far is kept.
document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && stop());
addEventListener("beforeunload", (event) => {
  if (isSpeaking()) {
    event.preventDefault();
    event.returnValue = "";
  }
});
