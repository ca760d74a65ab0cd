// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "e2e/daemon.h"

#include "base/json.h"

namespace delpek::test
{

/// Somebody who writes on the chat page of a daemon that runs.
class Visitor
{
public:
    /// What a daemon needs so that visitors are answered at once; before its start.
    static void letIn(Daemon& daemon)
    {
        daemon.set(QStringLiteral("webchat.enabled"), QStringLiteral("true"));
        daemon.set(QStringLiteral("media.folder"), daemon.folder() + QStringLiteral("/files"));
        daemon.set(QStringLiteral("agent.quiet-window"), QStringLiteral("0s"));
    }

    explicit Visitor(Daemon& daemon)
        : m_daemon(daemon)
        , m_token(base::textAt(base::parseJson(daemon.post("/api/webchat/session", "").body).value_or(base::Json()),
                               "token"))
    {
    }

    /// Whether the page's message was taken in.
    bool says(const char* words)
    {
        const QByteArray body =
            base::toBytes({{"id", "bbbbbbbb-" + std::to_string(++m_said)}, {"text", words}, {"language", "en"}});
        return m_daemon.post("/api/webchat/messages", body, bearer()).status < 300;
    }
    bool sendsPdf(const QByteArray& bytes)
    {
        const QByteArray path = "/api/webchat/files?name=scan.pdf&id=bbbbbbbb-" + QByteArray::number(++m_said);
        return m_daemon.post(path, bytes, bearer(), "application/pdf").status < 300;
    }

private:
    QByteArray bearer() const { return "Authorization: Bearer " + m_token.toLatin1() + "\r\n"; }

    Daemon& m_daemon;
    QString m_token;
    int m_said = 0;
};

} // namespace delpek::test
