// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scriptedclient.h"

#include <QTest>

#include <algorithm>

namespace delpek::test
{

namespace
{

QString nameOf(const QByteArray& method, const QString& path)
{
    return QString::fromLatin1(method) + u' ' + path;
}

ScriptedClient::Matches methodAndPath(const QByteArray& method, const QString& path)
{
    return
        [method, path](const http::Request& request) { return request.method == method && request.url.path() == path; };
}

} // namespace

http::Response jsonResponse(int status, const QByteArray& body)
{
    return http::Response{status, {{"Content-Type", "application/json"}}, body};
}

ScriptedClient::~ScriptedClient()
{
    const QString text = complaint();
    if (!text.isEmpty()) {
        QTest::qFail(qPrintable(text), __FILE__, __LINE__);
    }
}

void ScriptedClient::expect(const QByteArray& method, const QString& path, Result<http::Response> answer)
{
    expect(nameOf(method, path), methodAndPath(method, path), [answer](const http::Request&) { return answer; });
}

void ScriptedClient::expect(const QString& name, Matches matches, Answer answer)
{
    const std::lock_guard lock(m_mutex);
    m_expected.push_back({name, std::move(matches), std::move(answer), nullptr});
}

std::shared_ptr<ScriptedClient::Later> ScriptedClient::expectAnsweredLater(const QByteArray& method,
                                                                           const QString& path)
{
    auto later = std::make_shared<Later>();
    const std::lock_guard lock(m_mutex);
    m_expected.push_back({nameOf(method, path), methodAndPath(method, path), {}, later});
    return later;
}

void ScriptedClient::whenever(Matches matches, Answer answer)
{
    const std::lock_guard lock(m_mutex);
    m_standing.push_back({std::move(matches), std::move(answer)});
}

Future<http::Response> ScriptedClient::send(const http::Request& request)
{
    Answer answer;
    {
        const std::lock_guard lock(m_mutex);
        m_requests.append(request);
        if (!m_expected.empty() && m_expected.front().matches(request)) {
            const Expectation expectation = std::move(m_expected.front());
            m_expected.pop_front();
            if (expectation.later) {
                return expectation.later->future();
            }
            answer = expectation.answer;
        } else {
            const auto standing = std::find_if(m_standing.begin(), m_standing.end(),
                                               [&](const Standing& candidate) { return candidate.matches(request); });
            if (standing != m_standing.end()) {
                answer = standing->answer;
            } else {
                m_complaints.append(QStringLiteral("unexpected request %1; expected next: %2")
                                        .arg(nameOf(request.method, request.url.path()),
                                             m_expected.empty() ? QStringLiteral("none") : m_expected.front().name));
            }
        }
    }
    if (!answer) {
        return base::ready<http::Response>(
            fail(ErrorCode::Internal, QStringLiteral("the script has no answer for this request")));
    }
    // Outside of the lock: an answer may well send the next request.
    return base::ready<http::Response>(answer(request));
}

QList<http::Request> ScriptedClient::requests() const
{
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

QString ScriptedClient::complaint() const
{
    const std::lock_guard lock(m_mutex);
    QStringList lines = m_complaints;
    for (const Expectation& expectation : m_expected) {
        lines.append(QStringLiteral("expected, but it never came: %1").arg(expectation.name));
    }
    return lines.join(u'\n');
}

} // namespace delpek::test
