// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/session.h"

#include <QDate>

// How the readers of the built-in book turn rows into values.

namespace delpek::clinic
{

inline QDate dateAt(const store::Rows& rows, int column)
{
    return QDate::fromString(rows.text(column), Qt::ISODate);
}

/// Reads every row with `read`.
template <typename Read>
auto collected(Result<store::Rows> rows, Read read)
    -> Result<std::vector<std::invoke_result_t<Read, const store::Rows&>>>
{
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<std::invoke_result_t<Read, const store::Rows&>> result;
    while (rows->next()) {
        result.push_back(read(*rows));
    }
    return result;
}

template <typename T>
Result<std::optional<T>> firstOf(Result<std::vector<T>> found)
{
    if (!found) {
        return fail(found.error());
    }
    return found->empty() ? std::optional<T>() : std::optional<T>(std::move(found->front()));
}

} // namespace delpek::clinic
