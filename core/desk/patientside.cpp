// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/localdesk.h"

#include "domain/localtime.h"

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

    void begin(const domain::Phone& phone)
    {
        step(records.doctors(), [this, phone](const std::vector<domain::Doctor>& doctors) {
            side.doctors = doctors;
            step(records.treatments(), [this, phone](const std::vector<domain::Treatment>& treatments) {
                side.treatments = treatments;
                step(records.findPatients(phone), [this](const std::vector<domain::Patient>& patients) {
                    side.onThisPhone = patients;
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
        if (index == side.onThisPhone.size()) {
            finish();
            return;
        }
        step(records.appointments(side.onThisPhone[index].id, local),
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
    return conversation(id).then([this](const Result<domain::Conversation>& conversation) -> Future<PatientSide> {
        if (!conversation) {
            return base::ready<PatientSide>(fail(conversation.error()));
        }
        if (!conversation->phone) {
            return base::ready<PatientSide>(PatientSide{});
        }
        const auto gathering = std::make_shared<Gathering>(m_records, m_clock.now());
        auto future = gathering->promise.future();
        gathering->begin(*conversation->phone);
        return future;
    });
}

} // namespace delpek::desk
