// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/world.h"

#include "base/await.h"
#include "store/conversations.h"

#include <QDir>

namespace delpek::simulation
{

namespace
{

const QString speechModel = QStringLiteral("whisper-1");
const QByteArray speechKey = QByteArrayLiteral("key-of-the-double");

std::vector<http::Server::Route> joined(std::vector<http::Server::Route> all, std::vector<http::Server::Route> more)
{
    std::ranges::move(more, std::back_inserter(all));
    return all;
}

} // namespace

World::World(const agent::Mind& mind, Setup setup)
    : m_mind(mind)
    , m_setup(std::move(setup))
    , m_clock(m_setup.start)
    , m_speech(SpeechDouble::inProcess({speechKey, speechModel}, m_clock))
    , m_otherSide(simulation::otherSide(m_setup.channel, m_setup.patient, m_clock))
    , m_providers(std::make_unique<http::RoutedClient>(joined(m_otherSide->routes(), m_speech->routes()), m_clock))
    , m_wire(std::make_unique<FaultyWire>(*m_providers, m_clock))
{
}

World::~World()
{
    cut();
}

Result<std::unique_ptr<World>> World::create(const agent::Mind& mind, Setup setup)
{
    std::unique_ptr<World> world(new World(mind, std::move(setup)));
    const auto ready = world->openBrain()
                           .and_then([&](Done) { return world->open(); })
                           .and_then([&](Done) { return base::await(world->records().import(world->m_setup.clinic)); })
                           .and_then([&](Done) { return world->introducePatient(); });
    if (!ready) {
        return fail(ready.error());
    }
    return world;
}

Result<Done> World::openBrain()
{
    if (!m_setup.brain) {
        return Done{};
    }
    auto brain = m_setup.brain(m_clock);
    if (!brain) {
        return fail(brain.error());
    }
    m_brain = std::move(*brain);
    return Done{};
}

Result<Done> World::open()
{
    auto engine = std::make_unique<Engine>();
    const QDir folder(m_setup.folder);
    auto store = store::Store::open({QStringLiteral("sqlite:") + folder.filePath(QStringLiteral("world.db"))});
    if (!store) {
        return fail(store.error());
    }
    engine->store = std::move(*store);
    engine->records = std::make_unique<clinic::BuiltinRecords>(*engine->store, m_clock);
    engine->faulty = std::make_unique<clinic::FaultyRecords>(
        *engine->records, [this] { return m_clinicFault ? m_clinicFault() : std::nullopt; },
        [this] { return m_clinicCache ? m_clinicCache() : std::nullopt; });
    engine->files =
        std::make_unique<media::FileDoor>(folder.filePath(QStringLiteral("media")), media::FileDoor::Limits{},
                                          []() -> Result<QByteArray> { return QByteArray(32, 'k'); });
    engine->transcriber = std::make_unique<media::Transcriber>(
        media::Transcriber::Service{m_speech->url(), speechModel}, [] { return QString::fromLatin1(speechKey); },
        *m_providers);
    engine->channel = m_otherSide->channel(*m_wire, *engine->files);
    engine->memory = std::make_unique<memory::BuiltinMemory>(*engine->store);
    const agent::TurnMemory remembered{engine->memory.get(), m_mind.memory.get()};
    engine->codes = std::make_unique<agent::service::Codes>(*engine->store, m_clock);
    const agent::TurnServices services{
        m_mind.services.get(), [codes = engine->codes.get()](const auto& tried) { return codes->check(tried); }};
    engine->turns = std::make_unique<agent::TurnRunner>(
        agent::TurnParts{m_clock, *engine->faulty, *m_mind.understander, *m_mind.triage, *m_mind.guard,
                         m_brain ? *m_brain : *m_mind.brain, m_mind.team, m_mind.escalations.get(), m_mind.roster.get(),
                         remembered, services});
    engine->desk = std::make_unique<desk::LocalDesk>(*engine->store, *engine->faulty, m_clock,
                                                     desk::Actor{m_setup.staff}, QStringLiteral("IL"),
                                                     desk::Means{{engine->channel.get()},
                                                                 engine->files.get(),
                                                                 {},
                                                                 base::Duration(0),
                                                                 m_mind.escalations.get(),
                                                                 m_mind.triage.get()});
    engine->node = std::make_unique<node::Node>(node::NodeParts{*engine->store,
                                                                m_clock,
                                                                {engine->channel.get()},
                                                                *engine->turns,
                                                                engine->files.get(),
                                                                engine->transcriber.get(),
                                                                engine->faulty.get(),
                                                                m_mind.escalations.get(),
                                                                remembered},
                                                m_setup.node);
    m_engine = std::move(engine);
    return m_engine->node->start().and_then([this](Done) { return openListener(); });
}

Result<Done> World::openListener()
{
    api::Access access;
    m_otherSide->admit(access);
    auto routes = api::routes(*m_engine->node, *m_engine->store, access);
    if (m_setup.channel == domain::ChannelKind::WebChat) {
        api::webchat::Setup setup;
        setup.account = m_engine->channel->account();
        auto chat = api::webchat::WebChat::open(
            setup, {*m_engine->node, *m_engine->store, *m_engine->faulty, *m_engine->files, m_clock});
        if (!chat) {
            return fail(chat.error());
        }
        m_engine->webChat = std::move(*chat);
        routes = joined(std::move(routes), m_engine->webChat->routes());
    }
    m_engine->listener = std::make_unique<http::RoutedClient>(std::move(routes), m_clock);
    return m_otherSide->connect(*m_providers, *m_engine->listener);
}

Result<Done> World::introducePatient()
{
    const auto address = m_otherSide->address(m_engine->webChat.get());
    if (!address) {
        return fail(address.error());
    }
    m_address = *address;
    const auto phone = domain::Phone::parse(m_setup.patient.phone);
    if (m_otherSide->tellsPhone() || !phone) {
        return Done{};
    }
    const domain::Sender sender{m_address, m_setup.patient.name, *phone, base::toText(m_setup.patient.language), {}};
    return base::await(store().write([sender, now = m_clock.now()](store::Session& session) {
        return store::Conversations(session).findOrCreate(sender, now).map([](const auto&) { return Done{}; });
    }));
}

/// A slow call would keep the engine waiting for a clock that stands still.
void World::cut()
{
    if (m_engine) {
        m_engine->node->stop(base::Duration(0));
        m_wire->giveUp();
        m_engine.reset();
    }
}

Result<Done> World::crash()
{
    cut();
    return open();
}

/// Slow calls to the provider go on when the clock moves, and that is not while we wait here.
void World::waitIdle()
{
    constexpr auto aBlink = std::chrono::milliseconds(1);
    int slow = 0;
    do {
        m_engine->node->waitIdle(aBlink);
        slow = m_wire->waiting();
    } while (m_engine->node->underWay() > slow);
}

bool World::exchange()
{
    const auto requests = m_otherSide->due();
    std::vector<Future<http::Response>> answers;
    for (const auto& request : requests) {
        answers.push_back(m_engine->listener->send(request));
    }
    bool taken = false;
    for (size_t i = 0; i < requests.size(); ++i) {
        const auto answer = base::await(answers[i]);
        if (!answer || answer->status != 200) {
            m_refused.append(QStringLiteral("the listener did not take a delivery: ") +
                             (answer ? QString::number(answer->status) : base::describe(answer.error())));
        }
        if (answer) {
            m_otherSide->answered(requests[i], *answer);
        }
        taken = taken || (answer && answer->status == 200);
    }
    return taken;
}

void World::quiesce()
{
    do {
        for (int pass = 0; pass < 2; ++pass) {
            // Behind this write the writer has told the change feed of everything before it.
            base::await(store().write([](store::Session&) -> Result<Done> { return Done{}; }));
            waitIdle();
        }
    } while (exchange());
}

void World::settle(base::Duration longest)
{
    const auto end = m_clock.now() + longest;
    quiesce();
    for (auto due = m_clock.nextDue(); due && *due <= end; due = m_clock.nextDue()) {
        m_clock.advanceTo(*due);
        quiesce();
    }
}

void World::pass(base::Duration duration)
{
    const auto end = m_clock.now() + duration;
    settle(duration);
    m_clock.advanceTo(end);
    quiesce();
}

} // namespace delpek::simulation
