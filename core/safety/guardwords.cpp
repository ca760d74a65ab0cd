// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/guardwords.h"

#include "language/resource.h"
#include "safety/unmask.h"

namespace delpek::safety
{

namespace
{

constexpr int kContrast = -1; ///< the owner of "but" among the cues' patterns

template <typename Use>
Result<Done> eachPattern(const base::Json& entry, const QString& where, Use use)
{
    const auto patterns = language::textsAt(entry, "any");
    if (patterns.isEmpty()) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("%1: needs patterns").arg(where));
    }
    for (const auto& pattern : patterns) {
        if (auto done = use(pattern); !done) {
            return fail(ErrorCode::InvalidInput, QStringLiteral("%1: %2").arg(where, done.error().detail));
        }
    }
    return Done{};
}

/// The sentence of the token ends with a question mark.
bool asks(const language::Text& text, int token)
{
    auto next = std::size_t(token) + 1;
    while (next < text.tokens.size() && text.tokens[next].breakBefore < 2) {
        ++next;
    }
    const auto end = next < text.tokens.size() ? text.tokens[next].span.begin : text.original.size();
    return text.at({text.tokens[next - 1].span.end, end}).contains(QLatin1Char('?'));
}

} // namespace

Result<Done> GuardWords::read(const base::Json& json)
{
    define(base::at(json, "sets"));
    if (auto done = m_patterns.forgive({QStringLiteral("{drug}")}, language::textsAt(json, "no_drugs")); !done) {
        return done;
    }
    if (auto done = readCues(base::at(json, "cues")); !done) {
        return done;
    }
    if (auto done = readCompanions(base::at(json, "companions")); !done) {
        return done;
    }
    return readRules(base::at(json, "rules"));
}

void GuardWords::define(const base::Json& sets)
{
    for (const auto& item : sets.items()) {
        const auto name = QString::fromStdString(item.key());
        const auto entries = language::textsAt(sets, item.key().c_str());
        m_patterns.define(name, entries);
        m_cuePatterns.define(name, entries);
        m_companionPatterns.define(name, entries);
    }
    for (const auto& drug : language::textsAt(sets, "drug")) {
        m_soundsOfDrugs.insert(soundOf(drug));
    }
}

Result<Done> GuardWords::readCues(const base::Json& json)
{
    for (const auto& item : json.items()) {
        const auto name = QString::fromStdString(item.key());
        const bool contrast = name == QLatin1String("contrast");
        const int owner = contrast ? kContrast : int(m_cues.size());
        if (!contrast) {
            m_cues.push_back({name, int(base::integerAt(item.value(), "ahead").value_or(0)),
                              int(base::integerAt(item.value(), "back").value_or(-1)),
                              base::at(item.value(), "over_commas") == true,
                              base::at(item.value(), "question") == true});
        }
        if (auto done = eachPattern(item.value(), name,
                                    [&](const QString& pattern) { return m_cuePatterns.add(pattern, owner); });
            !done) {
            return done;
        }
    }
    return Done{};
}

Result<Done> GuardWords::readCompanions(const base::Json& json)
{
    for (const auto& item : json.items()) {
        m_companions.append(QString::fromStdString(item.key()));
        if (auto done = eachPattern(
                item.value(), m_companions.back(),
                [&](const QString& pattern) { return m_companionPatterns.add(pattern, int(m_companions.size()) - 1); });
            !done) {
            return done;
        }
    }
    return Done{};
}

Result<Done> GuardWords::readRules(const base::Json& json)
{
    for (const auto& entry : json) {
        Rule rule{base::textAt(entry, "id"), language::textsAt(entry, "true_after"), {}, -1};
        const auto with = base::textAt(entry, "with");
        rule.with = int(m_companions.indexOf(with));
        bool known = !rule.id.isEmpty() && (with.isEmpty() || rule.with >= 0);
        for (const auto& name : language::textsAt(entry, "unless")) {
            const auto cue =
                std::find_if(m_cues.begin(), m_cues.end(), [&](const Cue& one) { return one.name == name; });
            known = known && cue != m_cues.end();
            rule.unless.push_back(int(cue - m_cues.begin()));
        }
        if (!known) {
            return fail(ErrorCode::InvalidInput,
                        QStringLiteral("%1: needs an id, known cues and a known companion").arg(rule.id));
        }
        m_rules.push_back(std::move(rule));
        if (auto done =
                eachPattern(entry, m_rules.back().id,
                            [&](const QString& pattern) { return m_patterns.add(pattern, int(m_rules.size()) - 1); });
            !done) {
            return done;
        }
    }
    return Done{};
}

bool GuardWords::soundsLikeDrug(const QString& word) const
{
    return m_soundsOfDrugs.contains(soundOf(word));
}

/// No sentence ends, nothing is set against it and (unless the cue may) no clause ends between two tokens.
bool GuardWords::reaches(const Reading& reading, const Cue& cue, int from, int to)
{
    for (int i = from + 1; i <= to; ++i) {
        if (reading.text.tokens[std::size_t(i)].breakBefore > (cue.overCommas ? 1 : 0)) {
            return false;
        }
    }
    return std::none_of(reading.cues.begin(), reading.cues.end(), [&](const language::Match& match) {
        return match.owner == kContrast && match.first > from && match.first <= to;
    });
}

bool GuardWords::takesBack(const Reading& reading, const language::Match& by, const language::Match& words) const
{
    const auto& cue = m_cues[std::size_t(by.owner)];
    if (cue.question && !asks(reading.text, words.last)) {
        return false;
    }
    const bool before = by.first <= words.last && words.first - by.last - 1 <= cue.ahead;
    const bool behind = by.first > words.last && by.first - words.last - 1 <= cue.back;
    const int end = by.first < words.first ? words.first : words.last;
    return (before && reaches(reading, cue, by.first, end)) || (behind && reaches(reading, cue, words.first, by.first));
}

bool GuardWords::isTakenBack(const Reading& reading, const Rule& rule, const language::Match& match) const
{
    return std::any_of(reading.cues.begin(), reading.cues.end(), [&](const language::Match& by) {
        return by.owner != kContrast &&
               std::find(rule.unless.begin(), rule.unless.end(), by.owner) != rule.unless.end() &&
               takesBack(reading, by, match);
    });
}

QStringList GuardWords::broken(const QString& draft, const QStringList& succeeded) const
{
    Reading reading{language::readText(draft), {}};
    reading.cues = m_cuePatterns.match(reading.text);
    QSet<int> present;
    for (const auto& match : m_companionPatterns.match(reading.text)) {
        present.insert(match.owner);
    }
    const auto isTrue = [&](const Rule& rule) {
        return std::any_of(rule.tools.begin(), rule.tools.end(),
                           [&](const QString& tool) { return succeeded.contains(tool); });
    };
    QStringList broken;
    for (const auto& match : m_patterns.match(reading.text)) {
        const auto& rule = m_rules[std::size_t(match.owner)];
        if (!broken.contains(rule.id) && !isTrue(rule) && (rule.with < 0 || present.contains(rule.with)) &&
            !isTakenBack(reading, rule, match)) {
            broken.append(rule.id);
        }
    }
    return broken;
}

} // namespace delpek::safety
