// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/servicewords.h"

#include "domain/isolate.h"
#include "ui/application.h"
#include "ui/keytexts.h"

#include <QRegularExpression>

#include <array>

namespace delpek::ui::servicewords
{

namespace
{

struct ServiceWords {
    Q_DECLARE_TR_FUNCTIONS(ServiceWords)
};

constexpr auto faultTexts = std::to_array<KeyText>({
    {"missing", QT_TRANSLATE_NOOP("ServiceWords", "A text is needed here, in both languages.")},
    {"keywords", QT_TRANSLATE_NOOP("ServiceWords", "Name at least one word by which patients ask for it.")},
    {"name", QT_TRANSLATE_NOOP("ServiceWords", "Write small English letters, digits and _, a letter first, at most 40 "
                                               "characters.")},
    {"taken", QT_TRANSLATE_NOOP("ServiceWords", "This is taken. Choose another one.")},
    {"braces", QT_TRANSLATE_NOOP("ServiceWords",
                                 "In braces only {clinic}, {phone}, {address} and {hours} are filled in, and in a "
                                 "question or a label nothing is.")},
    {"hours",
     QT_TRANSLATE_NOOP("ServiceWords", "Hours look like 08:00-13:00: the end comes after the beginning, and those "
                                       "of one day do not overlap.")},
    {"time", QT_TRANSLATE_NOOP("ServiceWords", "This is no day and time.")},
    {"end", QT_TRANSLATE_NOOP("ServiceWords", "The end comes after the beginning.")},
    {"number", QT_TRANSLATE_NOOP("ServiceWords", "This number is not possible here.")},
    {"label", QT_TRANSLATE_NOOP("ServiceWords", "A label has at most 20 characters.")},
    {"options", QT_TRANSLATE_NOOP("ServiceWords", "A choice has 2 to 10 options, and a form at most 10 questions.")},
    {"closedNever", QT_TRANSLATE_NOOP("ServiceWords", "There is a text for closed hours, but no hours.")},
    {"json", QT_TRANSLATE_NOOP("ServiceWords", "The file is no JSON. Mend it in an editor, or remove it.")},
});

constexpr auto placeNames = std::to_array<KeyText>({
    {"id", QT_TRANSLATE_NOOP("ServiceWords", "Name of the file")},
    {"name", QT_TRANSLATE_NOOP("ServiceWords", "Name")},
    {"keywords", QT_TRANSLATE_NOOP("ServiceWords", "Asked for with")},
    {"hours", QT_TRANSLATE_NOOP("ServiceWords", "Hours")},
    {"closed", QT_TRANSLATE_NOOP("ServiceWords", "Outside the hours")},
    {"announcements", QT_TRANSLATE_NOOP("ServiceWords", "Announcements")},
    {"answer", QT_TRANSLATE_NOOP("ServiceWords", "Answer")},
    {"fields", QT_TRANSLATE_NOOP("ServiceWords", "Questions")},
    {"done", QT_TRANSLATE_NOOP("ServiceWords", "When the form was handed in")},
    {"roles", QT_TRANSLATE_NOOP("ServiceWords", "Who may use it")},
});

constexpr auto guardTexts = std::to_array<KeyText>({
    {"guard.price", QT_TRANSLATE_NOOP("ServiceWords", "a price")},
    {"guard.medicine", QT_TRANSLATE_NOOP("ServiceWords", "a medicine")},
    {"guard.dose", QT_TRANSLATE_NOOP("ServiceWords", "a dose")},
    {"guard.diagnosis", QT_TRANSLATE_NOOP("ServiceWords", "a diagnosis")},
    {"guard.reassurance", QT_TRANSLATE_NOOP("ServiceWords", "that there is no need to worry")},
    {"guard.image", QT_TRANSLATE_NOOP("ServiceWords", "what a picture shows")},
    {"guard.promise-booked", QT_TRANSLATE_NOOP("ServiceWords", "that a visit is booked")},
    {"guard.promise-moved", QT_TRANSLATE_NOOP("ServiceWords", "that a visit was moved")},
    {"guard.promise-cancelled", QT_TRANSLATE_NOOP("ServiceWords", "that a visit was cancelled")},
    {"guard.promise-person", QT_TRANSLATE_NOOP("ServiceWords", "a promise of what a person will do")},
    {"guard.time", QT_TRANSLATE_NOOP("ServiceWords", "a time that nobody wrote")},
    {"guard.day", QT_TRANSLATE_NOOP("ServiceWords", "a day that nobody wrote")},
    {"guard.link", QT_TRANSLATE_NOOP("ServiceWords", "a link or a phone number")},
    {"guard.language", QT_TRANSLATE_NOOP("ServiceWords", "words of another language")},
    {"guard.internal", QT_TRANSLATE_NOOP("ServiceWords", "signs that belong to a program")},
    {"guard.prompt", QT_TRANSLATE_NOOP("ServiceWords", "the agent's own instructions")},
    {"guard.too-long", QT_TRANSLATE_NOOP("ServiceWords", "more than fits into a message")},
});

constexpr auto teamTexts = std::to_array<KeyText>({
    {"alex", QT_TRANSLATE_NOOP("ServiceWords", "Alex: one agent for everything")},
    {"team", QT_TRANSLATE_NOOP("ServiceWords", "Team: a coordinator, and agents for health, billing and visits")},
});

constexpr auto toolTexts = std::to_array<KeyText>({
    {"get_clinic_info", QT_TRANSLATE_NOOP("ServiceWords", "tell the clinic's address, phone and hours")},
    {"get_prices", QT_TRANSLATE_NOOP("ServiceWords", "tell prices")},
    {"search_patient", QT_TRANSLATE_NOOP("ServiceWords", "find who writes in the records")},
    {"get_available_slots", QT_TRANSLATE_NOOP("ServiceWords", "look for free times")},
    {"hold_slot", QT_TRANSLATE_NOOP("ServiceWords", "keep a time for a few minutes")},
    {"create_appointment", QT_TRANSLATE_NOOP("ServiceWords", "book a visit")},
    {"get_patient_appointments", QT_TRANSLATE_NOOP("ServiceWords", "tell a patient's own visits")},
    {"move_appointment", QT_TRANSLATE_NOOP("ServiceWords", "move a visit")},
    {"cancel_appointment", QT_TRANSLATE_NOOP("ServiceWords", "cancel a visit")},
    {"get_patient_invoices", QT_TRANSLATE_NOOP("ServiceWords", "tell a patient's own invoices")},
    {"get_invoice_details", QT_TRANSLATE_NOOP("ServiceWords", "tell what an invoice is for")},
    {"get_patient_notes", QT_TRANSLATE_NOOP("ServiceWords", "read notes of the record, for the doctor")},
    {"get_treatment_plan", QT_TRANSLATE_NOOP("ServiceWords", "read the treatment plan")},
    {"get_patient_allergies", QT_TRANSLATE_NOOP("ServiceWords", "read allergies, for the doctor")},
    {"join_waiting_list", QT_TRANSLATE_NOOP("ServiceWords", "put a patient on the waiting list")},
});

constexpr auto serviceSentences = std::to_array<KeyText>({
    {"service.none", QT_TRANSLATE_NOOP("ServiceWords", "Services and agents can be seen on the machine where Delpek's "
                                                       "engine and window run together.")},
    {"service.noFolder",
     QT_TRANSLATE_NOOP("ServiceWords", "First choose a folder for the clinic's services; nothing was changed.")},
    {"service.changed",
     QT_TRANSLATE_NOOP("ServiceWords", "The service was changed elsewhere in the meantime, so nothing was saved here. "
                                       "Close this and open it again.")},
    {"service.fault", QT_TRANSLATE_NOOP("ServiceWords", "Something in it is not right yet, so nothing was saved.")},
    {"service.unreadable",
     QT_TRANSLATE_NOOP("ServiceWords", "The file of this service cannot be read. Mend it in an editor, or remove it.")},
    {"service.file", QT_TRANSLATE_NOOP("ServiceWords", "The clinic's folder cannot be written, so nothing was changed. "
                                                       "Check its rights and the space on the disk.")},
    {"service.folderPath",
     QT_TRANSLATE_NOOP("ServiceWords", "Write the whole path of the folder, from the root of the disk.")},
    {"service.folderFault",
     QT_TRANSLATE_NOOP("ServiceWords", "A file in this folder would keep Delpek from starting. Mend it first, or "
                                       "choose another folder.")},
});

QString known(const QString& value, const QString& id)
{
    return value.isEmpty() ? domain::isolate(id) : value;
}

} // namespace

QString name(const desk::ServiceEntry& entry)
{
    const QString& own = entry.draft.name.in(currentLanguage());
    return domain::isolate(own.isEmpty() ? entry.draft.id : own);
}

QString happens(const desk::ServiceEntry& entry)
{
    switch (entry.draft.by) {
    case desk::ServiceDraft::By::Person:
        return ServiceWords::tr("A person is called");
    case desk::ServiceDraft::By::Form:
        return entry.asksCode ? ServiceWords::tr("A form, after a child's name and code")
                              : ServiceWords::tr("A form for the staff");
    case desk::ServiceDraft::By::Agent:
        break;
    }
    return entry.hasPrompt ? ServiceWords::tr("A language model answers by instructions of the file")
                           : ServiceWords::tr("A fixed answer");
}

QString state(const desk::ServiceEntry& entry)
{
    const bool stops = std::ranges::any_of(entry.findings, [](const auto& one) { return one.rules.isEmpty(); });
    const QString now = stops             ? ServiceWords::tr("Has a fault")
                        : entry.isOff     ? ServiceWords::tr("Switched off")
                        : !entry.isOwn    ? ServiceWords::tr("As it came")
                        : entry.isShipped ? ServiceWords::tr("Changed by the clinic")
                                          : ServiceWords::tr("The clinic's own");
    return entry.isWaiting ? ServiceWords::tr("%1, from the next start on").arg(now) : now;
}

QString roles(const QStringList& roles)
{
    if (roles.isEmpty()) {
        return ServiceWords::tr("Everybody");
    }
    if (roles.contains(QLatin1String("parent"))) {
        return ServiceWords::tr("Parents with a code");
    }
    const bool knows = roles.contains(QLatin1String("known"));
    const bool takesNew = roles.contains(QLatin1String("new"));
    return knows == takesNew ? ServiceWords::tr("Everybody")
           : knows           ? ServiceWords::tr("Only who is in the records")
                             : ServiceWords::tr("Only who is not in the records yet");
}

QString opening(desk::ServiceDraft::Opening opening)
{
    switch (opening) {
    case desk::ServiceDraft::Opening::Clinic:
        return ServiceWords::tr("While the clinic is open");
    case desk::ServiceDraft::Opening::Own:
        return ServiceWords::tr("At hours of its own");
    case desk::ServiceDraft::Opening::Always:
        break;
    }
    return ServiceWords::tr("Always");
}

QString finding(const desk::ServiceFinding& finding)
{
    if (finding.word == QLatin1String("held")) {
        QStringList reasons;
        for (const QString& rule : finding.rules) {
            reasons << known(textOf(guardTexts, rule, "ServiceWords"), rule);
        }
        return ServiceWords::tr("The safety rules would hold this text back: it says %1. Say it without that.")
            .arg(reasons.join(ServiceWords::tr(", ")));
    }
    static const QRegularExpression braces(QStringLiteral("(\\{[a-z]+\\})"));
    QString text = textOf(faultTexts, finding.word, "ServiceWords");
    text.replace(braces, domain::isolate(QStringLiteral("\\1")));
    return text.isEmpty() ? ServiceWords::tr("In the file: %1").arg(domain::isolate(finding.detail)) : text;
}

QString findingAtPlace(const desk::ServiceFinding& one)
{
    const QString member = one.place.section(QLatin1Char('/'), 1, 1);
    const QString place = textOf(placeNames, member, "ServiceWords");
    return place.isEmpty() ? finding(one) : ServiceWords::tr("%1: %2").arg(place, finding(one));
}

QString team(const QString& name)
{
    return known(textOf(teamTexts, name, "ServiceWords"), name);
}

QString tool(const QString& name)
{
    return known(textOf(toolTexts, name, "ServiceWords"), name);
}

QString sentence(const QString& key)
{
    return textOf(serviceSentences, key, "ServiceWords");
}

} // namespace delpek::ui::servicewords
