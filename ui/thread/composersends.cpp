// SPDX-License-Identifier: GPL-3.0-or-later
// How the composer sends, and what comes back.
#include "desk/latersends.h"
#include "ui/call.h"
#include "ui/problembar.h"
#include "ui/thread/composer.h"
#include "ui/thread/composeredit.h"
#include "ui/thread/heldsends.h"
#include "ui/thread/outgoingfiles.h"
#include "ui/thread/templatepicker.h"
#include "ui/voice/voicenotes.h"
#include "ui/wording.h"

namespace delpek::ui
{

namespace
{

const auto sendSource = QStringLiteral("send");

QString joined(const QString& before, const QString& since)
{
    return since.isEmpty() ? before : before.isEmpty() ? since : before + QLatin1Char('\n') + since;
}

QString wordsOf(const desk::TakenBack& back)
{
    QString words;
    for (const domain::Message& message : back.messages) {
        words = joined(words, message.sentText());
    }
    return words;
}

} // namespace

void Composer::sendParcel()
{
    const auto id = m_conversation.id;
    const QString text = written().trimmed();
    // Until the desk has it the text is the saved draft; the send itself clears it.
    m_dirty = true;
    flushDraft();
    setText({});
    const OutgoingFiles::Parcel taken = m_files->take(id);
    desk::Parcel parcel{text, {}, taken.place};
    for (const auto& item : taken.items) {
        parcel.files.push_back(item.content);
    }
    const auto spoken = m_context.voice.take(id);
    if (spoken) {
        parcel.files.push_back(*spoken);
    }
    whenDone(m_context.desk.send(id, parcel), this, [this, id, text, taken, spoken](const auto& result) {
        const bool isHere = id == m_conversation.id;
        if (result) {
            m_context.problems.worked(sendSource);
            if (isHere && !written().isEmpty()) {
                // The desk cleared the draft with the send; what was written since is one again.
                m_dirty = true;
                flushDraft();
            }
            m_held->read();
            return;
        }
        m_context.problems.report(sendSource, result.error());
        m_files->putBack(id, taken);
        if (spoken) {
            bringBack(id, *spoken);
        }
        if (isHere) {
            setText(joined(text, written()));
            m_dirty = true;
            flushDraft();
            readState();
        }
    });
}

/// A planned message is text alone.
bool Composer::mayPlan() const
{
    return maySend() && !isPicking() && !written().trimmed().isEmpty() && m_files->of(m_conversation.id).isEmpty() &&
           m_context.voice.note(m_conversation.id) == nullptr;
}

void Composer::sendLater(domain::ConversationId id, base::Instant at)
{
    // The time was chosen for what was open then; its words are its draft.
    if (id != m_conversation.id) {
        m_context.problems.report(sendSource, Error{ErrorCode::Conflict, QStringLiteral("later.elsewhere"),
                                                    QStringLiteral("another conversation was opened meanwhile")});
        return;
    }
    if (m_noting || !mayPlan()) {
        return;
    }
    const QString text = written().trimmed();
    // As with sending: until the desk has it the text is the saved draft.
    m_dirty = true;
    flushDraft();
    setText({});
    whenDone(m_context.desk.laterSends().plan(id, text, at), this, [this, id, text](const auto& result) {
        if (result) {
            m_context.problems.worked(sendSource);
        } else {
            m_context.problems.report(sendSource, result.error());
        }
        const QString since = written();
        if (id == m_conversation.id && !(result && since.isEmpty())) {
            // The plan cleared the draft, or it did not come about.
            setText(result ? since : joined(text, since));
            m_dirty = true;
            flushDraft();
        }
    });
}

void Composer::takeUp(domain::ConversationId id, const QString& planned, const QString& draft)
{
    if (id != m_conversation.id) {
        return; // its draft holds the words
    }
    // What was typed since goes on from the draft that was there.
    setText(m_dirty ? joined(planned, written()) : draft);
    m_dirty = true;
    flushDraft();
    setNoting(false);
}

void Composer::addWords(domain::ConversationId id, const QString& words)
{
    if (id != m_conversation.id) {
        return;
    }
    if (!holds(words)) {
        setText(joined(written(), words));
        m_dirty = true;
        flushDraft();
    }
    setNoting(false);
}

bool Composer::holds(const QString& words) const
{
    return written().contains(words);
}

void Composer::sendTemplate()
{
    const auto id = m_conversation.id;
    const domain::TemplateUse use = m_picker->use();
    m_handing = true;
    m_picker->showTrouble({});
    refresh();
    whenDone(m_context.desk.templateText(use), this, [this, id, use](const auto& text) {
        if (text) {
            handTemplate(id, use, *text);
            return;
        }
        m_handing = false;
        m_picker->showTrouble(words::sentence(text.error()));
        refresh();
    });
}

void Composer::handTemplate(domain::ConversationId id, const domain::TemplateUse& use, const QString& text)
{
    whenDone(m_context.desk.sendTemplate(id, use, text), this, [this, id](const auto& result) {
        m_handing = false;
        if (id == m_conversation.id && result) {
            // Chosen anew for the next one: a second press sends nothing.
            m_picker->clear();
            m_wantsTemplate = false;
        }
        if (result) {
            m_context.problems.worked(sendSource);
            m_held->read();
        } else {
            m_context.problems.report(sendSource, result.error());
        }
        refresh();
    });
}

void Composer::takeBack()
{
    flushDraft();
    m_held->takeBack();
}

void Composer::onTakenBack(const desk::TakenBack& back)
{
    m_context.problems.worked(sendSource);
    for (const domain::Message& message : back.messages) {
        if (message.attachment) {
            bringFileBack(back.conversation, message);
        }
        if (message.place) {
            m_files->setPlace(back.conversation, true);
        }
    }
    if (back.conversation != m_conversation.id) {
        return; // its draft holds the words
    }
    const auto templated = std::ranges::find_if(
        back.messages, [](const domain::Message& message) { return message.templated.has_value(); });
    if (templated != back.messages.end()) {
        m_wantsTemplate = m_state.canSendText;
        m_picker->restore(*templated->templated);
    } else {
        // The saved draft holds them already, unless something was typed while the desk answered.
        setText(m_dirty ? joined(wordsOf(back), written()) : back.draft);
        m_dirty = true;
        flushDraft();
    }
    refresh();
    focus();
}

/// A second voice note of one conversation stands among its files.
void Composer::bringBack(domain::ConversationId id, const desk::FileContent& content)
{
    if (!content.voice || !m_context.voice.putBack(id, content)) {
        m_files->add(id, content);
    }
}

void Composer::bringFileBack(domain::ConversationId id, const domain::Message& message)
{
    whenDone(m_context.desk.attachmentBytes(message.id), this,
             [this, id, attachment = *message.attachment](const auto& bytes) {
                 if (bytes) {
                     bringBack(id, {*bytes, attachment.type, attachment.name, attachment.voice, attachment.seconds});
                 } else {
                     m_context.problems.report(sendSource, bytes.error());
                 }
             });
}

} // namespace delpek::ui
