// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/patientexport.h"

#include "store/consents.h"
#include "store/escalations.h"
#include "store/messages.h"
#include "store/notes.h"
#include "store/reviews.h"

#include <QDateTime>
#include <QTimeZone>

namespace delpek::app
{

namespace
{

using base::Json;
using base::utf8;

constexpr int pageSize = 500;

std::string moment(base::Instant at)
{
    return utf8(QDateTime::fromMSecsSinceEpoch(base::toMillis(at), QTimeZone::utc()).toString(Qt::ISODate));
}

std::string word(const auto& value)
{
    return utf8(base::toText(value));
}

Result<Json> exportOf(store::Messages& messages, const domain::Message& message)
{
    Json json{{"at", moment(message.sentAt)},
              {"author", word(message.author)},
              {"kind", word(message.kind)},
              {"text", utf8(message.text)}};
    if (!message.authorName.isEmpty()) {
        json["name"] = utf8(message.authorName);
    }
    for (int version = 1; version < message.version; ++version) {
        const auto before = messages.textOf(message.id, version);
        if (!before) {
            return fail(before.error());
        }
        json["before"].push_back(utf8(*before));
    }
    if (message.deleted) {
        json["deleted"] = true;
    }
    if (message.attachment) {
        json["file"] = {{"type", utf8(message.attachment->type)},
                        {"name", utf8(message.attachment->name)},
                        {"bytes", message.attachment->size},
                        {"kept", message.attachment->state == domain::AttachmentState::Kept}};
    }
    if (message.place) {
        json["place"] = {{"latitude", message.place->latitude}, {"longitude", message.place->longitude}};
    }
    return json;
}

Result<Json> messagesOf(store::Session& session, domain::ConversationId id)
{
    store::Messages messages(session);
    Json all = Json::array();
    for (domain::MessageId last;;) {
        const auto page = messages.after(id, last, pageSize);
        if (!page) {
            return fail(page.error());
        }
        for (const auto& message : *page) {
            auto json = exportOf(messages, message);
            if (!json) {
                return json;
            }
            all.push_back(std::move(*json));
            last = message.id;
        }
        if (std::ssize(*page) < pageSize) {
            return all;
        }
    }
}

Result<Json> escalationsOf(store::Session& session, domain::ConversationId id)
{
    const auto escalations = store::Escalations(session).ofConversation(id);
    if (!escalations) {
        return fail(escalations.error());
    }
    Json all = Json::array();
    for (const auto& one : *escalations) {
        Json json{{"urgency", word(one.urgency)}, {"raised", moment(one.openedAt)}, {"summary", utf8(one.summary)}};
        if (one.answeredAt) {
            json["answered"] = {{"at", moment(*one.answeredAt)}, {"by", utf8(one.answeredBy)}};
        }
        if (one.closedAt) {
            json["closed"] = {
                {"at", moment(*one.closedAt)}, {"by", utf8(one.closedBy)}, {"why", utf8(one.closeReason)}};
        }
        all.push_back(std::move(json));
    }
    return all;
}

Result<Json> notesOf(store::Session& session, domain::ConversationId id)
{
    return store::Notes(session).of(id).map([](const std::vector<domain::InternalNote>& notes) {
        Json all = Json::array();
        for (const auto& note : notes) {
            all.push_back({{"at", moment(note.writtenAt)}, {"by", utf8(note.author)}, {"text", utf8(note.text)}});
        }
        return all;
    });
}

/// What staff said of turns that were wrong.
Result<Json> reportsOf(store::Session& session, domain::ConversationId id)
{
    return store::Reviews(session).of(id).map([](const std::vector<domain::Review>& reviews) {
        Json all = Json::array();
        for (const auto& review : reviews) {
            Json json{{"at", moment(review.at)},
                      {"by", utf8(review.author)},
                      {"kind", review.report.fault ? word(*review.report.fault) : std::string()},
                      {"text", utf8(review.report.words)},
                      {"better", utf8(review.report.better)}};
            if (review.settled) {
                json["settled"] = {{"at", moment(review.settled->at)},
                                   {"by", utf8(review.settled->by)},
                                   {"outcome", word(review.settled->outcome)},
                                   {"text", utf8(review.settled->words)}};
            }
            all.push_back(std::move(json));
        }
        return all;
    });
}

} // namespace

Result<Json> exportOf(store::Session& session, const std::vector<domain::Conversation>& conversations,
                      base::Instant now)
{
    Json all = Json::array();
    for (const auto& conversation : conversations) {
        auto messages = messagesOf(session, conversation.id);
        auto escalations = messages ? escalationsOf(session, conversation.id) : fail(messages.error());
        auto notes = escalations ? notesOf(session, conversation.id) : fail(escalations.error());
        auto reports = notes ? reportsOf(session, conversation.id) : fail(notes.error());
        const auto consent = reports ? store::Consents(session).of(conversation.id) : fail(reports.error());
        if (!consent) {
            return fail(consent.error());
        }
        all.push_back({{"channel", word(conversation.address.channel)},
                       {"known_as", utf8(conversation.address.user)},
                       {"name", utf8(conversation.displayName)},
                       {"phone", conversation.phone ? utf8(conversation.phone->e164()) : std::string()},
                       {"language", word(conversation.language)},
                       {"wants_no_messages", conversation.optedOut},
                       {"consent_to_medical_answers", word(consent->state)},
                       {"messages", std::move(*messages)},
                       {"escalations", std::move(*escalations)},
                       {"internal_notes", std::move(*notes)},
                       {"reported_turns", std::move(*reports)}});
    }
    return Json{{"exported", moment(now)}, {"conversations", std::move(all)}};
}

} // namespace delpek::app
