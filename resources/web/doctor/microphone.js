// SPDX-License-Identifier: GPL-3.0-or-later
// Runs beside the page, where the sound is: hands on what the microphone hears, a twentieth of a second at a time.

const pieces = 16; // of 128 samples

class Microphone extends AudioWorkletProcessor {
  constructor() {
    super();
    this.piece = new Float32Array(128 * pieces);
    this.length = 0;
  }

  process([input]) {
    const sound = input[0];
    if (sound) {
      this.piece.set(sound, this.length);
      this.length += sound.length;
      if (this.length === this.piece.length) {
        this.port.postMessage(this.piece.slice());
        this.length = 0;
      }
    }
    return true;
  }
}

registerProcessor("microphone", Microphone);
