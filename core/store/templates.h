// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "domain/event.h"
#include "store/session.h"

namespace delpek::store
{

/// What the provider says of one template of the clinic, in one language.
struct TemplateState {
    domain::ChannelKind channel = domain::ChannelKind::WhatsApp;
    QString account;
    QString name;
    QString language; ///< the provider's code
    QString state;    ///< the provider's word in lower case; only "approved" may be sent
    QString category;
    QString reason;
    QString providerId; ///< the provider's id; empty when not told
    base::Instant updatedAt;
    QString words = {}; ///< a digest of the words that it judged; empty when not told
};

/// Table `template`: what was last heard of the clinic's templates.
class Templates
{
public:
    explicit Templates(Session& session)
        : m_session(session)
    {
    }

    /// Keeps the newest word; an empty state, category, reason, provider id or words leaves the known one.
    Result<Done> note(const TemplateState& state);
    Result<std::optional<TemplateState>> find(domain::ChannelKind channel, const QString& account, const QString& name,
                                              const QString& language);
    /// All of an account, by name and language.
    Result<std::vector<TemplateState>> of(domain::ChannelKind channel, const QString& account);

private:
    Session& m_session;
};

} // namespace delpek::store
