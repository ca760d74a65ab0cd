// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/webchat/streamhub.h"

#include "base/await.h"
#include "base/json.h"
#include "store/conversations.h"
#include "store/messages.h"
#include "store/outbox.h"

#include <QTest>

using namespace delpek;
using namespace delpek::api::webchat;
using domain::AuthorKind;
using domain::DeliveryState;
using domain::MessageId;

namespace
{

const QString account = QStringLiteral("site");
const QString dana = QStringLiteral("dana");
const QString noa = QStringLiteral("noa");
const QString here = QStringLiteral("127.0.0.1");
const base::Instant noon = base::fromMillis(1'772'600'000'000);

/// The reading end of a stream, as a connection has it; what it has taken counts as written at once.
class Reader
{
public:
    explicit Reader(std::shared_ptr<http::EventStream> stream)
        : m_stream(std::move(stream))
    {
    }

    void read()
    {
        auto batch = m_stream->take();
        m_text += batch.bytes;
        for (const auto& written : batch.written) {
            written(true);
        }
        m_isOver = m_isOver || batch.isLast;
    }

    /// The messages told so far, as "id:text".
    QStringList messages()
    {
        read();
        QStringList told;
        for (const QByteArray& event : m_text.split('\n')) {
            if (event.startsWith("data: {\"at\"")) {
                const auto json = base::parseJson(event.mid(6)).value();
                told << base::textAt(json, "text");
            }
        }
        return told;
    }

    QByteArray text()
    {
        read();
        return m_text;
    }

    /// The highest id the page would show at its next connect.
    QByteArray lastId()
    {
        read();
        const qsizetype at = m_text.lastIndexOf("id: ");
        return at < 0 ? QByteArray() : m_text.mid(at + 4, m_text.indexOf('\n', at) - at - 4);
    }

    bool hears(const QStringList& expected)
    {
        const bool heard = QTest::qWaitFor([&] { return messages() == expected; }, 5000);
        if (!heard) {
            qWarning() << "told" << messages();
        }
        return heard;
    }

    bool hasState(const QByteArray& state)
    {
        return QTest::qWaitFor(
            [&] {
                read();
                const qsizetype at = m_text.lastIndexOf("event: state\ndata: ");
                return at >= 0 && m_text.mid(at).contains(state);
            },
            5000);
    }

    bool isOver()
    {
        return QTest::qWaitFor(
            [&] {
                read();
                return m_isOver;
            },
            5000);
    }

    void close() { m_stream.reset(); }

private:
    std::shared_ptr<http::EventStream> m_stream;
    QByteArray m_text;
    bool m_isOver = false;
};

} // namespace

/// What an event stream tells a visitor, read from a real store.
class TestWebChatStreams : public QObject
{
    Q_OBJECT

    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<StreamHub> m_hub;
    QStringList m_reported;
    int m_number = 0;

    template <typename Work>
    auto write(Work work)
    {
        return base::await(m_store->write(work)).value();
    }

    domain::ConversationId conversation(const QString& user)
    {
        return write([user](store::Session& session) {
            domain::Sender sender;
            sender.address = {domain::ChannelKind::WebChat, account, user};
            return store::Conversations(session).findOrCreate(sender, noon).map([](const auto& found) {
                return found.id;
            });
        });
    }

    MessageId said(const QString& user, const QString& text, AuthorKind author = AuthorKind::Patient,
                   DeliveryState delivery = DeliveryState::None, std::optional<domain::Attachment> file = {},
                   std::optional<domain::Place> place = {})
    {
        domain::Message message;
        message.conversation = conversation(user);
        message.author = author;
        message.text = text;
        message.providerId = author == AuthorKind::Patient ? QStringLiteral("in:%1").arg(++m_number) : QString();
        message.createdAt = message.sentAt = noon;
        message.delivery = delivery;
        message.attachment = std::move(file);
        message.place = std::move(place);
        return write([message](store::Session& session) -> Result<MessageId> {
            const auto id = store::Messages(session).add(message);
            if (!id || !*id) {
                return fail(ErrorCode::Internal, QStringLiteral("not added"));
            }
            if (!message.isIncoming()) {
                store::OutboxRow row;
                row.conversation = message.conversation;
                row.message = **id;
                row.fence = store::Fence::None;
                row.reference = message.text;
                row.nextAttempt = noon;
                if (const auto added = store::Outbox(session).add(row); !added) {
                    return fail(added.error());
                }
            }
            return **id;
        });
    }

    MessageId answered(const QString& user, const QString& text, DeliveryState delivery = DeliveryState::Queued)
    {
        return said(user, text, AuthorKind::Agent, delivery);
    }

