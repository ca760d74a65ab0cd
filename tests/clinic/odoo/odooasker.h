// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/odoo/odoofixture.h"
#include "clinic/odoo/wire.h"

// The demo clinic in the double, and calls of it as a person would write them.

namespace delpek::tests
{

using base::Json;
using clinic::odoo::Call;
using clinic::odoo::Gateway;
namespace wire = clinic::odoo::wire;

inline const auto partner = QStringLiteral("res.partner");
inline const auto eventModel = QStringLiteral("calendar.event");

/// A call as a person would write it: read or change, refused or not.
struct Asker {
    explicit Asker(OdooClinic& clinic)
        : clinic(clinic)
        , gateway(clinic.connection, clinic.client, clinic.clock)
    {
    }

    Result<Json> operator()(const QString& model, const char* method, const Json& args,
                            const Json& kwargs = Json::object())
    {
        Call call{model, QString::fromLatin1(method), args, kwargs};
        call.onRefusal = [this](const QString& words) { said = words; };
        return clinic.wait(gateway.call(call));
    }

    OdooClinic& clinic;
    Gateway gateway;
    QString said;
};

inline QString keyOf(const Result<Json>& result)
{
    return result ? QStringLiteral("taken") : result.error().key.section(QLatin1String("odoo"), 1);
}

inline Json visit(OdooClinic& clinic, const char* start, const char* stop)
{
    return {{"name", "visit"},
            {"start", start},
            {"stop", stop},
            {"user_id", clinic.odoo->idOf(QStringLiteral("res.users"), QStringLiteral("levi"))},
            {"partner_ids", Json::array({wire::set({clinic.odoo->idOf(partner, QStringLiteral("p1"))})})}};
}

/// What the tests of the double stand on, anew for each.
class AskedOdoo : public QObject
{
protected:
    void begin()
    {
        m_clinic = std::make_unique<OdooClinic>();
        m_clinic->loadDemo();
        m_ask = std::make_unique<Asker>(*m_clinic);
    }
    void end()
    {
        m_ask.reset();
        m_clinic.reset();
    }

    Result<Json> ask(const QString& model, const char* method, const Json& args, const Json& kwargs = Json::object())
    {
        return (*m_ask)(model, method, args, kwargs);
    }
    Json readOne(const QString& model, const Json& id, const char* field)
    {
        const auto rows = ask(model, "read", Json::array({Json::array({id}), Json::array({field})}));
        return rows && !rows->empty() ? base::at(rows->front(), field) : Json();
    }

    std::unique_ptr<OdooClinic> m_clinic;
    std::unique_ptr<Asker> m_ask;
};

} // namespace delpek::tests
