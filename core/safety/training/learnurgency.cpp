// SPDX-License-Identifier: GPL-3.0-or-later
// delpek_learn_urgency RULES-FOLDER MESSAGES.jsonl… > secondlook.tsv: learns the second look's table from messages
// labelled with their urgency. The same input gives the same bytes.
#include "urgencylessons.h"

#include <cmath>
#include <cstdio>
#include <map>

using namespace delpek;

namespace
{

constexpr double kFromEmergency = 0.46;
constexpr double kFromDoctor = 0.40;
constexpr int kMisspeltCopies = 3;
constexpr double kLeast = 0.22; ///< smaller weights say nothing

int failed(const Error& error)
{
    std::fprintf(stderr, "%s\n", qPrintable(error.detail));
    return 1;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 3) {
        std::fprintf(stderr, "needs a folder and messages\n");
        return 1;
    }
    const auto book = safety::SignBook::load(QString::fromLocal8Bit(argv[1]));
    if (!book) {
        return failed(book.error());
    }
    safety::UrgencyLessons school(**book);
    std::mt19937 random(1);
    std::vector<safety::Lesson> lessons;
    for (int i = 2; i < argc; ++i) {
        const auto read = school.read(QString::fromLocal8Bit(argv[i]));
        if (!read) {
            return failed(read.error());
        }
        for (const auto& lesson : *read) {
            lessons.push_back(lesson);
            for (int copy = 0; copy < kMisspeltCopies; ++copy) {
                lessons.push_back(school.misspelt(lesson, random));
            }
        }
    }
    std::vector<const safety::Lesson*> all;
    for (const auto& lesson : lessons) {
        all.push_back(&lesson);
    }
    const auto weights = school.learn(all);
    std::map<QString, std::size_t> ordered;
    for (std::size_t i = 0; i < school.names().size(); ++i) {
        ordered.emplace(school.names()[i], i);
    }
    std::printf("%% feature\temergency\tdoctor; learned from %zu messages by delpek_learn_urgency\n",
                all.size() / (1 + kMisspeltCopies));
    std::printf("from\t%.2f\t%.2f\n", kFromEmergency, kFromDoctor);
    std::printf("bias\t%.2f\t%.2f\n", weights.emergency.back(), weights.doctor.back());
    for (const auto& [name, number] : ordered) {
        const double emergency = weights.emergency[number];
        const double doctor = weights.doctor[number];
        if (std::abs(emergency) >= kLeast || std::abs(doctor) >= kLeast) {
            std::printf("%s\t%.2f\t%.2f\n", base::utf8(name).c_str(), emergency, doctor);
        }
    }
    return 0;
}
