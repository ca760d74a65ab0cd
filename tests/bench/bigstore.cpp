// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bigstore.h"

#include "base/await.h"
#include "bench/figures.h"
#include "store/conversations.h"
#include "store/messages.h"
#include "store/store.h"

#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <unistd.h>

#include <random>

namespace delpek::bench
{

namespace
{

constexpr qint64 conversations = 20'000;
constexpr qint64 batch = 5'000;
const auto account = QStringLiteral("106540352242922");

const std::array<QString, 6> words{
    QStringLiteral("שלום, אפשר לקבוע תור לניקוי שיניים ביום שלישי בבוקר?"),
    QStringLiteral("כמה עולה סתימה אצלכם?"),
    QStringLiteral("Hello, I would like to move my visit to next week, in the afternoon if there is a time."),
    QStringLiteral("תודה רבה!"),
    QStringLiteral("Your visit with Dr. Levi is on Tuesday 3 March at 09:30. Please come ten minutes earlier and bring "
                   "the referral and the pictures of last year if you have them."),
    QStringLiteral("כואב לי מאוד בשן האחורית מאז אתמול בלילה, ואני לא מצליח לאכול בצד הזה. מה אפשר לעשות עד התור?"),
};

const std::array<const char*, 5> names{"נועה כהן", "Yossi Levi", "דוד מזרחי", "Maria Petrova", "אחמד חורי"};

domain::Sender sender(qint64 number)
{
    domain::Sender sender;
    const auto digits = QString::number(972'500'000'000 + number);
    sender.address = {domain::ChannelKind::WhatsApp, account, digits};
    sender.displayName =
        QStringLiteral("%1 %2").arg(QString::fromUtf8(names[size_t(number) % names.size()])).arg(number);
    sender.phone = orEnd(domain::Phone::fromWaId(digits));
    return sender;
}

domain::Message message(qint64 number, domain::ConversationId conversation, base::Instant at)
{
    domain::Message message;
    message.conversation = conversation;
    message.author = number % 2 == 0 ? domain::AuthorKind::Patient : domain::AuthorKind::Agent;
    message.text = words[size_t(number) % words.size()];
    message.providerId =
        QStringLiteral("wamid.HBgMOTcyNTAxMjM0NTY3FQIAEhgUM0E%1").arg(number, 12, 10, QLatin1Char('0'));
    message.sentAt = message.createdAt = at;
    message.delivery = message.isIncoming() ? domain::DeliveryState::None : domain::DeliveryState::Read;
    message.correlation = QString::number(number, 36);
    return message;
}

Result<Done> fill(store::Session& session, const BigStore& store, qint64 from, base::Instant now)
{
    store::Messages messages(session);
    store::Conversations table(session);
    std::mt19937_64 random(static_cast<std::uint64_t>(from));
    for (qint64 number = from; number < std::min(from + batch, store.messages); ++number) {
        // The long conversation has its share in every batch, ids of both kinds begin at 1.
        const bool isLong = number % (store.messages / store.longestMessages) == 0;
        const domain::ConversationId conversation{isLong ? 1 : qint64(2 + random() % (conversations - 1))};
        auto one = message(number, conversation, now - std::chrono::minutes(store.messages - number));
        const auto added = messages.add(one);
        if (!added) {
            return fail(added.error());
        }
        one.id = **added;
        if (const auto noted = table.noteMessage(one); !noted) {
            return noted;
        }
    }
    return session.execute(QStringLiteral("UPDATE message SET waiting = 0 WHERE waiting = 1")).map([](int) {
        return Done{};
    });
}

void write(const BigStore& store)
{
    const auto opened = orEnd(store::Store::open({store.location()}));
    const base::SystemClock clock;
    const auto now = clock.now();
    for (qint64 from = 0; from < conversations; from += batch) {
        orEnd(base::await(opened->write([=](store::Session& session) -> Result<Done> {
            for (qint64 number = from; number < from + batch; ++number) {
                if (const auto made = store::Conversations(session).findOrCreate(sender(number), now); !made) {
                    return fail(made.error());
                }
            }
            return Done{};
        })));
    }
    for (qint64 from = 0; from < store.messages; from += batch) {
        orEnd(base::await(opened->write([=](store::Session& session) { return fill(session, store, from, now); })));
    }
}

} // namespace

void BigStore::makeCold() const
{
    for (const QString& name : {path, path + QStringLiteral("-wal")}) {
        const int file = ::open(QFile::encodeName(name).constData(), O_RDONLY | O_CLOEXEC);
        if (file >= 0) {
            ::fdatasync(file);
            ::posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
            ::close(file);
        }
    }
}

BigStore bigStore(const QString& folder, qint64 messages, double* took)
{
    QDir().mkpath(folder);
    BigStore store;
    store.path = QDir(folder).absoluteFilePath(QStringLiteral("messages-%1.db").arg(messages));
    store.messages = messages;
    store.longest = {1};
    store.longestMessages = std::min<qint64>(messages / 10, 100'000);
    if (!QFile::exists(store.path)) {
        BigStore unfinished = store;
        unfinished.path += QStringLiteral(".unfinished");
        QFile::remove(unfinished.path);
        const double seconds = millisecondsOf([&] { write(unfinished); }) / 1000;
        if (took) {
            *took = seconds;
        }
        QFile::remove(unfinished.path + QStringLiteral(".lock"));
        if (!QFile::rename(unfinished.path, store.path)) {
            qFatal("%s cannot be renamed", qPrintable(unfinished.path));
        }
    }
    return store;
}

} // namespace delpek::bench
