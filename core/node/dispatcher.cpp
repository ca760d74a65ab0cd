// SPDX-License-Identifier: GPL-3.0-or-later
#include "node/dispatcher.h"

#include "base/await.h"
#include "base/correlation.h"
#include "base/cutpoint.h"
#include "base/logging.h"
#include "desk/owntemplates.h"
#include "desk/window.h"
#include "domain/isolate.h"
#include "node/deliveryreport.h"
#include "node/sendfailure.h"
#include "store/conversations.h"
#include "store/messages.h"
#include "store/templates.h"

namespace delpek::node
{

namespace
{

constexpr int pageSize = 64;

channels::Outgoing toOutgoing(const domain::Conversation& conversation, const domain::Message& message,
                              const QString& reference)
{
    channels::Outgoing outgoing;
    outgoing.to = conversation.address;
    outgoing.phone = conversation.phone;
    outgoing.text = domain::withoutIsolates(message.sentText());
    outgoing.options = message.options;
    outgoing.quotedProviderId = message.quotedProviderId;
    outgoing.reference = reference;
    outgoing.place = message.place;
    outgoing.templated = message.templated;
    if (const auto& attachment = message.attachment) {
        outgoing.file = channels::OutgoingFile{message.kind, attachment->type, attachment->name, attachment->voice, {}};
    }
    return outgoing;
}

/// Why the channel would refuse the message before it is asked: a text key, or nothing.
Result<QString> objectionTo(store::Session& session, const channels::Channel& channel,
                            const domain::Conversation& conversation, const domain::Message& message, base::Instant now)
{
    if (message.templated) {
        const auto& address = conversation.address;
        const auto known = store::Templates(session).find(address.channel, address.account, message.templated->name,
                                                          message.templated->language);
        if (!known) {
            return fail(known.error());
        }
        const bool mayGo = !*known || (*known)->state.isEmpty() || (*known)->state == QLatin1String("approved");
        return mayGo ? desk::objectionToOwn(session, address, *message.templated, message.sentText())
                     : QStringLiteral("send.templateRefused");
    }
    const bool closed = channel.capabilities().hasWindow && desk::windowClosed(conversation, now);
    return closed ? QStringLiteral("window.closed") : QString();
}

} // namespace

Dispatcher::Dispatcher(store::Store& store, base::Clock& clock, base::Workers& workers, base::Activity& activity,
                       std::vector<channels::Channel*> channels, media::FileDoor* files, DispatchOptions options)
    : m_store(store)
    , m_clock(clock)
    , m_activity(activity)
    , m_channels(std::move(channels))
    , m_files(files)
    , m_options(options)
    , m_random(options.seed)
    , m_pump(workers, activity, [this] { work(); })
{
}

Dispatcher::~Dispatcher()
{
    stop();
    m_clock.finishRunning();
}

void Dispatcher::stop()
{
    m_pump.stop();
    const std::lock_guard lock(m_mutex);
    m_stopped = true;
    for (const auto timer : m_timers) {
        m_clock.cancel(timer);
    }
    m_timers.clear();
}

channels::Channel* Dispatcher::channelFor(const domain::ChannelAddress& address) const
{
    const auto found = std::find_if(m_channels.begin(), m_channels.end(), [&](const channels::Channel* channel) {
        return channel->kind() == address.channel && channel->account() == address.account;
    });
    return found == m_channels.end() ? nullptr : *found;
}

Result<Done> Dispatcher::recover()
{
    const auto unknown =
        base::await(m_store.write([](store::Session& session) -> Result<std::vector<store::OutboxRow>> {
            store::Outbox outbox(session);
            auto cut = outbox.inState(store::OutboxState::Sending, 100000);
            if (!cut) {
                return cut;
            }
            for (const auto& row : *cut) {
                if (const auto marked = outbox.markUnknown(row.id); !marked) {
                    return fail(marked.error());
                }
            }
            return outbox.inState(store::OutboxState::Unknown, 100000);
        }));
    if (!unknown) {
        return fail(unknown.error());
    }
    for (const auto& row : *unknown) {
        judgeUnknown(row);
    }
    return Done{};
}

void Dispatcher::work()
{
    for (;;) {
        const auto now = m_clock.now();
        const auto rows = base::await(
            m_store.read([now](store::Session& session) { return store::Outbox(session).due(now, pageSize); }));
        if (!rows) {
            qCWarning(lcNode).noquote() << "outbox cannot be read:" << base::describe(rows.error());
            wakeAt(now + std::chrono::seconds(1));
            return;
        }
        bool any = false;
        for (const auto& row : *rows) {
            any = start(row) || any;
        }
        if (!any) {
            break;
        }
    }
    const auto next =
        base::await(m_store.read([](store::Session& session) { return store::Outbox(session).nextDue(); }));
    if (next && *next && **next > m_clock.now()) {
        wakeAt(**next);
    }
}

bool Dispatcher::start(const store::OutboxRow& row)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopped || m_inFlight.contains(row.id) || m_inFlight.size() >= size_t(m_options.inFlight)) {
            return false;
        }
        const auto now = m_clock.now();
        forgetFullBuckets(now);
        auto [bucket, isNew] = m_buckets.try_emplace(row.conversation, m_options.perMinute, m_options.burst, now);
        if (row.fence != store::Fence::None) {
            if (const auto due = bucket->second.take(now)) {
                at(*due, [this] { wake(); });
                return false;
            }
        }
        m_inFlight.insert(row.id);
    }
    const base::CorrelationScope scope(row.correlation);
    auto prepared = claim(row);
    if (!prepared) {
        const std::lock_guard lock(m_mutex);
        m_inFlight.erase(row.id);
        const auto code = prepared.error().code;
        if (code == ErrorCode::StaleEpoch || code == ErrorCode::NotFound) {
            return true;
        }
        qCWarning(lcNode).noquote() << "outbox" << row.id.value << "not claimed:" << base::describe(prepared.error());
        at(m_clock.now() + std::chrono::seconds(1), [this] { wake(); });
        return false;
    }
    base::cutPoint("send.claimed");
    auto token = m_activity.begin();
    const auto sent = send(*prepared);
    sent.then([this, prepared = std::move(*prepared), token](const Result<channels::Receipt>& receipt) {
        // Given up on our side: whether the provider took it is unknown.
        const bool cancelled = !receipt && receipt.error().code == ErrorCode::Cancelled;
        settle(prepared, cancelled ? fail(ErrorCode::Timeout, receipt.error().detail) : receipt);
    });
    return true;
}

