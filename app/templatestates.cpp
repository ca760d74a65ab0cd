// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/templatestates.h"

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

} // namespace delpek::app
