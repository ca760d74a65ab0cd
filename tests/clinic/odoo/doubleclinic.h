// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/contract.h"
#include "clinic/odoo/gateway.h"
#include "clinic/odoo/odooclinic.h"
#include "clinic/odoo/odoorecords.h"
#include "http/client.h"
#include "simulation/doubles/odoo/odoodouble.h"
#include "store/store.h"

namespace delpek::test
{

/// contractClinic() in a double of Odoo, its clock at Tuesday 2026-03-03, 10:00 in Israel.
class DoubleClinic
{
public:
    enum class Wire {
        Sockets,
        InProcess, ///< as over a wire, bytes and all, without the machine's network
    };
    /// `profile`: "community" or "dental".
    DoubleClinic(int version, const QString& profile, Wire wire = Wire::InProcess);

    simulation::OdooDouble& odoo() { return *m_double; }
    base::VirtualClock& clock() { return m_clock; }
    base::Clock& timers() { return m_timers; }
    const QString& profile() const { return m_profile; }
    clinic::odoo::Mapping mapping() const { return m_mapping; }
    clinic::odoo::Connection connection() const;
    /// How long the desks wait for an answer, in the machine's time.
    void setPatience(base::Duration patience) { m_patience = patience; }
    std::unique_ptr<http::Client> makeClient();
    QString idOf(const QString& given) const;
    QString visitModel() const;
    /// The visits' records that meet our reference, or all; cancelled ones only when asked for.
    std::vector<qint64> visits(bool alsoCancelled = false) const;
    qint64 addVisit(const domain::Appointment& visit);
    void cancelVisit(qint64 id);
    /// The visits are what they were when this was the last of them.
    void dropVisitsAfter(qint64 id);

private:
    void loadDental();
    void completeCards();

    QString m_profile;
    Wire m_wire;
    base::VirtualClock m_clock;
    ShownClock m_timers;
    std::unique_ptr<simulation::OdooDouble> m_double;
    clinic::odoo::Mapping m_mapping;
    QString m_key;
    base::Duration m_patience = std::chrono::seconds(10);
    std::map<QString, qint64> m_ids;
};

/// One program that works with the clinic: its store, its connection, its records.
class DoubleDesk
{
public:
    explicit DoubleDesk(DoubleClinic& clinic, const QString& location = QStringLiteral("sqlite:"));

    clinic::ClinicRecords& records() { return *m_records; }
    store::Store& store() { return *m_store; }
    /// The program ends and starts again on the same store.
    void restart();

private:
    DoubleClinic& m_clinic;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<http::Client> m_client;
    std::unique_ptr<clinic::odoo::Gateway> m_gateway;
    std::unique_ptr<clinic::odoo::OdooRecords> m_records;
};

/// The fixture of the contract.
class DoubleContract final : public ContractFixture
{
public:
    DoubleContract(int version, const QString& profile, DoubleClinic::Wire wire = DoubleClinic::Wire::InProcess)
        : m_clinic(version, profile, wire)
        , m_desk(m_clinic)
    {
    }
    clinic::ClinicRecords& records() override { return m_desk.records(); }
    base::VirtualClock& clock() override { return m_clinic.clock(); }
    QString idOf(const QString& given) const override { return m_clinic.idOf(given); }
    bool keeps(Part part) const override { return part != Part::Payments; }
    void addVisitOfOthers(const domain::Appointment& visit) override { m_clinic.addVisit(visit); }
    simulation::OdooDouble& odoo() { return m_clinic.odoo(); }

private:
    DoubleClinic m_clinic;
    DoubleDesk m_desk;
};

} // namespace delpek::test
