// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "app/commands/settings.h"
#include "app/output.h"
#include "app/qrcode.h"
#include "app/secretreading.h"
#include "app/wahasession.h"
#include "base/await.h"
#include "channels/waha/session.h"
#include "http/networkclient.h"

#include <QSaveFile>

namespace delpek::app
{

namespace
{

namespace keys = config::keys;
namespace waha = channels::waha;

const auto usage = QStringLiteral(
    "Usage: delpekd waha pair [--file CODE.svg] [--config FILE …]\n"
    "Makes the session waha.session in WAHA when there is none, tells it where to deliver (waha.callback-url),\n"
    "starts it, and shows the code to be scanned with the clinic's phone: WhatsApp, Linked devices, Link a\n"
    "device. The code is drawn on the terminal, or written to a file, and anew whenever it changes.\n"
    "Needs the secrets waha.api-key and waha.webhook-secret.\n"
    "Exit code: 0 linked, 1 not linked within five minutes or WAHA refuses, 2 a wrong command line.");

constexpr auto patience = std::chrono::minutes(5);
constexpr auto interval = std::chrono::seconds(1);

/// A code of WAHA's on the terminal, or in the file.
Result<Done> show(const QString& value, const QString& path)
{
    const auto code = qrCode(value);
    if (!code) {
        return fail(code.error());
    }
    if (path.isEmpty()) {
        print(asBlocks(*code));
        return Done{};
    }
    QSaveFile file(path);
    const QByteArray svg = asSvg(*code);
    if (!file.open(QIODevice::WriteOnly) || file.write(svg) != svg.size() || !file.commit()) {
        return fail(ErrorCode::Unavailable,
                    QStringLiteral("--file: %1 cannot be written: %2").arg(path, file.errorString()));
    }
    print(QStringLiteral("the code is in %1").arg(path));
    return Done{};
}

void pause(base::Clock& clock)
{
    const auto promise = std::make_shared<Promise<Done>>();
    clock.after(interval, [promise] { promise->finish(Done{}); });
    base::await(promise->future());
}

/// Shows each new code until the phone is linked.
Result<Done> pair(const waha::Line& line, const waha::WebhookWish& wish, const QString& path, base::Clock& clock)
{
    auto status = base::await(waha::prepareSession(line, wish));
    QString shown;
    for (const auto end = clock.now() + patience; status && clock.now() < end;
         status = base::await(waha::wakeSession(line))) {
        if (*status == QLatin1String("WORKING")) {
            return Done{};
        }
        if (*status == QLatin1String("FAILED")) {
            return fail(*waha::faultOf(*status));
        }
        const auto code = base::await(waha::pairingCode(line));
        if (!code && code.error().code != ErrorCode::Unavailable) {
            return fail(code.error());
        }
        if (code && *code != shown) {
            shown = *code;
            if (const auto drawn = show(shown, path); !drawn) {
                return drawn;
            }
        }
        pause(clock);
    }
    return status ? fail(ErrorCode::Timeout, QStringLiteral("no phone was linked in five minutes: run it again"))
                  : fail(status.error());
}

} // namespace

int wahaCommand(const QStringList& arguments)
{
    const auto config =
        config::Config::load(config::Config::defaultFiles(), QProcessEnvironment::systemEnvironment(), arguments);
    if (!config) {
        return complain(config.error());
    }
    QStringList words = config->rest();
    if (words.contains(QStringLiteral("--help"))) {
        print(usage);
        return exitOk;
    }
    QString path;
    if (const qsizetype at = words.indexOf(QStringLiteral("--file")); at >= 0) {
        path = words.value(at + 1);
        words.remove(at, std::min<qsizetype>(2, words.size() - at));
        if (path.isEmpty()) {
            return complain(QStringLiteral("--file needs the name of a file"));
        }
    }
    if (words != QStringList{QStringLiteral("pair")}) {
        return complain(usage);
    }
    const QString session = config->get(keys::wahaSession);
    if (session.isEmpty()) {
        return complain(QStringLiteral("waha.session is empty: name the clinic's session in the settings"));
    }
    const auto secrets = openSecrets(*config);
    if (!secrets) {
        return complain(secrets.error());
    }
    const auto key = secret(**secrets, QStringLiteral("waha.api-key"));
    const auto webhookSecret = secret(**secrets, QStringLiteral("waha.webhook-secret"));
    for (const auto* one : {&key, &webhookSecret}) {
        if (!*one) {
            return complain(one->error());
        }
    }
    base::SystemClock clock;
    http::NetworkClient client;
    const waha::Line line{{QUrl(config->get(keys::wahaApiBase)), session}, *key, &client};
    const auto linked = pair(line, wahaWebhook(*config, *webhookSecret), path, clock);
    if (!linked) {
        return complain(linked.error(), exitFailed);
    }
    print(QStringLiteral("the phone is linked: \"delpekd check waha\" looks at the rest"));
    return exitOk;
}

} // namespace delpek::app
