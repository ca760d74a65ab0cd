// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/templateprovider.h"
#include "desk/templateroom.h"

#include <memory>

namespace delpek::desk
{

/// The templates that are compiled in and those that the clinic wrote, with the states that the store keeps.
class LocalTemplateRoom final : public TemplateRoom
{
public:
    /// `account`: the clinic's WhatsApp number, empty where none is connected. `provider` may be missing. References
    /// outlive this and its answers.
    LocalTemplateRoom(store::Store& store, base::Clock& clock, QString account,
                      std::shared_ptr<const TemplateProvider> provider)
        : m_store(store)
        , m_clock(clock)
        , m_account(std::move(account))
        , m_provider(std::move(provider))
    {
    }

    Future<TemplateOverview> all() override;
    Future<Done> refresh() override;
    Future<Done> handIn(const QString& name, const QString& language) override;
    Future<std::vector<TemplateFinding>> check(const domain::OwnTemplate& one) override;
    Future<Done> keep(const domain::OwnTemplate& one) override;
    Future<Done> remove(const QString& name, const QString& language) override;

private:
    store::Store& m_store;
    base::Clock& m_clock;
    QString m_account;
    std::shared_ptr<const TemplateProvider> m_provider;
};

} // namespace delpek::desk
