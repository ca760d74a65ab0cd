// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/client.h"


#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace delpek::test
{

/// An answer with a JSON body.
http::Response jsonResponse(int status, const QByteArray& body);

/// An HTTP client that answers from a script. Expectations made with expect() must come in their order, each once;
/// answers made with whenever() serve any number of requests that are not the next expected one. Strict: a request
/// without an answer, or an expectation without its request at the end of the client's life, fails the running test.
/// `send` may be called from any thread.
class ScriptedClient final : public http::Client
{
public:
    using Matches = std::function<bool(const http::Request&)>;
    using Answer = std::function<Result<http::Response>(const http::Request&)>;
    using Later = Promise<http::Response>;

    ~ScriptedClient() override;

    /// `path` is the URL's path, decoded, without host and query.
    void expect(const QByteArray& method, const QString& path, Result<http::Response> answer);
    /// `name` is how the expectation is called when it is not met.
    void expect(const QString& name, Matches matches, Answer answer);
    /// The answer is given when the test says so, by finishing the promise with it.
    std::shared_ptr<Later> expectAnsweredLater(const QByteArray& method, const QString& path);
    void whenever(Matches matches, Answer answer);

    Future<http::Response> send(const http::Request& request) override;

    /// Everything that was sent, in order.
    QList<http::Request> requests() const;
    /// What went against the script so far; empty when all is well and nothing is outstanding.
    QString complaint() const;

private:
    struct Expectation {
        QString name;
        Matches matches;
        Answer answer;
        std::shared_ptr<Later> later;
    };
    struct Standing {
        Matches matches;
        Answer answer;
    };

    mutable std::mutex m_mutex;
    std::deque<Expectation> m_expected;
    std::vector<Standing> m_standing;
    QList<http::Request> m_requests;
    QStringList m_complaints;
};

} // namespace delpek::test
