// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/hearing.h"

#include "language/slots.h"

namespace delpek::language
{

namespace
{

constexpr std::uint32_t kSlotTags = 101;
constexpr std::uint32_t kGrammarTags = 103;

void readCues(Heard& heard, const Lexicon& lexicon, const std::vector<Match>& matches)
{
    const auto& text = heard.text;
    std::optional<Scope> scope; // only where a cue asks for it
    const auto stands = [&](const Match& match) {
        if (!scope) {
            scope.emplace(lexicon.assertion->scope(text));
        }
        return scope->of(match) == Standing::Present;
    };
    std::vector<bool> counted(lexicon.cues.size());
    for (const auto& match : matches) {
        if (!lexicon.isCue(match)) {
            continue;
        }
        const auto& cue = lexicon.cues[std::size_t(match.owner)];
        if (counted[std::size_t(match.owner)] || (cue.mustStand && !stands(match))) {
            continue;
        }
        counted[std::size_t(match.owner)] = true;
        auto& evidence = heard.evidence[std::size_t(cue.intent)];
        evidence.weight += cue.weight;
        evidence.first = evidence.first < 0 ? match.first : std::min(evidence.first, match.first);
        heard.hints.cues.push_back(match.owner);
    }
    for (std::size_t i = 0; i < heard.evidence.size(); ++i) {
        heard.hints.cueSums[i] = heard.evidence[i].weight;
    }
}

/// What the other slots hold, as far as it tells something about the wish.
void tagSlots(Heard& heard)
{
    auto& tags = heard.hints.tags;
    const auto tag = [&](const char* name) { tags.push_back(featureHash(QString::fromLatin1(name), kSlotTags)); };
    const auto& said = heard.understanding;
    if (!said.doctor.isEmpty()) {
        tag("doctor");
    }
    if (said.when) {
        tag(said.when->date ? "date" : said.when->from ? "span" : "hour");
    }
    for (const auto& piece : heard.dates.pieces) {
        tag(piece.birth ? "birth" : piece.role == DatePiece::Role::Past ? "past" : "dated");
    }
}

/// What the words do in their sentence: wish, deny, tell of what was, move, call off; apart where it is asked, and
/// where no day is named.
void tagGrammar(Heard& heard)
{
    static constexpr std::array kTold = {
        Kind::Wish,       Kind::Mine,    Kind::Booked, Kind::Visit,   Kind::Reason, Kind::Work,   Kind::Unfit,
        Kind::Fits,       Kind::Can,     Kind::Past,   Kind::Told,    Kind::Onset,  Kind::Moving, Kind::Attend,
        Kind::Cancelling, Kind::Instead, Kind::Turn,   Kind::Counted, Kind::Age,    Kind::Every,  Kind::Early};
    enum How : std::uint32_t { Plain, Asked = 2, WithoutDay = 4 };
    const auto& words = heard.dates.words;
    const auto& tokens = heard.text.tokens;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const bool after = at > 0 && tokens[at].breakBefore == 0;
        const bool denied = after && (words[at - 1].is(Kind::Not) ||
                                      (at > 1 && words[at - 2].is(Kind::Not) && tokens[at - 1].breakBefore == 0));
        for (const auto kind : kTold) {
            if (!words[at].is(kind)) {
                continue;
            }
            const auto add = [&](How how) {
                const auto mixed = (kGrammarTags * 31 + std::uint32_t(kind)) * 2654435761U;
                heard.hints.grammar.push_back(mixed + (how + (denied ? 1U : 0U)) * 40503U);
            };
            add(Plain);
            if (heard.text.question) {
                add(Asked);
            }
            if (heard.dates.pieces.empty()) {
                add(WithoutDay);
            }
        }
    }
}

} // namespace

Heard hear(const QString& raw, const Lexicon& lexicon, const UnderstandingContext& context)
{
    Heard heard;
    heard.text = readText(raw, &lexicon.spelling);
    auto& said = heard.understanding;
    said.language = domain::languageOf(raw, context.language.value_or(domain::Language::Hebrew));
    const auto matches = lexicon.patterns.match(heard.text);
    readSlots(heard.text, lexicon, matches, said, heard.hints);
    said.doctor = readDoctor(heard.text, lexicon, context);
    heard.dates = readDates(heard.text, {context.now, context.zone, context.hours});
    said.identity = readIdentity(heard.text, lexicon, heard.dates.pieces, context.asked);
    said.whens = readWhen(heard.text, heard.dates, Purpose::Wish);
    said.when = said.whens.empty() ? std::nullopt : std::optional(said.whens.front());
    readCues(heard, lexicon, matches);
    tagSlots(heard);
    tagGrammar(heard);
    return heard;
}

} // namespace delpek::language
