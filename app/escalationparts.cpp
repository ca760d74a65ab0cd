// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/escalationparts.h"

#include "api/staff/tokenkey.h"
#include "base/logging.h"
#include "config/keys.h"
#include "desk/channelstate.h"
#include "store/auditlog.h"

namespace delpek::app
{

namespace
{

namespace keys = config::keys;

constexpr int auditStep = 1000;

Result<QUrl> publicUrl(const config::Config& config)
{
    const QString text = config.get(keys::listenPublicUrl);
    const QUrl url(text, QUrl::StrictMode);
    const bool isAddress = url.isValid() && !url.host().isEmpty() && url.scheme().startsWith(QLatin1String("http"));
    if (!text.isEmpty() && !isAddress) {
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("listen.public-url must be an address such as https://chat.clinic.example"));
    }
    return url;
}

void tellOfBreak(store::Store& store, const store::AuditState& state)
{
    if (state.brokenAt) {
        qCCritical(lcApp).noquote() << "THE AUDIT LOG WAS CHANGED: entry" << *state.brokenAt
                                    << "is missing or not as it was written;" << state.entries
                                    << "entries before it are whole, the last one's hash is" << state.head;
    } else {
        qCInfo(lcApp).noquote() << "the audit log has" << state.entries << "entries, the last one's hash is"
                                << state.head;
    }
    store
        .write([isBroken = state.brokenAt.has_value()](store::Session& session) {
            return desk::noteAuditFault(session, isBroken);
        })
        .then([](const Result<Done>& noted) {
            if (!noted) {
                qCWarning(lcApp).noquote()
                    << "the state of the audit log cannot be kept:" << base::describe(noted.error());
            }
        });
}

void followFrom(store::Store& store, const store::AuditState& from)
{
    store.read([from](store::Session& session) { return store::AuditLog(session).follow(from, auditStep); })
        .then([&store](const Result<store::AuditState>& state) {
            if (!state) {
                qCWarning(lcApp).noquote() << "the audit log cannot be read:" << base::describe(state.error());
            } else if (state->isWhole || state->brokenAt) {
                tellOfBreak(store, *state);
            } else {
                followFrom(store, *state);
            }
        });
}

} // namespace

std::vector<http::Server::Route> EscalationParts::routes()
{
    auto all = page->routes();
    std::ranges::move(api->routes(), std::back_inserter(all));
    return all;
}

Result<EscalationParts> openEscalations(const config::Config& config, const EscalationNeeds& needs)
{
    const auto address = publicUrl(config);
    if (!address) {
        return fail(address.error());
    }
    EscalationParts parts;
    parts.links = std::make_unique<api::doctor::LinkMaker>(
        api::doctor::LinkMaker::Setup{*address, config.get(keys::escalationLinkValid)}, needs.store, needs.clock);
    api::doctor::Setup setup;
    setup.publicUrl = *address;
    setup.trustedProxy = config.get(keys::webchatTrustedProxy);
    setup.maxFile = config.get(keys::webchatMaxFile);
    setup.maxVoice = config.get(keys::listenMaxBody);
    auto page =
        api::doctor::DoctorChat::open(setup, {needs.store, needs.records, needs.files, needs.clock, needs.desks});
    if (!page) {
        return fail(page.error());
    }
    parts.page = std::move(*page);
    parts.api = std::make_unique<api::staff::StaffApi>(
        api::staff::Parts{needs.store, needs.clock, needs.desks, *parts.links,
                          [&secrets = needs.secrets] { return api::staff::tokenKey(secrets); }, setup.trustedProxy});
    return parts;
}

void checkAuditLog(store::Store& store)
{
    followFrom(store, {});
}

} // namespace delpek::app
