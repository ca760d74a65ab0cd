// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/serviceroom.h"

#include <map>
#include <optional>

namespace delpek::test
{

/// Services in memory: the shipped information and human_contact, and the clinic's own parking. Answers at once, on the
/// calling thread.
class FakeServiceRoom final : public desk::ServiceRoom
{
public:
    FakeServiceRoom();

    Future<desk::ServiceState> state() override;
    /// Missing names and answers, and "₪" as a price.
    Future<std::vector<desk::ServiceFinding>> check(const desk::ServiceDraft& draft) override;
    Future<Done> keep(const desk::ServiceDraft& draft, const QString& stamp) override;
    Future<Done> turn(const QString& id, bool on, const QString& stamp) override;
    Future<Done> remove(const QString& id, const QString& stamp) override;
    /// The first service one of whose keywords is in the text.
    Future<desk::ServiceTrial> tryOut(const QString& text, bool isKnown) override;
    Future<Done> chooseFolder(const QString& path) override;
    Future<desk::TeamState> teams() override;
    Future<Done> chooseTeam(const QString& name) override;

    desk::ServiceEntry& at(const QString& id);

    // What a test turns.
    desk::ServiceState now;
    desk::TeamState team;
    std::optional<Error> failure; ///< of the next change
    std::optional<Error> stateFailure;
    std::vector<desk::ServiceDraft> kept;
    QStringList turned; ///< "parking off"
    QStringList removed;
    int checks = 0;

private:
    Result<Done> outcome();
};

} // namespace delpek::test