Future<channels::Receipt> Dispatcher::send(Prepared& prepared)
{
    auto& file = prepared.outgoing.file;
    if (file) {
        auto bytes = m_files ? m_files->read(prepared.file)
                             : fail(ErrorCode::Unsupported, QStringLiteral("there is no door for files"));
        if (!bytes) {
            return base::ready<channels::Receipt>(fail(bytes.error()));
        }
        file->bytes = std::move(*bytes);
        if (const auto fits = prepared.channel->checkFile(*file); !fits) {
            return base::ready<channels::Receipt>(fail(fits.error()));
        }
    }
    auto sent = prepared.channel->send(prepared.outgoing);
    file.reset(); // the receipt needs no bytes
    return sent;
}

Result<Dispatcher::Prepared> Dispatcher::claim(const store::OutboxRow& row)
{
    const auto now = m_clock.now();
    return base::await(m_store.write([this, row, now](store::Session& session) -> Result<Prepared> {
               Prepared prepared;
               const auto conversation = store::Conversations(session).find(row.conversation);
               if (!conversation) {
                   return fail(conversation.error());
               }
               prepared.channel = channelFor(conversation->address);
               if (!prepared.channel) {
                   store::Outbox outbox(session);
                   const auto failed = outbox.claim(row.id, now).and_then([&](const store::OutboxRow&) {
                       return outbox.markFailed(row.id, QStringLiteral("channel.off"));
                   });
                   const auto reported = failed.and_then([&](Done) {
                       return reportSendFailure(session, row.message, QStringLiteral("channel.off"), now);
                   });
                   // The failure is kept, so this is a success of the write without anything to send.
                   return reported ? Result<Prepared>(prepared) : fail(reported.error());
               }
               auto claimed = store::Outbox(session).claim(row.id, now);
               if (!claimed) {
                   return fail(claimed.error());
               }
               const auto message = store::Messages(session).find(row.message);
               if (!message) {
                   return fail(message.error());
               }
               const auto objection = objectionTo(session, *prepared.channel, *conversation, *message, now);
               if (!objection) {
                   return fail(objection.error());
               }
               if (!objection->isEmpty()) {
                   prepared.channel = nullptr;
                   const auto failed = store::Outbox(session).markFailed(row.id, *objection).and_then([&](Done) {
                       return reportSendFailure(session, row.message, *objection, now);
                   });
                   return failed ? Result<Prepared>(prepared) : fail(failed.error());
               }
               prepared.hasFile = message->attachment.has_value();
               prepared.file = message->attachment ? message->attachment->file : QString();
               prepared.row = std::move(*claimed);
               prepared.outgoing = toOutgoing(*conversation, *message, row.reference);
               return prepared;
           }))
        .and_then([](Prepared prepared) -> Result<Prepared> {
            if (!prepared.channel) {
                return fail(ErrorCode::NotFound, QStringLiteral("the channel does not take it; it is kept as failed"));
            }
            return prepared;
        });
}

