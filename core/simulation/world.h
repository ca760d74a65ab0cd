// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/mind.h"
#include "agent/service/codes.h"
#include "api/webchat/webchat.h"
#include "base/clock.h"
#include "clinic/builtin/builtinrecords.h"
#include "clinic/clinicfile.h"
#include "clinic/faultyrecords.h"
#include "desk/localdesk.h"
#include "http/routedclient.h"
#include "media/filedoor.h"
#include "media/transcriber.h"
#include "memory/builtin/builtinmemory.h"
#include "node/node.h"
#include "simulation/brainmaker.h"
#include "simulation/doubles/speechdouble.h"
#include "simulation/faultywire.h"
#include "simulation/otherside.h"

namespace delpek::simulation
{

/// The real engine on a virtual clock and a store of its own: listener, intake, mailboxes, turns, gates, records,
/// outbox and channel are those of the product. Beyond the channel stands the provider's double; requests in both
/// directions are handed over in this process instead of over sockets. One thread drives it.
class World
{
public:
    struct Setup {
        QString folder; ///< for the store and the files
        base::Instant start;
        domain::ChannelKind channel = domain::ChannelKind::WhatsApp;
        PatientCard patient;
        clinic::ClinicFile clinic;
        QString staff = QStringLiteral("רותי");
        node::NodeOptions node;
        BrainMaker brain = {}; ///< without it the mind's own brain thinks
    };

    static Result<std::unique_ptr<World>> create(const agent::Mind& mind, Setup setup);
    ~World();

    /// Cuts the engine and starts it again on the same store.
    Result<Done> crash();
    /// Makes the provider's deliveries and waits until nothing is under way at this moment of the clock.
    void quiesce();
    /// Lets the engine finish what it does by itself within `longest` (quiet windows, turns, sends, retries).
    void settle(base::Duration longest);
    /// Moves the clock, stopping at every timer.
    void pass(base::Duration duration);

    base::VirtualClock& clock() { return m_clock; }
    /// The patient and the provider; quiesce() carries over what they do.
    OtherSide& otherSide() { return *m_otherSide; }
    /// Under which the patient writes.
    const domain::ChannelAddress& patientAddress() const { return m_address; }
    SpeechDouble& speech() { return *m_speech; }
    store::Store& store() { return *m_engine->store; }
    desk::Desk& desk() { return *m_engine->desk; }
    clinic::BuiltinRecords& records() { return *m_engine->records; }
    void setClinicFault(std::function<std::optional<Error>()> fault) { m_clinicFault = std::move(fault); }
    /// While it names a moment, the records answer out of a cache of it.
    void setClinicCache(clinic::FaultyRecords::Cached cached) { m_clinicCache = std::move(cached); }
    /// Of the way to the provider.
    void setWeather(std::function<Weather()> weather) { m_wire->setWeather(std::move(weather)); }
    /// The codes of the parents.
    agent::service::Codes& codes() { return *m_engine->codes; }
    /// Deliveries that the listener refused.
    const QStringList& refused() const { return m_refused; }

private:
    /// What ends with a crash. Members are destroyed from the last to the first.
    struct Engine {
        std::unique_ptr<store::Store> store;
        std::unique_ptr<clinic::BuiltinRecords> records;
        std::unique_ptr<clinic::FaultyRecords> faulty;
        std::unique_ptr<memory::BuiltinMemory> memory;
        std::unique_ptr<media::FileDoor> files;
        std::unique_ptr<media::Transcriber> transcriber;
        std::unique_ptr<channels::Channel> channel;
        std::unique_ptr<agent::service::Codes> codes;
        std::unique_ptr<agent::TurnRunner> turns;
        std::unique_ptr<desk::LocalDesk> desk;
        std::unique_ptr<node::Node> node;
        std::unique_ptr<api::webchat::WebChat> webChat; ///< only with that channel
        std::unique_ptr<http::RoutedClient> listener;
    };

    World(const agent::Mind& mind, Setup setup);
    Result<Done> openBrain();
    Result<Done> open();
    Result<Done> openListener();
    /// A scenario's patient is known by his phone, also where the provider does not tell it.
    Result<Done> introducePatient();
    /// Posts what is due; whether there was anything that was taken.
    bool exchange();
    void waitIdle();
    void cut();

    const agent::Mind& m_mind;
    Setup m_setup;
    base::VirtualClock m_clock;
    std::unique_ptr<SpeechDouble> m_speech;
    std::unique_ptr<OtherSide> m_otherSide;
    std::unique_ptr<http::RoutedClient> m_providers;
    std::unique_ptr<FaultyWire> m_wire;
    std::unique_ptr<agent::Brain> m_brain;
    std::function<std::optional<Error>()> m_clinicFault;
    clinic::FaultyRecords::Cached m_clinicCache;
    domain::ChannelAddress m_address;
    QStringList m_refused;
    std::unique_ptr<Engine> m_engine;
};

} // namespace delpek::simulation
