// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/signeddesk.h"

// The book and what else stands beside the conversations. The local ones note themselves who changes what.

namespace delpek::desk
{

using domain::Appointment;
using domain::Right;

Future<DayBook> SignedBook::days(QDate first, QDate last)
{
    m_acts.noteRead(QStringLiteral("book.read"),
                    QStringLiteral("book:%1/%2").arg(first.toString(Qt::ISODate), last.toString(Qt::ISODate)));
    return m_acts.run<DayBook>(Right::See, [&](Desk& desk) { return desk.book().days(first, last); });
}

Future<std::vector<domain::Slot>> SignedBook::freeSlots(const SlotWish& wish)
{
    return m_acts.run<std::vector<domain::Slot>>(Right::See, [&](Desk& desk) { return desk.book().freeSlots(wish); });
}

Future<Appointment> SignedBook::book(const QString& patient, const domain::Slot& slot, const QString& reference,
                                     domain::ConversationId conversation)
{
    return m_acts.run<Appointment>(
        Right::KeepBook, [&](Desk& desk) { return desk.book().book(patient, slot, reference, conversation); });
}

Future<Appointment> SignedBook::move(const QString& appointment, const domain::Slot& to, const QString& reference)
{
    return m_acts.run<Appointment>(Right::KeepBook,
                                   [&](Desk& desk) { return desk.book().move(appointment, to, reference); });
}

Future<Done> SignedBook::cancel(const QString& appointment, const QString& reference)
{
    return m_acts.run<Done>(Right::KeepBook, [&](Desk& desk) { return desk.book().cancel(appointment, reference); });
}

Future<InsightsReport> SignedInsights::report(const InsightsRequest& request)
{
    return m_acts.run<InsightsReport>(Right::SeeInsights, [&](Desk& desk) { return desk.insights().report(request); });
}

Future<Health> SignedInsights::health()
{
    return m_acts.run<Health>(Right::SeeInsights, [&](Desk& desk) { return desk.insights().health(); });
}

Future<std::vector<domain::QuickReply>> SignedQuickReplies::all()
{
    return m_acts.run<std::vector<domain::QuickReply>>(Right::See,
                                                       [&](Desk& desk) { return desk.quickReplies().all(); });
}

Future<domain::ReplyFacts> SignedQuickReplies::facts(domain::ConversationId id)
{
    return m_acts.run<domain::ReplyFacts>(Right::See, [&](Desk& desk) { return desk.quickReplies().facts(id); });
}

Future<domain::QuickReplyId> SignedQuickReplies::save(const domain::QuickReply& reply)
{
    return m_acts.run<domain::QuickReplyId>(Right::Converse,
                                            [&](Desk& desk) { return desk.quickReplies().save(reply); });
}

Future<Done> SignedQuickReplies::remove(domain::QuickReplyId id)
{
    return m_acts.run<Done>(Right::Converse, [&](Desk& desk) { return desk.quickReplies().remove(id); });
}

Future<Done> SignedQuickReplies::order(const std::vector<domain::QuickReplyId>& ids)
{
    return m_acts.run<Done>(Right::Converse, [&](Desk& desk) { return desk.quickReplies().order(ids); });
}

Future<std::vector<domain::InternalNote>> SignedNotes::of(domain::ConversationId id)
{
    m_acts.noteRead(QStringLiteral("conversation.read"), QStringLiteral("conversation:%1").arg(id.value));
    return m_acts.run<std::vector<domain::InternalNote>>(Right::See, [&](Desk& desk) { return desk.notes().of(id); });
}

Future<domain::NoteId> SignedNotes::write(domain::ConversationId id, const QString& text)
{
    return m_acts.run<domain::NoteId>(Right::Converse, [&](Desk& desk) { return desk.notes().write(id, text); });
}

Future<Done> SignedNotes::remove(domain::NoteId id)
{
    return m_acts.run<Done>(Right::Converse, [&](Desk& desk) { return desk.notes().remove(id); });
}

Future<QString> SignedNotes::draft(domain::ConversationId id)
{
    return m_acts.run<QString>(Right::See, [&](Desk& desk) { return desk.notes().draft(id); });
}

/// Also while the desk is locked: what was being written is kept.
Future<Done> SignedNotes::saveDraft(domain::ConversationId id, const QString& text)
{
    const bool isLocked = m_acts.signIn().state().entry == Entry::Locked;
    return m_acts.run<Done>(isLocked ? Right::See : Right::Converse,
                            [&](Desk& desk) { return desk.notes().saveDraft(id, text); });
}

Future<std::vector<domain::Label>> SignedSorting::labels()
{
    return m_acts.run<std::vector<domain::Label>>(Right::See, [&](Desk& desk) { return desk.sorting().labels(); });
}

Future<std::vector<domain::LabelId>> SignedSorting::labelsOf(domain::ConversationId id)
{
    return m_acts.run<std::vector<domain::LabelId>>(Right::See,
                                                    [&](Desk& desk) { return desk.sorting().labelsOf(id); });
}

Future<domain::LabelId> SignedSorting::addLabel(const domain::Label& label)
{
    return m_acts.run<domain::LabelId>(Right::Converse, [&](Desk& desk) { return desk.sorting().addLabel(label); });
}

Future<Done> SignedSorting::changeLabel(const domain::Label& was, const domain::Label& to)
{
    return m_acts.run<Done>(Right::Converse, [&](Desk& desk) { return desk.sorting().changeLabel(was, to); });
}

Future<Done> SignedSorting::removeLabel(domain::LabelId id)
{
    return m_acts.run<Done>(Right::Converse, [&](Desk& desk) { return desk.sorting().removeLabel(id); });
}

Future<Sorted> SignedSorting::sort(const std::vector<domain::ConversationId>& ids, const SortAct& act)
{
    return m_acts.run<Sorted>(Right::Converse, [&](Desk& desk) { return desk.sorting().sort(ids, act); });
}

Future<int> SignedSorting::undo(const Sorted& done)
{
    return m_acts.run<int>(Right::Converse, [&](Desk& desk) { return desk.sorting().undo(done); });
}

template <typename T, typename Call>
Future<T> SignedAuditRoom::read(Call call)
{
    if (m_acts.deskFor(Right::ReadAudit)) {
        m_acts.noteRead(QStringLiteral("audit.read"), QStringLiteral("audit"));
    }
    return m_acts.run<T>(Right::ReadAudit, std::move(call));
}

Future<AuditPage> SignedAuditRoom::page(const AuditRequest& request)
{
    return read<AuditPage>([&](Desk& desk) { return desk.auditRoom().page(request); });
}

Future<QStringList> SignedAuditRoom::actors()
{
    return read<QStringList>([](Desk& desk) { return desk.auditRoom().actors(); });
}

Future<domain::AuditState> SignedAuditRoom::follow(const domain::AuditState& from)
{
    return read<domain::AuditState>([&](Desk& desk) { return desk.auditRoom().follow(from); });
}

Future<qint64> SignedAuditRoom::exportTo(const QString& path)
{
    return m_acts.launch<qint64>(Right::ReadAudit, {QStringLiteral("audit.export"), QStringLiteral("audit")},
                                 [=](Desk& desk) { return desk.auditRoom().exportTo(path); });
}

template <typename T, typename Call>
Future<T> SignedPrivacy::look(const QString& action, const QString& subject, Call call)
{
    if (m_acts.deskFor(Right::ManageClinic)) {
        m_acts.noteRead(action, subject);
    }
    return m_acts.run<T>(Right::ManageClinic, std::move(call));
}

Future<std::vector<Erasable>> SignedPrivacy::ofPhone(const QString& phone)
{
    return look<std::vector<Erasable>>(QStringLiteral("privacy.search"), QStringLiteral("desk"),
                                       [&](Desk& desk) { return desk.privacy().ofPhone(phone); });
}

Future<std::vector<Erasable>> SignedPrivacy::ofPerson(domain::ConversationId id)
{
    return look<std::vector<Erasable>>(QStringLiteral("conversation.listed"),
                                       QStringLiteral("conversation:%1").arg(id.value),
                                       [&](Desk& desk) { return desk.privacy().ofPerson(id); });
}

Future<domain::ErasedAmounts> SignedPrivacy::erase(const std::vector<domain::ConversationId>& ids)
{
    std::vector<SignedActs::Note> notes;
    for (const auto id : ids) {
        notes.push_back({QStringLiteral("conversation.erase"), QStringLiteral("conversation:%1").arg(id.value)});
    }
    return m_acts.run<domain::ErasedAmounts>(Right::ManageClinic, notes,
                                             [=](Desk& desk) { return desk.privacy().erase(ids); });
}

Future<int> SignedPrivacy::resting(int days)
{
    return m_acts.run<int>(Right::ManageClinic, [=](Desk& desk) { return desk.privacy().resting(days); });
}

Future<std::vector<domain::StaffMember>> SignedStaffRoom::all()
{
    return m_acts.run<std::vector<domain::StaffMember>>(Right::ManageClinic,
                                                        [&](Desk& desk) { return desk.staffRoom().all(); });
}

Future<domain::StaffId> SignedStaffRoom::keep(const domain::StaffMember& member, const QString& phone)
{
    return m_acts.run<domain::StaffId>(Right::ManageClinic,
                                       [&](Desk& desk) { return desk.staffRoom().keep(member, phone); });
}

Future<Done> SignedStaffRoom::setPin(domain::StaffId id, const QString& pin)
{
    return m_acts.run<Done>(Right::ManageClinic, [&](Desk& desk) { return desk.staffRoom().setPin(id, pin); });
}

Future<Done> SignedStaffRoom::changeOwnPin(const QString& old, const QString& fresh)
{
    return m_acts.run<Done>(Right::See, [&](Desk& desk) { return desk.staffRoom().changeOwnPin(old, fresh); });
}

Future<SignInRules> SignedStaffRoom::rules()
{
    return m_acts.run<SignInRules>(Right::ManageClinic, [&](Desk& desk) { return desk.staffRoom().rules(); });
}

Future<Done> SignedStaffRoom::setRules(const SignInRules& rules)
{
    return m_acts.run<Done>(Right::ManageClinic, [&](Desk& desk) { return desk.staffRoom().setRules(rules); });
}

} // namespace delpek::desk
