// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

// What an integration check finds out: `delpekd check`, and later the window.

namespace delpek::domain
{

/// Attention: it works now and will not for long, or works less well than it could. Fault: messages are lost or
/// refused, or the records cannot be used.
enum class FindingState { Good, Attention, Fault };

/// One looked-at thing of a channel account or of the clinic's records.
struct Finding {
    QString
        subject; ///< a stable word: token, number, subscription, webhook, templates, clock, last-event, rate, session
    FindingState state = FindingState::Good;
    QString key;    ///< text key of the sentence that says what is wrong and what to do; empty when Good
    QString detail; ///< what was seen, for admins; never a secret, a patient's name or number
};

using Findings = std::vector<Finding>;

} // namespace delpek::domain
