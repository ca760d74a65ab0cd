// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/contract.h"
#include "clinic/odoo/fakeodoo.h"
#include "clinic/odoo/odoorecords.h"
#include "store/store.h"

namespace delpek::test
{

/// A clock that shows what a virtual one shows, whose timers are those of the machine: for records that wait a little.
class ShownClock final : public base::Clock
{
public:
    explicit ShownClock(base::VirtualClock& shown)
        : m_shown(shown)
    {
    }
    base::Instant now() const override { return m_shown.now(); }
    TimerId schedule(base::Instant due, std::function<void()> callback) override
    {
        return m_timers.schedule(m_timers.now() + (due - m_shown.now()), std::move(callback));
    }
    void cancel(TimerId timer) override { m_timers.cancel(timer); }
    void finishRunning() override { m_timers.finishRunning(); }

private:
    base::VirtualClock& m_shown;
    base::SystemClock m_timers;
};

/// contractClinic() in an Odoo, its clock at Tuesday 2026-03-03, 10:00 in Israel.
class OdooClinic
{
public:
    /// `profile`: "community" or "dental".
    OdooClinic(int version, const QString& profile);

    FakeOdoo& odoo() { return m_odoo; }
    base::VirtualClock& clock() { return m_clock; }
    base::Clock& timers() { return m_timers; }
    clinic::odoo::Mapping mapping() const { return m_mapping; }
    QString idOf(const QString& given) const;
    /// The contact of a doctor of the clinic's file.
    qint64 partnerOf(const QString& doctor) const { return m_doctorPartners.at(idOf(doctor)); }
    QString visitModel() const;
    /// The records of visits; cancelled ones only when asked for.
    std::vector<qint64> visits(bool alsoCancelled = false) const;
    qint64 addVisit(const domain::Appointment& visit);
    void cancelVisit(qint64 id);
    /// The visits are what they were when this was the last of them.
    void dropVisitsAfter(qint64 id);

private:
    void loadHours(const base::Json& clinic);
    void loadDoctors(const base::Json& clinic);
    void loadTreatments(const base::Json& clinic);
    void loadPatients(const base::Json& clinic);
    void loadVisits(const base::Json& clinic);
    void loadInvoices(const base::Json& clinic);
    void addDentalModule();
    qint64 addCalendar(const std::string& name, const base::Json& hours);
    qint64 tag(const std::string& name);

    bool m_isDental;
    base::VirtualClock m_clock;
    ShownClock m_timers;
    FakeOdoo m_odoo;
    clinic::odoo::Mapping m_mapping;
    std::map<QString, qint64> m_ids;
    std::map<QString, qint64> m_doctorPartners; ///< by our id of the doctor
    std::map<QString, qint64> m_doctorUsers;
    std::map<std::string, qint64> m_tags;
};

/// One program that works with the clinic: its store, its connection, its records.
class OdooDesk
{
public:
    explicit OdooDesk(OdooClinic& clinic, const QString& location = QStringLiteral("sqlite:"));

    clinic::ClinicRecords& records() { return *m_records; }
    store::Store& store() { return *m_store; }
    /// The program ends and starts again on the same store.
    void restart();

private:
    OdooClinic& m_clinic;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<clinic::odoo::OdooRecords> m_records;
};

/// The fixture of the contract.
class OdooContract final : public ContractFixture
{
public:
    OdooContract(int version, const QString& profile)
        : m_clinic(version, profile)
        , m_desk(m_clinic)
    {
    }
    clinic::ClinicRecords& records() override { return m_desk.records(); }
    base::VirtualClock& clock() override { return m_clinic.clock(); }
    QString idOf(const QString& given) const override { return m_clinic.idOf(given); }
    bool keeps(Part part) const override { return part != Part::Payments; }
    void addVisitOfOthers(const domain::Appointment& visit) override { m_clinic.addVisit(visit); }
    OdooClinic& house() { return m_clinic; }
    FakeOdoo& odoo() { return m_clinic.odoo(); }

private:
    OdooClinic m_clinic;
    OdooDesk m_desk;
};

} // namespace delpek::test
