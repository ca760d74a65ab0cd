// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QXmlStreamReader>
#include <QXmlStreamWriter>

// Values of XML-RPC as JSON and back (xmlrpc.com/spec). Pure. Whole numbers have 32 bits there; nothing stands for
// none, so that null is written as false, as Odoo does for empty.

namespace delpek::clinic::odoo
{

/// Writes <value>…</value>. Control characters that XML cannot hold are left out.
void writeXmlValue(QXmlStreamWriter& writer, const base::Json& value);

/// Reads from the start of <value> to its end. Nothing for what is not of the form, nested too deep, or of no known
/// type; dateTime.iso8601 and base64 come as their text.
std::optional<base::Json> readXmlValue(QXmlStreamReader& reader, int depth = 0);

} // namespace delpek::clinic::odoo
