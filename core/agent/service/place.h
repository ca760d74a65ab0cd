// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "domain/clinicfacts.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace delpek::agent::service
{

/// One place of a service's file while it is read. The first thing that is wrong is kept for the whole file and
/// everything read after it is worthless; whoever reads asks for it once, at the end.
class Place
{
public:
    Place(const base::Json& value, QString path, std::optional<QString>& fault)
        : m_value(value)
        , m_path(std::move(path))
        , m_fault(fault)
    {
    }

    const base::Json& value() const { return m_value; }
    bool isNull() const { return m_value.is_null(); }
    Place member(const char* key) const;
    /// The elements of a list; none (and no fault) when it is absent.
    std::vector<Place> elements() const;
    /// A fault when there is a member of another name: a slip of the pen is not passed over.
    void allowOnly(const QStringList& names) const;

    /// Empty when absent.
    QString text() const;
    QString requiredText() const;
    QStringList texts() const;
    bool flag() const;
    int number(int least, int most, int otherwise) const;
    /// "2026-03-29T08:00"
    domain::LocalTime time() const;
    /// {"sun": ["08:00-13:00", …], …}
    domain::WeeklyHours hours() const;

    /// Keeps "<place>: <remedy>" when nothing went wrong before.
    void reject(const QString& remedy) const;

private:
    const base::Json& m_value;
    QString m_path;
    std::optional<QString>& m_fault;
};

} // namespace delpek::agent::service
