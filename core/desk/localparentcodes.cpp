// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/service/codes.h"
#include "base/await.h"
#include "clinic/builtin/patientmerge.h"
#include "desk/localpatientcards.h"
#include "store/auditlog.h"
#include "store/parentcodes.h"

// The part of LocalPatientCards that makes and ends the codes for parents.

namespace delpek::desk
{

using agent::service::Codes;
using store::Session;

/// Under which codes of that patient are kept. What was joined in our own book says nothing of the records elsewhere.
Result<QStringList> LocalPatientCards::idsOf(const QString& patient)
{
    const auto joined = [&](Session& session) {
        return clinic::PatientMerge(session, m_clock.now(), m_staff).cardsOf(patient);
    };
    return m_setup.ownBook ? base::await(m_store.read(joined)) : Result<QStringList>(QStringList{patient});
}

Future<QString> LocalPatientCards::makeCode(const QString& patient, base::Duration holds)
{
    if (holds < shortestCode || holds > longestCode) {
        return base::ready<QString>(fail(ErrorCode::InvalidInput, QStringLiteral("a code holds from an hour to a year"),
                                         QStringLiteral("cards.codeTime")));
    }
    // Hashing takes its time, and waits for the store: neither on the asking thread nor on one of the store's.
    const auto promise = std::make_shared<Promise<QString>>();
    m_worker.post([this, promise, patient, holds] {
        const auto child = base::await(m_records.patient(patient));
        const auto ids = child ? idsOf(child->id) : fail(child.error());
        promise->finish(ids ? Codes(m_store, m_clock).issue(child->id, child->name, holds, m_staff, {}, *ids)
                            : Result<QString>(fail(ids.error())));
    });
    return promise->future();
}

Future<int> LocalPatientCards::endCodes(const QString& patient)
{
    const auto promise = std::make_shared<Promise<int>>();
    m_worker.post([this, promise, patient] {
        // Another card may have taken its place; a code is ended also while the records cannot be read.
        const auto now = base::await(m_records.patient(patient)).map([](const Patient& found) { return found.id; });
        const auto ids = idsOf(now.value_or(patient));
        promise->finish(ids ? Codes(m_store, m_clock).end(*ids, m_staff) : Result<int>(fail(ids.error())));
    });
    return promise->future();
}

} // namespace delpek::desk
