// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"
#include "store/traffic.h"

namespace delpek::app::check
{

/// Reads the database beside a running program and changes nothing in it. One thread.
class StoreLook
{
public:
    /// NotFound when the program has not run on it yet; else the errors of store::Store::open, but a database in use is
    /// no error.
    static Result<StoreLook> open(const QString& location);

    /// Of the self-test; empty when the program has not run yet.
    Result<QByteArray> mark();
    Result<store::Traffic> traffic(domain::ChannelKind channel, const QString& account, base::Instant now);

private:
    explicit StoreLook(std::unique_ptr<store::Connection> connection);

    std::unique_ptr<store::Connection> m_connection;
};

} // namespace delpek::app::check
