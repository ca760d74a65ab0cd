// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/draft.h"

#include "domain/phone.h"
#include "language/text.h"

#include <QHash>
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

QStringList keysOf(const QString& text)
{
    QStringList keys;
    for (const auto& token : language::readText(text).tokens) {
        keys.append(token.key);
    }
    return keys;
}

/// Hebrew glues "to", "of" and "with" to a name.
bool isWord(const QString& word, const QString& part)
{
    static const QString prefixes = QStringLiteral("ושהבכלמ");
    return word.endsWith(part) &&
           std::all_of(word.begin(), word.end() - part.size(), [](QChar c) { return prefixes.contains(c); });
}

/// All parts of a name stand within a few words, in whatever order: "first name Dana, last name Alon".
bool namesNear(const QStringList& words, const QStringList& parts)
{
    constexpr qsizetype reach = 4;
    for (qsizetype at = 0; at < words.size() && !parts.isEmpty(); ++at) {
        if (!isWord(words[at], parts.front())) {
            continue;
        }
        const auto near = words.mid(std::max<qsizetype>(at - reach, 0), 2 * reach + 1);
        if (std::all_of(parts.begin(), parts.end(), [&](const QString& part) {
                return std::any_of(near.begin(), near.end(), [&](const QString& word) { return isWord(word, part); });
            })) {
            return true;
        }
    }
    return false;
}

/// "clinic dot co dot il" and "clinic נקודה קום" as they are meant.
QString withDots(const QString& draft)
{
    static const QRegularExpression spelled(
        QStringLiteral("[ \\t]*[(\\[]?\\b(?:dot|נקודה|דוט)\\b[)\\]]?[ \\t]*(?=[\\w.]+)|[ \\t]+\\.[ "
                       "\\t]+(?=(?:com?|org|net|il)\\b)"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression at(
        QStringLiteral("(?<=\\w)[ \\t]*[(\\[](?:at|שטרודל|כרוכית)[)\\]][ \\t]*|[ \\t]+(?:שטרודל|כרוכית)[ \\t]+"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression hebrewEnd(QStringLiteral("\\.(?:קום|קו\\.איל|קו|איל|נט|אורג)(?!\\p{L})"));
    auto text = draft;
    text.replace(spelled, QStringLiteral("."));
    text.replace(at, QStringLiteral("@"));
    return text.replace(hebrewEnd, QStringLiteral(".com"));
}

} // namespace

QStringList strangeLinks(const QString& draft, const QStringList& allowed)
{
    static const QRegularExpression link(
        QStringLiteral("\\b[a-z][a-z0-9+.-]*://[^\\s<>\"]+|\\bwww\\.[^\\s<>\"]+"
                       "|[\\w.+-]+@[\\w-]+\\.[\\w.-]+|(?<![\\w@])@\\w{3,}"
                       "|(?<![\\w@.])[a-z0-9\\p{Hebrew}-]+(?:\\.[a-z0-9\\p{Hebrew}-]+)*\\.(?:com|net|org|io|co|il|me|"
                       "ly|info|app|biz|xyz|ru|"
                       "link|online|site|shop|top|gl|gg|to|example|health|clinic|dental|page|dev|ai|us|uk)\\b"
                       "(?:[/?#][^\\s<>\"]*)?"
                       "|\\[[^\\]]*\\]\\(([^)\\s]+)\\)"),
        QRegularExpression::CaseInsensitiveOption);
    QStringList strange;
    const auto text = withDots(draft);
    for (auto found = link.globalMatch(text); found.hasNext();) {
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

QStringList strangePhones(const QString& draft, const QStringList& known)
{
    static const QRegularExpression phone(
        QStringLiteral("(?<![\\w/-])(?:\\+|\\()?\\d(?:[ ().-]{0,2}\\d){8,13}(?![\\w/])"));
    static const QRegularExpression days(QStringLiteral("\\d{1,2}[./]\\d{1,2}\\D|\\b20\\d\\d-|\\d\\d:\\d\\d"));
    QStringList strange;
    for (auto found = phone.globalMatch(draft); found.hasNext();) {
        const QString written = found.next().captured();
        const auto meant = domain::Phone::parse(written);
        const auto isIn = [&](const QString& text) {
            for (auto numbers = phone.globalMatch(text); meant && numbers.hasNext();) {
                const auto number = domain::Phone::parse(numbers.next().captured());
                if (number && *number == *meant) {
                    return true;
                }
            }
            // A service number (1-700 …) or a reference is no phone of anybody: known by all its digits.
            return digitsOf(text).contains(digitsOf(written));
        };
        if (std::none_of(known.begin(), known.end(), isIn) && !written.contains(days)) {
            strange += written;
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
        if (namesNear(words, keysOf(other))) {
            return true;
        }
    }
    return false;
}

bool isInOtherLanguage(const QString& draft, domain::Language language, const std::vector<QString>& patientWords)
{
    constexpr int fewLetters = 12;
    constexpr int fewStrange = 2;
    int hebrew = 0;
    int latin = 0;
    QHash<int, int> strange;
    for (const QChar c : draft) {
        const auto script = c.script();
        if (!c.isLetter() || script == QChar::Script_Common) {
            continue;
        }
        hebrew += script == QChar::Script_Hebrew;
        latin += script == QChar::Script_Latin;
        if (script != QChar::Script_Hebrew && script != QChar::Script_Latin) {
            ++strange[script];
        }
    }
    const auto patientWrites = [&](int script) {
        return std::any_of(patientWords.begin(), patientWords.end(), [script](const QString& words) {
            return std::any_of(words.begin(), words.end(), [script](QChar c) { return c.script() == script; });
        });
    };
    for (auto it = strange.begin(); it != strange.end(); ++it) {
        if (it.value() > fewStrange && !patientWrites(it.key())) {
            return true;
        }
    }
    const int foreign = language == domain::Language::Hebrew ? latin : hebrew;
    return foreign >= fewLetters && foreign > (hebrew + latin) * 2 / 3;
}

bool showsInternals(const QString& draft)
{
    static const QRegularExpression internal(
        QStringLiteral("[{}]|\\[\\s*\"|\\]\\s*,|<\\/?[a-z][a-z0-9_]*>|```"               // data and markup
                       "|\\b[a-z]\\w*\\(\\w*\\s*[=\"']|\\b[a-z]\\w*\\(\\)|\\bselect \\*" // code
                       "|\\b(?:api|sql|json|database|backend|endpoint|webhook|server error|stack ?trace|error code)\\b"
                       "|(?:\\b(?:error|status|code)|שגיאה|קוד)\\s*:?\\s*[45]\\d\\d\\b"
                       "|\\b[a-z]+(?:_[a-z]+)+\\b"                                                // get_prices
                       "|\\bdelpek-|\\b[0-9a-f]{8}-[0-9a-f]{4}-|\\b(?=[a-f]*\\d)[0-9a-f]{16,}\\b" // references
                       "|\\b(?:wamid\\.|msg_|sk-|Bearer )|\\b(?:null|undefined|NaN)\\b"
                       "|\\b(?:patient|appointment|conversation|message|doctor)[ -]?id\\b"
                       "|מזהה\\s+(?:מטופל|תור|שיחה|פנימי)"),
        QRegularExpression::CaseInsensitiveOption);
    return draft.contains(internal);
}

} // namespace delpek::safety
