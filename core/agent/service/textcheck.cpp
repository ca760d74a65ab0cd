// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/service/textcheck.h"

#include <QRegularExpression>
#include <QSet>

namespace delpek::agent::service
{

namespace
{

void judge(std::vector<HeldText>& refused, const safety::Guard& guard, const QString& place, const Wording& wording)
{
    for (const auto language : {domain::Language::Hebrew, domain::Language::English}) {
        QSet<QString> seen;
        for (const QString& form : wording.forms[size_t(language)]) {
            if (form.isEmpty() || seen.contains(form)) {
                continue;
            }
            seen.insert(form);
            static const QRegularExpression placeholder(QStringLiteral("\\{[a-z]+\\}"));
            const QString said = QString(form).remove(placeholder); // what is filled in comes from the records
            safety::GuardContext context;
            context.language = language;
            context.patientWords = {said};
            if (const auto verdict = guard.judge(said, context); !verdict.allowed) {
                refused.push_back({QStringLiteral("%1/%2").arg(place, base::toText(language)), verdict.rules});
            }
        }
    }
}

} // namespace

std::vector<HeldText> heldTexts(const Service& service, const safety::Guard& guard)
{
    std::vector<HeldText> refused;
    judge(refused, guard, QStringLiteral("/answer"), service.answer);
    judge(refused, guard, QStringLiteral("/closed"), service.closed);
    judge(refused, guard, QStringLiteral("/done"), service.done);
    for (size_t i = 0; i < service.announcements.size(); ++i) {
        judge(refused, guard, QStringLiteral("/announcements/%1/text").arg(i), service.announcements[i].text);
    }
    for (const auto& field : service.fields) {
        const QString place = QStringLiteral("/fields/") + field.key;
        judge(refused, guard, place + QStringLiteral("/label"), field.label);
        judge(refused, guard, place + QStringLiteral("/ask"), field.ask);
        for (const auto& option : field.options) {
            judge(refused, guard, QStringLiteral("%1/options/%2").arg(place, option.value), option.label);
        }
    }
    return refused;
}

QStringList refusedTexts(const Service& service, const safety::Guard& guard)
{
    QStringList refused;
    for (const HeldText& held : heldTexts(service, guard)) {
        refused << QStringLiteral("%1: %2").arg(held.place, held.rules.join(QStringLiteral(", ")));
    }
    return refused;
}

} // namespace delpek::agent::service
