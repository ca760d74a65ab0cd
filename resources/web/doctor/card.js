// SPDX-License-Identifier: GPL-3.0-or-later
// The card: how urgent, since when, who, what.

import { currentLanguage, hasWords, words } from "/doctor-chat/words.js";

const $ = (id) => document.getElementById(id);

export function element(tag, className = "", text = "") {
  const made = document.createElement(tag);
  if (className) {
    made.className = className;
  }
  if (text) {
    made.textContent = text;
  }
  return made;
}

// Urgency by shape as well as by colour and word: an octagon, a triangle, a circle.
const shapes = {
  EMERGENCY: ["M8 2h8l6 6v8l-6 6H8l-6-6V8z", "M12 7v6M12 16.5v.5"],
  DOCTOR_REQUIRED: ["M12 2l11 19H1z", "M12 9v6M12 18v.5"],
  ROUTINE: ["M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20z", "M12 7v5l3 3"],
};

function sign(urgency) {
  const icon = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  icon.setAttribute("viewBox", "0 0 24 24");
  icon.setAttribute("aria-hidden", "true");
  shapes[urgency].forEach((outline, index) => {
    const path = document.createElementNS(icon.namespaceURI, "path");
    path.setAttribute("d", outline);
    if (index > 0) {
      path.setAttribute("class", "sign");
    }
    icon.append(path);
  });
  return icon;
}

export function timeText(at, zone) {
  const format = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone };
  const day = { day: "numeric", month: "numeric", timeZone: zone };
  const isToday = dayOf(at, zone) === dayOf(Date.now(), zone);
  return new Intl.DateTimeFormat(currentLanguage(), isToday ? format : { ...day, ...format }).format(at);
}

function dayOf(at, zone) {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(at);
}

function spanText(milliseconds) {
  const minutes = Math.floor(milliseconds / 60000);
  const hours = Math.floor(minutes / 60);
  if (hours > 0) {
    return hours === 1 ? words("hour") : words("hours", { n: hours });
  }
  if (minutes === 0) {
    return words("now");
  }
  return minutes === 1 ? words("minute") : words("minutes", { n: minutes });
}

function flagText(flag) {
  const [name, ...rest] = flag.split(":");
  const key = rest.length > 0 ? `flag.${name}.of` : `flag.${name}`;
  return hasWords(key) ? words(key, { name: rest.join(":") }) : flag;
}

// A desk writes a reason as a key, with words of its own behind a line break.
function reasonText(reason) {
  return reason.split("\n").map((line) => (hasWords(line) ? words(line) : line)).join(": ");
}

function stateText(escalation) {
  return words(escalation.state, {
    name: { acknowledged: escalation.acknowledgedBy, answered: escalation.answeredBy }[escalation.state] ?? escalation.closedBy,
    reason: reasonText(escalation.closeReason ?? ""),
  });
}

// `late`: how far this device's clock is behind the clinic's.
export function showClock(data, late) {
  const { since, dueAt, closedAt, answeredAt } = data.escalation;
  const now = Date.now() + late;
  $("clock").textContent = words("ago", { at: timeText(since, data.zone), time: spanText((closedAt ?? now) - since) });
  const isWaiting = dueAt && !answeredAt && !closedAt;
  const isLate = isWaiting && now > dueAt;
  $("due").textContent = isWaiting ? words(isLate ? "overdue" : "due", { at: timeText(dueAt, data.zone) }) : "";
  $("due").classList.toggle("bad", Boolean(isLate));
}

export function showCard(data) {
  const { escalation, patient } = data;
  $("patient").textContent = patient.name || words("nameless");
  $("urgency").className = escalation.urgency;
  $("urgency").replaceChildren(sign(escalation.urgency), element("span", "", words(escalation.urgency)));
  $("flags").replaceChildren(...data.flags.map((flag) => element("li", "", flagText(flag))));
  $("summary").textContent = data.summary;
  $("facts").replaceChildren(
    ...data.facts.flatMap(({ key, value }) => {
      const name = `fact.${key}`;
      const said = element("dd", "", value === "no" ? words("no") : value);
      said.dir = "auto";
      return [element("dt", "", hasWords(name) ? words(name) : key), said];
    }),
  );
  $("state").textContent = stateText(escalation);
  const consent = `consent.${data.consent}`;
  $("consent").textContent = hasWords(consent) ? words(consent) : "";
  $("call").hidden = !patient.phone;
  if (patient.phone) {
    $("call").href = `tel:${patient.phone}`;
  }
  const call = words("call", { name: patient.name || words("nameless") });
  $("call").setAttribute("aria-label", call);
  $("call").title = call;
}
