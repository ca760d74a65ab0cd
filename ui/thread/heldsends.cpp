// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thread/heldsends.h"

#include "ui/call.h"
#include "ui/changefeed.h"
#include "ui/problembar.h"

namespace delpek::ui
{

namespace
{

const auto source = QStringLiteral("held");

} // namespace

HeldSends::HeldSends(const Context& context, QObject* parent)
    : QObject(parent)
    , m_context(context)
{
    connect(&context.feed, &ChangeFeed::changed, this, [this](const auto& changes) {
        if (std::ranges::any_of(changes, [](const auto& change) { return change.topic == domain::Topic::Outbox; })) {
            read();
        }
    });
    connect(&m_ticker, &QTimer::timeout, this, &HeldSends::dropDue);
    read();
}

void HeldSends::read()
{
    if (m_reading) {
        m_again = true;
        return;
    }
    m_reading = true;
    whenDone(m_context.desk.heldSends(), this, [this](const auto& result) {
        m_reading = false;
        if (!result) {
            m_context.problems.report(source, result.error(), [this] { read(); });
            return;
        }
        m_context.problems.worked(source);
        m_held = *result;
        dropDue();
        if (std::exchange(m_again, false)) {
            read();
        }
    });
}

int HeldSends::secondsLeft() const
{
    if (m_held.empty()) {
        return 0;
    }
    const auto left = m_held.back().goesOut - m_context.desk.now();
    return std::max(1, int(std::chrono::ceil<std::chrono::seconds>(left).count()));
}

void HeldSends::takeBack()
{
    if (m_held.empty() || m_takingBack) {
        return;
    }
    m_takingBack = true;
    whenDone(m_context.desk.takeBack(m_held.back().message), this, [this](const auto& result) {
        m_takingBack = false;
        if (result) {
            Q_EMIT takenBack(*result);
        } else {
            Q_EMIT failed(result.error());
        }
        read();
    });
}

void HeldSends::dropDue()
{
    std::erase_if(m_held, [now = m_context.desk.now()](const auto& held) { return held.goesOut <= now; });
    if (m_held.empty()) {
        m_ticker.stop();
    } else if (!m_ticker.isActive()) {
        m_ticker.start(std::chrono::milliseconds(200));
    }
    Q_EMIT changed();
}

} // namespace delpek::ui
