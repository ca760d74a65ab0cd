// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/localdesk.h"

#include "domain/localtime.h"
#include "store/conversations.h"
#include "store/tiedcards.h"

namespace delpek::desk
{

namespace
{

/// Collects the answers of the records one after the other; the first failure ends it and is shown as it is.
struct Gathering : std::enable_shared_from_this<Gathering> {
    Gathering(clinic::ClinicRecords& clinicRecords, base::Instant moment)
        : records(clinicRecords)
        , now(moment)
    {
    }

    template <typename T, typename Next>
    void step(Future<T> future, Next next)
    {
        future.then([self = shared_from_this(), next](const Result<T>& result) {
            if (!result) {
                self->side.recordsError = result.error();
                self->finish();
                return;
            }
            next(*result);
        });
    }

    void begin(const std::optional<domain::Phone>& phone, std::vector<store::TiedCard> cards)
    {
        tied = std::move(cards);
        step(records.doctors(), [this, phone](const std::vector<domain::Doctor>& doctors) {
            side.doctors = doctors;
            step(records.treatments(), [this, phone](const std::vector<domain::Treatment>& treatments) {
                side.treatments = treatments;
                if (!phone) {
                    return tiedOne(0);
                }
                step(records.findPatients(*phone), [this](const std::vector<domain::Patient>& patients) {
                    side.patients = patients;
                    tiedOne(0);
                });
            });
        });
    }

    void tiedOne(size_t index)
    {
        if (index == tied.size()) {
            return step(records.info(), [this](const domain::ClinicInfo& info) {
                local = domain::toLocal(now, info.zone);
                visits(0);
            });
        }
        records.patient(tied[index].patient)
            .then([self = shared_from_this(), index](const Result<domain::Patient>& patient) {
                self->take(self->tied[index], patient);
                if (!self->side.recordsError) {
                    return self->tiedOne(index + 1);
                }
                self->finish();
            });
    }

    /// A card that is gone from the records is tied to nobody; one that was joined is the kept one.
    void take(const store::TiedCard& card, const Result<domain::Patient>& patient)
    {
        if (!patient) {
            side.recordsError =
                patient.error().code == ErrorCode::NotFound ? std::nullopt : std::optional(patient.error());
            return;
        }
        if (std::ranges::find(side.patients, patient->id, &domain::Patient::id) == side.patients.end()) {
            side.patients.push_back(*patient);
        }
        if (std::ranges::find(side.tied, patient->id, &TiedCard::patient) == side.tied.end()) {
            side.tied.push_back({patient->id, card.by, card.at});
        }
    }

    void visits(size_t index)
    {
        if (index == side.patients.size()) {
            finish();
            return;
        }
        step(records.appointments(side.patients[index].id, local),
             [this, index](const std::vector<domain::Appointment>& found) {
                 side.nextVisits.insert(side.nextVisits.end(), found.begin(), found.end());
                 visits(index + 1);
             });
    }

    void finish()
    {
        std::sort(side.nextVisits.begin(), side.nextVisits.end(),
                  [](const auto& a, const auto& b) { return a.start < b.start; });
        promise.finish(std::move(side));
    }

    clinic::ClinicRecords& records;
    base::Instant now;
    domain::LocalTime local;
    std::vector<store::TiedCard> tied;
    PatientSide side;
    Promise<PatientSide> promise;
};

} // namespace

Future<PatientSide> LocalDesk::patientSide(domain::ConversationId id)
{
    struct Known {
        std::optional<domain::Phone> phone;
        std::vector<store::TiedCard> tied;
    };
    return m_store
        .read([id](Session& session) -> Result<Known> {
            const auto conversation = store::Conversations(session).find(id);
            if (!conversation) {
                return fail(conversation.error());
            }
            return store::TiedCards(session).of(id).map([&](const auto& tied) {
                return Known{conversation->phone, tied};
            });
        })
        .then([this](const Result<Known>& known) -> Future<PatientSide> {
            if (!known) {
                return base::ready<PatientSide>(fail(known.error()));
            }
            if (!known->phone && known->tied.empty()) {
                return base::ready<PatientSide>(PatientSide{});
            }
            const auto gathering = std::make_shared<Gathering>(m_records, m_clock.now());
            auto future = gathering->promise.future();
            gathering->begin(known->phone, known->tied);
            return future;
        });
}

} // namespace delpek::desk
