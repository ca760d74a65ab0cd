// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/insights/insightswords.h"

#include "domain/isolate.h"
#include "ui/application.h"
#include "ui/wording.h"

#include <QCoreApplication>
#include <QLocale>

namespace delpek::ui::insightswords
{

namespace
{

QString wordOf(const char* text)
{
    return QCoreApplication::translate("InsightsWords", text);
}

const QString dash = QStringLiteral("–");

QString signOf(const QString& currency)
{
    return currency == QLatin1String("USD")   ? QStringLiteral("$")
           : currency == QLatin1String("ILS") ? QStringLiteral("₪")
           : currency == QLatin1String("EUR") ? QStringLiteral("€")
                                              : currency;
}

} // namespace

QString count(qint64 number)
{
    return QLocale().toString(number);
}

QString share(int part, int whole)
{
    return whole == 0 ? dash : domain::isolate(QStringLiteral("%1%").arg(qRound(100.0 * part / whole)));
}

QString span(base::Duration duration)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(duration).count();
    return seconds < 60 ? wordOf(QT_TRANSLATE_NOOP("InsightsWords", "%1 s")).arg(seconds) : words::waited(duration);
}

QString median(const domain::Waits& waits)
{
    return waits.count == 0 ? dash : span(waits.median);
}

QString nineInTen(const domain::Waits& waits)
{
    return waits.count == 0
               ? QString()
               : wordOf(QT_TRANSLATE_NOOP("InsightsWords", "9 in 10 within %1")).arg(span(waits.nineInTen));
}

QString money(qint64 cost, const QString& currency)
{
    const QString amount = QLocale().toString(static_cast<double>(cost) / 1'000'000, 'f', 2);
    const QString sign = signOf(currency);
    const bool isAfter =
        sign.size() > 1 || (sign == QStringLiteral("₪") && currentLanguage() == domain::Language::Hebrew);
    return domain::isolate(isAfter ? amount + QChar(QChar::Nbsp) + sign : sign + amount);
}

QString channel(domain::ChannelKind channel)
{
    switch (channel) {
    case domain::ChannelKind::Waha:
        return wordOf(QT_TRANSLATE_NOOP("InsightsWords", "WhatsApp (linked phone)"));
    case domain::ChannelKind::WebChat:
        return wordOf(QT_TRANSLATE_NOOP("InsightsWords", "Web chat"));
    case domain::ChannelKind::WhatsApp:
    case domain::ChannelKind::Telegram:
        break;
    }
    return words::channel(channel);
}

QString shortDay(QDate day)
{
    return domain::isolate(day.toString(QStringLiteral("d.M")));
}

QString longDay(QDate day)
{
    return QLocale().toString(day, currentLanguage() == domain::Language::Hebrew ? QStringLiteral("dddd d.M")
                                                                                 : QStringLiteral("ddd d MMM"));
}

QString days(QDate first, QDate last)
{
    return first == last ? longDay(first)
                         : wordOf(QT_TRANSLATE_NOOP("InsightsWords", "%1 – %2")).arg(longDay(first), longDay(last));
}

} // namespace delpek::ui::insightswords
