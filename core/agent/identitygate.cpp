// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/identitygate.h"

#include "language/understanding.h"

#include <QCryptographicHash>

namespace delpek::agent
{
namespace
{

constexpr auto forgottenAfter = std::chrono::hours(24);

QString printOf(const QString& name, const QDate& birthDate)
{
    const QString tried = language::fold(name).simplified() + QLatin1Char('|') + birthDate.toString(Qt::ISODate);
    constexpr qsizetype enough = 16;
    return QString::fromLatin1(
        QCryptographicHash::hash(tried.toUtf8(), QCryptographicHash::Sha256).toHex().left(enough));
}

} // namespace

IdentityGate::IdentityGate(int limit, base::Instant now, const base::Json& kept)
    : m_limit(limit)
    , m_now(now)
{
    const auto last = base::fromMillis(base::integerAt(kept, "last").value_or(0));
    if (last + forgottenAfter > now) {
        m_tries = static_cast<int>(base::integerAt(kept, "tries").value_or(0));
        m_last = last;
        m_open = base::textAt(kept, "open");
    }
}

void IdentityGate::note(bool established, const QString& name, const QDate& birthDate)
{
    m_noted = established;
    const QString tried = printOf(name, birthDate);
    if (established || m_seen.contains(tried)) {
        return;
    }
    m_seen.insert(tried);
    const QString nameAlone = printOf(name, {});
    if (birthDate.isValid() && m_open == nameAlone) {
        m_open.clear();
        return;
    }
    ++m_tries;
    m_last = m_now;
    m_open = birthDate.isValid() ? QString() : nameAlone;
    m_closed = m_closed || isClosed();
}

std::optional<bool> IdentityGate::takeNoted()
{
    return std::exchange(m_noted, std::nullopt);
}

base::Json IdentityGate::toJson() const
{
    if (m_tries == 0) {
        return nullptr;
    }
    return {{"tries", m_tries}, {"last", base::toMillis(m_last)}, {"open", base::utf8(m_open)}};
}

} // namespace delpek::agent
