// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/recording.h"
#include "ui/voice/soundsource.h"

namespace delpek::test
{

/// A microphone into which the test speaks.
class SpokenSource final : public ui::SoundSource
{
public:
    explicit SpokenSource(std::optional<base::Error> fault = {})
        : m_fault(std::move(fault))
    {
    }

    Result<int> start() override { return m_fault ? Result<int>(fail(*m_fault)) : 16'000; }
    void stop() override { isOver = true; }
    void say(const domain::Recording& recording)
    {
        // As a sound card does: in pieces.
        for (size_t at = 0; at < recording.samples.size() && !isOver; at += 800) {
            const auto end = std::min(at + 800, recording.samples.size());
            Q_EMIT heard({recording.samples.begin() + qsizetype(at), recording.samples.begin() + qsizetype(end)});
        }
    }

    bool isOver = false;

private:
    std::optional<base::Error> m_fault;
};

} // namespace delpek::test
