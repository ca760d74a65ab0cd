// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/offline/texts.h"
#include "domain/attachment.h"

namespace delpek::agent
{

/// What stands for a voice note in a record: "(voice message, 0:23)", without the length where it is not known.
inline QString spokenMark(const domain::Attachment& note, const Texts& texts, domain::Language language)
{
    const QString key = note.seconds > 0 ? QStringLiteral("record.voiceLength") : QStringLiteral("record.voice");
    const QString length =
        QStringLiteral("%1:%2").arg(note.seconds / 60).arg(note.seconds % 60, 2, 10, QLatin1Char('0'));
    return texts.text(key, language, domain::Gender::Unknown, {{QStringLiteral("length"), length}});
}

} // namespace delpek::agent
