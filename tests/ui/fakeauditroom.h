// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/auditroom.h"

#include <functional>

namespace delpek::test
{

/// An audit log in memory, with a day of the demo's people in it. Answers at once, on the calling thread.
class FakeAuditRoom final : public desk::AuditRoom
{
public:
    explicit FakeAuditRoom(std::function<std::optional<domain::Conversation>(domain::ConversationId)> find);

    Future<desk::AuditPage> page(const desk::AuditRequest& request) override;
    Future<QStringList> actors() override;
    Future<domain::AuditState> follow(const domain::AuditState& from) override;
    Future<qint64> exportTo(const QString& path) override;

    // What a test turns.
    std::vector<domain::AuditEntry> all; ///< the oldest first
    void add(const QString& actor, const QString& action, const QString& subject, const QString& detail = {},
             base::Duration later = std::chrono::seconds(40));
    std::optional<qint64> brokenAt;
    std::optional<Error> failure; ///< every call fails with this until it is taken away
    qint64 reach = 50'000;        ///< so many entries are looked at for a page
    qint64 step = 20;             ///< so many are followed at once
    bool slow = false;            ///< pages are answered by answer() alone
    void answer();
    std::vector<desk::AuditRequest> asked;
    int steps = 0;
    QString exportedTo;

private:
    desk::AuditPage pageOf(const desk::AuditRequest& request) const;

    std::function<std::optional<domain::Conversation>(domain::ConversationId)> m_find;
    std::vector<std::pair<desk::AuditRequest, Promise<desk::AuditPage>>> m_waiting;
};

} // namespace delpek::test
