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
    /// Conflict when the name is taken, in whatever case.
    Result<domain::LabelId> add(const domain::Label& label);
    /// Conflict when the name is taken or the label is not as it `was`, NotFound when it is gone.
    Result<Done> change(const domain::Label& was, const domain::Label& to);
    /// From all conversations, too. NotFound when it is gone.
    Result<Done> remove(domain::LabelId id);

    Result<std::vector<domain::LabelId>> of(domain::ConversationId id);
    /// False: it was so already.
    Result<bool> set(domain::ConversationId conversation, domain::LabelId label, bool on);

private:
    Result<Done> checkFree(domain::LabelId id, const QString& name);

    Session& m_session;
};

} // namespace delpek::store
