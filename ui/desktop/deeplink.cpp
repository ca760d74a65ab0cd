// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/deeplink.h"

#include <QRegularExpression>

namespace delpek::ui
{

namespace
{

constexpr QLatin1String linkScheme("delpek:");

tl::unexpected<Error> notALink()
{
    // The text itself stays out of the log: it may hold anything.
    return fail(ErrorCode::InvalidInput, QStringLiteral("the link is none of Delpek's"),
                QStringLiteral("link.unknown"));
}

} // namespace

bool looksLikeDeepLink(const QString& text)
{
    return text.startsWith(linkScheme, Qt::CaseInsensitive);
}

Result<DeepLink> parseDeepLink(const QString& text)
{
    if (text.size() > longestDeepLink || !looksLikeDeepLink(text)) {
        return notALink();
    }
    // Not by QUrl, which mends and decodes: only what toText writes passes, and the slash that browsers add.
    static const QRegularExpression form(QStringLiteral(
        "\\A//(?:(conversation|escalation)/([1-9][0-9]{0,17})|book/(20[0-9]{2}-[0-9]{2}-[0-9]{2}))/?\\z"));
    const auto match = form.match(text.mid(linkScheme.size()));
    if (!match.hasMatch()) {
        return notALink();
    }
    if (match.hasCaptured(3)) {
        const QDate day = QDate::fromString(match.captured(3), Qt::ISODate);
        return day.isValid() ? Result<DeepLink>(DeepLink{DeepLink::To::Book, 0, day}) : notALink();
    }
    const auto to =
        match.captured(1) == QLatin1String("conversation") ? DeepLink::To::Conversation : DeepLink::To::Escalation;
    return DeepLink{to, match.captured(2).toLongLong(), {}};
}

QString toText(const DeepLink& link)
{
    switch (link.to) {
    case DeepLink::To::Conversation:
        return QStringLiteral("delpek://conversation/%1").arg(link.id);
    case DeepLink::To::Escalation:
        return QStringLiteral("delpek://escalation/%1").arg(link.id);
    case DeepLink::To::Book:
        return QStringLiteral("delpek://book/%1").arg(link.day.toString(Qt::ISODate));
    }
    return {};
}

} // namespace delpek::ui
