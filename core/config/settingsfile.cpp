// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/settingsfile.h"

#include "config/inifile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>

#include <mutex>

namespace delpek::config
{

namespace
{

using Lines = QList<QByteArray>;

/// Where the value of a line ends and a comment or nothing begins.
qsizetype endOfValue(const QString& text)
{
    if (text.startsWith(QLatin1Char('"'))) {
        qsizetype i = 1;
        while (i < text.size() && text[i] != QLatin1Char('"')) {
            i += text[i] == QLatin1Char('\\') ? 2 : 1;
        }
        return i + 1;
    }
    static const QRegularExpression comment(QStringLiteral("(?:^|\\s)#.*$"));
    qsizetype end = text.size();
    if (const auto match = comment.match(text); match.hasMatch()) {
        end = match.capturedStart();
    }
    while (end > 0 && text[end - 1].isSpace()) {
        --end;
    }
    return end;
}

QByteArray withValue(const QByteArray& line, const QString& value)
{
    const qsizetype equals = line.indexOf('=');
    QByteArray before = line.left(equals + 1);
    qsizetype begin = equals + 1;
    while (begin < line.size() && (line[begin] == ' ' || line[begin] == '\t')) {
        ++begin;
    }
    const QByteArray gap = line.mid(equals + 1, begin - equals - 1);
    before += gap.isEmpty() && before.endsWith(" =") ? QByteArray(" ") : gap;
    const QString rest = QString::fromUtf8(line.mid(begin));
    QByteArray after = rest.mid(endOfValue(rest)).toUtf8();
    if (after.startsWith('#') && (!value.isEmpty() || gap.isEmpty())) {
        after.prepend(' ');
    }
    return before + asWritten(value).toUtf8() + after;
}

/// The name of a section's line; empty for other lines.
QString sectionOf(const QByteArray& line)
{
    static const QRegularExpression form(QStringLiteral("\\A(?:\\x{FEFF})?\\s*\\[\\s*([a-z0-9.-]+)\\s*\\]"));
    return form.match(QString::fromUtf8(line)).captured(1);
}

bool saysSomething(const QByteArray& line)
{
    const QByteArray text = line.trimmed();
    return !text.isEmpty() && !text.startsWith('#');
}

/// The setting as a line of its own, in the section that fits best.
void add(Lines& lines, const QString& key, const QString& value, const QByteArray& lineEnd)
{
    QString best;
    qsizetype place = -1;
    QString section;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (const QString name = sectionOf(lines[i]); !name.isEmpty()) {
            section = name;
        }
        const bool fits = !section.isEmpty() && key.startsWith(section + QLatin1Char('.'));
        if (fits && section.size() >= best.size() && saysSomething(lines[i])) {
            best = section;
            place = i;
        }
    }
    const auto line = [&](const QString& name) {
        return QStringLiteral("%1 = %2").arg(name, asWritten(value)).toUtf8() + lineEnd;
    };
    if (place >= 0) {
        if (!lineEnd.isEmpty() && !lines[place].endsWith(lineEnd)) {
            lines[place] += lineEnd;
        }
        lines.insert(place + 1, line(key.mid(best.size() + 1)));
        return;
    }
    if (lines.constLast().isEmpty()) {
        lines.removeLast();
    } else if (!lineEnd.isEmpty()) {
        lines.last() += lineEnd;
    }
    if (!lines.isEmpty()) {
        lines.append(lineEnd);
    }
    const qsizetype dot = key.lastIndexOf(QLatin1Char('.'));
    lines.append('[' + key.left(dot).toUtf8() + ']' + lineEnd);
    lines.append(line(key.mid(dot + 1)));
    lines.append(QByteArray());
}

tl::unexpected<Error> fileTrouble(const QString& path, const QString& reason)
{
    return fail(ErrorCode::Unavailable, QStringLiteral("%1: %2").arg(path, reason), QStringLiteral("setup.file"));
}

} // namespace

QString asWritten(QString text)
{
    const bool isPlain =
        text == text.trimmed() && !text.startsWith(QLatin1Char('"')) && !text.contains(QLatin1Char('#'));
    if (isPlain) {
        return text;
    }
    text.replace(QLatin1Char('\\'), QStringLiteral("\\\\")).replace(QLatin1Char('"'), QStringLiteral("\\\""));
    return QLatin1Char('"') + text + QLatin1Char('"');
}

Result<QByteArray> withSettings(const QByteArray& bytes, const SettingValues& values, const QString& fileName)
{
    for (const auto& [key, value] : values) {
        if (std::ranges::any_of(value, [](QChar sign) { return sign.category() == QChar::Other_Control; })) {
            return fail(ErrorCode::InvalidInput, key + QStringLiteral(": must be one line of text"),
                        QStringLiteral("setup.line"));
        }
    }
    const auto entries = parseIni(bytes, fileName);
    if (!entries) {
        return fail(entries.error());
    }
    Lines lines = bytes.split('\n');
    const QByteArray lineEnd = bytes.contains("\r\n") ? "\r" : "";
    for (const auto& [key, value] : values) {
        const auto found = std::ranges::find(*entries, key, &IniEntry::key);
        if (found != entries->end()) {
            QByteArray& line = lines[found->line - 1];
            line = withValue(line, value);
        }
    }
    for (const auto& [key, value] : values) {
        if (std::ranges::find(*entries, key, &IniEntry::key) == entries->end()) {
            add(lines, key, value, lineEnd);
        }
    }
    return lines.join('\n');
}

Result<Done> keepSettings(const QString& path, const SettingValues& values)
{
    // Each part of the program keeps its own from a thread of its own; one that read before another wrote would take
    // the other's back.
    static std::mutex oneAtATime;
    const std::lock_guard lock(oneAtATime);
    QByteArray before;
    if (QFile file(path); file.exists()) {
        if (!file.open(QIODevice::ReadOnly)) {
            return fileTrouble(path, file.errorString());
        }
        before = file.readAll();
    }
    const auto after = withSettings(before, values, path);
    if (!after) {
        return fail(after.error());
    }
    const QString folder = QFileInfo(path).absolutePath();
    if (!QDir().mkpath(folder)) {
        return fileTrouble(path, QStringLiteral("its folder cannot be made"));
    }
    // The new text takes the old one's place only when it is whole on the disk.
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(*after) != after->size() || !file.commit()) {
        return fileTrouble(path, file.errorString());
    }
    return Done{};
}

} // namespace delpek::config
