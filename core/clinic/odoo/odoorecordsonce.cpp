// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/errors.h"
#include "clinic/odoo/odoorecordsprivate.h"
#include "clinic/odoo/onceonly.h"
#include "clinic/odoo/versions.h"
#include "clinic/odoo/wire.h"

// The part of OdooRecords that makes records once.

namespace delpek::clinic::odoo
{

namespace
{

using base::Json;

/// Who lost to another load of the same id finds its record with the next one.
constexpr int Loads = 3;

/// The server has no such method for this user.
bool isClosed(const Error& error)
{
    return error.code == ErrorCode::Forbidden || error.code == ErrorCode::Unsupported;
}

} // namespace

bool OdooRecords::Private::mayLoad()
{
    const std::lock_guard lock(m_mutex);
    return !m_loadRefusedAt || m_clock.now() - *m_loadRefusedAt > m_setup.cacheAge;
}

void OdooRecords::Private::loadIsClosed()
{
    const std::lock_guard lock(m_mutex);
    m_loadRefusedAt = m_clock.now();
}

Result<bool> OdooRecords::Private::isLoadOpen(const QString& model)
{
    const auto answer = m_reads.readLive(loadNothing(model), cancelled());
    if (answer) {
        return !isLoadRefused(*answer);
    }
    return isClosed(answer.error()) ? Result<bool>(false) : fail(answer.error());
}

Result<qint64> OdooRecords::Private::createOnce(const Call& create, const QStringList& links, const QString& externalId)
{
    const auto load = !externalId.isEmpty() && mayLoad() ? loadOnce(create, externalId, links) : std::nullopt;
    for (int attempt = 1; load && mayLoad(); ++attempt) {
        const auto answer = m_reads.change(*load, cancelled());
        if (!answer) {
            if (!isClosed(answer.error())) {
                return fail(answer.error());
            }
            loadIsClosed();
            break;
        }
        if (const qint64 id = loadedId(*answer); id != 0) {
            return id;
        }
        // It was refused in words, whatever they are: another load of the id is not committed yet, a rule is against
        // the values, or nobody may load.
        const auto open = isLoadOpen(create.model);
        if (!open) {
            return fail(notBegun(open.error()));
        }
        if (!*open) {
            loadIsClosed();
        } else if (attempt == Loads) {
            return fail(ErrorCode::InvalidInput, QStringLiteral("Odoo, %1: refused").arg(placeOf(*load)),
                        QStringLiteral("records.odooRule"));
        } else if (const auto waited = pause(); !waited) {
            return fail(ErrorCode::Unavailable, waited.error().detail);
        }
    }
    const auto created = m_reads.change(create, cancelled());
    if (!created) {
        return fail(created.error());
    }
    return created->is_array() && !created->empty() ? wire::whole(created->front()) : wire::whole(*created);
}

} // namespace delpek::clinic::odoo
