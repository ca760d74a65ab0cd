// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/clinicdata.h"

#include "clinic/odoo/wire.h"
#include "support/paths.h"

#include <QFile>

namespace delpek::test
{

using base::Json;
namespace odoo = clinic::odoo;
namespace wire = clinic::odoo::wire;

namespace
{

Json profileJson(const QString& name)
{
    QFile file(test::sourcePath("resources/odoo/") + name + QStringLiteral(".json"));
    if (!file.open(QIODevice::ReadOnly)) {
        throw std::runtime_error("a profile is missing");
    }
    return must(base::parseJson(file.readAll()));
}

} // namespace

Json clinicJson()
{
    QFile file(test::sourcePath("tests/data/clinic/contract.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        throw std::runtime_error("the clinic of the contract is missing");
    }
    return must(base::parseJson(file.readAll()));
}

odoo::Mapping mappingFor(const QString& profile, const Json& clinic)
{
    Json own = profile == QLatin1String("community")
                   ? profileJson(profile)
                   : odoo::extended(profileJson(profile), profileJson(QStringLiteral("community")));
    own["clinic"] = Json{{"name", clinic["clinic"]["name"]},
                         {"timezone", clinic["clinic"]["timezone"]},
                         {"hours", clinic["clinic"]["hours"]}};
    own["treatments"] = Json::array();
    for (const auto& treatment : clinic["treatments"]) {
        own["treatments"].push_back({{"id", treatment["id"]},
                                     {"codes", {treatment["id"]}},
                                     {"name", treatment["name"]},
                                     {"minutes", treatment["minutes"]}});
    }
    own["doctors"] = Json::array();
    for (const auto& doctor : clinic["doctors"]) {
        own["doctors"].push_back({{"names", {doctor["name"]["he"]}},
                                  {"name", doctor["name"]},
                                  {"treatments", doctor["treatments"]},
                                  {"kind", doctor.value("kind", "dentist")}});
    }
    return must(odoo::parseMapping(own));
}

Json utc(const domain::LocalTime& local, int minutes)
{
    return wire::fromMoment(domain::toInstant(local, QTimeZone("Asia/Jerusalem")) + std::chrono::minutes(minutes));
}

Json link(const char* model)
{
    return Json{{"type", "many2one"}, {"relation", model}};
}

} // namespace delpek::test
