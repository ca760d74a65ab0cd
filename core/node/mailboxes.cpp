// SPDX-License-Identifier: GPL-3.0-or-later
#include "node/mailboxes.h"

namespace delpek::node
{

Mailboxes::Mailboxes(base::Clock& clock, base::Workers& workers, base::Activity& activity, QuietWindow quiet,
                     RunTurns run)
    : m_clock(clock)
    , m_workers(workers)
    , m_activity(activity)
    , m_quiet(quiet)
    , m_run(std::move(run))
{
}

Mailboxes::~Mailboxes()
{
    stop();
    m_clock.finishRunning();
}

void Mailboxes::poke(const Work& work)
{
    add(work, false);
}

void Mailboxes::hurry(const Work& work)
{
    add(work, true);
}

void Mailboxes::add(const Work& work, bool urgent)
{
    const std::lock_guard lock(m_mutex);
    if (m_stopped) {
        return;
    }
    auto& box = m_boxes[work.person];
    box.conversations.insert(work.conversation);
    box.urgent = box.urgent || urgent;
    if (box.running) {
        box.again = true;
        box.stop.request_stop();
    } else {
        arm(work.person, box);
    }
}

void Mailboxes::stop()
{
    const std::lock_guard lock(m_mutex);
    m_stopped = true;
    for (auto& [person, box] : m_boxes) {
        m_clock.cancel(box.timer);
        box.stop.request_stop();
    }
}

void Mailboxes::arm(domain::PersonId person, Box& box)
{
    const auto now = m_clock.now();
    m_clock.cancel(box.timer);
    if (box.urgent) {
        begin(person, box);
        return;
    }
    box.firstPoke = box.firstPoke.value_or(now);
    const auto due = std::min(now + m_quiet.window, *box.firstPoke + m_quiet.longest);
    box.timer = m_clock.schedule(due, [this, person] { fire(person); });
}

void Mailboxes::fire(domain::PersonId person)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_boxes.find(person);
    if (m_stopped || found == m_boxes.end() || found->second.running) {
        return;
    }
    begin(person, found->second);
}

void Mailboxes::begin(domain::PersonId person, Box& box)
{
    box.running = true;
    box.urgent = false;
    box.stop = std::stop_source();
    m_workers.post([this, person, token = m_activity.begin()]() mutable {
        runBox(person);
        token.reset();
    });
}

void Mailboxes::runBox(domain::PersonId person)
{
    std::set<domain::ConversationId> conversations;
    base::Cancel cancel;
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopped) {
            return;
        }
        auto& box = m_boxes[person];
        conversations = std::move(box.conversations);
        box.conversations.clear();
        box.firstPoke.reset();
        cancel = box.stop.get_token();
    }
    const bool waits = m_run(person, conversations, cancel);

    const std::lock_guard lock(m_mutex);
    auto& box = m_boxes[person];
    box.running = false;
    if (waits) {
        box.conversations.merge(conversations);
    }
    if (m_stopped) {
        return;
    }
    if (std::exchange(box.again, false) || waits) {
        arm(person, box);
    } else {
        m_boxes.erase(person);
    }
}

} // namespace delpek::node
