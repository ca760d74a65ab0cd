// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <optional>

// XML-RPC from the server's side, as Python's library reads and writes it. Pure.

namespace delpek::simulation::odoo
{

struct XmlCall {
    QString method;
    base::Json args = base::Json::array();
};

/// Nothing for what is not well-formed. Moments and <base64> come as objects, which no field takes.
std::optional<XmlCall> readXmlCall(const QByteArray& body);
QByteArray xmlResponse(const base::Json& value);
QByteArray xmlFault(int code, const QString& text);
/// What cannot be written: none, at any depth.
bool holdsNone(const base::Json& value);

} // namespace delpek::simulation::odoo
