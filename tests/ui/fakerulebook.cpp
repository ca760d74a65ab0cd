// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fakerulebook.h"

#include "domain/language.h"

namespace delpek::test
{

using desk::RulePages;
using desk::RuleTrial;
using domain::Urgency;

Future<RulePages> FakeRuleBook::rules()
{
    if (failure) {
        return base::ready<RulePages>(fail(*failure));
    }
    if (pages) {
        return base::ready(Result<RulePages>(*pages));
    }
    const auto guide = QStringLiteral("SDCEP, Management of Acute Dental Problems (2013)");
    return base::ready(Result<RulePages>(
        RulePages{QStringLiteral("2026.10"),
                  {{QStringLiteral("airway-breathing"),
                    QStringLiteral("E1"),
                    Urgency::Emergency,
                    QStringLiteral("2026.7"),
                    guide,
                    {QStringLiteral("קשה לי לנשום"), QStringLiteral("I can't breathe properly since the injection")},
                    {QStringLiteral("נושם כרגיל"), QStringLiteral("no trouble breathing")}},
                   {QStringLiteral("swelling-local"),
                    QStringLiteral("U"),
                    Urgency::DoctorRequired,
                    QStringLiteral("2026.5"),
                    guide,
                    {QStringLiteral("הלחי שלי נפוחה"), QStringLiteral("my cheek is swollen")},
                    {QStringLiteral("הנפיחות ירדה לגמרי"), QStringLiteral("the price is swollen")}}}}));
}

Future<RuleTrial> FakeRuleBook::tryOut(const QString& text)
{
    ++tried;
    if (failure) {
        return base::ready<RuleTrial>(fail(*failure));
    }
    const bool hebrew = domain::languageOf(text, domain::Language::Hebrew) == domain::Language::Hebrew;
    const QString breath = hebrew ? QStringLiteral("נשום") : QStringLiteral("breathe");
    const QString swollen = hebrew ? QStringLiteral("נפוח") : QStringLiteral("swollen");
    RuleTrial trial;
    const auto hit = [&](const char* rule, const char* tier, const QString& words) {
        trial.hits.push_back({QLatin1String(rule), QLatin1String(tier), words});
    };
    if (text.contains(breath)) {
        hit("airway-breathing", "E1", breath);
        trial.urgency = Urgency::Emergency;
        trial.sent = hebrew ? QStringLiteral("מדובר אולי במצב חירום. חייגו 101 עכשיו.")
                            : QStringLiteral("This may be an emergency. Call 101 now.");
    }
    if (text.contains(swollen)) {
        hit("swelling-local", "U", swollen);
        if (trial.urgency == Urgency::Routine) {
            trial.urgency = Urgency::DoctorRequired;
            trial.sent = hebrew ? QStringLiteral("הפנייה הועברה לרופא.") : QStringLiteral("The doctor will read this.");
            trial.asked = hebrew ? QStringLiteral("האם הנפיחות מגיעה לעין או לצוואר?")
                                 : QStringLiteral("Does the swelling reach the eye or the neck?");
        }
    }
    return base::ready(Result<RuleTrial>(std::move(trial)));
}

} // namespace delpek::test
