// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "app/commands/settings.h"
#include "app/odooparts.h"
#include "app/odoosettings.h"
#include "app/output.h"
#include "base/await.h"
#include "clinic/odoo/mappingtest.h"
#include "clinic/odoo/profile.h"
#include "http/networkclient.h"
#include "store/store.h"

namespace delpek::app
{

namespace
{

namespace odoo = clinic::odoo;

const auto usage = QStringLiteral(
    "Usage: delpekd odoo profiles | test [MAPPING] | fields MODEL   [--config FILE …]\n"
    "Where the clinic's Odoo keeps patients, doctors and visits is a mapping: a profile that comes with Delpek, or a\n"
    "file of the clinic's own (odoo.mapping).\n"
    "  profiles  the profiles there are\n"
    "  test      tries the mapping on the real database: every model and field, one record each, then doctors, hours\n"
    "            and treatments as the desk will see them. MAPPING: auto, a profile or a file, in place of the "
    "setting\n"
    "  fields    the fields of a model, for writing a mapping\n"
    "test and fields need odoo.url, odoo.database, odoo.login and the secret odoo.secret. Nothing is changed in Odoo.\n"
    "Exit code: 0 the mapping works, 1 it does not, 2 a wrong command line or settings.");

/// A connection for one command, with a store of its own that ends with it.
class Line
{
public:
    static Result<std::unique_ptr<Line>> open(const config::Config& config)
    {
        const auto secrets = openSecrets(config);
        if (!secrets) {
            return fail(secrets.error());
        }
        auto connection = odooConnection(config, **secrets);
        if (!connection) {
            return fail(connection.error());
        }
        auto store = store::Store::open({QStringLiteral("sqlite:")});
        if (!store) {
            return fail(store.error());
        }
        std::unique_ptr<Line> line(new Line);
        line->m_store = std::move(*store);
        line->m_gateway = std::make_unique<odoo::Gateway>(*connection, line->m_client, line->m_clock,
                                                          config.get(config::keys::odooCompany));
        line->m_reads = std::make_unique<odoo::CachedReads>(*line->m_gateway, *line->m_store, line->m_clock,
                                                            odoo::CachedReads::Limits{});
        return line;
    }

    odoo::Gateway& gateway() { return *m_gateway; }
    odoo::CachedReads& reads() { return *m_reads; }
    base::Instant now() const { return m_clock.now(); }

private:
    Line() = default;

    base::SystemClock m_clock;
    http::NetworkClient m_client;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<odoo::Gateway> m_gateway;
    std::unique_ptr<odoo::CachedReads> m_reads;
};

void printFlaws(const char* title, const std::vector<odoo::Flaw>& flaws)
{
    if (!flaws.empty()) {
        print(QLatin1String(title) + QStringLiteral("\n  ") +
              odoo::describe(flaws).replace(QLatin1Char('\n'), QStringLiteral("\n  ")));
    }
}

int listProfiles()
{
    const auto profiles = odoo::loadProfiles(QStringLiteral(":/delpek/odoo"));
    if (!profiles) {
        return complain(profiles.error(), exitFailed);
    }
    for (const auto& profile : *profiles) {
        print(QStringLiteral("%1  %2").arg(profile.name, -12).arg(profile.title.en));
    }
    return exitOk;
}

int testMapping(const config::Config& config, const QString& own)
{
    const auto choice = odooMapping(config, own);
    if (!choice) {
        return complain(choice.error());
    }
    const auto line = Line::open(config);
    if (!line) {
        return complain(line.error());
    }
    const auto session = base::await((*line)->gateway().session());
    if (!session) {
        return complain(session.error(), exitFailed);
    }
    const auto trial = odoo::tryMapping((*line)->reads(), *choice, *session, (*line)->now(), {});
    if (!trial) {
        return complain(trial.error(), exitFailed);
    }
    print(QStringLiteral("Odoo %1, mapping %2").arg(session->server.text, trial->mapping.name));
    for (const auto& count : trial->counts) {
        print(QStringLiteral("  %1  %2  %3 records").arg(count.entity, -12).arg(count.model, -24).arg(count.records));
    }
    for (const auto& doctor : trial->doctors) {
        print(QStringLiteral("  doctor        %1").arg(doctor));
    }
    if (!trial->treatments.isEmpty()) {
        print(QStringLiteral("  treatments    %1").arg(trial->treatments.join(QStringLiteral(", "))));
    }
    printFlaws("Worth a look:", trial->hints);
    printFlaws("It does not work:", trial->flaws);
    return trial->flaws.empty() ? exitOk : exitFailed;
}

int showFields(const config::Config& config, const QString& model)
{
    const auto line = Line::open(config);
    if (!line) {
        return complain(line.error());
    }
    const auto fields = (*line)->reads().readLive(odoo::fieldsCall(model), {});
    if (!fields) {
        return complain(fields.error(), exitFailed);
    }
    for (const auto& [name, field] : fields->items()) {
        QString text = QStringLiteral("%1  %2").arg(QString::fromStdString(name), -32).arg(base::textAt(field, "type"));
        if (const QString relation = base::textAt(field, "relation"); !relation.isEmpty()) {
            text += QStringLiteral(" of ") + relation;
        }
        QStringList options;
        for (const auto& option : base::at(field, "selection")) {
            if (option.is_array() && !option.empty() && option[0].is_string()) {
                options << QString::fromStdString(option[0].get<std::string>());
            }
        }
        if (!options.isEmpty()) {
            text += QStringLiteral(": ") + options.join(QStringLiteral(", "));
        }
        print(text);
    }
    return exitOk;
}

} // namespace

int odooCommand(const QStringList& arguments)
{
    return withWords(arguments, usage, [](const config::Config& config, const QStringList& words) {
        const QString& action = words.constFirst();
        if (action == QLatin1String("profiles") && words.size() == 1) {
            return listProfiles();
        }
        if (action == QLatin1String("test") && words.size() <= 2) {
            return testMapping(config, words.value(1));
        }
        if (action == QLatin1String("fields") && words.size() == 2) {
            return showFields(config, words.value(1));
        }
        return complain(usage);
    });
}

} // namespace delpek::app
