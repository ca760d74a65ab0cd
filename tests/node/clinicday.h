// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/echobrain.h"

#include "agent/mind.h"
#include "base/await.h"
#include "clinic/builtin/builtinrecords.h"
#include "clinic/clinicfile.h"
#include "desk/localdesk.h"
#include "http/networkclient.h"
#include "memory/builtin/builtinmemory.h"
#include "node/node.h"
#include "simulation/doubles/speechdouble.h"
#include "store/conversations.h"
#include "store/escalations.h"
#include "store/messages.h"
#include "support/memorychannel.h"

#include <QFile>
#include <QTemporaryDir>

namespace delpek::test
{

struct DaySetup {
    domain::ChannelKind channel = domain::ChannelKind::Telegram;
    bool transcribes = false;
    bool offline = false; ///< the offline brain answers, else an echo
    std::function<void(channels::Capabilities&)> limits = [](channels::Capabilities&) {};
    std::optional<domain::Phone> phone = std::nullopt; ///< the channel tells it
    memory::Memory* memory = nullptr;                  ///< another than the built-in one
    base::Duration keep{0};                            ///< how long conversations are kept; zero: for ever
};

/// A node over a store, a door for files and a desk, on a clock that stands still. One patient writes.
class ClinicDay
{
public:
    using Setup = DaySetup;

    explicit ClinicDay(Setup setup = {})
        : m_setup(std::move(setup))
        , channel(m_setup.channel)
    {
        auto limits = channel.capabilities();
        limits.files = true;
        m_setup.limits(limits);
        channel.setCapabilities(limits);
        open();
    }
    ~ClinicDay() { close(); }

    /// What every day of the program thinks with: to load it takes longer than most tests.
    static const agent::Mind& sharedMind()
    {
        static const agent::Mind mind =
            std::move(agent::Mind::load(QStringLiteral(":/delpek"), QStringLiteral("alex")).value());
        return mind;
    }

    /// Ends the node as a cut would, and begins again on the same store and files.
    void restart()
    {
        close();
        open();
    }
    void close()
    {
        m_node.reset();
        m_desk.reset();
        m_turns.reset();
        m_memory.reset();
        m_records.reset();
        m_store.reset();
    }
    void open()
    {
        m_store = std::move(
            store::Store::open({QStringLiteral("sqlite:") + m_folder.filePath(QStringLiteral("day.db"))}).value());
        m_records = std::make_unique<clinic::BuiltinRecords>(*m_store, clock);
        m_memory = std::make_unique<memory::BuiltinMemory>(*m_store);
        const agent::TurnMemory remembered{m_setup.memory ? m_setup.memory : m_memory.get(), m_mind.memory.get()};
        m_turns = std::make_unique<agent::TurnRunner>(
            agent::TurnParts{clock, *m_records, *m_mind.understander, *m_mind.triage, *m_mind.guard, brain(),
                             m_mind.team, m_mind.escalations.get(), m_mind.roster.get(), remembered});
        m_desk = std::make_unique<desk::LocalDesk>(*m_store, *m_records, clock, desk::Actor{QStringLiteral("Ruti")},
                                                   QStringLiteral("IL"),
                                                   desk::Means{{&channel},
                                                               &files,
                                                               {},
                                                               base::Duration(0),
                                                               m_mind.escalations.get(),
                                                               m_mind.triage.get(),
                                                               false,
                                                               m_setup.transcribes});
        node::NodeOptions options;
        options.quiet = {std::chrono::seconds(2), std::chrono::seconds(8)};
        options.keep = m_setup.keep;
        m_node = std::make_unique<node::Node>(node::NodeParts{*m_store,
                                                              clock,
                                                              {&channel},
                                                              *m_turns,
                                                              &files,
                                                              m_setup.transcribes ? &m_transcriber : nullptr,
                                                              m_records.get(),
                                                              m_mind.escalations.get(),
                                                              remembered},
                                              options);
        (void)m_node->start();
    }

