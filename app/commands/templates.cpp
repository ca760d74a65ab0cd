// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "app/commands/settings.h"
#include "app/database.h"
#include "app/output.h"
#include "app/secretreading.h"
#include "app/templatestates.h"
#include "base/await.h"
#include "channels/whatsapp/templateservice.h"
#include "domain/isolate.h"
#include "http/networkclient.h"
#include "store/store.h"

namespace delpek::app
{

namespace
{

namespace keys = config::keys;
namespace whatsapp = channels::whatsapp;

const auto usage = QStringLiteral(
    "Usage: delpekd templates list | sync | preview NAME LANGUAGE [field=value …]   [--config FILE …]\n"
    "WhatsApp takes nothing but approved templates once 24 hours have passed since the patient last wrote.\n"
    "  list     the clinic's templates, and what Meta says of each\n"
    "  sync     hands those that Meta does not have in for review, then lists them\n"
    "  preview  the text with its values; without any, with the examples that Meta gets to see\n"
    "list and sync need whatsapp.business-account-id and the secret whatsapp.access-token.");

using Templates = std::vector<whatsapp::Template>;

Result<whatsapp::Business> accountOf(const config::Config& config, secrets::SecretStore& secrets)
{
    auto business = businessOf(config, {});
    if (!business) {
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("whatsapp.business-account-id is empty: enter the id of the WhatsApp Business "
                                   "account in the settings"));
    }
    const auto token = secret(secrets, QStringLiteral("whatsapp.access-token"));
    if (!token) {
        return fail(token.error());
    }
    business->token = *token;
    return std::move(*business);
}

void printStates(const Templates& templates, const std::vector<whatsapp::RemoteTemplate>& known)
{
    for (const whatsapp::Template& one : templates) {
        const whatsapp::RemoteTemplate* remote = whatsapp::findRemote(known, one);
        QString state = remote ? remote->state : QStringLiteral("missing");
        if (remote && !remote->reason.isEmpty()) {
            state += QStringLiteral(" (%1)").arg(remote->reason);
        }
        print(QStringLiteral("%1  %2  %3  %4")
                  .arg(one.name, -26)
                  .arg(one.language, -5)
                  .arg(remote ? remote->category : one.category.toLower(), -10)
                  .arg(state));
    }
}

/// Keeps what was heard, so that a running desk knows it at once. A database that is in use hears it from Meta.
void keep(const config::Config& config, secrets::SecretStore& secrets,
          const std::vector<whatsapp::RemoteTemplate>& known)
{
    base::SystemClock clock;
    const auto store = openDatabase(config, databaseLocation(config, secrets));
    const auto kept =
        store ? base::await(desk::noteTemplates(**store, config.get(keys::whatsappPhoneNumberId), known, clock.now()))
              : Result<Done>(fail(store.error()));
    if (!kept) {
        print(QStringLiteral("The states are not written down (%1); a running Delpek hears of them from Meta.")
                  .arg(base::describe(kept.error())));
    }
}

int listTemplates(const config::Config& config, const Templates& templates, bool create)
{
    const auto secrets = openSecrets(config);
    if (!secrets) {
        return complain(secrets.error());
    }
    const auto business = accountOf(config, **secrets);
    if (!business) {
        return complain(business.error());
    }
    http::NetworkClient client;
    auto known = base::await(whatsapp::readTemplates(client, *business));
    if (!known) {
        return complain(known.error(), exitFailed);
    }
    int code = exitOk;
    for (const whatsapp::Template& one : create ? whatsapp::missingTemplates(templates, *known) : Templates()) {
        const auto made = base::await(whatsapp::createTemplate(client, *business, one));
        if (made) {
            known->push_back(*made);
        } else {
            code = complain(QStringLiteral("%1 (%2): %3").arg(one.name, one.language, base::describe(made.error())),
                            exitFailed);
        }
    }
    printStates(templates, *known);
    if (create) {
        keep(config, **secrets, *known);
    }
    return code;
}

int previewTemplate(const Templates& templates, const QStringList& words)
{
    const whatsapp::Template* one = whatsapp::findTemplate(templates, words.value(1), words.value(2));
    if (!one) {
        return complain(QStringLiteral("no template %1 in language \"%2\"").arg(words.value(1), words.value(2)));
    }
    domain::TemplateUse use{one->name, one->language, {}};
    for (const QString& word : words.mid(3)) {
        const qsizetype equals = word.indexOf(QLatin1Char('='));
        if (equals <= 0) {
            return complain(QStringLiteral("%1: a value is written field=value").arg(word));
        }
        use.fields.emplace_back(word.left(equals), word.mid(equals + 1));
    }
    if (use.fields.empty()) {
        use.fields = one->examples;
    }
    const auto text = whatsapp::preview(*one, use);
    if (!text) {
        return complain(text.error());
    }
    print(domain::withoutIsolates(*text));
    for (const domain::Option& button : one->buttons) {
        print(QStringLiteral("[%1]").arg(button.label));
    }
    return exitOk;
}

} // namespace

int templatesCommand(const QStringList& arguments)
{
    return withWords(arguments, usage, [](const config::Config& config, const QStringList& words) {
        const auto templates = whatsapp::loadTemplates(QStringLiteral(":/delpek/templates"));
        if (!templates) {
            return complain(templates.error());
        }
        if (words == QStringList{QStringLiteral("list")} || words == QStringList{QStringLiteral("sync")}) {
            return listTemplates(config, *templates, words.constFirst() == QLatin1String("sync"));
        }
        return words.constFirst() == QLatin1String("preview") && words.size() >= 3 ? previewTemplate(*templates, words)
                                                                                   : complain(usage);
    });
}

} // namespace delpek::app
