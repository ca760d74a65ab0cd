// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/signs.h"

#include "language/resource.h"

#include <QRegularExpression>

namespace delpek::safety
{

namespace
{

constexpr int kMask = -1;
constexpr int kPlain = 100000;        ///< added to the number of a sign whose pattern holds no denial of its own
constexpr int kFirstConcept = 200000; ///< owners of concepts begin here
constexpr int kFirstTopic = 400000;
constexpr int kNearGap = 5;
const auto kFile = QStringLiteral("triage.json");

tl::unexpected<Error> wrong(const QString& place, const QString& what)
{
    return fail(ErrorCode::InvalidInput, QStringLiteral("%1, %2: %3").arg(kFile, place, what));
}

bool overlaps(const language::Match& a, const language::Match& b)
{
    return a.first <= b.last && b.first <= a.last;
}

/// "No, …" answers a question and denies nothing that follows.
void partAnswer(language::Text& text)
{
    static const QStringList answers = {QStringLiteral("לא"), QStringLiteral("no"), QStringLiteral("nope")};
    for (std::size_t i = 0; i + 1 < text.tokens.size(); ++i) {
        if (text.tokens[i].breakBefore == 2 && text.tokens[i + 1].breakBefore == 1 &&
            answers.contains(text.tokens[i].key)) {
            text.tokens[i + 1].breakBefore = 2;
        }
    }
}

/// A word in Latin letters that was read as Hebrew counts as it stands too: patterns know many so.
void keepLatin(language::Text& text)
{
    for (auto& token : text.tokens) {
        auto typed = language::wordKey(text.at(token.span));
        if (!token.number && typed != token.key) {
            token.forms.push_back(std::move(typed));
        }
    }
}

bool crossesComma(const language::Text& text, const language::Match& match)
{
    for (int i = match.first + 1; i <= match.last; ++i) {
        if (text.tokens[std::size_t(i)].breakBefore > 0) {
            return true;
        }
    }
    return false;
}

/// Whether the sentence that ends before the token and the one that begins with it are of a few words each.
bool isBetweenPieces(const language::Text& text, std::size_t token)
{
    constexpr std::size_t few = 3;
    const auto& tokens = text.tokens;
    std::size_t before = 1;
    while (before <= few && before < token && tokens[token - before].breakBefore < 2) {
        ++before;
    }
    std::size_t behind = 1;
    while (behind <= few && token + behind < tokens.size() && tokens[token + behind].breakBefore < 2) {
        ++behind;
    }
    return before <= few && behind <= few;
}

/// At most `gap` words and no end of a sentence between two places.
bool areNear(const language::Text& text, const language::Match& a, const language::Match& b, int gap)
{
    const auto& before = a.first <= b.first ? a : b;
    const auto& behind = a.first <= b.first ? b : a;
    if (behind.first - before.last - 1 > gap) {
        return false;
    }
    for (int i = before.last + 1; i <= behind.first; ++i) {
        if (text.tokens[std::size_t(i)].breakBefore == 2) {
            return false;
        }
    }
    return true;
}

language::Span spanOf(const language::Text& text, int first, int last)
{
    return {text.tokens[std::size_t(first)].span.begin, text.tokens[std::size_t(last)].span.end};
}

} // namespace

Result<std::unique_ptr<SignBook>> SignBook::load(const QString& folder)
{
    const auto json = language::readResource(folder, kFile);
    if (!json) {
        return fail(json.error());
    }
    auto book = std::make_unique<SignBook>();
    book->m_version = base::textAt(*json, "version");
    if (book->m_version.isEmpty()) {
        return wrong(QStringLiteral("version"), QStringLiteral("is missing"));
    }
    auto assertion = language::Assertion::load(folder + QStringLiteral("/../language"));
    if (!assertion) {
        return fail(assertion.error());
    }
    book->m_assertion = std::move(*assertion);
    auto spelling = language::Spelling::load(folder + QStringLiteral("/../language"));
    if (!spelling) {
        return fail(spelling.error());
    }
    book->m_spelling = std::move(*spelling);
    const auto concepts = language::readResource(folder, QStringLiteral("concepts.json"));
    if (!concepts) {
        return fail(concepts.error());
    }
    if (auto done = book->readConcepts(base::at(*concepts, "concepts")); !done) {
        return fail(done.error());
    }
    const auto topics = language::readResource(folder + QStringLiteral("/../language"), QStringLiteral("topics.json"));
    if (!topics) {
        return fail(topics.error());
    }
    if (auto done = book->readTopics(base::at(*topics, "topics")); !done) {
        return fail(done.error());
    }
    if (auto done = book->readSigns(*json); !done) {
        return fail(done.error());
    }
    if (auto done =
            book->m_patterns.forgive(language::textsAt(*json, "forgiven"), language::textsAt(*json, "real_words"));
        !done) {
        return wrong(QStringLiteral("forgiven"), done.error().detail);
    }
    if (auto done = book->readRules(*json); !done) {
        return fail(done.error());
    }
    return book;
}

/// The words of a pattern are words: none is taken for one typed on the other keyboard, and such are taken for them.
void SignBook::know(const QString& pattern)
{
    static const QRegularExpression between(QStringLiteral("[| ]"));
    static const QRegularExpression marks(QStringLiteral("[=*?]"));
    for (auto word : pattern.split(between, Qt::SkipEmptyParts)) {
        word.remove(marks);
        if (!word.isEmpty() && word[0].isLetter()) {
            m_spelling.know(word);
        }
    }
}

/// Whether the pattern holds words of denial itself ("{neg} ..4 breathe"): then they say the sign, and call off
/// nothing.
bool SignBook::denies(const QString& pattern) const
{
    static const QRegularExpression set(QStringLiteral("\\{(\\w+)\\}"));
    auto text = pattern;
    for (auto match = set.match(text); match.hasMatch(); match = set.match(text)) {
        text.replace(match.capturedStart(), match.capturedLength(),
                     m_sets.value(match.captured(1)).join(QLatin1Char('|')));
    }
    text.remove(QLatin1Char('=')).replace(QLatin1Char('|'), QLatin1Char(' '));
    return m_assertion->hasDenial(language::readText(text));
}

Result<Done> SignBook::readConcepts(const base::Json& json)
{
    for (const auto& item : json.items()) {
        const auto name = QString::fromStdString(item.key());
        const int owner = kFirstConcept + int(m_concepts.size());
        m_concepts.insert(name, owner);
        m_conceptNames.push_back(std::make_unique<const QString>(name));
        for (const auto& pattern : language::textsAt(json, item.key().c_str())) {
            know(pattern);
            if (auto done = m_patterns.add(pattern, owner); !done) {
                return fail(ErrorCode::InvalidInput,
                            QStringLiteral("concepts.json, %1: %2").arg(name, done.error().detail));
            }
        }
    }
    return Done{};
}

/// What words are about, as the intents know it: the second look's words for what no concept names.
Result<Done> SignBook::readTopics(const base::Json& json)
{
    for (const auto& item : json.items()) {
        const int owner = kFirstTopic + int(m_topicNames.size());
        m_topicNames.push_back(std::make_unique<const QString>(QString::fromStdString(item.key())));
        // Single words are one alternation: many words cost no more than one.
        QStringList words;
        QStringList patterns;
        for (const auto& entry : language::textsAt(json, item.key().c_str())) {
            (entry.contains(QLatin1Char(' ')) ? patterns : words).append(entry);
        }
        if (!words.isEmpty()) {
            patterns.append(words.join(QLatin1Char('|')));
        }
        for (const auto& pattern : patterns) {
            if (auto done = m_patterns.add(pattern, owner); !done) {
                return fail(ErrorCode::InvalidInput,
                            QStringLiteral("topics.json, %1: %2").arg(*m_topicNames.back(), done.error().detail));
            }
        }
    }
    return Done{};
}

Result<Done> SignBook::readNear(const base::Json& texts, const QString& name)
{
    for (const auto& entry : texts) {
        const auto text = QString::fromStdString(entry.get<std::string>());
        Near near{int(m_signs.size()) - 1, {}, kNearGap};
        auto names = text;
        if (const auto colon = text.indexOf(QLatin1Char(':')); colon > 0) {
            near.gap = text.left(colon).toInt();
            names = text.mid(colon + 1);
        }
        for (const auto& part : names.split(QLatin1Char('+'))) {
            const auto known = m_concepts.constFind(part.trimmed());
            if (known == m_concepts.constEnd()) {
                return wrong(name, QStringLiteral("concept \"%1\" is not known").arg(part.trimmed()));
            }
            near.concepts.push_back(*known);
        }
        if (near.concepts.size() > 3) {
            return wrong(name, QStringLiteral("more than three concepts"));
        }
        m_near.push_back(std::move(near));
    }
    return Done{};
}

Result<Done> SignBook::readSigns(const base::Json& json)
{
    const auto& sets = base::at(json, "sets");
    for (const auto& item : sets.items()) {
        const auto name = QString::fromStdString(item.key());
        m_sets.insert(name, language::textsAt(sets, item.key().c_str()));
        m_patterns.define(name, m_sets.value(name));
    }
    for (const auto& mask : language::textsAt(json, "idioms")) {
        if (auto done = m_patterns.add(mask, kMask); !done) {
            return wrong(QStringLiteral("idioms"), done.error().detail);
        }
    }
    for (const auto& item : base::at(json, "signs").items()) {
        const auto name = QString::fromStdString(item.key());
        const bool lasts = base::boolAt(item.value(), "lasting");
        m_signs.push_back({name, base::boolAt(item.value(), "any_standing"), base::boolAt(item.value(), "unmasked"),
                           lasts ? language::Lasts::UntilMended : language::Lasts::UntilWell});
        const auto patterns = language::textsAt(item.value(), "any");
        for (const auto& pattern : patterns) {
            const int owner = int(m_signs.size()) - 1 + (denies(pattern) ? 0 : kPlain);
            if (auto done = m_patterns.add(pattern, owner); !done) {
                return wrong(name, done.error().detail);
            }
        }
        if (auto done = readNear(base::at(item.value(), "near"), name); !done) {
            return done;
        }
    }
    return Done{};
}

std::optional<int> SignBook::sign(const QString& name) const
{
    for (std::size_t i = 0; i < m_signs.size(); ++i) {
        if (m_signs[i].name == name) {
            return int(i);
        }
    }
    return std::nullopt;
}

Result<std::vector<int>> SignBook::combination(const QString& text, const QString& rule) const
{
    std::vector<int> all;
    for (const auto& name : text.split(QLatin1Char('+'))) {
        const auto known = sign(name.trimmed());
        if (!known) {
            return wrong(rule, QStringLiteral("sign \"%1\" is not known").arg(name.trimmed()));
        }
        all.push_back(*known);
    }
    return all;
}

Result<Done> SignBook::readRules(const base::Json& json)
{
    for (const auto& entry : base::at(json, "rules")) {
        TriageRule rule;
        rule.id = base::textAt(entry, "id");
        rule.response = base::textAt(entry, "response");
        rule.question = base::textAt(entry, "question");
        const auto tier = base::fromText<Tier>(base::textAt(entry, "tier"));
        if (rule.id.isEmpty() || !tier || rule.response.isEmpty() != (*tier == Tier::R)) {
            return wrong(rule.id, QStringLiteral("needs an id, a tier and, above R, a response"));
        }
        if (base::textAt(entry, "source").isEmpty() || base::textAt(entry, "version").isEmpty()) {
            return wrong(rule.id, QStringLiteral("needs a source and a version"));
        }
        rule.tier = *tier;
        for (const auto& text : language::textsAt(entry, "when")) {
            auto all = combination(text, rule.id);
            if (!all) {
                return fail(all.error());
            }
            rule.combinations.push_back(std::move(*all));
        }
        for (const auto& text : language::textsAt(entry, "unless")) {
            auto one = combination(text, rule.id);
            if (!one) {
                return fail(one.error());
            }
            rule.unless.insert(rule.unless.end(), one->begin(), one->end());
            m_callsOff.unite(QSet<int>(one->begin(), one->end()));
        }
        if (rule.combinations.empty()) {
            return wrong(rule.id, QStringLiteral("has no \"when\""));
        }
        m_rules.push_back(std::move(rule));
    }
    return m_rules.empty() ? Result<Done>(wrong(QStringLiteral("rules"), QStringLiteral("are missing")))
                           : Result<Done>(Done{});
}

Reading SignBook::read(const QString& raw) const
{
    Reading reading;
    reading.text = language::readText(raw, &m_spelling);
    keepLatin(reading.text);
    partAnswer(reading.text);
    reading.found = findIn(reading.text, &reading);
    // People break a sentence over several messages, or write in pieces of a few words ("Ten gauzes. Still blood."):
    // what runs on over a line's end or between such pieces is read once more as one.
    auto joined = reading.text;
    bool runsOn = false;
    for (std::size_t i = 1; i < joined.tokens.size(); ++i) {
        auto& token = joined.tokens[i];
        if (token.breakBefore < 2) {
            continue;
        }
        const auto from = joined.tokens[i - 1].span.end;
        const auto between = QStringView(joined.original).sliced(from, token.span.begin - from);
        if (between.contains(u'!') || between.contains(u'?') || between.contains(u',')) {
            continue;
        }
        const bool dots = between.contains(u'.') && !between.contains(QLatin1String(".."));
        if (!dots || isBetweenPieces(reading.text, i)) {
            token.breakBefore = dots ? 1 : 0;
            runsOn = true;
        }
    }
    if (runsOn) {
        // Only signs of danger: what calls a rule off must be said in one piece.
        for (const auto& [sign, span] : findIn(joined, nullptr)) {
            if (!m_callsOff.contains(sign)) {
                reading.found.emplace(sign, span);
            }
        }
    }
    return reading;
}

Found SignBook::findIn(const language::Text& text, Reading* told) const
{
    const auto matches = m_patterns.match(text);
    const auto scope = m_assertion->scope(text);
    std::vector<language::Match> masks;
    std::copy_if(matches.begin(), matches.end(), std::back_inserter(masks),
                 [](const language::Match& match) { return match.owner == kMask; });
    const auto masked = [&](const language::Match& match) {
        return std::any_of(masks.begin(), masks.end(), [&](const auto& mask) { return overlaps(mask, match); });
    };
    Found found;
    Places places;
    for (const auto& match : matches) {
        if (match.owner >= kFirstTopic) {
            if (told) {
                told->topics.push_back({m_topicNames[std::size_t(match.owner - kFirstTopic)].get(), match.first});
            }
            continue;
        }
        const int number = match.owner % kPlain;
        if (match.owner == kMask || (match.owner < kFirstConcept && found.count(number) > 0)) {
            continue;
        }
        if (match.owner >= kFirstConcept) {
            if (!masked(match)) {
                places[match.owner].push_back(match);
                if (told) {
                    const auto& name = m_conceptNames[std::size_t(match.owner - kFirstConcept)];
                    told->mentions.push_back({name.get(), match, scope.of(match)});
                }
            }
            continue;
        }
        const auto& sign = m_signs[std::size_t(number)];
        if (!sign.unmasked && masked(match)) {
            continue;
        }
        if (match.owner < kPlain && !sign.anyStanding && crossesComma(text, match)) {
            continue; // "no pain, not swollen, breathing well": a denial says its sign within one clause
        }
        std::vector<language::Match> parts = {match};
        if (match.owner >= kPlain && match.last > match.first) {
            parts = {{number, match.first, match.first}, {number, match.last, match.last}};
        }
        if (sign.holds(scope, parts)) {
            found.emplace(number, spanOf(text, match.first, match.last));
        }
    }
    findNear(text, scope, places, found);
    return found;
}

void SignBook::findNear(const language::Text& text, const language::Scope& scope, const Places& places,
                        Found& found) const
{
    for (const auto& near : m_near) {
        const bool possible =
            found.count(near.sign) == 0 &&
            std::all_of(near.concepts.begin(), near.concepts.end(), [&](int part) { return places.count(part) > 0; });
        if (!possible) {
            continue;
        }
        std::vector<language::Match> set;
        const auto holds = [&](const std::vector<language::Match>& parts) {
            return m_signs[std::size_t(near.sign)].holds(scope, parts);
        };
        if (gather(text, places, near, set, holds)) {
            const auto byPlace = [](const auto& a, const auto& b) { return a.first < b.first; };
            const auto [first, last] = std::minmax_element(set.begin(), set.end(), byPlace);
            found.emplace(near.sign, spanOf(text, first->first, last->last));
        }
    }
}

/// Extends `set` by a place of each concept that is left, near what it holds; the first set that `holds` is kept.
bool SignBook::gather(const language::Text& text, const Places& places, const Near& near,
                      std::vector<language::Match>& set,
                      const std::function<bool(const std::vector<language::Match>&)>& holds) const
{
    if (set.size() == near.concepts.size()) {
        return holds(set);
    }
    for (const auto& match : places.at(near.concepts[set.size()])) {
        const bool apart = std::none_of(set.begin(), set.end(), [&](const auto& one) { return overlaps(one, match); });
        const bool close = set.empty() || std::any_of(set.begin(), set.end(), [&](const auto& one) {
                               return areNear(text, one, match, near.gap);
                           });
        if (apart && close) {
            set.push_back(match);
            if (gather(text, places, near, set, holds)) {
                return true;
            }
            set.pop_back();
        }
    }
    return false;
}

} // namespace delpek::safety
