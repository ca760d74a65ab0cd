// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/setup.h"

namespace delpek::test
{

/// Connections in memory. Answers at once, on the calling thread, but for a check that is held.
class FakeSetup final : public desk::Setup
{
public:
    /// Telegram runs, all else is off.
    FakeSetup();

    Future<desk::SetupState> state() override;
    Future<Done> keep(const desk::SettingValues& values) override;
    Future<desk::SecretState> secret(const QString& name) override;
    Future<Done> keepSecret(const QString& name, const QString& value) override;
    Future<Done> forgetSecret(const QString& name) override;
    Future<std::vector<desk::SetupFinding>> check(const QString& connection) override;
    void stopCheck() override;
    Future<desk::Pairing> pair(bool begins) override;

    desk::Setting& at(const QString& key);
    static desk::SetupFinding finding(domain::FindingState state, const QString& subject, const QString& sentence = {},
                                      const QString& detail = {});

    // What a test turns.
    desk::SetupState now;
    std::map<QString, desk::SecretState> secrets;
    std::map<QString, QString> typed; ///< what was kept of secrets
    std::vector<desk::SettingValues> kept;
    std::optional<Error> failure; ///< of the next keep, keepSecret or forgetSecret
    std::optional<Error> stateFailure;
    std::optional<Error> checkFailure;
    std::vector<desk::SetupFinding> findings;
    bool holdsChecks = false; ///< until answerCheck() or stopCheck()
    QStringList checked;
    int stopped = 0;
    Result<desk::Pairing> pairing = desk::Pairing{}; ///< the next answers
    std::vector<bool> paired;                        ///< which of the looks began it
    void answerCheck();

private:
    Result<Done> outcome();

    std::optional<Promise<std::vector<desk::SetupFinding>>> m_held;
};

} // namespace delpek::test
