// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/rawpeer.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <utility>

namespace delpek::test
{

RawPeer::RawPeer(quint16 port)
    : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int on = 1;
    ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (::connect(m_socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
        close();
    }
}

RawPeer::~RawPeer()
{
    close();
}

void RawPeer::close()
{
    if (m_socket >= 0) {
        ::close(std::exchange(m_socket, -1));
    }
}

bool RawPeer::send(const QByteArray& bytes)
{
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        const auto step =
            ::send(m_socket, bytes.constData() + sent, static_cast<std::size_t>(bytes.size() - sent), MSG_NOSIGNAL);
        if (step <= 0) {
            return false;
        }
        sent += step;
    }
    return true;
}

void RawPeer::finishSending()
{
    ::shutdown(m_socket, SHUT_WR);
}

bool RawPeer::readMore(std::chrono::milliseconds within)
{
    pollfd waiting{m_socket, POLLIN, 0};
    if (::poll(&waiting, 1, static_cast<int>(within.count())) <= 0) {
        return false;
    }
    char buffer[16 * 1024];
    const auto got = ::recv(m_socket, buffer, sizeof buffer, 0);
    if (got <= 0) {
        return false;
    }
    m_input.append(buffer, static_cast<qsizetype>(got));
    return true;
}

RawPeer::Answer RawPeer::read(bool hasBody)
{
    constexpr auto patience = std::chrono::seconds(10);
    qsizetype end = -1;
    while ((end = m_input.indexOf("\r\n\r\n")) < 0) {
        if (!readMore(patience)) {
            return {};
        }
    }
    Answer answer;
    answer.head = m_input.left(end + 2);
    answer.status = answer.head.mid(9, 3).toInt();
    m_input.remove(0, end + 4);
    qsizetype length = 0;
    const QByteArray field = "\r\nContent-Length: ";
    if (const qsizetype at = answer.head.indexOf(field); hasBody && at >= 0) {
        const qsizetype from = at + field.size();
        length = answer.head.mid(from, answer.head.indexOf('\r', from) - from).toLongLong();
    }
    while (m_input.size() < length) {
        if (!readMore(patience)) {
            return {};
        }
    }
    answer.body = m_input.left(length);
    m_input.remove(0, length);
    return answer;
}

QByteArray RawPeer::readBytes(qsizetype size)
{
    while (m_input.size() < size && readMore(std::chrono::seconds(10))) {
    }
    const QByteArray bytes = m_input.left(size);
    m_input.remove(0, bytes.size());
    return bytes;
}

bool RawPeer::isClosedByPeer(std::chrono::milliseconds within)
{
    const auto end = std::chrono::steady_clock::now() + within;
    while (std::chrono::steady_clock::now() < end) {
        pollfd waiting{m_socket, POLLIN, 0};
        if (::poll(&waiting, 1, static_cast<int>(within.count())) <= 0) {
            return false;
        }
        char buffer[16 * 1024];
        if (::recv(m_socket, buffer, sizeof buffer, 0) <= 0) {
            return true;
        }
    }
    return false;
}

} // namespace delpek::test
