// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/pattern.h"
#include "language/resource.h"
#include "safety/draft.h"
#include "safety/facts.h"
#include "safety/gates.h"
#include "safety/numerals.h"
#include "safety/unmask.h"


namespace delpek::safety
{

namespace
{

const auto kFile = QStringLiteral("guard.json");

struct GuardRule {
    QString id;
    QStringList tools;       ///< a success of one of these makes the words true
    std::vector<int> unless; ///< cues that take the words back
    int with = -1;           ///< a companion that the draft must hold somewhere
};

/// Words that take others back: "not", "I can't say if". They reach so many words ahead and back, over no sentence's
/// end and no "but".
struct Cue {
    QString name;
    int ahead = 0;
    int back = -1;
    bool overCommas = false;
};

constexpr int kContrast = -1; ///< the owner of "but" among the cues' patterns

/// Everything that the draft may state of times and days, and the amounts that the tools returned.
Facts groundsOf(const GuardContext& context)
{
    Facts grounds;
    for (const auto& result : context.toolResults) {
        grounds.addJson(result);
    }
    const auto amounts = grounds.amounts;
    for (const auto& known : context.known) {
        grounds.addJson(known);
    }
    grounds.amounts = amounts;
    for (const auto& words : context.patientWords) {
        grounds.addWords(words);
    }
    return grounds;
}

/// No sentence ends, nothing is set against it and (unless the cue may) no clause ends between two tokens.
bool reaches(const language::Text& text, const std::vector<language::Match>& cues, const Cue& cue, int from, int to)
{
    for (int i = from + 1; i <= to; ++i) {
        if (text.tokens[std::size_t(i)].breakBefore > (cue.overCommas ? 1 : 0)) {
            return false;
        }
    }
    return std::none_of(cues.begin(), cues.end(), [&](const language::Match& match) {
        return match.owner == kContrast && match.first > from && match.first <= to;
    });
}

bool takesBack(const language::Text& text, const std::vector<language::Match>& cues, const Cue& cue,
               const language::Match& by, const language::Match& words)
{
    const bool before = by.first <= words.last && words.first - by.last - 1 <= cue.ahead;
    const bool behind = by.first > words.last && by.first - words.last - 1 <= cue.back;
    return (before && reaches(text, cues, cue, by.first, words.last)) ||
           (behind && reaches(text, cues, cue, words.first, by.first));
}

/// What the clinic, the tools and the patient named may be named again.
QStringList phonesOf(const GuardContext& context)
{
    QStringList phones{context.clinicPhone};
    for (const auto& known : {context.toolResults, context.known}) {
        for (const auto& json : known) {
            phones.append(QString::fromStdString(json.dump()));
        }
    }
    phones.append(QStringList(context.patientWords.begin(), context.patientWords.end()));
    return phones;
}

} // namespace

struct Guard::Data {
    language::Patterns patterns;
    std::vector<GuardRule> rules;
    language::Patterns cuePatterns; ///< owners are indexes of `cues`, or kContrast
    std::vector<Cue> cues;
    language::Patterns companionPatterns;
    QStringList companions;
    QSet<QString> soundsOfDrugs;
    qint64 longest = 0;

    Result<Done> readCues(const base::Json& json);
    Result<Done> readCompanions(const base::Json& json);
    Result<Done> readRules(const base::Json& json);
    bool isTakenBack(const language::Text& text, const std::vector<language::Match>& cues, const GuardRule& rule,
                     const language::Match& match) const;
    QStringList brokenRules(const QString& draft, const GuardContext& context) const;
};

Guard::Guard(std::unique_ptr<const Data> data)
    : m_data(std::move(data))
{
}
Guard::~Guard() = default;

namespace
{

template <typename Use>
Result<Done> eachPattern(const base::Json& entry, const QString& where, Use use)
{
    const auto patterns = language::textsAt(entry, "any");
    if (patterns.isEmpty()) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("%1, %2: needs patterns").arg(kFile, where));
    }
    for (const auto& pattern : patterns) {
        if (auto done = use(pattern); !done) {
            return fail(ErrorCode::InvalidInput, QStringLiteral("%1, %2: %3").arg(kFile, where, done.error().detail));
        }
    }
    return Done{};
}

} // namespace

Result<Done> Guard::Data::readCues(const base::Json& json)
{
    for (const auto& item : json.items()) {
        const auto name = QString::fromStdString(item.key());
        const bool contrast = name == QLatin1String("contrast");
        const int owner = contrast ? kContrast : int(cues.size());
        if (!contrast) {
            cues.push_back({name, int(base::integerAt(item.value(), "ahead").value_or(0)),
                            int(base::integerAt(item.value(), "back").value_or(-1)),
                            base::at(item.value(), "over_commas") == true});
        }
        if (auto done = eachPattern(item.value(), name,
                                    [&](const QString& pattern) { return cuePatterns.add(pattern, owner); });
            !done) {
            return done;
        }
    }
    return Done{};
}

Result<Done> Guard::Data::readCompanions(const base::Json& json)
{
    for (const auto& item : json.items()) {
        companions.append(QString::fromStdString(item.key()));
        if (auto done = eachPattern(item.value(), companions.back(),
                                    [&](const QString& pattern) {
                                        return companionPatterns.add(pattern, int(companions.size()) - 1);
                                    });
            !done) {
            return done;
        }
    }
    return Done{};
}

