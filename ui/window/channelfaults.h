// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"

#include <QObject>
#include <QStringList>

namespace delpek::ui
{

/// Says in the problem bar which channel does not work and what to do: when nothing comes in, nobody opens a
/// conversation in which it could be seen.
class ChannelFaults final : public QObject
{
    Q_OBJECT

public:
    explicit ChannelFaults(const Context& context, QObject* parent = nullptr);

    void read();
    /// The bar was cleared: what is wrong is said anew.
    void showAgain();

private:
    void show(const QStringList& faults);

    Context m_context;
    QStringList m_shown;
};

} // namespace delpek::ui
