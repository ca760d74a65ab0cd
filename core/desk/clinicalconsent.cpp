// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/clinicalconsent.h"

#include "store/consents.h"
#include "store/staff.h"

namespace delpek::desk
{

QString answerFault(domain::Urgency urgency, domain::ConsentState consent, bool needed)
{
    if (urgency == domain::Urgency::Emergency || consent == domain::ConsentState::Given) {
        return {};
    }
    if (consent == domain::ConsentState::Refused) {
        return QStringLiteral("consent.answerRefused");
    }
    return needed ? QStringLiteral("consent.answerMissing") : QString();
}

Result<QString> consentFault(store::Session& session, const domain::Conversation& conversation, bool needed)
{
    return store::Consents(session).of(conversation.id).map([&](const store::Consent& consent) {
        return answerFault(conversation.urgency, consent.state, needed);
    });
}

Result<QString> consentFault(store::Session& session, const domain::Conversation& conversation, const QString& author,
                             bool needed)
{
    const auto member = store::Staff(session).byName(author);
    if (!member) {
        return fail(member.error());
    }
    return *member && (*member)->role == domain::Role::Doctor ? consentFault(session, conversation, needed)
                                                              : Result<QString>(QString());
}

} // namespace delpek::desk
