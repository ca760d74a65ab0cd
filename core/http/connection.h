// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/eventstream.h"
#include "http/requestparser.h"
#include "http/responsetext.h"
#include "http/routing.h"

namespace delpek::http
{

class Completions;
class Connection;

/// What all connections of a listener share. Lives on the listener thread and longer than they do.
struct Shared {
    ServerOptions options;
    Routing routing;
    std::shared_ptr<Completions> completions;
    std::function<void(Connection&)> ended;
    bool isDraining = false;
};

/// The course of one connection: its phases, limits and deadlines, without any socket. Everything runs on the listener
/// thread. A deadline is a value that the listener's tick compares; nothing is armed for a read or a request.
class Connection : public std::enable_shared_from_this<Connection>
{
public:
    using Moment = std::chrono::steady_clock::time_point;

    Connection(Shared& shared, QString remoteAddress);
    virtual ~Connection();

    void begin();
    /// Instead of begin: says no, and closes.
    void beginRefused(int status, const QString& reason);
    /// Acts when the deadline of the present phase is over.
    void check(Moment now);
    /// Ignored unless the request of that number is still waiting.
    void answer(quint64 number, const ServerResponse& response);
    /// Writes on what the event stream of this connection was given.
    void serveStream();
    /// Ends at once unless a request is on its way.
    void drain();

    const QString& remoteAddress() const { return m_remoteAddress; }

protected:
    /// Each start is reported once through the function of the same name below. At most one read and one other
    /// operation run at a time.
    virtual void startHandshake() = 0;
    virtual void startRead(char* to, std::size_t size) = 0;
    virtual void startWrite(const QByteArray& head, const QByteArray& body) = 0;
    /// Tells the peer that nothing more will come.
    virtual void startFarewell() = 0;
    /// Reads below any encryption.
    virtual void startDiscard(char* to, std::size_t size) = 0;
    /// Closes the socket; what runs is reported as failed.
    virtual void close() = 0;

    void onHandshake(bool ok);
    void onRead(bool ok, std::size_t size);
    void onWrite(bool ok);
    void onFarewell();
    void onDiscard(bool ok);

private:
    enum class Phase { Handshake, Waiting, Reading, Continuing, Handling, Writing, Streaming, Leaving, Ended };

    void enter(Phase phase, base::Duration limit);
    void wait(base::Duration limit);
    void process();
    bool progress();
    void readMore();
    bool admitHead();
    void dispatch();
    void refuse(int status, const QString& reason);
    void write(const ServerResponse& response, bool keepAlive);
    void beginStream();
    void writeToStream(QByteArray bytes, std::vector<EventStream::Written> written);
    void leave();
    void readOn();
    void discardMore();
    void end();

    Shared& m_shared;
    QString m_remoteAddress;
    RequestParser m_parser;
    Phase m_phase = Phase::Waiting;
    Moment m_deadline;
    quint64 m_number = 0;
    const Handler* m_handler = nullptr;
    Target m_target;
    bool m_keepAlive = false;
    bool m_isHead = false;
    bool m_isReading = false;
    bool m_isFirst = true;

    std::vector<char> m_buffer;
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    QByteArray m_head;
    QByteArray m_body;
    std::shared_ptr<EventStream> m_stream;
    std::vector<EventStream::Written> m_written; ///< to be told when the write under way is done
    bool m_isStreamWriting = false;
};

} // namespace delpek::http
