// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

namespace delpek::clinic
{

/// One place of a JSON document while it is read. The first thing that is wrong is kept for the whole document and
/// everything read after it is worthless; the caller asks failure() once, at the end.
class JsonReader
{
public:
    JsonReader(const base::Json& value, QString path, std::optional<Error>& failure)
        : m_value(value)
        , m_path(std::move(path))
        , m_failure(failure)
    {
    }

    const QString& path() const { return m_path; }
    bool isNull() const { return m_value.is_null(); }
    JsonReader member(const char* key) const;
    /// The elements of an array; none (and no failure) when absent.
    std::vector<JsonReader> elements() const;

    /// Failing when it is absent or empty.
    QString requiredText() const;
    /// Empty when absent.
    QString text() const;
    QStringList texts() const;
    int positive(int most) const;
    double real() const;
    /// Failing when absent or not of ISO form.
    QDate date() const;

    /// Keeps "<path>: <expected>" if nothing went wrong before.
    void reject(const QString& expected) const;

private:
    const base::Json& m_value;
    QString m_path;
    std::optional<Error>& m_failure;
};

} // namespace delpek::clinic
