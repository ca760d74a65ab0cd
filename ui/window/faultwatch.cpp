// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/faultwatch.h"

#include "desk/backups.h"
#include "desk/desk.h"
#include "ui/call.h"
#include "ui/changefeed.h"
#include "ui/problembar.h"
#include "ui/rights.h"

namespace delpek::ui
{

namespace
{

const auto source = QStringLiteral("channels");
const auto backupSource = QStringLiteral("backup");

} // namespace

FaultWatch::FaultWatch(const Context& context, QObject* parent)
    : QObject(parent)
    , m_context(context)
{
    connect(&context.feed, &ChangeFeed::changed, this, [this](const auto& changes) {
        if (std::ranges::find(changes, domain::Topic::Setting, &domain::Change::topic) != changes.end()) {
            read();
        }
    });
}

void FaultWatch::read()
{
    readChannels();
    readBackup();
}

void FaultWatch::readChannels()
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

void FaultWatch::readBackup()
{
    if (!mayDo(m_context, domain::Right::ManageClinic)) {
        return;
    }
    whenDone(m_context.desk.backups().state(), this, [this](const auto& state) {
        // The page of the backups says why nothing is known of them.
        const auto failed = state ? state->failedAt : std::nullopt;
        if (!failed) {
            m_context.problems.worked(backupSource);
        } else if (failed != m_failedBackup) {
            m_context.problems.report(backupSource, state->failure);
        }
        m_failedBackup = failed;
    });
}

void FaultWatch::showAgain()
{
    m_shown.clear();
    m_failedBackup.reset();
    read();
}

void FaultWatch::show(const QStringList& faults)
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
