// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/inifile.h"

#include <QRegularExpression>
#include <QStringDecoder>

namespace delpek::config
{

namespace
{

using Where = std::function<tl::unexpected<Error>(const QString&)>;

/// The text between the quotes, with escapes undone. After the closing quote only a comment may follow.
Result<QString> unquote(const QString& text, const Where& wrong)
{
    QString value;
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (text[i] == QLatin1Char('"')) {
            const QString rest = text.mid(i + 1).trimmed();
            if (!rest.isEmpty() && !rest.startsWith(QLatin1Char('#'))) {
                return wrong(QStringLiteral("text follows the closing quote; put it inside the quotes or remove it"));
            }
            return value;
        }
        if (text[i] == QLatin1Char('\\')) {
            ++i;
            if (i == text.size() || (text[i] != QLatin1Char('"') && text[i] != QLatin1Char('\\'))) {
                return wrong(
                    QStringLiteral("inside quotes a backslash stands before \" or \\ only; write \\\\ for one"));
            }
        }
        value += text[i];
    }
    return wrong(QStringLiteral("the closing quote is missing; add a \" at the end of the value"));
}

Result<QString> readValue(const QString& text, const Where& wrong)
{
    if (text.startsWith(QLatin1Char('"'))) {
        return unquote(text, wrong);
    }
    static const QRegularExpression comment(QStringLiteral("(?:^|\\s)#.*$"));
    return QString(text).remove(comment).trimmed();
}

Result<QString> readSection(const QString& line, const Where& wrong)
{
    static const QRegularExpression form(QStringLiteral("\\A\\[\\s*([a-z0-9.-]+)\\s*\\]\\s*(?:#.*)?\\z"));
    const auto match = form.match(line);
    if (!match.hasMatch()) {
        return wrong(QStringLiteral("not a section; write [name] in lower case, for example [listen]"));
    }
    return match.captured(1);
}

} // namespace

Result<std::vector<IniEntry>> parseIni(const QByteArray& bytes, const QString& fileName)
{
    QStringDecoder decode(QStringDecoder::Utf8);
    const QString text = decode(bytes);
    if (decode.hasError()) {
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("%1: not UTF-8 text; save the file as UTF-8").arg(fileName));
    }
    static const QRegularExpression assignment(QStringLiteral("\\A([A-Za-z0-9._-]+)\\s*=\\s*(.*)\\z"));
    std::vector<IniEntry> entries;
    std::map<QString, int> seen;
    QString section;
    int number = 0;
    for (const QString& raw : text.split(QLatin1Char('\n'))) {
        ++number;
        const Where wrong = [&](const QString& what) {
            return fail(ErrorCode::InvalidInput, QStringLiteral("%1:%2: %3").arg(fileName).arg(number).arg(what));
        };
        const QString line = raw.trimmed();
        if (line.isEmpty() || line.startsWith(QLatin1Char('#'))) {
            continue;
        }
        if (line.startsWith(QLatin1Char('['))) {
            auto name = readSection(line, wrong);
            if (!name) {
                return fail(name.error());
            }
            section = *name + QLatin1Char('.');
            continue;
        }
        const auto match = assignment.match(line);
        if (!match.hasMatch()) {
            return wrong(QStringLiteral("not a setting; write key = value, or begin the line with # for a comment"));
        }
        auto value = readValue(match.captured(2), wrong);
        if (!value) {
            return fail(value.error());
        }
        const QString key = section + match.captured(1);
        if (const auto [first, isNew] = seen.emplace(key, number); !isNew) {
            return wrong(
                QStringLiteral("\"%1\" stands already in line %2; remove one of the two").arg(key).arg(first->second));
        }
        entries.push_back({key, *value, number});
    }
    return entries;
}

} // namespace delpek::config
