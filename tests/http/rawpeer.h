// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <chrono>

namespace delpek::test
{

/// A plain blocking TCP peer on this machine, to say to a listener what no HTTP client would.
class RawPeer
{
public:
    explicit RawPeer(quint16 port);
    ~RawPeer();
    RawPeer(const RawPeer&) = delete;
    RawPeer& operator=(const RawPeer&) = delete;

    bool isConnected() const { return m_socket >= 0; }
    /// False when the other side does not take it any more.
    bool send(const QByteArray& bytes);
    void finishSending();
    void close();

    struct Answer {
        int status = 0; ///< 0: the connection ended, or nothing came in time
        QByteArray head;
        QByteArray body;
    };
    /// The next response, 100 Continue included. `hasBody` false for the answer to HEAD.
    Answer read(bool hasBody = true);
    /// So many bytes as they come; fewer when the connection ended or nothing came in time.
    QByteArray readBytes(qsizetype size);
    /// True when the other side closes, all that comes before is thrown away.
    bool isClosedByPeer(std::chrono::milliseconds within = std::chrono::seconds(5));

private:
    bool readMore(std::chrono::milliseconds within);

    int m_socket = -1;
    QByteArray m_input;
};

} // namespace delpek::test
