// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures, sounds and documents of the conversation. They come with the session's token and are shown from this page's
// own memory, so that no address leads to them.

import { currentLanguage, words } from "/chat/words.js";

const shownPictures = ["image/jpeg", "image/png", "image/webp"];
const shownSounds = ["audio/ogg", "audio/mpeg", "audio/mp4"];

function element(tag, className, text) {
  const made = document.createElement(tag);
  made.className = className ?? "";
  if (text !== undefined) {
    made.textContent = text;
  }
  return made;
}

function bareType(file) {
  return file.type.split(";")[0].trim().toLowerCase();
}

function nameOf(file) {
  const kind = bareType(file).split("/")[0];
  return file.name || words(["image", "audio", "video"].includes(kind) ? kind : "document");
}

export function sizeText(bytes) {
  const isLarge = bytes >= 1048576;
  const number = new Intl.NumberFormat(currentLanguage() === "he" ? "he-IL" : "en-GB", {
    maximumFractionDigits: isLarge && bytes % 1048576 !== 0 ? 1 : 0,
  }).format(isLarge ? bytes / 1048576 : Math.max(1, Math.round(bytes / 1024)));
  return `${number} ${isLarge ? "MB" : "KB"}`;
}

// Shows what comes near the screen, and lets the visitor save the rest.
export class Files {
  #tokenOf;
  #urls = new Map(); // message id → address of its bytes in this page
  #observer = new IntersectionObserver((entries) => this.#near(entries), { rootMargin: "400px" });

  constructor(tokenOf) {
    this.#tokenOf = tokenOf;
  }

  // The element for the file of a message; `data.localFile` is the visitor's own, just chosen.
  show(data) {
    const type = bareType(data.file);
    const isPicture = shownPictures.includes(type);
    const isSound = shownSounds.includes(type);
    const shown = element("div", isPicture ? "picture" : isSound ? "sound" : "paper");
    shown.message = data;
    if (data.localFile && isPicture) {
      this.#put(shown, this.#keep(data, data.localFile));
    } else if (data.localFile) {
      shown.append(this.#nameOf(data.file));
    } else if (isPicture || isSound) {
      shown.append(element("span", "waits"));
      this.#observer.observe(shown);
    } else {
      shown.append(this.#saveButton(data));
    }
    this.label(shown);
    return shown;
  }

  // The words that depend on the language of the page.
  label(shown) {
    const { file, from } = shown.message;
    const name = nameOf(file);
    const set = (selector, key) => shown.querySelector(selector)?.setAttribute("aria-label", words(key, { name }));
    shown.querySelector("img")?.setAttribute("alt", words(from === "visitor" ? "pictureMine" : "pictureTheirs", { name }));
    set("button.open", "openPicture");
    set("audio", "sound");
    set("button.save", "save");
    const again = shown.querySelector("button.link");
    if (again) {
      again.textContent = words("loadAgain");
    }
    const waits = shown.querySelector(".waits");
    if (waits) {
      waits.textContent = words("loading");
    }
    const size = shown.querySelector(".size");
    if (size) {
      size.textContent = file.size > 0 ? sizeText(file.size) : "";
    }
  }

  forget() {
    this.#observer.disconnect();
    this.#urls.forEach((url) => URL.revokeObjectURL(url));
    this.#urls.clear();
  }

  #near(entries) {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) {
        this.#observer.unobserve(target);
        this.#load(target);
      }
    }
  }

  #keep(data, bytes) {
    const url = URL.createObjectURL(bytes);
    this.#urls.set(data.id ?? data.clientId, url);
    return url;
  }

  async #fetch(data) {
    const known = this.#urls.get(data.id);
    if (known) {
      return known;
    }
    const answer = await fetch(`/api/webchat/files?message=${data.id}`, {
      headers: { Authorization: `Bearer ${this.#tokenOf()}` },
      cache: "no-store",
    });
    if (!answer.ok) {
      throw new Error(String(answer.status));
    }
    return this.#keep(data, await answer.blob());
  }

  async #load(shown) {
    try {
      this.#put(shown, await this.#fetch(shown.message));
    } catch {
      const again = element("button", "link");
      again.type = "button";
      again.addEventListener("click", () => this.#load(shown));
      shown.replaceChildren(again);
    }
    this.label(shown);
  }

  #put(shown, url) {
    if (shown.classList.contains("sound")) {
      const player = element("audio");
      player.controls = true;
      // Not every browser plays every sound: what it cannot play it can save.
      player.addEventListener("error", () => {
        shown.replaceChildren(this.#saveButton(shown.message));
        this.label(shown);
      });
      player.src = url;
      shown.replaceChildren(player);
      return;
    }
    const picture = element("img");
    // What has come is in sight: the log stays at its end.
    const log = shown.closest("#log");
    const isAtEnd = log && log.scrollHeight - log.scrollTop - log.clientHeight < 80;
    picture.addEventListener("load", () => {
      if (isAtEnd) {
        log.scrollTop = log.scrollHeight;
      }
    });
    picture.src = url;
    const open = element("button", "open");
    open.type = "button";
    open.append(picture);
    open.addEventListener("click", () => enlarge(picture));
    shown.replaceChildren(open);
  }

  #nameOf(file) {
    const line = element("span", "name");
    const size = element("span", "size");
    size.dir = "ltr";
    line.append(element("bdi", "", nameOf(file)), " ", size);
    return line;
  }

  #saveButton(data) {
    const save = element("button", "save quiet");
    save.type = "button";
    save.append(downloadIcon(), this.#nameOf(data.file));
    save.addEventListener("click", async () => {
      save.disabled = true;
      try {
        const link = element("a");
        link.href = await this.#fetch(data);
        link.download = data.file.name || "file";
        link.click();
        save.classList.remove("bad");
      } catch {
        save.classList.add("bad");
      }
      save.disabled = false;
    });
    return save;
  }
}

function downloadIcon() {
  const icon = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  icon.setAttribute("viewBox", "0 0 24 24");
  icon.setAttribute("aria-hidden", "true");
  const arrow = document.createElementNS(icon.namespaceURI, "path");
  arrow.setAttribute("d", "M12 4v11M7 10.5l5 5 5-5M5 20h14");
  icon.append(arrow);
  return icon;
}

function enlarge(picture) {
  const viewer = document.getElementById("viewer");
  const large = viewer.querySelector("img");
  large.src = picture.src;
  large.alt = picture.alt;
  viewer.showModal();
}

// The address in words; the map is another site's, so it is opened only by the visitor's own touch.
export function placeParts(place) {
  const parts = [place.name, place.address].filter(Boolean);
  const link = element("a", "map");
  link.href = `https://www.google.com/maps/search/?api=1&query=${place.latitude},${place.longitude}`;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  const lines = parts.map((part) => element("span", "line", part));
  lines.forEach((line) => (line.dir = "auto"));
  return [...lines, link];
}
