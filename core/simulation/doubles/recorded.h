// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "domain/message.h"

#include <QByteArray>

namespace delpek::simulation
{

/// A message that a double took from us.
struct SentMessage {
    qint64 order = 0;   ///< 1 for the first one; one sequence a double
    QString providerId; ///< wamid, "<chat>:<message>", or WhatsApp's own id (WAHA)
    QString to;         ///< "+972…", a business-scoped user id, or the chat id (Telegram, WAHA)
    QString text;
    QString reference; ///< WhatsApp only
    QString quotedProviderId;
    std::vector<domain::Option> options; ///< buttons or list rows
    base::Instant at;
    QString method = {}; ///< the provider's word for how it was sent
    QByteArray file = {};
    QString fileType = {};
    QString fileName = {};
    bool spoken = false; ///< shown as a voice note
    std::optional<domain::Place> place = {};
    std::optional<domain::TemplateUse> templated = {};
};

/// A file that a double has to give.
struct StoredFile {
    QByteArray bytes;
    QString type;
};

/// What goes wrong with a call. The call is checked as always; only a good one meets its fault.
struct Fault {
    int status = 0;       ///< 0: the usual answer (with `delay`, or not at all)
    QByteArray body = {}; ///< of the answer with `status`
    QByteArray contentType = "application/json";
    int retryAfter = 0;       ///< seconds, as a header; 0: none
    base::Duration delay{0};  ///< before the answer
    bool takesEffect = false; ///< with a status: the message is taken although the caller hears of a failure
    bool silent = false;      ///< the message is taken and no answer ever comes
};

} // namespace delpek::simulation
