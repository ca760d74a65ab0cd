// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "language/wordmap.h"
#include "safety/signs.h"

namespace delpek::safety
{

/// What a second look at a message says: how likely it is (0 to 1) that a clinician calls it urgent, and the place in
/// the text that speaks most for it.
struct Opinion {
    double emergency = 0;
    double doctor = 0; ///< an emergency or a matter for the doctor
    language::Span span;
    bool vague = false; ///< of a few words, or of several messages taken together, whose words only add up
};

inline constexpr double strongOpinion = 0.55;
inline constexpr int briefWords = 7;        ///< so many words at most are brief
inline constexpr double vagueOpinion = 0.5; ///< from which likelihood on what is vague is believed

/// The net below the rules: a linear model over words, concepts and pairs of concepts, for what no rule has words for.
/// It may raise an urgency, never lower one. Its table is secondlook.tsv, one readable row a feature, made by
/// delpek_learn_urgency out of labelled messages. Immutable; any thread.
class SecondLook
{
public:
    /// Fails with the line that cannot be read.
    static Result<std::unique_ptr<SecondLook>> load(const QString& folder);

    Opinion judge(const Reading& reading, const SignBook& book) const;
    /// `asks`: a fixed question will tell whether it is more, so that only a strong opinion goes before its answer.
    bool isEmergency(const Opinion& opinion, bool asks) const
    {
        return opinion.emergency >= std::max(asks ? std::max(m_emergency, strongOpinion) : m_emergency, least(opinion));
    }
    bool isForDoctor(const Opinion& opinion) const { return opinion.doctor >= std::max(m_doctor, least(opinion)); }

private:
    static double least(const Opinion& opinion) { return opinion.vague ? vagueOpinion : 0; }
    struct Weights {
        double emergency = 0;
        double doctor = 0;
    };
    double m_emergency = 1; ///< from this likelihood on
    double m_doctor = 1;
    Weights m_bias;
    language::WordMap<Weights> m_weights; ///< by the feature's name
};

/// Rows of one group are scaled by the root of their number, so that a long message does not shout.
enum class FeatureGroup { Words, Pieces, Concepts, Topics };
inline constexpr std::size_t featureGroups = 4;

/// Told of each thing the model looks at: its row's name (valid during the call) and where it stands.
using UseFeature = std::function<void(FeatureGroup group, QStringView name, language::Span span)>;

/// "w:word", "b:word word" for neighbours, "c:piece" of three or four letters ("_" is a word's edge); "k:concept",
/// "p:concept+concept" for two near each other, "s:sign"; "t:topic", each once, "n:topic+topic" for neighbours. What is
/// denied, past or supposed ends in "-" and has no pieces. The trainer goes through it too.
void eachFeature(const Reading& reading, const SignBook& book, const UseFeature& use);

} // namespace delpek::safety
