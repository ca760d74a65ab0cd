// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "app/commands/settings.h"
#include "app/llmparts.h"
#include "app/secretreading.h"
#include "http/networkclient.h"

namespace delpek::app
{

namespace
{

const auto usage =
    QStringLiteral("Usage: delpekd model list   [--config FILE] [--set key=value …]\n"
                   "The language models that llm.provider has for the secret llm.api-key, one a line, as llm.model\n"
                   "takes them.\n"
                   "Exit code: 0 done, 1 the provider gave no list, 2 a wrong command line or settings.");

int list(const config::Config& config)
{
    const auto secrets = openSecrets(config);
    if (!secrets) {
        return complain(secrets.error());
    }
    http::NetworkClient client;
    base::SystemClock clock;
    const auto model = openModelClient(config, optionalSecret(**secrets, QStringLiteral("llm.api-key")), client, clock);
    if (!model) {
        return complain(model.error());
    }
    const auto models = (*model)->models({});
    if (!models) {
        return complain(models.error(), exitFailed);
    }
    for (const auto& one : *models) {
        print(one.name.isEmpty() || one.name == one.id ? one.id : one.id + QLatin1Char('\t') + one.name);
    }
    return exitOk;
}

} // namespace

int modelCommand(const QStringList& arguments)
{
    return withWords(arguments, usage, [](const config::Config& config, const QStringList& words) {
        return words == QStringList{QStringLiteral("list")} ? list(config) : complain(usage);
    });
}

} // namespace delpek::app
