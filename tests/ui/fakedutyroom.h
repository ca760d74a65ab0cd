// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/dutyroom.h"
#include "domain/change.h"

#include <functional>

namespace delpek::test
{

/// A roster in memory: two doctors by day and by night, and a date that differs. Answers at once, on the calling
/// thread.
class FakeDutyRoom final : public desk::DutyRoom
{
public:
    explicit FakeDutyRoom(std::function<void(const std::vector<domain::Change>&)> publish);

    Future<desk::DutyState> state() override;
    Future<Done> add(const std::vector<domain::DutySpan>& spans) override;
    Future<Done> add(const domain::DutyException& exception) override;
    Future<Done> change(const domain::DutySpan& span) override;
    Future<Done> remove(domain::DutySpanId id) override;
    Future<Done> remove(domain::DutyExceptionId id) override;

    // What a test turns.
    desk::DutyState now;
    std::optional<Error> failure;      ///< of the next change
    std::optional<Error> stateFailure; ///< until it is taken away

private:
    Future<Done> outcome(const std::function<void()>& work);

    std::function<void(const std::vector<domain::Change>&)> m_publish;
    qint64 m_last = 100;
};

} // namespace delpek::test
