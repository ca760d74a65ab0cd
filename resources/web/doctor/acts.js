// SPDX-License-Identifier: GPL-3.0-or-later
// Talks to the clinic. The token is the last part of the page's address; the device's secret is a cookie that this
// script cannot read.

const base = "/api/doctor-chat/";
export const token = location.pathname.split("/").at(-1);

const headers = (more = {}) => ({ Authorization: `Bearer ${token}`, ...more });

async function failureOf(answer) {
  const body = await answer.json().catch(() => ({}));
  return { ok: false, status: answer.status, key: body.error?.key ?? "unavailable", left: body.error?.left };
}

// {ok: true, value} or {ok: false, status, key}; status 0: no answer, so nobody knows.
async function call(path, options) {
  try {
    const answer = await fetch(base + path, { cache: "no-store", credentials: "same-origin", ...options });
    return answer.ok ? { ok: true, value: answer } : await failureOf(answer);
  } catch {
    return { ok: false, status: 0, key: "unsure" };
  }
}

export async function ask(path) {
  const result = await call(path, { headers: headers() });
  return result.ok ? { ok: true, value: await result.value.json() } : result;
}

export function askFile(id) {
  return call(`files?message=${id}`, { headers: headers() });
}

export function post(path, body) {
  return call(path, {
    method: "POST",
    headers: headers({ "Content-Type": "application/json" }),
    body: JSON.stringify(body),
  });
}

export function postVoice(file) {
  return call("voice", { method: "POST", headers: headers({ "Content-Type": "audio/wav" }), body: file });
}

export function postFile(file) {
  return call(`files?name=${encodeURIComponent(file.name)}`, {
    method: "POST",
    headers: headers({ "Content-Type": file.type }),
    body: file,
  });
}
