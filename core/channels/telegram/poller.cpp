// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/telegram/poller.h"

#include "base/await.h"
#include "base/logging.h"
#include "channels/failures.h"
#include "channels/telegram/errors.h"
#include "channels/telegram/parser.h"
#include "channels/telegram/requests.h"

#include <thread>

namespace delpek::channels
{

class TelegramPoller::Private
{
public:
    Private(Setup setup, http::Client& client, base::Clock& clock)
        : m_setup(std::move(setup))
        , m_client(client)
        , m_clock(clock)
        , m_thread([this](const base::Cancel& stop) { run(stop); })
    {
    }

private:
    void run(const base::Cancel& stop)
    {
        telegram::PollState state(m_setup.loadOffset());
        while (!stop.stop_requested()) {
            const auto round = pollOnce(state, stop);
            if (stop.stop_requested()) {
                return;
            }
            if (round) {
                state.succeeded();
                tell(std::nullopt);
                continue;
            }
            const auto wait = state.failed(round.error());
            // A poll that is cut passes by itself; only when it goes on is it worth a word.
            const bool mayPass = round.error().key == QLatin1String("channel.telegramUnreachable");
            if (!mayPass || state.failures() >= telegram::PollState::lasting) {
                tell(round.error());
            }
            pause(wait, stop);
        }
    }

    Result<Done> pollOnce(telegram::PollState& state, const base::Cancel& stop)
    {
        const QString token = m_setup.token();
        if (token.isEmpty()) {
            return fail(ErrorCode::Unauthorised, QStringLiteral("no bot token is set: enter the one BotFather shows"),
                        QStringLiteral("channel.telegramKey"));
        }
        const auto answer =
            base::await(m_client.send(telegram::request(m_setup.apiBase, token,
                                                        {QStringLiteral("getUpdates"),
                                                         telegram::updatesBody(state.offset(), telegram::pollSeconds)},
                                                        std::chrono::seconds(telegram::pollSeconds + 15))),
                        stop);
        if (!answer) {
            return fail(telegram::receivingFault(answer.error()));
        }
        if (answer->status < 200 || answer->status > 299) {
            return fail(telegram::receivingFault(telegram::classify(*answer)));
        }
        const auto updates = telegram::updatesOf(answer->body);
        if (!updates) {
            return fail(telegram::receivingFault(updates.error()));
        }
        const auto before = state.offset();
        const auto stored = storeAll(*updates, state, token, stop);
        if (state.offset() != before) {
            m_setup.saveOffset(*state.offset());
        }
        return stored;
    }

    /// One after the other: the order of a chat's messages is the order in the inbox.
    Result<Done> storeAll(const std::vector<telegram::RawUpdate>& updates, telegram::PollState& state,
                          const QString& token, const base::Cancel& stop)
    {
        for (const telegram::RawUpdate& update : updates) {
            const auto stored = base::await(m_setup.store(update.bytes), stop);
            if (!stored) {
                return fail(stored.error());
            }
            state.stored(update.id);
            if (const auto callback = telegram::callbackId(update.bytes)) {
                answerCallback(*callback, token);
            }
        }
        return Done{};
    }

    /// Not waited for: an answer that comes too late is refused, and the patient sees only a spinning button.
    void answerCallback(const QString& callback, const QString& token)
    {
        m_client
            .send(telegram::request(m_setup.apiBase, token,
                                    {QStringLiteral("answerCallbackQuery"), telegram::answerCallbackBody(callback)},
                                    std::chrono::seconds(10)))
            .then([](const Result<http::Response>& answer) {
                if (!answer) {
                    qCWarning(lcChannels) << "a pressed button was not answered:" << base::describe(answer.error());
                } else if (answer->status != 200) {
                    qCInfo(lcChannels) << "a pressed button was not answered:"
                                       << base::describe(telegram::classify(*answer));
                }
            });
    }

    void pause(base::Duration wait, const base::Cancel& stop)
    {
        const auto promise = std::make_shared<Promise<Done>>();
        const auto timer = m_clock.after(wait, [promise] { promise->finish(Done{}); });
        if (!base::await(promise->future(), stop)) {
            m_clock.cancel(timer);
        }
    }

    void tell(const std::optional<Error>& problem)
    {
        if (problem == m_told) {
            return;
        }
        m_told = problem;
        if (problem) {
            qCWarning(lcChannels) << "Telegram does not deliver:" << base::describe(*problem);
        }
        m_setup.report(problem);
    }

    Setup m_setup;
    http::Client& m_client;
    base::Clock& m_clock;
    std::optional<Error> m_told;
    std::jthread m_thread; // last: it uses what stands above
};

TelegramPoller::TelegramPoller(Setup setup, http::Client& client, base::Clock& clock)
    : d(std::make_unique<Private>(std::move(setup), client, clock))
{
}

TelegramPoller::~TelegramPoller() = default;

} // namespace delpek::channels
