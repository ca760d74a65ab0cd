// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/gateway.h"

#include "base/workers.h"
#include "clinic/odoo/line.h"
#include "http/policy.h"

#include <deque>
#include <mutex>
#include <set>

namespace delpek::clinic::odoo
{

using base::Json;
using base::utf8;

namespace
{

const http::RetryPolicy retries{3, std::chrono::milliseconds(500), std::chrono::seconds(8)};

/// Who we are, and the line that says so.
struct Standing {
    Session session;
    Line line;
};

struct Job {
    Call call;
    Promise<Json> promise;
    int attempt = 0;
    std::shared_ptr<const Standing> standing = {}; ///< under which it was last begun
};

/// A read may be asked again, once when it took all its time; a change only after the server rolled it back.
bool mayRepeat(const Job& job, const Error& error)
{
    if (isLostRace(error)) {
        return true;
    }
    return !job.call.changes && base::isTransient(error.code) && (error.code != ErrorCode::Timeout || job.attempt < 2);
}

Error cancelled()
{
    return {ErrorCode::Cancelled, {}, QStringLiteral("the way to Odoo was closed")};
}

} // namespace

class Gateway::Private : public std::enable_shared_from_this<Gateway::Private>
{
public:
    Private(const Connection& connection, http::Client& client, base::Clock& clock, qint64 company)
        : m_connection(connection)
        , m_company(company)
        , m_client(client)
        , m_clock(clock)
        , m_random(std::random_device{}())
    {
    }

    Future<Json> add(const Call& call)
    {
        auto job = std::make_shared<Job>();
        job->call = call;
        auto future = job->promise.future();
        {
            const std::lock_guard lock(m_mutex);
            if (m_closed) {
                return base::ready<Json>(fail(cancelled()));
            }
            m_waiting.push_back(std::move(job));
            proceed();
        }
        return future;
    }

    Future<Session> session()
    {
        const std::lock_guard lock(m_mutex);
        if (m_closed) {
            return base::ready<Session>(fail(cancelled()));
        }
        if (m_standing) {
            return base::ready<Session>(m_standing->session);
        }
        m_askers.emplace_back();
        auto future = m_askers.back().future();
        proceed();
        return future;
    }

    /// After it nothing is started and nothing runs.
    void close()
    {
        std::deque<std::shared_ptr<Job>> waiting;
        std::set<base::Clock::TimerId> timers;
        {
            const std::lock_guard lock(m_mutex);
            m_closed = true;
            waiting.swap(m_waiting);
            timers.swap(m_timers);
        }
        m_stop.request_stop();
        for (const auto timer : timers) {
            m_clock.cancel(timer);
        }
        m_clock.finishRunning();
        m_workers.drain();
        for (const auto& job : waiting) {
            job->promise.finish(fail(cancelled()));
        }
    }

private:
    /// Starts what can be started. Under the lock.
    void proceed()
    {
        if (m_closed) {
            return;
        }
        if (!m_standing) {
            if (!m_isLoggingIn && !(m_waiting.empty() && m_askers.empty())) {
                m_isLoggingIn = true;
                m_workers.post([weak = weak_from_this()] {
                    if (const auto self = weak.lock()) {
                        self->logIn();
                    }
                });
            }
            return;
        }
        for (auto next = m_waiting.begin(); next != m_waiting.end() && m_running < m_connection.atOnce;) {
            if ((*next)->call.changes && m_isChanging) {
                ++next;
                continue;
            }
            const auto job = *next;
            next = m_waiting.erase(next);
            ++m_running;
            m_isChanging = m_isChanging || job->call.changes;
            job->standing = m_standing;
            // Written and read on the gateway's own threads: the network's does neither.
            post([job](Private& self) { self.send(job); });
        }
    }

    /// Under the lock.
    template <typename Work>
    void post(Work work)
    {
        if (!m_closed) {
            m_workers.post([weak = weak_from_this(), work = std::move(work)] {
                if (const auto self = weak.lock()) {
                    work(*self);
                }
            });
        }
    }

