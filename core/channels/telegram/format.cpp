// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/telegram/format.h"

#include "domain/isolate.h"

namespace delpek::channels::telegram
{

QString escaped(const QString& text)
{
    QString html = text;
    return html.replace(QLatin1Char('&'), QLatin1String("&amp;"))
        .replace(QLatin1Char('<'), QLatin1String("&lt;"))
        .replace(QLatin1Char('>'), QLatin1String("&gt;"));
}

QString numbered(const QString& text, const std::vector<domain::Option>& options)
{
    QString html = escaped(text);
    int number = 0;
    for (const domain::Option& option : options) {
        const QString label = escaped(domain::withoutIsolates(option.label));
        html += QStringLiteral("\n<b>%1.</b> ").arg(++number) + label;
    }
    return html;
}

} // namespace delpek::channels::telegram
