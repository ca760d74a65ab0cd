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
    if (key.size() < kShortest || m_words.contains(key)) {
        return;
    }
    m_words.insert(key);
    m_near[key].append(key);
    for (qsizetype i = 0; i < key.size(); ++i) {
        m_near[QString(key).remove(i, 1)].append(key);
    }
}

QStringList Typos::meantBy(const QString& key) const
{
    QStringList found;
    if (key.size() < kShortest - 1 || m_words.isEmpty() || m_words.contains(key) || m_real.contains(key)) {
        return found;
    }
    const auto look = [&](const QString& variant) {
        const auto near = m_near.constFind(variant);
        if (near == m_near.constEnd()) {
            return;
        }
        for (const auto& word : *near) {
            const bool latin = word[0].unicode() < 0x0590;
            if ((!latin || word[0] == key[0]) && !found.contains(word) && oneStepApart(key, word)) {
                found.append(word);
            }
        }
    };
    look(key);
    for (qsizetype i = 0; i < key.size(); ++i) {
        look(QString(key).remove(i, 1));
    }
    return found;
}

} // namespace delpek::language
