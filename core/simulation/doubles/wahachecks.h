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
enum class WahaMethod { SendText, SendSeen, StartTyping, StopTyping };

/// Checks a body; gives the message without order, id and time (for the other methods: its chat only). Stricter than
/// the real one, which passes over unknown members and takes bare numbers: chat ids must be "<digits>@c.us" or "@lid",
/// message ids whole. Texts end at 65,536 characters, as WhatsApp's do.
tl::expected<SentMessage, WahaRefusal> checkWahaCall(WahaMethod method, const base::Json& body);

QByteArray wahaErrorBody(const WahaRefusal& refusal);
/// The 422 of a session that does not work.
QByteArray wahaStatusBody(const QString& session, const QString& status);

} // namespace delpek::simulation
