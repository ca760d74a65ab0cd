// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check/check.h"
#include "app/check/notifycheck.h"
#include "app/check/reporttext.h"
#include "app/commands/commands.h"
#include "app/commands/settings.h"
#include "app/database.h"
#include "app/output.h"
#include "app/secretreading.h"
#include "base/await.h"
#include "http/networkclient.h"
#include "store/staff.h"

#include <QLocale>

namespace delpek::app
{

namespace
{

const auto usage = QStringLiteral(
    "Usage: delpekd check [whatsapp|waha|telegram|webchat|odoo|model|notify|memory] [--language he|en] [--json] [--config FILE] …\n"
    "       delpekd check notify --send-test NAME\n"
    "Looks whether messages can come in and go out: the program itself, the way in from outside, each channel\n"
    "at its provider, the clinic's Odoo, the language model, and the notices to the staff. Each fault comes with what to do. It changes "
    "nothing and disturbs no "
    "Delpek\n"
    "that runs. Only --send-test really sends: a notice to that member of staff (with SQLite end Delpek first).\n"
    "Exit code: 0 no fault, 1 at least one fault, 2 nothing to check or a wrong command line.");

struct Wish {
    QString channel;
    domain::Language language = domain::Language::English;
    bool json = false;
    QString testFor; ///< a member of staff
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
    if (const qsizetype at = words.indexOf(QStringLiteral("--send-test")); at >= 0 && at + 1 < words.size()) {
        wish.testFor = words[at + 1];
        words.remove(at, 2);
        if (words != QStringList{check::notifyName}) {
            return fail(ErrorCode::InvalidInput, QStringLiteral("--send-test NAME goes with notify alone"));
        }
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

/// A notice to the member of staff of that name, and what became of it.
Result<check::Report> tryNotice(const check::Parts& parts, const QString& name)
{
    const auto store = openDatabase(parts.config, databaseLocation(parts.config, parts.secrets));
    if (!store) {
        return fail(store.error());
    }
    const auto member =
        base::await((*store)->read([&](store::Session& session) { return store::Staff(session).byName(name); }));
    if (!member || !*member) {
        return fail(member ? Error{ErrorCode::NotFound, {}, QStringLiteral("nobody of that name works here")}
                           : member.error());
    }
    return check::Report{check::sendTest(parts, **member)};
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
    const check::Parts parts{*config, **secrets, client, clock};
    const auto report = wish->testFor.isEmpty() ? check::check(parts, wish->channel) : tryNotice(parts, wish->testFor);
    if (!report && !wish->testFor.isEmpty()) {
        return complain(report.error(), exitFailed);
    }
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
