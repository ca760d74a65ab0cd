// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/recording.h"

#include <QByteArray>

// What a person spoke, as the channels want it. Pure; encoding takes some hundred milliseconds a minute, so not on a
// thread that must not wait.

namespace delpek::media
{

/// "audio/ogg": the MIME type of a voice note; with "; codecs=opus" where a provider wants to be told more.
inline constexpr auto voiceType = "audio/ogg";

/// A whole file of Ogg Opus (RFC 7845), mono, as WhatsApp, Telegram and WAHA take for a voice note. The same recording
/// gives the same bytes. Fails like domain::checkRecording.
Result<QByteArray> voiceNote(const domain::Recording& recording);

/// Whether the bytes begin as those of a voice note do: one channel of Opus in Ogg.
bool isVoiceNote(const QByteArray& bytes);

/// A WAV file's sound. Strict, for it is read from a browser: RIFF WAVE whose sizes fit its bytes, PCM of 16 bits, one
/// channel, 8,000 to 48,000 samples a second, no longer than a voice note may be; InvalidInput with voice.unreadable or
/// voice.tooLong otherwise. Whether it can go out is checkRecording's to say. Source: Microsoft and IBM, "Multimedia
/// Programming Interface and Data Specifications 1.0", WAVE.
Result<domain::Recording> readWav(const QByteArray& bytes);

} // namespace delpek::media
