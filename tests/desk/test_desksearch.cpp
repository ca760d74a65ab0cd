// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/rutisdesk.h"

#include <future>

using namespace delpek;
using namespace delpek::test;
using desk::HitKind;

/// What a member of staff finds by the search field.
class TestDeskSearch : public QObject, private RutisDesk
{
    Q_OBJECT

    static QString u(const char* text) { return QString::fromUtf8(text); }

    desk::SearchPage search(const QString& text) { return must(m_desk->search({text, {}, {}, {}, 50}).result()); }

    static QStringList shown(const desk::SearchPage& page)
    {
        QStringList all;
        for (const auto& hit : page.hits) {
            all.append(hit.snippet.text);
        }
        return all;
    }

    static QStringList marked(const desk::SearchHit& hit)
    {
        QStringList all;
        for (const auto& mark : hit.snippet.marks) {
            all.append(hit.snippet.text.mid(mark.begin, mark.end - mark.begin));
        }
        return all;
    }

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }

    void namesStandBeforeMessages()
    {
        const auto noa = patient(u("972541234567"), u("נועה כהן"));
        const auto dana = patient(u("972521112233"), u("דנה"));
        m_store->message(dana, AuthorKind::Staff, u("נועה מהדלפק תחזור אלייך"));
        const auto page = search(u("נועה"));
        QCOMPARE(page.hits.size(), size_t(2));
        QVERIFY(page.hits[0].kind == HitKind::Name);
        QCOMPARE(page.hits[0].conversation.id, noa);
        QVERIFY(!page.hits[0].message.isValid());
        QCOMPARE(marked(page.hits[0]), (QStringList{u("נועה")}));
        QVERIFY(page.hits[1].kind == HitKind::Message);
        QCOMPARE(page.hits[1].conversation.id, dana);
        QVERIFY(page.hits[1].message.isValid());
        QVERIFY(page.hits[1].author == AuthorKind::Staff);
        QCOMPARE(page.hits[1].at, noon);
        QVERIFY(!page.next.isValid());
        QCOMPARE(page.notYetSearchable, 0);
    }

    void numbersAreFoundInAnyFormat_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("part");
        QTest::newRow("home") << u("054-123-4567") << u("054-123-4567");
        QTest::newRow("country") << u("+972 (0)54 1234567") << u("054-123-4567");
        QTest::newRow("00972") << u("00972541234567") << u("054-123-4567");
        QTest::newRow("972") << u("972541234567") << u("054-123-4567");
        QTest::newRow("brackets") << u("(054) 1234567") << u("054-123-4567");
        QTest::newRow("points") << u(" 054.123.4567 ") << u("054-123-4567");
        QTest::newRow("middle, with a dash") << u("123-4567") << u("123-4567");
        QTest::newRow("last digits") << u("34567") << u("3-4567");
        QTest::newRow("beginning") << u("0541") << u("054-1");
    }

    void numbersAreFoundInAnyFormat()
    {
        QFETCH(QString, typed);
        QFETCH(QString, part);
        patient(u("972541234567"), u("נועה"));
        patient(u("972521112233"), u("דנה"));
        const auto page = search(typed);
        QCOMPARE(page.hits.size(), size_t(1));
        QVERIFY(page.hits[0].kind == HitKind::Phone);
        QCOMPARE(page.hits[0].snippet.text, u("054-123-4567"));
        QCOMPARE(marked(page.hits[0]), (QStringList{part}));
    }

    void aVoiceNoteIsFoundByItsTranscript()
    {
        const auto noa = patient(u("972541234567"), u("נועה"));
        const auto note = m_store->write([=](Session& session) -> Result<std::optional<domain::MessageId>> {
            domain::Message message;
            message.conversation = noa;
            message.kind = domain::MessageKind::Audio;
            message.sentAt = message.createdAt = noon;
            message.attachment = domain::Attachment{u("media-1"), u("audio/ogg"), {}, 0, true};
            message.attachment->transcript = domain::TranscriptState::Wanted;
            return store::Messages(session).add(message);
        });
        QVERIFY(search(u("סדק")).hits.empty());
        m_store->write([=](Session& session) {
            return store::Messages(session).edit(*note, u("יש לי סדק בשן"), noon).and_then([&](Done) {
                return session.execute(u("UPDATE attachment SET transcript = 'written' WHERE message = ?"),
                                       {note->value});
            });
        });
        const auto page = search(u("סדק"));
        QCOMPARE(page.hits.size(), size_t(1));
        QVERIFY(page.hits[0].kind == HitKind::Transcript);
        QCOMPARE(page.hits[0].message, *note);
    }

    void aSearchWithinAConversationGoesBothWays()
    {
        const auto noa = patient(u("972541234567"), u("שן נועה"));
        const auto dana = patient(u("972521112233"), u("דנה"));
        const auto first = m_store->message(noa, AuthorKind::Staff, u("שן ראשונה"));
        m_store->message(dana, AuthorKind::Staff, u("שן של דנה"));
        const auto second = m_store->message(noa, AuthorKind::Staff, u("שן שנייה"));
        const auto newest = must(m_desk->search({u("שן"), noa, {}, {}, 1}).result());
        QCOMPARE(shown(newest), (QStringList{u("שן שנייה")}));
        const auto older = must(m_desk->search({u("שן"), noa, second, {}, 1}).result());
        QCOMPARE(shown(older), (QStringList{u("שן ראשונה")}));
        QVERIFY(!older.next.isValid());
        const auto newer = must(m_desk->search({u("שן"), noa, {}, first, 1}).result());
        QCOMPARE(shown(newer), (QStringList{u("שן שנייה")}));
    }

    void aNewerSearchOvertakes()
    {
        patient(u("972541234567"), u("נועה"));
        // Both readers are held until all three wait.
        auto go = std::make_shared<std::promise<void>>();
        const auto gone = go->get_future().share();
        for (int i = 0; i < 2; ++i) {
            (*m_store)->read([gone](Session&) -> Result<Done> {
                gone.wait();
                return Done{};
            });
        }
        const auto old = m_desk->search({u("נוע"), {}, {}, {}, 50});
        const auto within = m_desk->search({u("נוע"), {1}, {}, {}, 50});
        const auto fresh = m_desk->search({u("נועה"), {}, {}, {}, 50});
        go->set_value();
        QCOMPARE(must(fresh.result()).hits.size(), size_t(1));
        QVERIFY(!old.result());
        QVERIFY(old.result().error().code == ErrorCode::Cancelled);
        QVERIFY(within.result());
    }

    void nothingTypedFindsNothing()
    {
        patient(u("972541234567"), u("נועה"));
        QVERIFY(search({}).hits.empty());
        QVERIFY(search(u(" \u2068\u2069")).hits.empty());
    }

    void whatIsNotYetSearchableIsSaid()
    {
        patient(u("972541234567"), u("נועה"));
        m_store->write(
            [](Session& session) { return session.execute(u("UPDATE search_fill SET messages = 7 WHERE id = 1")); });
        QCOMPARE(search(u("נועה")).notYetSearchable, 7);
    }
};

QTEST_GUILESS_MAIN(TestDeskSearch)
#include "test_desksearch.moc"
