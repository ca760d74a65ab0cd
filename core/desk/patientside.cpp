// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/localdesk.h"

#include "desk/whowrites.h"
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

    void begin(const std::optional<domain::Phone>& phone, const std::vector<domain::TiedCard>& tied)
    {
        step(records.doctors(), [this, phone, tied](const std::vector<domain::Doctor>& doctors) {
            side.doctors = doctors;
            step(records.treatments(), [this, phone, tied](const std::vector<domain::Treatment>& treatments) {
                side.treatments = treatments;
                step(whoWrites(records, phone, tied), [this](const WhoWrites& who) {
                    side.patients = who.patients;
                    side.tied = who.tied;
                    step(records.info(), [this](const domain::ClinicInfo& info) {
                        local = domain::toLocal(now, info.zone);
                        visits(0);
                    });
                });
            });
        });
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
    PatientSide side;
    Promise<PatientSide> promise;
};

} // namespace

Future<PatientSide> LocalDesk::patientSide(domain::ConversationId id)
{
    struct Known {
        std::optional<domain::Phone> phone;
        std::vector<domain::TiedCard> tied;
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
