// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/conversations.h"
#include "store/messages.h"
#include "store/store.h"
#include "support/postgresserver.h"

#include <QTest>

#include <stdexcept>

// The same tests run on both engines: initTestCase_data() calls eachEngine(), a test opens its own empty database.

namespace delpek::test
{

inline const base::Instant noon = base::fromMillis(1772539200000); // 2026-03-03 12:00 UTC

/// The value, or an exception that ends the test with the error's text.
template <typename T>
T must(Result<T> result)
{
    if (!result) {
        throw std::runtime_error(base::describe(result.error()).toStdString());
    }
    return std::move(*result);
}

inline void eachEngine()
{
    QTest::addColumn<bool>("postgres");
    QTest::newRow("sqlite") << false;
    QTest::newRow("postgresql") << true;
}

/// Starts the server when the first test needs it.
class Engines
{
public:
    QString newLocation(bool postgres)
    {
        if (!postgres) {
            return QStringLiteral("sqlite:%1").arg(m_folder.filePath(QStringLiteral("%1.db").arg(++m_files)));
        }
        return must(server().newDatabase());
    }

    PostgresServer& server()
    {
        if (!m_server) {
            m_server = must(PostgresServer::start());
        }
        return *m_server;
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<PostgresServer> m_server;
    int m_files = 0;
};

/// A store in an empty database, with calls that wait and must succeed.
class TestStore
{
public:
    explicit TestStore(const QString& location)
        : m_location(location)
        , m_store(must(store::Store::open({location, 2, 512})))
    {
    }

    QString location() const { return m_location; }

    store::Store& operator*() { return *m_store; }
    store::Store* operator->() { return m_store.get(); }

    template <typename Work>
    auto write(Work work)
    {
        return must(m_store->write(std::move(work)).result());
    }

    template <typename Work>
    auto read(Work work)
    {
        return must(m_store->read(std::move(work)).result());
    }

    domain::Conversation conversation(const QString& user = QStringLiteral("user"), base::Instant now = noon)
    {
        return write([=](store::Session& session) {
            domain::Sender sender;
            sender.address = {domain::ChannelKind::WhatsApp, QStringLiteral("clinic"), user};
            sender.displayName = user;
            return store::Conversations(session).findOrCreate(sender, now);
        });
    }

    domain::Conversation reload(domain::ConversationId id)
    {
        return read([=](store::Session& session) { return store::Conversations(session).find(id); });
    }

    domain::MessageId message(domain::ConversationId conversation, domain::AuthorKind author, const QString& text,
                              const QString& providerId = {})
    {
        const auto id = write([=](store::Session& session) {
            domain::Message message;
            message.conversation = conversation;
            message.author = author;
            message.text = text;
            message.providerId = providerId;
            message.sentAt = noon;
            message.createdAt = noon;
            return store::Messages(session).add(message);
        });
        return id.value_or(domain::MessageId{});
    }

    domain::Message message(domain::MessageId id)
    {
        return read([=](store::Session& session) { return store::Messages(session).find(id); });
    }

private:
    QString m_location;
    std::unique_ptr<store::Store> m_store;
};

} // namespace delpek::test
