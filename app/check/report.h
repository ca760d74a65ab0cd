// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "channels/finding.h"

// What `delpekd check` puts together and prints.

namespace delpek::app::check
{

/// The findings of one channel account, or of the program itself.
struct Section {
    QString name; ///< "delpek", "whatsapp", "waha", "telegram", "webchat", "odoo", "model", "notify", "sms", "email",
                  ///< "transcription" or "memory"
    QString account; ///< as the provider names it; empty for the program
    channels::Findings findings;
};

using Report = std::vector<Section>;

inline channels::Finding good(const QString& subject, const QString& detail = {})
{
    return {subject, channels::FindingState::Good, {}, detail};
}

inline channels::Finding attention(const QString& subject, const QString& key, const QString& detail = {})
{
    return {subject, channels::FindingState::Attention, key, detail};
}

inline channels::Finding fault(const QString& subject, const QString& key, const QString& detail = {})
{
    return {subject, channels::FindingState::Fault, key, detail};
}

} // namespace delpek::app::check
