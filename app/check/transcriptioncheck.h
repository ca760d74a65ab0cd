// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/check/check.h"

namespace delpek::app::check
{

inline const auto transcriptionName = QStringLiteral("transcription");

/// Whether voice notes are written down by a service.
bool writesVoiceDown(const config::Config& config);
/// Has a second of sound without words written down, as a voice note would be: nothing of a patient leaves for it. The
/// provider may charge for that second. Findings: secret (check.transcription.key) and server
/// (check.transcription.refused, check.transcription.unreachable). Waits for the answer.
Section transcriptionSection(const Parts& parts);

} // namespace delpek::app::check
