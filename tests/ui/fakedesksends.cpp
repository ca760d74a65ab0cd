// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/demotemplates.h"
#include "ui/fakedesk.h"

// What the desk is handed to send.

namespace delpek::test
{

using domain::HolderKind;
using domain::Topic;

Future<domain::MessageId> FakeDesk::hand(Sent sent)
{
    const auto id = sent.conversation;
    if (!m_failure) {
        if (!sent.templated) {
            m_drafts.erase(id);
        }
        m_conversations.at(id).holder = {HolderKind::Staff, staffName()};
    }
    const auto made = add(id, domain::AuthorKind::Staff, staffName(), sent.text);
    if (!m_failure) {
        sent.message = made.result().value();
        m_sent.push_back(std::move(sent));
        if (m_undo.count() > 0) {
            m_held.push_back({m_sent.back().message, id, m_conversations.at(id).displayName, m_now + m_undo});
            publish({{Topic::Outbox, 1, id.value}});
        }
    }
    return made;
}

Future<domain::MessageId> FakeDesk::reply(domain::ConversationId id, const QString& text)
{
    return hand({id, text});
}

Future<domain::MessageId> FakeDesk::doctorReply(domain::ConversationId id, const QString& doctorName,
                                                const QString& text)
{
    if (auto* open = m_failure ? nullptr : openEscalationOf(id)) {
        open->acknowledgedAt = open->acknowledgedAt.value_or(m_now);
        open->answeredAt = m_now;
        open->answeredBy = doctorName;
        happened(*open, QStringLiteral("answered"), doctorName, {});
    }
    return add(id, domain::AuthorKind::Doctor, doctorName, text);
}

Future<domain::MessageId> FakeDesk::send(domain::ConversationId id, const desk::Parcel& parcel)
{
    Sent sent{id, parcel.text};
    for (const auto& file : parcel.files) {
        sent.files << file.name;
    }
    sent.place = parcel.place;
    sent.contents = parcel.files;
    return hand(std::move(sent));
}

Future<desk::FileContent> FakeDesk::voiceNote(const domain::Recording& recording)
{
    if (!m_signIn.mayDo(domain::Right::Converse)) {
        return answer(Result<desk::FileContent>(fail(ErrorCode::Unauthorised, {}, QStringLiteral("staff.signIn"))));
    }
    const auto good = domain::checkRecording(recording);
    if (!good) {
        return answer<desk::FileContent>(fail(good.error()));
    }
    desk::FileContent note{"OggS", QStringLiteral("audio/ogg"), QStringLiteral("voice.ogg")};
    note.voice = true;
    note.seconds = int(std::chrono::ceil<std::chrono::seconds>(domain::lengthOf(recording)).count());
    return answer<desk::FileContent>(note);
}

Future<Done> FakeDesk::checkFile(domain::ConversationId, const desk::FileContent& file)
{
    constexpr qsizetype most = 16 * 1024 * 1024;
    const bool isKnown =
        file.voice || file.type.startsWith(QLatin1String("image/")) || file.type == QLatin1String("application/pdf");
    if (!isKnown) {
        return answer<Done>(
            fail(ErrorCode::InvalidInput, QStringLiteral("of another kind"), QStringLiteral("media.type")));
    }
    return file.bytes.size() <= most ? answer<Done>(Done{})
                                     : answer<Done>(fail(ErrorCode::InvalidInput, QStringLiteral("too large"),
                                                         QStringLiteral("send.fileTooLarge")));
}

Future<domain::MessageId> FakeDesk::sendFile(domain::ConversationId id, const desk::FileContent& file,
                                             const QString& caption)
{
    return send(id, {caption, {file}});
}

Future<domain::MessageId> FakeDesk::sendPlace(domain::ConversationId id)
{
    return send(id, {.text = {}, .place = true});
}

Future<std::vector<desk::TemplateChoice>> FakeDesk::templates(domain::ConversationId id)
{
    auto choices = demoTemplates();
    for (auto& choice : choices) {
        const auto language = base::fromText<domain::Language>(choice.language).value();
        for (auto& field : choice.fields) {
            field.value = m_templateFacts[id][field.name].in(language);
        }
    }
    return answer<std::vector<desk::TemplateChoice>>(std::move(choices));
}

Future<QString> FakeDesk::templateText(const domain::TemplateUse& use)
{
    for (const auto& choice : demoTemplates()) {
        if (choice.name == use.name && choice.language == use.language) {
            QString text = choice.body;
            for (const auto& [name, value] : use.fields) {
                text.replace(QStringLiteral("{{%1}}").arg(name), value);
            }
            return text.contains(QLatin1String("{{"))
                       ? answer<QString>(fail(ErrorCode::InvalidInput, QStringLiteral("a field is missing"),
                                              QStringLiteral("send.templateFields")))
                       : answer<QString>(std::move(text));
        }
    }
    return answer<QString>(fail(ErrorCode::NotFound, QStringLiteral("no such template")));
}

Future<domain::MessageId> FakeDesk::sendTemplate(domain::ConversationId id, const domain::TemplateUse& use,
                                                 const QString& readsAs)
{
    Sent sent{id, readsAs};
    sent.templated = use;
    return hand(std::move(sent));
}

Future<std::vector<desk::HeldSend>> FakeDesk::heldSends()
{
    return answer<std::vector<desk::HeldSend>>(std::vector<desk::HeldSend>(m_held));
}

Future<desk::TakenBack> FakeDesk::takeBack(domain::MessageId id)
{
    const auto held = std::ranges::find(m_held, id, &desk::HeldSend::message);
    if (held == m_held.end()) {
        return answer<desk::TakenBack>(
            fail(ErrorCode::Conflict, QStringLiteral("it is on its way"), QStringLiteral("send.on-its-way")));
    }
    desk::TakenBack back;
    back.conversation = held->conversation;
    m_held.erase(held);
    const auto sent = std::ranges::find(m_sent, id, &Sent::message);
    auto& thread = m_threads[back.conversation];
    const auto place = std::ranges::find(thread, id, &domain::Message::id);
    back.messages.push_back(*place);
    back.messages.back().templated = sent->templated;
    for (const auto& content : sent->contents) {
        domain::Message file = *place;
        file.id = {++m_nextMessage};
        file.attachment = domain::Attachment{};
        file.attachment->name = content.name;
        file.attachment->type = content.type;
        file.attachment->voice = content.voice;
        file.attachment->seconds = content.seconds;
        m_files[file.id] = content.bytes;
        back.messages.push_back(std::move(file));
    }
    if (sent->place) {
        back.messages.front().place = domain::Place{};
    }
    place->delivery = domain::DeliveryState::Withdrawn;
    place->deliveryError = QStringLiteral("send.taken-back");
    place->deleted = true;
    if (!sent->templated) {
        QStringList words{sent->text, savedDraft(back.conversation)};
        words.removeAll(QString());
        m_drafts[back.conversation] = words.join(QLatin1Char('\n'));
    }
    back.draft = savedDraft(back.conversation);
    m_sent.erase(sent);
    publish({{Topic::Message, id.value, back.conversation.value}, {Topic::Outbox, 1, back.conversation.value}});
    return answer<desk::TakenBack>(std::move(back));
}

Future<domain::MessageId> FakeDesk::sendAgain(domain::MessageId id)
{
    for (const auto& [conversation, thread] : m_threads) {
        const auto place = std::ranges::find(thread, id, &domain::Message::id);
        if (place != thread.end()) {
            return hand({conversation, place->text});
        }
    }
    return answer<domain::MessageId>(fail(ErrorCode::NotFound, QStringLiteral("no such message")));
}

Future<Done> FakeDesk::confirmArrived(domain::MessageId id)
{
    for (auto& [conversation, thread] : m_threads) {
        const auto place = std::ranges::find(std::as_const(thread), id, &domain::Message::id);
        if (place != thread.cend()) {
            thread[place - thread.cbegin()].delivery = domain::DeliveryState::Delivered;
            publish({{Topic::Message, id.value, conversation.value}});
        }
    }
    return answer<Done>(Done{});
}

} // namespace delpek::test
