// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/rutisdesk.h"

#include "desk/notes.h"
#include "store/auditlog.h"

using namespace delpek;
using desk::HitKind;
using domain::InternalNote;
using store::Session;
using test::must;
using test::noon;

/// Internal notes of a desk on a real store: seen by staff, never by anybody else.
class TestDeskNotes : public QObject, private test::RutisDesk
{
    Q_OBJECT

    std::vector<InternalNote> notes(domain::ConversationId id) { return must(m_desk->notes().of(id).result()); }

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }

    void whoAndWhenAndWhere()
    {
        const auto id = patient();
        const auto message = m_store->reload(id).lastMessage;
        m_clock->advance(std::chrono::minutes(5));
        must(m_desk->notes().write(id, QStringLiteral("  Prefers mornings \n")).result());
        const auto all = notes(id);
        QCOMPARE(all.size(), size_t(1));
        QCOMPARE(all[0].author, QStringLiteral("Ruti"));
        QCOMPARE(all[0].text, QStringLiteral("Prefers mornings"));
        QCOMPARE(all[0].writtenAt, noon + std::chrono::minutes(5));
        QCOMPARE(all[0].after, message);
    }

    void nothingOfItIsAMessage()
    {
        const auto id = patient();
        const auto before = m_store->reload(id);
        must(m_desk->notes().write(id, QStringLiteral("secret")).result());
        const auto after = m_store->reload(id);
        QCOMPARE(after.epoch, before.epoch);
        QCOMPARE(after.preview, before.preview);
        QCOMPARE(after.lastActivity, before.lastActivity);
        QVERIFY(after.holder == before.holder);
        const auto page = must(m_desk->threadBefore(id, {}, 10).result());
        QCOMPARE(page.messages.size(), size_t(1));
        QVERIFY(must(m_desk->heldSends().result()).empty());
        const auto queued = m_store->read([](Session& session) -> Result<qint64> {
            auto rows = session.run(QStringLiteral("SELECT count(*) FROM outbox"));
            if (!rows) {
                return fail(rows.error());
            }
            return rows->next() ? rows->integer(0) : -1;
        });
        QCOMPARE(queued, 0);
        // What an agent is told when it gets the conversation back is drafted out of messages.
        const auto raised =
            must(m_desk->raiseEscalation(id, domain::Urgency::DoctorRequired, QStringLiteral("asks")).result());
        must(m_desk->reply(id, QStringLiteral("We will call you on Sunday.")).result());
        must(m_desk->notes().write(id, QStringLiteral("secret again")).result());
        const QString brief = must(m_desk->resumeBrief(raised).result());
        QVERIFY(brief.contains(QStringLiteral("Sunday")));
        QVERIFY(!brief.contains(QStringLiteral("secret")));
    }

    void whatCannotBeANote_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("key");
        QTest::newRow("empty") << QStringLiteral(" \n ") << QStringLiteral("note.empty");
        QTest::newRow("too long") << QString(4001, QLatin1Char('x')) << QStringLiteral("note.tooLong");
    }

    void whatCannotBeANote()
    {
        QFETCH(QString, text);
        const auto id = patient();
        const auto refused = m_desk->notes().write(id, text).result();
        QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
        QTEST(refused.error().key, "key");
        QVERIFY(notes(id).empty());
        QVERIFY(m_desk->notes().write(id, QString(4000, QLatin1Char('x'))).result());
    }

    void onlyWhoWroteItDeletesIt()
    {
        const auto id = patient();
        const auto note = must(m_desk->notes().write(id, QStringLiteral("mine")).result());
        desk::LocalDesk other(**m_store, *m_records, *m_clock, desk::Actor{QStringLiteral("Dana")});
        const auto refused = other.notes().remove(note).result();
        QCOMPARE(refused.error().code, ErrorCode::Forbidden);
        QCOMPARE(refused.error().key, QStringLiteral("note.notYours"));
        QCOMPARE(notes(id).size(), size_t(1));
        must(m_desk->notes().remove(note).result());
        QVERIFY(notes(id).empty());
        QCOMPARE(m_desk->notes().remove(note).result().error().code, ErrorCode::NotFound);
        QCOMPARE(m_desk->notes().write({99}, QStringLiteral("x")).result().error().code, ErrorCode::NotFound);
    }

    void whatWasBegunIsKeptForItsWriter()
    {
        const auto id = patient();
        must(m_desk->notes().saveDraft(id, QStringLiteral("half")).result());
        must(m_desk->notes().saveDraft(id, QStringLiteral("half a note")).result());
        must(m_desk->saveDraft(id, QStringLiteral("a message")).result());
        desk::LocalDesk other(**m_store, *m_records, *m_clock, desk::Actor{QStringLiteral("Dana")});
        QCOMPARE(must(m_desk->notes().draft(id).result()), QStringLiteral("half a note"));
        QCOMPARE(must(other.notes().draft(id).result()), QString());
        QVERIFY(notes(id).empty());
        // Who writes another note has not finished somebody else's.
        must(other.notes().saveDraft(id, QStringLiteral("hers")).result());
        must(m_desk->notes().write(id, QStringLiteral("half a note")).result());
        QCOMPARE(must(m_desk->notes().draft(id).result()), QString());
        QCOMPARE(must(other.notes().draft(id).result()), QStringLiteral("hers"));
        QCOMPARE(must(m_desk->draft(id).result()), QStringLiteral("a message"));
        // What is refused stays begun.
        must(m_desk->notes().saveDraft(id, QStringLiteral("long")).result());
        QVERIFY(!m_desk->notes().write(id, QString(4001, QLatin1Char('x'))).result());
        QCOMPARE(must(m_desk->notes().draft(id).result()), QStringLiteral("long"));
    }

    void theAuditLogHasNoWords()
    {
        const auto id = patient();
        const auto note = must(m_desk->notes().write(id, QStringLiteral("secret")).result());
        must(m_desk->notes().remove(note).result());
        QStringList lines;
        for (const auto& entry : m_store->read([](Session& session) { return store::AuditLog(session).after(0, 9); })) {
            lines << QStringList{entry.actor, entry.action, entry.subject, entry.detail}.join(QLatin1Char(' '));
        }
        const QString rest = QStringLiteral(" conversation:%1 note:%2").arg(id.value).arg(note.value);
        QCOMPARE(lines,
                 (QStringList{QStringLiteral("Ruti note.written") + rest, QStringLiteral("Ruti note.removed") + rest}));
    }

    void searchFindsThemBesideTheMessages()
    {
        const auto id = patient(QStringLiteral("972541234567"), QStringLiteral("Noa"));
        must(m_desk->notes().write(id, QStringLiteral("Says hello to everybody")).result());
        const auto page = must(m_desk->search({QStringLiteral("hello"), {}, {}, {}, 50}).result());
        QCOMPARE(page.hits.size(), size_t(2));
        QVERIFY(page.hits[0].kind == HitKind::Note);
        QCOMPARE(page.hits[0].authorName, QStringLiteral("Ruti"));
        QCOMPARE(page.hits[0].message, m_store->reload(id).lastMessage);
        QCOMPARE(page.hits[0].snippet.marks.size(), size_t(1));
        QVERIFY(page.hits[1].kind == HitKind::Message);
        // From place to place in a conversation it goes by messages.
        const auto within = must(m_desk->search({QStringLiteral("hello"), id, {}, {}, 50}).result());
        QCOMPARE(within.hits.size(), size_t(1));
        QVERIFY(within.hits[0].kind == HitKind::Message);
    }
};

QTEST_GUILESS_MAIN(TestDeskNotes)
#include "test_desknotes.moc"
