// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/changefeed.h"
#include "store/location.h"

#include <QThread>

#include <future>

namespace delpek::store
{

/// Hears what other processes committed to the same PostgreSQL database. It checks its connection every ten seconds;
/// after one was lost it tells subscribers that anything may have changed.
class ChangeListener final : public QThread
{
public:
    ChangeListener(Location location, ChangeFeed& feed, QString node);
    ~ChangeListener() override;

    /// Starts the thread and waits until it listens.
    Result<Done> begin();

protected:
    void run() override;

private:
    class Ear;

    Location m_location;
    ChangeFeed& m_feed;
    QString m_node;
    std::promise<Result<Done>> m_started;
};

} // namespace delpek::store
