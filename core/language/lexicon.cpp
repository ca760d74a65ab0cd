// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/lexicon.h"

#include "language/features.h"
#include "language/resource.h"

namespace delpek::language
{

namespace
{

constexpr std::uint32_t kLabelTags = 102;

Result<Done> addAll(Patterns& patterns, const QStringList& texts, int owner, const QString& place)
{
    for (const auto& text : texts) {
        if (auto done = patterns.add(text, owner); !done) {
            return fail(ErrorCode::InvalidInput, QStringLiteral("%1: %2").arg(place, done.error().detail));
        }
    }
    return Done{};
}

void defineSets(Patterns& patterns, const base::Json& json)
{
    const auto& sets = base::at(json, "sets");
    for (const auto& item : sets.items()) {
        patterns.define(QString::fromStdString(item.key()), textsAt(sets, item.key().c_str()));
    }
}

void addLabel(Lexicon& lexicon, const QString& slot, const QString& value)
{
    lexicon.labels.push_back(
        {slot, value, featureHash(slot + QLatin1Char('/') + value, kLabelTags), slot == QLatin1String("topic")});
}

Result<Done> loadTopics(Lexicon& lexicon, const QString& folder)
{
    const auto file = QStringLiteral("topics.json");
    const auto json = readResource(folder, file);
    if (!json) {
        return fail(json.error());
    }
    const auto& topics = base::at(*json, "topics");
    for (const auto& item : topics.items()) {
        addLabel(lexicon, QStringLiteral("topic"), QString::fromStdString(item.key()));
        // Single words are one alternation: many words cost no more than one.
        QStringList words;
        QStringList patterns;
        for (const auto& entry : textsAt(topics, item.key().c_str())) {
            (entry.contains(QLatin1Char(' ')) ? patterns : words).append(entry);
            for (auto word : entry.split(QLatin1Char(' '))) {
                lexicon.spelling.know(word.remove(QLatin1Char('*')));
            }
        }
        if (!words.isEmpty()) {
            patterns.append(words.join(QLatin1Char('|')));
        }
        auto done = addAll(lexicon.patterns, patterns, lexicon.lastLabel(),
                           QStringLiteral("%1, %2").arg(file, lexicon.labels.back().value));
        if (!done) {
            return done;
        }
    }
    return Done{};
}

Result<Done> loadIntents(Lexicon& lexicon, const QString& folder)
{
    const auto file = QStringLiteral("intents.json");
    const auto json = readResource(folder, file);
    if (!json) {
        return fail(json.error());
    }
    defineSets(lexicon.patterns, *json);
    for (const auto& item : base::at(*json, "intents").items()) {
        const auto intent = QString::fromStdString(item.key());
        const int number = intentOf(intent);
        if (number < 0) {
            return fail(ErrorCode::InvalidInput, QStringLiteral("%1: \"%2\" is no intent").arg(file, intent));
        }
        for (const auto& group : item.value()) {
            const auto weight = group.find("weight");
            if (weight == group.end() || !weight->is_number()) {
                return fail(ErrorCode::InvalidInput, QStringLiteral("%1, %2: a group has no weight").arg(file, intent));
            }
            lexicon.cues.push_back({number, weight->get<double>(), base::boolAt(group, "stands")});
            auto done = addAll(lexicon.patterns, textsAt(group, "any"), int(lexicon.cues.size()) - 1,
                               file + QStringLiteral(", ") + intent);
            if (!done) {
                return done;
            }
        }
    }
    return Done{};
}

Result<Done> loadSlots(Lexicon& lexicon, const QString& folder)
{
    const auto file = QStringLiteral("slots.json");
    const auto json = readResource(folder, file);
    if (!json) {
        return fail(json.error());
    }
    defineSets(lexicon.patterns, *json);
    for (const auto& slot : base::at(*json, "slots").items()) {
        for (const auto& value : slot.value().items()) {
            addLabel(lexicon, QString::fromStdString(slot.key()), QString::fromStdString(value.key()));
            auto done = addAll(lexicon.patterns, textsAt(slot.value(), value.key().c_str()), lexicon.lastLabel(),
                               QStringLiteral("%1, %2").arg(file, lexicon.labels.back().value));
            if (!done) {
                return done;
            }
        }
    }
    for (const auto& word : textsAt(*json, "not_names")) {
        lexicon.notNames.insert(wordId(wordKey(word)));
    }
    for (const auto& word : textsAt(*json, "titles")) {
        lexicon.titles.insert(wordId(wordKey(word)));
    }
    return Done{};
}

} // namespace

Result<std::unique_ptr<Lexicon>> Lexicon::load(const QString& folder)
{
    auto lexicon = std::make_unique<Lexicon>();
    if (auto done = loadIntents(*lexicon, folder); !done) {
        return fail(done.error());
    }
    if (auto done = loadSlots(*lexicon, folder); !done) {
        return fail(done.error());
    }
    auto spelling = Spelling::load(folder);
    if (!spelling) {
        return fail(spelling.error());
    }
    lexicon->spelling = std::move(*spelling);
    if (auto done = loadTopics(*lexicon, folder); !done) {
        return fail(done.error());
    }
    auto assertion = Assertion::load(folder);
    if (!assertion) {
        return fail(assertion.error());
    }
    lexicon->assertion = std::move(*assertion);
    return lexicon;
}

} // namespace delpek::language
