// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/offline/flows.h"
#include "agent/offline/format.h"
#include "agent/tools/values.h"

#include <QRegularExpression>

#include <algorithm>

namespace delpek::agent
{
namespace
{

constexpr int identityHours = 12;

const domain::Treatment* treatmentOf(const TurnContext& context, const QString& id)
{
    const auto& list = context.treatments;
    const auto found = std::find_if(list.begin(), list.end(), [&id](const auto& t) { return t.id == id; });
    return found == list.end() ? nullptr : &*found;
}

domain::LocalTime hoursAfter(const domain::LocalTime& now, int hours)
{
    const QDateTime later = QDateTime(now.date, now.time, Qt::UTC).addSecs(hours * 3600);
    return {later.date(), later.time()};
}

/// The words before the first comma or digit of an answer to "who are you", where they can be a full name.
QString leadingName(const QString& text)
{
    static const QRegularExpression lead(QStringLiteral("^[^\\d,;:\n]+"));
    const QString name = lead.match(text.trimmed()).captured().simplified();
    const auto words = name.count(QLatin1Char(' ')) + 1;
    const bool letters = std::all_of(name.begin(), name.end(), [](QChar c) {
        return c.isLetter() || c.isSpace() || c == QLatin1Char('-') || c == QLatin1Char('\'') || c == QChar(0x05F3);
    });
    return letters && words >= 2 && words <= 5 ? name : QString();
}

/// True when the message says who somebody is, so that its dates are birth dates.
bool takeInIdentity(Talk& talk)
{
    auto& state = talk.state;
    const auto& identity = talk.said.identity;
    const bool asked = talk.wasAsked == domain::Asks::Identity;
    const bool complete = !identity.name.isEmpty() && identity.birthDate.isValid();
    if (asked && !talk.context.conversation.phone) {
        static const QRegularExpression digits(QStringLiteral("[+0][\\d -]{7,15}\\d"));
        if (const auto phone = domain::Phone::parse(digits.match(talk.context.text).captured())) {
            state.phone = phone->e164();
        }
    }
    const bool plausible = identity.birthDate.isValid() && identity.birthDate <= talk.context.now.date;
    if (!complete && !(asked && (!identity.name.isEmpty() || plausible))) {
        return false;
    }
    if (!identity.name.isEmpty()) {
        state.name = identity.name.simplified();
    }
    if (asked && plausible && !identity.name.contains(QLatin1Char(' '))) {
        if (const QString name = leadingName(talk.context.text); !name.isEmpty()) {
            state.name = name;
        }
    }
    if (plausible) {
        state.birthDate = identity.birthDate;
    }
    state.identityPerson = state.person;
    state.identityExpires = hoursAfter(talk.context.now, identityHours);
    talk.progress = true;
    return true;
}

language::When merged(const language::When& heard, const std::optional<language::When>& before)
{
    language::When when = heard;
    if (before && !heard.date && !heard.from && !heard.to && !heard.soonest) {
        when.date = before->date;
        when.from = before->from;
        when.to = before->to;
    }
    return when;
}

/// "Rather later": on the same day, after the time that was chosen or the last that was shown; the same for earlier.
bool takeInLaterOrEarlier(Talk& talk)
{
    constexpr qsizetype aSentence = 10;
    auto& state = talk.state;
    const bool later = talk.saysShortly(QStringLiteral("words.later"), aSentence);
    const bool earlier = talk.saysShortly(QStringLiteral("words.earlier"), aSentence);
    if (later == earlier || (!state.slot && state.offered.empty()) ||
        (talk.wasAsked != domain::Asks::Slot && talk.wasAsked != domain::Asks::Confirm)) {
        return false;
    }
    constexpr int aMinute = 60;
    const auto& from = state.slot ? *state.slot : later ? state.offered.back() : state.offered.front();
    language::When when;
    when.date = from.start.date;
    if (later) {
        when.notBefore = from.start.time.addSecs(aMinute);
    } else {
        when.notAfter = from.start.time.addSecs(-aMinute);
    }
    state.when = when;
    state.dropSlot();
    talk.progress = true;
    return true;
}

void takeInTime(Talk& talk)
{
    auto& state = talk.state;
    if (!talk.said.when || talk.said.when->isEmpty()) {
        if (takeInLaterOrEarlier(talk)) {
            return;
        }
        if (talk.wasAsked == domain::Asks::When) {
            const QString text = language::fold(talk.context.text);
            for (const auto language : {domain::Language::Hebrew, domain::Language::English}) {
                for (const QString& phrase :
                     talk.texts.text(QStringLiteral("words.any_time"), language, {}).split(QLatin1Char('|'))) {
                    if (text.contains(phrase)) {
                        state.when = language::When{};
                        state.when->soonest = true;
                        talk.progress = true;
                        return;
                    }
                }
            }
        }
        return;
    }
    const auto& heard = *talk.said.when;
    if (state.slot) {
        const bool sameDay = !heard.date || *heard.date == state.slot->start.date;
        const bool sameTime = !heard.time || *heard.time == state.slot->start.time;
        if (sameDay && sameTime && (heard.date || heard.time)) {
            return;
        }
    }
    state.when = merged(heard, state.when);
    state.dropSlot();
    talk.progress = true;
}

void takeInTreatment(Talk& talk)
{
    auto& state = talk.state;
    QString treatment = talk.said.treatment;
    if (talk.wasAsked == domain::Asks::Treatment && treatmentOf(talk.context, talk.choice)) {
        treatment = talk.choice;
    }
    // A child's check-up is the children's dentist's, where the clinic has one.
    if (treatment == QLatin1String("checkup") && state.person == QLatin1String("child") && state.flow == Flow::Book &&
        treatmentOf(talk.context, QStringLiteral("pediatric"))) {
        treatment = QStringLiteral("pediatric");
    }
    if (!treatment.isEmpty() && treatment != state.treatment) {
        state.treatment = treatment;
        state.dropSlot();
        talk.progress = true;
    }
    const QString doctor = talk.doctorId(talk.said.doctor);
    if (!doctor.isEmpty() && doctor != state.doctor) {
        state.doctor = doctor;
        if (!state.slot || state.slot->doctor != doctor) {
            state.dropSlot();
        }
        talk.progress = true;
    }
}

void confirmBooking(Talk& talk)
{
    const auto& state = talk.state;
    talk.ask(domain::Asks::Confirm, QStringLiteral("book.confirm"),
             {{QStringLiteral("visit"), talk.visitText(state.slot->treatment, state.slot->doctor, state.slot->start)},
              {QStringLiteral("name"), state.name}},
             {{QStringLiteral("yes"), talk.text(QStringLiteral("option.book_yes"))},
              {QStringLiteral("no"), talk.text(QStringLiteral("option.no"))}});
}

/// "One for both of us": one visit after the other, so that each person is asked for.
void takeInSeveral(Talk& talk)
{
    auto& state = talk.state;
    if (state.flow == Flow::Book && !state.several && talk.wasAsked != domain::Asks::Confirm &&
        talk.mentions(QStringLiteral("words.several"))) {
        state.several = true;
        talk.say(QStringLiteral("book.one_by_one"));
    }
}

void beginSecondVisit(Talk& talk)
{
    auto& state = talk.state;
    state.flow = Flow::Book;
    state.person = QStringLiteral("other");
    state.treatment = state.topic;
    state.declined = true; // "no" to the question ends it
    talk.ask(domain::Asks::When, QStringLiteral("book.second"));
}

void createBooking(Talk& talk)
{
    auto& state = talk.state;
    base::Json arguments = slotToJson(*state.slot);
    arguments["name"] = base::utf8(state.name);
    arguments["birth_date"] = dateToJson(state.birthDate);
    if (!talk.context.conversation.phone && !state.phone.isEmpty()) {
        arguments["phone"] = base::utf8(state.phone);
    }
    if (!state.person.isEmpty()) {
        arguments["person"] = base::utf8(state.person);
    }
    state.consent = {{"tool", "create_appointment"}, {"arguments", arguments}};
    std::optional<Error> error;
    if (const auto* result = talk.call(QStringLiteral("create_appointment"), arguments, &error)) {
        const auto booked = slotFromJson(base::at(*result, "appointment")).value_or(*state.slot);
        talk.say(QStringLiteral("book.done"),
                 {{QStringLiteral("visit"), talk.visitText(booked.treatment, booked.doctor, booked.start)},
                  {QStringLiteral("address"), talk.context.clinic.address.in(talk.language)}});
        const bool another = state.several;
        state.endFlow();
        if (another) {
            beginSecondVisit(talk);
        }
        return;
    }
    if (!error) {
        return;
    }
    state.consent = nullptr;
    if (error->code == ErrorCode::Conflict || error->code == ErrorCode::Forbidden) {
        if (error->code == ErrorCode::Conflict) {
            talk.say(QStringLiteral("slot.taken"));
        }
        state.dropSlot();
        if (arrangeSlot(talk, state.treatment, state.doctor)) {
            confirmBooking(talk);
        }
        return;
    }
    talk.handOver(QStringLiteral("records.unavailable"), QStringLiteral("handover.records"));
}

} // namespace

void takeIn(Talk& talk)
{
    auto& state = talk.state;
    if (talk.wasAsked == domain::Asks::Slot && chosenSlot(talk)) {
        return;
    }
    const auto& person = talk.said.person;
    if (!person.isEmpty() && person != state.person &&
        (talk.wasAsked != domain::Asks::Identity || person == QLatin1String("child"))) {
        state.person = person;
        talk.progress = true;
    }
    if (takeInIdentity(talk) && talk.wasAsked == domain::Asks::Identity) {
        return;
    }
    takeInSeveral(talk);
    takeInTreatment(talk);
    if (state.flow == Flow::Move && talk.said.standing && talk.said.standing->date) {
        state.standing = talk.said.standing;
    }
    if (state.flow == Flow::Move && talk.wasAsked == domain::Asks::Appointment) {
        // The answer names the visit, not its new time.
        state.standing = talk.said.when ? talk.said.when : state.standing;
        return;
    }
    takeInTime(talk);
}

bool haveTreatment(Talk& talk)
{
    auto& state = talk.state;
    if (state.treatment.isEmpty()) {
        state.treatment = state.topic;
    }
    const auto& doctors = talk.context.doctors;
    const auto does = [&state](const domain::Doctor& doctor) { return doctor.treatments.contains(state.treatment); };
    if (!state.treatment.isEmpty() &&
        (!treatmentOf(talk.context, state.treatment) || std::none_of(doctors.begin(), doctors.end(), does))) {
        talk.say(QStringLiteral("service.none"));
        state.treatment.clear();
    }
    if (state.treatment.isEmpty()) {
        std::vector<domain::Option> options;
        constexpr size_t most = 10;
        for (const auto& treatment : talk.context.treatments) {
            if (options.size() < most) {
                options.push_back({treatment.id, treatment.name.in(talk.language)});
            }
        }
        talk.ask(domain::Asks::Treatment, QStringLiteral("book.treatment"), {}, std::move(options));
        return false;
    }
    if (!state.doctor.isEmpty() &&
        std::none_of(doctors.begin(), doctors.end(), [&](const auto& d) { return d.id == state.doctor && does(d); })) {
        QStringList others;
        for (const auto& doctor : doctors) {
            if (does(doctor)) {
                others << doctor.name.in(talk.language);
            }
        }
        talk.say(QStringLiteral("doctor.other"), {{QStringLiteral("doctor"), talk.doctorName(state.doctor)},
                                                  {QStringLiteral("treatment"), talk.treatmentName(state.treatment)},
                                                  {QStringLiteral("doctors"), listText(others, talk.language)}});
        state.doctor.clear();
    }
    return true;
}

bool haveIdentity(Talk& talk, const QString& askKey, bool told)
{
    auto& state = talk.state;
    if (state.identityPerson != state.person) {
        state.name.clear();
        state.birthDate = {};
    }
    const bool fullName = state.name.contains(QLatin1Char(' '));
    if (fullName && (told || state.birthDate.isValid())) {
        return true;
    }
    QString key = askKey;
    if (fullName) {
        key = QStringLiteral("identity.birth_date");
    } else if (state.birthDate.isValid()) {
        key = QStringLiteral("identity.name");
    } else if (!state.person.isEmpty()) {
        key += state.person == QLatin1String("child") ? QStringLiteral("_child") : QStringLiteral("_other");
    }
    talk.ask(domain::Asks::Identity, key);
    return false;
}

void book(Talk& talk)
{
    auto& state = talk.state;
    if (talk.wasAsked == domain::Asks::When && state.declined && !talk.progress && talk.yesOrNo() == YesNo::No) {
        state.endFlow();
        talk.say(QStringLiteral("book.stopped"));
        return;
    }
    if (!haveTreatment(talk)) {
        return;
    }
    if (talk.wasAsked == domain::Asks::Confirm && state.slot && !talk.progress) {
        const auto answer = talk.yesOrNo();
        if (answer == YesNo::Yes && state.hasIdentity()) {
            talk.progress = true;
            createBooking(talk);
            return;
        }
        if (answer == YesNo::No) {
            talk.progress = true;
            state.declined = true;
            state.dropSlot();
            state.when.reset();
            talk.ask(domain::Asks::When, QStringLiteral("book.declined"));
            return;
        }
    }
    if (!arrangeSlot(talk, state.treatment, state.doctor)) {
        return;
    }
    const QString identityKey =
        talk.context.conversation.phone ? QStringLiteral("identity.book") : QStringLiteral("identity.book_phone");
    if (haveIdentity(talk, identityKey)) {
        confirmBooking(talk);
    }
}

} // namespace delpek::agent
