// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/brain.h"
#include "agent/offline/state.h"
#include "agent/offline/texts.h"
#include "agent/team.h"

namespace delpek::agent
{

enum class YesNo { Unclear, Yes, No };

/// One turn of the offline brain on its way: what was said, the state, and the message as it grows. A flow reads like a
/// script: it asks `call` for a tool's result and returns when there is none yet; the brain is then run again with it.
class Talk
{
public:
    Talk(const TurnContext& context, const std::vector<ToolResult>& results, const Texts& texts, const Team& team);

    const TurnContext& context;
    const Texts& texts;
    const language::Understanding& said;
    DialogueState state;
    domain::Language language;
    QString choice;             ///< value of a pressed option
    domain::Asks wasAsked;      ///< the question open when the turn began
    std::optional<bool> optOut; ///< as Proposal::optOut
    bool progress = false;      ///< the message gave something that the flow could use

    /// From here on the turn is about this intent: the word passes to the agent of the team who takes it.
    void about(const char* intent);
    /// Who has the word.
    const TeamAgent& agent() const { return *m_agent; }

    /// The tool's result in this turn; null (and noted to be called) when it did not run yet. A failure ends the turn
    /// in a hand-over where `onError` is not given.
    const base::Json* call(const QString& tool, const base::Json& arguments, std::optional<Error>* onError = nullptr);

    void say(const QString& key, const Texts::Values& values = {});
    void sayText(const QString& text);
    void sayFirst(const QString& key);
    void ask(domain::Asks asks, const QString& key, const Texts::Values& values = {},
             std::vector<domain::Option> options = {});
    void handOver(const QString& reason, const QString& key, const Texts::Values& values = {});
    void askDoctor(const QString& reason, const QString& key, const Texts::Values& values = {});
    void staySilent(const QString& reason);

    QString text(const QString& key, const Texts::Values& values = {}) const;
    bool wishes(const char* intent) const;
    /// Whether the message holds one of the phrases of a text ("a|b c"), in either language.
    bool mentions(const QString& key) const;
    /// The same for whole words in a message of at most so many words.
    bool saysShortly(const QString& key, qsizetype mostWords) const;
    YesNo yesOrNo() const;
    /// {agent} and {assistant}: who has the word, for a text.
    Texts::Values whoSpeaks(const TeamAgent& agent) const;

    QString treatmentName(const QString& id) const;
    QString doctorName(const QString& id) const;
    /// "ניקוי אבנית אצל טל שקד, יום חמישי, 5.3, בשעה 09:30"
    QString visitText(const QString& treatment, const QString& doctor, const domain::LocalTime& start) const;
    /// The clinic's doctor meant by a name as written; empty when it is none or more than one.
    QString doctorId(const QString& asWritten) const;
    QString clinicPhone() const;

    /// Nothing more is to be asked or said in this run.
    bool isOver() const { return !m_calls.empty() || m_end.has_value() || m_asks != domain::Asks::Nothing; }
    Proposal propose();

private:
    QString ageText() const;
    void forgetWhatIsNotPassed(const HandOff& handOff);
    std::vector<ToolCall> callsOfOneAgent() const;

    const QString m_folded; ///< what was said, without case and marks
    const std::vector<ToolResult>& m_results;
    const Team& m_team;
    const TeamAgent* m_agent;
    base::Json m_handOffs = base::Json::array(); ///< of this turn, for the decision
    std::vector<std::pair<const TeamAgent*, ToolCall>> m_calls;
    QStringList m_lines;
    domain::Asks m_asks = domain::Asks::Nothing;
    std::vector<domain::Option> m_options;
    enum class End { Person, Doctor, Silence };
    std::optional<std::pair<End, QString>> m_end;
    domain::LocalTime m_asOf; ///< what the message tells came out of a cache of this moment
};

} // namespace delpek::agent
