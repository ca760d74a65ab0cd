// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "ui/context.h"

#include <QObject>
#include <QStringList>

#include <optional>

namespace delpek::ui
{

/// Says in the problem bar what nobody would come across: a channel that does not work, and to whoever manages the
/// clinic a backup that failed.
class FaultWatch final : public QObject
{
    Q_OBJECT

public:
    explicit FaultWatch(const Context& context, QObject* parent = nullptr);

    void read();
    /// The bar was cleared: what is wrong is said anew.
    void showAgain();

private:
    void readChannels();
    void readBackup();
    void show(const QStringList& faults);

    Context m_context;
    QStringList m_shown;
    std::optional<base::Instant> m_failedBackup; ///< the one that is shown, or was and is put away
};

} // namespace delpek::ui
