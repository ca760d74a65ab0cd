// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "domain/staffmember.h"
#include "store/store.h"

#include <QUrl>

namespace delpek::api::doctor
{

/// Makes private links to escalations. Any thread that may wait.
class LinkMaker
{
public:
    struct Setup {
        QUrl publicUrl; ///< listen.public-url; empty: there is none
        base::Duration valid = std::chrono::hours(24);
    };

    LinkMaker(Setup setup, store::Store& store, base::Clock& clock);

    /// A new address of the escalation's page for one member of staff: "https://…/doctor-chat/{token}". It stands
    /// nowhere else, so it is to be handed on at once. `by`: who asked for it, for the audit log. Unavailable when
    /// listen.public-url is not set, NotFound when there is no such escalation or member of staff.
    Result<QString> make(domain::EscalationId escalation, domain::StaffId staff,
                         const QString& by = QStringLiteral("system"));

private:
    Setup m_setup;
    store::Store& m_store;
    base::Clock& m_clock;
};

} // namespace delpek::api::doctor
