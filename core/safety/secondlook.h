// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/signs.h"

namespace delpek::safety
{

/// What a second look at a message says: how likely it is (0 to 1) that a clinician calls it urgent, and the place in
/// the text that speaks most for it.
struct Opinion {
    double emergency = 0;
    double doctor = 0; ///< an emergency or a matter for the doctor
    language::Span span;
};

/// The net below the rules: a linear model over words, concepts and pairs of concepts, for what no rule has words for.
/// It may raise an urgency, never lower one. Its table is secondlook.tsv, one readable row a feature, made by
/// delpek_learn_urgency out of labelled messages. Immutable; any thread.
class SecondLook
{
public:
    /// Fails with the line that cannot be read.
    static Result<std::unique_ptr<SecondLook>> load(const QString& folder);

    Opinion judge(const Reading& reading, const SignBook& book) const;
    bool isEmergency(const Opinion& opinion) const { return opinion.emergency >= m_emergency; }
    bool isForDoctor(const Opinion& opinion) const { return opinion.doctor >= m_doctor; }

private:
    struct Weights {
        double emergency = 0;
        double doctor = 0;
    };
    double m_emergency = 1; ///< from this likelihood on
    double m_doctor = 1;
    QHash<QString, Weights> m_weights;
};

/// One thing the model looks at, and where it stands.
struct Feature {
    QString name;
    language::Span span;
};

/// Each feature once, ordered by name: "w:word", "k:concept" ("k:concept-" when denied, "k:concept~" when past or
/// supposed), "p:concept+concept" for two near each other, "s:sign", "bias". The trainer goes through it too.
std::vector<Feature> featuresOf(const Reading& reading, const SignBook& book);

} // namespace delpek::safety
