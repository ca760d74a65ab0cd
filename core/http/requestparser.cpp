// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/requestparser.h"

// Beast 1.74 asserts that a last chunk comes in at least five bytes, which a slow peer need not do. The code behind the
// assertion copes; the assertion would let a peer end a debug build.
#define BOOST_DISABLE_ASSERTS
#include <boost/beast/http/basic_parser.hpp>

#include <limits>

namespace delpek::http
{

namespace beast = boost::beast;

namespace
{

QByteArray bytes(beast::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

/// Beast's syntax with our own judgement of framing and limits.
class Message final : public beast::http::basic_parser<true>
{
public:
    explicit Message(const RequestParser::Limits& limits)
        : m_limits(limits)
    {
        header_limit(std::numeric_limits<std::uint32_t>::max());
        body_limit(std::numeric_limits<std::uint64_t>::max());
    }

    void refuse(int newStatus, const QString& newReason)
    {
        if (status == 0) {
            status = newStatus;
            reason = newReason;
        }
    }

    RequestHead head;
    QByteArray body;
    int status = 0;
    QString reason;

private:
    using Code = beast::error_code;

    void stop(int newStatus, const QString& newReason, Code& code)
    {
        refuse(newStatus, newReason);
        code = beast::http::make_error_code(beast::http::error::bad_value);
    }

    void on_request_impl(beast::http::verb, beast::string_view method, beast::string_view target, int version,
                         Code&) override
    {
        head.method = bytes(method);
        head.target = bytes(target);
        m_version = version;
    }

    void on_response_impl(int, beast::string_view, int, Code&) override {}

    void on_field_impl(beast::http::field name, beast::string_view nameText, beast::string_view value,
                       Code& code) override
    {
        if (++m_fields > m_limits.fields) {
            return stop(431, QStringLiteral("The request has more than %1 header fields.").arg(m_limits.fields), code);
        }
        if (m_headDone) {
            return; // A trailer: nobody asked for it, and merged into the header it could forge one.
        }
        switch (name) {
        case beast::http::field::content_length:
            if (++m_lengths > 1 || value.find(',') != beast::string_view::npos) {
                stop(400, QStringLiteral("The request has more than one Content-Length."), code);
            }
            break;
        case beast::http::field::transfer_encoding:
            if (++m_encodings > 1 || m_version < 11 || !beast::iequals(value, "chunked")) {
                stop(400, QStringLiteral("The only Transfer-Encoding understood is one \"chunked\" in HTTP/1.1."),
                     code);
            }
            break;
        case beast::http::field::host:
            ++m_hosts;
            break;
        case beast::http::field::expect:
            if (!beast::iequals(value, "100-continue")) {
                stop(417, QStringLiteral("The only expectation understood is 100-continue."), code);
            }
            head.expectsContinue = m_version >= 11;
            break;
        default:
            break;
        }
        head.headers.emplaceBack(bytes(nameText), bytes(value));
    }

    void on_header_impl(Code& code) override
    {
        m_headDone = true;
        if (m_lengths > 0 && m_encodings > 0) {
            return stop(400, QStringLiteral("Content-Length and Transfer-Encoding exclude each other."), code);
        }
        if (m_hosts > 1 || (m_hosts == 0 && m_version >= 11)) {
            return stop(400, QStringLiteral("The request needs exactly one Host."), code);
        }
        if (const auto length = content_length()) {
            head.contentLength = *length;
            if (*length > static_cast<std::uint64_t>(m_limits.body)) {
                return stopTooLong(code);
            }
        }
        head.isChunked = chunked();
        head.keepAlive = keep_alive();
    }

    void on_body_init_impl(const boost::optional<std::uint64_t>& length, Code&) override
    {
        // No more than this on a mere promise.
        constexpr std::uint64_t promised = 64 * 1024;
        body.reserve(static_cast<qsizetype>(std::min(length.value_or(0), promised)));
    }

    std::size_t on_body_impl(beast::string_view part, Code&) override
    {
        body.append(part.data(), static_cast<qsizetype>(part.size()));
        return part.size();
    }

    void on_chunk_header_impl(std::uint64_t size, beast::string_view, Code& code) override
    {
        if (size > static_cast<std::uint64_t>(m_limits.body - body.size())) {
            stopTooLong(code);
        }
    }

    std::size_t on_chunk_body_impl(std::uint64_t, beast::string_view part, Code&) override
    {
        body.append(part.data(), static_cast<qsizetype>(part.size()));
        return part.size();
    }

    void on_finish_impl(Code&) override {}

    void stopTooLong(Code& code)
    {
        stop(413, QStringLiteral("The body is longer than %1 bytes.").arg(m_limits.body), code);
    }

    RequestParser::Limits m_limits;
    int m_version = 11;
    int m_fields = 0;
    int m_lengths = 0;
    int m_encodings = 0;
    int m_hosts = 0;
    bool m_headDone = false;
};

} // namespace

class RequestParser::Private
{
public:
    explicit Private(const Limits& newLimits)
        : limits(newLimits)
    {
        message.emplace(limits);
    }

    Limits limits;
    std::optional<Message> message;
    qint64 headBytes = 0;
};

RequestParser::RequestParser(const Limits& limits)
    : d(std::make_unique<Private>(limits))
{
}

RequestParser::~RequestParser() = default;

std::size_t RequestParser::feed(const char* data, std::size_t size)
{
    Message& message = *d->message;
    std::size_t taken = 0;
    while (taken < size && (state() == State::Head || state() == State::Body)) {
        const bool inHead = !message.is_header_done();
        beast::error_code code;
        const auto step = message.put(boost::asio::const_buffer(data + taken, size - taken), code);
        taken += step;
        if (inHead) {
            d->headBytes += static_cast<qint64>(step);
            const auto waiting = message.is_header_done() ? 0 : static_cast<qint64>(size - taken);
            if (d->headBytes + waiting > d->limits.header) {
                message.refuse(431, QStringLiteral("The header is longer than %1 bytes.").arg(d->limits.header));
            }
        }
        if (code == beast::http::error::need_more) {
            break;
        }
        if (code) {
            message.refuse(400,
                           QStringLiteral("This is no HTTP request: %1.").arg(QString::fromStdString(code.message())));
        }
        if (inHead && message.is_header_done()) {
            break;
        }
    }
    return taken;
}

void RequestParser::reset()
{
    d->message.emplace(d->limits);
    d->headBytes = 0;
}

RequestParser::State RequestParser::state() const
{
    if (d->message->status != 0) {
        return State::Refused;
    }
    if (d->message->is_done()) {
        return State::Complete;
    }
    return d->message->is_header_done() ? State::Body : State::Head;
}

const RequestHead& RequestParser::head() const
{
    return d->message->head;
}

RequestHead RequestParser::takeHead()
{
    return std::move(d->message->head);
}

QByteArray RequestParser::takeBody()
{
    return std::move(d->message->body);
}

int RequestParser::refusedStatus() const
{
    return d->message->status;
}

const QString& RequestParser::refusedReason() const
{
    return d->message->reason;
}

} // namespace delpek::http