void Dispatcher::settle(const Prepared& prepared, Result<channels::Receipt> receipt)
{
    const base::CorrelationScope scope(prepared.row.correlation);
    base::cutPoint("send.after-call");
    std::optional<base::Duration> retryIn;
    if (!receipt && receipt.error().code != ErrorCode::Timeout) {
        const std::lock_guard lock(m_mutex);
        retryIn = m_options.retry.delayAfter(prepared.row.attempts, receipt.error(), m_random);
    }
    if (receipt) {
        qCInfo(lcNode).noquote() << "sent outbox" << prepared.row.id.value;
    } else {
        qCWarning(lcNode).noquote() << "send of outbox" << prepared.row.id.value
                                    << "failed:" << base::describe(receipt.error());
    }
    auto token = m_activity.begin();
    const auto now = m_clock.now();
    m_store
        .write([this, prepared, receipt, retryIn, now](store::Session& session) {
            return record(session, prepared, receipt, retryIn, now);
        })
        .then([this, token, row = prepared.row, receipt](const Result<Done>& result) {
            base::cutPoint("receipt.committed");
            const base::CorrelationScope scope(row.correlation);
            if (result) {
                qCInfo(lcNode) << "outcome of outbox" << row.id.value << "recorded";
            } else {
                // The row stays in Sending: the next start treats it as unknown.
                qCCritical(lcNode).noquote()
                    << "receipt of outbox" << row.id.value << "was not recorded:" << base::describe(result.error());
            }
            {
                const std::lock_guard lock(m_mutex);
                m_inFlight.erase(row.id);
            }
            if (!receipt && receipt.error().code == ErrorCode::Timeout) {
                judgeUnknown(row);
            }
            wake();
        });
}

Result<Done> Dispatcher::record(store::Session& session, const Prepared& prepared,
                                const Result<channels::Receipt>& receipt, std::optional<base::Duration> retryIn,
                                base::Instant now)
{
    store::Outbox outbox(session);
    if (receipt) {
        return outbox.markSent(prepared.row.id, receipt->providerId).and_then([&](Done) {
            return applyEarlyReports(session, prepared.row.message, now);
        });
    }
    const auto& error = receipt.error();
    if (error.code == ErrorCode::Timeout) {
        return outbox.markUnknown(prepared.row.id);
    }
    const QString key = error.key.isEmpty() ? QStringLiteral("send.failed") : error.key;
    if (retryIn) {
        return outbox.retryAt(prepared.row.id, now + *retryIn, key);
    }
    if (prepared.hasFile) {
        return failFile(session, prepared.row, now);
    }
    return outbox.markFailed(prepared.row.id, key).and_then([&](Done) {
        return reportSendFailure(session, prepared.row.message, key, now);
    });
}

void Dispatcher::judgeUnknown(const store::OutboxRow& row)
{
    const auto judge = [this, row] {
        const auto now = m_clock.now();
        auto token = m_activity.begin();
        m_store
            .write([row, now](store::Session& session) -> Result<Done> {
                const auto current = store::Outbox(session).findByReference(row.reference);
                if (!current) {
                    return fail(current.error());
                }
                const bool unknown = *current && (*current)->state == store::OutboxState::Unknown;
                // Otherwise the provider's evidence came.
                return unknown ? reportSendFailure(session, row.message, QStringLiteral("send.unknown"), now)
                               : Result<Done>(Done{});
            })
            .then([token](const Result<Done>& result) {
                if (!result) {
                    qCCritical(lcNode).noquote() << "unknown send not reported:" << base::describe(result.error());
                }
            });
    };
    const std::lock_guard lock(m_mutex);
    at(m_clock.now() + m_options.unknownAfter, judge);
}

void Dispatcher::wakeAt(base::Instant due)
{
    const std::lock_guard lock(m_mutex);
    if (m_wakeDue && *m_wakeDue <= due && *m_wakeDue > m_clock.now()) {
        return;
    }
    m_wakeDue = due;
    at(due, [this] { wake(); });
}

void Dispatcher::at(base::Instant due, std::function<void()> work)
{
    if (m_stopped) {
        return;
    }
    const auto timer = std::make_shared<base::Clock::TimerId>();
    *timer = m_clock.schedule(due, [this, timer, work = std::move(work)] {
        {
            const std::lock_guard lock(m_mutex);
            m_timers.erase(*timer);
        }
        work();
    });
    m_timers.insert(*timer);
}

void Dispatcher::forgetFullBuckets(base::Instant now)
{
    constexpr size_t many = 1000;
    if (m_buckets.size() >= many) {
        std::erase_if(m_buckets, [now](const auto& entry) { return entry.second.isFull(now); });
    }
}

} // namespace delpek::node
