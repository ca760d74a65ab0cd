// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/clinicfacts.h"

namespace delpek::clinic
{

/// Chooses at most `limit` slots to offer out of slots in order of start: the first always, then such as differ from
/// it in more than a quarter of an hour. Borrows `all`.
class Offer
{
public:
    Offer(const std::vector<domain::Slot>& all, int limit)
        : m_all(all)
        , m_limit(static_cast<size_t>(std::max(0, limit)))
    {
    }

    bool isFull() const { return m_chosen.size() >= m_limit; }
    /// The first of each part of each day (morning, afternoon, evening), an hour or more between any two.
    void takeOtherParts();
    /// Fills up with slots an hour apart, half an hour apart, then any other start; with `alsoSameStart` at last also
    /// other doctors at a start that is offered already.
    void fillUp(bool alsoSameStart);
    /// What was chosen, in order of start.
    std::vector<domain::Slot> slots() const;

private:
    void take(int gap, bool otherPart);
    const domain::Slot& withFreshDoctor(size_t first) const;

    const std::vector<domain::Slot>& m_all;
    size_t m_limit;
    std::vector<domain::Slot> m_chosen;
};

} // namespace delpek::clinic
