// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/smtpdouble.h"

#include "simulation/doubles/smtpsession.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>
#include <QThread>

#include <mutex>

namespace delpek::simulation
{

namespace
{

/// Hands each connection out as a socket that can begin TLS.
class TlsListener final : public QTcpServer
{
public:
    std::function<void(QSslSocket*)> taken;

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto* socket = new QSslSocket(this);
        if (socket->setSocketDescriptor(descriptor)) {
            taken(socket);
        } else {
            socket->deleteLater();
        }
    }
};

} // namespace

class SmtpDouble::Private
{
public:
    explicit Private(Setup setup_)
        : setup(std::move(setup_))
    {
    }

    /// On the thread of the double.
    void take(QSslSocket* socket)
    {
        const auto session = std::make_shared<SmtpSession>(
            SmtpSession::Rules{setup.user, setup.password, setup.unknown, setup.greeting == Greeting::StartTls},
            setup.greeting == Greeting::TlsFirst, takeFault());
        socket->setSslConfiguration(tls);
        QObject::connect(socket, &QSslSocket::readyRead, socket, [this, socket, session] { read(socket, *session); });
        QObject::connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
        if (setup.greeting == Greeting::TlsFirst) {
            QObject::connect(socket, &QSslSocket::encrypted, socket,
                             [this, socket, session] { answer(socket, session->greeting()); });
            socket->startServerEncryption();
        } else {
            answer(socket, session->greeting());
        }
    }

    Setup setup;
    QSslConfiguration tls;
    QThread thread;
    TlsListener* listener = nullptr; ///< lives on the thread
    quint16 port = 0;
    mutable std::mutex mutex;
    std::vector<ReceivedMail> mails;
    QByteArrayList commands;
    SmtpDouble::Fault fault = SmtpDouble::Fault::None;

private:
    SmtpDouble::Fault takeFault()
    {
        const std::lock_guard lock(mutex);
        return std::exchange(fault, SmtpDouble::Fault::None);
    }

    void read(QSslSocket* socket, SmtpSession& session)
    {
        for (const auto& step : session.hear(socket->readAll())) {
            {
                const std::lock_guard lock(mutex);
                if (!step.command.isEmpty()) {
                    commands.push_back(step.command);
                }
                if (step.mail) {
                    mails.push_back(*step.mail);
                }
            }
            answer(socket, step.answer);
            if (step.beginsTls) {
                socket->startServerEncryption();
            }
            if (step.ends) {
                socket->disconnectFromHost();
            }
        }
    }

    static void answer(QSslSocket* socket, const QByteArray& line)
    {
        socket->write(line);
        socket->flush();
    }
};

SmtpDouble::SmtpDouble(std::unique_ptr<Private> d_)
    : d(std::move(d_))
{
}

SmtpDouble::~SmtpDouble()
{
    QMetaObject::invokeMethod(
        d->listener, [listener = d->listener] { delete listener; }, Qt::BlockingQueuedConnection);
    d->thread.quit();
    d->thread.wait();
}

Result<std::unique_ptr<SmtpDouble>> SmtpDouble::start(const Setup& setup)
{
    auto d = std::make_unique<Private>(setup);
    if (setup.greeting != Greeting::NoTls) {
        QFile certificate(setup.certificateFile);
        QFile key(setup.keyFile);
        if (!certificate.open(QIODevice::ReadOnly) || !key.open(QIODevice::ReadOnly)) {
            return fail(ErrorCode::NotFound, QStringLiteral("the certificate or its key cannot be read"));
        }
        d->tls = QSslConfiguration::defaultConfiguration();
        d->tls.setLocalCertificate(QSslCertificate(&certificate));
        d->tls.setPrivateKey(QSslKey(&key, QSsl::Ec));
        d->tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    }
    auto* listener = new TlsListener;
    listener->taken = [p = d.get()](QSslSocket* socket) { p->take(socket); };
    if (!listener->listen(QHostAddress::LocalHost)) {
        const QString reason = listener->errorString();
        delete listener;
        return fail(ErrorCode::Unavailable, reason);
    }
    d->listener = listener;
    d->port = listener->serverPort();
    listener->moveToThread(&d->thread);
    d->thread.start();
    return std::unique_ptr<SmtpDouble>(new SmtpDouble(std::move(d)));
}

quint16 SmtpDouble::port() const
{
    return d->port;
}

std::vector<ReceivedMail> SmtpDouble::received() const
{
    const std::lock_guard lock(d->mutex);
    return d->mails;
}

QByteArrayList SmtpDouble::commands() const
{
    const std::lock_guard lock(d->mutex);
    return d->commands;
}

void SmtpDouble::failNext(Fault fault)
{
    const std::lock_guard lock(d->mutex);
    d->fault = fault;
}

} // namespace delpek::simulation
