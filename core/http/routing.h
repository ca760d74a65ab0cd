// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/server.h"

#include <optional>

namespace delpek::http
{

/// A request target taken apart and percent-decoded; "+" in the query is a space, as forms write it.
struct Target {
    QByteArray path;
    QList<std::pair<QByteArray, QByteArray>> query;
};

/// Nothing for what is neither "/path?query" nor "http://host/path?query", and for broken or NUL escapes.
std::optional<Target> parseTarget(const QByteArray& target);

/// Paths and methods as Server::Route says. HEAD is answered by GET where it has no route of its own.
class Routing
{
public:
    explicit Routing(std::vector<Server::Route> routes);

    struct Found {
        const Handler* handler = nullptr;
        QByteArray allow; ///< for 405: the methods of this path; empty for 404
    };
    Found find(const QByteArray& method, const QByteArray& path) const;

private:
    Found match(const QByteArray& method, const std::function<bool(const QByteArray& route)>& leadsHere) const;

    std::vector<Server::Route> m_routes;
};

} // namespace delpek::http
