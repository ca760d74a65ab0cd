// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/server.h"
#include "simulation/doubles/odoo/odoodouble.h"
#include "simulation/doubles/odoo/refused.h"

#include <optional>

#include <tl/expected.hpp>

// How calls and answers look on the three wires. Pure.

namespace delpek::simulation::odoo
{

/// A value, nothing at all, or an exception.
using Outcome = tl::expected<std::optional<base::Json>, Refused>;

/// A call of a service, before anybody looked at who asks. JSON-2 comes as "object" with args of its own.
struct Incoming {
    OdooWire wire = OdooWire::JsonRpc;
    QString service = {};
    QString method = {};
    base::Json args = base::Json::array();
    base::Json id = {}; ///< of JSON-RPC
};

/// Nothing where the server answers 400.
std::optional<Incoming> readJsonRpc(const http::ServerRequest& request);
/// A body that is not well-formed is a fault of Python's reader. Throws Refused.
Incoming readXmlRpc(const http::ServerRequest& request);

http::ServerResponse answer(const Incoming& incoming, const Outcome& outcome);
/// A page of a proxy or of the web server itself.
http::ServerResponse page(int status);

} // namespace delpek::simulation::odoo
