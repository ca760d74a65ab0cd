// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/draft.h"

#include "language/text.h"

#include <QRegularExpression>

#include <algorithm>

namespace delpek::safety
{

namespace
{

QString digitsOf(const QString& text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.isDigit()) {
            digits += QString::number(c.digitValue());
        }
    }
    return digits;
}

/// The words' keys between single spaces, with one before and one behind.
QString keysOf(const QString& text)
{
    QStringList keys;
    for (const auto& token : language::readText(text).tokens) {
        keys.append(token.key);
    }
    return QLatin1Char(' ') + keys.join(QLatin1Char(' ')) + QLatin1Char(' ');
}

bool isHebrew(QChar c)
{
    return c >= QChar(0x05D0) && c <= QChar(0x05EA);
}

} // namespace

QString asRead(const QString& draft)
{
    QString text;
    for (const QChar c : draft.normalized(QString::NormalizationForm_KC)) {
        const bool invisible = c.category() == QChar::Other_Format || c == QChar(0x00AD) || c == QChar(0x034F);
        const bool point = c.category() == QChar::Mark_NonSpacing;
        if (c.isDigit()) {
            text += QChar(u'0' + c.digitValue());
        } else if (!invisible && !point) {
            text += c;
        }
    }
    // Four letters or more that stand apart, by spaces, dots or the like.
    static const QRegularExpression apart(
        QStringLiteral("(?<![\\p{L}\\d])\\p{L}(?:[ .*_\\-]\\p{L}){3,}(?![\\p{L}\\d])"));
    QString joined;
    qsizetype end = 0;
    for (auto found = apart.globalMatch(text); found.hasNext();) {
        const auto match = found.next();
        joined += QStringView(text).sliced(end, match.capturedStart() - end);
        std::ranges::copy_if(match.captured(), std::back_inserter(joined), [](QChar c) { return c.isLetter(); });
        end = match.capturedEnd();
    }
    joined += QStringView(text).sliced(end);
    return joined;
}

QStringList strangeLinks(const QString& draft, const QStringList& allowed)
{
    static const QRegularExpression link(
        QStringLiteral("\\b[a-z][a-z0-9+.-]*://[^\\s<>\"]+|\\bwww\\.[^\\s<>\"]+"
                       "|(?<![\\w@.])[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.(?:com|net|org|io|co|il|me|ly|info|app|biz|xyz|ru|"
                       "link|online|site|shop|top|gl|gg|to|example)\\b(?:[/?#][^\\s<>\"]*)?"
                       "|\\[[^\\]]*\\]\\(([^)\\s]+)\\)"),
        QRegularExpression::CaseInsensitiveOption);
    QStringList strange;
    for (auto found = link.globalMatch(draft); found.hasNext();) {
        const auto match = found.next();
        auto address = match.captured(1).isEmpty() ? match.captured() : match.captured(1);
        while (!address.isEmpty() && QStringLiteral(".,;:!?)").contains(address.back())) {
            address.chop(1);
        }
        if (!allowed.contains(address)) {
            strange += address;
        }
    }
    return strange;
}

bool namesOther(const QString& draft, const std::vector<QString>& others)
{
    const auto words = keysOf(draft);
    const auto draftDigits = digitsOf(draft);
    for (const auto& other : others) {
        const auto digits = digitsOf(other);
        if (digits.size() >= 7) {
            if (draftDigits.contains(digits.right(9))) {
                return true;
            }
            continue;
        }
        const auto name = keysOf(other).trimmed();
        if (name.isEmpty()) {
            continue;
        }
        // Hebrew glues "to", "of" and "with" to a name.
        for (auto at = words.indexOf(name); at >= 0; at = words.indexOf(name, at + 1)) {
            const bool endsThere = words[at + name.size()] == QLatin1Char(' ');
            const auto start = words.lastIndexOf(QLatin1Char(' '), at) + 1;
            const auto glued = words.mid(start, at - start);
            static const QString prefixes = QStringLiteral("ושהבכלמ");
            if (endsThere && std::all_of(glued.begin(), glued.end(), [](QChar c) { return prefixes.contains(c); })) {
                return true;
            }
        }
    }
    return false;
}

bool isInOtherLanguage(const QString& draft, domain::Language language)
{
    constexpr int fewLetters = 16;
    int hebrew = 0;
    int other = 0;
    for (const QChar c : draft) {
        hebrew += isHebrew(c);
        other += c.isLetter() && !isHebrew(c);
    }
    const int foreign = language == domain::Language::Hebrew ? other : hebrew;
    return foreign >= fewLetters && foreign > (hebrew + other) * 2 / 3;
}

bool showsInternals(const QString& draft)
{
    static const QRegularExpression internal(
        QStringLiteral("[{}]|\\[\\s*\"|\\]\\s*,|<\\/?[a-z][a-z0-9_]*>|```"                        // data and markup
                       "|\\b[a-z]+(?:_[a-z]+)+\\b"                                                // get_prices
                       "|\\bdelpek-|\\b[0-9a-f]{8}-[0-9a-f]{4}-|\\b(?=[a-f]*\\d)[0-9a-f]{16,}\\b" // references
                       "|\\b(?:wamid\\.|msg_|sk-|Bearer )|\\b(?:null|undefined|NaN)\\b"
                       "|\\b(?:patient|appointment|conversation|message|doctor)[ -]?id\\b"
                       "|מזהה\\s+(?:מטופל|תור|שיחה|פנימי)"),
        QRegularExpression::CaseInsensitiveOption);
    return draft.contains(internal);
}

} // namespace delpek::safety
