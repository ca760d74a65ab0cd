// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/email.h"

#include <QRegularExpression>

namespace delpek::domain
{

Result<Done> checkEmail(const QString& address)
{
    static const QRegularExpression form(QStringLiteral(
        "\\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@"
        "(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)*[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\z"));
    if (address.size() > 254 || address.indexOf(QLatin1Char('@')) > 64 || !form.match(address).hasMatch()) {
        return fail(
            ErrorCode::InvalidInput,
            QStringLiteral("not an e-mail address; write it as name@clinic.example, without anything around it"),
            QStringLiteral("notice.badAddress"));
    }
    return Done{};
}

} // namespace delpek::domain
