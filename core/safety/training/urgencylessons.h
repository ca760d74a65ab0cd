// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/secondlook.h"

#include <array>
#include <random>

namespace delpek::safety
{

/// A message with its label, and what the model sees in it.
struct Lesson {
    QString id;
    QString text;
    domain::Urgency urgency = domain::Urgency::Routine;
    std::vector<std::pair<int, double>> rows; ///< feature and value, ascending
};

/// A linear model of each urgency ("an emergency", "an emergency or for the doctor"): a weight a feature, last the
/// bias.
struct Weighted {
    std::vector<double> emergency;
    std::vector<double> doctor;
};

/// Messages labelled with their urgency, as the trainer and the check read them. Not for several threads.
class UrgencyLessons
{
public:
    explicit UrgencyLessons(const SignBook& book)
        : m_book(book)
    {
    }

    /// Messages as the label guide describes them, or ("*.tsv") an intent, a tab and a text, of which those that ask
    /// for nothing clinical are routine. "FILE:odd" is the odd lines of FILE. Fails with the file that cannot be
    /// opened. Other lines are passed over.
    Result<std::vector<Lesson>> read(const QString& file);
    /// The same message as typed in a hurry.
    Lesson misspelt(const Lesson& lesson, std::mt19937& random);
    Weighted learn(const std::vector<const Lesson*>& lessons) const;
    /// How likely (0 to 1) an emergency, and an emergency or a matter for the doctor.
    std::array<double, 2> judge(const Lesson& lesson, const Weighted& weights) const;
    /// Names by number, from 0.
    const std::vector<QString>& names() const { return m_names; }

private:
    void look(Lesson& lesson);
    std::vector<double> learn(const std::vector<const Lesson*>& lessons, domain::Urgency from) const;

    const SignBook& m_book;
    QHash<QString, int> m_numbers;
    std::vector<QString> m_names;
};

} // namespace delpek::safety
