// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "app/commands/settings.h"
#include "app/output.h"
#include "base/await.h"

#include <QFile>

#include <cstdio>

namespace delpek::app
{

namespace
{

const auto usage = QStringLiteral("Usage: delpekd secret set NAME | remove NAME | list   [--secrets.store …]\n"
                                  "set reads the value from standard input, so that it stands in no shell history.\n"
                                  "Names in use: whatsapp.access-token, whatsapp.app-secret, whatsapp.verify-token,\n"
                                  "waha.api-key, waha.webhook-secret,\n"
                                  "telegram.bot-token, telegram.webhook-secret, store.password,\n"
                                  "twilio.auth-token, sendgrid.api-key, smtp.password.");

QString readValue()
{
    QFile input;
    return input.open(stdin, QIODevice::ReadOnly) ? QString::fromUtf8(input.readAll()).trimmed() : QString();
}

int finish(const Result<Done>& done, const QString& message)
{
    if (!done) {
        return complain(done.error(), exitFailed);
    }
    print(message);
    return exitOk;
}

int onSecrets(const config::Config& config, const QStringList& words)
{
    const auto secrets = openSecrets(config);
    if (!secrets) {
        return complain(secrets.error(), exitFailed);
    }
    const QString place = (*secrets)->description();
    if (words == QStringList{QStringLiteral("list")}) {
        const auto names = base::await((*secrets)->list());
        if (!names) {
            return complain(names.error(), exitFailed);
        }
        for (const auto& name : *names) {
            print(name);
        }
        return exitOk;
    }
    if (words.size() == 2 && words[0] == QLatin1String("set")) {
        const QString value = readValue();
        if (value.isEmpty()) {
            return complain(QStringLiteral("no value came on standard input; nothing was stored"));
        }
        return finish(base::await((*secrets)->write(words[1], value)), QStringLiteral("stored in ") + place);
    }
    if (words.size() == 2 && words[0] == QLatin1String("remove")) {
        return finish(base::await((*secrets)->remove(words[1])), QStringLiteral("removed from ") + place);
    }
    return complain(usage);
}

} // namespace

int secretCommand(const QStringList& arguments)
{
    return withWords(arguments, usage, onSecrets);
}

} // namespace delpek::app
