// SPDX-License-Identifier: GPL-3.0-or-later
// Records what the doctor speaks, and makes of it the WAV file that the clinic takes: 16 kHz, 16 bits, one channel.

const rate = 16000;

export const canRecord = Boolean(navigator.mediaDevices?.getUserMedia && window.AudioWorkletNode && window.isSecureContext);

export function loudness(piece) {
  let squares = 0;
  for (const sample of piece) {
    squares += sample * sample;
  }
  return Math.sqrt(squares / piece.length);
}

function wav(samples) {
  const view = new DataView(new ArrayBuffer(44 + samples.length * 2));
  const word = (at, text) => [...text].forEach((letter, index) => view.setUint8(at + index, letter.charCodeAt(0)));
  word(0, "RIFF");
  view.setUint32(4, view.byteLength - 8, true);
  word(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  word(36, "data");
  view.setUint32(40, samples.length * 2, true);
  samples.forEach((sample, index) => {
    view.setInt16(44 + index * 2, Math.round(Math.max(-1, Math.min(1, sample)) * 32767), true);
  });
  return new Blob([view.buffer], { type: "audio/wav" });
}

// The browser's own resampling: a microphone has 44.1 or 48 kHz.
async function resampled(pieces, from) {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const seconds = length / from;
  if (length === 0) {
    return new Float32Array(0);
  }
  const offline = new OfflineAudioContext(1, Math.max(1, Math.floor(seconds * rate)), rate);
  const buffer = offline.createBuffer(1, length, from);
  let at = 0;
  for (const piece of pieces) {
    buffer.copyToChannel(piece, 0, at);
    at += piece.length;
  }
  const source = offline.createBufferSource();
  source.buffer = buffer;
  source.connect(offline.destination);
  source.start();
  return (await offline.startRendering()).getChannelData(0);
}

// One recording. `heard(loudness, seconds)` for each piece; `ended()` when the microphone goes away by itself.
export class Recorder {
  constructor(heard, ended) {
    this.heard = heard;
    this.ended = ended;
    this.pieces = [];
    this.seconds = 0;
    this.isOver = false;
  }

  // Rejects when there is no microphone or it may not be used.
  async start() {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } });
    this.stream = stream;
    if (this.isOver) {
      this.close();
      return;
    }
    stream.getAudioTracks()[0].addEventListener("ended", () => this.isOver || this.ended());
    this.context = new AudioContext();
    await this.context.audioWorklet.addModule("/doctor-chat/microphone.js");
    await this.context.resume();
    if (this.isOver) {
      this.close();
      return;
    }
    this.node = new AudioWorkletNode(this.context, "microphone", { channelCount: 1 });
    this.node.port.onmessage = ({ data }) => {
      if (!this.isOver) {
        this.pieces.push(data);
        this.seconds += data.length / this.context.sampleRate;
        this.heard(loudness(data), this.seconds);
      }
    };
    // Nothing is played: it only runs while somebody would hear it.
    this.context.createMediaStreamSource(stream).connect(this.node).connect(this.context.destination);
  }

  close() {
    this.isOver = true;
    this.stream?.getTracks().forEach((track) => track.stop());
    if (this.context && this.context.state !== "closed") {
      this.context.close();
    }
  }

  // The whole of it; the microphone is free again.
  async stop() {
    const from = this.context?.sampleRate ?? rate;
    this.close();
    return wav(await resampled(this.pieces, from));
  }
}
