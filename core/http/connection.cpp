// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/connection.h"

#include "base/correlation.h"
#include "base/logging.h"
#include "http/completions.h"
#include "http/httpdate.h"

namespace delpek::http
{

namespace
{
constexpr std::size_t firstBuffer = 4 * 1024;
/// Room behind the longest header, so that the parser's limit is met before the buffer's.
constexpr std::size_t bufferMargin = 4 * 1024;
/// How long a peer that was refused in mid-sentence may go on, to come round to reading why.
constexpr base::Duration longestFarewell = std::chrono::seconds(2);
constexpr base::Duration drainingFarewell = std::chrono::milliseconds(200);
} // namespace

Connection::Connection(Shared& shared, QString remoteAddress)
    : m_shared(shared)
    , m_remoteAddress(std::move(remoteAddress))
    , m_parser({shared.options.maxHeader, shared.options.maxHeaderFields, shared.options.maxBody})
    , m_buffer(firstBuffer)
{
}

Connection::~Connection() = default;

void Connection::begin()
{
    enter(Phase::Handshake, m_shared.options.firstByte);
    startHandshake();
}

void Connection::beginRefused(int status, const QString& reason)
{
    refuse(status, reason);
}

void Connection::onHandshake(bool ok)
{
    if (m_phase != Phase::Handshake) {
        return;
    }
    if (!ok) {
        return end();
    }
    wait(m_shared.options.firstByte);
}

void Connection::enter(Phase phase, base::Duration limit)
{
    m_phase = phase;
    m_deadline = std::chrono::steady_clock::now() + limit;
}

void Connection::wait(base::Duration limit)
{
    enter(Phase::Waiting, limit);
    process();
}

void Connection::process()
{
    while (m_phase == Phase::Waiting || m_phase == Phase::Reading) {
        if (!progress()) {
            return readMore();
        }
    }
}

/// Takes one step through the bytes at hand; false when more are needed.
bool Connection::progress()
{
    if (m_phase == Phase::Waiting) {
        // Empty lines before a request are to be overlooked (RFC 9112, 2.2).
        while (m_begin < m_end && (m_buffer[m_begin] == '\r' || m_buffer[m_begin] == '\n')) {
            ++m_begin;
        }
        if (m_begin == m_end) {
            return false;
        }
        m_isFirst = false;
        enter(Phase::Reading, m_shared.options.wholeRequest);
    }
    const bool wasInHead = m_parser.state() == RequestParser::State::Head;
    const std::size_t taken = m_parser.feed(m_buffer.data() + m_begin, m_end - m_begin);
    m_begin += taken;
    if (m_parser.state() == RequestParser::State::Refused) {
        refuse(m_parser.refusedStatus(), m_parser.refusedReason());
        return true;
    }
    if (wasInHead && m_parser.state() != RequestParser::State::Head && !admitHead()) {
        return true;
    }
    if (m_parser.state() == RequestParser::State::Complete) {
        dispatch();
        return true;
    }
    return m_phase != Phase::Reading || (taken > 0 && m_begin < m_end);
}

void Connection::readMore()
{
    if (m_isReading) {
        return;
    }
    if (m_begin == m_end) {
        m_begin = m_end = 0;
    } else if (m_begin > 0) {
        std::move(m_buffer.begin() + static_cast<std::ptrdiff_t>(m_begin),
                  m_buffer.begin() + static_cast<std::ptrdiff_t>(m_end), m_buffer.begin());
        m_end -= m_begin;
        m_begin = 0;
    }
    const std::size_t most = static_cast<std::size_t>(m_shared.options.maxHeader) + bufferMargin;
    if (m_end == m_buffer.size()) {
        if (m_end >= most) {
            return refuse(400, QStringLiteral("A chunk header or trailer is too long."));
        }
        m_buffer.resize(std::min(m_buffer.size() * 2, most));
    } else if (m_parser.state() == RequestParser::State::Body && m_parser.head().contentLength > firstBuffer) {
        m_buffer.resize(std::max(m_buffer.size(), most)); // fewer reads for a long body
    }
    m_isReading = true;
    startRead(m_buffer.data() + m_end, m_buffer.size() - m_end);
}

void Connection::onRead(bool ok, std::size_t size)
{
    m_isReading = false;
    if (m_phase == Phase::Leaving) {
        return ok ? discardMore() : end();
    }
    if (m_phase == Phase::Streaming) {
        return ok ? readOn() : end(); // What a peer says meanwhile is of no interest, that it is gone is.
    }
    if (m_phase != Phase::Waiting && m_phase != Phase::Reading) {
        return; // Refused for time while this read was under way: what it brought is of no interest.
    }
    if (!ok) {
        return end();
    }
    m_end += size;
    process();
}

/// Decides by the head alone: refuses before a body is read, or lets it come.
bool Connection::admitHead()
{
    const RequestHead& head = m_parser.head();
    auto target = parseTarget(head.target);
    if (!target) {
        refuse(400, QStringLiteral("The request target is malformed."));
        return false;
    }
    const Routing::Found found = m_shared.routing.find(head.method, target->path);
    m_handler = found.handler;
    m_target = std::move(*target);
    m_isHead = head.method == "HEAD";
    m_keepAlive = head.keepAlive;
    const bool hasBody = m_parser.state() != RequestParser::State::Complete;
    if (m_handler == nullptr) {
        const bool known = !found.allow.isEmpty();
        ServerResponse response = known ? refusal(405, QStringLiteral("This path has no such method."))
                                        : refusal(404, QStringLiteral("There is nothing at this path."));
        if (known) {
            response.headers.emplaceBack("Allow", found.allow);
        }
        write(response, m_keepAlive && !hasBody);
        return false;
    }
    if (head.expectsContinue && hasBody && m_begin == m_end) {
        m_phase = Phase::Continuing; // still within the time of the whole request
        m_head = QByteArrayLiteral("HTTP/1.1 100 Continue\r\n\r\n");
        m_body.clear();
        startWrite(m_head, m_body);
    }
    return true;
}

void Connection::dispatch()
{
    const quint64 number = ++m_number;
    enter(Phase::Handling, m_shared.options.answer);
    ServerRequest request;
    RequestHead head = m_parser.takeHead();
    request.method = std::move(head.method);
    request.path = std::move(m_target.path);
    request.query = std::move(m_target.query);
    request.headers = std::move(head.headers);
    request.body = m_parser.takeBody();
    request.remoteAddress = m_remoteAddress;
    request.correlation = base::newCorrelation();
    Respond respond = [completions = m_shared.completions, self = weak_from_this(), number](ServerResponse response) {
        completions->add({self, number, std::move(response)});
    };
    try {
        (*m_handler)(std::move(request), std::move(respond));
    } catch (const std::exception&) {
        // The text of an exception may quote the request; it stays out of the log.
        qCWarning(lcHttp, "a handler ended with an exception");
        answer(number, refusal(500, QStringLiteral("The request could not be handled.")));
    }
}

void Connection::answer(quint64 number, const ServerResponse& response)
{
    if (m_phase == Phase::Handling && number == m_number) {
        write(response, m_keepAlive);
    }
}

void Connection::refuse(int status, const QString& reason)
{
    write(refusal(status, reason), false);
}

void Connection::write(const ServerResponse& response, bool keepAlive)
{
    m_keepAlive = keepAlive && !m_shared.isDraining && !response.stream;
    m_stream = m_isHead ? nullptr : response.stream;
    m_head = headText(response, m_keepAlive,
                      m_shared.options.clock ? httpDate(m_shared.options.clock->now()) : QByteArray());
    m_body = m_isHead ? QByteArray() : response.body;
    enter(Phase::Writing, m_shared.options.wholeRequest);
    startWrite(m_head, m_body);
}

void Connection::onWrite(bool ok)
{
    if (m_phase == Phase::Ended) {
        return;
    }
    if (!ok) {
        return end();
    }
    if (m_phase == Phase::Continuing) {
        m_phase = Phase::Reading;
        return process();
    }
    if (m_phase == Phase::Streaming) {
        m_isStreamWriting = false;
        for (const auto& written : std::exchange(m_written, {})) {
            written(true);
        }
        enter(Phase::Streaming, m_shared.options.heartbeat);
        return serveStream();
    }
    if (m_phase != Phase::Writing) {
        return;
    }
    m_body.clear();
    if (m_stream && !m_shared.isDraining) {
        return beginStream();
    }
    if (m_keepAlive && !m_shared.isDraining) {
        m_parser.reset();
        m_isHead = false;
        return wait(m_shared.options.idle);
    }
    leave();
}

void Connection::beginStream()
{
    enter(Phase::Streaming, m_shared.options.heartbeat);
    m_stream->attach([completions = m_shared.completions, self = weak_from_this()] {
        completions->add({self, 0, std::nullopt});
    });
    readOn();
    serveStream();
}

void Connection::readOn()
{
    if (!m_isReading) {
        m_isReading = true;
        startRead(m_buffer.data(), m_buffer.size());
    }
}

void Connection::serveStream()
{
    if (m_phase != Phase::Streaming) {
        return;
    }
    if (m_isStreamWriting) {
        if (m_stream->isOverfull()) {
            end();
        }
        return;
    }
    auto batch = m_stream->take();
    if (batch.isOverfull) {
        return end();
    }
    if (!batch.bytes.isEmpty()) {
        return writeToStream(std::move(batch.bytes), std::move(batch.written));
    }
    if (batch.isLast) {
        std::exchange(m_stream, nullptr)->close();
        leave();
    }
}

void Connection::writeToStream(QByteArray bytes, std::vector<EventStream::Written> written)
{
    m_isStreamWriting = true;
    m_head = std::move(bytes);
    m_written = std::move(written);
    enter(Phase::Streaming, m_shared.options.slowReader);
    startWrite(m_head, m_body);
}

void Connection::leave()
{
    const base::Duration farewell = m_shared.isDraining ? drainingFarewell : longestFarewell;
    enter(Phase::Leaving, std::min(farewell, m_shared.options.wholeRequest));
    startFarewell();
}

void Connection::onFarewell()
{
    if (m_phase == Phase::Leaving) {
        discardMore();
    }
}

void Connection::discardMore()
{
    if (!m_isReading) {
        m_isReading = true;
        startDiscard(m_buffer.data(), m_buffer.size());
    }
}

void Connection::onDiscard(bool ok)
{
    m_isReading = false;
    if (m_phase == Phase::Leaving) {
        ok ? discardMore() : end();
    }
}

void Connection::check(Moment now)
{
    if (now < m_deadline) {
        return;
    }
    switch (m_phase) {
    case Phase::Waiting:
        if (!m_isFirst) {
            return end();
        }
        [[fallthrough]];
    case Phase::Reading:
        return refuse(408, QStringLiteral("The request did not arrive in time."));
    case Phase::Handling:
        return write(refusal(503, QStringLiteral("The answer was not ready in time. Try again later.")), m_keepAlive);
    case Phase::Streaming:
        return m_isStreamWriting ? end() : writeToStream(heartbeatText(), {});
    case Phase::Handshake:
    case Phase::Continuing:
    case Phase::Writing:
    case Phase::Leaving:
        return end();
    case Phase::Ended:
        return;
    }
}

void Connection::drain()
{
    if (m_phase == Phase::Handshake || m_phase == Phase::Waiting || m_phase == Phase::Leaving ||
        m_phase == Phase::Streaming) {
        end();
    }
}

void Connection::end()
{
    if (m_phase != Phase::Ended) {
        m_phase = Phase::Ended;
        const auto self = shared_from_this();
        close();
        for (const auto& written : std::exchange(m_written, {})) {
            written(false);
        }
        if (m_stream) {
            std::exchange(m_stream, nullptr)->close();
        }
        m_shared.ended(*this);
    }
}

} // namespace delpek::http
