// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/templateroom.h"

#include <optional>

namespace delpek::test
{

/// Templates in memory, in several states. Answers at once, on the calling thread.
class FakeTemplateRoom final : public desk::TemplateRoom
{
public:
    FakeTemplateRoom();

    Future<desk::TemplateOverview> all() override;
    Future<Done> refresh() override;
    Future<Done> handIn(const QString& name, const QString& language) override;
    Future<std::vector<desk::TemplateFinding>> check(const domain::OwnTemplate& one) override;
    Future<Done> keep(const domain::OwnTemplate& one) override;
    Future<Done> remove(const QString& name, const QString& language) override;

    // What a test turns.
    desk::TemplateOverview now;
    std::optional<Error> failure;                ///< of the next call but all and check
    std::vector<desk::TemplateFinding> findings; ///< of every check
    std::vector<domain::OwnTemplate> kept;
    QStringList removed; ///< "parking he"
    int refreshed = 0;
    QStringList handedIn; ///< "payment_reminder he"
};

} // namespace delpek::test
