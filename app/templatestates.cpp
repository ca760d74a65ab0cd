// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/templatestates.h"

#include "base/logging.h"
#include "config/keys.h"

namespace delpek::app
{

namespace keys = config::keys;
namespace whatsapp = channels::whatsapp;

std::optional<whatsapp::Business> businessOf(const config::Config& config, const QString& token)
{
    const QString account = config.get(keys::whatsappBusinessAccountId);
    if (account.isEmpty()) {
        return std::nullopt;
    }
    whatsapp::Business business;
    business.endpoint = {QUrl(config.get(keys::whatsappApiBase)), config.get(keys::whatsappApiVersion),
                         config.get(keys::whatsappPhoneNumberId)};
    business.accountId = account;
    business.token = token;
    return business;
}

std::shared_ptr<const desk::TemplateProvider> templateProvider(const config::Config& config, const QString& token,
                                                               http::Client& client)
{
    const auto business = businessOf(config, token);
    if (!business || business->endpoint.phoneNumberId.isEmpty()) {
        return nullptr;
    }
    return std::make_shared<const desk::TemplateProvider>(
        desk::TemplateProvider{business->endpoint.phoneNumberId,
                               [&client, business = *business] { return whatsapp::readTemplates(client, business); },
                               [&client, business = *business](const whatsapp::Template& one) {
                                   return whatsapp::createTemplate(client, business, one);
                               },
                               [&client, business = *business](const QString& id, const whatsapp::Template& one) {
                                   return whatsapp::changeTemplate(client, business, id, one);
                               },
                               [&client, business = *business](const whatsapp::RemoteTemplate& one) {
                                   return whatsapp::deleteTemplate(client, business, one);
                               }});
}

void catchUpTemplates(store::Store& store, base::Clock& clock,
                      const std::shared_ptr<const desk::TemplateProvider>& provider)
{
    if (!provider) {
        return;
    }
    desk::askTemplates(store, clock, *provider).then([](const Result<std::vector<whatsapp::RemoteTemplate>>& known) {
        if (!known) {
            qCWarning(lcChannels).noquote()
                << "the states of WhatsApp's templates are not known:" << base::describe(known.error());
        }
    });
}

} // namespace delpek::app
