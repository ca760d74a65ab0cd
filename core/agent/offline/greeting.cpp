// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/offline/greeting.h"

#include "agent/clinicphone.h"

namespace delpek::agent
{

Texts::Values whoSpeaks(const TeamAgent& agent, const Texts& texts, domain::Language language)
{
    return {{QStringLiteral("agent"), agent.display.in(language)},
            {QStringLiteral("assistant"), texts.text(QStringLiteral("greeting.assistant"), language, agent.gender)}};
}

QString greetingText(const TurnContext& context, const TeamAgent& first, const Texts& texts, domain::Language language,
                     domain::Gender gender)
{
    const QString clinic = context.clinic.name.in(language);
    auto who = whoSpeaks(first, texts, language);
    who.emplace_back(QStringLiteral("clinic"), clinic);
    who.emplace_back(QStringLiteral("phone"), clinicPhone(context.clinic));
    const QString key = clinic.isEmpty() ? QStringLiteral("greeting.nameless") : QStringLiteral("greeting.first");
    return texts.text(key, language, gender, who);
}

} // namespace delpek::agent
