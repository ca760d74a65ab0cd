// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/templatechoices.h"

#include "domain/isolate.h"

#include <QLocale>

#include <algorithm>
#include <tuple>

namespace delpek::desk
{

namespace
{

using channels::whatsapp::Template;
using domain::Language;

QString named(const domain::Bilingual& name, Language language)
{
    const QString& own = name.in(language);
    return own.isEmpty() ? name.in(language == Language::Hebrew ? Language::English : Language::Hebrew) : own;
}

QString dateText(QDate date, Language language)
{
    return language == Language::Hebrew ? date.toString(QStringLiteral("d.M.yyyy"))
                                        : QLocale::c().toString(date, QStringLiteral("d MMMM yyyy"));
}

/// Empty where it is not known.
QString known(const QString& field, const KnownFacts& facts, Language language)
{
    if (field == QLatin1String("clinic_name")) {
        return facts.clinic ? named(facts.clinic->name, language) : QString();
    }
    if (field == QLatin1String("patient_name")) {
        return facts.patient ? named(facts.patient->name, language) : QString();
    }
    if (field == QLatin1String("appointment_date")) {
        return facts.nextVisit ? dateText(facts.nextVisit->start.date, language) : QString();
    }
    if (field == QLatin1String("appointment_time")) {
        return facts.nextVisit ? facts.nextVisit->start.time.toString(QStringLiteral("HH:mm")) : QString();
    }
    if (field == QLatin1String("doctor_name")) {
        return facts.doctor ? named(facts.doctor->name, language) : QString();
    }
    // Which of several invoices is meant, a person says.
    const bool isClear = facts.open.size() == 1;
    if (field == QLatin1String("amount")) {
        return isClear ? domain::withoutIsolates(facts.open.front().due.toText(language)) : QString();
    }
    if (field == QLatin1String("invoice_number")) {
        return isClear ? facts.open.front().number : QString();
    }
    return {};
}

TemplateChoice choice(const Template& one, const std::vector<store::TemplateState>& states, const KnownFacts& facts)
{
    TemplateChoice made{one.name, one.language, one.header, one.body, one.footer, {}, {}, {}, false};
    for (const domain::Option& button : one.buttons) {
        made.buttons << button.label;
    }
    const auto language = base::fromText<Language>(one.language.left(2)).value_or(Language::English);
    for (const QString& field : channels::whatsapp::variablesOf(one)) {
        const auto example = std::ranges::find(one.examples, field, &std::pair<QString, QString>::first);
        made.fields.push_back(
            {field, known(field, facts, language), example == one.examples.end() ? QString() : example->second});
    }
    const auto state = std::ranges::find_if(states, [&](const store::TemplateState& told) {
        return told.name == one.name && told.language == one.language;
    });
    made.state = state == states.end() ? QString() : state->state;
    made.sendable = made.state == QLatin1String("approved");
    return made;
}

} // namespace

KnownFacts factsOf(const std::optional<domain::ClinicInfo>& clinic, const PatientSide& side,
                   const std::vector<domain::Invoice>& invoices)
{
    KnownFacts facts;
    facts.clinic = clinic;
    if (side.patients.size() != 1) {
        return facts;
    }
    facts.patient = side.patients.front();
    if (!side.nextVisits.empty()) {
        facts.nextVisit = side.nextVisits.front();
        const auto doctor = std::ranges::find(side.doctors, facts.nextVisit->doctor, &domain::Doctor::id);
        if (doctor != side.doctors.end()) {
            facts.doctor = *doctor;
        }
    }
    std::ranges::copy_if(invoices, std::back_inserter(facts.open),
                         [](const domain::Invoice& invoice) { return invoice.due.minor > 0; });
    return facts;
}

std::vector<TemplateChoice> templateChoices(const std::vector<Template>& templates,
                                            const std::vector<store::TemplateState>& states, const KnownFacts& facts,
                                            Language first)
{
    std::vector<TemplateChoice> choices;
    for (const Template& one : templates) {
        choices.push_back(choice(one, states, facts));
    }
    const QString own = base::toText(first);
    std::ranges::stable_sort(choices, {}, [&](const TemplateChoice& one) {
        return std::tuple(one.name, !one.language.startsWith(own), one.language);
    });
    return choices;
}

} // namespace delpek::desk
