// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/service/place.h"
#include "agent/service/service.h"
#include "base/json.h"
#include "base/result.h"

namespace delpek::agent::service
{

/// Whether it can be the name of a service, a field or an option: small letters, digits and _, a letter first, at most
/// 40.
bool isServiceName(const QString& name);

/// What a file says, and all that is wrong with it.
struct Reading {
    std::optional<Service> service; ///< nothing for one that is switched off ("off": true); worthless with a fault
    std::vector<Fault> faults;      ///< in the order in which they were met
};

/// `file` is the path; its name is the service's. Pure.
Reading readService(const base::Json& json, const QString& file);

/// A service from the JSON of its file; nothing for one that is switched off ("off": true). `file` is the path, for
/// errors: InvalidInput with file, place and remedy of what is wrong first. Pure.
Result<std::optional<Service>> parseService(const base::Json& json, const QString& file);

} // namespace delpek::agent::service
