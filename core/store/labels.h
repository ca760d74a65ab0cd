// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/label.h"
#include "store/session.h"

#include <map>

namespace delpek::store
{

/// Tables `label` and `conversation_label`.
class Labels
{
public:
    explicit Labels(Session& session)
        : m_session(session)
    {
    }

    /// By name.
    Result<std::vector<domain::Label>> all();
    Result<domain::Label> find(domain::LabelId id);
    /// Adds one (an invalid id) or changes it. Conflict when the name is taken, in whatever case.
    Result<domain::LabelId> keep(const domain::Label& label);
    /// From all conversations, too. NotFound when it is gone.
    Result<Done> remove(domain::LabelId id);

    Result<std::vector<domain::LabelId>> of(domain::ConversationId id);
    /// False: it was so already.
    Result<bool> set(domain::ConversationId conversation, domain::LabelId label, bool on);

private:
    Session& m_session;
};

} // namespace delpek::store
