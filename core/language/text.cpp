// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/text.h"

#include "language/spelling.h"

namespace delpek::language
{

namespace
{

bool isHebrew(QChar c)
{
    return isHebrewLetter(c.unicode());
}

bool isLetter(QChar c)
{
    return isHebrew(c) || c.isLetter();
}

bool isMark(QChar c)
{
    const auto code = c.unicode();
    if (code < 0x0591 || (code >= 0x05D0 && code <= 0x05EA)) {
        return false;
    }
    return (code >= 0x0591 && code <= 0x05C7 && code != 0x05BE && code != 0x05C0 && code != 0x05C3) || code == 0x200E ||
           code == 0x200F || (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) ||
           code == 0x200B || code == 0x200D || code == 0xFEFF || code == 0xFE0F || code == 0x061C;
}

bool isQuote(QChar c)
{
    const auto code = c.unicode();
    return code == '"' || code == '\'' || code == '`' || code == 0x00B4 || code == 0x05F3 || code == 0x05F4 ||
           (code >= 0x2018 && code <= 0x201F) || code == 0x2032 || code == 0x2033;
}

bool isDash(QChar c)
{
    const auto code = c.unicode();
    return code == '-' || code == 0x05BE || (code >= 0x2010 && code <= 0x2015);
}

char16_t plainLetter(QChar c)
{
    return c.unicode() < 0x80 || isHebrew(c) ? plainForm(c.unicode()) : c.toLower().unicode();
}

bool isPrefixLetter(QChar c)
{
    switch (c.unicode()) {
    case u'ו':
    case u'ש':
    case u'ה':
    case u'ב':
    case u'כ':
    case u'ל':
    case u'מ':
        return true;
    default:
        return false;
    }
}

/// Letters in a shape of their own (wide Latin, pointed Hebrew) are taken for the plain ones.
bool hasPlainShape(QChar c)
{
    return (c.unicode() >= 0xFB00 && c.unicode() <= 0xFB4F) || (c.unicode() >= 0xFF01 && c.unicode() <= 0xFFEF);
}

/// The colour of a skin, behind an emoji.
bool isShade(const QString& text, qsizetype i)
{
    return i + 1 < text.size() && text[i].unicode() == 0xD83C && text[i + 1].unicode() >= 0xDFFB;
}

/// Strips chains of at most three prefix letters; at least two letters stay.
void addForms(Token& token)
{
    token.forms.clear();
    token.forms.append(Form(token.key));
    if (token.key.isEmpty() || !isHebrew(token.key[0])) {
        return;
    }
    qsizetype stripped = 0;
    while (stripped < 3 && token.key.size() - stripped > 2 && isPrefixLetter(token.key[stripped])) {
        ++stripped;
        token.forms.append(Form(token.key.mid(stripped)));
    }
}

int breakOf(QChar c)
{
    switch (c.unicode()) {
    case u'.':
    case u'!':
    case u'?':
    case u'\n':
    case u'\u2026':
        return 2;
    case u',':
    case u';':
    case u':':
    case u'(':
    case u')':
    case u'[':
    case u']':
    case u'|':
    case u'/':
    case u'\u2022':
        return 1;
    default:
        return 0;
    }
}

/// Between two digits they belong to one number.
bool joinsDigits(QChar c)
{
    return c == u'.' || c == u':' || c == u'/' || c == u',';
}

/// Reads one run of letters or digits at a time and keeps what stood between.
class Reader
{
public:
    Reader(const QString& text, const Spelling* spelling)
        : m_spelling(spelling)
    {
        m_text.original = text;
        m_letters.reserve(text.size());
        m_places.reserve(std::size_t(text.size()));
        m_text.tokens.reserve(std::size_t(text.size()) / 5 + 4);
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (hasPlainShape(text[i])) {
                for (const QChar c : QString(text[i]).normalized(QString::NormalizationForm_KC)) {
                    add(c, i);
                }
            } else if (isShade(text, i)) {
                ++i;
            } else {
                add(text[i], i);
            }
        }
        if (spelling != nullptr) {
            spelling->rightKeyboard(m_letters);
        }
    }

    Text read()
    {
        while (m_at < m_places.size()) {
            const QChar c = charAt(m_at);
            if (c.isDigit()) {
                readNumber();
            } else if (isLetter(c)) {
                readWord();
            } else if (c.isSurrogate() || c.category() == QChar::Symbol_Other) {
                readEmoji();
            } else {
                readBetween(c);
            }
        }
        if (m_spelling != nullptr) {
            readLatinHebrew();
        }
        return std::move(m_text);
    }

private:
    void add(QChar c, qsizetype place)
    {
        if (!isMark(c)) {
            m_letters += c;
            m_places.push_back(place);
        }
    }

    QChar charAt(std::size_t i) const { return i < m_places.size() ? m_letters[qsizetype(i)] : QChar(); }

    /// First the words that are nothing else, then, where there are such, those that might be English.
    void readLatinHebrew()
    {
        bool found = false;
        for (const bool among : {false, true}) {
            if (among && !found) {
                return;
            }
            for (auto& token : m_text.tokens) {
                if (token.number || token.key.isEmpty() || token.key[0].unicode() < 'a' ||
                    token.key[0].unicode() > 'z') {
                    continue;
                }
                if (const auto hebrew = m_spelling->hebrewOf(token.key, among); !hebrew.isEmpty()) {
                    token.key = wordKey(hebrew);
                    addForms(token);
                    found = true;
                }
            }
        }
    }

