// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/soakplan.h"

#include <algorithm>
#include <array>

namespace delpek::test
{

namespace
{

using domain::ChannelKind;
using std::chrono::milliseconds;

constexpr std::array channels{ChannelKind::WhatsApp, ChannelKind::Waha, ChannelKind::Telegram, ChannelKind::WebChat};

constexpr int mostMessages = 4;

/// Of a hundred messages so many are also …
constexpr int repeated = 30;
constexpr int edited = 12;
constexpr int reactedTo = 10;
/// Of a hundred patients whose channel shows it, so many are also written to from the clinic's phone.
constexpr int writtenTo = 20;
/// In each life, for each provider.
constexpr int mostTroubles = 3;
constexpr int reports = 2;

struct Weighted {
    SoakTrouble trouble;
    int weight;
};
constexpr std::array troubles{Weighted{SoakTrouble::Busy, 5},      Weighted{SoakTrouble::TooFast, 3},
                              Weighted{SoakTrouble::Slow, 5},      Weighted{SoakTrouble::Gateway, 2},
                              Weighted{SoakTrouble::TakenOnly, 2}, Weighted{SoakTrouble::Silent, 1}};

/// What is asked for, what is sent on, what a doctor has to see, and what nobody understands.
const std::array words{
    "How much is a teeth cleaning?",
    "מה שעות הפתיחה שלכם?",
    "כמה עולה ניקוי אבנית?",
    "What are your opening hours?",
    "איפה אתם נמצאים?",
    "Where is the clinic?",
    "אפשר לקבוע תור לניקוי?",
    "I want to book a check-up, the earliest you have",
    "Which insurance do you take?",
    "I want to talk to a person please",
    "הפנים שלי נפוחות ויש לי חום גבוה",
    "qwrt zxcv plmk",
};

struct Chance {
    std::mt19937_64& random;

