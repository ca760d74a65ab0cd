// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/owntemplate.h"
#include "store/session.h"

#include <optional>

namespace delpek::store
{

/// Table `own_template`: the message templates that the clinic wrote itself. What the provider says of them is in
/// store::Templates.
class OwnTemplates
{
public:
    explicit OwnTemplates(Session& session)
        : m_session(session)
    {
    }

    /// By name and language.
    Result<std::vector<domain::OwnTemplate>> all();
    Result<std::optional<domain::OwnTemplate>> find(const QString& name, const QString& language);
    /// Version 0 adds it: Conflict (template.taken) when there is one of that name and language. Else it takes the
    /// place of that version: Conflict (template.changed) when somebody changed it meanwhile, NotFound (template.gone).
    Result<Done> put(const domain::OwnTemplate& one);
    /// NotFound (template.gone) when it is not there any more.
    Result<Done> remove(const QString& name, const QString& language);

private:
    Session& m_session;
};

} // namespace delpek::store
