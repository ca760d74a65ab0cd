// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/odoo/transport.h"

#include <QStringList>

// A record that is made once, whatever becomes of the answers. Odoo's `load` ties the record it makes to an external
// id, and ir.model.data allows each (module, name) once: of two loads of one id the second finds the first's record, or
// is refused while the first is not committed yet. Every internal user may load what they may create. Pure. Source: the
// external API's behaviour on 17.0; the same from 14 to 19.

namespace delpek::clinic::odoo
{

/// The external id of what a reference asks for: the same for the same reference, of letters and digits alone.
/// `generation`: how many records of the reference were given up before.
QString externalId(const QString& kind, const QString& reference, int generation = 0);

/// A call of `create` for one record said as `load`; a record that has the id stays as it is. `links`: the fields that
/// hold the id of one record. Nothing where a value has no form as a cell of a table: a constant number of a mapping,
/// of which is not told whether it is an id.
std::optional<Call> loadOnce(const Call& create, const QString& id, const QStringList& links);
/// A load of no rows: changes nothing, and is refused where this user may not load at all.
Call loadNothing(const QString& model);

/// Of an answer to `load`: the record's id; 0 when it was refused or when there was no row.
qint64 loadedId(const base::Json& answer);
/// True when the answer to `load` is that nothing may be loaded, or no answer of `load` at all.
bool isLoadRefused(const base::Json& answer);

} // namespace delpek::clinic::odoo
