// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/mapping.h"
#include "clinic/odoo/mappingrules.h"
#include "domain/weekhours.h"

#include <QRegularExpression>

#include <algorithm>

namespace delpek::clinic::odoo
{

namespace
{

using base::Json;

const QStringList TopLevel{QStringLiteral("name"),    QStringLiteral("title"),         QStringLiteral("modules"),
                           QStringLiteral("extends"), QStringLiteral("tags"),          QStringLiteral("treatments"),
                           QStringLiteral("doctors"), QStringLiteral("clinic"),        QStringLiteral("hygienistWords"),
                           QStringLiteral("grid"),    QStringLiteral("defaultMinutes")};
const QStringList EntityMembers{QStringLiteral("model"),  QStringLiteral("optional"), QStringLiteral("filter"),
                                QStringLiteral("create"), QStringLiteral("fields"),   QStringLiteral("values"),
                                QStringLiteral("cancel"), QStringLiteral("silent")};

QString quotedList(const QStringList& words)
{
    return words.join(QStringLiteral(", "));
}

class Checker
{
public:
    std::vector<Flaw> flaws;

    void flaw(const QString& place, const QString& remedy) { flaws.push_back({place, remedy}); }

    void whole(const Json& json)
    {
        if (!json.is_object()) {
            flaw(QStringLiteral("/"), QStringLiteral("write an object in braces"));
            return;
        }
        for (const auto& [key, value] : json.items()) {
            const QString name = QString::fromStdString(key);
            if (!TopLevel.contains(name) && !entityNames().contains(name)) {
                flaw(QLatin1Char('/') + name,
                     QStringLiteral("unknown here; write one of %1").arg(quotedList(entityNames() + TopLevel)));
            }
        }
        if (base::textAt(json, "name").isEmpty()) {
            flaw(QStringLiteral("/name"), QStringLiteral("write a name for this mapping"));
        }
        for (const auto& name : requiredEntities()) {
            if (!json.contains(base::utf8(name))) {
                flaw(QLatin1Char('/') + name, QStringLiteral("missing; write it, or \"extends\": \"community\""));
            }
        }
        for (const auto& name : entityNames()) {
            if (const auto found = json.find(base::utf8(name)); found != json.end()) {
                entity(name, *found);
            }
        }
        treatments(base::at(json, "treatments"));
        doctors(base::at(json, "doctors"));
        clinic(base::at(json, "clinic"));
        texts(json, QString(), "modules");
        texts(json, QString(), "hygienistWords");
        for (const char* list : {"allergy", "flag", "plan"}) {
            texts(base::at(json, "tags"), QStringLiteral("/tags"), list);
        }
        range(json, QString(), "grid", 5, 240);
        range(json, QString(), "defaultMinutes", 5, 720);
    }

private:
    void texts(const Json& object, const QString& place, const char* key)
    {
        const Json& list = base::at(object, key);
        if (list.is_null()) {
            return;
        }
        const bool good = list.is_array() && std::all_of(list.begin(), list.end(), [](const Json& one) {
                              return one.is_string() && !one.get_ref<const std::string&>().empty();
                          });
        if (!good) {
            flaw(place + QLatin1Char('/') + QLatin1String(key), QStringLiteral("write a list of texts, none empty"));
        }
    }

    void range(const Json& object, const QString& place, const char* key, int least, int most)
    {
        const Json& value = base::at(object, key);
        if (!value.is_null() && (!value.is_number_integer() || value < least || value > most)) {
            flaw(place + QLatin1Char('/') + QLatin1String(key),
                 QStringLiteral("write a whole number from %1 to %2").arg(least).arg(most));
        }
    }

    void entity(const QString& name, const Json& json)
    {
        const QString place = QLatin1Char('/') + name;
        if (!json.is_object()) {
            flaw(place, QStringLiteral("write an object with \"model\" and \"fields\""));
            return;
        }
        for (const auto& [key, value] : json.items()) {
            if (!EntityMembers.contains(QString::fromStdString(key))) {
                flaw(place + QLatin1Char('/') + QString::fromStdString(key),
                     QStringLiteral("unknown here; write one of %1").arg(quotedList(EntityMembers)));
            }
        }
        static const QRegularExpression modelForm(QStringLiteral("^[a-z_][a-z0-9_]*(\\.[a-z0-9_]+)*$"));
        if (!modelForm.match(base::textAt(json, "model")).hasMatch()) {
            flaw(place + QStringLiteral("/model"),
                 QStringLiteral("write the technical name of a model, as res.partner"));
        }
        domain(place, base::at(json, "filter"));
        if (const Json& create = base::at(json, "create"); !create.is_null() && !create.is_object()) {
            flaw(place + QStringLiteral("/create"), QStringLiteral("write an object of field names and values"));
        }
        columns(name, place, base::at(json, "fields"));
        values(name, place, base::at(json, "values"));
        texts(json, place, "silent");
        cancel(place, base::at(json, "cancel"));
        if (name == QLatin1String("appointment")) {
            appointment(place, json);
        }
        if (name == QLatin1String("note")) {
            note(place, base::at(json, "fields"));
        }
    }

