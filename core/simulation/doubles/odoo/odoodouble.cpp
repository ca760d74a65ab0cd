// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/odoo/odoodouble.h"

#include "http/signature.h"
#include "simulation/doubles/answers.h"
#include "simulation/doubles/odoo/seed.h"
#include "simulation/doubles/odoo/services.h"

#include <deque>
#include <mutex>

namespace delpek::simulation
{

using base::Json;
using namespace odoo;

class OdooDouble::Private
{
public:
    Private(const Setup& setup_, base::Clock& clock_)
        : setup(setup_)
        , clock(clock_)
    {
        const Profile profile{setup.version, setup.hasPhoneSearch, setup.withoutModules, setup.allowsLoad};
        for (const QString& name : QStringList{setup.database} + setup.otherDatabases) {
            auto db = std::make_unique<Database>(name, profile);
            db->accounts[administrator] = {QStringLiteral("admin"), QStringLiteral("admin"), {}, {}, true, true};
            inside(*db, [](Records& records) { seed(records); });
            databases[name] = std::move(db);
        }
        main = databases[setup.database].get();
    }

    /// Done as the administrator, at the clock's time, and kept.
    template <typename Work>
    static void inside(Database& db, base::Instant now, Work work)
    {
        Env env{db, administrator, Json::object(), now, true};
        Records records(env);
        work(records);
        db.commit();
    }
    template <typename Work>
    void inside(Database& db, Work work)
    {
        inside(db, clock.now(), work);
    }

    Result<std::unique_ptr<http::Server>> listen(quint16 port)
    {
        http::ServerOptions options;
        options.clock = &clock;
        options.port = port;
        // Silence is broken by the caller's patience, not by the listener's.
        options.answer = std::chrono::minutes(10);
        options.maxBody = 64LL * 1024 * 1024;
        return http::Server::start(options, routes());
    }

    const Setup setup;
    base::Clock& clock;
    Databases databases;
    Database* main = nullptr;
    mutable std::mutex mutex;
    std::vector<OdooRequest> requests;
    std::deque<OdooFault> faults;
    std::function<void(const OdooRequest&)> hook;
    std::vector<http::Respond> unanswered;
    std::vector<base::Clock::TimerId> timers;
    std::unique_ptr<http::Server> server;
    quint16 port = 0;
    int keysMade = 0;
    int late = 0; ///< calls that wait for their LateCommit

    std::vector<http::Server::Route> routes()
    {
        std::vector<http::Server::Route> all;
        const auto add = [&](const char* verb, const QByteArray& path, auto handler) {
            all.push_back(
                {verb, path, [this, handler](const http::ServerRequest& request, const http::Respond& respond) {
                     handler(request, respond);
                 }});
        };
        if (setup.hasJsonRpc) {
            add("POST", "/jsonrpc", [this](const auto& request, const auto& respond) {
                const auto incoming = readJsonRpc(request);
                incoming ? serve(request, *incoming, respond) : respond(page(400));
            });
        }
        for (const QByteArray service : {"common", "object", "db"}) {
            if (setup.hasXmlRpc) {
                add("POST", "/xmlrpc/2/" + service, [this](const auto& request, const auto& respond) {
                    try {
                        serve(request, readXmlRpc(request), respond);
                    } catch (const Refused& refused) {
                        respond(answer({OdooWire::XmlRpc}, tl::unexpected(refused)));
                    }
                });
            }
        }
        if (setup.version >= 19) {
            add("GET", "/web/version", [this](const auto&, const auto& respond) {
                respond(jsonAnswer(200, base::toBytes(versionInfo(setup.version))));
            });
            add("POST", "/json/2/*",
                [this](const auto& request, const auto& respond) { serveJson2(request, respond); });
        }
        add("GET", "/web/login", [](const auto&, const auto& respond) { respond(page(200)); });
        add("POST", "/*", [](const auto&, const auto& respond) { respond(page(404)); });
        add("GET", "/*", [](const auto&, const auto& respond) { respond(page(404)); });
        return all;
    }

private:
    void serveJson2(const http::ServerRequest& request, const http::Respond& respond)
    {
        const QStringList parts = QString::fromUtf8(request.path).split(QLatin1Char('/'));
        const auto body = base::parseJson(request.body);
        if (parts.size() != 5) {
            return respond(page(404));
        }
        if (!http::header(request.headers, "Content-Type").startsWith("application/json") || !body ||
            !body->is_object()) {
            return respond(page(400));
        }
        serve(request, {OdooWire::Json2, parts[3], parts[4], *body, {}}, respond);
    }

