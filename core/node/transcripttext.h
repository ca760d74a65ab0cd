// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/offline/texts.h"
#include "domain/escalation.h"
#include "store/transcripts.h"

#include <QTimeZone>

namespace delpek::node
{

/// The exchange as it is filed: a title, one line a message with the clinic's time and who wrote, and how it ended.
/// What was withdrawn or did not arrive says so or is left out; files are named, not copied. `messages` are those of
/// the transcript's time, oldest first. Pure: the same exchange gives the same text.
QString transcriptText(const domain::EscalationCard& card, const store::Transcript& transcript,
                       const std::vector<domain::Message>& messages, const agent::Texts& texts, const QTimeZone& zone);

} // namespace delpek::node
