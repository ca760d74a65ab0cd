// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/resource.h"
#include "safety/draft.h"
#include "safety/facts.h"
#include "safety/gates.h"
#include "safety/guardwords.h"
#include "safety/numerals.h"
#include "safety/unmask.h"

namespace delpek::safety
{

namespace
{

const auto kFile = QStringLiteral("guard.json");

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

QStringList succeededTools(const GuardContext& context)
{
    QStringList tools;
    for (const auto& result : context.toolResults) {
        tools.append(base::textAt(result, "tool"));
    }
    return tools;
}

} // namespace

struct Guard::Data {
    GuardWords words;
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
    if (auto done = data->words.read(*json); !done) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("%1, %2").arg(kFile, done.error().detail));
    }
    if (data->longest <= 0 || data->words.isEmpty()) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("%1: needs \"longest\" above 0 and \"rules\"").arg(kFile));
    }
    return std::unique_ptr<Guard>(new Guard(std::move(data)));
}

Verdict Guard::judge(const QString& draft, const GuardContext& context) const
{
    const auto text = asRead(draft);
    const auto mixed = mixedWords(text);
    const auto grounds = groundsOf(context);
    const auto digits = withDigits(text);
    const auto stated = statedIn(digits);
    const std::pair<bool, const char*> checks[] = {
        {draft.size() > m_data->longest, "guard.too-long"},
        {std::any_of(mixed.begin(), mixed.end(),
                     [&](const QString& word) { return m_data->words.soundsLikeDrug(word); }),
         "guard.medicine"},
        {!grounds.coverAmounts(stated), "guard.price"},
        {!grounds.coverTimes(stated), "guard.time"},
        {!grounds.coverDays(stated), "guard.day"},
        {!strangeLinks(text, context.allowedLinks).isEmpty(), "guard.link"},
        {!strangePhones(digits, phonesOf(context)).isEmpty(), "guard.link"},
        {namesOther(digits, context.otherPatientNames), "guard.other-patient"},
        {!mixed.isEmpty() || isInOtherLanguage(text, context.language, context.patientWords), "guard.language"},
        {showsInternals(text), "guard.internal"},
    };
    Verdict verdict;
    verdict.rules = m_data->words.broken(text, succeededTools(context));
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
