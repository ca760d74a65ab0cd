// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "domain/language.h"

#include <QStringList>

#include <array>
#include <map>
#include <vector>

namespace delpek::agent
{

/// The sentences an agent says, by key. Each exists in Hebrew and English with the same placeholders ("{name}"); a
/// sentence may have forms for a woman and a man, and then has a neutral one too. Immutable; any thread.
class Texts
{
public:
    using Values = std::vector<std::pair<QString, QString>>;

    /// {"key": {"he": "…" or {"neutral": "…", "female": "…", "male": "…"}, "en": …}}. Fails with file, key and the
    /// reason.
    static Result<Texts> load(const QString& file);

    bool contains(const QString& key) const { return m_texts.contains(key); }
    /// The sentence with its placeholders replaced. Empty for a key that does not exist.
    QString text(const QString& key, domain::Language language, domain::Gender gender, const Values& values = {}) const;

    /// One of the phrases of a text that is a list of them ("a|b c"), made comparable.
    struct Phrase {
        QString folded; ///< language::fold
        QString words;  ///< foldedWords(folded), a space before, between and after
    };
    /// The phrases of a text in both languages; none for a key that does not exist.
    const std::vector<Phrase>& phrases(const QString& key) const;

private:
    using Forms = std::array<QString, 3>; ///< by domain::Gender
    std::map<QString, std::array<Forms, 2>> m_texts;
    std::map<QString, std::vector<Phrase>> m_phrases; ///< of the texts called "words.…"
};

/// The words of a folded text: letters, digits and apostrophes.
QStringList foldedWords(const QString& folded);
/// Words as Texts::Phrase::words has them.
QString spaced(const QStringList& words);

} // namespace delpek::agent
