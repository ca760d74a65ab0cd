// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/pattern.h"

#include "language/inflection.h"

#include <QRegularExpression>
#include <QVarLengthArray>

#include <array>

namespace delpek::language
{

namespace
{

constexpr int kShortestStem = 2;
constexpr int kShortestSound = 5; ///< shorter words sound like too many others
constexpr int kDefaultGap = 3;
constexpr int kDeepestSet = 4;

/// Letters that people confuse because they sound alike are one letter here.
Letters soundKey(QStringView word)
{
    static constexpr QStringView from = u"עטקחס";
    static constexpr QStringView to = u"אתככש";
    Letters key;
    for (const QChar c : word) {
        const auto at = isHebrewLetter(c.unicode()) ? from.indexOf(c) : -1;
        const auto sound = at < 0 ? c.unicode() : to[at].unicode();
        if (key.isEmpty() || key.back() != sound) {
            key.append(sound);
        }
    }
    return key;
}

/// "and" and "that" join any word without changing what it is; "של" and the like must not be taken apart.
bool isConjunction(QStringView letters, qsizetype left)
{
    if (letters.size() == 1) {
        return letters[0] == u'ו' || (letters[0] == u'ש' && left >= 3);
    }
    return left >= 3 && (letters == u"וש" || letters == u"כש");
}

WordId firstTwo(QStringView word)
{
    return wordId(word.first(2));
}

void append(std::vector<int>& ids, const std::vector<int>& more)
{
    ids.insert(ids.end(), more.begin(), more.end());
}

bool numberFits(const QString& kind, const QString& digits)
{
    if (kind.isEmpty()) {
        return true;
    }
    bool good = false;
    const double value = digits.toDouble(&good);
    if (!good) {
        return false;
    }
    if (kind == QLatin1String("temp")) {
        return value >= 37.95 && value < 43;
    }
    if (kind == QLatin1String("degrees")) {
        return value >= 37.95 && value < 43 && digits.contains(QLatin1Char('.'));
    }
    if (kind == QLatin1String("low")) {
        return value >= 37.2 && value < 37.95;
    }
    if (kind == QLatin1String("grown")) {
        return value >= 8 && value <= 99;
    }
    if (kind == QLatin1String("year")) {
        return value >= 1900 && value < 2100;
    }
    return kind == QLatin1String("long") && value >= 20;
}

} // namespace

Result<std::vector<QString>> Patterns::expand(const QString& pattern, int depth) const
{
    const auto open = pattern.indexOf(QLatin1Char('{'));
    if (open < 0) {
        return std::vector<QString>{pattern};
    }
    const auto close = pattern.indexOf(QLatin1Char('}'), open);
    const auto name = pattern.mid(open + 1, close - open - 1);
    if (close < 0 || depth > kDeepestSet || !m_sets.contains(name)) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("set {%1} is not known").arg(name));
    }
    // Single words stay one alternative; an entry of several words makes a pattern of its own.
    QStringList words;
    QStringList phrases;
    for (const auto& entry : m_sets.value(name)) {
        (entry.contains(QLatin1Char(' ')) ? phrases : words).append(entry);
    }
    std::vector<QString> all;
    const auto before = pattern.left(open);
    const auto after = pattern.mid(close + 1);
    auto fill = [&](const QString& piece) -> Result<Done> {
        auto rest = expand(before + piece + after, depth);
        if (!rest) {
            return fail(rest.error());
        }
        all.insert(all.end(), rest->begin(), rest->end());
        return Done{};
    };
    if (!words.isEmpty()) {
        if (auto done = fill(words.join(QLatin1Char('|'))); !done) {
            return fail(done.error());
        }
    }
    for (const auto& phrase : phrases) {
        // Inside an alternation a phrase stands alone: "a|{set}|b" becomes three patterns' worth of choices.
        auto left = before.section(QLatin1Char(' '), 0, -2);
        auto right = after.section(QLatin1Char(' '), 1);
        const bool optional = after.startsWith(QLatin1Char('?'));
        if (optional) {
            continue;
        }
        auto rest = expand((left + QLatin1Char(' ') + phrase + QLatin1Char(' ') + right).simplified(), depth + 1);
        if (!rest) {
            return rest;
        }
        all.insert(all.end(), rest->begin(), rest->end());
    }
    return all;
}

