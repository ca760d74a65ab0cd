// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check/check.h"
#include "app/check/reporttext.h"
#include "app/commands/commands.h"
#include "app/commands/settings.h"
#include "app/output.h"
#include "http/networkclient.h"

#include <QLocale>

namespace delpek::app
{

namespace
{

const auto usage = QStringLiteral(
    "Usage: delpekd check [whatsapp|waha|telegram|webchat|odoo] [--language he|en] [--json] [--config FILE] …\n"
    "Looks whether messages can come in and go out: the program itself, the way in from outside, each channel\n"
    "at its provider, and the clinic's Odoo. Each fault comes with what to do. It changes nothing and disturbs no "
    "Delpek\n"
    "that runs.\n"
    "Exit code: 0 no fault, 1 at least one fault, 2 nothing to check or a wrong command line.");

struct Wish {
    QString channel;
    domain::Language language = domain::Language::English;
    bool json = false;
};

/// What the words that are no settings ask for.
Result<Wish> readWish(QStringList words)
{
    Wish wish;
    if (QLocale::system().language() == QLocale::Hebrew) {
        wish.language = domain::Language::Hebrew;
    }
    wish.json = words.removeAll(QStringLiteral("--json")) > 0;
    if (const qsizetype at = words.indexOf(QStringLiteral("--language")); at >= 0) {
        const QString language = words.value(at + 1);
        if (language != QLatin1String("he") && language != QLatin1String("en")) {
            return fail(ErrorCode::InvalidInput, QStringLiteral("--language takes he or en"));
        }
        wish.language = language == QLatin1String("he") ? domain::Language::Hebrew : domain::Language::English;
        words.remove(at, 2);
    }
    if (words.isEmpty()) {
        return wish;
    }
    wish.channel = words.takeFirst();
    if (!words.isEmpty() || !check::checkedNames().contains(wish.channel)) {
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("check knows %1, one at a time, --language and --json: see --help")
                        .arg(check::checkedNames().join(QStringLiteral(", "))));
    }
    return wish;
}

} // namespace

int checkCommand(const QStringList& arguments)
{
    if (arguments.contains(QStringLiteral("--help")) || arguments.contains(QStringLiteral("-h"))) {
        print(usage);
        return exitOk;
    }
    const auto config = loadOpenConfig(arguments);
    if (!config) {
        return complain(config.error());
    }
    const auto wish = readWish(config->rest());
    if (!wish) {
        return complain(wish.error());
    }
    const auto texts = check::Texts::load(wish->language);
    if (!texts) {
        return complain(texts.error(), exitFailed);
    }
    const auto secrets = openSecrets(*config);
    if (!secrets) {
        return complain(secrets.error());
    }
    base::SystemClock clock;
    http::NetworkClient client;
    const auto report = check::check({*config, **secrets, client, clock}, wish->channel);
    if (!report) {
        const QString sentence = texts->summary(report.error().key);
        return complain(wish->channel.isEmpty() ? sentence : sentence.arg(wish->channel));
    }
    if (wish->json) {
        print(base::toCompactText(check::asJson(*report, *texts)));
    } else {
        print(check::asLines(*report, *texts).join(QLatin1Char('\n')));
    }
    return check::faultsIn(*report) == 0 ? exitOk : exitFailed;
}

} // namespace delpek::app
