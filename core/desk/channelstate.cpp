// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/channelstate.h"

#include "base/json.h"
#include "store/decisions.h"

namespace delpek::desk
{

using base::Json;

namespace
{

/// One setting: {"waha": {"<account>": {"at": <milliseconds of the newest event>, "fault": "<text key>"}}}.
const QString setting = QStringLiteral("channel.states");
constexpr const char* notices = "notices"; ///< beside the channels, in the same form

Result<Json> read(store::Session& session)
{
    return store::Settings(session).value(setting).map([](const QString& text) {
        auto kept = base::parseJson(text.toUtf8());
        return kept && kept->is_object() ? std::move(*kept) : Json::object();
    });
}

Result<Done> write(store::Session& session, const Json& states)
{
    return store::Settings(session).setValue(setting, base::toCompactText(states));
}

std::string nameOf(domain::ChannelKind channel)
{
    return base::utf8(base::toText(channel));
}

const Json& stateIn(const Json& states, domain::ChannelKind channel, const QString& account)
{
    return base::at(base::at(states, nameOf(channel).c_str()), base::utf8(account).c_str());
}

} // namespace

Result<bool> noteChannelState(store::Session& session, domain::ChannelKind channel, const QString& account,
                              const QString& fault, std::optional<base::Instant> eventAt)
{
    auto states = read(session);
    if (!states) {
        return fail(states.error());
    }
    const Json& known = stateIn(*states, channel, account);
    const QString knownFault = base::textAt(known, "fault");
    const qint64 knownAt = base::integerAt(known, "at").value_or(0);
    const qint64 at = eventAt ? qint64(base::toMillis(*eventAt)) : knownAt;
    if (at < knownAt || (at == knownAt && fault == knownFault)) {
        return false;
    }
    (*states)[nameOf(channel)][base::utf8(account)] = {{"at", at}, {"fault", base::utf8(fault)}};
    return write(session, *states).map([&](Done) { return fault != knownFault; });
}

Result<bool> noteNoticeState(store::Session& session, const QString& subject, const QString& fault)
{
    auto states = read(session);
    if (!states) {
        return fail(states.error());
    }
    const std::string name = base::utf8(subject);
    if (base::textAt(base::at(base::at(*states, notices), name.c_str()), "fault") == fault) {
        return false;
    }
    (*states)[notices][name] = {{"at", 0}, {"fault", base::utf8(fault)}};
    return write(session, *states).map([](Done) { return true; });
}

Result<Done> keepNoticeStates(store::Session& session, const QStringList& subjects)
{
    auto states = read(session);
    if (!states) {
        return fail(states.error());
    }
    Json kept = *states;
    kept.erase(notices);
    for (const QString& subject : subjects) {
        const std::string name = base::utf8(subject);
        if (const Json& state = base::at(base::at(*states, notices), name.c_str()); !state.is_null()) {
            kept[notices][name] = state;
        }
    }
    return kept == *states ? Result<Done>(Done{}) : write(session, kept);
}

Result<Done> keepChannelState(store::Session& session, domain::ChannelKind channel, const QString& account)
{
    auto states = read(session);
    if (!states) {
        return fail(states.error());
    }
    Json kept = *states;
    kept.erase(nameOf(channel));
    if (const Json& state = stateIn(*states, channel, account); !state.is_null()) {
        kept[nameOf(channel)][base::utf8(account)] = state;
    }
    return kept == *states ? Result<Done>(Done{}) : write(session, kept);
}

Result<QString> channelFault(store::Session& session, domain::ChannelKind channel, const QString& account)
{
    return read(session).map(
        [&](const Json& states) { return base::textAt(stateIn(states, channel, account), "fault"); });
}

Result<Done> noteAuditFault(store::Session& session, bool isBroken)
{
    return read(session).and_then([&](const Json& states) {
        Json next = states;
        next.erase("audit");
        if (isBroken) {
            next["audit"]["log"] = {{"at", 0}, {"fault", "audit.broken"}};
        }
        return next == states ? Result<Done>(Done{}) : write(session, next);
    });
}

bool stopsSending(const QString& fault)
{
    return !fault.isEmpty() && fault != QLatin1String("channel.telegramWebhook") &&
           fault != QLatin1String("channel.telegramOtherReceiver");
}

Result<QStringList> channelFaults(store::Session& session)
{
    return read(session).map([](const Json& states) {
        QStringList faults;
        for (const Json& accounts : states) {
            for (const Json& state : accounts) {
                faults << base::textAt(state, "fault");
            }
        }
        faults.removeAll(QString());
        faults.sort();
        faults.removeDuplicates();
        return faults;
    });
}

} // namespace delpek::desk
