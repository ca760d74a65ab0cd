// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/side/decisiondetail.h"

#include "domain/isolate.h"
#include "ui/wording.h"

namespace delpek::ui
{

namespace
{

constexpr int mostLines = 60;
constexpr int mostLetters = 400;

void collect(const base::Json& value, const QString& path, QStringList& lines)
{
    if (lines.size() >= mostLines) {
        return;
    }
    if (value.is_object()) {
        for (const auto& [key, member] : value.items()) {
            const QString name = QString::fromStdString(key);
            collect(member, path.isEmpty() ? name : path + QStringLiteral(" › ") + name, lines);
        }
        return;
    }
    const bool plainList =
        value.is_array() && std::ranges::none_of(value, [](const auto& v) { return v.is_structured(); });
    if (value.is_array() && !plainList) {
        int number = 1;
        for (const auto& member : value) {
            collect(member, QStringLiteral("%1 %2").arg(path).arg(number++).trimmed(), lines);
        }
        return;
    }
    QString text;
    if (plainList) {
        QStringList parts;
        for (const auto& member : value) {
            parts.append(member.is_string() ? QString::fromStdString(member.get<std::string>())
                                            : base::toCompactText(member));
        }
        text = parts.join(QStringLiteral(", "));
    } else {
        text = value.is_string() ? QString::fromStdString(value.get<std::string>()) : base::toCompactText(value);
    }
    if (text.isEmpty() || value.is_null()) {
        return;
    }
    text = domain::isolate(text.left(mostLetters).replace(QLatin1Char('\n'), QLatin1Char(' ')));
    lines.append(path.isEmpty() ? text : domain::isolate(path) + QStringLiteral(": ") + text);
}

} // namespace

QStringList detailLines(const base::Json& detail)
{
    QStringList lines;
    collect(detail, {}, lines);
    return lines;
}

QString stepTitle(const domain::DecisionStep& step)
{
    const QString kind = words::stepKind(step.kind);
    return step.name.isEmpty() ? kind : kind + QStringLiteral(" · ") + domain::isolate(step.name);
}

} // namespace delpek::ui
