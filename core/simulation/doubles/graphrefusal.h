// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "base/result.h"

// How Meta's side says no, and the checks that all of its calls share.

namespace delpek::simulation
{

/// A refusal as the Graph API words it.
struct GraphRefusal {
    int status = 400;
    int code = 100;
    QString details = {};
    int subcode = 0;
};

using Checked = tl::expected<Done, GraphRefusal>;

tl::unexpected<GraphRefusal> refuse(const QString& details, int code = 100, int subcode = 0);

/// An object, with no other members than these.
Checked onlyKeys(const base::Json& object, std::initializer_list<const char*> allowed, const QString& where);

/// 1 to `longest` UTF-16 units.
Checked length(const QString& text, int longest, const QString& where);

/// The error body, with a trace id made from `number`.
QByteArray graphErrorBody(const GraphRefusal& refusal, qint64 number);

} // namespace delpek::simulation
