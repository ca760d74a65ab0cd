// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Included by server.cpp alone: it brings Asio.
#include "http/connection.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>

namespace delpek::http
{

// The concrete executor spares each operation the polymorphic one's detours.
using TcpSocket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, boost::asio::io_context::executor_type>;
using TlsStream = boost::asio::ssl::stream<TcpSocket>;

/// A connection over a plain or an encrypted stream.
template <typename Stream>
class StreamConnection final : public Connection
{
public:
    template <typename... StreamArguments>
    StreamConnection(Shared& shared, QString remoteAddress, StreamArguments&&... arguments)
        : Connection(shared, std::move(remoteAddress))
        , m_stream(std::forward<StreamArguments>(arguments)...)
    {
    }

private:
    using Code = boost::system::error_code;
    static constexpr bool isEncrypted = std::is_same_v<Stream, TlsStream>;

    std::shared_ptr<StreamConnection> self()
    {
        return std::static_pointer_cast<StreamConnection>(this->shared_from_this());
    }

    void startHandshake() override
    {
        if constexpr (isEncrypted) {
            m_stream.async_handshake(TlsStream::server, [me = self()](Code code) { me->onHandshake(!code); });
        } else {
            onHandshake(true);
        }
    }

    void startRead(char* to, std::size_t size) override
    {
        m_stream.async_read_some(boost::asio::buffer(to, size),
                                 [me = self()](Code code, std::size_t got) { me->onRead(!code, got); });
    }

    void startWrite(const QByteArray& head, const QByteArray& body) override
    {
        const std::array<boost::asio::const_buffer, 2> parts = {
            boost::asio::buffer(head.constData(), static_cast<std::size_t>(head.size())),
            boost::asio::buffer(body.constData(), static_cast<std::size_t>(body.size()))};
        boost::asio::async_write(m_stream, parts, [me = self()](Code code, std::size_t) { me->onWrite(!code); });
    }

    void startFarewell() override
    {
        if constexpr (isEncrypted) {
            m_stream.async_shutdown([me = self()](Code) { me->sayFarewell(); });
        } else {
            sayFarewell();
        }
    }

    void startDiscard(char* to, std::size_t size) override
    {
        socket().async_read_some(boost::asio::buffer(to, size),
                                 [me = self()](Code code, std::size_t) { me->onDiscard(!code); });
    }

    void close() override
    {
        Code ignored;
        socket().close(ignored);
    }

    void sayFarewell()
    {
        Code ignored;
        socket().shutdown(boost::asio::socket_base::shutdown_send, ignored);
        onFarewell();
    }

    TcpSocket& socket()
    {
        if constexpr (isEncrypted) {
            return m_stream.next_layer();
        } else {
            return m_stream;
        }
    }

    Stream m_stream;
};

} // namespace delpek::http
