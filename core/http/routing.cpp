// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/routing.h"

#include <algorithm>

namespace delpek::http
{

namespace
{

int hexValue(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::optional<QByteArray> decoded(const QByteArray& text, bool plusIsSpace)
{
    QByteArray result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && plusIsSpace) {
            result.append(' ');
        } else if (text[i] != '%') {
            result.append(text[i]);
        } else {
            const int high = i + 2 < text.size() ? hexValue(text[i + 1]) : -1;
            const int low = i + 2 < text.size() ? hexValue(text[i + 2]) : -1;
            if (high < 0 || low < 0 || (high == 0 && low == 0)) {
                return std::nullopt;
            }
            result.append(static_cast<char>(high * 16 + low));
            i += 2;
        }
    }
    return result;
}

/// "/path?query" of either form of target; empty when it is neither.
QByteArray originForm(const QByteArray& target)
{
    if (target.startsWith('/')) {
        return target;
    }
    const QByteArray lower = target.left(8).toLower();
    const qsizetype host = lower.startsWith("http://") ? 7 : lower == "https://" ? 8 : 0;
    if (host == 0) {
        return {};
    }
    const qsizetype slash = target.indexOf('/', host);
    return slash < 0 ? QByteArrayLiteral("/") : target.mid(slash);
}

/// Whether the path is the route with each "{name}" filled by one part that is not empty.
bool hasShape(const QByteArray& path, const QByteArray& route)
{
    const auto given = path.split('/');
    const auto wanted = route.split('/');
    return std::ranges::equal(given, wanted, [](const QByteArray& part, const QByteArray& shape) {
        return shape.startsWith('{') ? !part.isEmpty() : part == shape;
    });
}

} // namespace

std::optional<Target> parseTarget(const QByteArray& target)
{
    QByteArray text = originForm(target);
    if (text.isEmpty()) {
        return std::nullopt;
    }
    if (const qsizetype fragment = text.indexOf('#'); fragment >= 0) {
        text.truncate(fragment);
    }
    const qsizetype mark = text.indexOf('?');
    const auto path = decoded(mark < 0 ? text : text.left(mark), false);
    if (!path) {
        return std::nullopt;
    }
    Target result{*path, {}};
    if (mark < 0) {
        return result;
    }
    for (const QByteArray& pair : text.mid(mark + 1).split('&')) {
        if (pair.isEmpty()) {
            continue;
        }
        const qsizetype equals = pair.indexOf('=');
        const auto name = decoded(equals < 0 ? pair : pair.left(equals), true);
        const auto value = decoded(equals < 0 ? QByteArray() : pair.mid(equals + 1), true);
        if (!name || !value) {
            return std::nullopt;
        }
        result.query.emplaceBack(*name, *value);
    }
    return result;
}

Routing::Routing(std::vector<Server::Route> routes)
    : m_routes(std::move(routes))
{
}

Routing::Found Routing::find(const QByteArray& method, const QByteArray& path) const
{
    const auto leadsAnywhere = [](const Found& found) { return found.handler != nullptr || !found.allow.isEmpty(); };
    const Found exact = match(method, [&](const QByteArray& route) { return route == path; });
    if (leadsAnywhere(exact)) {
        return exact;
    }
    const Found shaped = match(method, [&](const QByteArray& route) { return hasShape(path, route); });
    return leadsAnywhere(shaped) ? shaped : match(method, [&](const QByteArray& route) {
        return route.endsWith("/*") && path.startsWith(route.chopped(1));
    });
}

Routing::Found Routing::match(const QByteArray& method,
                              const std::function<bool(const QByteArray& route)>& leadsHere) const
{
    Found found;
    const Handler* get = nullptr;
    QList<QByteArray> methods;
    for (const Server::Route& route : m_routes) {
        if (!leadsHere(route.path)) {
            continue;
        }
        if (route.method == method) {
            found.handler = &route.handler;
            return found;
        }
        methods.append(route.method);
        if (route.method == "GET") {
            get = &route.handler;
            methods.append("HEAD");
        }
    }
    if (method == "HEAD" && get != nullptr) {
        found.handler = get;
        return found;
    }
    found.allow = methods.join(", ");
    return found;
}

QByteArray ServerRequest::queryValue(const QByteArray& name) const
{
    for (const auto& [candidate, value] : query) {
        if (candidate == name) {
            return value;
        }
    }
    return {};
}

QByteArray ServerRequest::part(qsizetype number) const
{
    return path.split('/').value(number + 1);
}

} // namespace delpek::http
