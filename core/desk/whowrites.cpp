// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/whowrites.h"

#include <algorithm>

namespace delpek::desk
{

namespace
{

using domain::Patient;

/// Asks for one card after the other.
struct Asking : std::enable_shared_from_this<Asking> {
    Asking(clinic::ClinicRecords& clinicRecords, std::vector<domain::TiedCard> tiedCards)
        : records(clinicRecords)
        , cards(std::move(tiedCards))
    {
    }

    void begin(const std::optional<domain::Phone>& phone)
    {
        if (!phone) {
            return card(0);
        }
        records.findPatients(*phone).then([self = shared_from_this()](const Result<std::vector<Patient>>& patients) {
            if (!patients) {
                return self->promise.finish(fail(patients.error()));
            }
            self->found.patients = *patients;
            self->card(0);
        });
    }

    void card(size_t index)
    {
        if (index == cards.size()) {
            return promise.finish(std::move(found));
        }
        records.patient(cards[index].patient).then([self = shared_from_this(), index](const Result<Patient>& patient) {
            if (patient) {
                self->take(self->cards[index], *patient);
            } else if (patient.error().code != ErrorCode::NotFound) {
                return self->promise.finish(fail(patient.error()));
            }
            self->card(index + 1);
        });
    }

    void take(domain::TiedCard tied, const Patient& patient)
    {
        if (std::ranges::find(found.patients, patient.id, &Patient::id) == found.patients.end()) {
            found.patients.push_back(patient);
        }
        if (std::ranges::find(found.tied, patient.id, &domain::TiedCard::patient) == found.tied.end()) {
            tied.patient = patient.id;
            found.tied.push_back(std::move(tied));
        }
    }

    clinic::ClinicRecords& records;
    std::vector<domain::TiedCard> cards;
    WhoWrites found;
    Promise<WhoWrites> promise;
};

} // namespace

Future<WhoWrites> whoWrites(clinic::ClinicRecords& records, const std::optional<domain::Phone>& phone,
                            std::vector<domain::TiedCard> tied)
{
    const auto asking = std::make_shared<Asking>(records, std::move(tied));
    auto future = asking->promise.future();
    asking->begin(phone);
    return future;
}

} // namespace delpek::desk
