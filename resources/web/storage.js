// SPDX-License-Identifier: GPL-3.0-or-later
// What the page remembers of itself between two visits.

// A browser that keeps nothing (a private window, a blocked frame) still can chat; it only forgets on leaving.
const memory = new Map();
export const kept = {
  read(name) {
    try {
      return localStorage.getItem(`delpek.chat.${name}`);
    } catch {
      return memory.get(name) ?? null;
    }
  },
  write(name, value) {
    try {
      if (value === null) {
        localStorage.removeItem(`delpek.chat.${name}`);
      } else {
        localStorage.setItem(`delpek.chat.${name}`, value);
      }
    } catch {
      memory.set(name, value);
    }
  },
};
