// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/clinicrecords.h"
#include "config/config.h"
#include "http/client.h"
#include "http/server.h"
#include "notify/notifier.h"
#include "secrets/secretstore.h"

namespace delpek::app
{

using NoticeSenders = std::vector<std::unique_ptr<notify::Sender>>;

/// Whether the settings name this way to tell the staff.
bool usesWay(const config::Config& config, domain::NoticeWay way);
/// All that they name, in the order in which they are tried.
std::vector<domain::NoticeWay> noticeWays(const config::Config& config);

/// The ways in which the staff is told, or `only` that one, from the settings notify.*. Fails with what is missing and
/// what to do. The rest outlives what is given. Each call blocks until the secret store answers.
Result<NoticeSenders> openNoticeSenders(const config::Config& config, secrets::SecretStore& secrets,
                                        http::Client& client, std::optional<domain::NoticeWay> only = {});

/// Who tells the staff, and by what. The notifier ends first.
struct NotifyParts {
    NoticeSenders senders;
    std::vector<http::Server::Route> routes; ///< by which providers report; they must end before the store does
    std::unique_ptr<notify::Notifier> notifier;
};

/// The notifier at work; none where no way is set up, and then escalations are for the desk alone. `link` may be empty.
Result<NotifyParts> openNotify(const config::Config& config, secrets::SecretStore& secrets, http::Client& client,
                               store::Store& store, clinic::ClinicRecords& records, base::Clock& clock,
                               notify::LinkMaker link);

} // namespace delpek::app
