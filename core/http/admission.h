// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <atomic>

namespace delpek::http
{

/// Counts connections, in all and per address. Used on the listener thread; `count` may be read from any.
class Admission
{
public:
    Admission(int most, int mostPerAddress);

    enum class Verdict { Admitted, Full, TooManyFromAddress };
    /// Admitted ones are counted and must leave.
    Verdict enter(const QString& address);
    void leave(const QString& address);
    int count() const { return m_count.load(std::memory_order_relaxed); }

private:
    int m_most;
    int m_mostPerAddress;
    std::atomic<int> m_count = 0;
    QHash<QString, int> m_perAddress;
};

} // namespace delpek::http
