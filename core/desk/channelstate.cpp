// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/channelstate.h"

#include "store/decisions.h"

namespace delpek::desk
{

namespace
{

/// As kept: "<milliseconds of the newest event> <fault>".
struct State {
    qint64 eventAt = 0;
    QString fault;
};

QString settingOf(domain::ChannelKind channel, const QString& account)
{
    return QStringLiteral("channel.state.%1.%2").arg(base::toText(channel), account);
}

State fromText(const QString& text)
{
    return {text.section(QLatin1Char(' '), 0, 0).toLongLong(), text.section(QLatin1Char(' '), 1)};
}

QString toText(const State& state)
{
    return QString::number(state.eventAt) + QLatin1Char(' ') + state.fault;
}

} // namespace

Result<bool> noteChannelState(store::Session& session, domain::ChannelKind channel, const QString& account,
                              const QString& fault, std::optional<base::Instant> eventAt)
{
    const QString setting = settingOf(channel, account);
    store::Settings settings(session);
    const auto kept = settings.value(setting);
    if (!kept) {
        return fail(kept.error());
    }
    const State known = fromText(*kept);
    const qint64 at = eventAt ? qint64(base::toMillis(*eventAt)) : known.eventAt;
    if (at < known.eventAt) {
        return false;
    }
    const QString text = toText({at, fault});
    if (text == *kept) {
        return false;
    }
    return settings.setValue(setting, text).map([&](Done) { return fault != known.fault; });
}

Result<QString> channelFault(store::Session& session, domain::ChannelKind channel, const QString& account)
{
    return store::Settings(session).value(settingOf(channel, account)).map([](const QString& text) {
        return fromText(text).fault;
    });
}

} // namespace delpek::desk
