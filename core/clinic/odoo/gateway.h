// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/odoo/login.h"
#include "http/client.h"

#include <memory>

namespace delpek::clinic::odoo
{

/// The way to one Odoo: finds out its version and the best protocol, logs in with the first call and keeps the user id,
/// bounds the calls under way, waits and tries again where that is harmless (reads; changes only when the server says
/// that it rolled them back after a lost race). A call without a context gets the user's language and company; members
/// of a call's own context win. After a refused login or secret it asks again only with the next call, so that no
/// account is locked.
class Gateway final : public Transport
{
public:
    /// `client` and `clock` outlive the gateway. `company`: act for this one; 0: the user's own.
    Gateway(const Connection& connection, http::Client& client, base::Clock& clock, qint64 company = 0);
    /// What waits ends with Cancelled at once, what is under way when its answer comes: of a change it is not known
    /// then whether it happened. Not from a continuation of its own futures.
    ~Gateway() override;

    Future<base::Json> call(const Call& call) override;
    /// Logs in when that was not done yet.
    Future<Session> session();

private:
    class Private;
    std::shared_ptr<Private> d;
};

} // namespace delpek::clinic::odoo
