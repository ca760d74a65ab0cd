// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/loadclient.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <string_view>
#include <vector>

namespace delpek::test
{

namespace
{

using Steady = std::chrono::steady_clock;

/// The length and status of one whole response at the front of `bytes`, or a length of 0.
struct Parsed {
    std::size_t length = 0;
    int status = 0;
};

Parsed parsed(std::string_view bytes)
{
    const auto end = bytes.find("\r\n\r\n");
    if (end == std::string_view::npos) {
        return {};
    }
    std::size_t body = 0;
    constexpr std::string_view field = "Content-Length: ";
    if (const auto at = bytes.substr(0, end).find(field); at != std::string_view::npos) {
        std::from_chars(bytes.data() + at + field.size(), bytes.data() + end, body);
    }
    Parsed result{end + 4 + body, 0};
    if (result.length > bytes.size()) {
        return {};
    }
    std::from_chars(bytes.data() + 9, bytes.data() + 12, result.status);
    return result;
}

class Generator
{
public:
    explicit Generator(const LoadPlan& plan)
        : m_plan(plan)
        , m_epoll(epoll_create1(EPOLL_CLOEXEC))
        , m_lines(static_cast<std::size_t>(plan.connections))
    {
        m_latencies.reserve(static_cast<std::size_t>(plan.requests));
    }

    ~Generator()
    {
        for (const Line& line : m_lines) {
            if (line.socket >= 0) {
                ::close(line.socket);
            }
        }
        ::close(m_epoll);
    }

    Result<LoadResult> run();

private:
    struct Line {
        int socket = -1;
        Steady::time_point due;
        std::string input;
    };

    bool connectLine(std::size_t index);
    Steady::time_point dueOf(qint64 request) const;
    void sendDue();
    void read(std::size_t index);
    void lose(std::size_t index);
    qint64 done() const { return m_result.succeeded + m_result.refused + m_result.lost; }
    LoadResult summary();

