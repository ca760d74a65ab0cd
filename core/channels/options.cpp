// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/options.h"

#include "domain/isolate.h"

#include <QSet>

namespace delpek::channels
{

QString withNumberedLines(const QString& text, const std::vector<domain::Option>& options)
{
    QString lines = text;
    int number = 0;
    for (const domain::Option& option : options) {
        lines += QStringLiteral("\n%1. %2").arg(++number).arg(domain::withoutIsolates(option.label));
    }
    return lines;
}

bool fitButtons(const std::vector<domain::Option>& options, int maxLabel)
{
    QSet<QString> values;
    QSet<QString> labels;
    for (const domain::Option& option : options) {
        const QString label = domain::withoutIsolates(option.label).trimmed();
        if (option.value.isEmpty() || option.value.toUtf8().size() > 64 || label.isEmpty() || label.size() > maxLabel ||
            values.contains(option.value) || labels.contains(label)) {
            return false;
        }
        values.insert(option.value);
        labels.insert(label);
    }
    return true;
}

} // namespace delpek::channels
