// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drafts/worddiff.h"

#include <QStringList>

#include <algorithm>

namespace delpek::ui
{

namespace
{

constexpr qsizetype longestCompared = 600;

/// Each word with the spaces behind it.
QStringList wordsOf(const QString& text)
{
    QStringList words;
    qsizetype begin = 0;
    for (qsizetype i = 1; i <= text.size(); ++i) {
        const bool isBoundary = i == text.size() || (text[i - 1].isSpace() && !text[i].isSpace());
        if (isBoundary) {
            words << text.mid(begin, i - begin);
            begin = i;
        }
    }
    return words;
}

void append(std::vector<DiffPart>& parts, WordRun run, const QString& text)
{
    if (text.isEmpty()) {
        return;
    }
    if (parts.empty() || parts.back().run != run) {
        parts.push_back({run, text});
    } else {
        parts.back().text += text;
    }
}

} // namespace

std::vector<DiffPart> wordDiff(const QString& before, const QString& after)
{
    const QStringList old = wordsOf(before);
    const QStringList now = wordsOf(after);
    std::vector<DiffPart> parts;
    if (old.size() > longestCompared || now.size() > longestCompared) {
        const bool isSame = before == after;
        append(parts, isSame ? WordRun::Same : WordRun::Gone, before);
        append(parts, WordRun::New, isSame ? QString() : after);
        return parts;
    }
    // The length of the longest common row of words from (i, j) on.
    const size_t width = size_t(now.size()) + 1;
    std::vector<int> common((size_t(old.size()) + 1) * width, 0);
    const auto at = [&](qsizetype i, qsizetype j) -> int& { return common[size_t(i) * width + size_t(j)]; };
    for (qsizetype i = old.size() - 1; i >= 0; --i) {
        for (qsizetype j = now.size() - 1; j >= 0; --j) {
            at(i, j) = old[i] == now[j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
        }
    }
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < old.size() && j < now.size()) {
        if (old[i] == now[j]) {
            append(parts, WordRun::Same, old[i]);
            ++i;
            ++j;
        } else if (at(i + 1, j) >= at(i, j + 1)) {
            append(parts, WordRun::Gone, old[i++]);
        } else {
            append(parts, WordRun::New, now[j++]);
        }
    }
    append(parts, WordRun::Gone, old.mid(i).join(QString()));
    append(parts, WordRun::New, now.mid(j).join(QString()));
    return parts;
}

} // namespace delpek::ui