    void logIn()
    {
        auto session = login(m_connection, m_client, m_clock, m_stop.get_token());
        std::vector<Promise<Session>> askers;
        std::deque<std::shared_ptr<Job>> refused;
        {
            const std::lock_guard lock(m_mutex);
            m_isLoggingIn = false;
            askers.swap(m_askers);
            if (session) {
                m_connection.database = session->database;
                m_standing = std::make_shared<const Standing>(
                    Standing{*session, Line(m_connection, session->server.protocol, session->user, m_client)});
            } else {
                refused.swap(m_waiting);
            }
            proceed();
        }
        for (const auto& job : refused) {
            job->promise.finish(fail(session.error()));
        }
        for (auto& asker : askers) {
            asker.finish(session);
        }
    }

    void send(const std::shared_ptr<Job>& job)
    {
        ++job->attempt;
        job->standing->line.send(inContext(job->call, job->standing->session))
            .then([weak = weak_from_this(), job](const Result<http::Response>& came) {
                if (const auto self = weak.lock()) {
                    const std::lock_guard lock(self->m_mutex);
                    self->post([job, came](Private& own) { own.receive(job, came); });
                }
            });
    }

    void receive(const std::shared_ptr<Job>& job, const Result<http::Response>& came)
    {
        auto answer = job->standing->line.receive(came, job->call);
        {
            const std::lock_guard lock(m_mutex);
            --m_running;
            m_isChanging = m_isChanging && !job->call.changes;
            const auto delay = !answer && mayRepeat(*job, answer.error())
                                   ? retries.delayAfter(job->attempt, answer.error(), m_random)
                                   : std::nullopt;
            if (!answer && answer.error().code == ErrorCode::Unauthorised && m_standing == job->standing) {
                m_standing.reset();
            }
            if (delay && !m_closed) {
                repeatAfter(*delay, job);
                proceed();
                return;
            }
            proceed();
        }
        job->promise.finish(std::move(answer));
    }

    /// Under the lock.
    void repeatAfter(base::Duration delay, const std::shared_ptr<Job>& job)
    {
        const auto timer = std::make_shared<base::Clock::TimerId>();
        *timer = m_clock.after(delay, [weak = weak_from_this(), job, timer] {
            if (const auto self = weak.lock()) {
                const std::lock_guard lock(self->m_mutex);
                self->m_timers.erase(*timer);
                if (!self->m_closed) {
                    self->m_waiting.push_front(job);
                    self->proceed();
                }
            }
        });
        m_timers.insert(*timer);
    }

    /// The call with the user's language and company, where it names none itself.
    Call inContext(Call call, const Session& session) const
    {
        Json context = Json::object();
        if (!session.language.isEmpty()) {
            context["lang"] = utf8(session.language);
        }
        const qint64 company = m_company > 0 ? m_company : session.company;
        if (company > 0) {
            context["allowed_company_ids"] = Json::array({company});
        }
        if (const auto own = call.kwargs.find("context"); own != call.kwargs.end() && own->is_object()) {
            context.update(*own);
        }
        call.kwargs["context"] = std::move(context);
        return call;
    }

    Connection m_connection;
    const qint64 m_company;
    http::Client& m_client;
    base::Clock& m_clock;
    std::mutex m_mutex;
    std::mt19937_64 m_random;
    std::stop_source m_stop;
    std::shared_ptr<const Standing> m_standing;
    std::deque<std::shared_ptr<Job>> m_waiting;
    std::vector<Promise<Session>> m_askers;
    std::set<base::Clock::TimerId> m_timers;
    int m_running = 0;
    bool m_isChanging = false; ///< one change at a time: several at one record cost a server tens of seconds
    bool m_isLoggingIn = false;
    bool m_closed = false;
    base::Workers m_workers{3};
};

Gateway::Gateway(const Connection& connection, http::Client& client, base::Clock& clock, qint64 company)
    : d(std::make_shared<Private>(connection, client, clock, company))
{
}

Gateway::~Gateway()
{
    d->close();
}

Future<Json> Gateway::call(const Call& call)
{
    return d->add(call);
}

Future<Session> Gateway::session()
{
    return d->session();
}

} // namespace delpek::clinic::odoo
