// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "language/pattern.h"

#include <QSet>

namespace delpek::safety
{

/// The rules of guard.json that are about words: patterns, the cues that take words back ("I can't say if …") and the
/// companions that some words need ("photo"). Immutable once read; any thread.
class GuardWords
{
public:
    /// Fails with the entry's name and what is wrong.
    Result<Done> read(const base::Json& json);
    bool isEmpty() const { return m_rules.empty(); }

    /// Ids of the rules that the draft breaks. What one of the `succeeded` tools made true breaks none.
    QStringList broken(const QString& draft, const QStringList& succeeded) const;
    /// The word sounds like a medicine, in whatever letters.
    bool soundsLikeDrug(const QString& word) const;

private:
    struct Rule {
        QString id;
        QStringList tools;       ///< a success of one of these makes the words true
        std::vector<int> unless; ///< cues that take the words back
        int with = -1;           ///< a companion that the draft must hold somewhere
    };
    /// Reaches so many words ahead and back, over no sentence's end and no "but".
    struct Cue {
        QString name;
        int ahead = 0;
        int back = -1;
        bool overCommas = false;
        bool question = false; ///< only where the sentence asks
    };
    /// A draft with what was found in it.
    struct Reading {
        language::Text text;
        std::vector<language::Match> cues;
    };

    void define(const base::Json& sets);
    Result<Done> readCues(const base::Json& json);
    Result<Done> readCompanions(const base::Json& json);
    Result<Done> readRules(const base::Json& json);
    static bool reaches(const Reading& reading, const Cue& cue, int from, int to);
    bool takesBack(const Reading& reading, const language::Match& by, const language::Match& words) const;
    bool isTakenBack(const Reading& reading, const Rule& rule, const language::Match& match) const;

    language::Patterns m_patterns;
    std::vector<Rule> m_rules;
    language::Patterns m_cuePatterns;
    std::vector<Cue> m_cues;
    language::Patterns m_companionPatterns;
    QStringList m_companions;
    QSet<QString> m_soundsOfDrugs;
};

} // namespace delpek::safety
