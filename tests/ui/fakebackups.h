// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/backups.h"

namespace delpek::test
{

/// Copies in memory. Answers at once, on the calling thread, but for a copy that is held.
class FakeBackups final : public desk::Backups
{
public:
    FakeBackups()
    {
        now.plan = {QStringLiteral("/media/backup/delpek"), QTime(21, 30), 7};
        const auto first = base::fromMillis(1'772'652'600'000); // 2026-03-04 21:30 in the clinic
        for (int day = 0; day < 3; ++day) {
            now.copies.push_back({QStringLiteral("/media/backup/delpek/delpek-2026030%1-193000").arg(4 - day),
                                  first - day * std::chrono::hours(24), 48'400'000 - day * 900'000, 312 - day * 11});
        }
        now.next = first + std::chrono::hours(24);
    }

    Future<desk::BackupState> state() override
    {
        return base::ready(unable ? Result<desk::BackupState>(fail(*unable)) : Result<desk::BackupState>(now));
    }
    Future<Done> setPlan(const desk::BackupPlan& plan) override
    {
        if (failure) {
            return base::ready<Done>(fail(*std::exchange(failure, std::nullopt)));
        }
        now.plan = plan;
        plans.push_back(plan);
        return base::ready(Result<Done>(Done{}));
    }
    Future<desk::BackupCopy> makeNow() override
    {
        m_making.emplace();
        return m_making->future();
    }
    std::optional<desk::BackupProgress> progress() const override { return step; }

    /// The copy that is made ends so.
    void finish(const Result<desk::BackupCopy>& made)
    {
        if (made) {
            now.copies.insert(now.copies.begin(), *made);
        }
        auto making = std::move(*m_making);
        m_making.reset();
        making.finish(made);
    }
    bool isMaking() const { return m_making.has_value(); }

    // What a test turns.
    desk::BackupState now;
    std::optional<Error> unable;
    std::optional<Error> failure; ///< of the next plan
    std::vector<desk::BackupPlan> plans;
    std::optional<desk::BackupProgress> step;

private:
    std::optional<Promise<desk::BackupCopy>> m_making;
};

} // namespace delpek::test
