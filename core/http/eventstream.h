// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <functional>
#include <mutex>
#include <optional>
#include <vector>

namespace delpek::http
{

/// The body of an answer that goes on: server-sent events (WHATWG HTML, "Server-sent events"). Give it to
/// ServerResponse::stream and keep a weak pointer; the connection owns it, and it ends with the connection. Any thread.
class EventStream
{
public:
    /// True when the bytes were handed to the system, false when the stream ended before.
    using Written = std::function<void(bool)>;

    /// More than `mostQueued` bytes that the reader does not take in end the stream.
    explicit EventStream(qsizetype mostQueued = 256 * 1024);
    ~EventStream();
    EventStream(const EventStream&) = delete;
    EventStream& operator=(const EventStream&) = delete;

    /// False, and `written` is not called, when the stream has ended or the reader is too slow.
    bool send(QByteArray bytes, Written written = {});
    /// Ends the stream after what is queued.
    void finish();
    bool isOpen() const;
    /// Called once when the stream has ended, whatever the reason; at once when it has already.
    void whenClosed(std::function<void()> callback);

    // The connection's side, on the listener thread.

    struct Batch {
        QByteArray bytes;
        std::vector<Written> written;
        bool isLast = false;     ///< nothing follows
        bool isOverfull = false; ///< the reader is too slow: cut it
    };
    /// `wake` tells the connection that there is something to take; it may come from any thread and must only post.
    void attach(std::function<void()> wake);
    Batch take();
    bool isOverfull() const;
    void close();

private:
    void tellConnection();

    mutable std::mutex m_mutex;
    qsizetype m_mostQueued;
    QByteArray m_queued;
    std::vector<Written> m_written;
    std::function<void()> m_wake;
    std::function<void()> m_closed;
    bool m_isFinished = false;
    bool m_isOverfull = false;
    bool m_isClosed = false;
};

/// One event. `data` may have several lines; `id` and `name` are one line each, and left out when empty.
QByteArray eventText(const QByteArray& id, const QByteArray& name, const QByteArray& data);

/// A comment: readers overlook it, and whatever stands between sees that the stream lives.
QByteArray heartbeatText();

} // namespace delpek::http
