// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/llm/mask.h"

namespace delpek::agent::llm
{
namespace
{

const QRegularExpression& placeholderForm()
{
    static const QRegularExpression form(QStringLiteral("\\b(?:NAME|PHONE|EMAIL|ID|ADDRESS)_\\d+\\b"));
    return form;
}

QRegularExpression unicode(const char* pattern)
{
    return QRegularExpression(QString::fromUtf8(pattern), QRegularExpression::UseUnicodePropertiesOption |
                                                              QRegularExpression::CaseInsensitiveOption);
}

} // namespace

Mask::Mask(MaskedWords words)
    : m_words(std::move(words))
{
    // The whole name first, then each word of it: people write one of them as often.
    QStringList all;
    for (const QString& name : m_words.names) {
        const QString whole = name.simplified();
        if (!whole.isEmpty()) {
            all << whole;
        }
        for (const QString& word : whole.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            constexpr qsizetype shortest = 2;
            if (word.size() >= shortest && word.at(0).isLetter()) {
                all << word;
            }
        }
    }
    all.removeDuplicates();
    std::stable_sort(all.begin(), all.end(), [](const QString& a, const QString& b) { return a.size() > b.size(); });
    for (const QString& name : all) {
        // Hebrew writes "to", "from", "and" … onto the name.
        m_names.emplace_back(QStringLiteral("(?<![\\p{L}\\p{N}_])([ולבמשהכ]{0,2})(%1)(?![\\p{L}\\p{N}_])")
                                 .arg(QRegularExpression::escape(name)),
                             QRegularExpression::UseUnicodePropertiesOption |
                                 QRegularExpression::CaseInsensitiveOption);
    }
}

QString Mask::placeholder(const char* kind, const QString& value)
{
    const QString key = QLatin1String(kind) + QLatin1Char('\n') + value;
    auto& given = m_given[key];
    if (given.isEmpty()) {
        given = QStringLiteral("%1_%2").arg(QLatin1String(kind)).arg(++m_last[QLatin1String(kind)]);
        m_values[given] = value;
    }
    return given;
}

QString Mask::replaceAll(const QString& text, const QRegularExpression& form, const char* kind)
{
    QString result;
    qsizetype from = 0;
    for (auto it = form.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const QString value = match.captured();
        const bool open = std::any_of(m_words.open.begin(), m_words.open.end(),
                                      [&value](const QString& word) { return word.contains(value.trimmed()); });
        result += text.mid(from, match.capturedStart() - from) + (open ? value : placeholder(kind, value));
        from = match.capturedEnd();
    }
    return result + text.mid(from);
}

QString Mask::hideNames(QString text)
{
    for (const auto& form : m_names) {
        QString result;
        qsizetype from = 0;
        for (auto it = form.globalMatch(text); it.hasNext();) {
            const auto match = it.next();
            result += text.mid(from, match.capturedStart(2) - from) + placeholder("NAME", match.captured(2));
            from = match.capturedEnd();
        }
        text = result + text.mid(from);
    }
    return text;
}

QString Mask::hidden(const QString& text)
{
    static const auto email = unicode("[A-Za-z0-9][A-Za-z0-9._%+-]*@[\\p{L}\\p{N}.-]+\\.[\\p{L}]{2,}");
    static const auto phone = unicode(
        "(?<![\\p{L}\\p{N}_+-])(?:\\+|00)\\d[\\d ()-]{6,16}\\d(?!\\d)|(?<![\\p{L}\\p{N}_-])0\\d{1,2}[ -]?\\d{3}[ "
        "-]?\\d{3,4}(?![\\d-])");
    static const auto number = unicode("(?<![\\p{L}\\p{N}_.:-])\\d{8,9}(?![\\p{N}_.:-])");
    static const auto street = unicode("(?<![\\p{L}])(?:(?:[בלמ]?(?:רחוב|רח'|שדרות|שד'))\\s+\\p{L}[\\p{L}'\" "
                                       "]{1,30}?\\s+\\d{1,4}|\\d{1,4}\\s+\\p{L}[\\p{L} ]{1,30}?\\s+(?:street|st\\.|"
                                       "avenue|ave\\.|road|rd\\.|boulevard|blvd\\.?)(?!\\p{L}))");
    QString result = replaceAll(text, email, "EMAIL");
    result = replaceAll(result, street, "ADDRESS");
    result = replaceAll(result, phone, "PHONE");
    result = replaceAll(result, number, "ID");
    return hideNames(std::move(result));
}

base::Json Mask::hidden(const base::Json& json)
{
    if (json.is_string()) {
        return base::utf8(hidden(QString::fromStdString(json.get<std::string>())));
    }
    base::Json result = json;
    if (json.is_structured()) {
        for (auto& member : result) {
            member = hidden(member);
        }
    }
    return result;
}

Prompt Mask::hide(const Prompt& prompt)
{
    Prompt result = prompt;
    // The system text tells of the clinic and of no person; it stays as it is, so that a provider may keep it.
    for (auto& entry : result.entries) {
        entry.text = hidden(entry.text);
        for (auto& use : entry.uses) {
            use.arguments = hidden(use.arguments);
        }
        for (auto& answer : entry.answers) {
            answer.value = hidden(answer.value);
        }
    }
    result.situation = hidden(prompt.situation);
    return result;
}

Result<QString> Mask::shown(const QString& text) const
{
    QString result;
    qsizetype from = 0;
    for (auto it = placeholderForm().globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const auto value = m_values.find(match.captured());
        if (value == m_values.end()) {
            return fail(ErrorCode::InvalidInput, QStringLiteral("the model made up a placeholder"),
                        QStringLiteral("llm.placeholder"));
        }
        result += text.mid(from, match.capturedStart() - from) + value->second;
        from = match.capturedEnd();
    }
    return result + text.mid(from);
}

Result<base::Json> Mask::shown(const base::Json& json) const
{
    if (json.is_string()) {
        return shown(QString::fromStdString(json.get<std::string>())).map([](const QString& text) {
            return base::Json(base::utf8(text));
        });
    }
    base::Json result = json;
    if (json.is_structured()) {
        for (auto& member : result) {
            auto inner = shown(member);
            if (!inner) {
                return inner;
            }
            member = std::move(*inner);
        }
    }
    return result;
}

Result<Completion> Mask::restore(Completion completion) const
{
    auto text = shown(completion.text);
    if (!text) {
        return fail(text.error());
    }
    completion.text = *text;
    for (auto& use : completion.uses) {
        auto arguments = shown(use.arguments);
        if (!arguments) {
            return fail(arguments.error());
        }
        use.arguments = std::move(*arguments);
    }
    return completion;
}

} // namespace delpek::agent::llm
