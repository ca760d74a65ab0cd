// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/fakedesk.h"

namespace delpek::test
{

/// Fills a FakeDesk: Hebrew and English conversations in the states a window has to show.
class DemoContent
{
public:
    explicit DemoContent(FakeDesk& desk);
    void fill();

private:
    domain::Conversation& conversation(qint64 id, const QString& name, const QString& phone,
                                       domain::ChannelKind channel, int minutesAgo);
    domain::Message& say(qint64 id, domain::AuthorKind author, const QString& name, const QString& text, int minutesAgo,
                         domain::DeliveryState delivery = domain::DeliveryState::None);
    void finish(qint64 id);
    void booking();
    void urgent();
    void escalation(qint64 id, const domain::Conversation& conversation, const QString& reason, const QString& rule);
    void troubles();
    void others();
    void files();
    domain::Message& file(domain::MessageKind kind, const QString& type, const QString& name, qint64 size,
                          int minutesAgo);
    void longOne();
    void records();
    void knownToTemplates();
    void decisions();

    FakeDesk& m_desk;
    qint64 m_message = 1'000;
};

} // namespace delpek::test