    void domain(const QString& place, const Json& terms)
    {
        if (terms.is_null()) {
            return;
        }
        const bool good = terms.is_array() && std::all_of(terms.begin(), terms.end(), [](const Json& term) {
                              return term.is_array() && term.size() == 3 && term[0].is_string() && term[1].is_string();
                          });
        if (!good) {
            flaw(place + QStringLiteral("/filter"),
                 QStringLiteral("write a list of terms, all of which hold, as [[\"is_patient\", \"=\", true]]"));
        }
    }

    void columns(const QString& name, const QString& place, const Json& fields)
    {
        static const QRegularExpression fieldForm(QStringLiteral("^[a-z_][a-zA-Z0-9_]*\\??$"));
        if (!fields.is_object()) {
            flaw(place + QStringLiteral("/fields"), QStringLiteral("write an object of roles and field names"));
            return;
        }
        QStringList known;
        for (const auto& rule : rolesOf(name)) {
            known << rule.name;
            if (rule.isRequired && !fields.contains(base::utf8(rule.name))) {
                flaw(place + QStringLiteral("/fields/") + rule.name,
                     QStringLiteral("missing; write the name of the field that holds it"));
            }
        }
        for (const auto& [role, field] : fields.items()) {
            const QString at = place + QStringLiteral("/fields/") + QString::fromStdString(role);
            if (!known.contains(QString::fromStdString(role))) {
                flaw(at, QStringLiteral("unknown role; write one of %1").arg(quotedList(known)));
            } else if (!field.is_string() ||
                       !fieldForm.match(QString::fromStdString(field.get_ref<const std::string&>())).hasMatch()) {
                flaw(at, QStringLiteral("write the technical name of one field, with ? behind it where it may be "
                                        "missing, as mobile?"));
            }
        }
    }

    void values(const QString& name, const QString& place, const Json& values)
    {
        if (values.is_null()) {
            return;
        }
        if (!values.is_object()) {
            flaw(place + QStringLiteral("/values"), QStringLiteral("write an object of roles"));
            return;
        }
        for (const auto& [role, words] : values.items()) {
            const QString at = place + QStringLiteral("/values/") + QString::fromStdString(role);
            if (!roleOf(name, QString::fromStdString(role))) {
                flaw(at, QStringLiteral("unknown role"));
                continue;
            }
            const bool good = words.is_object() && std::all_of(words.begin(), words.end(), [](const Json& theirs) {
                                  return theirs.is_array() && !theirs.empty();
                              });
            if (!good) {
                flaw(at, QStringLiteral("write for each word of ours the list of their values, as "
                                        "{\"booked\": [\"draft\", \"confirmed\"]}"));
            }
        }
    }

    void cancel(const QString& place, const Json& cancel)
    {
        if (cancel.is_null()) {
            return;
        }
        const QString method = base::textAt(cancel, "method");
        const bool writes = base::at(cancel, "write").is_object() && !base::at(cancel, "write").empty();
        if (writes == !method.isEmpty()) {
            flaw(place + QStringLiteral("/cancel"),
                 QStringLiteral("write either {\"write\": {\"active\": false}} or {\"method\": \"action_cancel\"}"));
        } else if (method.startsWith(QLatin1Char('_')) || method == QLatin1String("unlink")) {
            flaw(place + QStringLiteral("/cancel/method"),
                 QStringLiteral("name a public method that keeps the record; visits are never deleted"));
        }
    }

