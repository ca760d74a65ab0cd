// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/check/report.h"
#include "config/config.h"
#include "http/client.h"

namespace delpek::app::check
{

/// Who has to reach the listener from outside, by what is switched on.
struct PublicNeed {
    bool address = false;     ///< somebody delivers to it, or visitors open its page
    bool certificate = false; ///< a provider that delivers to https only
    bool isAny() const { return address || certificate; }
};

PublicNeed publicNeed(const config::Config& config);

/// "listener": does the program run and answer on this machine? `mark`: of the self-test, empty when not known.
channels::Finding checkListener(const config::Config& config, http::Client& client, const QByteArray& mark);

/// "webhook": does listen.public-url lead to it, from this machine by way of the public name? Nothing where nobody
/// needs that and no address is set.
std::optional<channels::Finding> checkPublicAddress(const config::Config& config, http::Client& client,
                                                    const QByteArray& mark);

} // namespace delpek::app::check