    const LoadPlan& m_plan;
    int m_epoll;
    std::vector<Line> m_lines;
    std::vector<std::size_t> m_idle;
    std::vector<std::chrono::microseconds> m_latencies;
    Steady::time_point m_start;
    qint64 m_next = 0;
    LoadResult m_result;
};

bool Generator::connectLine(std::size_t index)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    m_lines[index].socket = socket;
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(m_plan.port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (socket < 0 || ::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
        return false;
    }
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = index;
    ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, socket, &event);
    m_lines[index].input.clear();
    m_idle.push_back(index);
    return true;
}

Steady::time_point Generator::dueOf(qint64 request) const
{
    const std::chrono::duration<double> after(static_cast<double>(request) / m_plan.perSecond);
    return m_start + std::chrono::duration_cast<Steady::duration>(after);
}

void Generator::sendDue()
{
    while (m_next < m_plan.requests && !m_idle.empty()) {
        const auto now = Steady::now();
        const auto due = m_plan.perSecond > 0 ? dueOf(m_next) : now;
        if (due > now) {
            return;
        }
        const std::size_t index = m_idle.back();
        m_idle.pop_back();
        Line& line = m_lines[index];
        line.due = due;
        const QByteArray bytes = m_plan.request(m_next++);
        qsizetype sent = 0;
        while (sent < bytes.size()) {
            const auto step = ::send(line.socket, bytes.constData() + sent,
                                     static_cast<std::size_t>(bytes.size() - sent), MSG_NOSIGNAL);
            if (step <= 0) {
                break; // The end of the connection shows in reading.
            }
            sent += step;
        }
    }
}

void Generator::lose(std::size_t index)
{
    ++m_result.lost;
    ::close(m_lines[index].socket);
    m_lines[index].socket = -1;
    connectLine(index);
}

void Generator::read(std::size_t index)
{
    Line& line = m_lines[index];
    char buffer[16 * 1024];
    const auto got = ::recv(line.socket, buffer, sizeof buffer, 0);
    if (got <= 0) {
        if (std::find(m_idle.begin(), m_idle.end(), index) == m_idle.end()) {
            return lose(index);
        }
        // Closed between requests: no harm, another one takes its place.
        ::close(std::exchange(line.socket, -1));
        m_idle.erase(std::find(m_idle.begin(), m_idle.end(), index));
        connectLine(index);
        return;
    }
    line.input.append(buffer, static_cast<std::size_t>(got));
    const Parsed answer = parsed(line.input);
    if (answer.length == 0) {
        return;
    }
    line.input.erase(0, answer.length);
    ++(answer.status / 100 == 2 ? m_result.succeeded : m_result.refused);
    m_latencies.push_back(std::chrono::duration_cast<std::chrono::microseconds>(Steady::now() - line.due));
    m_idle.push_back(index);
}

Result<LoadResult> Generator::run()
{
    for (std::size_t index = 0; index < m_lines.size(); ++index) {
        if (!connectLine(index)) {
            return fail(ErrorCode::Unavailable, QStringLiteral("nobody listens on port %1").arg(m_plan.port));
        }
    }
    m_start = Steady::now();
    std::array<epoll_event, 256> events{};
    while (done() < m_plan.requests) {
        if (Steady::now() - m_start > m_plan.limit) {
            return fail(ErrorCode::Timeout,
                        QStringLiteral("%1 of %2 requests were answered").arg(done()).arg(m_plan.requests));
        }
        sendDue();
        auto pause = std::chrono::nanoseconds(std::chrono::milliseconds(100));
        if (m_plan.perSecond > 0 && m_next < m_plan.requests && !m_idle.empty()) {
            pause =
                std::clamp(std::chrono::nanoseconds(dueOf(m_next) - Steady::now()), std::chrono::nanoseconds(0), pause);
        }
        const timespec wait{0, static_cast<long>(pause.count())};
        const int ready = ::epoll_pwait2(m_epoll, events.data(), static_cast<int>(events.size()), &wait, nullptr);
        for (int i = 0; i < ready; ++i) {
            read(events[static_cast<std::size_t>(i)].data.u64);
        }
    }
    return summary();
}

LoadResult Generator::summary()
{
    m_result.wall = std::chrono::duration_cast<std::chrono::microseconds>(Steady::now() - m_start);
    std::sort(m_latencies.begin(), m_latencies.end());
    const auto at = [this](double share) {
        if (m_latencies.empty()) {
            return std::chrono::microseconds(0);
        }
        const auto last = m_latencies.size() - 1;
        return m_latencies[static_cast<std::size_t>(static_cast<double>(last) * share)];
    };
    m_result.p50 = at(0.5);
    m_result.p90 = at(0.9);
    m_result.p99 = at(0.99);
    m_result.p999 = at(0.999);
    m_result.longest = at(1);
    m_result.perSecond = static_cast<double>(m_latencies.size()) * 1e6 / static_cast<double>(m_result.wall.count());
    return m_result;
}

} // namespace

Result<LoadResult> runLoad(const LoadPlan& plan)
{
    return Generator(plan).run();
}

QString toText(const LoadResult& result)
{
    const auto milliseconds = [](std::chrono::microseconds value) {
        return QString::number(static_cast<double>(value.count()) / 1000, 'f', 2);
    };
    return QStringLiteral("%1 succeeded, %2 refused, %3 lost, %4/s; p50 %5 ms, p90 %6 ms, p99 %7 ms, p99.9 %8 ms, "
                          "longest %9 ms")
        .arg(result.succeeded)
        .arg(result.refused)
        .arg(result.lost)
        .arg(result.perSecond, 0, 'f', 0)
        .arg(milliseconds(result.p50), milliseconds(result.p90), milliseconds(result.p99), milliseconds(result.p999),
             milliseconds(result.longest));
}

} // namespace delpek::test
