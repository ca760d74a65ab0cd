// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/engines.h"

#include "clinic/builtin/builtinrecords.h"
#include "desk/localdesk.h"
#include "store/outbox.h"

#include <QTest>

namespace delpek::test
{

using desk::LocalDesk;
using desk::View;
using domain::AuthorKind;
using domain::ChannelKind;
using store::Fence;
using store::OutboxState;
using store::Session;

/// Ruti's desk on a real store that is new for each test.
class RutisDesk
{
protected:
    void open(desk::Means means = {})
    {
        openAt(QStringLiteral("sqlite:%1").arg(m_folder.filePath(QStringLiteral("%1.db").arg(++m_files))),
               std::move(means));
    }

    void openAt(const QString& location, desk::Means means = {})
    {
        m_store = std::make_unique<test::TestStore>(location);
        m_clock = std::make_unique<base::VirtualClock>(noon);
        m_records = std::make_unique<clinic::BuiltinRecords>(**m_store, *m_clock);
        m_desk = std::make_unique<LocalDesk>(**m_store, *m_records, *m_clock, desk::Actor{QStringLiteral("Ruti")},
                                             QStringLiteral("IL"), std::move(means));
    }

    void close()
    {
        m_desk.reset();
        m_records.reset();
        m_store.reset();
    }

    /// A patient who wrote at this moment.
    domain::ConversationId patient(const QString& user = QStringLiteral("972541234567"), const QString& name = {},
                                   ChannelKind channel = ChannelKind::WhatsApp)
    {
        return m_store->write([=, now = m_clock->now()](Session& session) -> Result<domain::ConversationId> {
            domain::Sender sender;
            sender.address = {channel, QStringLiteral("clinic"), user};
            sender.displayName = name;
            if (const auto phone = domain::Phone::fromWaId(user); phone && channel == ChannelKind::WhatsApp) {
                sender.phone = *phone;
            }
            store::Conversations conversations(session);
            const auto conversation = conversations.findOrCreate(sender, now);
            if (!conversation) {
                return fail(conversation.error());
            }
            domain::Message message;
            message.conversation = conversation->id;
            message.text = QStringLiteral("Hello");
            message.providerId = QStringLiteral("in-") + user;
            message.sentAt = now;
            message.createdAt = now;
            return store::Messages(session)
                .add(message)
                .and_then([&](const std::optional<domain::MessageId>& added) {
                    message.id = added.value_or(domain::MessageId{});
                    return conversations.noteMessage(message);
                })
                .map([&](Done) { return conversation->id; });
        });
    }

    /// A message that waits to be sent.
    domain::MessageId queue(domain::ConversationId conversation, Fence fence)
    {
        store::OutboxRow row;
        row.conversation = conversation;
        row.message = m_store->message(conversation, fence == Fence::None ? AuthorKind::Staff : AuthorKind::Agent,
                                       QStringLiteral("from the agent"));
        row.epoch = m_store->reload(conversation).epoch;
        row.fence = fence;
        row.reference = QStringLiteral("ref-%1").arg(row.message.value);
        row.nextAttempt = noon;
        m_store->write([=](Session& session) { return store::Outbox(session).add(row); });
        return row.message;
    }

    static store::OutboxRow row(domain::MessageId message, Session& session)
    {
        return *must(store::Outbox(session).findByMessage(message));
    }

    store::OutboxRow row(domain::MessageId message)
    {
        return *m_store->read([=](Session& session) { return store::Outbox(session).findByMessage(message); });
    }

    /// Leads the queued message to `state`.
    void bring(domain::MessageId message, OutboxState state)
    {
        const auto id = row(message).id;
        if (state == OutboxState::Withdrawn) {
            must(m_desk->takeOver(row(message).conversation).result());
        } else if (state != OutboxState::Queued) {
            m_store->write([=](Session& session) { return store::Outbox(session).claim(id, noon); });
            m_store->write([=](Session& session) -> Result<Done> {
                store::Outbox outbox(session);
                return state == OutboxState::Sent      ? outbox.markSent(id, QStringLiteral("wamid.1"))
                       : state == OutboxState::Failed  ? outbox.markFailed(id, QStringLiteral("send.failed"))
                       : state == OutboxState::Unknown ? outbox.markUnknown(id)
                                                       : Result<Done>(Done{});
            });
        }
        QVERIFY(row(message).state == state);
    }

    QStringList names(View view)
    {
        QStringList found;
        desk::InboxRequest request;
        request.view = view;
        for (const auto& one : must(m_desk->inbox(request).result())) {
            found.append(one.conversation.displayName);
        }
        found.sort();
        return found;
    }

    QTemporaryDir m_folder;
    int m_files = 0;
    std::unique_ptr<test::TestStore> m_store;
    std::unique_ptr<base::VirtualClock> m_clock;
    std::unique_ptr<clinic::BuiltinRecords> m_records;
    std::unique_ptr<LocalDesk> m_desk;
};

} // namespace delpek::test
