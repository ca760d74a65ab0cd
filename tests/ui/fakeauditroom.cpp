// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fakeauditroom.h"

namespace delpek::test
{

using desk::AuditPage;
using domain::AuditEntry;
using domain::AuditFilter;

namespace
{

const auto rivka = QStringLiteral("רבקה");
const auto dana = QStringLiteral("דנה לוי");
const auto cohen = QStringLiteral("ד״ר יעל כהן");

domain::ConversationId conversationOf(const QString& subject)
{
    return subject.startsWith(QLatin1String("conversation:"))
               ? domain::ConversationId{subject.section(QLatin1Char(':'), 1).toLongLong()}
               : domain::ConversationId{};
}

bool fits(const AuditFilter& filter, const AuditEntry& entry)
{
    const bool action =
        filter.actions.isEmpty() || std::ranges::any_of(filter.actions, [&](const QString& wanted) {
            return wanted.endsWith(QLatin1Char('.')) ? entry.action.startsWith(wanted) : entry.action == wanted;
        });
    return action && (filter.actor.isEmpty() || filter.actor == entry.actor) &&
           (!filter.from || entry.at >= *filter.from) && (!filter.to || entry.at < *filter.to) &&
           (!filter.conversation.isValid() || conversationOf(entry.subject) == filter.conversation);
}

} // namespace

FakeAuditRoom::FakeAuditRoom(std::function<std::optional<domain::Conversation>(domain::ConversationId)> find)
    : m_find(std::move(find))
{
    const auto text = [](const char* words) { return QLatin1String(words); };
    add(rivka, text("desk.signIn"), text("staff:1"));
    add(rivka, text("conversation.read"), text("conversation:1"));
    add(rivka, text("record.read"), text("conversation:1"));
    add(rivka, text("message.send"), text("conversation:1"));
    add(rivka, text("visit.move"), text("visit:203"), text("2026-03-08T09:30"));
    add(rivka, text("book.read"), text("book:2026-03-05/2026-03-05"));
    add(rivka, text("conversation.take"), text("conversation:3"));
    add(rivka, text("escalation.raise"), text("conversation:3"), text("EMERGENCY"));
    add(cohen, text("link.viewed"), text("escalation:12"), text("link:3"), std::chrono::minutes(2));
    add(cohen, text("link.reply"), text("escalation:12"), text("link:3"));
    add(rivka, text("desk.lock"), text("desk"), {}, std::chrono::minutes(20));
    add(dana, text("desk.wrongPin"), text("desk"));
    add(dana, text("desk.signIn"), text("staff:3"));
    add(dana, text("staff.change"), text("staff:5"), text("receptionist, not active"));
    add(dana, text("conversation.listed"), text("conversation:41"));
    add(dana, text("conversation.erase"), text("conversation:41"));
    add(dana, text("escalation.erased"), text("escalation:9"),
        text("DOCTOR_REQUIRED raised 2025-11-02T08:14:00Z; closed 2025-11-02T09:02:11Z by Dana"), {});
    add(dana, text("conversation.erased"), text("conversation:41"),
        text("request; messages 34, files 2, decisions 11, escalations 1, notes 1"), {});
    add(QStringLiteral("system"), text("conversation.erased"), text("conversation:38"),
        text("age; messages 8, files 0, decisions 3, escalations 0, notes 0"), std::chrono::minutes(5));
    add(QStringLiteral("patient"), text("parentcode.accepted"), text("conversation:5"), text("parentcode:4"));
    add(dana, text("quickreply.changed"), text("quickreply:6"));
    add(dana, text("audit.read"), text("audit"));
}

void FakeAuditRoom::add(const QString& actor, const QString& action, const QString& subject, const QString& detail,
                        base::Duration later)
{
    // Thursday, 5 March 2026, 07:58 in the clinic.
    const auto last = all.empty() ? base::fromMillis(1772690280000) : all.back().at;
    const qint64 number = qint64(all.size()) + 1;
    all.push_back({number, last + later, actor, action, subject, detail,
                   QStringLiteral("%1").arg(number * 2654435761, 64, 16, QLatin1Char('7'))});
}

AuditPage FakeAuditRoom::pageOf(const desk::AuditRequest& request) const
{
    AuditPage page;
    qint64 number = request.before > 0 ? request.before - 1 : qint64(all.size());
    const qint64 bottom = std::max<qint64>(0, number - reach);
    for (; number > bottom && std::ssize(page.rows) < request.limit; --number) {
        const auto& entry = all[size_t(number) - 1];
        if (fits(request.filter, entry)) {
            const auto about = conversationOf(entry.subject);
            page.rows.push_back({entry, about.isValid() ? m_find(about) : std::nullopt});
            if (entry.subject.startsWith(QLatin1String("staff:"))) {
                page.rows.back().staff = entry.subject.endsWith(QLatin1Char('1')) ? rivka : dana;
            }
        }
    }
    page.next = number > 0 ? number + 1 : 0;
    return page;
}

Future<AuditPage> FakeAuditRoom::page(const desk::AuditRequest& request)
{
    asked.push_back(request);
    if (slow) {
        m_waiting.emplace_back(request, Promise<AuditPage>());
        return m_waiting.back().second.future();
    }
    return base::ready(failure ? Result<AuditPage>(fail(*failure)) : pageOf(request));
}

void FakeAuditRoom::answer()
{
    for (auto& [request, promise] : std::exchange(m_waiting, {})) {
        promise.finish(pageOf(request));
    }
}

Future<QStringList> FakeAuditRoom::actors()
{
    const QStringList names{rivka, dana, cohen, QStringLiteral("system"), QStringLiteral("patient")};
    return base::ready(failure ? Result<QStringList>(fail(*failure)) : names);
}

Future<domain::AuditState> FakeAuditRoom::follow(const domain::AuditState& from)
{
    ++steps;
    domain::AuditState now = from;
    now.entries = std::min(from.entries + step, qint64(all.size()));
    if (brokenAt && *brokenAt <= now.entries) {
        now.entries = *brokenAt - 1;
        now.brokenAt = brokenAt;
    } else {
        now.isWhole = now.entries == qint64(all.size());
    }
    return base::ready(failure ? Result<domain::AuditState>(fail(*failure)) : now);
}

Future<qint64> FakeAuditRoom::exportTo(const QString& path)
{
    if (!failure) {
        exportedTo = path;
    }
    return base::ready(failure ? Result<qint64>(fail(*failure)) : qint64(all.size()));
}

} // namespace delpek::test
