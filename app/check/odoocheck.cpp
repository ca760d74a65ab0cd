// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check/odoocheck.h"

#include "app/odoosettings.h"
#include "clinic/odoo/check.h"

namespace delpek::app::check
{

namespace keys = config::keys;

namespace
{

channels::Finding settingFault(const char* name)
{
    return fault(QStringLiteral("settings"), QStringLiteral("check.odoo.settings"), QString::fromLatin1(name));
}

} // namespace

Section odooSection(const Parts& parts)
{
    Section section{odooName, parts.config.get(keys::odooDatabase), {}};
    auto connection = odooConnection(parts.config, parts.secrets);
    if (!connection) {
        section.findings.push_back(settingFault(keys::odooUrl.spec.name));
        return section;
    }
    clinic::odoo::CheckSetup setup;
    setup.connection = std::move(*connection);
    const QString expires = parts.config.get(keys::odooKeyExpires);
    setup.keyExpires = QDate::fromString(expires, Qt::ISODate);
    section.findings = clinic::odoo::check(setup, parts.client, parts.clock);
    if (!expires.isEmpty() && !setup.keyExpires.isValid()) {
        section.findings.push_back(settingFault(keys::odooKeyExpires.spec.name));
    }
    return section;
}

} // namespace delpek::app::check
