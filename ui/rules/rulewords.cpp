// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/rulewords.h"

#include "domain/isolate.h"
#include "ui/keytexts.h"
#include "ui/wording.h"

#include <array>

namespace delpek::ui::rulewords
{

namespace
{

constexpr auto ruleTiers = std::to_array<KeyText>({
    {"E1", QT_TRANSLATE_NOOP("RuleWords", "an emergency; the ambulance, at once")},
    {"E2", QT_TRANSLATE_NOOP("RuleWords", "an emergency; within the hour")},
    {"U", QT_TRANSLATE_NOOP("RuleWords", "for the doctor; within 24 hours")},
    {"S", QT_TRANSLATE_NOOP("RuleWords", "for the doctor; this week")},
    {"R", QT_TRANSLATE_NOOP("RuleWords", "noted on the doctor's card")},
});

constexpr auto ruleSentences = std::to_array<KeyText>({
    {"rules.none", QT_TRANSLATE_NOOP("RuleWords", "Nothing judges messages at this desk.")},
    {"rules.tooLong", QT_TRANSLATE_NOOP("RuleWords", "At most 4000 characters can be tried out.")},
});

} // namespace

QString name(const QString& rule)
{
    const QString words = words::triageRule(rule);
    return words.isEmpty() ? domain::isolate(rule) : words;
}

QString tier(const QString& tier)
{
    return textOf(ruleTiers, tier, "RuleWords");
}

QString sentence(const QString& key)
{
    return textOf(ruleSentences, key, "RuleWords");
}

} // namespace delpek::ui::rulewords
