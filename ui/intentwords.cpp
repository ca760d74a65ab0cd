// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording.h"

#include "ui/keytexts.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace delpek::ui::words
{

namespace
{

constexpr auto intents = std::to_array<KeyText>({
    {"book_appointment", QT_TRANSLATE_NOOP("IntentWords", "Wants an appointment")},
    {"reschedule_appointment", QT_TRANSLATE_NOOP("IntentWords", "Wants to move an appointment")},
    {"cancel_appointment", QT_TRANSLATE_NOOP("IntentWords", "Wants to cancel an appointment")},
    {"confirm_appointment", QT_TRANSLATE_NOOP("IntentWords", "Confirms an appointment")},
    {"my_appointments", QT_TRANSLATE_NOOP("IntentWords", "Asks about their appointments")},
    {"invoice", QT_TRANSLATE_NOOP("IntentWords", "Asks about an invoice or a balance")},
    {"pay", QT_TRANSLATE_NOOP("IntentWords", "Wants to pay")},
    {"price", QT_TRANSLATE_NOOP("IntentWords", "Asks for a price")},
    {"insurance", QT_TRANSLATE_NOOP("IntentWords", "Asks about insurance")},
    {"hours", QT_TRANSLATE_NOOP("IntentWords", "Asks about opening hours")},
    {"location", QT_TRANSLATE_NOOP("IntentWords", "Asks for the address")},
    {"service_info", QT_TRANSLATE_NOOP("IntentWords", "Asks about a treatment or service")},
    {"symptom", QT_TRANSLATE_NOOP("IntentWords", "Reports a symptom")},
    {"medical_question", QT_TRANSLATE_NOOP("IntentWords", "A medical question")},
    {"prescription", QT_TRANSLATE_NOOP("IntentWords", "Asks for a prescription")},
    {"records", QT_TRANSLATE_NOOP("IntentWords", "Asks for documents")},
    {"human", QT_TRANSLATE_NOOP("IntentWords", "Asks for a person")},
    {"doctor", QT_TRANSLATE_NOOP("IntentWords", "Asks for the doctor")},
    {"complaint", QT_TRANSLATE_NOOP("IntentWords", "A complaint")},
    {"feedback", QT_TRANSLATE_NOOP("IntentWords", "Feedback")},
    {"opt_out", QT_TRANSLATE_NOOP("IntentWords", "Wants no more messages")},
    {"privacy_request", QT_TRANSLATE_NOOP("IntentWords", "About personal data")},
    {"affirm", QT_TRANSLATE_NOOP("IntentWords", "Says yes")},
    {"deny", QT_TRANSLATE_NOOP("IntentWords", "Says no")},
    {"greeting", QT_TRANSLATE_NOOP("IntentWords", "A greeting")},
    {"thanks", QT_TRANSLATE_NOOP("IntentWords", "Thanks")},
    {"goodbye", QT_TRANSLATE_NOOP("IntentWords", "Goodbye")},
    {"other", QT_TRANSLATE_NOOP("IntentWords", "Something else")},
});

} // namespace

QString intent(const QString& id)
{
    const QString known = textOf(intents, id, "IntentWords");
    return known.isEmpty() ? id : known;
}

} // namespace delpek::ui::words