    int below(int end) { return int(random() % quint64(end)); }
    bool in100(int share) { return below(100) < share; }
    milliseconds upTo(int most) { return milliseconds(below(most + 1)); }
    template <typename T>
    void shuffle(std::vector<T>& list)
    {
        for (std::size_t i = list.size(); i > 1; --i) {
            std::swap(list[i - 1], list[random() % i]);
        }
    }
};

SoakTrouble anyTrouble(Chance& chance, bool silence)
{
    int all = 0;
    for (const auto& one : troubles) {
        all += one.weight;
    }
    int at = chance.below(all);
    for (const auto& one : troubles) {
        at -= one.weight;
        if (at < 0) {
            return one.trouble == SoakTrouble::Silent && !silence ? SoakTrouble::Slow : one.trouble;
        }
    }
    return SoakTrouble::Busy;
}

bool showsTheClinicsPhone(ChannelKind channel)
{
    return channel == ChannelKind::WhatsApp || channel == ChannelKind::Waha;
}

/// Everything that patients and the clinic's phone do, without order.
std::vector<SoakStep> deedsOf(const std::vector<SoakPatient>& patients, Chance& chance)
{
    std::vector<SoakStep> deeds;
    for (int i = 0; i < int(patients.size()); ++i) {
        const bool chat = patients[std::size_t(i)].channel == ChannelKind::WebChat;
        for (int message = 1; message <= patients[std::size_t(i)].messages; ++message) {
            deeds.push_back({SoakAct::Say, i, message});
            if (chance.in100(repeated)) {
                deeds.push_back({SoakAct::SayAgain, i, message});
            }
            // An edit that overtakes its message would have to bring the picture; the doubles edit words.
            if (!chat && !isPicture(patients[std::size_t(i)], message) && chance.in100(edited)) {
                deeds.push_back({SoakAct::Edit, i, message});
            }
            if (!chat && chance.in100(reactedTo)) {
                deeds.push_back({SoakAct::React, i, message});
            }
        }
        if (showsTheClinicsPhone(patients[std::size_t(i)].channel) && chance.in100(writtenTo)) {
            deeds.push_back({SoakAct::ClinicWrites, i});
        }
    }
    return deeds;
}

/// What befalls the providers in one life; any patient of theirs stands for each.
void addWeather(SoakLife& life, const std::vector<SoakPatient>& patients, Chance& chance, bool silence)
{
    for (int i = 0; i < int(channels.size()); ++i) {
        const auto ofIt =
            std::ranges::find(patients, channels[std::size_t(i)], [](const SoakPatient& one) { return one.channel; });
        if (ofIt == patients.end() || ofIt->channel == ChannelKind::WebChat) {
            continue;
        }
        const int patient = int(ofIt - patients.begin());
        for (int count = chance.below(mostTroubles + 1); count > 0; --count) {
            life.steps.push_back({SoakAct::Trouble, patient, 0, anyTrouble(chance, silence)});
        }
        for (int count = 0; count < reports; ++count) {
            life.steps.push_back({SoakAct::Report, patient});
        }
    }
}

QString nameOf(SoakAct act)
{
    switch (act) {
    case SoakAct::Say:
        return QStringLiteral("says");
    case SoakAct::SayAgain:
        return QStringLiteral("is delivered again");
    case SoakAct::Edit:
        return QStringLiteral("edits");
    case SoakAct::React:
        return QStringLiteral("reacts to");
    case SoakAct::ClinicWrites:
        return QStringLiteral("is written to from the clinic's phone");
    case SoakAct::Trouble:
        return QStringLiteral("trouble");
    case SoakAct::Report:
        return QStringLiteral("reports");
    }
    return {};
}

QString nameOf(SoakTrouble trouble)
{
    constexpr std::array names{"busy", "too fast", "slow", "gateway", "taken only", "silent"};
    return QString::fromLatin1(names[std::size_t(trouble)]);
}

} // namespace

SoakPlan makeSoakPlan(std::mt19937_64& random, const SoakSize& size, int firstPatient)
{
    Chance chance{random};
    SoakPlan plan;
    for (int i = 0; i < size.patientsEach * int(channels.size()); ++i) {
        plan.patients.push_back(
            {channels[std::size_t(i) % channels.size()], firstPatient + i, 1 + chance.below(mostMessages)});
    }
    plan.lives.resize(std::size_t(size.lives));
    for (const SoakStep& deed : deedsOf(plan.patients, chance)) {
        plan.lives[random() % plan.lives.size()].steps.push_back(deed);
    }
    for (SoakLife& life : plan.lives) {
        addWeather(life, plan.patients, chance, size.silence);
        chance.shuffle(life.steps);
        for (SoakStep& step : life.steps) {
            step.pause = chance.in100(40) ? chance.upTo(60) : milliseconds(0);
        }
        life.end = chance.in100(40) ? SoakEnd::KilledInDelivery : chance.in100(60) ? SoakEnd::Killed : SoakEnd::Ended;
        life.breath = chance.upTo(400);
    }
    plan.lives.back().end = SoakEnd::Ended;
    return plan;
}

bool isPicture(const SoakPatient& patient, int message)
{
    return patient.channel != ChannelKind::WebChat && (patient.number + 2 * message) % 5 == 0;
}

QString wordsOf(const SoakPatient& patient, int message)
{
    return QString::fromUtf8(words[std::size_t(patient.number * 7 + message * 5) % words.size()]);
}

QStringList storyOf(const SoakPlan& plan, int patient)
{
    const auto channel = plan.patients[std::size_t(patient)].channel;
    QStringList story;
    for (std::size_t life = 0; life < plan.lives.size(); ++life) {
        for (const SoakStep& step : plan.lives[life].steps) {
            const bool weather = step.act == SoakAct::Trouble || step.act == SoakAct::Report;
            if (weather ? plan.patients[std::size_t(step.patient)].channel != channel : step.patient != patient) {
                continue;
            }
            story << QStringLiteral("  life %1: %2 %3")
                         .arg(life + 1)
                         .arg(nameOf(step.act), step.act == SoakAct::Trouble ? nameOf(step.trouble)
                                                : step.message > 0           ? QString::number(step.message)
                                                                             : QString());
        }
        const auto end = plan.lives[life].end;
        story << QStringLiteral("  life %1 %2")
                     .arg(life + 1)
                     .arg(QLatin1String(end == SoakEnd::Ended    ? "ends"
                                        : end == SoakEnd::Killed ? "is killed"
                                                                 : "is killed in a delivery"));
    }
    return story;
}

} // namespace delpek::test
