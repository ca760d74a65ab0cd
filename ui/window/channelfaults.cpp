// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/channelfaults.h"

#include "desk/desk.h"
#include "ui/call.h"
#include "ui/changefeed.h"
#include "ui/problembar.h"

namespace delpek::ui
{

namespace
{

const auto source = QStringLiteral("channels");

} // namespace

ChannelFaults::ChannelFaults(const Context& context, QObject* parent)
    : QObject(parent)
    , m_context(context)
{
    connect(&context.feed, &ChangeFeed::changed, this, [this](const auto& changes) {
        if (std::ranges::find(changes, domain::Topic::Setting, &domain::Change::topic) != changes.end()) {
            read();
        }
    });
}

void ChannelFaults::read()
{
    whenDone(m_context.desk.channelFaults(), this, [this](const auto& result) {
        if (!result) {
            m_context.problems.report(source, result.error(), [this] { read(); });
            return;
        }
        m_context.problems.worked(source);
        show(*result);
    });
}

void ChannelFaults::showAgain()
{
    m_shown.clear();
    read();
}

void ChannelFaults::show(const QStringList& faults)
{
    for (const QString& key : m_shown) {
        if (!faults.contains(key)) {
            m_context.problems.worked(key);
        }
    }
    for (const QString& key : faults) {
        // What a person put away comes again only after it was mended.
        if (!m_shown.contains(key)) {
            m_context.problems.report(key, base::Error{base::ErrorCode::Unavailable, key, {}});
        }
    }
    m_shown = faults;
}

} // namespace delpek::ui
