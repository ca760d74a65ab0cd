// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/auditwords.h"

#include "domain/isolate.h"
#include "ui/application.h"
#include "ui/keytexts.h"
#include "ui/wording.h"

#include <QDateTime>
#include <QLocale>

#include <array>

namespace delpek::ui::auditwords
{

namespace
{

struct AuditWords {
    Q_DECLARE_TR_FUNCTIONS(AuditWords)
};

constexpr auto actionTexts = std::to_array<KeyText>({
    {"inbox.listed", QT_TRANSLATE_NOOP("AuditWords", "Saw the list of conversations")},
    {"escalation.listed", QT_TRANSLATE_NOOP("AuditWords", "Saw the list of escalations")},
    {"conversation.read", QT_TRANSLATE_NOOP("AuditWords", "Opened a conversation")},
    {"conversation.take", QT_TRANSLATE_NOOP("AuditWords", "Took a conversation over")},
    {"conversation.handBack", QT_TRANSLATE_NOOP("AuditWords", "Handed a conversation back to the agent")},
    {"conversation.release", QT_TRANSLATE_NOOP("AuditWords", "Released a conversation")},
    {"conversation.mode", QT_TRANSLATE_NOOP("AuditWords", "Changed what the agent does in a conversation")},
    {"conversation.listed", QT_TRANSLATE_NOOP("AuditWords", "Looked what is kept of a patient")},
    {"conversation.exported", QT_TRANSLATE_NOOP("AuditWords", "Wrote all that is kept of a patient to a file")},
    {"conversation.erase", QT_TRANSLATE_NOOP("AuditWords", "Asked to erase a conversation")},
    {"conversation.erased", QT_TRANSLATE_NOOP("AuditWords", "Erased a conversation")},
    {"conversation.snoozed", QT_TRANSLATE_NOOP("AuditWords", "Put a conversation off")},
    {"conversation.woken", QT_TRANSLATE_NOOP("AuditWords", "Brought a conversation back that was put off")},
    {"conversation.labelled", QT_TRANSLATE_NOOP("AuditWords", "Labelled a conversation")},
    {"conversation.unlabelled", QT_TRANSLATE_NOOP("AuditWords", "Took a label off a conversation")},
    {"label.added", QT_TRANSLATE_NOOP("AuditWords", "Added a label")},
    {"label.changed", QT_TRANSLATE_NOOP("AuditWords", "Changed a label")},
    {"label.removed", QT_TRANSLATE_NOOP("AuditWords", "Deleted a label")},
    {"message.send", QT_TRANSLATE_NOOP("AuditWords", "Sent a message")},
    {"message.sendAsDoctor", QT_TRANSLATE_NOOP("AuditWords", "Sent a message in a doctor's name")},
    {"message.takeBack", QT_TRANSLATE_NOOP("AuditWords", "Took a message back")},
    {"message.plan", QT_TRANSLATE_NOOP("AuditWords", "Planned a message for later")},
    {"message.planChanged", QT_TRANSLATE_NOOP("AuditWords", "Took a planned message up again")},
    {"message.planCancelled", QT_TRANSLATE_NOOP("AuditWords", "Cancelled a planned message")},
    {"message.sentNow", QT_TRANSLATE_NOOP("AuditWords", "Sent a planned message at once")},
    {"message.sentLater", QT_TRANSLATE_NOOP("AuditWords", "A planned message was sent")},
    {"message.notSentLater", QT_TRANSLATE_NOOP("AuditWords", "A planned message was not sent")},
    {"message.sendAgain", QT_TRANSLATE_NOOP("AuditWords", "Sent a message again")},
    {"message.arrived", QT_TRANSLATE_NOOP("AuditWords", "Confirmed that a message arrived")},
    {"consent.note", QT_TRANSLATE_NOOP("AuditWords", "Noted a patient's consent or refusal")},
    {"note.written", QT_TRANSLATE_NOOP("AuditWords", "Wrote an internal note")},
    {"note.removed", QT_TRANSLATE_NOOP("AuditWords", "Deleted an internal note")},
    {"review.reported", QT_TRANSLATE_NOOP("AuditWords", "Reported a turn of the agent as wrong")},
    {"review.takenBack", QT_TRANSLATE_NOOP("AuditWords", "Took a report of a turn back")},
    {"review.settled", QT_TRANSLATE_NOOP("AuditWords", "Settled a report of a turn")},
    {"review.reopened", QT_TRANSLATE_NOOP("AuditWords", "Opened a report of a turn again")},
    {"review.listed", QT_TRANSLATE_NOOP("AuditWords", "Read the reports of turns")},
    {"review.exported", QT_TRANSLATE_NOOP("AuditWords", "Saved the reports of turns to a file")},
    {"file.read", QT_TRANSLATE_NOOP("AuditWords", "Opened a file")},
    {"record.read", QT_TRANSLATE_NOOP("AuditWords", "Saw a patient's record")},
    {"card.joined", QT_TRANSLATE_NOOP("AuditWords", "Joined two cards of a patient")},
    {"card.separated", QT_TRANSLATE_NOOP("AuditWords", "Took two joined cards apart again")},
    {"card.apart", QT_TRANSLATE_NOOP("AuditWords", "Said that two cards are of two people")},
    {"card.tied", QT_TRANSLATE_NOOP("AuditWords", "Said whose card belongs to who writes")},
    {"card.untied", QT_TRANSLATE_NOOP("AuditWords", "Took back whose card belongs to who writes")},
    {"card.added", QT_TRANSLATE_NOOP("AuditWords", "Entered a new patient")},
    {"card.search", QT_TRANSLATE_NOOP("AuditWords", "Looked for a card in the records")},
    {"memory.viewed", QT_TRANSLATE_NOOP("AuditWords", "Looked what is remembered of a patient")},
    {"memory.corrected", QT_TRANSLATE_NOOP("AuditWords", "Corrected what is remembered of a patient")},
    {"memory.forgotten", QT_TRANSLATE_NOOP("AuditWords", "Had forgotten what was remembered of a patient")},
    {"escalation.view", QT_TRANSLATE_NOOP("AuditWords", "Opened an escalation")},
    {"escalation.viewed", QT_TRANSLATE_NOOP("AuditWords", "Read an escalation from another program")},
    {"escalation.raise", QT_TRANSLATE_NOOP("AuditWords", "Called a doctor or a colleague")},
    {"escalation.raised", QT_TRANSLATE_NOOP("AuditWords", "Called a doctor or a colleague from another program")},
    {"escalation.acknowledge", QT_TRANSLATE_NOOP("AuditWords", "Took an escalation on")},
    {"escalation.reply", QT_TRANSLATE_NOOP("AuditWords", "Answered an escalation in a doctor's name")},
    {"escalation.promiseCall", QT_TRANSLATE_NOOP("AuditWords", "Promised a patient a call")},
    {"escalation.lower", QT_TRANSLATE_NOOP("AuditWords", "Lowered the urgency of an escalation")},
    {"escalation.close", QT_TRANSLATE_NOOP("AuditWords", "Closed an escalation")},
    {"escalation.closeAll", QT_TRANSLATE_NOOP("AuditWords", "Closed all escalations of a conversation")},
    {"escalation.reopen", QT_TRANSLATE_NOOP("AuditWords", "Opened an escalation again")},
    {"escalation.file", QT_TRANSLATE_NOOP("AuditWords", "Chose the record for an exchange with the doctor")},
    {"escalation.erased", QT_TRANSLATE_NOOP("AuditWords", "Erased an escalation with its conversation")},
    {"link.made", QT_TRANSLATE_NOOP("AuditWords", "Made a private link")},
    {"link.opened", QT_TRANSLATE_NOOP("AuditWords", "Opened the private link")},
    {"link.wrongPin", QT_TRANSLATE_NOOP("AuditWords", "Typed a wrong PIN at the private link")},
    {"link.revoked", QT_TRANSLATE_NOOP("AuditWords", "Withdrew a private link")},
    {"link.viewed", QT_TRANSLATE_NOOP("AuditWords", "Read an escalation by the private link")},
    {"link.fileViewed", QT_TRANSLATE_NOOP("AuditWords", "Opened a file by the private link")},
    {"link.acknowledge", QT_TRANSLATE_NOOP("AuditWords", "Took an escalation on by the private link")},
    {"link.reply", QT_TRANSLATE_NOOP("AuditWords", "Answered by the private link")},
    {"link.file", QT_TRANSLATE_NOOP("AuditWords", "Sent a file by the private link")},
    {"link.voice", QT_TRANSLATE_NOOP("AuditWords", "Sent a voice message by the private link")},
    {"link.promiseCall", QT_TRANSLATE_NOOP("AuditWords", "Promised a call by the private link")},
    {"link.close", QT_TRANSLATE_NOOP("AuditWords", "Closed an escalation by the private link")},
    {"book.read", QT_TRANSLATE_NOOP("AuditWords", "Looked into the day book")},
    {"visit.book", QT_TRANSLATE_NOOP("AuditWords", "Booked a visit")},
    {"visit.move", QT_TRANSLATE_NOOP("AuditWords", "Moved a visit")},
    {"visit.cancel", QT_TRANSLATE_NOOP("AuditWords", "Cancelled a visit")},
    {"hours.changed", QT_TRANSLATE_NOOP("AuditWords", "Changed hours of the clinic or a doctor")},
    {"hours.timeOffAdded", QT_TRANSLATE_NOOP("AuditWords", "Closed the clinic or entered time off")},
    {"hours.timeOffRemoved", QT_TRANSLATE_NOOP("AuditWords", "Took out a closure or time off")},
    {"clinic.changed", QT_TRANSLATE_NOOP("AuditWords", "Changed the clinic's name, address or telephone")},
    {"clinic.treatmentAdded", QT_TRANSLATE_NOOP("AuditWords", "Added a treatment")},
    {"clinic.treatmentChanged", QT_TRANSLATE_NOOP("AuditWords", "Changed a treatment or its price")},
    {"clinic.treatmentRetired", QT_TRANSLATE_NOOP("AuditWords", "Took out a treatment")},
    {"clinic.treatmentRestored", QT_TRANSLATE_NOOP("AuditWords", "Offered a treatment again")},
    {"clinic.doctorAdded", QT_TRANSLATE_NOOP("AuditWords", "Added a dentist or hygienist")},
    {"clinic.doctorChanged", QT_TRANSLATE_NOOP("AuditWords", "Changed a dentist or hygienist")},
    {"clinic.doctorRetired", QT_TRANSLATE_NOOP("AuditWords", "Noted that somebody treats here no more")},
    {"clinic.doctorRestored", QT_TRANSLATE_NOOP("AuditWords", "Noted that somebody treats here again")},
    {"clinic.visitsOf", QT_TRANSLATE_NOOP("AuditWords", "Looked which visits are booked with somebody who leaves")},
    {"hours.effect", QT_TRANSLATE_NOOP("AuditWords", "Looked which visits new hours or time off touch")},
    {"backup.make", QT_TRANSLATE_NOOP("AuditWords", "Had a backup made")},
    {"backup.plan", QT_TRANSLATE_NOOP("AuditWords", "Changed when and where backups are made")},
    {"desk.search", QT_TRANSLATE_NOOP("AuditWords", "Searched conversations")},
    {"desk.signIn", QT_TRANSLATE_NOOP("AuditWords", "Signed in")},
    {"desk.signOut", QT_TRANSLATE_NOOP("AuditWords", "Signed out")},
    {"desk.lock", QT_TRANSLATE_NOOP("AuditWords", "Locked the desk")},
    {"desk.wrongPin", QT_TRANSLATE_NOOP("AuditWords", "Typed a wrong PIN")},
    {"staff.add", QT_TRANSLATE_NOOP("AuditWords", "Added somebody to the staff")},
    {"staff.rename", QT_TRANSLATE_NOOP("AuditWords", "Gave somebody of the staff another name")},
    {"staff.change", QT_TRANSLATE_NOOP("AuditWords", "Changed somebody of the staff")},
    {"staff.pin", QT_TRANSLATE_NOOP("AuditWords", "Set a PIN")},
    {"staff.pinTaken", QT_TRANSLATE_NOOP("AuditWords", "Took a PIN away")},
    {"duty.add", QT_TRANSLATE_NOOP("AuditWords", "Put somebody on duty")},
    {"duty.change", QT_TRANSLATE_NOOP("AuditWords", "Changed when somebody is on duty")},
    {"duty.remove", QT_TRANSLATE_NOOP("AuditWords", "Took somebody off duty")},
    {"staff.rules", QT_TRANSLATE_NOOP("AuditWords", "Changed the rules of signing in")},
    {"setup.keep", QT_TRANSLATE_NOOP("AuditWords", "Changed settings of the clinic")},
    {"setup.keepSecret", QT_TRANSLATE_NOOP("AuditWords", "Set a key or token of a connection")},
    {"setup.forgetSecret", QT_TRANSLATE_NOOP("AuditWords", "Removed a key or token of a connection")},
    {"setup.check", QT_TRANSLATE_NOOP("AuditWords", "Checked a connection")},
    {"setup.pair", QT_TRANSLATE_NOOP("AuditWords", "Began to link the clinic's phone")},
    {"service.keep", QT_TRANSLATE_NOOP("AuditWords", "Changed a service")},
    {"service.on", QT_TRANSLATE_NOOP("AuditWords", "Switched a service on")},
    {"service.off", QT_TRANSLATE_NOOP("AuditWords", "Switched a service off")},
    {"service.remove", QT_TRANSLATE_NOOP("AuditWords", "Removed the clinic's file of a service")},
    {"service.folder", QT_TRANSLATE_NOOP("AuditWords", "Chose the folder of the clinic's services")},
    {"service.team", QT_TRANSLATE_NOOP("AuditWords", "Chose the agents who answer")},
    {"template.refresh", QT_TRANSLATE_NOOP("AuditWords", "Asked WhatsApp what it says of the templates")},
    {"template.keep", QT_TRANSLATE_NOOP("AuditWords", "Wrote a template of the clinic's own")},
    {"template.remove", QT_TRANSLATE_NOOP("AuditWords", "Removed a template of the clinic's own")},
    {"template.handIn", QT_TRANSLATE_NOOP("AuditWords", "Handed a template in for approval")},
    {"quickreply.added", QT_TRANSLATE_NOOP("AuditWords", "Added a quick reply")},
    {"quickreply.changed", QT_TRANSLATE_NOOP("AuditWords", "Changed a quick reply")},
    {"quickreply.removed", QT_TRANSLATE_NOOP("AuditWords", "Deleted a quick reply")},
    {"shift.begun", QT_TRANSLATE_NOOP("AuditWords", "Began a shift")},
    {"shift.ended", QT_TRANSLATE_NOOP("AuditWords", "Ended a shift with a hand-over sheet")},
    {"shift.forgotten", QT_TRANSLATE_NOOP("AuditWords", "Ended a forgotten shift by beginning the next one")},
    {"shift.read", QT_TRANSLATE_NOOP("AuditWords", "Opened a hand-over sheet")},
    {"shift.acknowledged", QT_TRANSLATE_NOOP("AuditWords", "Confirmed having read a hand-over sheet")},
    {"session.viewed", QT_TRANSLATE_NOOP("AuditWords", "Read the session of a service")},
    {"session.artifacts", QT_TRANSLATE_NOOP("AuditWords", "Fetched what a service collected")},
    {"session.changed", QT_TRANSLATE_NOOP("AuditWords", "Changed the session of a service")},
    {"session.orchestrated", QT_TRANSLATE_NOOP("AuditWords", "Led a conversation from another program")},
    {"parentcode.issued", QT_TRANSLATE_NOOP("AuditWords", "Issued a parent's code")},
    {"parentcode.accepted", QT_TRANSLATE_NOOP("AuditWords", "Gave a right parent's code")},
    {"parentcode.refused", QT_TRANSLATE_NOOP("AuditWords", "Gave a wrong parent's code")},
    {"parentcode.locked", QT_TRANSLATE_NOOP("AuditWords", "Locked a parent's code")},
    {"parentcode.removed", QT_TRANSLATE_NOOP("AuditWords", "Removed a patient's codes")},
    {"privacy.search", QT_TRANSLATE_NOOP("AuditWords", "Searched by phone what is kept of a patient")},
    {"audit.read", QT_TRANSLATE_NOOP("AuditWords", "Read the audit log")},
    {"audit.export", QT_TRANSLATE_NOOP("AuditWords", "Saved the audit log to a file")},
});

QString title(const desk::AuditRow& row)
{
    return row.conversation ? domain::isolate(words::title(*row.conversation)) : QString();
}

} // namespace

QString kind(Kind kind)
{
    switch (kind) {
    case Kind::All:
        return AuditWords::tr("Everything");
    case Kind::Conversations:
        return AuditWords::tr("Conversations and messages");
    case Kind::Escalations:
        return AuditWords::tr("Escalations");
    case Kind::Records:
        return AuditWords::tr("Records, files and memory");
    case Kind::Book:
        return AuditWords::tr("Day book");
    case Kind::SignIn:
        return AuditWords::tr("Signing in and shifts");
    case Kind::Staff:
        return AuditWords::tr("Staff, quick replies, labels and connections");
    case Kind::Links:
        return AuditWords::tr("Private links of doctors");
    case Kind::Services:
        return AuditWords::tr("Services, agents, templates and parents' codes");
    case Kind::Erasing:
        return AuditWords::tr("Erasing, handing over, this log");
    }
    return {};
}

QStringList actionsOf(Kind kind)
{
    const auto list = [](std::initializer_list<const char*> names) {
        QStringList all;
        for (const char* name : names) {
            all << QLatin1String(name);
        }
        return all;
    };
    switch (kind) {
    case Kind::All:
        break;
    case Kind::Conversations:
        return list({"conversation.", "inbox.", "message.", "consent.", "note.", "review.", "desk.search"});
    case Kind::Escalations:
        return list({"escalation."});
    case Kind::Records:
        return list({"record.", "card.", "file.", "memory."});
    case Kind::Book:
        return list({"book.", "visit.", "hours.", "clinic."});
    case Kind::SignIn:
        return list({"desk.signIn", "desk.signOut", "desk.lock", "desk.wrongPin", "shift."});
    case Kind::Staff:
        return list({"staff.", "duty.", "quickreply.", "label.", "setup.", "backup."});
    case Kind::Links:
        return list({"link."});
    case Kind::Services:
        return list({"session.", "parentcode.", "service.", "template."});
    case Kind::Erasing:
        return list({"privacy.", "audit.", "conversation.listed", "conversation.exported", "conversation.erase",
                     "conversation.erased", "escalation.erased", "memory.forgotten"});
    }
    return {};
}

QString knownAction(const QString& action)
{
    return textOf(actionTexts, action, "AuditWords");
}

QString action(const QString& action)
{
    const QString known = knownAction(action);
    return known.isEmpty() ? domain::isolate(action) : known;
}

QString actor(const QString& actor)
{
    return actor == QLatin1String("system")    ? AuditWords::tr("Delpek itself")
           : actor == QLatin1String("patient") ? AuditWords::tr("A patient")
                                               : domain::isolate(actor);
}

QString subject(const desk::AuditRow& row)
{
    const QString whole = row.entry.subject;
    const QString kind = whole.section(QLatin1Char(':'), 0, 0);
    const QString id = domain::isolate(whole.section(QLatin1Char(':'), 1));
    if (kind == QLatin1String("conversation") || kind == QLatin1String("person")) {
        return row.conversation                        ? title(row)
               : kind == QLatin1String("conversation") ? AuditWords::tr("Conversation %1, not here any more").arg(id)
                                                       : AuditWords::tr("A patient who is not here any more");
    }
    if (kind == QLatin1String("message")) {
        return row.conversation ? AuditWords::tr("A message of %1").arg(title(row))
                                : AuditWords::tr("A message that is not here any more");
    }
    if (kind == QLatin1String("escalation")) {
        return row.conversation ? AuditWords::tr("Escalation %1 · %2").arg(id, title(row))
                                : AuditWords::tr("Escalation %1, not here any more").arg(id);
    }
    if (kind == QLatin1String("staff")) {
        return row.staff.isEmpty() ? AuditWords::tr("Somebody of the staff") : domain::isolate(row.staff);
    }
    if (whole == QLatin1String("book")) {
        return AuditWords::tr("Day book");
    }
    if (kind == QLatin1String("book")) {
        const auto day = [&](int part) {
            const QDate date =
                QDate::fromString(whole.mid(kind.size() + 1).section(QLatin1Char('/'), part, part), Qt::ISODate);
            return domain::isolate(date.toString(QStringLiteral("d.M.yy")));
        };
        return day(0) == day(1) ? AuditWords::tr("The day book of %1").arg(day(0))
                                : AuditWords::tr("The day book from %1 to %2").arg(day(0), day(1));
    }
    if (kind == QLatin1String("quickreply")) {
        return AuditWords::tr("Quick reply %1").arg(id);
    }
    if (kind == QLatin1String("shift")) {
        return AuditWords::tr("Shift %1").arg(id);
    }
    if (kind == QLatin1String("label")) {
        return AuditWords::tr("Label %1").arg(id);
    }
    if (kind == QLatin1String("patient")) {
        return AuditWords::tr("Patient %1 of the records").arg(id);
    }
    if (kind == QLatin1String("doctor")) {
        return AuditWords::tr("Doctor %1 of the records").arg(id);
    }
    if (whole == QLatin1String("backup")) {
        return AuditWords::tr("Copies of the clinic's data");
    }
    if (whole == QLatin1String("clinic")) {
        return AuditWords::tr("The clinic");
    }
    if (kind == QLatin1String("visit")) {
        return AuditWords::tr("Visit %1").arg(id);
    }
    if (kind == QLatin1String("session")) {
        return AuditWords::tr("Session %1").arg(id);
    }
    if (kind == QLatin1String("parentcode")) {
        return AuditWords::tr("Parent's code %1").arg(id);
    }
    if (whole == QLatin1String("reviews")) {
        return AuditWords::tr("The reports of turns");
    }
    if (kind == QLatin1String("service")) {
        return AuditWords::tr("Service %1").arg(id);
    }
    if (kind == QLatin1String("template")) {
        return AuditWords::tr("Template %1").arg(id);
    }
    if (whole == QLatin1String("services")) {
        return AuditWords::tr("The clinic's services and agents");
    }
    if (whole == QLatin1String("templates")) {
        return AuditWords::tr("The clinic's templates");
    }
    if (whole == QLatin1String("setup")) {
        return AuditWords::tr("The clinic's connections");
    }
    if (whole == QLatin1String("desk")) {
        return AuditWords::tr("This clinic's desks");
    }
    return whole == QLatin1String("audit") ? AuditWords::tr("The audit log") : domain::isolate(whole);
}

QString when(base::Instant at)
{
    const auto local = QDateTime::fromMSecsSinceEpoch(base::toMillis(at), currentZone());
    return domain::isolate(local.toString(QStringLiteral("d.M.yyyy HH:mm:ss")));
}

QString chain(const domain::AuditState& state)
{
    const QLocale locale;
    if (state.brokenAt) {
        return AuditWords::tr("Broken: entry %1 is missing or was changed. Whole entries before it: %2.")
            .arg(domain::isolate(locale.toString(*state.brokenAt)), domain::isolate(locale.toString(state.entries)));
    }
    return state.isWhole ? AuditWords::tr("Whole: all %1 entries are as they were written.")
                               .arg(domain::isolate(locale.toString(state.entries)))
                         : QString();
}

} // namespace delpek::ui::auditwords
