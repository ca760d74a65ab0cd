// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/routedclient.h"

#include "base/correlation.h"
#include "base/workers.h"
#include "http/routing.h"

#include <map>
#include <mutex>

namespace delpek::http
{

class RoutedClient::Private : public std::enable_shared_from_this<Private>
{
public:
    Private(std::vector<Server::Route> routes, base::Clock& clock)
        : m_routing(std::move(routes))
        , m_clock(clock)
        , m_workers(std::make_unique<base::Workers>(1))
    {
    }

    Future<Response> send(const Request& request)
    {
        const std::lock_guard lock(m_mutex);
        if (!m_workers) {
            return base::ready<Response>(fail(ErrorCode::Cancelled, QStringLiteral("the client has ended")));
        }
        const quint64 number = ++m_last;
        auto& exchange = m_open[number];
        exchange.most = request.maxResponse;
        exchange.timer = m_clock.after(request.timeout, [weak = weak_from_this(), number] {
            if (const auto self = weak.lock()) {
                self->post(number, late());
            }
        });
        m_workers->post([this, number, request] { handle(number, request); });
        return exchange.promise.future();
    }

    void giveUp()
    {
        const std::lock_guard lock(m_mutex);
        if (m_workers) {
            for (const auto& [number, exchange] : m_open) {
                m_workers->post([this, number = number] { finish(number, late()); });
            }
        }
    }

    /// What is answered from now on is dropped.
    void end()
    {
        giveUp();
        std::unique_ptr<base::Workers> workers;
        {
            const std::lock_guard lock(m_mutex);
            workers.swap(m_workers);
        }
        workers.reset();
    }

private:
    struct Exchange {
        Promise<Response> promise;
        base::Clock::TimerId timer = 0;
        qint64 most = 0;
    };

    static Result<Response> late() { return fail(ErrorCode::Timeout, QStringLiteral("no answer came in time")); }

    void handle(quint64 number, const Request& request)
    {
        const auto target = parseTarget(request.url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority));
        const auto found = target ? m_routing.find(request.method, target->path) : Routing::Found{};
        if (found.handler == nullptr) {
            finish(number, found.allow.isEmpty() ? Response{404, {}, {}} : Response{405, {{"Allow", found.allow}}, {}});
            return;
        }
        const ServerRequest handed{request.method,        target->path, target->query,
                                   request.headers,       request.body, QStringLiteral("127.0.0.1"),
                                   base::newCorrelation()};
        (*found.handler)(handed, [weak = weak_from_this(), number](const ServerResponse& answer) {
            Response response{answer.status, answer.headers, answer.body};
            response.headers.emplaceBack("Content-Type", answer.contentType);
            if (const auto self = weak.lock()) {
                self->post(number, std::move(response));
            }
        });
    }

    /// Handlers may answer with a lock held: what waits for the answer runs later.
    void post(quint64 number, Result<Response> answer)
    {
        const std::lock_guard lock(m_mutex);
        if (m_workers) {
            m_workers->post([this, number, answer = std::move(answer)] { finish(number, answer); });
        }
    }

    void finish(quint64 number, const Result<Response>& answer)
    {
        Exchange exchange;
        {
            const std::lock_guard lock(m_mutex);
            const auto found = m_open.find(number);
            if (found == m_open.end()) {
                return;
            }
            exchange = std::move(found->second);
            m_open.erase(found);
        }
        m_clock.cancel(exchange.timer);
        const bool tooLong = answer && answer->body.size() > exchange.most;
        exchange.promise.finish(tooLong ? fail(ErrorCode::InvalidInput, QStringLiteral("the answer is too long"))
                                        : answer);
    }

    const Routing m_routing;
    base::Clock& m_clock;
    std::mutex m_mutex;
    std::unique_ptr<base::Workers> m_workers; ///< null: ended
    std::map<quint64, Exchange> m_open;
    quint64 m_last = 0;
};

RoutedClient::RoutedClient(std::vector<Server::Route> routes, base::Clock& clock)
    : d(std::make_shared<Private>(std::move(routes), clock))
{
}

RoutedClient::~RoutedClient()
{
    d->end();
}

Future<Response> RoutedClient::send(const Request& request)
{
    return d->send(request);
}

void RoutedClient::giveUp()
{
    d->giveUp();
}

} // namespace delpek::http
