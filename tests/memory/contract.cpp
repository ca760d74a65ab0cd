// SPDX-License-Identifier: GPL-3.0-or-later
#include "memory/contract.h"

#include "base/await.h"

#include <algorithm>
#include <stdexcept>

namespace delpek::test
{

namespace
{

using memory::Episode;
using memory::Finding;
using memory::Memory;
using namespace std::chrono_literals;

const domain::PersonId noa{900'000'001};
const domain::PersonId gil{900'000'002};
const base::Instant start = base::fromMillis(1'772'539'200'000); // 2026-03-03 12:00 UTC
constexpr auto day = 24h;

void require(bool holds, const char* what)
{
    if (!holds) {
        throw std::runtime_error(what);
    }
}

template <typename T>
T value(const Future<T>& future)
{
    const auto result = base::await(future);
    if (!result) {
        throw std::runtime_error(base::describe(result.error()).toStdString());
    }
    return *result;
}

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

Finding finding(const char* kind, const char* what, const char* subject = "")
{
    return {u(kind), u(subject), u(what), {}, {900'000'007}};
}

/// The n-th turn, an hour after the one before.
Episode turn(int n, std::vector<Finding> findings = {}, domain::PersonId user = noa)
{
    Episode episode;
    episode.id = QStringLiteral("turn:%1").arg(900'000'000 + n);
    episode.user = user;
    episode.conversation = {900'000'000 + user.value % 10};
    episode.talk = 900'000'000 + n;
    episode.at = start + n * 1h;
    episode.language = u("he");
    episode.pattern = u("scheduling");
    episode.outcome = u("replied");
    episode.agent = u("Alex");
    episode.first = {900'000'000 + n};
    episode.messages = {{{900'000'000 + n}, u("patient"), episode.at}};
    episode.findings = std::move(findings);
    return episode;
}

Episode about(int n, const QStringList& topics, const QStringList& words)
{
    Episode episode = turn(n);
    episode.topics = topics;
    episode.words = words;
    return episode;
}

memory::Recollection recallOf(Memory& memory, base::Instant now, const QStringList& words = {},
                              const QStringList& topics = {}, domain::PersonId user = noa)
{
    return value(memory.recall({user, words, topics, now}));
}

void nobodyIsKnownAtFirst(Memory& memory)
{
    const auto known = recallOf(memory, start, {u("cleaning")}, {u("cleaning")});
    require(known.open.empty() && known.similar.empty() && !known.lastTalk, "something is recalled of nobody");
    const auto all = value(memory.list(noa));
    require(all.facts.empty() && all.talks.empty() && all.patterns.empty(), "something is listed of nobody");
}

void aFactIsKnownFromWhenAndFromWhat(Memory& memory)
{
    value(memory.remember({turn(1, {finding("doctor", "d2")})}));
    const auto known = recallOf(memory, start + 2h);
    require(known.open.size() == 1, "the fact is not recalled");
    const auto& fact = known.open.front();
    require(fact.kind == u("doctor") && fact.value == u("d2") && fact.isOpen && fact.by.isEmpty(), "another fact");
    require(fact.learnedAt == start + 1h && fact.validFrom == start + 1h && fact.seenAt == start + 1h && !fact.validTo,
            "another time");
    require(fact.source == domain::MessageId{900'000'007}, "another source");
}

void aNewValueClosesTheOneBefore(Memory& memory)
{
    value(memory.remember({turn(1, {finding("doctor", "d1")}), turn(2, {finding("doctor", "d2")})}));
    require(recallOf(memory, start + 3h).valueOf("doctor") == u("d2"), "the old value is recalled");
    const auto facts = value(memory.list(noa)).facts;
    require(facts.size() == 2 && !facts[0].isOpen && facts[0].value == u("d1"), "the old value is not closed");
    require(facts[0].validTo == start + 2h, "it did not end when the new one began");
}

void theSameValueIsSeenAgain(Memory& memory)
{
    value(memory.remember({turn(1, {finding("doctor", "d1")}), turn(5, {finding("doctor", "d1")})}));
    const auto facts = value(memory.list(noa)).facts;
    require(facts.size() == 1 && facts[0].learnedAt == start + 1h && facts[0].seenAt == start + 5h,
            "it is learned anew");
}

void anEmptyValueOnlyCloses(Memory& memory)
{
    value(memory.remember({turn(1, {finding("pending", "person", "7"), finding("pending", "doctor", "8")}),
                           turn(2, {finding("pending", "", "7")})}));
    const auto open = recallOf(memory, start + 3h).open;
    require(open.size() == 1 && open[0].subject == u("8"), "another subject was closed, or none");
}

void factsEndByThemselves(Memory& memory)
{
    auto visit = finding("visit", "2026-03-05T09:30 cleaning d1", "v1");
    visit.validTo = start + 10h;
    value(memory.remember({turn(1, {visit})}));
    require(recallOf(memory, start + 9h).open.size() == 1, "the visit is gone too soon");
    require(recallOf(memory, start + 10h).open.empty(), "the visit is still to come");
}

void toldTwiceIsOnce(Memory& memory)
{
    const auto first = turn(1, {finding("doctor", "d1")});
    const auto second = turn(2, {finding("doctor", "d2")});
    value(memory.remember({first, second}));
    value(memory.remember({first}));
    value(memory.remember({first, second}));
    const auto all = value(memory.list(noa));
    require(recallOf(memory, start + 3h).valueOf("doctor") == u("d2"), "an old turn told again changed the value");
    require(all.facts.size() == 2 && all.talks.size() == 2, "it was remembered twice");
    require(all.patterns.at(u("scheduling")) == 2, "it was counted twice");
}

void aMessageAnsweredAnewIsCountedOnce(Memory& memory)
{
    auto again = turn(2);
    again.first = turn(1).first;
    value(memory.remember({turn(1), again}));
    require(value(memory.list(noa)).patterns.at(u("scheduling")) == 1, "one message counts twice");
}

void turnsOfATalkAreOneTalk(Memory& memory)
{
    auto second = about(2, {u("cleaning")}, {u("sunday")});
    second.talk = turn(1).talk;
    second.outcome = u("handed_to_person");
    value(memory.remember({about(1, {u("book_appointment")}, {u("morning")}), second}));
    const auto talks = value(memory.list(noa)).talks;
    require(talks.size() == 1 && talks[0].beganAt == start + 1h && talks[0].lastAt == start + 2h, "not one talk");
    require(talks[0].outcome == u("handed_to_person"), "the outcome is not that of the last turn");
    require(talks[0].topics == QStringList({u("book_appointment"), u("cleaning")}), "other topics");
    require(talks[0].words == QStringList({u("morning"), u("sunday")}), "other words");
}

void theMostSimilarTalksComeToMind(Memory& memory)
{
    value(memory.remember({about(1, {u("cleaning")}, {u("sunday"), u("morning")}),
                           about(2, {u("invoice")}, {u("receipt")}), about(3, {u("cleaning")}, {u("evening")}),
                           about(4, {u("hours")}, {u("friday")})}));
    const auto known = recallOf(memory, start + 3 * day, {u("sunday"), u("cleaning")}, {u("cleaning")});
    require(known.similar.size() == 2, "not the two talks that are alike");
    require(known.similar[0].id == 900'000'001 && known.similar[1].id == 900'000'003, "another order");
    require(known.similar[0].similarity > known.similar[1].similarity, "the similarity is not told");
    require(known.lastTalk == start + 4h, "the last talk is another");
}

void aTalkThatGoesOnIsNotThePast(Memory& memory)
{
    value(memory.remember({about(1, {u("cleaning")}, {u("sunday")})}));
    require(recallOf(memory, start + 2h, {u("sunday")}, {u("cleaning")}).similar.empty(), "it is recalled already");
    require(recallOf(memory, start + 1h + day, {u("sunday")}, {u("cleaning")}).similar.size() == 1,
            "it is not recalled");
}

void aCorrectionStandsInItsPlace(Memory& memory)
{
    value(memory.remember({turn(1, {finding("doctor", "d1")})}));
    const auto id = recallOf(memory, start + 2h).open.front().id;
    value(memory.correct(noa, id, u("d3"), u("Ruti"), start + 2h));
    const auto open = recallOf(memory, start + 3h).open;
    require(open.size() == 1 && open[0].value == u("d3") && open[0].by == u("Ruti"), "the correction is not recalled");
    require(open[0].id != id && !open[0].source.isValid(), "it looks as if a message had said so");
    const auto again = base::await(memory.correct(noa, id, u("d4"), u("Ruti"), start + 4h));
    require(!again && again.error().code == ErrorCode::NotFound, "what is closed was corrected");
    const auto other = base::await(memory.correct(gil, open[0].id, u("d4"), u("Ruti"), start + 4h));
    require(!other && other.error().code == ErrorCode::NotFound, "another user's fact was corrected");
}

void whatIsForgottenStaysForgotten(Memory& memory)
{
    const auto old = about(1, {u("cleaning")}, {u("sunday")});
    value(memory.remember({old, turn(2, {finding("doctor", "d1")}), turn(3, {finding("doctor", "d9")}, gil)}));
    value(memory.forget(noa, start + 5h));
    value(memory.remember({old, turn(4, {finding("doctor", "d2")})}));
    const auto all = value(memory.list(noa));
    require(all.facts.empty() && all.talks.empty() && all.patterns.empty(), "something is left, or came back");
    require(value(memory.list(gil)).facts.size() == 1, "another user was forgotten");
    value(memory.remember({turn(6, {finding("doctor", "d2")})}));
    require(recallOf(memory, start + 7h).valueOf("doctor") == u("d2"), "nothing new is learned");
}

void oldThingsAreSweptAway(Memory& memory)
{
    value(memory.remember(
        {turn(1, {finding("doctor", "d1"), finding("language", "he")}), turn(30, {finding("language", "he")})}));
    require(value(memory.sweep(start + 20h)) > 0, "nothing was swept");
    const auto all = value(memory.list(noa));
    require(all.facts.size() == 1 && all.facts[0].kind == u("language"),
            "what was seen since is gone, or the rest is there");
    require(all.talks.size() == 1 && all.patterns.at(u("scheduling")) == 1, "the old talk is there");
    require(value(memory.sweep(start + 20h)) == 0, "it was swept twice");
}

void aConversationTakesItsTalkAlong(Memory& memory)
{
    auto later = turn(2, {}, gil);
    later.conversation = turn(1).conversation;
    later.talk = turn(1).talk;
    value(memory.remember({turn(1), later}));
    require(value(memory.list(noa)).talks.empty() && value(memory.list(gil)).talks.size() == 1,
            "the talk is not that of the person it turned out to be");
}

void wordsStayAsTheyAre(Memory& memory)
{
    const char* odd = "ד״ר \"לוי\" \\ {$x} 'ל' \n`)-[]->() ☺";
    value(memory.remember({turn(1, {finding("doctor", odd)})}));
    require(recallOf(memory, start + 2h).valueOf("doctor") == u(odd), "the value came back otherwise");
}

} // namespace

const std::vector<MemoryCase>& memoryCases()
{
    static const std::vector<MemoryCase> cases{
        {"nobody is known at first", nobodyIsKnownAtFirst},
        {"a fact is known from when and from what", aFactIsKnownFromWhenAndFromWhat},
        {"a new value closes the one before", aNewValueClosesTheOneBefore},
        {"the same value is seen again", theSameValueIsSeenAgain},
        {"an empty value only closes", anEmptyValueOnlyCloses},
        {"facts end by themselves", factsEndByThemselves},
        {"told twice is once", toldTwiceIsOnce},
        {"a message answered anew is counted once", aMessageAnsweredAnewIsCountedOnce},
        {"turns of a talk are one talk", turnsOfATalkAreOneTalk},
        {"the most similar talks come to mind", theMostSimilarTalksComeToMind},
        {"a talk that goes on is not the past", aTalkThatGoesOnIsNotThePast},
        {"a correction stands in its place", aCorrectionStandsInItsPlace},
        {"what is forgotten stays forgotten", whatIsForgottenStaysForgotten},
        {"old things are swept away", oldThingsAreSweptAway},
        {"a conversation takes its talk along", aConversationTakesItsTalkAlong},
        {"words stay as they are", wordsStayAsTheyAre},
    };
    return cases;
}

std::vector<domain::PersonId> memoryCaseUsers()
{
    return {noa, gil};
}

} // namespace delpek::test