    /// A call that was let in, and what is to go wrong with it.
    struct Job {
        Incoming incoming;
        Admitted admitted;
        OdooRequest request;
        OdooFault fault;
        std::optional<qint64> handedOut = std::nullopt;
    };

    void serve(const http::ServerRequest& request, const Incoming& incoming, const http::Respond& respond)
    {
        std::unique_lock lock(mutex);
        try {
            if (incoming.wire != OdooWire::Json2 && incoming.service != QLatin1String("object")) {
                return respond(answer(incoming, openService(databases, setup, incoming)));
            }
            const Admitted admitted = incoming.wire == OdooWire::Json2 ? admitJson2(databases, request, incoming)
                                                                       : admit(databases, incoming);
            Job job{incoming, admitted, record(admitted, incoming.wire), takeFault(admitted.invocation)};
            if (job.fault.kind != OdooFault::Kind::LateCommit) {
                lock.unlock();
                return finish(job, respond);
            }
            if (admitted.invocation.method == QLatin1String("create") ||
                admitted.invocation.method == QLatin1String("load")) {
                job.handedOut = admitted.db->nextId(admitted.db->model(admitted.invocation.model).table);
            }
            ++late;
            timers.push_back(clock.after(job.fault.delay, [this, job, respond] { finish(job, respond); }));
        } catch (const Refused& refused) {
            respond(answer(incoming, tl::unexpected(refused)));
        }
    }

    void finish(const Job& job, const http::Respond& respond)
    {
        std::unique_lock lock(mutex);
        Outcome outcome = std::nullopt;
        try {
            outcome = run(job);
        } catch (const Refused& refused) {
            outcome = tl::unexpected(refused);
        }
        late -= job.fault.kind == OdooFault::Kind::LateCommit ? 1 : 0;
        const auto told = hook;
        lock.unlock();
        const bool wasDone = job.fault.kind != OdooFault::Kind::DropBefore && job.fault.kind != OdooFault::Kind::Page;
        if (outcome && wasDone && told) {
            told(job.request);
        }
        lock.lock();
        respondWith(job.fault, answer(job.incoming, outcome), respond);
    }

    OdooRequest record(const Admitted& admitted, OdooWire wire)
    {
        const Invocation& call = admitted.invocation;
        requests.push_back({wire, admitted.user, call.model, call.method, call.args, call.kwargs});
        return requests.back();
    }

    /// The first one waiting that fits; a slow answer without delay is the usual one.
    OdooFault takeFault(const Invocation& call)
    {
        for (auto fault = faults.begin(); fault != faults.end(); ++fault) {
            if ((fault->model.isEmpty() || fault->model == call.model) &&
                (fault->method.isEmpty() || fault->method == call.method)) {
                const OdooFault taken = *fault;
                faults.erase(fault);
                return taken;
            }
        }
        return {OdooFault::Kind::Slow};
    }

