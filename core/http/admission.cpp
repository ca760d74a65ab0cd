// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/admission.h"

namespace delpek::http
{

Admission::Admission(int most, int mostPerAddress)
    : m_most(most)
    , m_mostPerAddress(mostPerAddress)
{
}

Admission::Verdict Admission::enter(const QString& address)
{
    if (count() >= m_most) {
        return Verdict::Full;
    }
    int& here = m_perAddress[address];
    if (here >= m_mostPerAddress) {
        return Verdict::TooManyFromAddress;
    }
    ++here;
    m_count.fetch_add(1, std::memory_order_relaxed);
    return Verdict::Admitted;
}

void Admission::leave(const QString& address)
{
    m_count.fetch_sub(1, std::memory_order_relaxed);
    const auto here = m_perAddress.find(address);
    if (--*here == 0) {
        m_perAddress.erase(here);
    }
}

} // namespace delpek::http
