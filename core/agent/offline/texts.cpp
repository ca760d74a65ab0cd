// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/offline/texts.h"
#include "base/file.h"
#include "language/understanding.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <iterator>

namespace delpek::agent
{
namespace
{

QSet<QString> placeholdersOf(const QString& text)
{
    static const QRegularExpression placeholder(QStringLiteral("\\{([a-z_]+)\\}"));
    QSet<QString> names;
    for (auto match = placeholder.globalMatch(text); match.hasNext();) {
        names.insert(match.next().captured(1));
    }
    return names;
}

std::vector<Texts::Phrase> phrasesOf(const QString& list)
{
    std::vector<Texts::Phrase> phrases;
    for (const QString& phrase : list.split(QLatin1Char('|'), Qt::SkipEmptyParts)) {
        const QString folded = language::fold(phrase);
        phrases.push_back({folded, spaced(foldedWords(folded))});
    }
    return phrases;
}

} // namespace

QStringList foldedWords(const QString& folded)
{
    QStringList words;
    QString word;
    for (const QChar character : folded + QLatin1Char(' ')) {
        if (character.isLetterOrNumber() || character == QLatin1Char('\'')) {
            word += character;
        } else if (!word.isEmpty()) {
            words << word;
            word.clear();
        }
    }
    return words;
}

QString spaced(const QStringList& words)
{
    return QLatin1Char(' ') + words.join(QLatin1Char(' ')) + QLatin1Char(' ');
}

Result<Texts> Texts::load(const QString& file)
{
    const auto json = base::readJsonFile(file);
    if (!json) {
        return fail(json.error());
    }
    Texts texts;
    for (const auto& [name, entry] : json->items()) {
        const QString key = QString::fromStdString(name);
        auto& languages = texts.m_texts[key];
        QSet<QString> expected;
        bool first = true;
        for (const auto language : {domain::Language::Hebrew, domain::Language::English}) {
            const QByteArray word = base::toText(language).toLatin1();
            const base::Json& value = base::at(entry, word.constData());
            auto& forms = languages[static_cast<size_t>(language)];
            if (value.is_string()) {
                forms.fill(QString::fromStdString(value.get<std::string>()));
            } else {
                forms = {base::textAt(value, "neutral"), base::textAt(value, "female"), base::textAt(value, "male")};
            }
            for (const QString& form : forms) {
                if (form.isEmpty()) {
                    return fail(ErrorCode::InvalidInput,
                                QStringLiteral("%1: %2 has no complete text in \"%3\"; write every form")
                                    .arg(file, key, QString::fromLatin1(word)));
                }
                const auto names = placeholdersOf(form);
                if (!first && names != expected) {
                    return fail(ErrorCode::InvalidInput,
                                QStringLiteral("%1: %2 has different placeholders in its forms; use the same in each")
                                    .arg(file, key));
                }
                expected = names;
                first = false;
            }
            if (key.startsWith(QLatin1String("words."))) {
                std::ranges::move(phrasesOf(forms.front()), std::back_inserter(texts.m_phrases[key]));
            }
        }
    }
    return texts;
}

const std::vector<Texts::Phrase>& Texts::phrases(const QString& key) const
{
    static const std::vector<Phrase> none;
    const auto found = m_phrases.find(key);
    return found == m_phrases.end() ? none : found->second;
}

QString Texts::text(const QString& key, domain::Language language, domain::Gender gender, const Values& values) const
{
    const auto found = m_texts.find(key);
    if (found == m_texts.end()) {
        return {};
    }
    const QString& pattern = found->second[static_cast<size_t>(language)][static_cast<size_t>(gender)];
    // One pass: a value that looks like a placeholder is not replaced again.
    QString text;
    qsizetype at = 0;
    while (at < pattern.size()) {
        const qsizetype open = pattern.indexOf(QLatin1Char('{'), at);
        const qsizetype close = open < 0 ? -1 : pattern.indexOf(QLatin1Char('}'), open);
        if (close < 0) {
            break;
        }
        text += QStringView(pattern).mid(at, open - at);
        const QStringView name = QStringView(pattern).mid(open + 1, close - open - 1);
        for (const auto& [key, value] : values) {
            if (name == key) {
                text += value;
            }
        }
        at = close + 1;
    }
    return text + QStringView(pattern).mid(at).toString();
}

} // namespace delpek::agent
