// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/odooparts.h"

#include "app/odoosettings.h"
#include "clinic/odoo/profile.h"
#include "clinic/odoo/recordlink.h"

namespace delpek::app
{

namespace keys = config::keys;

namespace
{

const QString Profiles = QStringLiteral(":/delpek/odoo");

/// The model of patients, where each mapping that may be chosen has the same.
QString patientModel(const clinic::odoo::MappingChoice& choice)
{
    QStringList models;
    for (const auto& profile : choice.profiles) {
        models << profile.entity("patient").model;
    }
    if (choice.fixed) {
        models = {choice.fixed->entity("patient").model};
    }
    models.removeDuplicates();
    return models.size() == 1 ? models.front() : QString();
}

} // namespace

Result<clinic::odoo::MappingChoice> odooMapping(const config::Config& config, const QString& own)
{
    const QString wanted = own.isEmpty() ? config.get(keys::odooMapping) : own;
    if (wanted == QLatin1String("auto")) {
        return clinic::odoo::loadProfiles(Profiles).map([](std::vector<clinic::odoo::Mapping> profiles) {
            return clinic::odoo::MappingChoice{std::nullopt, std::move(profiles)};
        });
    }
    return clinic::odoo::loadMapping(wanted, Profiles).map([](clinic::odoo::Mapping mapping) {
        return clinic::odoo::MappingChoice{std::move(mapping), {}};
    });
}

Result<OdooParts> openOdoo(const config::Config& config, secrets::SecretStore& secrets, http::Client& client,
                           store::Store& store, base::Clock& clock)
{
    if (config.get(keys::odooUrl).isEmpty()) {
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("clinic.records is odoo, but odoo.url is empty: enter the address of the clinic's "
                                   "Odoo, or set clinic.records to builtin"));
    }
    auto connection = odooConnection(config, secrets);
    if (!connection) {
        return fail(connection.error());
    }
    auto choice = odooMapping(config);
    if (!choice) {
        return fail(choice.error());
    }
    OdooParts parts;
    parts.recordLink = [odoo = connection->url, model = patientModel(*choice)](const QString& patient) {
        return clinic::odoo::recordLink(odoo, model, patient);
    };
    parts.gateway = std::make_unique<clinic::odoo::Gateway>(*connection, client, clock, config.get(keys::odooCompany));
    clinic::odoo::OdooRecords::Setup setup;
    setup.mapping = std::move(choice->fixed);
    setup.profiles = std::move(choice->profiles);
    setup.region = config.get(keys::clinicRegion);
    setup.cacheAge = config.get(keys::odooCacheAge);
    setup.outageAge = config.get(keys::odooOutageAge);
    setup.session = [gateway = parts.gateway.get()] { return gateway->session(); };
    parts.records = std::make_unique<clinic::odoo::OdooRecords>(*parts.gateway, store, clock, std::move(setup));
    return parts;
}

} // namespace delpek::app
