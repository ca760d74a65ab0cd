// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/telegramcommands.h"

#include "base/logging.h"
#include "channels/telegram/commands.h"
#include "store/decisions.h"

#include <QCryptographicHash>
#include <QFile>

namespace delpek::app
{

namespace
{

/// Too small a matter to keep the clinic waiting.
void complainOf(const Error& error)
{
    qCWarning(lcChannels).noquote() << "the Telegram bot's menu is not set:" << base::describe(error);
}

} // namespace

void offerCommands(store::Store& store, const channels::telegram::Line& line, const QString& bot)
{
    QFile file(QStringLiteral(":/delpek/channels/telegram-commands.json"));
    const QByteArray commands = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    const auto bodies = channels::telegram::commandBodies(commands);
    if (!bodies) {
        return complainOf(bodies.error());
    }
    const QString key = QStringLiteral("telegram.commands.") + bot;
    const QString mark =
        QString::fromLatin1(QCryptographicHash::hash(commands, QCryptographicHash::Sha256).toHex().left(16));
    store.read([key](store::Session& session) { return store::Settings(session).value(key); })
        .then([&store, line, bodies = *bodies, key, mark](const Result<QString>& registered) {
            if (registered && *registered == mark) {
                return base::ready<Done>(Done{});
            }
            return channels::telegram::registerCommands(line, bodies)
                .then([&store, key, mark](const Result<Done>& done) {
                    return done ? store.write([key, mark](store::Session& session) {
                        return store::Settings(session).setValue(key, mark);
                    })
                                : base::ready<Done>(fail(done.error()));
                });
        })
        .then([](const Result<Done>& done) {
            if (!done) {
                complainOf(done.error());
            }
        });
}

} // namespace delpek::app