Result<Done> Patterns::add(const QString& pattern, int owner)
{
    auto all = expand(pattern.simplified(), 0);
    if (!all) {
        return fail(all.error());
    }
    for (const auto& one : *all) {
        if (auto done = compile(one, owner); !done) {
            return done;
        }
    }
    return Done{};
}

Result<Done> Patterns::compile(const QString& text, int owner)
{
    Pattern pattern;
    pattern.owner = owner;
    int gap = 0;
    for (auto piece : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (piece == QLatin1String("^")) {
            pattern.fromStart = true;
        } else if (piece == QLatin1String("$")) {
            pattern.toEnd = true;
        } else if (piece.startsWith(QLatin1String(".."))) {
            gap = piece.size() == 2 ? kDefaultGap : piece.mid(2).toInt();
        } else {
            const bool optional = piece.endsWith(QLatin1Char('?'));
            piece.chop(optional ? 1 : 0);
            const auto words = inflected(piece);
            if (!words) {
                return fail(words.error());
            }
            pattern.steps.push_back({element(*words), gap, optional});
            gap = 0;
        }
    }
    if (pattern.steps.empty()) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("pattern \"%1\" holds no word").arg(text));
    }
    pattern.startGap = std::exchange(pattern.steps.front().gap, 0);
    if (std::exchange(pattern.steps.front().optional, false)) {
        const auto shorter = text.section(QLatin1Char('?'), 1);
        if (auto done = compile((pattern.fromStart ? QStringLiteral("^ ") : QString()) + shorter, owner); !done) {
            return done;
        }
    }
    m_byFirst.resize(std::size_t(m_elements.size()));
    m_byFirst[std::size_t(pattern.steps.front().element)].push_back(int(m_patterns.size()));
    m_patterns.push_back(std::move(pattern));
    return Done{};
}

Result<QString> Patterns::inflected(const QString& alternatives) const
{
    if (!alternatives.contains(QLatin1Char('@'))) {
        return alternatives;
    }
    QStringList words;
    for (const auto& word : alternatives.split(QLatin1Char('|'), Qt::SkipEmptyParts)) {
        const auto bare = word.startsWith(QLatin1String("=@")) ? QStringLiteral("=") : QString();
        if (bare.isEmpty() && !word.startsWith(QLatin1Char('@'))) {
            words.append(word);
            continue;
        }
        const auto forms = inflect(word.mid(bare.size() + 1));
        if (!forms) {
            return fail(forms.error());
        }
        for (const auto& form : *forms) {
            words.append(bare + form);
        }
    }
    return words.join(QLatin1Char('|'));
}

Result<Done> Patterns::forgive(const QStringList& words, const QStringList& real)
{
    for (const auto& entry : words) {
        const auto all = expand(entry, 0);
        if (!all) {
            return fail(all.error());
        }
        for (const auto& one : *all) {
            const auto forms = inflected(one);
            if (!forms) {
                return fail(forms.error());
            }
            for (auto word : forms->split(QRegularExpression(QStringLiteral("[| ]")), Qt::SkipEmptyParts)) {
                m_typos.add(wordKey(word.startsWith(QLatin1Char('=')) ? QStringView(word).sliced(1) : word));
            }
        }
    }
    for (const auto& word : real) {
        m_typos.except(wordKey(word));
    }
    return Done{};
}

int Patterns::element(const QString& alternatives)
{
    if (const auto known = m_elements.constFind(alternatives); known != m_elements.constEnd()) {
        return *known;
    }
    const int id = int(m_elements.size());
    m_elements.insert(alternatives, id);
    for (auto word : alternatives.split(QLatin1Char('|'), Qt::SkipEmptyParts)) {
        if (word.startsWith(QLatin1Char('#'))) {
            m_numbers.emplace_back(word.mid(1), id);
            continue;
        }
        const bool bare = word.startsWith(QLatin1Char('='));
        const bool stem = word.endsWith(QLatin1Char('*'));
        const auto key = wordKey(QStringView(word).sliced(bare, word.size() - bare - stem));
        if (key.isEmpty()) {
            continue;
        }
        if (stem && key.size() >= kShortestStem) {
            m_stems[firstTwo(key)].push_back({key, id});
        } else {
            auto& elements = m_words[wordId(key)];
            (bare ? elements.bare : elements.any).push_back(id);
        }
        if (key.size() >= kShortestSound) {
            m_sounds[wordId(viewOf(soundKey(key)))].push_back(id);
        }
    }
    return id;
}

