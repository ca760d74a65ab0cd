// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demopatient.h"

namespace delpek::app
{

using domain::Asks;

std::vector<DemoPatient> demoPatients()
{
    DemoPatient booking;
    booking.user = QStringLiteral("972550010101");
    booking.name = QStringLiteral("נועה שרעבי");
    booking.lines = {QStringLiteral("היי, אפשר לקבוע תור לניקוי אבנית לשבוע הבא?"), QStringLiteral("תודה רבה!")};
    booking.answers = {{Asks::Identity, QStringLiteral("נועה שרעבי, 29.4.1991")},
                       {Asks::Treatment, QStringLiteral("ניקוי אבנית")},
                       {Asks::When, QStringLiteral("בשבוע הבא, בבוקר")},
                       {Asks::Confirm, QStringLiteral("כן")}};

    DemoPatient asking;
    asking.channel = domain::ChannelKind::Telegram;
    asking.user = QStringLiteral("55010102");
    asking.name = QStringLiteral("Daniel Friedman");
    asking.arrives = std::chrono::seconds(2);
    asking.lines = {QStringLiteral("Hi! How much is a whitening at your clinic?"),
                    QStringLiteral("And where are you, and until when are you open on Friday?"),
                    QStringLiteral("Perfect, thanks!")};

    DemoPatient inPain;
    inPain.user = QStringLiteral("972550010103");
    inPain.name = QStringLiteral("אחמד מסארווה");
    inPain.arrives = std::chrono::seconds(4);
    inPain.lines = {QStringLiteral("שלום, מאז העקירה לפני שלושה ימים הכאב רק מתגבר ואני לא ישן. אפשר לדבר עם הרופאה?"),
                    QStringLiteral("תודה, אני זמין בטלפון עכשיו")};
    return {booking, asking, inPain};
}

std::optional<DemoMessage> nextMessage(const DemoPatient& patient, const domain::Message& newest)
{
    if (newest.asks == Asks::Slot && !newest.options.empty()) {
        const auto& option = newest.options.front();
        return DemoMessage{option.label, option.value, newest.providerId};
    }
    if (const auto answer = patient.answers.find(newest.asks); answer != patient.answers.end()) {
        return DemoMessage{*answer, {}, {}};
    }
    // A question that was not foreseen is left open, as people do.
    if (newest.asks != Asks::Nothing || patient.nextLine >= patient.lines.size()) {
        return std::nullopt;
    }
    return DemoMessage{patient.lines.at(patient.nextLine), {}, {}};
}

} // namespace delpek::app
