// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/unmask.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

namespace delpek::safety
{

namespace
{

/// Each match replaced by what `use` makes of it.
template <typename Use>
QString replaced(const QString& text, const QRegularExpression& expression, Use use)
{
    QString result;
    qsizetype end = 0;
    for (auto found = expression.globalMatch(text); found.hasNext();) {
        const auto match = found.next();
        result += QStringView(text).sliced(end, match.capturedStart() - end);
        result += use(match);
        end = match.capturedEnd();
    }
    result += QStringView(text).sliced(end);
    return result;
}

QString withoutMarks(const QString& draft)
{
    QString text;
    for (const QChar c : draft.normalized(QString::NormalizationForm_KC)) {
        const bool invisible = c.category() == QChar::Other_Format || c == QChar(0x034F) || c == QChar(0x115F);
        const bool point = c.category() == QChar::Mark_NonSpacing || c.category() == QChar::Mark_Enclosing;
        if (c.isDigit()) {
            text += QChar(u'0' + c.digitValue());
        } else if (!invisible && !point) {
            text += c;
        }
    }
    return text;
}

/// Greek and Cyrillic letters that look like Latin ones, in words that hold Latin letters too.
QString withoutLookalikes(const QString& text)
{
    static const QString strange = QStringLiteral("АВЕЅІЈКМНОРСТУХаеѕіјкорсухԁһ"
                                                  "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορτυχ");
    static const QString plain = QStringLiteral("ABESIJKMHOPCTYXaesijkopcyxdh"
                                                "ABEZHIKMNOPTYXaiknoptux");
    static const QRegularExpression mixed(
        QStringLiteral("(?=\\p{L}*\\p{Latin})\\p{L}*[\\p{Greek}\\p{Cyrillic}]\\p{L}*"));
    return replaced(text, mixed, [](const QRegularExpressionMatch& match) {
        auto word = match.captured();
        for (QChar& c : word) {
            const auto at = strange.indexOf(c);
            c = at < 0 ? c : plain[at];
        }
        return word;
    });
}

/// "Adv1l", "0ptalgin", "p@in"; not "16h45", "5pm" or "B12".
QString withoutDigitsInWords(const QString& text)
{
    static const QString signs = QStringLiteral("013457@$!");
    static const QString letters = QStringLiteral("oieastasi");
    static const QRegularExpression disguised(
        QStringLiteral("(?<![\\p{L}\\d@./])(?:[a-z]{2,}[0-57@$!][a-z]+[a-z0-57@$]*|[a-z][0-57@$!][a-z]{2,}[a-z0-57@$]*"
                       "|0[a-z]{4,})(?![\\p{L}\\d@/]|\\.\\p{L})"),
        QRegularExpression::CaseInsensitiveOption);
    return replaced(text, disguised, [](const QRegularExpressionMatch& match) {
        auto word = match.captured();
        for (QChar& c : word) {
            const auto at = signs.indexOf(c);
            c = at < 0 ? c : letters[at];
        }
        return word;
    });
}

/// Single separators gone, one space where there were more.
QString withoutSeparators(const QRegularExpressionMatch& match)
{
    const auto text = match.captured();
    QString word;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].isLetterOrNumber()) {
            word += text[i];
        } else if (text[i].isSpace() && text[i - 1].isSpace() && !word.endsWith(QLatin1Char(' '))) {
            word += QLatin1Char(' ');
        }
    }
    return word;
}

/// "**Ty**_len_**ol**", "can~~celled~~", "ה.ז.זתי", "ה ז ז ת י"; two spaces or more part words.
QString joined(const QString& text)
{
    static const QRegularExpression layout(QStringLiteral("(?<=\\p{L})_*[*~`|][*~_`|]*(?=\\p{L})|[*~`]{2,}"));
    static const QRegularExpression apart(
        QStringLiteral("(?<![\\p{L}\\d'\"׳״])(?:(?:\\p{L}(?: \\p{L})+ {2,})*\\p{L}(?: \\p{L}){2,}"
                       "|\\p{L}(?:[.*_~|·/\\-]\\p{L}){2,})(?![\\p{L}\\d'\"׳״])"));
    static const QRegularExpression pieces(
        QStringLiteral("(?<![\\p{L}\\d.])\\p{Hebrew}\\.\\p{Hebrew}{1,3}(?:\\.\\p{Hebrew}{1,3})+"));
    static const QRegularExpression digits(
        QStringLiteral("(?<![\\d.,:/-])\\d(?: [.:/] \\d|[.:/]\\d| \\d)+(?![\\d.,:/-]| ?[₪%])"));
    static const QRegularExpression unit(QStringLiteral("(?<=\\d) (m) ?(g|l)\\b"));
    auto result = replaced(text, layout, withoutSeparators);
    result = replaced(result, digits,
                      [](const QRegularExpressionMatch& match) { return match.captured().remove(QLatin1Char(' ')); });
    result.replace(unit, QStringLiteral(" \\1\\2"));
    result = replaced(result, apart, withoutSeparators);
    return replaced(result, pieces, withoutSeparators);
}

const QHash<QChar, QChar>& sounds()
{
    static const QHash<QChar, QChar> table = [] {
        const auto from = QStringLiteral("בגדזחטכךלמםנןספףצץקרשתbcdfgjklmnpqrstvxz");
        const auto to = QStringLiteral("bgdzktkklmmnnsppzzkrstbkdpgzklmnpkrstbkz");
        QHash<QChar, QChar> filled;
        for (qsizetype i = 0; i < from.size(); ++i) {
            filled.insert(from[i], to[i]);
        }
        return filled;
    }();
    return table;
}

} // namespace

QString asRead(const QString& draft)
{
    return joined(withoutDigitsInWords(withoutLookalikes(withoutMarks(draft))));
}

QStringList mixedWords(const QString& draft)
{
    static const QRegularExpression word(
        QStringLiteral("(?=\\p{Hebrew}*[a-z]|[a-z]*\\p{Hebrew})(?![ושהבכלמ]{1,3}[a-z]+(?![a-z\\p{Hebrew}]))"
                       "(?<![a-z\\p{Hebrew}])(?:\\p{Hebrew}+[a-z]|[a-z]+\\p{Hebrew})[a-z\\p{Hebrew}]*"),
        QRegularExpression::CaseInsensitiveOption);
    QStringList mixed;
    for (auto found = word.globalMatch(draft); found.hasNext();) {
        mixed += found.next().captured();
    }
    return mixed;
}

QString soundOf(QStringView word)
{
    QString sound;
    for (const QChar c : word) {
        const auto plain = sounds().value(c.toLower(), QChar());
        if (!plain.isNull() && !sound.endsWith(plain)) {
            sound += plain;
        }
    }
    return sound;
}

} // namespace delpek::safety