void Patterns::markStems(QStringView form, std::vector<int>& ids) const
{
    if (form.size() < kShortestStem) {
        return;
    }
    if (const auto* stems = m_stems.find(firstTwo(form))) {
        for (const auto& stem : *stems) {
            if (form.startsWith(stem.key)) {
                ids.push_back(stem.id);
            }
        }
    }
}

void Patterns::markMisspelled(const Token& token, std::vector<int>& ids) const
{
    for (const auto& form : token.forms) {
        if (form.key().size() < kShortestSound) {
            continue;
        }
        if (const auto* alike = m_sounds.find(wordId(viewOf(soundKey(form.key()))))) {
            append(ids, *alike);
        }
    }
}

void Patterns::markForms(const Token& token, std::vector<int>& ids) const
{
    for (const auto& form : token.forms) {
        const QStringView key = form.key();
        if (const auto* elements = m_words.find(form.id())) {
            append(ids, elements->any);
            const auto taken = token.key.size() - key.size();
            if (&form == token.forms.begin() ||
                (taken > 0 && taken <= 2 && isConjunction(QStringView(token.key).first(taken), key.size()))) {
                append(ids, elements->bare);
            }
        }
        markStems(key, ids);
    }
}

void Patterns::markWord(const Token& token, std::vector<int>& ids) const
{
    const auto begin = ids.size();
    if (token.number) {
        for (const auto& [kind, id] : m_numbers) {
            const bool fits = kind == QLatin1String("inyear")
                                  ? !token.prefix.isEmpty() && numberFits(QStringLiteral("year"), token.key)
                                  : numberFits(kind, token.key);
            if (fits) {
                ids.push_back(id);
            }
        }
    }
    markForms(token, ids);
    if (ids.size() == begin) {
        markMisspelled(token, ids);
    }
    for (const auto& meant : m_typos.meantBy(token.key)) {
        if (const auto* elements = m_words.find(wordId(meant))) {
            append(ids, elements->bare);
            append(ids, elements->any);
        }
    }
    const auto first = ids.begin() + std::ptrdiff_t(begin);
    std::sort(first, ids.end());
    ids.erase(std::unique(first, ids.end()), ids.end());
}

Patterns::Marks Patterns::mark(const Text& text) const
{
    Marks marks;
    marks.ids.reserve(text.tokens.size() * 8);
    marks.ends.reserve(text.tokens.size());
    for (const auto& token : text.tokens) {
        markWord(token, marks.ids);
        marks.ends.push_back(marks.ids.size());
    }
    return marks;
}

/// The last token of a match of the steps from `step` on, the first of them not before `at`; -1 for none.
int Patterns::run(const Pattern& pattern, const Text& text, const Marks& marks, std::size_t step, int at) const
{
    const int count = int(text.tokens.size());
    if (step == pattern.steps.size()) {
        return !pattern.toEnd || at == count ? at - 1 : -1;
    }
    const auto& wanted = pattern.steps[step];
    for (int skipped = 0; skipped <= wanted.gap && at + skipped < count; ++skipped) {
        const int here = at + skipped;
        if (text.tokens[std::size_t(here)].breakBefore == 2 && (step > 0 || skipped > 0)) {
            break;
        }
        if (marks.has(std::size_t(here), wanted.element)) {
            if (const int last = run(pattern, text, marks, step + 1, here + 1); last >= 0) {
                return last;
            }
        }
    }
    return wanted.optional ? run(pattern, text, marks, step + 1, at) : -1;
}

std::vector<Match> Patterns::match(const Text& text) const
{
    const auto marks = mark(text);
    std::vector<Match> matches;
    for (int i = 0; i < int(text.tokens.size()); ++i) {
        const auto begun = matches.size();
        for (auto at = marks.begin(std::size_t(i)); at < marks.ends[std::size_t(i)]; ++at) {
            for (const int index : m_byFirst[std::size_t(marks.ids[at])]) {
                const auto& pattern = m_patterns[std::size_t(index)];
                if (pattern.fromStart && i > pattern.startGap) {
                    continue;
                }
                const int last = run(pattern, text, marks, 1, i + 1);
                if (last < 0) {
                    continue;
                }
                const bool known =
                    std::any_of(matches.begin() + std::ptrdiff_t(begun), matches.end(),
                                [&](const Match& match) { return match.owner == pattern.owner && match.last == last; });
                if (!known) {
                    matches.push_back({pattern.owner, i, last});
                }
            }
        }
    }
    return matches;
}

} // namespace delpek::language
