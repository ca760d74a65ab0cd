// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/templatestates.h"

#include "base/logging.h"
#include "store/templates.h"

namespace delpek::app
{

Future<Done> noteTemplates(store::Store& store, const QString& account,
                           const std::vector<channels::whatsapp::RemoteTemplate>& known, base::Instant now)
{
    return store.write([account, known, now](store::Session& session) -> Result<Done> {
        store::Templates templates(session);
        for (const auto& one : known) {
            const auto noted = templates.note({domain::ChannelKind::WhatsApp, account, one.name, one.language,
                                               one.state, one.category, one.reason, one.id, now});
            if (!noted) {
                return noted;
            }
        }
        return Done{};
    });
}

void askTemplates(store::Store& store, http::Client& client, const channels::whatsapp::Business& business,
                  base::Clock& clock)
{
    channels::whatsapp::readTemplates(client, business)
        .then([&store, &clock, account = business.endpoint.phoneNumberId](
                  const Result<std::vector<channels::whatsapp::RemoteTemplate>>& known) {
            return known ? noteTemplates(store, account, *known, clock.now()) : base::ready<Done>(fail(known.error()));
        })
        .then([](const Result<Done>& noted) {
            if (!noted) {
                qCWarning(lcChannels).noquote()
                    << "the states of WhatsApp's templates are not known:" << base::describe(noted.error());
            }
        });
}

} // namespace delpek::app