    void advance(MessageId id, DeliveryState state)
    {
        write([id, state](store::Session& session) { return store::Messages(session).advanceDelivery(id, state); });
    }

    Reader open(const QString& user, std::optional<MessageId> after = std::nullopt, const QString& caller = here)
    {
        return Reader(m_hub->open(user, caller, after).value());
    }

private Q_SLOTS:
    void init()
    {
        m_reported.clear();
        m_store = store::Store::open({QStringLiteral("sqlite:")}).value();
        m_hub = std::make_unique<StreamHub>(*m_store, account, StreamLimits{10, 6, 3},
                                            [this](const QStringList& references) { m_reported += references; });
    }
    void cleanup()
    {
        m_hub.reset();
        m_store.reset();
    }

    void tellsTheFirstMessageOfSomebodyNew()
    {
        auto reader = open(dana);
        said(noa, QStringLiteral("not hers"));
        said(dana, QStringLiteral("first"));
        QVERIFY(reader.hears({QStringLiteral("first")}));
    }

    /// What the page needs to show a file; where it lies is nobody's business.
    void tellsOfFilesAndPlaces()
    {
        const QString lies(64, QLatin1Char('a'));
        domain::Attachment file;
        file.type = QStringLiteral("application/pdf");
        file.name = QStringLiteral("plan.pdf");
        file.size = 7;
        file.file = lies;
        file.state = domain::AttachmentState::Kept;
        said(dana, QStringLiteral("here"), AuthorKind::Staff, DeliveryState::Sent, file);
        file.state = domain::AttachmentState::Lost;
        said(dana, QStringLiteral("gone"), AuthorKind::Staff, DeliveryState::Sent, file);
        said(dana, QStringLiteral("come"), AuthorKind::Staff, DeliveryState::Sent, {},
             domain::Place{32.5, 34.5, QStringLiteral("clinic"), QStringLiteral("Herzl 1")});
        auto reader = open(dana);
        QVERIFY(reader.hears({QStringLiteral("here"), QStringLiteral("gone"), QStringLiteral("come")}));
        const QByteArray told = reader.text();
        QCOMPARE(told.count(R"("file":{"name":"plan.pdf","size":7,"type":"application/pdf","voice":false})"), 1);
        QCOMPARE(told.count(R"("place":{"address":"Herzl 1","latitude":32.5,"longitude":34.5,"name":"clinic"})"), 1);
        QVERIFY(!told.contains(lies.toLatin1()));
    }

    void neverTellsAnothersWords()
    {
        said(noa, QStringLiteral("secret"));
        auto reader = open(dana);
        const auto answer = answered(noa, QStringLiteral("secret answer"));
        advance(answer, DeliveryState::Sent);
        said(dana, QStringLiteral("mine"));
        QVERIFY(reader.hears({QStringLiteral("mine")}));
    }

