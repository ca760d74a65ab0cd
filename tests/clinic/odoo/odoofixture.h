// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/await.h"
#include "clinic/odoo/comparejson.h"
#include "clinic/odoo/gateway.h"
#include "http/networkclient.h"
#include "simulation/doubles/odoo/odoodouble.h"
#include "support/paths.h"

#include <QFile>
#include <QTest>

namespace delpek::tests
{

/// Wednesday, 11 February 2026, 08:00 UTC: 10:00 in Israel.
inline const base::Instant odooNow = base::fromMillis(1'770'796'800'000);

/// A clinic's Odoo and the user that Delpek has there: Contact Creation and Billing, with a key.
struct OdooClinic {
    explicit OdooClinic(const simulation::OdooDouble::Setup& setup = {})
        : clock(odooNow)
    {
        auto started = simulation::OdooDouble::start(setup, clock);
        if (!started) {
            qFatal("the double did not start: %s", qPrintable(base::describe(started.error())));
        }
        odoo = std::move(*started);
        user = odoo->addUser(QStringLiteral("delpek"), QStringLiteral("password of the double"),
                             {QStringLiteral("base.group_partner_manager"),
                              QStringLiteral("account.group_account_readonly"),
                              QStringLiteral("account.group_account_invoice")});
        connection.url = odoo->url();
        connection.database = setup.database;
        connection.login = QStringLiteral("delpek");
        connection.secret = odoo->addKey(user);
        // Of the machine's clock: what is dropped must not hold up a test.
        connection.readPatience = std::chrono::milliseconds(1500);
        connection.changePatience = std::chrono::milliseconds(1500);
    }

    void loadDemo()
    {
        QFile file(test::sourcePath("resources/demo/clinic.json"));
        if (!file.open(QIODevice::ReadOnly)) {
            qFatal("no demo clinic");
        }
        odoo->loadClinic(base::parseJson(file.readAll()).value());
    }

    /// Waits, and moves the clock where something waits for it.
    template <typename T>
    Result<T> wait(const Future<T>& future)
    {
        while (!future.isFinished()) {
            if (const auto due = clock.nextDue()) {
                clock.advanceTo(*due);
            }
            QTest::qWait(2);
        }
        return future.result();
    }

    base::VirtualClock clock;
    std::unique_ptr<simulation::OdooDouble> odoo;
    qint64 user = 0;
    clinic::odoo::Connection connection;
    http::NetworkClient client;
};

} // namespace delpek::tests
