// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/doctor/joined.h"

#include "base/json.h"
#include "desk/staffsend.h"
#include "desk/window.h"
#include "domain/isolate.h"
#include "store/conversations.h"
#include "store/outgoing.h"

#include <QFile>

namespace delpek::api::doctor
{

namespace
{

using store::Session;

const QString path = QStringLiteral(":/delpek/escalations/doctor.json");

Result<Done> queue(Session& session, const domain::Conversation& conversation, const QString& text, base::Instant now)
{
    domain::Message message;
    message.conversation = conversation.id;
    message.author = domain::AuthorKind::System;
    message.text = text;
    message.epoch = conversation.epoch;
    return store::queueMessage(session, std::move(message), store::Fence::None, now).map([](auto&&) { return Done{}; });
}

} // namespace

Result<domain::Bilingual> joinedText()
{
    QFile file(path);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    const auto json = isOpen ? base::parseJson(file.readAll())
                             : fail(ErrorCode::Internal, QStringLiteral("%1 is missing from the program").arg(path));
    return json.and_then([](const base::Json& all) -> Result<domain::Bilingual> {
        const base::Json& texts = base::at(all, "joined");
        const domain::Bilingual text{base::textAt(texts, "he"), base::textAt(texts, "en")};
        const auto hasName = [](const QString& one) { return one.contains(QLatin1String("{name}")); };
        return hasName(text.he) && hasName(text.en)
                   ? Result<domain::Bilingual>(text)
                   : fail(ErrorCode::Internal,
                          QStringLiteral("%1: \"joined\" needs {name} in both languages").arg(path));
    });
}

Result<Done> tellJoined(Session& session, const domain::Bilingual& text, const store::EscalationLink& link,
                        domain::ConversationId id, base::Instant now)
{
    const auto isFirst = store::EscalationLinks(session).noteJoined(link, now);
    if (!isFirst || !*isFirst) {
        return isFirst.map([](bool) { return Done{}; });
    }
    const auto before = store::Conversations(session).find(id);
    if (!before) {
        return fail(before.error());
    }
    const auto holder = before->holder.kind;
    if (holder == domain::HolderKind::Agent || holder == domain::HolderKind::Nobody) {
        const auto held = desk::setHolder(session, id, {domain::HolderKind::Doctor, link.staffName}, now);
        if (!held) {
            return held;
        }
    }
    if (!desk::composerFor(*before, now).canSendText) {
        return Done{};
    }
    return store::Conversations(session).find(id).and_then([&](const domain::Conversation& conversation) {
        QString words = text.in(conversation.language);
        words.replace(QLatin1String("{name}"), domain::isolate(link.staffName));
        return queue(session, conversation, words, now);
    });
}

} // namespace delpek::api::doctor
