// SPDX-License-Identifier: GPL-3.0-or-later
#include "node/deliveryreport.h"

#include "node/sendfailure.h"
#include "store/conversations.h"
#include "store/earlyreports.h"
#include "store/messages.h"
#include "store/outbox.h"

namespace delpek::node
{

namespace
{

using store::Messages;
using store::Outbox;

/// By our reference; the provider's word is the receipt we may have missed.
Result<domain::MessageId> byReference(store::Session& session, const domain::DeliveryReported& report)
{
    Outbox outbox(session);
    const auto row = outbox.findByReference(report.reference);
    if (!row) {
        return fail(row.error());
    }
    if (!*row) {
        return domain::MessageId{};
    }
    const bool accepted = report.state != domain::DeliveryState::Failed;
    if (accepted && (*row)->state != store::OutboxState::Sent) {
        if (const auto sent = outbox.markSent((*row)->id, report.providerId); !sent) {
            return fail(sent.error());
        }
    }
    return (*row)->message;
}

Result<domain::MessageId> byProviderId(store::Session& session, const domain::DeliveryReported& report)
{
    return Messages(session)
        .findOutgoing(report.channel, report.account, report.providerId)
        .map([](const std::optional<domain::Message>& found) { return found ? found->id : domain::MessageId{}; });
}

Result<Done> apply(store::Session& session, domain::MessageId message, const domain::DeliveryReported& report,
                   base::Instant now)
{
    const auto advanced = Messages(session).advanceDelivery(message, report.state, report.errorKey);
    if (!advanced) {
        return fail(advanced.error());
    }
    return *advanced && report.state == domain::DeliveryState::Failed
               ? reportSendFailure(session, message, report.errorKey, now)
               : Result<Done>(Done{});
}

} // namespace

Result<Done> applyReport(store::Session& session, const domain::DeliveryReported& report, base::Instant now)
{
    auto message =
        report.reference.isEmpty() ? Result<domain::MessageId>(domain::MessageId{}) : byReference(session, report);
    if (message && !message->isValid()) {
        message = byProviderId(session, report);
    }
    if (message && !message->isValid()) {
        store::EarlyReports early(session);
        message = early.awaitReceipts().and_then([&](Done) { return byProviderId(session, report); });
        if (message && !message->isValid()) {
            return early.keep(report, now);
        }
    }
    return message ? apply(session, *message, report, now) : fail(message.error());
}

Result<Done> applyEarlyReports(store::Session& session, domain::MessageId id, base::Instant now)
{
    const auto message = Messages(session).find(id);
    if (!message) {
        return fail(message.error());
    }
    if (message->providerId.isEmpty()) {
        return Done{};
    }
    const auto conversation = store::Conversations(session).find(message->conversation);
    if (!conversation) {
        return fail(conversation.error());
    }
    const auto reports = store::EarlyReports(session).take(conversation->address.channel, conversation->address.account,
                                                           message->providerId);
    if (!reports) {
        return fail(reports.error());
    }
    for (const auto& report : *reports) {
        if (const auto applied = apply(session, id, report, now); !applied) {
            return applied;
        }
    }
    return Done{};
}

} // namespace delpek::node
