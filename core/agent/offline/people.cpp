// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/offline/flows.h"

#include <algorithm>
#include <array>

namespace delpek::agent
{
namespace
{

using domain::Asks;

struct Hard {
    const char* intent;
    const char* reason;
    const char* key;
};

/// What a person does, whatever else is going on.
constexpr std::array<Hard, 6> forPeople{{{"human", "human.requested", "handover.person"},
                                         {"complaint", "complaint", "handover.complaint"},
                                         {"privacy_request", "privacy.requested", "handover.privacy"},
                                         {"doctor", "doctor.requested", "handover.doctor_wish"},
                                         {"records", "records.requested", "handover.documents"},
                                         {"pay", "payment", "handover.payment"}}};

/// A short answer to a question of ours must look a good deal like a wish to be taken for one.
bool surelyMeans(const Talk& talk, const char* intent)
{
    constexpr double sureWithinQuestion = 0.8;
    const bool open = talk.wasAsked != Asks::Nothing && talk.state.flow != Flow::None;
    return talk.said.intent == QLatin1String(intent) && (!open || talk.said.score >= sureWithinQuestion);
}

/// Surely asks something medical, and not only in words that come up there.
bool asksMedically(const Talk& talk)
{
    constexpr double sure = 0.5;
    const bool medical = talk.wishes("medical_question") || talk.wishes("prescription") || talk.wishes("symptom");
    return medical && talk.said.score >= sure;
}

} // namespace

/// Asks for what stands in the card or for the waiting list, in words that the intents take for something else ("put me
/// on the list", "my treatment plan"), and for nothing else that is for a person.
bool asksInOtherWords(const Talk& talk)
{
    constexpr double sure = 0.5;
    const bool leaves = talk.wishes("opt_out") && talk.said.score >= sure;
    const bool other = leaves || std::any_of(forPeople.begin(), forPeople.end(), [&talk](const Hard& hard) {
                           return talk.wishes(hard.intent) && hard.intent != std::string_view("records");
                       });
    return (lookupWish(talk).ofCard() || wishesToWait(talk)) && !other && !asksMedically(talk);
}

bool handToPerson(Talk& talk)
{
    if (asksInOtherWords(talk)) {
        return false;
    }
    for (const auto& hard : forPeople) {
        if (surelyMeans(talk, hard.intent) || (hard.intent == std::string_view("human") && talk.wishes("human"))) {
            talk.about(hard.intent);
            talk.handOver(QLatin1String(hard.reason), QLatin1String(hard.key));
            return true;
        }
    }
    const bool medical = talk.said.intent == QLatin1String("medical_question") ||
                         talk.said.intent == QLatin1String("prescription") ||
                         (talk.said.intent == QLatin1String("symptom") && !talk.wishes("book_appointment") &&
                          talk.state.flow != Flow::Book);
    if (medical) {
        talk.about("medical_question");
        talk.askDoctor(QStringLiteral("doctor.question"), QStringLiteral("handover.doctor"),
                       {{QStringLiteral("phone"), talk.clinicPhone()}});
    }
    return medical;
}

bool leaveList(Talk& talk)
{
    if (asksInOtherWords(talk) || comesBack(talk) || !surelyMeans(talk, "opt_out")) {
        return false;
    }
    talk.about("opt_out");
    talk.optOut = true;
    talk.state.endFlow();
    talk.state.held = nullptr;
    talk.say(QStringLiteral("opt_out.done"));
    return true;
}

bool comesBack(const Talk& talk)
{
    return talk.context.conversation.optedOut && talk.mentions(QStringLiteral("words.opt_in"));
}

} // namespace delpek::agent
