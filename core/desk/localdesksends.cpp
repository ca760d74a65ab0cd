// SPDX-License-Identifier: GPL-3.0-or-later
// What a person sends from the desk on the store of this process.
#include "desk/heldsends.h"
#include "desk/localdesk.h"
#include "desk/owntemplates.h"
#include "desk/settlement.h"
#include "desk/templatechoices.h"
#include "media/filetypes.h"
#include "store/conversations.h"
#include "store/messages.h"

namespace delpek::desk
{

namespace
{

using store::Session;

Error refusedTemplate(const domain::TemplateUse& use, const QString& key)
{
    return {key == QLatin1String("send.templateFields") ? ErrorCode::InvalidInput : ErrorCode::Forbidden, key,
            QStringLiteral("template %1 cannot go out as it was shown").arg(use.name)};
}

Result<domain::Place> placeOf(const domain::ClinicInfo& clinic, domain::Language language)
{
    if (!clinic.location) {
        return fail(ErrorCode::NotFound, QStringLiteral("the clinic's facts hold no place on the map"),
                    QStringLiteral("clinic.no-place"));
    }
    const auto& [latitude, longitude] = *clinic.location;
    return domain::Place{latitude, longitude, clinic.name.in(language), clinic.address.in(language)};
}

} // namespace

const channels::Channel* LocalDesk::channelFor(const domain::ChannelAddress& address) const
{
    const auto found = std::ranges::find_if(m_channels, [&](const channels::Channel* channel) {
        return channel->kind() == address.channel && channel->account() == address.account;
    });
    return found == m_channels.end() ? nullptr : *found;
}

channels::Capabilities LocalDesk::limits(const domain::ChannelAddress& address) const
{
    const auto* channel = channelFor(address);
    return channel ? channel->capabilities() : channels::Capabilities{};
}

Future<domain::MessageId> LocalDesk::sendAs(StaffSend send)
{
    send.limitsOf = [this](const domain::ChannelAddress& address) { return limits(address); };
    send.undo = m_undo;
    send.needsConsent = m_needsConsent;
    send.transcribe = m_transcribe;
    return m_store.write([send, now = m_clock.now()](Session& session) { return sendByPerson(session, send, now); })
        .then([this, send](const Result<domain::MessageId>& result) {
            if (result) {
                return whenAgentSendsSettled(m_store, send.conversation).then([result](const Result<Done>&) {
                    return result;
                });
            }
            const auto code = result.error().code;
            const bool isRefused =
                code == ErrorCode::WindowClosed || code == ErrorCode::Unreachable || code == ErrorCode::Forbidden;
            if (!isRefused || send.draftOf.isEmpty()) {
                return base::ready<domain::MessageId>(result);
            }
            // The text is kept before the refusal is told.
            return saveDraft(send.conversation, send.text).then([result](const Result<Done>&) { return result; });
        });
}

Future<domain::MessageId> LocalDesk::reply(domain::ConversationId id, const QString& text)
{
    return sendAs({id, domain::AuthorKind::Staff, m_actor.name, m_actor.name, text});
}

Future<domain::MessageId> LocalDesk::doctorReply(domain::ConversationId id, const QString& doctorName,
                                                 const QString& text)
{
    return sendAs({id, domain::AuthorKind::Doctor, doctorName, m_actor.name, text});
}

Result<Done> LocalDesk::takes(const domain::Conversation& conversation, const FileContent& file) const
{
    const auto* channel = channelFor(conversation.address);
    if (!channel) {
        return fail(ErrorCode::Unavailable, QStringLiteral("the channel account is not configured"),
                    QStringLiteral("channel.off"));
    }
    return channel->checkFile({kindOfFile(file.type), file.type, file.name, file.voice, file.bytes});
}

Future<FileContent> LocalDesk::voiceNote(const domain::Recording& recording)
{
    return m_files.voiceNote(recording);
}

Future<Done> LocalDesk::checkFile(domain::ConversationId id, const FileContent& file)
{
    return conversation(id).then([this, file](const Result<domain::Conversation>& found) -> Result<Done> {
        return found.and_then([&](const auto& conversation) { return takes(conversation, file); }).and_then([&](Done) {
            return m_files.check(file);
        });
    });
}

Future<std::vector<domain::Attachment>> LocalDesk::keepAll(const std::vector<FileContent>& files)
{
    auto kept = base::ready<std::vector<domain::Attachment>>(std::vector<domain::Attachment>{});
    for (const FileContent& file : files) {
        kept = kept.then([this, file](const Result<std::vector<domain::Attachment>>& before) {
            if (!before) {
                return base::ready<std::vector<domain::Attachment>>(before);
            }
            return m_files.keep(file).then([all = *before](const Result<domain::Attachment>& one) {
                return one.map([&](const domain::Attachment& attachment) {
                    auto more = all;
                    more.push_back(attachment);
                    return more;
                });
            });
        });
    }
    return kept;
}

Future<domain::MessageId> LocalDesk::send(domain::ConversationId id, const Parcel& parcel)
{
    return conversation(id).then([this, id, parcel](const Result<domain::Conversation>& found) {
        Result<Done> good = found.map([](auto&&) { return Done{}; });
        for (const FileContent& file : parcel.files) {
            good = good.and_then([&](Done) { return takes(*found, file); });
        }
        if (!good) {
            return base::ready<domain::MessageId>(fail(good.error()));
        }
        // Without words of its own it leaves the draft alone.
        const QString draftOf = parcel.text.trimmed().isEmpty() ? QString() : m_actor.name;
        const StaffSend send{id, domain::AuthorKind::Staff, m_actor.name, draftOf, parcel.text};
        return parcel.place ? sendWithPlace(send, parcel.files, found->language) : sendWithFiles(send, parcel.files);
    });
}

Future<domain::MessageId> LocalDesk::sendWithPlace(const StaffSend& send, const std::vector<FileContent>& files,
                                                   domain::Language language)
{
    return m_records.info().then([this, send, files, language](const Result<domain::ClinicInfo>& info) {
        const auto place = info.and_then([&](const auto& clinic) { return placeOf(clinic, language); });
        if (!place) {
            return base::ready<domain::MessageId>(fail(place.error()));
        }
        StaffSend complete = send;
        complete.place = *place;
        return sendWithFiles(complete, files);
    });
}

Future<domain::MessageId> LocalDesk::sendWithFiles(const StaffSend& send, const std::vector<FileContent>& files)
{
    return keepAll(files).then([this, send](const Result<std::vector<domain::Attachment>>& kept) {
        if (!kept) {
            return base::ready<domain::MessageId>(fail(kept.error()));
        }
        StaffSend complete = send;
        complete.files = *kept;
        return sendAs(std::move(complete));
    });
}

Future<domain::MessageId> LocalDesk::sendFile(domain::ConversationId id, const FileContent& file,
                                              const QString& caption)
{
    return send(id, {caption, {file}});
}

Future<domain::MessageId> LocalDesk::sendPlace(domain::ConversationId id)
{
    return send(id, {.text = {}, .place = true});
}

Future<std::vector<TemplateChoice>> LocalDesk::templates(domain::ConversationId id)
{
    using Choices = std::vector<TemplateChoice>;
    return conversation(id).then([this](const Result<domain::Conversation>& found) -> Future<Choices> {
        if (!found) {
            return base::ready<Choices>(fail(found.error()));
        }
        if (!limits(found->address).templates) {
            return base::ready<Choices>(Choices{});
        }
        const auto address = found->address;
        const auto known = m_store.read(
            [this, address](Session& session) { return knownTemplates(session, m_templates, address.account); });
        const auto facts = patientSide(found->id).then([this](const Result<PatientSide>& side) -> Future<KnownFacts> {
            // Without the records the fields are left to the person.
            const PatientSide known = side.value_or(PatientSide{});
            if (known.patients.size() != 1) {
                return base::ready<KnownFacts>(factsOf(clinic(), known, {}));
            }
            return m_records.invoices(known.patients.front().id)
                .then([this, known](const Result<std::vector<domain::Invoice>>& invoices) {
                    return Result<KnownFacts>(
                        factsOf(clinic(), known, invoices.value_or(std::vector<domain::Invoice>{})));
                });
        });
        return known.then([facts, language = found->language](const Result<KnownTemplates>& all) -> Future<Choices> {
            if (!all) {
                return base::ready<Choices>(fail(all.error()));
            }
            return facts.then([language, all = *all](const Result<KnownFacts>& filled) -> Result<Choices> {
                return templateChoices(all.templates, all.states, filled.value_or(KnownFacts{}), language);
            });
        });
    });
}

Future<QString> LocalDesk::templateText(const domain::TemplateUse& use)
{
    return m_store.read([this, use](Session& session) -> Result<QString> {
        const auto known = knownTemplates(session, m_templates, {});
        if (!known) {
            return fail(known.error());
        }
        const auto* one = channels::whatsapp::findTemplate(known->templates, use.name, use.language);
        return one ? channels::whatsapp::preview(*one, use)
                   : fail(ErrorCode::NotFound, QStringLiteral("there is no such template"),
                          QStringLiteral("send.templateMissing"));
    });
}

Future<domain::MessageId> LocalDesk::sendTemplate(domain::ConversationId id, const domain::TemplateUse& use,
                                                  const QString& readsAs)
{
    const auto mayGo = m_store.read([id, use, readsAs](Session& session) -> Result<Done> {
        const auto found = store::Conversations(session).find(id);
        if (!found) {
            return fail(found.error());
        }
        const auto told =
            store::Templates(session).find(found->address.channel, found->address.account, use.name, use.language);
        const auto objection = objectionToOwn(session, found->address, use, readsAs);
        if (!told || !objection) {
            return fail(told ? objection.error() : told.error());
        }
        if (!objection->isEmpty()) {
            return fail(refusedTemplate(use, *objection));
        }
        return !*told || channels::whatsapp::mayBeSent((*told)->state)
                   ? Result<Done>(Done{})
                   : fail(ErrorCode::Forbidden, QStringLiteral("template %1 is not approved").arg(use.name),
                          QStringLiteral("send.templateRefused"));
    });
    return mayGo.then([this, id, use, readsAs](const Result<Done>& good) {
        if (!good) {
            return base::ready<domain::MessageId>(fail(good.error()));
        }
        StaffSend send{id, domain::AuthorKind::Staff, m_actor.name, {}, readsAs};
        send.templated = use;
        return sendAs(std::move(send));
    });
}

Future<std::vector<HeldSend>> LocalDesk::heldSends()
{
    return m_store.read(
        [name = m_actor.name, now = m_clock.now()](Session& session) { return desk::heldSends(session, name, now); });
}

Future<TakenBack> LocalDesk::takeBack(domain::MessageId id)
{
    return m_store.write([id, name = m_actor.name](Session& session) { return desk::takeBack(session, name, id); });
}

Future<domain::MessageId> LocalDesk::sendAgain(domain::MessageId id)
{
    const auto limitsOf = [this](const domain::ChannelAddress& address) { return limits(address); };
    return m_store.write([id, name = m_actor.name, limitsOf, undo = m_undo, needsConsent = m_needsConsent,
                          transcribe = m_transcribe,
                          now = m_clock.now()](Session& session) -> Result<domain::MessageId> {
        const auto message = store::Messages(session).find(id);
        if (!message) {
            return fail(message.error());
        }
        const bool settled =
            message->delivery == domain::DeliveryState::Failed || message->delivery == domain::DeliveryState::Unknown;
        if (message->isIncoming() || !settled) {
            return fail(ErrorCode::InvalidInput, QStringLiteral("only a failed or unknown message can be sent again"),
                        QStringLiteral("send.not-failed"));
        }
        if (message->templated) {
            const auto found = store::Conversations(session).find(message->conversation);
            const auto objection =
                found ? objectionToOwn(session, found->address, *message->templated, message->sentText())
                      : Result<QString>(fail(found.error()));
            if (!objection) {
                return fail(objection.error());
            }
            if (!objection->isEmpty()) {
                return fail(refusedTemplate(*message->templated, *objection));
            }
        }
        StaffSend again{message->conversation, domain::AuthorKind::Staff, name, name, message->sentText()};
        if (message->attachment) {
            again.files = {*message->attachment};
        }
        again.place = message->place;
        again.templated = message->templated;
        again.isRepeat = true;
        again.limitsOf = limitsOf;
        again.undo = undo;
        again.needsConsent = needsConsent;
        again.transcribe = transcribe;
        again.clinical = message->author == domain::AuthorKind::Doctor;
        return sendByPerson(session, again, now);
    });
}

} // namespace delpek::desk
