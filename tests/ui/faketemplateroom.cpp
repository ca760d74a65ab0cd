// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/faketemplateroom.h"

#include <utility>

namespace delpek::test
{

namespace
{

Result<Done> outcomeOf(std::optional<Error>& failure)
{
    const auto failed = std::exchange(failure, std::nullopt);
    return failed ? Result<Done>(fail(*failed)) : Result<Done>(Done{});
}

} // namespace

FakeTemplateRoom::FakeTemplateRoom()
{
    using Fields = std::vector<std::pair<QString, QString>>;
    const auto told = base::fromMillis(1'772'438'400'000);
    const auto patient = QStringLiteral("patient_name");
    const auto amount = QStringLiteral("amount");
    const desk::TemplateText hebrewReminder{
        QStringLiteral("he"),
        {},
        QStringLiteral("שלום {{patient_name}},\nתזכורת: נותר לתשלום {{amount}}. אפשר לשאול כאן על החשבונית."),
        {},
        {QStringLiteral("יש לי שאלה")},
        Fields{{patient, QStringLiteral("דנה לוי")}, {amount, QStringLiteral("480 ₪")}},
        QStringLiteral("approved"),
        QStringLiteral("utility"),
        {},
        told};
    desk::TemplateText englishReminder{
        QStringLiteral("en"),
        {},
        QStringLiteral("Hello {{patient_name}},\nA reminder: {{amount}} is still due. You can ask about it here."),
        {},
        {QStringLiteral("I have a question")},
        Fields{{patient, QStringLiteral("Dana Levi")}, {amount, QStringLiteral("₪480")}},
        QStringLiteral("rejected"),
        QStringLiteral("marketing"),
        QStringLiteral("incorrect_category"),
        told};
    desk::TemplateText hebrewGeneral = hebrewReminder;
    hebrewGeneral.body = QStringLiteral("שלום {{patient_name}}, כאן המרפאה. נשמח לשמוע ממך.");
    hebrewGeneral.fields = {{patient, QStringLiteral("דנה לוי")}};
    hebrewGeneral.buttons.clear();
    hebrewGeneral.state = QStringLiteral("pending");
    desk::TemplateText englishGeneral = englishReminder;
    englishGeneral.body = QStringLiteral("Hello {{patient_name}}, this is the clinic. We would like to hear from you.");
    englishGeneral.fields = {{patient, QStringLiteral("Dana Levi")}};
    englishGeneral.buttons.clear();
    englishGeneral.state.clear();
    englishGeneral.reason.clear();
    englishGeneral.category.clear();
    englishGeneral.heardAt.reset();
    const auto utility = QStringLiteral("utility");
    now.templates = {{QStringLiteral("general_information"), utility, {hebrewGeneral, englishGeneral}},
                     {QStringLiteral("payment_reminder"), utility, {hebrewReminder, englishReminder}}};
    now.hasProvider = true;
    now.heardAt = told;
}

Future<desk::TemplateOverview> FakeTemplateRoom::all()
{
    return base::ready(Result<desk::TemplateOverview>(now));
}

Future<Done> FakeTemplateRoom::refresh()
{
    ++refreshed;
    return base::ready(outcomeOf(failure));
}

Future<Done> FakeTemplateRoom::handIn(const QString& name, const QString& language)
{
    const auto done = outcomeOf(failure);
    if (done) {
        handedIn << name + QLatin1Char(' ') + language;
        for (auto& one : now.templates) {
            for (auto& text : one.texts) {
                if (one.name == name && text.language == language) {
                    text.state = QStringLiteral("pending");
                }
            }
        }
    }
    return base::ready(done);
}

Future<std::vector<desk::TemplateFinding>> FakeTemplateRoom::check(const domain::OwnTemplate& one)
{
    auto found = findings;
    if (one.name.isEmpty()) {
        found.push_back({QStringLiteral("name"), {}});
    }
    if (one.body.isEmpty()) {
        found.push_back({QStringLiteral("body-length"), {}});
    }
    return base::ready(Result<std::vector<desk::TemplateFinding>>(found));
}

Future<Done> FakeTemplateRoom::keep(const domain::OwnTemplate& one)
{
    const auto done = outcomeOf(failure);
    if (!done) {
        return base::ready(done);
    }
    kept.push_back(one);
    desk::TemplateText text{one.language, one.header, one.body, one.footer, one.buttons, one.examples, {}, {}, {}, {}};
    text.version = one.version + 1;
    text.asked = one.category;
    auto entry = std::ranges::find(now.templates, one.name, &desk::TemplateEntry::name);
    if (entry == now.templates.end()) {
        entry = now.templates.insert(entry, {one.name, one.category, {}});
    }
    std::erase_if(entry->texts, [&](const desk::TemplateText& old) { return old.language == one.language; });
    entry->texts.push_back(text);
    return base::ready(done);
}

Future<Done> FakeTemplateRoom::remove(const QString& name, const QString& language)
{
    const auto done = outcomeOf(failure);
    if (done) {
        removed << name + QLatin1Char(' ') + language;
        for (auto& entry : now.templates) {
            if (entry.name == name) {
                std::erase_if(entry.texts, [&](const desk::TemplateText& text) { return text.language == language; });
            }
        }
        std::erase_if(now.templates, [](const desk::TemplateEntry& entry) { return entry.texts.empty(); });
    }
    return base::ready(done);
}

} // namespace delpek::test
