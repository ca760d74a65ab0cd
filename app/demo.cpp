// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo.h"

#include "base/await.h"
#include "clinic/clinicfile.h"
#include "media/filekey.h"
#include "secrets/choose.h"

#include <QFile>

namespace delpek::app
{

namespace
{

Result<clinic::ClinicFile> demoClinic(base::Instant now)
{
    QFile file(QStringLiteral(":/delpek/demo/clinic.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::Internal, QStringLiteral("the demo clinic is missing from the program"));
    }
    return clinic::parseClinicFile(file.readAll()).map([now](clinic::ClinicFile clinic) {
        const auto today = domain::toLocal(now, clinic.info.zone).date;
        return clinic::shiftTo(std::move(clinic), today);
    });
}

} // namespace

Result<std::unique_ptr<Demo>> Demo::start(const Setup& setup, base::Clock& clock)
{
    std::unique_ptr<Demo> demo(new Demo);
    auto graph = simulation::GraphDouble::start({}, clock);
    if (!graph) {
        return fail(graph.error());
    }
    demo->m_graph = std::move(*graph);
    auto telegram = simulation::TelegramDouble::start({}, clock);
    if (!telegram) {
        return fail(telegram.error());
    }
    demo->m_telegram = std::move(*telegram);
    const auto& account = demo->m_graph->setup();

    secrets::StoreChoice choice;
    choice.kind = QStringLiteral("environment");
    choice.environment = QProcessEnvironment();
    choice.environment.insert(QStringLiteral("DELPEK_SECRET_WHATSAPP_ACCESS_TOKEN"), QString::fromUtf8(account.token));
    choice.environment.insert(QStringLiteral("DELPEK_SECRET_WHATSAPP_APP_SECRET"),
                              QString::fromUtf8(account.appSecret));
    choice.environment.insert(QStringLiteral("DELPEK_SECRET_TELEGRAM_BOT_TOKEN"), demo->m_telegram->token());
    choice.environment.insert(QStringLiteral("DELPEK_SECRET_MEDIA_KEY"), media::newFileKey());
    auto secrets = secrets::chooseStore(choice);
    if (!secrets) {
        return fail(secrets.error());
    }
    demo->m_secrets = std::move(*secrets);

    const auto set = [](const char* key, const QString& value) {
        return QStringList{QStringLiteral("--set"), QLatin1String(key) + QLatin1Char('=') + value};
    };
    const auto config = config::Config::load(
        {}, QProcessEnvironment(),
        set("store.location", QStringLiteral("sqlite:") + demo->m_folder.filePath(QStringLiteral("demo.sqlite"))) +
            set("media.folder", demo->m_folder.filePath(QStringLiteral("media"))) +
            set("listen.port", QStringLiteral("0")) + set("whatsapp.phone-number-id", account.phoneNumberId) +
            set("whatsapp.api-version", account.version) + set("whatsapp.api-base", demo->m_graph->url().toString()) +
            set("telegram.enabled", QStringLiteral("true")) +
            set("telegram.api-base", demo->m_telegram->url().toString()) + set("desk.staff-name", setup.staffName) +
            set("agent.quiet-window", QStringLiteral("%1ms").arg(setup.quietWindow.count())));
    if (!config) {
        return fail(config.error());
    }
    auto engine = Engine::start(*config, *demo->m_secrets, clock, setup.connections, setup.services);
    if (!engine) {
        return fail(engine.error());
    }
    demo->m_engine = std::move(*engine);

    auto clinic = demoClinic(clock.now());
    if (!clinic) {
        return fail(clinic.error());
    }
    const auto imported = base::await(demo->m_engine->book().import(std::move(*clinic)));
    if (!imported) {
        return fail(imported.error());
    }
    return demo;
}

Future<http::Response> Demo::deliver(const QByteArray& body)
{
    http::Request request;
    request.method = "POST";
    request.url = QUrl(QStringLiteral("http://127.0.0.1:%1/api/whatsapp/webhook").arg(m_engine->port()));
    request.headers = {{"Content-Type", "application/json"}, {"X-Hub-Signature-256", m_graph->sign(body)}};
    request.body = body;
    return m_client.send(request);
}

} // namespace delpek::app
