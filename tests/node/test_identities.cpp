// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/engines.h"

#include "node/identities.h"
#include "node/intake.h"

#include <QTemporaryDir>
#include <QTest>

using namespace delpek;
using store::Session;
using test::noon;

namespace
{

const QString number = QStringLiteral("972541234567@c.us");
const QString lid = QStringLiteral("203040506070809@lid");

/// A provider that hides ids ending in "@lid", and tells what it was taught.
class HidingChannel final : public channels::Channel
{
public:
    domain::ChannelKind kind() const override { return domain::ChannelKind::Waha; }
    QString account() const override { return QStringLiteral("clinic"); }
    channels::Capabilities capabilities() const override { return {}; }
    Result<std::vector<domain::Event>> parse(const QByteArray&) const override { return std::vector<domain::Event>(); }
    Future<channels::Receipt> send(const channels::Outgoing&) override { return base::ready<channels::Receipt>({}); }
    bool isHidden(const domain::Sender& sender) const override
    {
        return sender.address.user.endsWith(QLatin1String("@lid"));
    }
    Future<domain::Sender> identify(const domain::Sender& sender) override
    {
        ++asked;
        if (fails) {
            return base::ready<domain::Sender>(fail(ErrorCode::Timeout, QStringLiteral("t")));
        }
        domain::Sender identified = sender;
        if (knows) {
            identified.otherIds.append(sender.address.user);
            identified.address.user = number;
            identified.phone = domain::Phone::fromWaId(QStringLiteral("972541234567")).value();
        }
        return base::ready<domain::Sender>(identified);
    }

    int asked = 0;
    bool knows = true;
    bool fails = false;
};

} // namespace

/// A patient has one conversation, by whichever of his ids he comes.
class TestIdentities : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_files = 0;
    int m_messages = 0;
    std::unique_ptr<test::TestStore> m_store;
    HidingChannel m_channel;

    domain::MessageReceived message(const QString& user, const QString& name = {})
    {
        domain::MessageReceived event;
        event.sender.address = {domain::ChannelKind::Waha, QStringLiteral("clinic"), user};
        event.sender.displayName = name;
        if (user == number) {
            event.sender.phone = domain::Phone::fromWaId(QStringLiteral("972541234567")).value();
        }
        event.providerId = QStringLiteral("3EB0%1").arg(++m_messages);
        event.text = QStringLiteral("hello");
        event.sentAt = noon;
        return event;
    }

    /// The conversations the events went to.
    std::vector<qint64> takeIn(std::vector<domain::Event> events)
    {
        std::vector<node::ReadDelivery> deliveries;
        deliveries.push_back({&m_channel, std::move(events)});
        node::identifySenders(**m_store, deliveries);
        return m_store->write([&](Session& session) -> Result<std::vector<qint64>> {
            std::vector<qint64> ids;
            for (const auto& event : *deliveries.front().events) {
                std::set<node::Work> work;
                if (const auto done = node::applyEvent(session, event, {}, noon, work); !done) {
                    return fail(done.error());
                }
                for (const auto& one : work) {
                    ids.push_back(one.conversation.value);
                }
            }
            return ids;
        });
    }

private Q_SLOTS:
    void init()
    {
        m_store = std::make_unique<test::TestStore>(
            QStringLiteral("sqlite:%1").arg(m_folder.filePath(QStringLiteral("%1.db").arg(++m_files))));
        m_channel.asked = 0;
        m_channel.knows = true;
        m_channel.fails = false;
    }
    void cleanup() { m_store.reset(); }

    void oneConversationWhicheverIdComesFirst_data()
    {
        QTest::addColumn<QStringList>("users");
        QTest::addColumn<int>("asked");
        QTest::newRow("number, then hidden") << QStringList{number, lid, lid} << 1;
        QTest::newRow("hidden, then number") << QStringList{lid, number, lid} << 1;
        QTest::newRow("number alone") << QStringList{number, number} << 0;
    }
    void oneConversationWhicheverIdComesFirst()
    {
        QFETCH(QStringList, users);
        QFETCH(int, asked);
        std::set<qint64> conversations;
        for (const QString& user : users) {
            conversations.insert(takeIn({message(user)}).at(0));
        }
        QCOMPARE(conversations.size(), size_t(1));
        const auto conversation = m_store->reload({*conversations.begin()});
        QCOMPARE(conversation.address.user, number);
        QVERIFY(conversation.phone);
        QCOMPARE(m_channel.asked, asked);
    }

    void manyOfOneDeliveryAreAskedForOnce()
    {
        const auto ids = takeIn({message(lid, QStringLiteral("Dana")), message(number), message(lid)});
        QCOMPARE(ids.size(), size_t(3));
        QVERIFY(ids[0] == ids[1] && ids[1] == ids[2]);
        QCOMPARE(m_channel.asked, 1);
        QCOMPARE(m_store->reload({ids[0]}).displayName, QStringLiteral("Dana"));
    }

    void whoIsNotKnownStaysAsHeCameAndIsAskedForAgain()
    {
        m_channel.knows = false;
        const auto first = takeIn({message(lid)}).at(0);
        QCOMPARE(m_store->reload({first}).address.user, lid);
        m_channel.fails = true;
        QCOMPARE(takeIn({message(lid)}).at(0), first);
        m_channel.fails = false;
        m_channel.knows = true;
        QCOMPARE(takeIn({message(lid)}).at(0), first);
        QVERIFY(m_store->reload({first}).phone);
        QCOMPARE(takeIn({message(number)}).at(0), first);
        QCOMPARE(m_channel.asked, 3);
        takeIn({message(lid)});
        QCOMPARE(m_channel.asked, 3);
    }

    /// He wrote by both ids before anybody could tell: what he writes from then on comes together.
    void twoConversationsGrowTogether()
    {
        m_channel.knows = false;
        const auto hidden = takeIn({message(lid)}).at(0);
        const auto open = takeIn({message(number)}).at(0);
        QVERIFY(hidden != open);
        m_channel.knows = true;
        QCOMPARE(takeIn({message(lid)}).at(0), open);
        QCOMPARE(takeIn({message(lid)}).at(0), open);
    }
};

QTEST_GUILESS_MAIN(TestIdentities)
#include "test_identities.moc"
