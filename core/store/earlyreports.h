// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/event.h"
#include "store/session.h"

namespace delpek::store
{

/// Table `early_report`: what providers said of messages that nobody here knows by their provider's id. Mostly the
/// receipt is still on its way and the report was quicker; reports on messages that others sent are forgotten after a
/// day.
class EarlyReports
{
public:
    explicit EarlyReports(Session& session)
        : m_session(session)
    {
    }

    /// Waits until receipts that other processes are recording are there to be seen. Look for the message again after
    /// it, and keep the report in the same write: then it is either found or taken up with the receipt.
    Result<Done> awaitReceipts();
    Result<Done> keep(const domain::DeliveryReported& report, base::Instant now);
    /// Those kept on that message, the furthest last and a failure after all; they are not kept any longer.
    Result<std::vector<domain::DeliveryReported>> take(domain::ChannelKind channel, const QString& account,
                                                       const QString& providerId);

private:
    Session& m_session;
};

} // namespace delpek::store
