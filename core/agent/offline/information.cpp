// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/offline/flows.h"
#include "agent/offline/format.h"
#include "agent/tools/values.h"

#include <algorithm>

namespace delpek::agent
{
namespace
{

const base::Json nothing = base::Json::object();

QString inLanguage(const base::Json& bilingual, domain::Language language)
{
    return base::textAt(bilingual, language == domain::Language::Hebrew ? "he" : "en");
}

void sayPrices(Talk& talk, const base::Json& list)
{
    for (const auto& price : list) {
        if (!price.contains("text")) {
            talk.say(QStringLiteral("price.untold"),
                     {{QStringLiteral("treatment"), inLanguage(base::at(price, "name"), talk.language)}});
            continue;
        }
        talk.say(QStringLiteral("price.one"),
                 {{QStringLiteral("treatment"), inLanguage(base::at(price, "name"), talk.language)},
                  {QStringLiteral("price"), inLanguage(base::at(price, "text"), talk.language)}});
    }
}

void prices(Talk& talk)
{
    auto treatments = talk.said.treatments;
    if (treatments.empty() && !talk.state.treatment.isEmpty()) {
        treatments = {talk.state.treatment};
    }
    if (treatments.empty()) {
        if (const auto* result = talk.call(QStringLiteral("get_prices"), nothing)) {
            const auto& list = base::at(*result, "prices");
            talk.say(list.empty() ? QStringLiteral("service.none") : QStringLiteral("price.list"));
            sayPrices(talk, list);
        }
        return;
    }
    std::vector<const base::Json*> lists;
    for (const auto& treatment : treatments) {
        if (const auto* result = talk.call(QStringLiteral("get_prices"), {{"treatment", base::utf8(treatment)}})) {
            lists.push_back(&base::at(*result, "prices"));
        }
    }
    if (lists.size() < treatments.size()) {
        return;
    }
    const bool any = std::any_of(lists.begin(), lists.end(), [](const auto* list) { return !list->empty(); });
    if (!any) {
        talk.say(QStringLiteral("service.none"));
        return;
    }
    talk.state.topic = treatments.front();
    for (const auto* list : lists) {
        sayPrices(talk, *list);
    }
}

void hours(Talk& talk)
{
    if (!talk.call(QStringLiteral("get_clinic_info"), nothing)) {
        return;
    }
    const auto& clinic = talk.context.clinic;
    const auto& when = talk.said.when;
    const auto closedOn = [&clinic](QDate day) {
        return domain::hoursOn(clinic.hours, day).empty() ||
               std::find(clinic.closed.begin(), clinic.closed.end(), day) != clinic.closed.end();
    };
    if (when && when->date) {
        const QString day = dayText(*when->date, talk.language);
        if (closedOn(*when->date)) {
            talk.say(QStringLiteral("hours.day_closed"), {{QStringLiteral("day"), day}});
        } else {
            talk.say(QStringLiteral("hours.day_open"),
                     {{QStringLiteral("day"), day},
                      {QStringLiteral("hours"), spansText(domain::hoursOn(clinic.hours, *when->date), talk.language)}});
        }
        return;
    }
    talk.say(QStringLiteral("hours.week"), {{QStringLiteral("hours"), weekText(clinic.hours, talk.language)}});
    QStringList closed;
    for (const QDate& day : clinic.closed) {
        constexpr int worthMentioning = 45;
        if (day >= talk.context.now.date && day <= talk.context.now.date.addDays(worthMentioning)) {
            closed << dayText(day, talk.language);
        }
    }
    if (!closed.isEmpty()) {
        talk.say(QStringLiteral("hours.closed"), {{QStringLiteral("days"), closed.join(QStringLiteral("; "))}});
    }
}

void location(Talk& talk)
{
    if (talk.call(QStringLiteral("get_clinic_info"), nothing)) {
        talk.say(QStringLiteral("location"),
                 {{QStringLiteral("address"), talk.context.clinic.address.in(talk.language)},
                  {QStringLiteral("phone"), talk.clinicPhone()}});
    }
}

void insurance(Talk& talk)
{
    if (!talk.call(QStringLiteral("get_clinic_info"), nothing)) {
        return;
    }
    const QString text = language::fold(talk.context.text);
    QStringList names;
    QString asked;
    static const QStringList known{QStringLiteral("maccabi"), QStringLiteral("clalit"), QStringLiteral("meuhedet"),
                                   QStringLiteral("leumit")};
    for (const QString& fund : known) {
        const QString key = QStringLiteral("fund.") + fund;
        const bool mentioned = text.contains(language::fold(talk.texts.text(key, domain::Language::Hebrew, {}))) ||
                               text.contains(language::fold(talk.texts.text(key, domain::Language::English, {})));
        if (talk.context.clinic.insurance.contains(fund)) {
            names << talk.text(key);
        }
        if (mentioned) {
            asked = fund;
        }
    }
    for (const QString& fund : talk.context.clinic.insurance) {
        if (!talk.texts.contains(QStringLiteral("fund.") + fund)) {
            names << fund;
        }
    }
    if (names.isEmpty()) {
        talk.say(QStringLiteral("insurance.unknown"));
        return;
    }
    const QString funds = listText(names, talk.language);
    if (asked.isEmpty()) {
        talk.say(QStringLiteral("insurance.list"), {{QStringLiteral("funds"), funds}});
        return;
    }
    const bool accepted = talk.context.clinic.insurance.contains(asked);
    talk.say(accepted ? QStringLiteral("insurance.yes") : QStringLiteral("insurance.no"),
             {{QStringLiteral("fund"), talk.text(QStringLiteral("fund.") + asked)}, {QStringLiteral("funds"), funds}});
}

void services(Talk& talk)
{
    if (!talk.call(QStringLiteral("get_clinic_info"), nothing)) {
        return;
    }
    const QString doctor = talk.doctorId(talk.said.doctor);
    const QString treatment = talk.said.treatment;
    QStringList doctors;
    QStringList treatments;
    for (const auto& candidate : talk.context.doctors) {
        if (!treatment.isEmpty() ? candidate.treatments.contains(treatment) : doctor.isEmpty()) {
            doctors << candidate.name.in(talk.language);
        }
        if (candidate.id == doctor) {
            for (const QString& id : candidate.treatments) {
                treatments << talk.treatmentName(id);
            }
        }
    }
    if (!treatment.isEmpty()) {
        talk.state.topic = treatment;
        if (doctors.isEmpty()) {
            talk.say(QStringLiteral("service.none"));
        } else {
            talk.say(QStringLiteral("service.doctors"),
                     {{QStringLiteral("treatment"), talk.treatmentName(treatment)},
                      {QStringLiteral("doctors"), listText(doctors, talk.language)}});
        }
        return;
    }
    if (!doctor.isEmpty()) {
        talk.say(QStringLiteral("service.doctor"),
                 {{QStringLiteral("doctor"), talk.doctorName(doctor)},
                  {QStringLiteral("treatments"), listText(treatments, talk.language)}});
        return;
    }
    for (const auto& one : talk.context.treatments) {
        treatments << one.name.in(talk.language);
    }
    talk.say(QStringLiteral("service.all"), {{QStringLiteral("treatments"), listText(treatments, talk.language)},
                                             {QStringLiteral("doctors"), listText(doctors, talk.language)}});
}

} // namespace

bool answerQuestions(Talk& talk)
{
    struct Question {
        const char* intent;
        void (*answer)(Talk&);
    };
    static constexpr Question questions[] = {{"location", location},
                                             {"hours", hours},
                                             {"price", prices},
                                             {"insurance", insurance},
                                             {"service_info", services}};
    bool answered = false;
    for (const auto& question : questions) {
        if (talk.wishes(question.intent)) {
            talk.about(question.intent);
            question.answer(talk);
            answered = true;
        }
    }
    return answered;
}

} // namespace delpek::agent