    Token& push(std::size_t from, std::size_t to)
    {
        auto& token = m_text.tokens.emplace_back();
        token.span = {m_places[from], m_places[to - 1] + 1};
        token.breakBefore = m_text.tokens.size() == 1 ? 2 : m_break;
        token.prefix = std::exchange(m_prefix, {});
        m_break = 0;
        return token;
    }

    void readNumber()
    {
        const auto from = m_at;
        while (charAt(m_at).isDigit() || (joinsDigits(charAt(m_at)) && charAt(m_at + 1).isDigit())) {
            ++m_at;
        }
        QString digits;
        for (auto i = from; i < m_at; ++i) {
            digits += charAt(i).isDigit() ? QChar('0' + charAt(i).digitValue()) : charAt(i);
        }
        auto& token = push(from, m_at);
        token.number = true;
        token.key = digits;
        token.forms.append(Form(digits));
        if (isDash(charAt(m_at)) && charAt(m_at + 1).isDigit()) {
            auto& dash = push(m_at, m_at + 1);
            dash.key = QStringLiteral("-");
            dash.forms.append(Form(dash.key));
            ++m_at;
        }
    }

    void readWord()
    {
        const auto from = m_at;
        const bool hebrew = isHebrew(charAt(m_at));
        while (isLetter(charAt(m_at))
                   ? isHebrew(charAt(m_at)) == hebrew
                   : (isQuote(charAt(m_at)) && (isLetter(charAt(m_at + 1)) || m_at == from + 1 ||
                                                (isQuote(charAt(m_at + 1)) && isLetter(charAt(m_at + 2)))))) {
            ++m_at;
        }
        // "ת'תור": what speech leaves of "את".
        if (hebrew && charAt(from) == QChar(0x05EA) && isQuote(charAt(from + 1)) && isHebrew(charAt(from + 2)) &&
            m_at > from + 4) {
            m_at = from + 2;
            return;
        }
        const auto word = QStringView(m_letters).sliced(qsizetype(from), qsizetype(m_at - from));
        const bool glued = charAt(m_at).isDigit() || (isLetter(charAt(m_at)) && !word.isEmpty()) ||
                           (isDash(charAt(m_at)) && charAt(m_at + 1).isLetterOrNumber());
        if (hebrew && glued && word.size() <= 3 && std::all_of(word.begin(), word.end(), &isPrefixLetter)) {
            m_prefix = word.toString();
            m_at += isDash(charAt(m_at)) ? 1 : 0;
            return;
        }
        auto& token = push(from, m_at);
        token.key = wordKey(word);
        addForms(token);
    }

    void readEmoji()
    {
        const auto from = m_at;
        m_at += charAt(m_at).isHighSurrogate() ? 2 : 1;
        m_at = std::min(m_at, m_places.size());
        auto& token = push(from, m_at);
        token.key = m_text.original.mid(token.span.begin, token.span.end - token.span.begin);
        token.forms.append(Form(token.key));
    }

    void readBetween(QChar c)
    {
        m_break = std::max(m_break, breakOf(c));
        if (c == QLatin1Char('?')) {
            m_text.question = true;
            askSentence();
        }
        if (isDash(c) && charAt(m_at + 1).isSpace()) {
            m_break = std::max(m_break, 1);
        }
        ++m_at;
    }

    /// The words back to where the sentence began.
    void askSentence()
    {
        for (auto token = m_text.tokens.rbegin(); token != m_text.tokens.rend(); ++token) {
            token->asked = true;
            if (token->breakBefore == 2) {
                return;
            }
        }
    }

    const Spelling* m_spelling;
    Text m_text;
    QString m_letters;               ///< without marks, on the right keyboard
    std::vector<qsizetype> m_places; ///< of each letter, in the original
    std::size_t m_at = 0;
    int m_break = 0;
    QString m_prefix;
};

} // namespace

Letters keyLetters(QStringView word)
{
    Letters letters;
    for (const QChar c : word) {
        if (!isMark(c) && !isQuote(c)) {
            letters.append(plainLetter(c));
        }
    }
    letters.resize(qsizetype(joinDoubled(letters.data(), std::size_t(letters.size()))));
    return letters;
}

QString wordKey(QStringView word)
{
    return viewOf(keyLetters(word)).toString();
}

Text readText(const QString& text, const Spelling* spelling)
{
    return Reader(text, spelling).read();
}

QString fold(QStringView text)
{
    QString folded;
    for (const QChar c : text.toString().normalized(QString::NormalizationForm_KC)) {
        if (isMark(c)) {
            continue;
        }
        const auto code = c.unicode();
        const bool doubleQuote = code == '"' || code == 0x05F4 || (code >= 0x201C && code <= 0x201F) || code == 0x2033;
        const QChar plain = isDash(c)     ? QChar(QLatin1Char('-'))
                            : doubleQuote ? QChar(QLatin1Char('"'))
                            : isQuote(c)  ? QChar(QLatin1Char('\''))
                                          : c.toLower();
        folded += plain;
    }
    return folded.simplified();
}

} // namespace delpek::language