    void appointment(const QString& place, const Json& json)
    {
        const Json& fields = base::at(json, "fields");
        const auto has = [&](const char* role) { return fields.is_object() && fields.contains(role); };
        const bool moments = has("start") && has("end");
        const bool hours = has("date") && has("fromHour") && (has("toHour") || has("hours"));
        if (moments == hours) {
            flaw(place + QStringLiteral("/fields/start"),
                 QStringLiteral("map either start and end, or date, fromHour and toHour (or hours)"));
        }
        const bool links = has("patient") && has("doctor");
        if (has("attendees") == links) {
            flaw(place + QStringLiteral("/fields/patient"),
                 QStringLiteral("map either patient and doctor, or attendees"));
        }
        if (!has("text") && !has("reference")) {
            flaw(place + QStringLiteral("/fields/reference"),
                 QStringLiteral("map reference or text: a visit must carry our reference, or a timeout could book "
                                "twice"));
        }
        if (base::at(json, "cancel").is_null()) {
            flaw(place + QStringLiteral("/cancel"), QStringLiteral("say how a visit is cancelled"));
        }
        if (!has("active") && !has("state")) {
            flaw(place + QStringLiteral("/fields/state"),
                 QStringLiteral("map active or state, so that a cancelled visit is known as such"));
        }
        const Json& words = base::at(base::at(json, "values"), "state");
        if (has("state") && (!words.is_object() || !words.contains("booked") || !words.contains("cancelled"))) {
            flaw(place + QStringLiteral("/values/state"),
                 QStringLiteral("write which values mean booked and which cancelled"));
        }
    }

    void note(const QString& place, const Json& fields)
    {
        const auto has = [&](const char* role) { return fields.is_object() && fields.contains(role); };
        if ((has("model") && has("record")) == has("patient")) {
            flaw(place + QStringLiteral("/fields/patient"),
                 QStringLiteral("map either model and record (a chatter), or patient"));
        }
    }

    void treatments(const Json& rules)
    {
        if (!rules.is_null() && !rules.is_array()) {
            flaw(QStringLiteral("/treatments"), QStringLiteral("write a list in brackets"));
            return;
        }
        QStringList ids;
        for (size_t n = 0; n < rules.size(); ++n) {
            const QString place = QStringLiteral("/treatments/%1").arg(n);
            const QString id = base::textAt(rules[n], "id");
            if (id.isEmpty() || ids.contains(id)) {
                flaw(place + QStringLiteral("/id"), QStringLiteral("write an id of its own, as checkup"));
            }
            ids << id;
            texts(rules[n], place, "codes");
            texts(rules[n], place, "names");
            range(rules[n], place, "minutes", 5, 720);
            kind(place, rules[n]);
        }
    }

    void doctors(const Json& rules)
    {
        if (!rules.is_null() && !rules.is_array()) {
            flaw(QStringLiteral("/doctors"), QStringLiteral("write a list in brackets"));
            return;
        }
        for (size_t n = 0; n < rules.size(); ++n) {
            const QString place = QStringLiteral("/doctors/%1").arg(n);
            if (!base::at(rules[n], "names").is_array() || base::at(rules[n], "names").empty()) {
                flaw(place + QStringLiteral("/names"),
                     QStringLiteral("write a part of the doctor's name or e-mail, as [\"Levi\"]"));
            }
            texts(rules[n], place, "names");
            texts(rules[n], place, "treatments");
            kind(place, rules[n]);
        }
    }

    void kind(const QString& place, const Json& rule)
    {
        const QString kind = base::textAt(rule, "kind");
        if (!kind.isEmpty() && kind != QLatin1String("dentist") && kind != QLatin1String("hygienist")) {
            flaw(place + QStringLiteral("/kind"), QStringLiteral("write dentist or hygienist, or leave it out"));
        }
    }

    void clinic(const Json& clinic)
    {
        const QString zone = base::textAt(clinic, "timezone");
        if (!zone.isEmpty() && !QTimeZone(zone.toUtf8()).isValid()) {
            flaw(QStringLiteral("/clinic/timezone"),
                 QStringLiteral("write a time zone of the IANA list, as Asia/Jerusalem"));
        }
        const Json& hours = base::at(clinic, "hours");
        for (const char* day : domain::weekdayNames) {
            for (const auto& span : base::at(hours, day)) {
                if (!span.is_string() ||
                    !domain::spanFromText(QString::fromStdString(span.get_ref<const std::string&>()))) {
                    flaw(QStringLiteral("/clinic/hours/") + QLatin1String(day),
                         QStringLiteral("write the hours as 08:00-19:00, the end after the beginning"));
                }
            }
        }
    }
};

} // namespace

std::vector<Flaw> flawsOf(const Json& json)
{
    Checker checker;
    checker.whole(json);
    return std::move(checker.flaws);
}

} // namespace delpek::clinic::odoo
