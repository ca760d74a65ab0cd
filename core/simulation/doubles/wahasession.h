// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "simulation/doubles/wahachecks.h"

namespace delpek::simulation
{

/// The one session of a WAHA: whether there is one, its status word and its settings. Not for several threads at once.
class WahaSession
{
public:
    /// POST /api/sessions: 422 when there is one of that name. It waits for a phone then.
    tl::expected<Done, WahaRefusal> create(const base::Json& body, const QString& name);
    /// PUT /api/sessions/<name>: replaces all settings and restarts what is not stopped.
    tl::expected<Done, WahaRefusal> configure(const base::Json& body);
    void start();

    bool exists = true;
    QString status = QStringLiteral("WORKING");
    base::Json config = {{"webhooks", base::Json::array()}};
    bool linked = true; ///< a phone is
};

/// Refuses unknown members, a webhook without an http address or events, events that WAHA does not have, a key that is
/// no text, and retries out of its words.
tl::expected<Done, WahaRefusal> checkWahaConfig(const base::Json& config);

} // namespace delpek::simulation