    Outcome run(const Job& job)
    {
        using Kind = OdooFault::Kind;
        const OdooFault& fault = job.fault;
        const Admitted& admitted = job.admitted;
        if (fault.kind == Kind::NoDatabase && job.incoming.wire == OdooWire::Json2) {
            noDatabaseSelected();
        }
        if (fault.kind == Kind::NoDatabase) {
            databaseError("OperationalError", QStringLiteral("connection to server on socket failed: Connection "
                                                             "refused. Is the server running locally?"));
        }
        if (fault.kind == Kind::DropBefore || fault.kind == Kind::Page) {
            return std::nullopt;
        }
        Env env{*admitted.db, admitted.user, Json::object(), clock.now(), false, job.handedOut};
        try {
            auto result = invoke(env, admitted.invocation);
            if (fault.kind == Kind::Serialisation) {
                databaseError("errors.SerializationFailure",
                              QStringLiteral("could not serialize access due to concurrent update"));
            }
            admitted.db->commit();
            return result;
        } catch (const Refused&) {
            admitted.db->rollback();
            throw;
        }
    }

    /// Under the lock.
    void respondWith(const OdooFault& fault, http::ServerResponse usual, const http::Respond& respond)
    {
        using Kind = OdooFault::Kind;
        switch (fault.kind) {
        case Kind::DropBefore:
        case Kind::DropAfter:
            unanswered.push_back(respond);
            return;
        case Kind::CutAfter:
            usual.body.truncate(usual.body.size() / 2);
            break;
        case Kind::Page:
        case Kind::PageAfter:
            usual = page(fault.status);
            break;
        case Kind::Slow:
            if (fault.delay.count() > 0) {
                clock.after(fault.delay, [respond, usual] { respond(usual); });
                return;
            }
            break;
        case Kind::LateCommit:
        case Kind::Serialisation:
        case Kind::NoDatabase:
            break;
        }
        respond(usual);
    }
};

OdooDouble::OdooDouble(std::unique_ptr<Private> d_)
    : d(std::move(d_))
{
}

OdooDouble::~OdooDouble()
{
    d->server.reset();
    for (const auto timer : d->timers) {
        d->clock.cancel(timer);
    }
    d->clock.finishRunning();
}

Result<std::unique_ptr<OdooDouble>> OdooDouble::start(const Setup& setup, base::Clock& clock)
{
    auto made = inProcess(setup, clock);
    auto server = made->d->listen(0);
    if (!server) {
        return fail(server.error());
    }
    made->d->server = std::move(*server);
    made->d->port = made->d->server->port();
    return made;
}

std::unique_ptr<OdooDouble> OdooDouble::inProcess(const Setup& setup, base::Clock& clock)
{
    return std::unique_ptr<OdooDouble>(new OdooDouble(std::make_unique<Private>(setup, clock)));
}

std::vector<http::Server::Route> OdooDouble::routes()
{
    return d->routes();
}

QUrl OdooDouble::url() const
{
    return d->port != 0 ? QUrl(QStringLiteral("http://127.0.0.1:%1").arg(d->port))
                        : QUrl(QStringLiteral("http://odoo.example"));
}

const OdooDouble::Setup& OdooDouble::setup() const
{
    return d->setup;
}

qint64 OdooDouble::addUser(const QString& login, const QString& password, const QStringList& groups)
{
    const std::lock_guard lock(d->mutex);
    qint64 user = 0;
    d->inside(*d->main,
              [&](Records& records) { user = makeUser(records, login, login, QStringLiteral("Asia/Jerusalem")); });
    d->main->accounts[user] = {login, password, {}, groups};
    return user;
}

QString OdooDouble::addKey(qint64 user)
{
    const std::lock_guard lock(d->mutex);
    const QString key =
        QString::fromLatin1(http::hmacSha256Hex("key of the double", QByteArray::number(++d->keysMade)).left(40));
    d->main->accounts[user].keys.append(key);
    return key;
}

void OdooDouble::removeKeys(qint64 user)
{
    const std::lock_guard lock(d->mutex);
    d->main->accounts[user].keys.clear();
}

void OdooDouble::archiveUser(qint64 user)
{
    const std::lock_guard lock(d->mutex);
    d->main->accounts[user].isActive = false;
}

void OdooDouble::removeUser(qint64 user)
{
    const std::lock_guard lock(d->mutex);
    d->main->accounts.erase(user);
}

qint64 OdooDouble::create(const QString& model, const Json& values)
{
    const std::lock_guard lock(d->mutex);
    qint64 id = 0;
    d->inside(*d->main, [&](Records& records) { id = records.create(model, values); });
    return id;
}

void OdooDouble::write(const QString& model, qint64 id, const Json& values)
{
    const std::lock_guard lock(d->mutex);
    d->inside(*d->main, [&](Records& records) { records.write(model, {id}, values); });
}

void OdooDouble::erase(const QString& model, qint64 id)
{
    const std::lock_guard lock(d->mutex);
    d->inside(*d->main, [&](Records& records) { records.unlink(model, {id}); });
}

int OdooDouble::underWay() const
{
    const std::lock_guard lock(d->mutex);
    return d->late;
}

Json OdooDouble::record(const QString& model, qint64 id) const
{
    const std::lock_guard lock(d->mutex);
    Json rows;
    d->inside(*d->main, [&](Records& records) { rows = records.read(model, {id}, {}); });
    return rows.empty() ? Json() : rows.front();
}

std::vector<qint64> OdooDouble::search(const QString& model, const Json& domain) const
{
    const std::lock_guard lock(d->mutex);
    std::vector<qint64> ids;
    d->inside(*d->main, [&](Records& records) { ids = records.search(model, domain); });
    return ids;
}

void OdooDouble::addModel(const Model& added)
{
    const std::lock_guard lock(d->mutex);
    odoo::Model model;
    model.name = added.name;
    model.table = added.name;
    model.order = added.order;
    model.sets = added.sets;
    model.group = added.group;
    model.isAddOn = true;
    model.hasChatter = true;
    for (const auto& [name, field] : added.fields.items()) {
        const QString key = QString::fromStdString(name);
        model.fields.insert({key, fieldFrom(key, field)});
    }
    addCommonFields(model);
    d->main->models().insert_or_assign(model.name, model);
}

void OdooDouble::addField(const QString& model, const QString& name, const Json& field)
{
    const std::lock_guard lock(d->mutex);
    d->main->models().at(model).fields.insert_or_assign(name, fieldFrom(name, field));
}

void OdooDouble::loadClinic(const Json& clinic)
{
    const std::lock_guard lock(d->mutex);
    d->inside(*d->main, [&](Records& records) { odoo::loadClinic(records, clinic); });
}

qint64 OdooDouble::idOf(const QString& model, const QString& clinicId) const
{
    const std::lock_guard lock(d->mutex);
    const auto& all = d->main->clinicIds[model];
    const auto found = all.find(clinicId);
    return found == all.end() ? 0 : found->second;
}

std::vector<OdooRequest> OdooDouble::requests() const
{
    const std::lock_guard lock(d->mutex);
    return d->requests;
}

void OdooDouble::forgetRequests()
{
    const std::lock_guard lock(d->mutex);
    d->requests.clear();
}

std::vector<OdooMail> OdooDouble::mails() const
{
    const std::lock_guard lock(d->mutex);
    return d->main->mails;
}

QStringList OdooDouble::misdeeds() const
{
    const std::lock_guard lock(d->mutex);
    return d->main->misdeeds;
}

void OdooDouble::failNext(int count, const OdooFault& fault)
{
    const std::lock_guard lock(d->mutex);
    d->faults.insert(d->faults.end(), static_cast<std::size_t>(count), fault);
}

void OdooDouble::afterCommit(std::function<void(const OdooRequest&)> hook)
{
    const std::lock_guard lock(d->mutex);
    d->hook = std::move(hook);
}

Result<Done> OdooDouble::setRunning(bool running)
{
    if (!running) {
        d->server.reset();
    } else if (!d->server) {
        auto server = d->listen(d->port);
        if (!server) {
            return fail(server.error());
        }
        d->server = std::move(*server);
    }
    return Done{};
}

} // namespace delpek::simulation
