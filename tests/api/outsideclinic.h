// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/doctor/doctorchat.h"
#include "api/doctor/linkmaker.h"
#include "api/staff/staffapi.h"
#include "base/await.h"
#include "base/json.h"
#include "clinic/builtin/builtinrecords.h"
#include "http/routing.h"
#include "secrets/pin.h"
#include "store/auditlog.h"
#include "store/conversations.h"
#include "store/escalations.h"
#include "store/messages.h"
#include "store/staff.h"
#include "support/memorychannel.h"

#include <QTemporaryDir>

#include <stdexcept>

// A clinic of this process that is reached from outside by its routes, as the listener would call them.

namespace delpek::test
{

inline const base::Instant noon = base::fromMillis(1772539200000); // 2026-03-03 12:00 UTC
inline const QByteArray apiKey(32, 'k');
inline const QString pin = QStringLiteral("483920");

template <typename T>
T must(Result<T> result)
{
    if (!result) {
        throw std::runtime_error(base::describe(result.error()).toStdString());
    }
    return std::move(*result);
}

/// An answer in a form that two can be compared in.
inline QByteArray textOf(const http::ServerResponse& response)
{
    QByteArray text = QByteArray::number(response.status) + ' ' + response.contentType + '\n';
    for (const auto& [name, value] : response.headers) {
        text += name + ": " + value + '\n';
    }
    return text + '\n' + response.body;
}

inline base::Json jsonOf(const http::ServerResponse& response)
{
    return must(base::parseJson(response.body));
}

inline QString keyOf(const http::ServerResponse& response)
{
    return base::textAt(base::at(jsonOf(response), "error"), "key");
}

class OutsideClinic
{
public:
    explicit OutsideClinic(const QString& publicUrl = QStringLiteral("https://chat.clinic.example"))
        : m_clock(noon)
        , m_store(must(store::Store::open({QStringLiteral("sqlite:")})))
        , m_book(*m_store, m_clock)
        , m_files(m_folder.path(), {}, [] { return QByteArray(32, 'f'); })
        , m_approved(must(agent::EscalationBook::load(QStringLiteral(":/delpek"))))
        , m_desks(*m_store, m_book, m_clock, QStringLiteral("IL"), {{&m_channel}, &m_files, {}, {}, m_approved.get()})
        , m_links({QUrl(publicUrl), std::chrono::hours(24)}, *m_store, m_clock)
        , m_page(must(api::doctor::DoctorChat::open({QUrl(publicUrl), {}, 4000, 1000},
                                                    {*m_store, m_book, m_files, m_clock, m_desks})))
        , m_api({*m_store, m_clock, m_desks, m_links, [this] { return m_key; }, {}})
        , m_routing(routes())
    {
        auto limits = m_channel.capabilities();
        limits.files = true;
        m_channel.setCapabilities(limits);
    }

    store::Store& store() { return *m_store; }
    base::VirtualClock& clock() { return m_clock; }
    media::FileDoor& files() { return m_files; }
    desk::Desk& desk(const QString& name = QStringLiteral("דלפק")) { return m_desks.of(name); }
    api::doctor::LinkMaker& links() { return m_links; }
    void setKey(const Result<QByteArray>& key) { m_key = key; }

    std::vector<http::Server::Route> routes()
    {
        auto all = m_page->routes();
        std::ranges::move(m_api.routes(), std::back_inserter(all));
        return all;
    }

    template <typename Work>
    auto write(Work work)
    {
        return must(base::await(m_store->write(std::move(work))));
    }

    domain::ConversationId conversation(const QString& user, domain::Language language = domain::Language::Hebrew)
    {
        return write([=, now = m_clock.now()](store::Session& session) -> Result<domain::ConversationId> {
            domain::Sender sender;
            sender.address = {domain::ChannelKind::Telegram, QStringLiteral("clinic"), user};
            sender.displayName = user;
            const auto made = store::Conversations(session).findOrCreate(sender, now);
            if (!made) {
                return fail(made.error());
            }
            return store::Conversations(session).setLanguage(made->id, language).map([&](Done) { return made->id; });
        });
    }

