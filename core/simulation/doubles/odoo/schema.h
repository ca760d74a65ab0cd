// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QStringList>

#include <map>
#include <vector>

namespace delpek::simulation::odoo
{

enum class FieldType {
    Char,
    Text,
    Html,
    Boolean,
    Integer,
    Float,
    Monetary,
    Date,
    Datetime,
    Selection,
    Many2one,
    One2many,
    Many2many,
    Binary,
};

struct Field {
    QString name;
    FieldType type = FieldType::Char;
    QString relation = {};
    QString inverse = {}; ///< of a one2many: the field of the other model
    QStringList selection = {};
    bool required = false;
    bool stored = true; ///< false: computed
    bool isMany() const { return type == FieldType::One2many || type == FieldType::Many2many; }
    bool isRelation() const { return isMany() || type == FieldType::Many2one; }
};

struct Model {
    QString name;
    QString table; ///< whose records it shows; usually its own name
    std::map<QString, Field> fields;
    QString order = QStringLiteral("id");
    bool hasChatter = false;
    base::Json sets = base::Json::object(); ///< methods of an add-on that write these values and return nothing
    QString group;                          ///< an add-on's only group; empty: the table of rights says
    bool isAddOn = false;
};

/// Which server it is.
struct Profile {
    int version = 17;
    bool hasPhoneSearch = true;
    QStringList withoutModules;
    bool allowsLoad = true; ///< false: a module keeps loading to a group of its own
    bool has(const char* module) const { return !withoutModules.contains(QLatin1String(module)); }
};

/// The models that a database of that server has.
std::map<QString, Model> modelsOf(const Profile& profile);
/// The names of the apps that are installed.
QStringList modulesOf(const Profile& profile);

QString toText(FieldType type);
/// A field as fields_get tells it. Throws std::invalid_argument for a type that is none.
Field fieldFrom(const QString& name, const base::Json& description);
base::Json describe(const Field& field);
/// The fields that every model has.
void addCommonFields(Model& model);

} // namespace delpek::simulation::odoo
