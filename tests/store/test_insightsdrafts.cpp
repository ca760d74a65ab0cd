// SPDX-License-Identifier: GPL-3.0-or-later
#include "engines.h"

#include "domain/localtime.h"
#include "store/agentdrafts.h"
#include "store/insights.h"

using namespace delpek;
using namespace delpek::test;
using namespace std::chrono_literals;
using store::Session;

/// What became of the agent's drafts, as the page Insights counts it.
class TestInsightsDrafts : public QObject
{
    Q_OBJECT

    Engines m_engines;
    const QTimeZone israel{"Asia/Jerusalem"};

    TestStore open()
    {
        QFETCH_GLOBAL(bool, postgres);
        return TestStore(m_engines.newLocation(postgres));
    }
    store::InsightsFound figures(TestStore& store, QDate day) const
    {
        const auto spans = store::daysIn(day, day, israel);
        return store.read([=](Session& session) { return store::Insights(session).figures(spans); });
    }

private Q_SLOTS:
    void initTestCase_data() { eachEngine(); }

    void draftsThatWentOutAreCounted()
    {
        auto store = open();
        const auto id = store.conversation().id;
        const auto noon = domain::toInstant({QDate(2026, 3, 4), QTime(12, 0)}, israel);
        for (const char* sent : {"We are at Herzl 12", "We are at Herzl 12 ", "Herzl 12, first floor"}) {
            store.write([&](Session& session) -> Result<Done> {
                domain::Message message;
                message.conversation = id;
                message.author = domain::AuthorKind::Staff;
                message.text = QString::fromLatin1(sent);
                message.sentAt = message.createdAt = noon + 1min;
                message.delivery = domain::DeliveryState::Sent;
                const auto added = store::Messages(session).add(message);
                if (!added) {
                    return fail(added.error());
                }
                domain::AgentDraft draft;
                draft.conversation = id;
                draft.state = domain::AgentDraftState::Taken;
                draft.takenBy = QStringLiteral("Ruti");
                draft.text = QStringLiteral("We are at Herzl 12");
                store::AgentDrafts drafts(session);
                return drafts.put(draft, domain::Asks::Nothing, nullptr).and_then([&](domain::AgentDraftId) {
                    return drafts.settle(id, QStringLiteral("Ruti"), **added, QString::fromLatin1(sent));
                });
            });
        }
        const auto found = figures(store, QDate(2026, 3, 4));
        QCOMPARE(found.total.draftsSent, 3);
        QCOMPARE(found.total.draftsAsWritten, 2);
        QCOMPARE(found.days.size(), size_t(1));
        QCOMPARE(found.days.front().figures.draftsSent, 3);
        QCOMPARE(found.channels.front().figures.draftsAsWritten, 2);
        QCOMPARE(figures(store, QDate(2026, 3, 5)).total.draftsSent, 0);
    }
};

QTEST_GUILESS_MAIN(TestInsightsDrafts)
#include "test_insightsdrafts.moc"