    void tellsOursOnlyOnceLetOut_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<bool>("isTold");
        for (const char* state : {"sent", "delivered", "read", "unknown"}) {
            QTest::newRow(state) << QString::fromLatin1(state) << true;
        }
        for (const char* state : {"queued", "sending", "failed", "withdrawn"}) {
            QTest::newRow(state) << QString::fromLatin1(state) << false;
        }
    }
    void tellsOursOnlyOnceLetOut()
    {
        QFETCH(QString, state);
        QFETCH(bool, isTold);
        said(dana, QStringLiteral("question"));
        answered(dana, QStringLiteral("answer"), *base::fromText<DeliveryState>(state));
        auto reader = open(dana);
        said(dana, QStringLiteral("end"));
        QStringList expected{QStringLiteral("question"), QStringLiteral("end")};
        if (isTold) {
            expected.insert(1, QStringLiteral("answer"));
        }
        QVERIFY(reader.hears(expected));
        const bool isProven = state == QLatin1String("delivered") || state == QLatin1String("read") || !isTold;
        QCOMPARE(m_reported, isProven ? QStringList() : QStringList{QStringLiteral("answer")});
    }

    void goesOnAfterTheLastSeen()
    {
        said(dana, QStringLiteral("one"));
        const auto seen = answered(dana, QStringLiteral("two"), DeliveryState::Delivered);
        answered(dana, QStringLiteral("three"), DeliveryState::Sent);
        auto reader = open(dana, seen);
        QVERIFY(reader.hears({QStringLiteral("three")}));
        said(dana, QStringLiteral("four"));
        QVERIFY(reader.hears({QStringLiteral("three"), QStringLiteral("four")}));
    }

    /// An answer that waited in the outbox while the visitor wrote on has its place before what is told already.
    void tellsWhatWasLetOutLate()
    {
        said(dana, QStringLiteral("one"));
        const auto late = answered(dana, QStringLiteral("late"));
        const auto newer = said(dana, QStringLiteral("two"));
        auto reader = open(dana);
        QVERIFY(reader.hears({QStringLiteral("one"), QStringLiteral("two")}));
        advance(late, DeliveryState::Sent);
        QVERIFY(reader.hears({QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("late")}));
        QCOMPARE(reader.lastId(), QByteArray::number(newer.value));

        // Another stream that has not told it yet, and is told first that it was delivered elsewhere.
        const auto other = answered(dana, QStringLiteral("other"));
        const auto newest = said(dana, QStringLiteral("three"));
        QVERIFY(reader.hears(
            {QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("late"), QStringLiteral("three")}));
        advance(other, DeliveryState::Delivered);
        QVERIFY(reader.hears({QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("late"),
                              QStringLiteral("three"), QStringLiteral("other")}));

        // Let out while nobody listened: told although the page asks for later ones.
        reader.close();
        const auto missed = answered(dana, QStringLiteral("missed"));
        const auto last = said(dana, QStringLiteral("four"));
        advance(late, DeliveryState::Delivered);
        advance(missed, DeliveryState::Sent);
        QVERIFY(newest < last);
        auto again = open(dana, last);
        QVERIFY(again.hears({QStringLiteral("missed")}));
    }

    void longConversationsComeInPages()
    {
        QStringList all;
        for (int i = 0; i < 120; ++i) {
            all << QString::number(i);
            said(dana, all.last());
        }
        auto fresh = open(dana);
        QVERIFY(fresh.hears(all.mid(70)));
        auto from = open(dana, MessageId{1});
        QVERIFY(from.hears(all.mid(1)));
    }

    void tellsWhoHoldsAndWhetherAnAnswerComes()
    {
        const auto message = said(dana, QStringLiteral("hello"));
        auto reader = open(dana);
        QVERIFY(reader.hasState("{\"holder\":\"agent\",\"preparing\":true}"));
        write([message](store::Session& session) { return store::Messages(session).markTaken({message}, {}); });
        QVERIFY(reader.hasState("{\"holder\":\"agent\",\"preparing\":false}"));
        const auto id = conversation(dana);
        write([id](store::Session& session) {
            return store::Conversations(session).setHolder(id, {domain::HolderKind::Staff, QStringLiteral("Rut")},
                                                           noon);
        });
        QVERIFY(reader.hasState("{\"holder\":\"person\",\"preparing\":false}"));
    }

    void reportsNothingThatWasNotWritten()
    {
        said(dana, QStringLiteral("question"));
        answered(dana, QStringLiteral("answer"), DeliveryState::Sent);
        {
            const auto stream = m_hub->open(dana, here, std::nullopt).value();
            QTest::qWait(200);
        }
        QCOMPARE(m_reported, QStringList());
        auto reader = open(dana);
        QVERIFY(reader.hears({QStringLiteral("question"), QStringLiteral("answer")}));
        QCOMPARE(m_reported, QStringList{QStringLiteral("answer")});
    }

    void oneMoreWindowEndsTheOldest()
    {
        auto first = open(dana);
        auto second = open(dana);
        auto third = open(dana);
        auto fourth = open(dana);
        QVERIFY(first.isOver());
        said(dana, QStringLiteral("hello"));
        QVERIFY(second.hears({QStringLiteral("hello")}));
        QVERIFY(fourth.hears({QStringLiteral("hello")}));
        first.close();
        QTRY_COMPARE(m_hub->streams(), 3);
    }

    void streamsAreLimited()
    {
        std::vector<Reader> readers;
        for (int i = 0; i < 6; ++i) {
            readers.push_back(open(QString::number(i)));
        }
        QCOMPARE(m_hub->open(dana, here, std::nullopt).error().code, ErrorCode::RateLimited);
        for (int i = 6; i < 10; ++i) {
            readers.push_back(open(QString::number(i), std::nullopt, QStringLiteral("::1")));
        }
        QCOMPARE(m_hub->open(dana, QStringLiteral("::1"), std::nullopt).error().code, ErrorCode::RateLimited);
        readers.clear();
        QTRY_COMPARE(m_hub->streams(), 0);
        QVERIFY(m_hub->open(dana, here, std::nullopt));
    }

    void streamOutlivesTheHub()
    {
        auto reader = open(dana);
        said(dana, QStringLiteral("hello"));
        m_hub.reset();
        said(dana, QStringLiteral("nobody tells"));
        reader.close();
    }
};

QTEST_GUILESS_MAIN(TestWebChatStreams)
#include "test_webchatstreams.moc"
