// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/server.h"

#include "base/logging.h"
#include "http/admission.h"
#include "http/completions.h"
#include "http/streamconnection.h"

#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include <thread>
#include <unordered_map>

namespace delpek::http
{

namespace asio = boost::asio;
using asio::ip::tcp;
using Code = boost::system::error_code;
using Acceptor = asio::basic_socket_acceptor<tcp, asio::io_context::executor_type>;

namespace
{

/// So many connections over the limit are told why; the others are cut off.
constexpr int mostRefusals = 64;
constexpr auto drainTime = std::chrono::seconds(2);
/// After a failed accept (no file descriptor left, mostly): time for connections to end.
constexpr auto acceptPause = std::chrono::milliseconds(100);

/// How often deadlines are looked at: a tenth of the shortest.
std::chrono::milliseconds tickFor(const ServerOptions& options)
{
    const auto shortest = std::min(
        {options.firstByte, options.wholeRequest, options.idle, options.answer, options.heartbeat, options.slowReader});
    return std::clamp<std::chrono::milliseconds>(shortest / 10, std::chrono::milliseconds(5),
                                                 std::chrono::milliseconds(250));
}

QString textOf(const Code& code)
{
    return QString::fromStdString(code.message());
}

Result<std::unique_ptr<asio::ssl::context>> tlsContext(const ServerOptions& options)
{
    auto context = std::make_unique<asio::ssl::context>(asio::ssl::context::tls_server);
    SSL_CTX_set_min_proto_version(context->native_handle(), TLS1_2_VERSION);
    SSL_CTX_set_options(context->native_handle(), SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE);
    Code code;
    context->use_certificate_chain_file(options.certificateFile.toStdString(), code);
    if (code) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("the certificate file %1 cannot be used (%2); give a PEM "
                                                            "file with the whole chain, readable by this program")
                                                 .arg(options.certificateFile, textOf(code)));
    }
    context->use_private_key_file(options.keyFile.toStdString(), asio::ssl::context::pem, code);
    if (code || SSL_CTX_check_private_key(context->native_handle()) != 1) {
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("the key file %1 cannot be used (%2); give the PEM key that "
                                   "belongs to the certificate %3")
                        .arg(options.keyFile, code ? textOf(code) : QStringLiteral("another certificate's key"),
                             options.certificateFile));
    }
    return context;
}

ErrorCode codeOfBind(const Code& code)
{
    if (code == asio::error::address_in_use) {
        return ErrorCode::Conflict;
    }
    return code == asio::error::access_denied ? ErrorCode::Forbidden : ErrorCode::InvalidInput;
}

QString remedyOfBind(const Code& code)
{
    if (code == asio::error::address_in_use) {
        return QStringLiteral("another program listens there; end it or choose another port");
    }
    if (code == asio::error::access_denied) {
        return QStringLiteral("this needs a privilege; choose a port from 1024 up");
    }
    return QStringLiteral("choose an address of this machine");
}

} // namespace

class Server::Private
{
public:
    Private(const ServerOptions& options, std::vector<Route> routes)
        : shared{options, Routing(std::move(routes)), nullptr, {}}
        , admission(options.maxConnections, options.maxConnectionsPerAddress)
        , acceptor(context)
        , pause(context)
        , ticker(context)
        , tick(tickFor(options))
    {
        shared.completions = std::make_shared<Completions>([this] { asio::post(context, [this] { deliver(); }); });
        shared.ended = [this](Connection& connection) { forget(connection); };
    }

    Result<Done> open();
    void run()
    {
        thread = std::thread([this] { context.run(); });
    }
    void shutDown();

    struct Entry {
        std::shared_ptr<Connection> connection;
        bool isAdmitted = false;
    };

    Shared shared;
    Admission admission;
    std::unique_ptr<asio::ssl::context> tls;
    asio::io_context context{1};
    Acceptor acceptor;
    asio::steady_timer pause;
    asio::steady_timer ticker;
    std::chrono::milliseconds tick;
    bool isTicking = false;
    quint16 port = 0;
    std::unordered_map<Connection*, Entry> connections;
    int refusals = 0;
    std::thread thread;

private:
    void accept();
    void onAccepted(TcpSocket socket);
    void keepTicking();
    void deliver();
    void forget(Connection& connection);
    void drain();
};

Result<Done> Server::Private::open()
{
    const ServerOptions& options = shared.options;
    if (options.certificateFile.isEmpty() != options.keyFile.isEmpty()) {
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("encryption needs both a certificate file and a key file; one of them is missing"));
    }
    if (!options.certificateFile.isEmpty()) {
        auto made = tlsContext(options);
        if (!made) {
            return fail(made.error());
        }
        tls = std::move(*made);
    }
    Code code;
    const auto address = asio::ip::make_address(options.address.toStdString(), code);
    if (code) {
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("\"%1\" is no address to listen on; give an IP address such as 127.0.0.1 or 0.0.0.0")
                        .arg(options.address));
    }
    const tcp::endpoint endpoint(address, options.port);
    acceptor.open(endpoint.protocol(), code);
    if (!code) {
        acceptor.set_option(asio::socket_base::reuse_address(true), code);
        acceptor.bind(endpoint, code);
    }
    if (!code) {
        acceptor.listen(asio::socket_base::max_listen_connections, code);
    }
    if (code) {
        return fail(codeOfBind(code),
                    QStringLiteral("cannot listen on %1 port %2 (%3); %4")
                        .arg(options.address, QString::number(options.port), textOf(code), remedyOfBind(code)));
    }
    port = acceptor.local_endpoint().port();
    accept();
    return Done{};
}

