// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/change.h"

#include <QObject>

#include <memory>

namespace delpek::desk
{
class Desk;
}

namespace delpek::ui
{

/// Brings the desk's changes to the UI thread, gathered into one signal for a short stretch of time, so that a busy
/// minute does not become a repaint for each row.
class ChangeFeed final : public QObject
{
    Q_OBJECT

public:
    explicit ChangeFeed(desk::Desk& desk, QObject* parent = nullptr);
    ~ChangeFeed() override;

Q_SIGNALS:
    /// Each change once, in order of topic and number.
    void changed(const std::vector<delpek::domain::Change>& changes);

private:
    void gather(const std::vector<domain::Change>& changes);
    void deliver();

    struct Gathered;
    std::unique_ptr<Gathered> m_gathered;
    domain::Subscription m_subscription;
};

} // namespace delpek::ui
