// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "domain/clinicfacts.h"

#include <QStringList>

#include <vector>

namespace delpek::agent::service
{

/// What is wrong at a place of a file.
struct Fault {
    QString place;  ///< "/fields/0/label"; "/" is the whole file
    QString word;   ///< what kind it is, for who says it in other words: "missing", "hours" …
    QString remedy; ///< what to write instead, English
};

/// One place of a service's file while it is read. What is wrong is kept for the whole file and what was read is then
/// worthless; whoever reads asks for it once, at the end.
class Place
{
public:
    Place(const base::Json& value, QString path, std::vector<Fault>& faults)
        : m_value(value)
        , m_path(std::move(path))
        , m_faults(faults)
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

    /// Keeps a fault, unless one is known of this place, around it or within it: the one would follow from the other.
    void reject(const char* word, const QString& remedy) const;

private:
    const base::Json& m_value;
    QString m_path;
    std::vector<Fault>& m_faults;
};

} // namespace delpek::agent::service
