// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/doctor/cardjson.h"
#include "api/doctor/doctorchat.h"
#include "api/webchat/shownfile.h"
#include "api/webchat/site.h"
#include "base/logging.h"
#include "store/messages.h"

// What the doctor sees.

namespace delpek::api::doctor
{

namespace
{

constexpr int pageSize = 50;

const webchat::Objection noFile{404, "file-gone", QStringLiteral("There is no such file in this conversation.")};

} // namespace

void DoctorChat::giveCard(const Visit& visit)
{
    desk::Desk& desk = deskOf(visit);
    note(visit, QStringLiteral("link.viewed"))
        .then([visit, &desk](const Result<Done>& noted) {
            return noted ? desk.escalationCard(visit.escalation.id)
                         : base::ready<domain::EscalationCard>(fail(noted.error()));
        })
        .then([this, visit, &desk](const Result<domain::EscalationCard>& card) {
            if (!card) {
                return visit.respond(webchat::refusal(objectionTo(card.error())));
            }
            desk.composer(visit.escalation.conversation)
                .then([this, visit, &desk, card = *card](const Result<desk::ComposerState>& composer) {
                    desk::ComposerState silent;
                    silent.canSendText = false;
                    auto state = composer.value_or(silent);
                    if (!card.answerFault.isEmpty()) {
                        state.canSendText = false;
                        state.reason = card.answerFault;
                    }
                    base::Json json = toJson(card);
                    json["mayWrite"] = toJson(state);
                    json["me"] = {{"name", base::utf8(visit.door.staff.name)},
                                  {"language", base::utf8(base::toText(visit.door.staff.language))}};
                    json["now"] = qint64(base::toMillis(m_parts.clock.now()));
                    json["until"] = qint64(base::toMillis(visit.door.link.expiresAt));
                    json["zone"] = desk.zone().id().toStdString();
                    json["maxText"] = m_setup.maxText;
                    json["maxFile"] = m_setup.maxFile;
                    json["maxVoice"] = longestVoice();
                    visit.respond(answer(json));
                });
        });
}

void DoctorChat::giveThread(const Visit& visit)
{
    const domain::MessageId before{visit.request.queryValue("before").toLongLong()};
    deskOf(visit)
        .threadBefore(visit.escalation.conversation, before, pageSize)
        .then([visit](const Result<desk::ThreadPage>& page) {
            if (!page) {
                return visit.respond(webchat::refusal(objectionTo(page.error())));
            }
            base::Json list = base::Json::array();
            for (const auto& message : page->messages) {
                list.push_back(toJson(message));
            }
            visit.respond(answer({{"messages", std::move(list)}, {"hasOlder", page->hasOlder}}));
        });
}

/// A file of this conversation alone, whichever message is named.
void DoctorChat::giveFile(const Visit& visit)
{
    const domain::MessageId id{visit.request.queryValue("message").toLongLong()};
    note(visit, QStringLiteral("link.fileViewed"), QStringLiteral("message:%1").arg(id.value))
        .then([this, id](const Result<Done>& noted) {
            return noted
                       ? m_parts.store.read([id](store::Session& session) { return store::Messages(session).find(id); })
                       : base::ready<domain::Message>(fail(noted.error()));
        })
        .then([this, visit](const Result<domain::Message>& message) {
            if (!message && message.error().code != ErrorCode::NotFound) {
                return visit.respond(webchat::refusal(objectionTo(message.error())));
            }
            const bool isOurs = message && message->conversation == visit.escalation.conversation;
            const bool isThere = isOurs && !message->deleted && message->attachment &&
                                 message->attachment->state == domain::AttachmentState::Kept;
            if (!isThere) {
                return visit.respond(webchat::refusal(noFile));
            }
            m_fileWorker.post([this, visit, file = *message->attachment] {
                const auto bytes = m_parts.files.read(file.file);
                if (!bytes) {
                    qCWarning(lcHttp).noquote() << "file not read:" << base::describe(bytes.error());
                }
                visit.respond(bytes ? webchat::fileAnswer(file, *bytes) : webchat::refusal(noFile));
            });
        });
}

void DoctorChat::openStream(const Visit& visit)
{
    auto stream = m_hub.open(visit.door.link, visit.escalation.conversation);
    if (!stream) {
        return visit.respond(
            webchat::refusal({429, "too-fast", stream.error().detail, base::Duration(std::chrono::seconds(30))}));
    }
    http::ServerResponse response{200, {}, "text/event-stream", webchat::commonHeaders(webchat::Cache::Never)};
    response.headers.emplaceBack("X-Accel-Buffering", "no");
    response.stream = std::move(*stream);
    visit.respond(response);
}

} // namespace delpek::api::doctor
