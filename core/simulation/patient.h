// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/scenario.h"
#include "simulation/world.h"

namespace delpek::simulation
{

/// The simulated patient: writes as the script says and answers what the agent asks.
class Patient
{
public:
    Patient(World& world, const Scenario& scenario);

    void say(const Say& say);
    /// Answers the agent's last message by the kind of its question; false when it asks nothing.
    bool answer(const AnswerStep& step);
    int messages() const { return m_messages; }
    /// The patient's conversation, once there is one.
    std::optional<domain::Conversation> conversation();
    /// The whole thread, ascending.
    std::vector<domain::Message> thread();

private:
    std::optional<domain::Message> lastMessage();
    void send(domain::Event event);
    domain::MessageReceived text(const QString& words, const QString& choice = {});
    /// Presses an offered button, or writes its label where the channel has none.
    void choose(const domain::Option& option);

    World& m_world;
    domain::Sender m_sender;
    int m_messages = 0;
    QString m_lastSent;
};

} // namespace delpek::simulation
