// SPDX-License-Identifier: GPL-3.0-or-later
// Tells the clinic which of its messages were on a screen that was visible.

const gather = 1000;
const mostAtOnce = 100;

export class SeenReport {
  #tokenOf;
  #ids = new Set();
  #timer = 0;
  #observer = new IntersectionObserver((entries) => this.#note(entries), { threshold: 0.1 });

  constructor(tokenOf) {
    this.#tokenOf = tokenOf;
  }

  watch(bubble) {
    this.#observer.observe(bubble);
  }

  forget() {
    this.#ids.clear();
  }

  // After a while, what was gathered; nothing while the page is hidden.
  tell() {
    if (!this.#timer && this.#ids.size > 0 && document.visibilityState === "visible" && this.#tokenOf()) {
      this.#timer = setTimeout(() => this.#send(), gather);
    }
  }

  #note(entries) {
    for (const entry of entries) {
      if (entry.isIntersecting) {
        this.#observer.unobserve(entry.target);
        this.#ids.add(entry.target.message.id);
      }
    }
    this.tell();
  }

  async #send() {
    this.#timer = 0;
    const ids = [...this.#ids].slice(0, mostAtOnce);
    try {
      const answer = await fetch("/api/webchat/read", {
        method: "POST",
        headers: { Authorization: `Bearer ${this.#tokenOf()}`, "Content-Type": "application/json" },
        body: JSON.stringify({ ids }),
        cache: "no-store",
      });
      if (answer.ok) {
        ids.forEach((id) => this.#ids.delete(id));
        this.tell();
      }
    } catch {
      // Told with the next ones.
    }
  }
}
