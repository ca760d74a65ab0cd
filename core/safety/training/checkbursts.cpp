// SPDX-License-Identifier: GPL-3.0-or-later
// delpek_check_bursts RULES-FOLDER MESSAGES.jsonl…: hides messages in bursts of routine ones that are routine by
// themselves, and prints how many emergencies are found and how many of the doctor's are not lowered, and how many
// bursts of routine messages alone are raised. The same input and rules give the same draws.
#include "base/json.h"
#include "safety/gates.h"

#include <QFile>

#include <algorithm>
#include <cstdio>
#include <random>

using namespace delpek;

namespace
{

constexpr int kDraws = 400;

struct Messages {
    QStringList routine;
    QStringList doctor;
    QStringList emergency;
};

bool readInto(Messages& messages, const QString& name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "%s cannot be opened\n", qPrintable(name));
        return false;
    }
    while (!file.atEnd()) {
        const auto json = base::parseJson(file.readLine().trimmed());
        const auto urgency = json ? base::fromText<domain::Urgency>(base::textAt(*json, "urgency")) : std::nullopt;
        if (urgency) {
            (*urgency == domain::Urgency::Emergency        ? messages.emergency
             : *urgency == domain::Urgency::DoctorRequired ? messages.doctor
                                                           : messages.routine)
                << base::textAt(*json, "text");
        }
    }
    return true;
}

/// `random() %` and not a distribution of the library's: the same draws with every compiler.
QStringList drawn(QStringList from, int count, std::mt19937& random)
{
    QStringList some;
    for (int i = 0; i < count; ++i) {
        some << from.takeAt(qsizetype(random() % std::mt19937::result_type(from.size())));
    }
    return some;
}

/// Bursts of `size` messages, one of them (with `hidden`) anywhere in each, that are judged at least so.
int judged(const safety::Triage& triage, const QStringList& routine, const QStringList& hidden, int size,
           domain::Urgency least)
{
    std::mt19937 random(static_cast<unsigned>(size));
    int found = 0;
    for (int i = 0; i < kDraws; ++i) {
        auto burst = drawn(routine, hidden.isEmpty() ? size : size - 1, random);
        if (!hidden.isEmpty()) {
            burst.insert(qsizetype(random() % unsigned(size)), drawn(hidden, 1, random).constFirst());
        }
        found += triage.judge(burst.join(QLatin1Char('\n'))).urgency >= least ? 1 : 0;
    }
    return found;
}

} // namespace

int main(int argc, char** argv)
{
    const auto triage = safety::Triage::load(QString::fromLocal8Bit(argc > 2 ? argv[1] : ""));
    if (!triage) {
        std::fprintf(stderr, "%s\n", qPrintable(triage.error().detail));
        return 1;
    }
    Messages messages;
    for (int i = 2; i < argc; ++i) {
        if (!readInto(messages, QString::fromLocal8Bit(argv[i]))) {
            return 1;
        }
    }
    erase_if(messages.routine,
             [&](const QString& text) { return (*triage)->judge(text).urgency != domain::Urgency::Routine; });
    std::printf("of %d bursts each:\nmessages  emergencies found  doctor's not lowered  routine raised\n", kDraws);
    for (const int size : {1, 2, 3, 5, 8}) {
        std::printf("%8d %18d %21d %15d\n", size,
                    judged(**triage, messages.routine, messages.emergency, size, domain::Urgency::Emergency),
                    judged(**triage, messages.routine, messages.doctor, size, domain::Urgency::DoctorRequired),
                    judged(**triage, messages.routine, {}, size, domain::Urgency::DoctorRequired));
    }
    return 0;
}
