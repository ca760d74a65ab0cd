// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/hours.h"

namespace delpek::desk
{

/// A dentist or hygienist as the records keep one.
struct ClinicDoctor {
    domain::Doctor doctor;
    bool retired = false; ///< works here no more: not offered, not named to patients
    friend bool operator==(const ClinicDoctor&, const ClinicDoctor&) = default;
};

struct ClinicTreatment {
    domain::Treatment treatment;
    bool retired = false; ///< not offered any more
    friend bool operator==(const ClinicTreatment&, const ClinicTreatment&) = default;
};

/// What the clinic is, what it does and who does it, as it is now.
struct ClinicState {
    bool canChange = false; ///< the records are Delpek's own book
    bool isBegun = true;    ///< false: our own book, in which no clinic stands yet
    domain::ClinicInfo info;
    std::vector<ClinicDoctor> doctors; ///< in the records' order, those who are retired among them
    std::vector<ClinicTreatment> treatments;
    std::optional<base::Instant> asOf; ///< set: read from a cache of that moment
};

/// The clinic's own data: name and address, treatments and prices, dentists and hygienists. As Desk: any thread,
/// answers later, blocks nowhere. What is kept counts at once: for what agents say and offer, too. It is told with
/// Topic::Clinic. Hours and closed days are Hours'; they stay as they are, whatever is passed here.
///
/// Changes give Unsupported (clinic.elsewhere) where the records are not ours; InvalidInput with book.name, book.text,
/// book.zone, book.phone, book.email, book.choice, book.minutes or book.amount; Conflict with clinic.changed when what
/// is there is not `was` any more, and with clinic.exists when a new one has an id that stands already.
class ClinicRoom
{
public:
    virtual ~ClinicRoom() = default;

    virtual Future<ClinicState> state() = 0;
    /// Begins an empty book, too; `was` is then empty.
    virtual Future<Done> keepClinic(const domain::ClinicInfo& was, const domain::ClinicInfo& info) = 0;

    /// Without `was` a new one; one with the id of a treatment that patients ask for (treatmentKinds()) is understood
    /// in what they write. Gives the id.
    virtual Future<QString> keepTreatment(const std::optional<domain::Treatment>& was,
                                          const domain::Treatment& treatment) = 0;
    /// Booked visits stay.
    virtual Future<Done> retireTreatment(const QString& id) = 0;
    virtual Future<Done> restoreTreatment(const QString& id) = 0;

    /// Without `was` a new one, who has no hours yet and is offered to nobody. Gives the id.
    virtual Future<QString> keepDoctor(const std::optional<domain::Doctor>& was, const domain::Doctor& doctor) = 0;
    /// The visits that are booked with them.
    virtual Future<HoursEffect> visitsOf(const QString& doctor) = 0;
    /// Conflict (book.visits-there) when a booked visit is not among `seen`. Booked visits stay.
    virtual Future<Done> retireDoctor(const QString& id, const QStringList& seen) = 0;
    virtual Future<Done> restoreDoctor(const QString& id) = 0;
};

} // namespace delpek::desk
