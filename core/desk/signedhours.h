// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/hours.h"
#include "desk/signeddesk.h"

namespace delpek::desk
{

/// The hours, which everybody sees and who manages the clinic keeps. The local ones note themselves who changes what.
class SignedHours final : public Hours
{
public:
    explicit SignedHours(SignedActs& acts)
        : m_acts(acts)
    {
    }

    Future<HoursState> state() override;
    Future<HoursEffect> effectOf(const HoursChange& change) override;
    Future<Done> keep(const HoursChange& change, const QStringList& seen) override;
    Future<HoursEffect> effectOf(const domain::Absence& absence) override;
    Future<Done> add(const domain::Absence& absence, const QStringList& seen) override;
    Future<Done> remove(const QString& timeOff) override;

private:
    void noteLook(const QString& doctor);

    SignedActs& m_acts;
};

} // namespace delpek::desk
