// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/oneinstance.h"

#include "base/logging.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QLocalSocket>
#include <QSemaphore>
#include <QStandardPaths>
#include <QTimer>

#ifdef Q_OS_WIN
#include <windows.h>
#endif

namespace delpek::app
{

namespace
{

const QByteArray handoverMark("delpek1 ");
const QByteArray handoverTaken("taken\n");
constexpr qsizetype longestLink = 100; ///< encoded at most nine times as long
constexpr int mostWaiting = 8;
constexpr auto patienceWithPeer = std::chrono::seconds(2);
constexpr auto pause = std::chrono::milliseconds(50);

QString socketOf(const QString& folder, const QString& name)
{
#ifdef Q_OS_WIN
    Q_UNUSED(folder)
    return name;
#else
    return QDir(folder).filePath(name + QStringLiteral(".socket"));
#endif
}

/// Whether the first one has taken it.
bool handOver(const QString& socketName, const QByteArray& line, const QDeadlineTimer& deadline)
{
    QLocalSocket socket;
    socket.connectToServer(socketName);
    if (!socket.waitForConnected(int(deadline.remainingTime()))) {
        return false;
    }
#ifdef Q_OS_WIN
    // Or the other window could not come to the front: only who has the foreground may give it away.
    ::AllowSetForegroundWindow(ASFW_ANY);
#endif
    socket.write(line);
    while (socket.bytesAvailable() < handoverTaken.size() && !deadline.hasExpired()) {
        if (!socket.waitForReadyRead(int(deadline.remainingTime()))) {
            break;
        }
    }
    return socket.readAll() == handoverTaken;
}

} // namespace

QByteArray handover(const QString& link)
{
    // A link that is cut is refused by the one who follows it.
    const QString line = link.left(longestLink).simplified();
    return handoverMark +
           (line.isEmpty() ? QByteArray("show") : QByteArray("open ") + line.toUtf8().toPercentEncoding(":/")) + '\n';
}

std::optional<QString> readHandover(const QByteArray& line)
{
    if (line.size() > longestHandover || !line.startsWith(handoverMark) || !line.endsWith('\n')) {
        return std::nullopt;
    }
    const QByteArray said = line.mid(handoverMark.size()).chopped(1);
    if (said == "show") {
        return QString();
    }
    const QByteArray word("open ");
    if (!said.startsWith(word)) {
        return std::nullopt;
    }
    const QByteArray encoded = said.mid(word.size());
    const QString link = QString::fromUtf8(QByteArray::fromPercentEncoding(encoded));
    return !link.isEmpty() && handover(link) == line ? std::optional(link) : std::nullopt;
}

QString OneInstance::nameOf(const QString& storeLocation)
{
    QString place = storeLocation.trimmed();
    const QLatin1String sqlite("sqlite:");
    if (place.startsWith(sqlite)) {
        const QFileInfo file(place.mid(sqlite.size()));
        const QString folder = file.absoluteDir().canonicalPath();
        place = sqlite +
                (folder.isEmpty() ? QDir::cleanPath(file.absoluteFilePath()) : QDir(folder).filePath(file.fileName()));
    }
    // The names of Windows' pipes are one list for all who use the computer.
    const QString whose = QDir::homePath() + QLatin1Char('\n') + place;
    return QStringLiteral("delpek-") +
           QString::fromLatin1(QCryptographicHash::hash(whose.toUtf8(), QCryptographicHash::Sha256).toHex().left(16));
}

QString OneInstance::ownFolder()
{
#ifdef Q_OS_WIN
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
#else
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
#endif
}

Result<std::unique_ptr<OneInstance>> OneInstance::start(const QString& folder, const QString& name, const QString& link,
                                                        std::chrono::milliseconds patience)
{
    if (folder.isEmpty() || !QDir().mkpath(folder)) {
        return fail(
            ErrorCode::Unavailable,
            QStringLiteral("the folder %1 cannot be made; a second start would open a second window").arg(folder));
    }
    const QString socketName = socketOf(folder, name);
    const QDeadlineTimer deadline(patience);
    do {
        auto lock = store::FileLock::acquire(QDir(folder).filePath(name + QStringLiteral(".lock")));
        if (lock) {
            return std::unique_ptr<OneInstance>(new OneInstance(std::move(*lock), socketName));
        }
        if (lock.error().code != ErrorCode::Conflict) {
            return tl::unexpected(lock.error());
        }
        if (handOver(socketName, handover(link), deadline)) {
            return std::unique_ptr<OneInstance>();
        }
        // The first one is just beginning, or just ending: then this one is the first.
        QSemaphore().tryAcquire(1, pause);
    } while (!deadline.hasExpired());
    return fail(ErrorCode::Timeout, QStringLiteral("Delpek runs already, but its window does not answer; end it, then "
                                                   "start again"));
}

OneInstance::OneInstance(std::unique_ptr<store::FileLock> lock, const QString& socket)
    : m_lock(std::move(lock))
{
    // Left behind by one that was cut: whoever lives holds the lock.
    QLocalServer::removeServer(socket);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.setMaxPendingConnections(mostWaiting);
    if (!m_server.listen(socket)) {
        qCWarning(lcApp).noquote() << "a second start cannot reach this window:" << m_server.errorString();
    }
}

OneInstance::~OneInstance() = default;

void OneInstance::setWanted(Wanted wanted)
{
    m_wanted = std::move(wanted);
    QObject::connect(&m_server, &QLocalServer::newConnection, &m_server, [this] { take(); });
    take();
}

void OneInstance::take()
{
    while (QLocalSocket* peer = m_server.nextPendingConnection()) {
        QObject::connect(peer, &QLocalSocket::disconnected, peer, &QObject::deleteLater);
        QObject::connect(peer, &QLocalSocket::readyRead, &m_server, [this, peer] { hear(peer); });
        QTimer::singleShot(patienceWithPeer, peer, &QLocalSocket::abort);
        hear(peer);
    }
}

void OneInstance::hear(QLocalSocket* peer)
{
    const QByteArray line = peer->peek(longestHandover + 1);
    if (!line.contains('\n') && line.size() <= longestHandover) {
        return; // more of it is to come
    }
    const auto link = readHandover(line);
    // Once only, whatever else it says.
    QObject::disconnect(peer, &QLocalSocket::readyRead, &m_server, nullptr);
    if (!link) {
        peer->abort();
        return;
    }
    peer->write(handoverTaken);
    peer->disconnectFromServer();
    m_wanted(*link);
}

} // namespace delpek::app