Result<Done> Guard::Data::readRules(const base::Json& json)
{
    for (const auto& entry : json) {
        GuardRule rule{base::textAt(entry, "id"), language::textsAt(entry, "true_after"), {}, -1};
        const auto with = base::textAt(entry, "with");
        rule.with = int(companions.indexOf(with));
        bool known = !rule.id.isEmpty() && (with.isEmpty() || rule.with >= 0);
        for (const auto& name : language::textsAt(entry, "unless")) {
            const auto cue = std::find_if(cues.begin(), cues.end(), [&](const Cue& one) { return one.name == name; });
            known = known && cue != cues.end();
            rule.unless.push_back(int(cue - cues.begin()));
        }
        if (!known) {
            return fail(ErrorCode::InvalidInput,
                        QStringLiteral("%1, %2: needs an id, known cues and a known companion").arg(kFile, rule.id));
        }
        rules.push_back(std::move(rule));
        if (auto done = eachPattern(
                entry, rules.back().id,
                [&](const QString& pattern) { return patterns.add(pattern, int(rules.size()) - 1); });
            !done) {
            return done;
        }
    }
    return Done{};
}

Result<std::unique_ptr<Guard>> Guard::load(const QString& resources)
{
    const auto json = language::readResource(resources, kFile);
    if (!json) {
        return fail(json.error());
    }
    auto data = std::make_unique<Data>();
    data->longest = base::integerAt(*json, "longest").value_or(0);
    const auto& sets = base::at(*json, "sets");
    for (const auto& item : sets.items()) {
        const auto name = QString::fromStdString(item.key());
        const auto entries = language::textsAt(sets, item.key().c_str());
        data->patterns.define(name, entries);
        data->cuePatterns.define(name, entries);
        data->companionPatterns.define(name, entries);
    }
    for (const auto& drug : language::textsAt(sets, "drug")) {
        data->soundsOfDrugs.insert(soundOf(drug));
    }
    if (auto done = data->patterns.forgive({QStringLiteral("{drug}")}, language::textsAt(*json, "no_drugs")); !done) {
        return fail(done.error());
    }
    for (auto done : {data->readCues(base::at(*json, "cues")), data->readCompanions(base::at(*json, "companions")),
                      data->readRules(base::at(*json, "rules"))}) {
        if (!done) {
            return fail(done.error());
        }
    }
    if (data->longest <= 0 || data->rules.empty()) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("%1: needs \"longest\" above 0 and \"rules\"").arg(kFile));
    }
    return std::unique_ptr<Guard>(new Guard(std::move(data)));
}

bool Guard::Data::isTakenBack(const language::Text& text, const std::vector<language::Match>& found,
                              const GuardRule& rule, const language::Match& match) const
{
    return std::any_of(found.begin(), found.end(), [&](const language::Match& by) {
        return by.owner != kContrast && std::find(rule.unless.begin(), rule.unless.end(), by.owner) != rule.unless.end() &&
               takesBack(text, found, cues[std::size_t(by.owner)], by, match);
    });
}

/// Of the words alone.
QStringList Guard::Data::brokenRules(const QString& draft, const GuardContext& context) const
{
    const auto succeeded = [&](const QStringList& tools) {
        return std::any_of(context.toolResults.begin(), context.toolResults.end(),
                           [&](const base::Json& result) { return tools.contains(base::textAt(result, "tool")); });
    };
    const auto text = language::readText(draft);
    const auto found = cuePatterns.match(text);
    QSet<int> present;
    for (const auto& match : companionPatterns.match(text)) {
        present.insert(match.owner);
    }
    QStringList broken;
    for (const auto& match : patterns.match(text)) {
        const auto& rule = rules[std::size_t(match.owner)];
        const bool isTrue = !rule.tools.isEmpty() && succeeded(rule.tools);
        if (!isTrue && (rule.with < 0 || present.contains(rule.with)) && !isTakenBack(text, found, rule, match)) {
            broken.append(rule.id);
        }
    }
    return broken;
}

Verdict Guard::judge(const QString& draft, const GuardContext& context) const
{
    const auto text = asRead(draft);
    const auto mixed = mixedWords(text);
    const auto grounds = groundsOf(context);
    const auto stated = statedIn(withDigits(text));
    const std::pair<bool, const char*> checks[] = {
        {draft.size() > m_data->longest, "guard.too-long"},
        {std::any_of(mixed.begin(), mixed.end(),
                     [&](const QString& word) { return m_data->soundsOfDrugs.contains(soundOf(word)); }),
         "guard.medicine"},
        {!grounds.coverAmounts(stated), "guard.price"},
        {!grounds.coverTimes(stated), "guard.time"},
        {!grounds.coverDays(stated), "guard.day"},
        {!strangeLinks(text, context.allowedLinks).isEmpty(), "guard.link"},
        {!strangePhones(text, phonesOf(context)).isEmpty(), "guard.link"},
        {namesOther(text, context.otherPatientNames), "guard.other-patient"},
        {!mixed.isEmpty() || isInOtherLanguage(text, context.language, context.patientWords), "guard.language"},
        {showsInternals(text), "guard.internal"},
    };
    Verdict verdict;
    verdict.rules = m_data->brokenRules(text, context);
    for (const auto& [broken, rule] : checks) {
        if (broken) {
            verdict.rules.append(QLatin1String(rule));
        }
    }
    verdict.rules.removeDuplicates();
    verdict.allowed = verdict.rules.isEmpty();
    return verdict;
}

} // namespace delpek::safety
