// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/eventstream.h"

#include <algorithm>

namespace delpek::http
{

namespace
{

QByteArray oneLine(QByteArray text)
{
    text.replace('\r', ' ').replace('\n', ' ').replace('\0', ' ');
    return text;
}

} // namespace

EventStream::EventStream(qsizetype mostQueued)
    : m_mostQueued(mostQueued)
{
}

EventStream::~EventStream()
{
    close();
}

bool EventStream::send(QByteArray bytes, Written written)
{
    bool taken = false;
    {
        const std::lock_guard lock(m_mutex);
        if (m_isClosed || m_isFinished || m_isOverfull) {
            return false;
        }
        taken = m_queued.size() + bytes.size() <= m_mostQueued;
        m_isOverfull = !taken;
        if (taken) {
            m_queued.append(bytes);
            if (written) {
                m_written.push_back(std::move(written));
            }
        }
    }
    tellConnection();
    return taken;
}

void EventStream::finish()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isFinished = true;
    }
    tellConnection();
}

bool EventStream::isOpen() const
{
    const std::lock_guard lock(m_mutex);
    return !m_isClosed && !m_isFinished && !m_isOverfull;
}

void EventStream::whenClosed(std::function<void()> callback)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_isClosed) {
            m_closed = std::move(callback);
            return;
        }
    }
    callback();
}

void EventStream::attach(std::function<void()> wake)
{
    const std::lock_guard lock(m_mutex);
    m_wake = std::move(wake);
}

EventStream::Batch EventStream::take()
{
    const std::lock_guard lock(m_mutex);
    Batch batch{std::exchange(m_queued, {}), std::exchange(m_written, {}), m_isFinished, m_isOverfull};
    return batch;
}

bool EventStream::isOverfull() const
{
    const std::lock_guard lock(m_mutex);
    return m_isOverfull;
}

void EventStream::close()
{
    std::vector<Written> written;
    std::function<void()> closed;
    {
        const std::lock_guard lock(m_mutex);
        if (std::exchange(m_isClosed, true)) {
            return;
        }
        m_queued.clear();
        m_wake = {};
        written.swap(m_written);
        closed.swap(m_closed);
    }
    for (const Written& callback : written) {
        callback(false);
    }
    if (closed) {
        closed();
    }
}

void EventStream::tellConnection()
{
    std::function<void()> wake;
    {
        const std::lock_guard lock(m_mutex);
        wake = m_wake;
    }
    if (wake) {
        wake();
    }
}

QByteArray eventText(const QByteArray& id, const QByteArray& name, const QByteArray& data)
{
    QByteArray text;
    if (!id.isEmpty()) {
        text.append("id: ").append(oneLine(id)).append('\n');
    }
    if (!name.isEmpty()) {
        text.append("event: ").append(oneLine(name)).append('\n');
    }
    QByteArray lines = data;
    lines.replace("\r\n", "\n").replace('\r', '\n');
    for (const QByteArray& line : lines.split('\n')) {
        text.append("data: ").append(line).append('\n');
    }
    return text.append('\n');
}

QByteArray heartbeatText()
{
    return QByteArrayLiteral(":\n\n");
}

} // namespace delpek::http
