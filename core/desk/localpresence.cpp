// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/localpresence.h"

#include <QUuid>

#include <algorithm>

namespace delpek::desk
{

using store::Session;

namespace
{

constexpr int beatsMissed = 3;

} // namespace

LocalPresence::LocalPresence(store::Store& store, base::Clock& clock, QString staff, bool isShared)
    : m_store(store)
    , m_clock(clock)
    , m_staff(std::move(staff))
    , m_desk(QUuid::createUuid().toString(QUuid::Id128))
    , m_isShared(isShared)
{
}

void LocalPresence::be(domain::ConversationId id, bool isWriting)
{
    if (!m_isShared) {
        return;
    }
    m_isTold = true;
    m_store.write([place = store::Place{m_desk, m_staff, id, isWriting}, now = m_clock.now()](Session& session) {
        return store::Presence(session).say(place, now);
    });
}

void LocalPresence::leave()
{
    if (!m_isTold.exchange(false)) {
        return;
    }
    m_store.write([desk = m_desk](Session& session) { return store::Presence(session).remove(desk); });
}

Future<std::vector<Companion>> LocalPresence::others()
{
    return m_store.read([](Session& session) { return store::Presence(session).all(); })
        .then([known = m_known, mine = m_desk,
               now = m_clock.now()](const Result<std::vector<store::Place>>& places) -> Result<std::vector<Companion>> {
            if (!places) {
                return fail(places.error());
            }
            const std::lock_guard lock(known->mutex);
            std::map<QString, Seen> seen;
            std::vector<Companion> others;
            for (const store::Place& place : *places) {
                const auto before = known->desks.find(place.desk);
                const bool isSame = before != known->desks.end() && before->second.beat == place.beat;
                const Seen one = isSame ? before->second : Seen{place.beat, now};
                seen.emplace(place.desk, one);
                if (place.desk != mine && now - one.at <= presenceBeat * beatsMissed) {
                    others.push_back({place.staff, place.conversation, place.isWriting});
                }
            }
            known->desks = std::move(seen);
            std::ranges::sort(others, {}, &Companion::staff);
            return others;
        });
}

} // namespace delpek::desk
