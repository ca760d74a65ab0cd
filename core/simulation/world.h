// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/mind.h"
#include "base/clock.h"
#include "clinic/builtin/builtinrecords.h"
#include "clinic/clinicfile.h"
#include "clinic/faultyrecords.h"
#include "desk/localdesk.h"
#include "node/node.h"
#include "simulation/memorychannel.h"

namespace delpek::simulation
{

/// The real engine on a virtual clock, an in-memory channel and a store of its own: deliveries, intake, mailboxes,
/// turns, gates, records and outbox are those of the product. One thread drives it.
class World
{
public:
    struct Setup {
        QString storeLocation;
        base::Instant start;
        domain::ChannelKind channel = domain::ChannelKind::WhatsApp;
        clinic::ClinicFile clinic;
        QString staff = QStringLiteral("רותי");
        node::NodeOptions node;
    };

    static Result<std::unique_ptr<World>> create(const agent::Mind& mind, Setup setup);
    ~World();

    /// Cuts the engine and starts it again on the same store.
    Result<Done> crash();
    /// Waits until nothing is under way at this moment of the clock.
    void quiesce();
    /// Lets the engine finish what it does by itself within `longest` (quiet windows, turns, sends, retries).
    void settle(base::Duration longest);
    /// Moves the clock, stopping at every timer.
    void pass(base::Duration duration);

    Result<bool> deliver(const std::vector<domain::Event>& events);

    base::VirtualClock& clock() { return m_clock; }
    MemoryChannel& channel() { return *m_channel; }
    store::Store& store() { return *m_engine->store; }
    desk::Desk& desk() { return *m_engine->desk; }
    clinic::BuiltinRecords& records() { return *m_engine->records; }
    void setClinicFault(std::function<std::optional<Error>()> fault) { m_clinicFault = std::move(fault); }
    /// While it names a moment, the records answer out of a cache of it.
    void setClinicCache(clinic::FaultyRecords::Cached cached) { m_clinicCache = std::move(cached); }

private:
    /// What ends with a crash. Members are destroyed from the last to the first.
    struct Engine {
        std::unique_ptr<store::Store> store;
        std::unique_ptr<clinic::BuiltinRecords> records;
        std::unique_ptr<clinic::FaultyRecords> faulty;
        std::unique_ptr<agent::TurnRunner> turns;
        std::unique_ptr<desk::LocalDesk> desk;
        std::unique_ptr<node::Node> node;
    };

    World(const agent::Mind& mind, Setup setup);
    Result<Done> open();

    const agent::Mind& m_mind;
    Setup m_setup;
    base::VirtualClock m_clock;
    std::unique_ptr<MemoryChannel> m_channel;
    std::function<std::optional<Error>()> m_clinicFault;
    clinic::FaultyRecords::Cached m_clinicCache;
    std::unique_ptr<Engine> m_engine;
};

} // namespace delpek::simulation
