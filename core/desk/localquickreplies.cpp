// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/localquickreplies.h"

#include "store/auditlog.h"
#include "store/quickreplies.h"

#include <QLocale>

namespace delpek::desk
{

namespace
{

using domain::QuickReply;
using domain::QuickReplyId;
using domain::ReplyField;
using store::Session;

Result<Done> noteReply(Session& session, const QString& by, const char* action, QuickReplyId id, base::Instant now)
{
    return store::AuditLog(session).append(by, QLatin1String(action), QStringLiteral("quickreply:%1").arg(id.value),
                                           QString(), now);
}

/// "יום ראשון, 8.3, בשעה 09:00", "Sunday, 8 March at 09:00".
domain::Bilingual visitText(const domain::LocalTime& start)
{
    const QString time = start.time.toString(QStringLiteral("HH:mm"));
    const QString day = QLocale(QLocale::Hebrew, QLocale::Israel).dayName(start.date.dayOfWeek());
    return {QStringLiteral("%1, %2, בשעה %3").arg(day, start.date.toString(QStringLiteral("d.M")), time),
            QStringLiteral("%1 at %2").arg(QLocale::c().toString(start.date, QStringLiteral("dddd, d MMMM")), time)};
}

} // namespace

domain::ReplyFacts replyFacts(const KnownFacts& known, const QString& staff)
{
    domain::ReplyFacts facts;
    facts[ReplyField::Me] = {staff, staff};
    if (known.clinic) {
        facts[ReplyField::Clinic] = known.clinic->name;
        facts[ReplyField::Phone] = {known.clinic->phone, known.clinic->phone};
        facts[ReplyField::Address] = known.clinic->address;
    }
    if (known.patient) {
        facts[ReplyField::Patient] = known.patient->name;
    }
    if (known.nextVisit) {
        facts[ReplyField::NextVisit] = visitText(known.nextVisit->start);
    }
    if (known.doctor) {
        facts[ReplyField::Doctor] = known.doctor->name;
    }
    return facts;
}

LocalQuickReplies::LocalQuickReplies(store::Store& store, base::Clock& clock, QString staff, Facts facts,
                                     std::vector<QuickReply> first)
    : m_store(store)
    , m_clock(clock)
    , m_staff(std::move(staff))
    , m_factsOf(std::move(facts))
    , m_first(std::move(first))
{
}

Future<std::vector<QuickReply>> LocalQuickReplies::all()
{
    if (m_first.empty() || *m_begun) {
        return m_store.read([](Session& session) { return store::QuickReplies(session).all(); });
    }
    return m_store
        .write([first = m_first](Session& session) {
            store::QuickReplies replies(session);
            return replies.begin(first).and_then([&](bool) { return replies.all(); });
        })
        .then([begun = m_begun](const Result<std::vector<QuickReply>>& all) {
            *begun = all.has_value();
            return all;
        });
}

Future<domain::ReplyFacts> LocalQuickReplies::facts(domain::ConversationId id)
{
    return m_factsOf(id).then([staff = m_staff](const Result<KnownFacts>& known) {
        return known.map([&](const KnownFacts& facts) { return replyFacts(facts, staff); });
    });
}

Future<QuickReplyId> LocalQuickReplies::save(const QuickReply& reply)
{
    QuickReply kept = reply;
    for (QString* words : {&kept.name.he, &kept.name.en, &kept.text.he, &kept.text.en}) {
        *words = words->trimmed();
    }
    if (const QString fault = domain::quickReplyFault(kept); !fault.isEmpty()) {
        return base::ready<QuickReplyId>(
            fail(ErrorCode::InvalidInput, QStringLiteral("the quick reply cannot be kept"), fault));
    }
    return m_store.write([kept, by = m_staff, now = m_clock.now()](Session& session) -> Result<QuickReplyId> {
        store::QuickReplies replies(session);
        const auto id = kept.id.isValid() ? replies.change(kept).map([&](Done) { return kept.id; }) : replies.add(kept);
        if (!id) {
            return id;
        }
        const char* action = kept.id.isValid() ? "quickreply.changed" : "quickreply.added";
        return noteReply(session, by, action, *id, now).map([&](Done) { return *id; });
    });
}

Future<Done> LocalQuickReplies::remove(QuickReplyId id)
{
    return m_store.write([id, by = m_staff, now = m_clock.now()](Session& session) {
        return store::QuickReplies(session).remove(id).and_then(
            [&](Done) { return noteReply(session, by, "quickreply.removed", id, now); });
    });
}

Future<Done> LocalQuickReplies::order(const std::vector<QuickReplyId>& ids)
{
    return m_store.write([ids](Session& session) { return store::QuickReplies(session).order(ids); });
}

} // namespace delpek::desk
