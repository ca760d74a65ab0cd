// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/brain.h"
#include "agent/identitygate.h"
#include "agent/service/book.h"
#include "agent/service/codes.h"
#include "agent/service/form.h"

#include <functional>

namespace delpek::agent::service
{

/// How a session reaches beyond itself; both may block.
struct Means {
    std::function<Result<CodeAnswer>(const QString& name, const QString& code)> checkCode; ///< null: no code is right
    std::function<Result<std::vector<domain::Appointment>>(const QString& patient)> visits;
};

/// What a service says to one message, and where its session stands then.
struct Saying {
    QStringList lines;   ///< one message
    QStringList plainer; ///< instead, without the patient's own words, where the guard refuses them; empty: none
    domain::Asks asks = domain::Asks::Nothing;
    std::vector<domain::Option> options;
    Ending ending = Ending::Open;
    QString reason;        ///< why a person is called; empty: nobody is
    bool isUnread = false; ///< the message is no answer: the brain may know what it is
    std::vector<Artifact> artifacts;
    QString handedIn;                        ///< a form's summary, for the staff
    std::vector<domain::Appointment> visits; ///< that are told
};

/// One message within a service. Values in, values out, but for the code check and the child's visits.
class Talk
{
public:
    struct Parts {
        const Book& book;
        const Service& service;
        const TurnContext& turn;
        const language::Understander& understander;
        IdentityGate& gate;
        const Means& means;
        domain::Language language = domain::Language::Hebrew;
        domain::Gender gender = domain::Gender::Unknown;
    };
    explicit Talk(Parts parts)
        : m_parts(parts)
    {
    }

    /// The first message, which the service was matched by.
    Saying begin(Session& session) const;
    /// A message within an open session that asks for something.
    Saying goOn(Session& session) const;
    /// The open question again, behind `lead`.
    Saying askAgain(const Session& session, const QStringList& lead) const;
    /// What of the burst are files, as they are kept with the session.
    std::vector<Artifact> filesOf(const std::vector<domain::Message>& burst) const;

private:
    QString text(const char* key, const Texts::Values& values = {}) const;
    QString filled(const Wording& wording) const;
    QString said(const Wording& wording) const { return wording.in(m_parts.language, m_parts.gender); }
    FormMessage message() const;
    Saying takeName(Session& session) const;
    Saying takeCode(Session& session) const;
    Saying admit(Session& session, const QString& patient) const;
    Saying ask(const Session& session, QStringList lead) const;
    Saying summarise(const Session& session) const;
    QString summary(const Session& session, bool plain) const;
    Saying handIn(const Session& session) const;
    Saying end(Ending ending, const char* key) const;

    Parts m_parts;
};

} // namespace delpek::agent::service