    /// Without waiting for what follows.
    void accept(const domain::Event& event)
    {
        (void)base::await(
            m_node->accept(channel.kind(), channel.account(), test::MemoryChannel::delivery({event}), QString()));
    }
    void receive(const domain::Event& event)
    {
        accept(event);
        quiesce();
    }
    domain::Sender sender() const
    {
        domain::Sender sender;
        sender.address = {channel.kind(), channel.account(), QStringLiteral("patient")};
        sender.phone = m_setup.phone;
        return sender;
    }
    domain::MessageReceived message(const QString& text)
    {
        domain::MessageReceived event;
        event.sender = sender();
        event.providerId = QStringLiteral("in-%1").arg(++m_messages);
        event.sentAt = clock.now();
        event.text = text;
        return event;
    }
    void says(const QString& text) { receive(message(text)); }
    void sends(domain::MessageKind kind, const QString& reference, const QString& type, const QString& caption = {},
               qint64 size = 0)
    {
        auto event = message(caption);
        event.kind = kind;
        event.mediaId = reference;
        event.mediaType = type;
        event.mediaSize = size;
        receive(event);
    }
    void sendsVoice(const QByteArray& sound)
    {
        const QString reference = QStringLiteral("voice-%1").arg(m_messages);
        channel.setFile(reference, channels::MediaFile{sound, QStringLiteral("audio/ogg")});
        sends(domain::MessageKind::Audio, reference, QStringLiteral("audio/ogg; codecs=opus"));
    }

    /// Moves the clock, stopping at every timer.
    void pass(base::Duration duration)
    {
        const auto end = clock.now() + duration;
        quiesce();
        for (auto due = clock.nextDue(); due && *due <= end; due = clock.nextDue()) {
            clock.advanceTo(*due);
            quiesce();
        }
        clock.advanceTo(end);
        quiesce();
    }
    void quiesce()
    {
        for (int round = 0; round < 3; ++round) {
            (void)base::await(m_store->write([](store::Session&) -> Result<Done> { return Done{}; }));
            m_node->waitIdle();
        }
    }

    template <typename Work>
    auto read(Work work)
    {
        return base::await(m_store->read(std::move(work))).value();
    }
    domain::Conversation conversation()
    {
        return read([this](store::Session& session) {
                   return store::Conversations(session).findByAddress(sender().address);
               })
            .value();
    }
    std::vector<domain::Message> thread()
    {
        return read(
            [id = conversation().id](store::Session& session) { return store::Messages(session).after(id, {}, 1000); });
    }
    QStringList escalations()
    {
        QStringList reasons;
        for (const auto& one : read([id = conversation().id](store::Session& session) {
                 return store::Escalations(session).ofConversation(id);
             })) {
            reasons << one.reason;
        }
        return reasons;
    }
    QStringList sentTexts() const
    {
        QStringList texts;
        for (const auto& sent : channel.sent()) {
            texts << sent.outgoing.text;
        }
        return texts;
    }
    desk::LocalDesk& desk() { return *m_desk; }
    clinic::BuiltinRecords& records() { return *m_records; }
    memory::Memory& memory() { return *m_memory; }
    /// The demo clinic, where there is none yet.
    void openBook()
    {
        QFile demo(QStringLiteral(":/delpek/demo/clinic.json"));
        if (!base::await(m_records->info()) && demo.open(QIODevice::ReadOnly)) {
            (void)base::await(m_records->import(clinic::parseClinicFile(demo.readAll()).value()));
        }
    }
    /// A patient of the records with the number of the one who writes; gives the id.
    QString addPatient(const QString& name)
    {
        openBook();
        clinic::NewPatient patient;
        patient.reference = QStringLiteral("new-") + name;
        patient.name = {name, name};
        patient.phone = m_setup.phone;
        return base::await(m_records->addPatient(patient)).value().id;
    }
    store::Store& store() { return *m_store; }
    QString filesFolder() const { return m_folder.filePath(QStringLiteral("files")); }
    /// The store stays open: what is written then waits for the next start.
    void stopNode() { m_node.reset(); }

private:
    agent::Brain& brain() { return m_setup.offline ? *m_mind.brain : m_echo; }

    Setup m_setup;
    const agent::Mind& m_mind = sharedMind();
    testing::EchoBrain m_echo;
    QTemporaryDir m_folder;
    http::NetworkClient m_client;
    int m_messages = 0;

public:
    base::VirtualClock clock{base::fromMillis(1'772'539'200'000)}; // 2026-03-03 12:00 UTC
    test::MemoryChannel channel;
    std::unique_ptr<simulation::SpeechDouble> speech = std::move(simulation::SpeechDouble::start({}, clock).value());
    media::FileDoor files{
        m_folder.filePath(QStringLiteral("files")), {}, []() -> Result<QByteArray> { return QByteArray(32, 'k'); }};

private:
    media::Transcriber m_transcriber{{speech->url(), QStringLiteral("whisper-1"), std::chrono::seconds(30)},
                                     [] { return QStringLiteral("key-of-the-double"); },
                                     m_client};
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<clinic::BuiltinRecords> m_records;
    std::unique_ptr<memory::BuiltinMemory> m_memory;
    std::unique_ptr<agent::TurnRunner> m_turns;
    std::unique_ptr<desk::LocalDesk> m_desk;
    std::unique_ptr<node::Node> m_node;
};

} // namespace delpek::test