    domain::MessageId says(domain::ConversationId conversation, const QString& text,
                           const std::optional<domain::Attachment>& file = {})
    {
        return write([=, now = m_clock.now()](store::Session& session) -> Result<domain::MessageId> {
            domain::Message message;
            message.conversation = conversation;
            message.kind = file ? domain::MessageKind::Image : domain::MessageKind::Text;
            message.text = text;
            message.attachment = file;
            message.sentAt = now;
            message.createdAt = now;
            const auto added = store::Messages(session).add(message);
            if (!added) {
                return fail(added.error());
            }
            message.id = **added;
            return store::Conversations(session).noteMessage(message).map([&](Done) { return message.id; });
        });
    }

    domain::EscalationId raise(domain::ConversationId conversation)
    {
        return must(base::await(
            desk().raiseEscalation(conversation, domain::Urgency::Emergency, QStringLiteral("נפיחות גדולה"))));
    }

    domain::StaffId member(const QString& name, const QString& pinText = pin)
    {
        return write([=](store::Session& session) -> Result<domain::StaffId> {
            domain::StaffMember member;
            member.name = name;
            member.role = domain::Role::Doctor;
            const auto id = store::Staff(session).add(member);
            if (!id || pinText.isEmpty()) {
                return id;
            }
            return secrets::hashPin(pinText)
                .and_then([&](const QString& hash) { return store::Staff(session).setPin(*id, hash); })
                .map([&](Done) { return *id; });
        });
    }

    /// The token of a new link.
    QByteArray link(domain::EscalationId escalation, domain::StaffId staff)
    {
        return must(m_links.make(escalation, staff)).section(QLatin1Char('/'), -1).toLatin1();
    }

    domain::EscalationCard card(domain::EscalationId id) { return must(base::await(desk().escalationCard(id))); }

    std::vector<domain::Message> thread(domain::ConversationId id)
    {
        return must(base::await(desk().threadBefore(id, {}, 100))).messages;
    }

    QStringList audit()
    {
        const auto entries = must(base::await(
            m_store->read([](store::Session& session) { return store::AuditLog(session).after(0, 1000); })));
        QStringList lines;
        for (const auto& entry : entries) {
            lines << QStringLiteral("%1 %2 %3").arg(entry.actor, entry.action, entry.subject);
        }
        return lines;
    }

    Future<http::ServerResponse> ask(const QByteArray& method, const QByteArray& target, const http::Headers& headers,
                                     const QByteArray& body = {}, const QString& address = QStringLiteral("10.0.0.1"))
    {
        const auto parsed = http::parseTarget(target);
        http::ServerRequest request{method, parsed->path, parsed->query, headers, body, address, {}};
        const auto found = m_routing.find(method, request.path);
        auto promise = std::make_shared<Promise<http::ServerResponse>>();
        if (found.handler == nullptr) {
            promise->finish(http::refusal(found.allow.isEmpty() ? 404 : 405, {}));
        } else {
            (*found.handler)(request, [promise](const http::ServerResponse& response) { promise->finish(response); });
        }
        return promise->future();
    }

    http::ServerResponse get(const QByteArray& target, const http::Headers& headers = {})
    {
        return must(base::await(ask("GET", target, headers)));
    }

    http::ServerResponse post(const QByteArray& target, const http::Headers& headers, const base::Json& body)
    {
        return must(base::await(ask("POST", target, headers, base::toBytes(body))));
    }

private:
    QTemporaryDir m_folder;
    base::VirtualClock m_clock;
    std::unique_ptr<store::Store> m_store;
    clinic::BuiltinRecords m_book;
    media::FileDoor m_files;
    test::MemoryChannel m_channel{domain::ChannelKind::Telegram, QStringLiteral("clinic")};
    std::unique_ptr<agent::EscalationBook> m_approved;
    desk::StaffDesks m_desks;
    api::doctor::LinkMaker m_links;
    std::unique_ptr<api::doctor::DoctorChat> m_page;
    Result<QByteArray> m_key = apiKey;
    api::staff::StaffApi m_api;
    http::Routing m_routing;
};

} // namespace delpek::test
