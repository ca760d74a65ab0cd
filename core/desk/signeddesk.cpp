// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/signeddesk.h"

#include "base/logging.h"
#include "store/auditlog.h"

namespace delpek::desk
{

using domain::Right;
using store::Session;

namespace
{

constexpr base::Duration readAgain = std::chrono::minutes(10);
/// A list stands open all day and is read with every change: once a shift.
constexpr base::Duration listedAgain = std::chrono::hours(8);

QString subject(domain::ConversationId id)
{
    return QStringLiteral("conversation:%1").arg(id.value);
}

QString subject(domain::EscalationId id)
{
    return QStringLiteral("escalation:%1").arg(id.value);
}

QString subject(domain::MessageId id)
{
    return QStringLiteral("message:%1").arg(id.value);
}

} // namespace

Result<Desk*> SignedActs::deskFor(Right right)
{
    const SignIn::State state = m_signIn.state();
    if (SignIn::mayDo(state, right)) {
        return &m_desks.of(state.person.name);
    }
    if (state.entry == Entry::SignedOut || state.entry == Entry::Locked) {
        return fail(ErrorCode::Unauthorised, QStringLiteral("nobody is signed in at this desk"),
                    QStringLiteral("staff.signIn"));
    }
    return fail(ErrorCode::Forbidden, QStringLiteral("%1 may not do this").arg(base::toText(state.person.role)),
                QStringLiteral("staff.noRight"));
}

Future<Done> SignedActs::note(const std::vector<Note>& notes)
{
    return m_store.write([notes, name = name(), now = m_clock.now()](Session& session) {
        Result<Done> noted = Done{};
        for (const Note& note : notes) {
            noted = noted.and_then([&](Done) {
                return store::AuditLog(session).append(name, note.action, note.subject, note.detail, now);
            });
        }
        return noted;
    });
}

void SignedActs::noteRead(const QString& action, const QString& subject)
{
    noteRead(action, subject, readAgain);
}

void SignedActs::noteListed(const QString& action)
{
    noteRead(action, QStringLiteral("desk"), listedAgain);
}

void SignedActs::noteRead(const QString& action, const QString& subject, base::Duration again)
{
    if (!m_signIn.mayDo(Right::See)) {
        return;
    }
    const auto now = m_clock.now();
    {
        const std::lock_guard lock(m_mutex);
        if (const QString reader = name(); reader != m_reader) {
            m_read.clear();
            m_reader = reader;
        }
        std::erase_if(m_read, [&](const auto& read) { return read.second <= now; });
        if (!m_read.try_emplace({action, subject}, now + again).second) {
            return;
        }
    }
    note({{action, subject}}).then([](const Result<Done>& noted) {
        if (!noted) {
            qCWarning(lcDesk).noquote() << "the audit log cannot be written:" << noted.error().detail;
        }
    });
}

Future<std::vector<InboxRow>> SignedDesk::inbox(const InboxRequest& request)
{
    m_acts.noteListed(QStringLiteral("inbox.listed"));
    return see<std::vector<InboxRow>>([&](Desk& desk) { return desk.inbox(request); });
}

Future<SearchPage> SignedDesk::search(const SearchRequest& request)
{
    m_acts.noteRead(QStringLiteral("desk.search"), QStringLiteral("desk"));
    return see<SearchPage>([&](Desk& desk) { return desk.search(request); });
}

Future<domain::Conversation> SignedDesk::conversation(domain::ConversationId id)
{
    m_acts.noteRead(QStringLiteral("conversation.read"), subject(id));
    return see<domain::Conversation>([&](Desk& desk) { return desk.conversation(id); });
}

Future<ThreadPage> SignedDesk::threadBefore(domain::ConversationId id, domain::MessageId before, int limit)
{
    m_acts.noteRead(QStringLiteral("conversation.read"), subject(id));
    return see<ThreadPage>([&](Desk& desk) { return desk.threadBefore(id, before, limit); });
}

Future<ThreadPage> SignedDesk::threadAfter(domain::ConversationId id, domain::MessageId after, int limit)
{
    m_acts.noteRead(QStringLiteral("conversation.read"), subject(id));
    return see<ThreadPage>([&](Desk& desk) { return desk.threadAfter(id, after, limit); });
}

Future<domain::Message> SignedDesk::message(domain::MessageId id)
{
    const auto read = see<domain::Message>([&](Desk& desk) { return desk.message(id); });
    return m_acts.noteReadOf(read, QStringLiteral("conversation.read"),
                           [](const domain::Message& message) { return subject(message.conversation); });
}

Future<domain::Message> SignedDesk::quoted(domain::MessageId id)
{
    const auto read = see<domain::Message>([&](Desk& desk) { return desk.quoted(id); });
    return m_acts.noteReadOf(read, QStringLiteral("conversation.read"),
                           [](const domain::Message& message) { return subject(message.conversation); });
}

Future<QStringList> SignedDesk::earlierTexts(domain::MessageId id)
{
    m_acts.noteRead(QStringLiteral("conversation.read"), subject(id));
    return see<QStringList>([&](Desk& desk) { return desk.earlierTexts(id); });
}

Future<QByteArray> SignedDesk::attachmentBytes(domain::MessageId id)
{
    m_acts.noteRead(QStringLiteral("file.read"), subject(id));
    return see<QByteArray>([&](Desk& desk) { return desk.attachmentBytes(id); });
}

Future<std::vector<domain::Decision>> SignedDesk::decisions(domain::ConversationId id, domain::DecisionId before,
                                                            int limit)
{
    m_acts.noteRead(QStringLiteral("conversation.read"), subject(id));
    return see<std::vector<domain::Decision>>([&](Desk& desk) { return desk.decisions(id, before, limit); });
}

Future<std::vector<domain::Escalation>> SignedDesk::escalations(domain::ConversationId id)
{
    m_acts.noteRead(QStringLiteral("conversation.read"), subject(id));
    return see<std::vector<domain::Escalation>>([&](Desk& desk) { return desk.escalations(id); });
}

/// A desk at which nobody sits calls, too: that something waits, how urgent and since when.
Future<std::vector<domain::Escalation>> SignedDesk::openEscalations()
{
    if (signIn().state().entry != Entry::SignedOut) {
        m_acts.noteListed(QStringLiteral("escalation.listed"));
        return see<std::vector<domain::Escalation>>([&](Desk& desk) { return desk.openEscalations(); });
    }
    return m_host.openEscalations().then([](const Result<std::vector<domain::Escalation>>& read) {
        return read.map([](const std::vector<domain::Escalation>& open) {
            std::vector<domain::Escalation> bare;
            for (const auto& escalation : open) {
                domain::Escalation& one = bare.emplace_back();
                one.id = escalation.id;
                one.urgency = escalation.urgency;
                one.openedAt = escalation.openedAt;
                one.since = escalation.since;
                one.dueAt = escalation.dueAt;
                one.acknowledgedAt = escalation.acknowledgedAt;
                one.answeredAt = escalation.answeredAt;
            }
            return bare;
        });
    });
}

Future<std::vector<domain::Escalation>> SignedDesk::closedEscalations(int limit)
{
    m_acts.noteListed(QStringLiteral("escalation.listed"));
    return see<std::vector<domain::Escalation>>([&](Desk& desk) { return desk.closedEscalations(limit); });
}

Future<domain::EscalationCard> SignedDesk::escalationCard(domain::EscalationId id)
{
    m_acts.noteRead(QStringLiteral("escalation.view"), subject(id));
    return see<domain::EscalationCard>([&](Desk& desk) { return desk.escalationCard(id); });
}

Future<QStringList> SignedDesk::channelFaults()
{
    return m_host.channelFaults();
}

Future<ComposerState> SignedDesk::composer(domain::ConversationId id)
{
    if (const auto may = m_acts.deskFor(Right::Converse); !may && may.error().code == ErrorCode::Forbidden) {
        ComposerState readOnly;
        readOnly.canSendText = false;
        readOnly.reason = QStringLiteral("staff.readOnly");
        return base::ready(Result<ComposerState>(readOnly));
    }
    return see<ComposerState>([&](Desk& desk) { return desk.composer(id); });
}

Future<PatientSide> SignedDesk::patientSide(domain::ConversationId id)
{
    m_acts.noteRead(QStringLiteral("record.read"), subject(id));
    return see<PatientSide>([&](Desk& desk) { return desk.patientSide(id); });
}

Future<Done> SignedDesk::takeOver(domain::ConversationId id)
{
    return m_acts.run<Done>(Right::Converse, {QStringLiteral("conversation.take"), subject(id)},
                            [=](Desk& desk) { return desk.takeOver(id); });
}

Future<Done> SignedDesk::handBack(domain::ConversationId id)
{
    return m_acts.run<Done>(Right::Converse, {QStringLiteral("conversation.handBack"), subject(id)},
                            [=](Desk& desk) { return desk.handBack(id); });
}

Future<Done> SignedDesk::release(domain::ConversationId id)
{
    return m_acts.run<Done>(Right::Converse, {QStringLiteral("conversation.release"), subject(id)},
                            [=](Desk& desk) { return desk.release(id); });
}

Future<Done> SignedDesk::setMode(domain::ConversationId id, domain::Mode mode)
{
    return m_acts.run<Done>(Right::Converse, {QStringLiteral("conversation.mode"), subject(id), base::toText(mode)},
                            [=](Desk& desk) { return desk.setMode(id, mode); });
}

Future<domain::MessageId> SignedDesk::reply(domain::ConversationId id, const QString& text)
{
    return m_acts.run<domain::MessageId>(Right::Converse, {QStringLiteral("message.send"), subject(id)},
                                         [=](Desk& desk) { return desk.reply(id, text); });
}

Future<domain::MessageId> SignedDesk::doctorReply(domain::ConversationId id, const QString& doctorName,
                                                  const QString& text)
{
    return m_acts.run<domain::MessageId>(Right::AnswerAsDoctor,
                                         {QStringLiteral("message.sendAsDoctor"), subject(id), doctorName},
                                         [=](Desk& desk) { return desk.doctorReply(id, doctorName, text); });
}

Future<domain::MessageId> SignedDesk::send(domain::ConversationId id, const Parcel& parcel)
{
    return m_acts.run<domain::MessageId>(Right::Converse, {QStringLiteral("message.send"), subject(id)},
                                         [=](Desk& desk) { return desk.send(id, parcel); });
}

Future<FileContent> SignedDesk::voiceNote(const domain::Recording& recording)
{
    return m_acts.run<FileContent>(Right::Converse, [&](Desk& desk) { return desk.voiceNote(recording); });
}

Future<Done> SignedDesk::checkFile(domain::ConversationId id, const FileContent& file)
{
    return m_acts.run<Done>(Right::Converse, [&](Desk& desk) { return desk.checkFile(id, file); });
}

Future<domain::MessageId> SignedDesk::sendFile(domain::ConversationId id, const FileContent& file,
                                               const QString& caption)
{
    return m_acts.run<domain::MessageId>(Right::Converse, {QStringLiteral("message.send"), subject(id)},
                                         [=](Desk& desk) { return desk.sendFile(id, file, caption); });
}

Future<domain::MessageId> SignedDesk::sendPlace(domain::ConversationId id)
{
    return m_acts.run<domain::MessageId>(Right::Converse, {QStringLiteral("message.send"), subject(id)},
                                         [=](Desk& desk) { return desk.sendPlace(id); });
}

Future<std::vector<TemplateChoice>> SignedDesk::templates(domain::ConversationId id)
{
    return see<std::vector<TemplateChoice>>([&](Desk& desk) { return desk.templates(id); });
}

Future<QString> SignedDesk::templateText(const domain::TemplateUse& use)
{
    return see<QString>([&](Desk& desk) { return desk.templateText(use); });
}

Future<domain::MessageId> SignedDesk::sendTemplate(domain::ConversationId id, const domain::TemplateUse& use,
                                                   const QString& readsAs)
{
    return m_acts.run<domain::MessageId>(Right::Converse, {QStringLiteral("message.send"), subject(id)},
                                         [=](Desk& desk) { return desk.sendTemplate(id, use, readsAs); });
}

Future<std::vector<HeldSend>> SignedDesk::heldSends()
{
    return see<std::vector<HeldSend>>([&](Desk& desk) { return desk.heldSends(); });
}

Future<TakenBack> SignedDesk::takeBack(domain::MessageId id)
{
    return m_acts.run<TakenBack>(Right::Converse, {QStringLiteral("message.takeBack"), subject(id)},
                                 [=](Desk& desk) { return desk.takeBack(id); });
}

Future<domain::MessageId> SignedDesk::sendAgain(domain::MessageId id)
{
    return m_acts.run<domain::MessageId>(Right::Converse, {QStringLiteral("message.sendAgain"), subject(id)},
                                         [=](Desk& desk) { return desk.sendAgain(id); });
}

Future<Done> SignedDesk::confirmArrived(domain::MessageId id)
{
    return m_acts.run<Done>(Right::Converse, {QStringLiteral("message.arrived"), subject(id)},
                            [=](Desk& desk) { return desk.confirmArrived(id); });
}

Future<Done> SignedDesk::acknowledge(domain::EscalationId id)
{
    return m_acts.run<Done>(Right::Escalate, {QStringLiteral("escalation.acknowledge"), subject(id)},
                            [=](Desk& desk) { return desk.acknowledge(id); });
}

Future<domain::EscalationId> SignedDesk::raiseEscalation(domain::ConversationId id, domain::Urgency urgency,
                                                         const QString& reason)
{
    return m_acts.run<domain::EscalationId>(Right::Escalate,
                                            {QStringLiteral("escalation.raise"), subject(id), base::toText(urgency)},
                                            [=](Desk& desk) { return desk.raiseEscalation(id, urgency, reason); });
}

Future<domain::MessageId> SignedDesk::answerEscalation(domain::EscalationId id, const QString& doctorName,
                                                       const QString& text)
{
    return m_acts.run<domain::MessageId>(Right::AnswerAsDoctor,
                                         {QStringLiteral("escalation.reply"), subject(id), doctorName},
                                         [=](Desk& desk) { return desk.answerEscalation(id, doctorName, text); });
}

Future<domain::MessageId> SignedDesk::answerWithFile(domain::EscalationId id, const QString& doctorName,
                                                     const FileContent& file, const QString& text)
{
    return m_acts.run<domain::MessageId>(Right::AnswerAsDoctor,
                                         {QStringLiteral("escalation.reply"), subject(id), doctorName},
                                         [=](Desk& desk) { return desk.answerWithFile(id, doctorName, file, text); });
}

Future<QString> SignedDesk::answerFault(domain::ConversationId id)
{
    return see<QString>([&](Desk& desk) { return desk.answerFault(id); });
}

Future<Done> SignedDesk::promiseCall(domain::EscalationId id, const QString& doctorName)
{
    return m_acts.run<Done>(Right::AnswerAsDoctor, {QStringLiteral("escalation.promiseCall"), subject(id), doctorName},
                            [=](Desk& desk) { return desk.promiseCall(id, doctorName); });
}

Future<Done> SignedDesk::lowerEscalation(domain::EscalationId id, domain::Urgency urgency, const QString& reason)
{
    return m_acts.run<Done>(Right::CloseEscalation,
                            {QStringLiteral("escalation.lower"), subject(id), base::toText(urgency)},
                            [=](Desk& desk) { return desk.lowerEscalation(id, urgency, reason); });
}

Future<Done> SignedDesk::closeEscalation(domain::EscalationId id, const QString& reason)
{
    return m_acts.run<Done>(Right::CloseEscalation, {QStringLiteral("escalation.close"), subject(id)},
                            [=](Desk& desk) { return desk.closeEscalation(id, reason); });
}

Future<Done> SignedDesk::reopenEscalation(domain::EscalationId id, const QString& reason)
{
    return m_acts.run<Done>(Right::Escalate, {QStringLiteral("escalation.reopen"), subject(id)},
                            [=](Desk& desk) { return desk.reopenEscalation(id, reason); });
}

Future<QString> SignedDesk::resumeBrief(domain::EscalationId id)
{
    return see<QString>([&](Desk& desk) { return desk.resumeBrief(id); });
}

Future<Done> SignedDesk::handBackWithBrief(domain::ConversationId id, const QString& brief)
{
    return m_acts.run<Done>(Right::Converse, {QStringLiteral("conversation.handBack"), subject(id)},
                            [=](Desk& desk) { return desk.handBackWithBrief(id, brief); });
}

Future<Done> SignedDesk::fileEscalation(domain::EscalationId id, const QString& patient)
{
    return m_acts.run<Done>(Right::Escalate, {QStringLiteral("escalation.file"), subject(id)},
                            [=](Desk& desk) { return desk.fileEscalation(id, patient); });
}

Future<Done> SignedDesk::noteConsent(domain::ConversationId id, bool given)
{
    return m_acts.run<Done>(
        Right::Converse,
        {QStringLiteral("consent.note"), subject(id), given ? QStringLiteral("yes") : QStringLiteral("no")},
        [=](Desk& desk) { return desk.noteConsent(id, given); });
}

Future<Done> SignedDesk::closeEscalations(domain::ConversationId id)
{
    return m_acts.run<Done>(Right::CloseEscalation, {QStringLiteral("escalation.closeAll"), subject(id)},
                            [=](Desk& desk) { return desk.closeEscalations(id); });
}

Future<Done> SignedDesk::markSeen(domain::ConversationId id)
{
    return m_acts.run<Done>(Right::Converse, [&](Desk& desk) { return desk.markSeen(id); });
}

Future<QString> SignedDesk::draft(domain::ConversationId id)
{
    return see<QString>([&](Desk& desk) { return desk.draft(id); });
}

/// Also while the desk is locked: what was being written is kept.
Future<Done> SignedDesk::saveDraft(domain::ConversationId id, const QString& text)
{
    const bool isLocked = signIn().state().entry == Entry::Locked;
    return m_acts.run<Done>(isLocked ? Right::See : Right::Converse,
                            [&](Desk& desk) { return desk.saveDraft(id, text); });
}

domain::Subscription SignedDesk::subscribe(domain::ChangeCallback callback)
{
    return m_host.subscribe(std::move(callback));
}

} // namespace delpek::desk
