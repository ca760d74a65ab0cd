// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fakedesk.h"

namespace delpek::test
{

namespace
{

/// Whether a message lies where the request looks.
bool isAsked(const domain::Message& message, const desk::SearchRequest& request)
{
    return !message.deleted && (!request.conversation.isValid() || message.conversation == request.conversation) &&
           (!request.before.isValid() || message.id < request.before) &&
           (!request.after.isValid() || message.id > request.after);
}

std::optional<desk::SearchHit> nameHit(const domain::Conversation& conversation, const desk::SearchRequest& request)
{
    const QString digits = domain::searchDigits(request.text);
    const QString number = conversation.phone ? conversation.phone->display() : QString();
    const QString plain = QString(number).remove(QLatin1Char('-'));
    desk::SearchHit hit{desk::HitKind::Phone, conversation, {}, {number, {}}, conversation.lastActivity};
    if (!digits.isEmpty()) {
        hit.snippet.marks = {{0, number.size()}};
        return plain.contains(digits) ? std::optional(hit) : std::nullopt;
    }
    hit.kind = desk::HitKind::Name;
    const auto marks = domain::findTerms(conversation.displayName, domain::searchTerms(request.text));
    hit.snippet = domain::snippetOf(conversation.displayName, marks);
    return marks.empty() ? std::nullopt : std::optional(hit);
}

} // namespace

Future<desk::SearchPage> FakeDesk::search(const desk::SearchRequest& request)
{
    m_searches += request.conversation.isValid() || request.before.isValid() ? 0 : 1;
    desk::SearchPage page;
    page.notYetSearchable = m_notYetSearchable;
    const auto terms = domain::searchTerms(request.text);
    for (const auto& [id, conversation] : m_conversations) {
        const auto hit = nameHit(conversation, request);
        if (hit && !request.conversation.isValid() && !request.before.isValid()) {
            page.hits.push_back(*hit);
        }
    }
    std::vector<const domain::Message*> asked;
    for (const auto& [id, thread] : m_threads) {
        for (const domain::Message& message : thread) {
            if (isAsked(message, request)) {
                asked.push_back(&message);
            }
        }
    }
    if (request.after.isValid()) {
        std::ranges::sort(asked, {}, &domain::Message::id);
    } else {
        std::ranges::sort(asked, std::greater{}, &domain::Message::id);
    }
    for (const domain::Message* message : asked) {
        const auto marks = domain::findTerms(message->text, terms);
        if (marks.empty()) {
            continue;
        }
        if (int(page.hits.size()) >= request.limit) {
            page.next = page.hits.back().message;
            break;
        }
        const bool spoken = message->attachment && message->attachment->transcript == domain::TranscriptState::Written;
        page.hits.push_back({spoken ? desk::HitKind::Transcript : desk::HitKind::Message,
                             m_conversations.at(message->conversation), message->id,
                             domain::snippetOf(message->text, marks), message->sentAt, message->author,
                             message->authorName});
    }
    return answer<desk::SearchPage>(std::move(page));
}

} // namespace delpek::test
