// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/offer.h"

namespace delpek::clinic
{

namespace
{

using domain::Slot;

/// Morning until noon, afternoon until five, evening.
int partOfDay(QTime time)
{
    return time < QTime(12, 0) ? 0 : time < QTime(17, 0) ? 1 : 2;
}

bool isTooNear(const Slot& slot, const Slot& chosen, int gap, bool otherPart)
{
    if (slot.start.date != chosen.start.date) {
        return false;
    }
    const int apart = std::abs(chosen.start.time.secsTo(slot.start.time)) / 60;
    return apart < gap || slot == chosen || (otherPart && partOfDay(slot.start.time) == partOfDay(chosen.start.time));
}

} // namespace

void Offer::takeOtherParts()
{
    take(60, true);
}

void Offer::fillUp(bool alsoSameStart)
{
    for (const int gap : {60, 30, 1}) {
        take(gap, false);
    }
    if (alsoSameStart) {
        take(0, false);
    }
}

std::vector<Slot> Offer::slots() const
{
    auto ordered = m_chosen;
    std::stable_sort(ordered.begin(), ordered.end(), [](const Slot& a, const Slot& b) { return a.start < b.start; });
    return ordered;
}

/// Takes each slot that keeps `gap` minutes from all chosen ones.
void Offer::take(int gap, bool otherPart)
{
    for (size_t i = 0; i < m_all.size() && !isFull(); ++i) {
        const auto clashes = [&](const Slot& chosen) { return isTooNear(m_all[i], chosen, gap, otherPart); };
        if (std::none_of(m_chosen.begin(), m_chosen.end(), clashes)) {
            m_chosen.push_back(gap > 0 ? withFreshDoctor(i) : m_all[i]);
        }
    }
}

/// Of the slots with this start the one whose doctor is offered least so far.
const Slot& Offer::withFreshDoctor(size_t first) const
{
    const auto timesOffered = [this](const Slot& slot) {
        return std::count_if(m_chosen.begin(), m_chosen.end(),
                             [&](const Slot& chosen) { return chosen.doctor == slot.doctor; });
    };
    size_t best = first;
    for (size_t i = first + 1; i < m_all.size() && m_all[i].start == m_all[first].start; ++i) {
        if (timesOffered(m_all[i]) < timesOffered(m_all[best])) {
            best = i;
        }
    }
    return m_all[best];
}

} // namespace delpek::clinic
