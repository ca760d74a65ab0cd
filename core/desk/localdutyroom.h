// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/dutyroom.h"
#include "store/store.h"

#include <functional>

namespace delpek::desk
{

/// The roster in our store, changed by `actor`. References outlive it.
class LocalDutyRoom final : public DutyRoom
{
public:
    /// `ways`: those in which the staff is told here.
    LocalDutyRoom(store::Store& store, base::Clock& clock, QString actor, std::function<QTimeZone()> zone,
                  std::vector<domain::NoticeWay> ways);

    Future<DutyState> state() override;
    Future<Done> add(const std::vector<domain::DutySpan>& spans) override;
    Future<Done> add(const domain::DutyException& exception) override;
    Future<Done> change(const domain::DutySpan& span) override;
    Future<Done> remove(domain::DutySpanId id) override;
    Future<Done> remove(domain::DutyExceptionId id) override;

private:
    store::Store& m_store;
    base::Clock& m_clock;
    QString m_actor;
    std::function<QTimeZone()> m_zone;
    std::vector<domain::NoticeWay> m_ways;
};

} // namespace delpek::desk
