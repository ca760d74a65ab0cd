// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/world.h"

#include "base/await.h"
#include "base/correlation.h"

namespace delpek::simulation
{

World::World(const agent::Mind& mind, Setup setup)
    : m_mind(mind)
    , m_setup(std::move(setup))
    , m_clock(m_setup.start)
    , m_channel(std::make_unique<MemoryChannel>(m_setup.channel))
{
}

World::~World() = default;

Result<std::unique_ptr<World>> World::create(const agent::Mind& mind, Setup setup)
{
    std::unique_ptr<World> world(new World(mind, std::move(setup)));
    if (const auto opened = world->open(); !opened) {
        return fail(opened.error());
    }
    const auto imported = base::await(world->records().import(world->m_setup.clinic));
    if (!imported) {
        return fail(imported.error());
    }
    return world;
}

Result<Done> World::open()
{
    auto engine = std::make_unique<Engine>();
    auto store = store::Store::open({m_setup.storeLocation});
    if (!store) {
        return fail(store.error());
    }
    engine->store = std::move(*store);
    engine->records = std::make_unique<clinic::BuiltinRecords>(*engine->store, m_clock);
    engine->faulty = std::make_unique<clinic::FaultyRecords>(
        *engine->records, [this] { return m_clinicFault ? m_clinicFault() : std::nullopt; },
        [this] { return m_clinicCache ? m_clinicCache() : std::nullopt; });
    engine->turns = std::make_unique<agent::TurnRunner>(agent::TurnParts{
        m_clock, *engine->faulty, *m_mind.understander, *m_mind.triage, *m_mind.guard, *m_mind.brain, m_mind.team});
    engine->desk =
        std::make_unique<desk::LocalDesk>(*engine->store, *engine->faulty, m_clock, desk::Actor{m_setup.staff});
    engine->node = std::make_unique<node::Node>(
        node::NodeParts{*engine->store, m_clock, {m_channel.get()}, *engine->turns}, m_setup.node);
    m_engine = std::move(engine);
    return m_engine->node->start();
}

Result<Done> World::crash()
{
    m_engine.reset();
    return open();
}

void World::quiesce()
{
    for (int pass = 0; pass < 2; ++pass) {
        // Behind this write the writer has told the change feed of everything before it.
        base::await(store().write([](store::Session&) -> Result<Done> { return Done{}; }));
        m_engine->node->waitIdle();
    }
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

Result<bool> World::deliver(const std::vector<domain::Event>& events)
{
    auto accepted = base::await(m_engine->node->accept(m_setup.channel, m_channel->account(),
                                                       MemoryChannel::delivery(events), base::newCorrelation()));
    quiesce();
    return accepted;
}

} // namespace delpek::simulation
