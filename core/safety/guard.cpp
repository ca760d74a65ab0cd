// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/pattern.h"
#include "language/resource.h"
#include "safety/draft.h"
#include "safety/facts.h"
#include "safety/gates.h"

namespace delpek::safety
{

namespace
{

const auto kFile = QStringLiteral("guard.json");

struct GuardRule {
    QString id;
    QStringList tools; ///< a success of one of these makes the words true
};

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

} // namespace

struct Guard::Data {
    language::Patterns patterns;
    std::vector<GuardRule> rules;
    qint64 longest = 0;
};

Guard::Guard(std::unique_ptr<const Data> data)
    : m_data(std::move(data))
{
}
Guard::~Guard() = default;

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
        data->patterns.define(QString::fromStdString(item.key()), language::textsAt(sets, item.key().c_str()));
    }
    for (const auto& entry : base::at(*json, "rules")) {
        const auto id = base::textAt(entry, "id");
        const auto patterns = language::textsAt(entry, "any");
        if (id.isEmpty() || patterns.isEmpty()) {
            return fail(ErrorCode::InvalidInput, QStringLiteral("%1, %2: needs an id and patterns").arg(kFile, id));
        }
        data->rules.push_back({id, language::textsAt(entry, "true_after")});
        for (const auto& pattern : patterns) {
            if (auto done = data->patterns.add(pattern, int(data->rules.size()) - 1); !done) {
                return fail(ErrorCode::InvalidInput, QStringLiteral("%1, %2: %3").arg(kFile, id, done.error().detail));
            }
        }
    }
    if (data->longest <= 0 || data->rules.empty()) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("%1: needs \"longest\" above 0 and \"rules\"").arg(kFile));
    }
    return std::unique_ptr<Guard>(new Guard(std::move(data)));
}

Verdict Guard::judge(const QString& draft, const GuardContext& context) const
{
    Verdict verdict;
    const auto refuse = [&](const QString& rule) {
        if (!verdict.rules.contains(rule)) {
            verdict.rules.append(rule);
        }
        verdict.allowed = false;
    };
    const auto succeeded = [&](const QStringList& tools) {
        return std::any_of(context.toolResults.begin(), context.toolResults.end(),
                           [&](const base::Json& result) { return tools.contains(base::textAt(result, "tool")); });
    };
    const auto text = asRead(draft);
    for (const auto& match : m_data->patterns.match(language::readText(text))) {
        const auto& rule = m_data->rules[std::size_t(match.owner)];
        if (rule.tools.isEmpty() || !succeeded(rule.tools)) {
            refuse(rule.id);
        }
    }
    const auto grounds = groundsOf(context);
    const auto stated = statedIn(text);
    const std::pair<bool, const char*> checks[] = {
        {draft.size() > m_data->longest, "guard.too-long"},
        {!grounds.amounts.contains(stated.amounts), "guard.price"},
        {!grounds.times.contains(stated.times), "guard.time"},
        {!grounds.days.contains(stated.days), "guard.day"},
        {!strangeLinks(text, context.allowedLinks).isEmpty(), "guard.link"},
        {namesOther(text, context.otherPatientNames), "guard.other-patient"},
        {isInOtherLanguage(text, context.language), "guard.language"},
        {showsInternals(text), "guard.internal"},
    };
    for (const auto& [broken, rule] : checks) {
        if (broken) {
            refuse(QLatin1String(rule));
        }
    }
    return verdict;
}

} // namespace delpek::safety
