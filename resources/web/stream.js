// SPDX-License-Identifier: GPL-3.0-or-later
// Server-sent events over fetch: EventSource cannot send the session in a header, and an address is no place for it.

const firstPause = 1000;
const longestPause = 30000;
// The server sends a heartbeat every 15 seconds.
const longestSilence = 40000;
// Two heartbeats missed: when somebody looks at the page, that is long enough.
const doubtAfter = 31000;
// A stream that ends sooner is followed by a longer pause.
const steadyAfter = 10000;

export class EventReader {
  #url;
  #token;
  #on;
  #lastId = "";
  #pause = firstPause;
  #timer = 0;
  #abort = null;
  #isOver = false;
  #heardAt = 0;

  // on: { event(name, data), connected(isConnected), refused(status) }
  constructor(url, token, on) {
    this.#url = url;
    this.#token = token;
    this.#on = on;
    this.#connect();
  }

  // Now, without waiting for the pause to end, or for the silence of a device that has slept to be long enough.
  hurry() {
    if (this.#timer) {
      clearTimeout(this.#timer);
      this.#timer = 0;
      this.#connect();
    } else if (this.#heardAt && Date.now() - this.#heardAt > doubtAfter) {
      this.#abort?.abort();
    }
  }

  close() {
    this.#isOver = true;
    clearTimeout(this.#timer);
    this.#abort?.abort();
  }

  async #connect() {
    this.#abort = new AbortController();
    let status = 0;
    let since = 0;
    try {
      const headers = { Authorization: `Bearer ${this.#token}`, Accept: "text/event-stream" };
      if (this.#lastId) {
        headers["Last-Event-ID"] = this.#lastId;
      }
      const response = await fetch(this.#url, { headers, cache: "no-store", signal: this.#abort.signal });
      status = response.status;
      if (response.ok) {
        this.#on.connected(true);
        since = performance.now();
        await this.#read(response.body.getReader());
      } else {
        await response.body?.cancel();
      }
    } catch {
      // A broken connection ends here; what it means is decided below.
    }
    if (this.#isOver) {
      return;
    }
    if (status === 401 || status === 403) {
      this.#isOver = true;
      this.#on.refused(status);
      return;
    }
    if (status !== 200) {
      this.#on.connected(false);
    }
    if (since && performance.now() - since > steadyAfter) {
      this.#pause = firstPause;
    }
    const wait = this.#pause * (0.5 + Math.random() / 2);
    this.#pause = Math.min(this.#pause * 2, longestPause);
    this.#timer = setTimeout(() => {
      this.#timer = 0;
      this.#connect();
    }, wait);
  }

  async #read(reader) {
    const decoder = new TextDecoder();
    let text = "";
    let watch = 0;
    const listen = () => {
      clearTimeout(watch);
      this.#heardAt = Date.now();
      watch = setTimeout(() => this.#abort.abort(), longestSilence);
    };
    try {
      for (;;) {
        listen();
        const { done, value } = await reader.read();
        if (done) {
          return;
        }
        text += decoder.decode(value, { stream: true });
        for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
          this.#take(text.slice(0, end));
          text = text.slice(end + 2);
        }
      }
    } finally {
      this.#heardAt = 0;
      clearTimeout(watch);
    }
  }

  #take(block) {
    let id = null;
    let name = "message";
    const data = [];
    for (const line of block.split("\n")) {
      const colon = line.indexOf(":");
      const field = colon < 0 ? line : line.slice(0, colon);
      const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
      if (field === "id") {
        id = value;
      } else if (field === "event") {
        name = value;
      } else if (field === "data") {
        data.push(value);
      }
    }
    if (data.length > 0) {
      this.#on.event(name, JSON.parse(data.join("\n")));
    }
    // Only now: what was not shown is asked for again.
    if (id !== null) {
      this.#lastId = id;
    }
  }
}
