// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/privacy.h"
#include "store/store.h"

namespace delpek::desk
{

/// Erases in our store, in one write, as `delpekd patient erase` does: the engine then removes the files and merges the
/// search index. References outlive it.
class LocalPrivacy final : public Privacy
{
public:
    /// `region` is where phone numbers without a country code belong (ISO 3166 alpha-2).
    LocalPrivacy(store::Store& store, base::Clock& clock, QString staff, QString region);

    Future<std::vector<Erasable>> ofPhone(const QString& phone) override;
    Future<std::vector<Erasable>> ofPerson(domain::ConversationId id) override;
    Future<domain::ErasedAmounts> erase(const std::vector<domain::ConversationId>& ids) override;
    Future<int> resting(int days) override;

private:
    store::Store& m_store;
    base::Clock& m_clock;
    QString m_staff;
    QString m_region;
};

} // namespace delpek::desk