void Server::Private::accept()
{
    acceptor.async_accept([this](Code code, TcpSocket socket) {
        if (shared.isDraining || code == asio::error::operation_aborted) {
            return;
        }
        if (!code) {
            onAccepted(std::move(socket));
            return accept();
        }
        qCWarning(lcHttp, "a connection could not be accepted: %s", code.message().c_str());
        pause.expires_after(acceptPause);
        pause.async_wait([this](Code cancelled) {
            if (!cancelled) {
                accept();
            }
        });
    });
}

void Server::Private::onAccepted(TcpSocket socket)
{
    Code code;
    const auto remote = socket.remote_endpoint(code);
    if (code) {
        return; // Gone before it began.
    }
    socket.set_option(tcp::no_delay(true), code);
    asio::ip::address address = remote.address();
    if (address.is_v6() && address.to_v6().is_v4_mapped()) {
        address = asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
    }
    const QString text = QString::fromStdString(address.to_string());
    const Admission::Verdict verdict = admission.enter(text);
    const bool isAdmitted = verdict == Admission::Verdict::Admitted;
    if (!isAdmitted && (tls || refusals >= mostRefusals)) {
        return;
    }
    std::shared_ptr<Connection> connection;
    if (tls) {
        connection = std::make_shared<StreamConnection<TlsStream>>(shared, text, std::move(socket), *tls);
    } else {
        connection = std::make_shared<StreamConnection<TcpSocket>>(shared, text, std::move(socket));
    }
    connections.emplace(connection.get(), Entry{connection, isAdmitted});
    if (isAdmitted) {
        connection->begin();
    } else {
        ++refusals;
        const bool isFull = verdict == Admission::Verdict::Full;
        connection->beginRefused(isFull ? 503 : 429, isFull
                                                         ? QStringLiteral("The server has no connection left.")
                                                         : QStringLiteral("Too many connections from this address."));
    }
    if (!isTicking) {
        keepTicking();
    }
}

void Server::Private::keepTicking()
{
    isTicking = !connections.empty();
    if (!isTicking) {
        return;
    }
    ticker.expires_after(tick);
    ticker.async_wait([this](Code cancelled) {
        if (cancelled) {
            return;
        }
        const auto now = std::chrono::steady_clock::now();
        for (auto next = connections.begin(); next != connections.end();) {
            // The check may end this connection and take it out; the others stay where they are.
            const auto current = (next++)->second.connection;
            current->check(now);
        }
        keepTicking();
    });
}

void Server::Private::deliver()
{
    for (const Completions::Answer& answer : shared.completions->takeAll()) {
        const auto connection = answer.connection.lock();
        if (connection && answer.response) {
            connection->answer(answer.number, *answer.response);
        } else if (connection) {
            connection->serveStream();
        }
    }
}

void Server::Private::forget(Connection& connection)
{
    const auto entry = connections.find(&connection);
    if (entry->second.isAdmitted) {
        admission.leave(connection.remoteAddress());
    } else {
        --refusals;
    }
    connections.erase(entry);
    if (shared.isDraining && connections.empty()) {
        context.stop();
    }
}

void Server::Private::drain()
{
    shared.isDraining = true;
    Code ignored;
    acceptor.close(ignored);
    pause.cancel();
    for (auto next = connections.begin(); next != connections.end();) {
        const auto current = (next++)->second.connection;
        current->drain();
    }
    if (connections.empty()) {
        return context.stop();
    }
    pause.expires_after(drainTime);
    pause.async_wait([this](Code) { context.stop(); });
}

void Server::Private::shutDown()
{
    if (thread.joinable()) {
        asio::post(context, [this] { drain(); });
        thread.join();
    }
    shared.completions->close();
}

Result<std::unique_ptr<Server>> Server::start(const ServerOptions& options, std::vector<Route> routes)
{
    auto d = std::make_unique<Private>(options, std::move(routes));
    if (auto opened = d->open(); !opened) {
        return fail(opened.error());
    }
    d->run();
    return std::unique_ptr<Server>(new Server(std::move(d)));
}

Server::Server(std::unique_ptr<Private> newD)
    : d(std::move(newD))
{
}

Server::~Server()
{
    d->shutDown();
}

quint16 Server::port() const
{
    return d->port;
}

int Server::connections() const
{
    return d->admission.count();
}

} // namespace delpek::http
