// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/typos.h"

namespace delpek::language
{

namespace
{

constexpr qsizetype kShortest = 5;

/// Wrong letters are those next to the right one on a keyboard, or one vowel for another.
bool areMistaken(QChar a, QChar b)
{
    static const QString rows = QStringLiteral("קראטוןםפ שדגכעיחלךף זסבהנמצתץ qwertyuiop asdfghjkl zxcvbnm");
    static const QString vowels = QStringLiteral("aeiou");
    const auto at = rows.indexOf(a);
    return (at > 0 && rows[at - 1] == b) || (at >= 0 && at + 1 < rows.size() && rows[at + 1] == b) ||
           (vowels.contains(a) && vowels.contains(b));
}

/// One insertion, deletion, mistaken letter, or two neighbours changed about.
bool oneStepApart(const QString& a, const QString& b)
{
    const auto shorter = std::min(a.size(), b.size());
    qsizetype start = 0;
    while (start < shorter && a[start] == b[start]) {
        ++start;
    }
    qsizetype end = 0;
    while (end < shorter - start && a[a.size() - 1 - end] == b[b.size() - 1 - end]) {
        ++end;
    }
    const auto restA = a.size() - start - end;
    const auto restB = b.size() - start - end;
    const bool swapped = restA == 2 && restB == 2 && a[start] == b[start + 1] && a[start + 1] == b[start];
    if (restA == 1 && restB == 1) {
        return areMistaken(a[start], b[start]);
    }
    return swapped || std::max(restA, restB) <= 1;
}

} // namespace

void Typos::add(const QString& key)
{
    if (key.size() < kShortest || m_words.contains(wordId(key))) {
        return;
    }
    m_words.insert(wordId(key));
    m_empty = false;
    m_near[wordId(key)].append(key);
    for (qsizetype i = 0; i < key.size(); ++i) {
        m_near[wordId(QString(key).remove(i, 1))].append(key);
    }
}

QStringList Typos::meantBy(const QString& key) const
{
    QStringList found;
    if (m_empty || key.size() < kShortest - 1 || m_words.contains(wordId(key)) || m_real.contains(wordId(key))) {
        return found;
    }
    const auto look = [&](WordId variant) {
        const auto* near = m_near.find(variant);
        if (near == nullptr) {
            return;
        }
        for (const auto& word : *near) {
            const bool latin = word[0].unicode() < 0x0590;
            if ((!latin || word[0] == key[0]) && !found.contains(word) && oneStepApart(key, word)) {
                found.append(word);
            }
        }
    };
    look(wordId(key));
    // Each word less one letter, in one place: the letter that was left out comes back where the next one stood.
    auto letters = key.sliced(1);
    look(wordId(letters));
    for (qsizetype i = 0; i < letters.size(); ++i) {
        letters[i] = key[i];
        look(wordId(letters));
    }
    return found;
}

} // namespace delpek::language
