// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/templateprovider.h"

#include "store/templates.h"

namespace delpek::desk
{

using channels::whatsapp::RemoteTemplate;
using Remotes = std::vector<RemoteTemplate>;

namespace
{

store::TemplateState stateOf(const QString& account, const RemoteTemplate& one, base::Instant now)
{
    return {domain::ChannelKind::WhatsApp,
            account,
            one.name,
            one.language,
            one.state,
            one.category,
            one.reason,
            one.id,
            now,
            one.words};
}

/// What is not there any more was taken away at the provider.
Result<Done> noteGone(store::Templates& templates, const QString& account, const Remotes& known, base::Instant now)
{
    const auto states = templates.of(domain::ChannelKind::WhatsApp, account);
    if (!states) {
        return fail(states.error());
    }
    for (store::TemplateState state : *states) {
        const bool isThere = std::ranges::any_of(
            known, [&](const RemoteTemplate& one) { return one.name == state.name && one.language == state.language; });
        if (isThere || state.state == QLatin1String("deleted")) {
            continue;
        }
        state.state = QStringLiteral("deleted");
        state.reason.clear();
        state.updatedAt = now;
        if (const auto noted = templates.note(state); !noted) {
            return noted;
        }
    }
    return Done{};
}

} // namespace

Future<Done> noteTemplates(store::Store& store, const QString& account, const Remotes& known, base::Instant now)
{
    return store.write([account, known, now](store::Session& session) -> Result<Done> {
        store::Templates templates(session);
        for (const auto& one : known) {
            if (const auto noted = templates.note(stateOf(account, one, now)); !noted) {
                return noted;
            }
        }
        return Done{};
    });
}

Future<Remotes> askTemplates(store::Store& store, base::Clock& clock, const TemplateProvider& provider)
{
    // What Meta tells by itself while the answer is on its way is newer than the answer.
    return provider.read().then(
        [&store, asked = clock.now(), account = provider.account](const Result<Remotes>& known) {
            if (!known) {
                return base::ready<Remotes>(fail(known.error()));
            }
            return store
                .write([account, known = *known, asked](store::Session& session) -> Result<Done> {
                    store::Templates templates(session);
                    for (const auto& one : known) {
                        if (const auto noted = templates.note(stateOf(account, one, asked)); !noted) {
                            return noted;
                        }
                    }
                    return noteGone(templates, account, known, asked);
                })
                .then([known = *known](const Result<Done>& noted) -> Result<Remotes> {
                    return noted ? Result<Remotes>(known) : fail(noted.error());
                });
        });
}

} // namespace delpek::desk
