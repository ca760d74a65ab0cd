// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/httpdate.h"

#include <QDateTime>
#include <QLocale>

namespace delpek::http
{

namespace
{

const QString form = QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'");

} // namespace

QByteArray httpDate(base::Instant instant)
{
    return QLocale::c().toString(QDateTime::fromMSecsSinceEpoch(base::toMillis(instant), Qt::UTC), form).toLatin1();
}

std::optional<base::Instant> parseHttpDate(const QByteArray& text)
{
    QDateTime moment = QLocale::c().toDateTime(QString::fromLatin1(text.trimmed()), form);
    if (!moment.isValid()) {
        return std::nullopt;
    }
    moment.setTimeSpec(Qt::UTC);
    return base::fromMillis(moment.toMSecsSinceEpoch());
}

} // namespace delpek::http
