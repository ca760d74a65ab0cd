// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "simulation/doubles/recorded.h"

#include <tl/expected.hpp>

namespace delpek::simulation
{

/// A refusal as WAHA's framework words it.
struct WahaRefusal {
    int status = 400;
    QString message = {};
};

/// What WAHA is asked to do in a chat.
enum class WahaMethod {
    SendText,
    SendImage,
    SendVoice,
    SendVideo,
    SendFile,
    SendLocation,
    SendSeen,
    StartTyping,
    StopTyping,
    React
};

/// The last part of the method's path: "sendText"; "reaction".
QString pathOf(WahaMethod method);
/// Whether a message comes of it.
bool sendsMessage(WahaMethod method);

/// Checks a body; gives the message without order, id and time (for the other methods: its chat only; for React the
/// message in `quotedProviderId` and the emoji in `text`). Stricter than the real one, which passes over unknown
/// members and takes bare numbers: chat ids must be "<digits>@c.us" or "@lid", message ids whole, files given as data
/// and of the type that the method shows (JPEG or PNG, MP4, Ogg with Opus unless WAHA is told to convert). Texts end at
/// 65,536 characters, as WhatsApp's do.
tl::expected<SentMessage, WahaRefusal> checkWahaCall(WahaMethod method, const base::Json& body);

/// Checks an edit of our message `key` ("true_<chat>_<id>") in `chat`; gives the id and the new text.
tl::expected<SentMessage, WahaRefusal> checkWahaEdit(const QString& chat, const QString& key, const base::Json& body);

QByteArray wahaErrorBody(const WahaRefusal& refusal);
/// The 422 of a session that does not work.
QByteArray wahaStatusBody(const QString& session, const QString& status);

} // namespace delpek::simulation
