// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/odoorecordsprivate.h"

#include "clinic/odoo/onceonly.h"
#include "clinic/odoo/wire.h"

namespace delpek::clinic::odoo
{

namespace
{

using base::Json;

constexpr auto CountryAge = std::chrono::hours(24);

bool sameName(const domain::Bilingual& a, const domain::Bilingual& b)
{
    const auto plain = [](const domain::Bilingual& name) {
        return (name.he.isEmpty() ? name.en : name.he).simplified().toCaseFolded();
    };
    return plain(a) == plain(b);
}

/// The id of the country in which numbers of the region are; 0 when the database does not tell.
qint64 countryOf(CachedReads& reads, const QString& region, const base::Cancel& cancel)
{
    const auto rows = reads.readIfThere({QStringLiteral("res.country"), QStringLiteral("search_read"),
                                         Json::array({Json::array({wire::term("code", "=", base::utf8(region))})}),
                                         Json{{"fields", {"code"}}, {"limit", 1}}},
                                        CountryAge, cancel);
    return rows && rows->is_array() && !rows->empty() ? wire::whole(base::at(rows->front(), "id")) : 0;
}

} // namespace

Result<domain::Patient> OdooRecords::Private::addPatient(const NewPatient& wanted)
{
    if (wanted.name.he.simplified().isEmpty() && wanted.name.en.simplified().isEmpty()) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("a new patient needs a name"),
                    QStringLiteral("clinic.no-name"));
    }
    const auto known = facts();
    if (!known) {
        return fail(known.error());
    }
    const Facts& all = **known;
    const auto& map = all.mapping.entity("patient");
    const auto asPatient = [&](const Json& row) {
        return patientFrom(all.mapping, row, all.tags, all.treatments, m_setup.region);
    };
    const auto existing = [&]() -> Result<std::optional<domain::Patient>> {
        if (map.has("reference") && !wanted.reference.isEmpty()) {
            const auto rows = m_reads.readLive(findByReference(map, wanted.reference), cancelled());
            if (!rows) {
                return fail(rows.error());
            }
            if (rows->is_array() && !rows->empty()) {
                return std::optional(asPatient(rows->front()));
            }
        }
        return std::optional<domain::Patient>();
    };
    if (auto there = existing(); !there || *there) {
        return there ? Result<domain::Patient>(std::move(**there)) : fail(notBegun(there.error()));
    }
    if (wanted.phone) {
        const auto rows = m_reads.readLive(findByPhone(map, *wanted.phone), cancelled());
        if (!rows) {
            return fail(notBegun(rows.error()));
        }
        for (const auto& row : *rows) {
            auto member = asPatient(row);
            if (hasPhone(map, row, *wanted.phone, m_setup.region) && member.birthDate == wanted.birthDate &&
                sameName(member.name, wanted.name)) {
                return member;
            }
        }
    }
    const qint64 country = map.has("country") && wanted.phone ? countryOf(m_reads, m_setup.region, cancelled()) : 0;
    const auto created =
        createOnce({map.model, QStringLiteral("create"), Json::array({valuesFor(map, wanted, country)}),
                    Json{{"context", wire::quietContext()}}, true},
                   {map.field("country")},
                   wanted.reference.isEmpty() ? QString() : externalId(QStringLiteral("patient"), wanted.reference));
    if (!created) {
        // It may have happened: look before anybody tries again.
        if (created.error().code == ErrorCode::Timeout) {
            if (auto there = existing(); there && *there) {
                return std::move(**there);
            }
        }
        return fail(created.error());
    }
    const auto row = patientRow(all, *created);
    if (!row) {
        return fail(isAway(row.error()) ? Error{ErrorCode::Timeout, row.error().key, row.error().detail} : row.error());
    }
    return asPatient(*row);
}

Result<Done> OdooRecords::Private::appendNote(const QString& patient, const domain::Note& note)
{
    const auto known = facts();
    const auto number = recordNumber(patient, "patient");
    if (!known || !number) {
        return fail(known ? number.error() : known.error());
    }
    const Facts& all = **known;
    const auto& map = all.mapping.entity("note");
    const auto& patientMap = all.mapping.entity("patient");
    if (map.model.isEmpty()) {
        return fail(ErrorCode::Unsupported, QStringLiteral("the mapping has no /note"),
                    QStringLiteral("records.odooMapping"));
    }
    if (note.text.trimmed().isEmpty()) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("a note needs a text"));
    }
    if (const auto there = patientRow(all, *number); !there) {
        return fail(notBegun(there.error()));
    }
    const QString reference = referenceOf(note);
    const auto isThere = [&]() -> Result<bool> {
        const auto rows = m_reads.readLive(findNote(map, patientMap, *number, reference), cancelled());
        if (!rows) {
            return fail(rows.error());
        }
        for (const auto& row : *rows) {
            for (const auto& mark : marksIn(textFromHtml(wire::text(map.at(row, "text"))))) {
                if (mark.kind == MarkKind::Note && mark.reference == reference) {
                    return true;
                }
            }
        }
        return false;
    };
    if (const auto there = isThere(); !there || *there) {
        return there ? Result<Done>(Done{}) : fail(notBegun(there.error()));
    }
    const auto posted = m_reads.change(addNote(map, patientMap, *number, note, all.session.server.major), cancelled());
    if (posted) {
        return Done{};
    }
    if (posted.error().code == ErrorCode::Timeout) {
        if (const auto there = isThere(); there && *there) {
            return Done{};
        }
    }
    return fail(posted.error());
}

} // namespace delpek::clinic::odoo
