// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/profile.h"

#include <QDir>
#include <QFile>

namespace delpek::clinic::odoo
{

namespace
{

using base::Json;

QStringList shipped()
{
    return {QStringLiteral("dental"), QStringLiteral("community")};
}

Result<Json> readJson(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotFound,
                    QStringLiteral("odoo.mapping: %1 cannot be read: %2").arg(path, file.errorString()),
                    QStringLiteral("records.odooMapping"));
    }
    auto json = base::parseJson(file.readAll());
    if (!json) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("odoo.mapping: %1: %2").arg(path, json.error().detail),
                    QStringLiteral("records.odooMapping"));
    }
    return json;
}

QString profilePath(const QString& folder, const QString& name)
{
    return QDir(folder).filePath(name + QStringLiteral(".json"));
}

Result<Mapping> mappingFrom(const QString& path, const QString& folder)
{
    const auto json = readJson(path);
    if (!json) {
        return fail(json.error());
    }
    Json whole = *json;
    // Two levels at most: an own file extends a profile, a profile extends "community".
    for (int level = 0; level < 2; ++level) {
        const QString base = base::textAt(whole, "extends");
        if (base.isEmpty()) {
            break;
        }
        if (!shipped().contains(base)) {
            return fail(ErrorCode::InvalidInput,
                        QStringLiteral("odoo.mapping: %1: /extends: there is no profile \"%2\"; write one of %3")
                            .arg(path, base, shipped().join(QStringLiteral(", "))),
                        QStringLiteral("records.odooMapping"));
        }
        const auto under = readJson(profilePath(folder, base));
        if (!under) {
            return fail(under.error());
        }
        const Json next = base::at(*under, "extends");
        whole = extended(whole, *under);
        if (next.is_string()) {
            whole["extends"] = next;
        }
    }
    auto mapping = parseMapping(whole);
    if (!mapping) {
        return fail(mapping.error().code, QStringLiteral("odoo.mapping: %1: %2").arg(path, mapping.error().detail),
                    mapping.error().key);
    }
    return mapping;
}

} // namespace

Result<std::vector<Mapping>> loadProfiles(const QString& folder)
{
    std::vector<Mapping> profiles;
    for (const auto& name : shipped()) {
        auto mapping = mappingFrom(profilePath(folder, name), folder);
        if (!mapping) {
            return fail(mapping.error());
        }
        profiles.push_back(std::move(*mapping));
    }
    return profiles;
}

Result<Mapping> loadMapping(const QString& wanted, const QString& folder)
{
    if (shipped().contains(wanted)) {
        return mappingFrom(profilePath(folder, wanted), folder);
    }
    if (!QFile::exists(wanted)) {
        return fail(ErrorCode::NotFound,
                    QStringLiteral("odoo.mapping: \"%1\" is no file and no profile; write auto, the path of a file, or "
                                   "one of %2")
                        .arg(wanted, shipped().join(QStringLiteral(", "))),
                    QStringLiteral("records.odooMapping"));
    }
    return mappingFrom(wanted, folder);
}

QStringList candidateModels(const std::vector<Mapping>& profiles)
{
    QStringList models;
    for (const auto& profile : profiles) {
        models += profile.models();
    }
    models.sort();
    models.removeDuplicates();
    return models;
}

Fitted detect(const std::vector<Mapping>& profiles, const ModelFields& fields, const QStringList& installed)
{
    std::optional<Fitted> best;
    for (const auto& profile : profiles) {
        Fitted fitted = fit(profile, fields);
        for (const auto& module : profile.modules) {
            if (!installed.isEmpty() && !installed.contains(module)) {
                fitted.flaws.push_back({QStringLiteral("/modules"), QStringLiteral("install the module ") + module});
            }
        }
        if (fitted.flaws.empty()) {
            return fitted;
        }
        if (!best || fitted.flaws.size() < best->flaws.size()) {
            best = std::move(fitted);
        }
    }
    return best ? std::move(*best) : Fitted{};
}

} // namespace delpek::clinic::odoo
