// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/texts.h"

#include "domain/isolate.h"
#include "notify/smslength.h"

#include <QFile>
#include <QRegularExpression>

#include <map>

namespace delpek::notify
{

using base::Json;
using domain::Language;

namespace
{

constexpr qsizetype longestName = 40;
constexpr qsizetype longestQuote = 160;

Result<Json> readFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::Internal, QStringLiteral("%1 cannot be read").arg(path));
    }
    auto json = base::parseJson(file.readAll());
    if (!json || !json->is_object()) {
        return fail(ErrorCode::Internal, QStringLiteral("%1 is broken").arg(path));
    }
    return json;
}

QString inLanguage(const Json& both, Language language)
{
    return base::textAt(both, language == Language::Hebrew ? "he" : "en");
}

/// In one line, without controls and marks of direction; at most `longest`, cut between characters.
QString tidy(const QString& text, qsizetype longest)
{
    static const QRegularExpression gaps(QStringLiteral("[\\x{0}-\\x{20}\\x{7f}-\\x{a0}\\x{2028}\\x{2029}]+"));
    QString line = domain::withoutIsolates(text).replace(gaps, QStringLiteral(" ")).trimmed();
    if (line.size() <= longest) {
        return line;
    }
    line.truncate(longest - 3);
    if (line.back().isHighSurrogate()) {
        line.chop(1);
    }
    return line.trimmed() + QStringLiteral("...");
}

using Fields = std::map<QString, QString>;

QString fill(const QString& line, const Fields& fields)
{
    static const QRegularExpression field(QStringLiteral("\\{(\\w+)\\}"));
    QString filled;
    qsizetype at = 0;
    for (auto it = field.globalMatch(line); it.hasNext();) {
        const auto match = it.next();
        const auto known = fields.find(match.captured(1));
        filled += line.mid(at, match.capturedStart() - at) + (known == fields.end() ? QString() : known->second);
        at = match.capturedEnd();
    }
    return filled + line.mid(at);
}

/// The template's lines with their fields; a line that is nothing but an empty field is left out.
QString assemble(const Json& lines, const Fields& fields)
{
    QStringList filled;
    for (const auto& line : lines) {
        const QString pattern = QString::fromStdString(line.get<std::string>());
        const QString text = fill(pattern, fields);
        if (pattern.isEmpty() || !text.isEmpty()) {
            filled << text;
        }
    }
    return filled.join(QLatin1Char('\n'));
}

} // namespace

QString initialsOf(const QString& name)
{
    QString initials;
    for (const QString& part : tidy(name, 200).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (part.front().isLetter()) {
            initials += part.front().toUpper() + QLatin1Char('.');
        }
    }
    return initials;
}

Result<Texts> Texts::load(const QString& folder)
{
    auto words = readFile(folder + QStringLiteral("/notices.json"));
    auto reasons = readFile(folder + QStringLiteral("/reasons.json"));
    if (!words || !reasons) {
        return fail(words ? reasons.error() : words.error());
    }
    Texts texts;
    texts.m_words = std::move(*words);
    texts.m_reasons = std::move(*reasons);
    for (const char* part : {"sms", "telegram", "email"}) {
        if (!base::at(texts.m_words, part).is_array()) {
            return fail(ErrorCode::Internal,
                        QStringLiteral("notices.json has no lines for %1").arg(QLatin1String(part)));
        }
    }
    return texts;
}

QString Texts::word(const char* name, Language language) const
{
    return inLanguage(base::at(m_words, name), language);
}

QString Texts::reason(const domain::Escalation& escalation, Language language) const
{
    const auto look = [&](const char* group, const QString& key) {
        return inLanguage(base::at(base::at(m_reasons, group), base::utf8(key).c_str()), language);
    };
    if (!escalation.rules.isEmpty() && escalation.reason.startsWith(QLatin1String("triage."))) {
        if (const QString seen = look("rules", escalation.rules.constFirst()); !seen.isEmpty()) {
            return seen;
        }
    }
    return look("reasons", escalation.reason);
}

Wording Texts::write(const domain::Notice& notice, const Subject& subject, Language language, const QString& link,
                     const TextRules& rules) const
{
    Fields fields;
    fields[QStringLiteral("urgency")] =
        inLanguage(base::at(base::at(m_words, "urgency"), base::utf8(base::toText(notice.urgency)).c_str()), language);
    const QString name = rules.initials ? initialsOf(subject.patient) : tidy(subject.patient, longestName);
    fields[QStringLiteral("patient")] = name.isEmpty() ? word("nameless", language) : name;
    fields[QStringLiteral("again")] = notice.repeated ? word("again", language) : QString();
    fields[QStringLiteral("acknowledge")] = word("acknowledge", language);
    fields[QStringLiteral("link")] = link;
    fields[QStringLiteral("atTheDesk")] = link.isEmpty() ? word("atTheDesk", language) : QString();
    QString summary = rules.telling == Telling::Nothing ? QString() : reason(subject.escalation, language);
    if (const QString quoted = tidy(subject.words, longestQuote);
        rules.telling == Telling::Words && !quoted.isEmpty()) {
        summary += QStringLiteral("%1\"%2\"").arg(summary.isEmpty() ? QString() : QStringLiteral(": "), quoted);
    }
    fields[QStringLiteral("summary")] = summary;

    const Json& lines = base::at(m_words, base::utf8(base::toText(notice.way)).c_str());
    QString text = assemble(lines, fields);
    for (qsizetype room = summary.size() - 4;
         notice.way == domain::NoticeWay::Sms && smsParts(text) > mostSmsParts && room > -4; room -= 4) {
        fields[QStringLiteral("summary")] = room > 4 ? tidy(summary, room) : QString();
        text = assemble(lines, fields);
    }
    return {fill(word("subject", language), fields), text};
}

Wording Texts::writeTest(Language language) const
{
    return {QStringLiteral("Delpek"), word("test", language)};
}

} // namespace delpek::notify
