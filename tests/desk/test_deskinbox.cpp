// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/rutisdesk.h"

#include "store/escalations.h"

#include <set>

using namespace delpek;
using namespace std::chrono_literals;
using desk::LocalDesk;
using desk::View;
using domain::AuthorKind;
using domain::ChannelKind;
using domain::HolderKind;
using store::Session;
using test::must;
using test::noon;

/// What staff find at the desk: patients, views and pages of the inbox and of a thread.
class TestDeskInbox : public QObject, private test::RutisDesk
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }

    void theInboxHasViews()
    {
        patient(QStringLiteral("972541110001"), QStringLiteral("agent"));
        const auto mine = patient(QStringLiteral("972541110002"), QStringLiteral("mine"));
        const auto others = patient(QStringLiteral("972541110003"), QStringLiteral("others"));
        const auto waits = patient(QStringLiteral("972541110004"), QStringLiteral("waits"));
        const auto doctors = patient(QStringLiteral("972541110005"), QStringLiteral("doctors"));
        const auto urgent = patient(QStringLiteral("972541110006"), QStringLiteral("urgent"));
        LocalDesk other(**m_store, *m_records, *m_clock, desk::Actor{QStringLiteral("Avi")});
        must(m_desk->takeOver(mine).result());
        must(other.takeOver(others).result());
        must(m_desk->release(waits).result());
        must(m_desk->doctorReply(doctors, QStringLiteral("Dr. Levi"), QStringLiteral("Rest.")).result());
        m_store->write([&](Session& session) {
            domain::Escalation escalation;
            escalation.conversation = urgent;
            escalation.urgency = domain::Urgency::Emergency;
            escalation.reason = QStringLiteral("triage.breathing");
            escalation.openedAt = noon;
            return store::Escalations(session).open(escalation);
        });

        QCOMPARE(names(View::All),
                 (QStringList{QStringLiteral("agent"), QStringLiteral("doctors"), QStringLiteral("mine"),
                              QStringLiteral("others"), QStringLiteral("urgent"), QStringLiteral("waits")}));
        QCOMPARE(names(View::Mine), QStringList{QStringLiteral("mine")});
        QVERIFY(names(View::NeedsPerson).contains(QStringLiteral("waits")));
        QVERIFY(!names(View::NeedsPerson).contains(QStringLiteral("mine")));
        QVERIFY(names(View::Agent).contains(QStringLiteral("agent")));
        QVERIFY(!names(View::Agent).contains(QStringLiteral("mine")));
        QCOMPARE(names(View::WaitingForDoctor), (QStringList{QStringLiteral("doctors"), QStringLiteral("urgent")}));
        QCOMPARE(names(View::WindowClosing), QStringList());
        m_clock->advance(22h + 1min);
        QCOMPARE(names(View::WindowClosing).size(), 6);
        m_clock->advance(2h);
        QCOMPARE(names(View::WindowClosing), QStringList());

        // What was handed back is the agent's; closing ends the escalation and hands back.
        must(m_desk->handBack(mine).result());
        QVERIFY(names(View::Agent).contains(QStringLiteral("mine")));
        QCOMPARE(must(m_desk->openEscalations().result()).size(), size_t(1));
        must(m_desk->closeEscalations(urgent).result());
        QVERIFY(must(m_desk->openEscalations().result()).empty());
        QCOMPARE(must(m_desk->escalations(urgent).result()).front().closedBy, QStringLiteral("Ruti"));
        QVERIFY(names(View::Agent).contains(QStringLiteral("urgent")));
    }

    void theInboxIsReadInPages()
    {
        for (int i = 0; i < 25; ++i) {
            patient(QStringLiteral("9725411200%1").arg(i, 2, 10, QLatin1Char('0')), QString::number(i));
            // Some share a moment.
            m_clock->advance(i % 3 == 0 ? 1s : 0s);
        }
        desk::InboxRequest request;
        request.limit = 10;
        std::vector<qint64> seen;
        for (int page = 0; page < 4; ++page) {
            const auto rows = must(m_desk->inbox(request).result());
            QCOMPARE(rows.size(), size_t(page < 2 ? 10 : page == 2 ? 5 : 0));
            for (const auto& one : rows) {
                seen.push_back(one.conversation.id.value);
            }
            if (!rows.empty()) {
                request.after = desk::Cursor{rows.back().conversation.lastActivity, rows.back().conversation.id};
            }
        }
        QCOMPARE(std::set<qint64>(seen.begin(), seen.end()).size(), size_t(25));
    }

    void aThreadIsReadInPages()
    {
        const auto id = patient();
        std::vector<qint64> all{must(m_desk->threadBefore(id, {}, 5).result()).messages.front().id.value};
        for (int i = 1; i < 25; ++i) {
            all.push_back(m_store->message(id, AuthorKind::Patient, QString::number(i), QString::number(i)).value);
        }
        const auto ids = [](const desk::ThreadPage& page) {
            std::vector<qint64> found;
            for (const auto& message : page.messages) {
                found.push_back(message.id.value);
            }
            return found;
        };
        const auto part = [&](int from, int to) { return std::vector<qint64>(all.begin() + from, all.begin() + to); };

        const auto last = must(m_desk->threadBefore(id, {}, 10).result());
        QCOMPARE(ids(last), part(15, 25));
        QVERIFY(last.hasOlder && !last.hasNewer);
        const auto middle = must(m_desk->threadBefore(id, last.messages.front().id, 10).result());
        QCOMPARE(ids(middle), part(5, 15));
        QVERIFY(middle.hasOlder && middle.hasNewer);
        const auto first = must(m_desk->threadBefore(id, middle.messages.front().id, 10).result());
        QCOMPARE(ids(first), part(0, 5));
        QVERIFY(!first.hasOlder && first.hasNewer);

        const auto next = must(m_desk->threadAfter(id, first.messages.back().id, 10).result());
        QCOMPARE(ids(next), part(5, 15));
        QVERIFY(next.hasOlder && next.hasNewer);
        const auto end = must(m_desk->threadAfter(id, next.messages.back().id, 10).result());
        QCOMPARE(ids(end), part(15, 25));
        QVERIFY(end.hasOlder && !end.hasNewer);
        QVERIFY(must(m_desk->threadAfter(id, end.messages.back().id, 10).result()).messages.empty());
    }
};

QTEST_GUILESS_MAIN(TestDeskInbox)
#include "test_deskinbox.moc"
