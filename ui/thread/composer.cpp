// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thread/composer.h"

#include "domain/isolate.h"
#include "ui/call.h"
#include "ui/changefeed.h"
#include "ui/later/latermenu.h"
#include "ui/notes/notebox.h"
#include "ui/problembar.h"
#include "ui/quickreplies/gapmarks.h"
#include "ui/quickreplies/quickreplypanel.h"
#include "ui/rights.h"
#include "ui/spelling/spellbook.h"
#include "ui/spelling/spellmarks.h"
#include "ui/theme/elidedlabel.h"
#include "ui/theme/theme.h"
#include "ui/thread/chipbar.h"
#include "ui/thread/composeredit.h"
#include "ui/thread/heldsends.h"
#include "ui/thread/outgoingfiles.h"
#include "ui/thread/templatepicker.h"
#include "ui/voice/voicebar.h"
#include "ui/voice/voicenotes.h"
#include "ui/wording.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStandardPaths>
#include <QToolButton>

namespace delpek::ui
{

namespace
{

constexpr auto saveDelay = std::chrono::milliseconds(400);
const auto draftSource = QStringLiteral("draft");
const auto stateSource = QStringLiteral("composer");
const auto sendSource = QStringLiteral("send");

} // namespace

Composer::Composer(const Context& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_person(context.desk.signIn().state().person)
    , m_held(new HeldSends(context, this))
    , m_files(new OutgoingFiles(context, this))
    , m_picker(new TemplatePicker(context, this))
    , m_chips(new ChipBar(context, *m_files, this))
    , m_voice(new VoiceBar(context, this))
    , m_edit(new ComposerEdit(this))
    , m_note(new NoteBox(context, this))
    , m_message(new QWidget(this))
    , m_replies(new QuickReplyPanel(context, *m_edit, this))
    , m_gaps(new GapMarks(*m_edit, context.theme))
    , m_undoRoom(new QWidget(this))
    , m_undoBar(new QFrame(m_undoRoom))
    , m_undoText(new QLabel(m_undoBar))
    , m_undo(new QPushButton(m_undoBar))
    , m_reason(new QLabel(this))
    , m_hint(new ElidedLabel(this))
    , m_attach(new QToolButton(this))
    , m_place(new QToolButton(this))
    , m_templates(new QToolButton(this))
    , m_reply(new QToolButton(this))
    , m_noteButton(new QToolButton(this))
    , m_agent(new QToolButton(this))
    , m_later(new QToolButton(this))
    , m_times(new QMenu(m_later))
    , m_send(new QPushButton(this))
{
    new SpellMarks(*m_edit, context.spelling, context.theme);
    build();
    connectParts();
    m_clock.start(std::chrono::seconds(30));
    retranslate();
}

void Composer::build()
{
    setObjectName(QStringLiteral("composer"));
    m_undoBar->setObjectName(QStringLiteral("undoBar"));
    m_undo->setObjectName(QStringLiteral("undo"));
    m_undo->setFocusPolicy(Qt::NoFocus);
    m_reason->setObjectName(QStringLiteral("reasonBar"));
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setWordWrap(true);
    m_hint->setProperty("kind", QStringLiteral("muted"));
    m_hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_hint->setWholeOnly(true);
    m_send->setProperty("kind", QStringLiteral("primary"));
    m_send->setObjectName(QStringLiteral("send"));
    m_attach->setObjectName(QStringLiteral("attach"));
    m_place->setObjectName(QStringLiteral("place"));
    m_templates->setObjectName(QStringLiteral("templates"));
    m_templates->setCheckable(true);
    m_noteButton->setObjectName(QStringLiteral("note"));
    m_agent->setObjectName(QStringLiteral("agentDraft"));
    m_later->setObjectName(QStringLiteral("sendLater"));
    m_later->setMenu(m_times);
    m_later->setPopupMode(QToolButton::InstantPopup);
    m_reply->setObjectName(QStringLiteral("quickReply"));
    m_reply->setCheckable(true);
    for (auto* tool : {m_attach, m_place, m_templates, m_reply, m_noteButton, m_agent, m_later}) {
        tool->setProperty("kind", QStringLiteral("tool"));
        tool->setIconSize({20, 20});
    }

    auto* undoRow = new QHBoxLayout(m_undoBar);
    undoRow->setContentsMargins(10, 4, 6, 4);
    undoRow->addWidget(m_undoText, 1);
    undoRow->addWidget(m_undo);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(4);
    foot->addWidget(m_attach);
    foot->addWidget(&m_voice->button());
    foot->addWidget(m_place);
    foot->addWidget(m_reply);
    foot->addWidget(m_templates);
    foot->addWidget(m_agent);
    foot->addWidget(m_noteButton);
    foot->addSpacing(4);
    foot->addWidget(m_hint, 1);
    foot->addWidget(m_later);
    foot->addWidget(m_send);
    auto* column = new QVBoxLayout(m_message);
    column->setContentsMargins(12, 9, 12, 10);
    column->setSpacing(7);
    column->addWidget(m_reason);
    column->addWidget(m_picker);
    column->addWidget(m_chips);
    column->addWidget(m_voice);
    column->addWidget(m_replies);
    column->addWidget(m_edit);
    column->addLayout(foot);
    auto* undoColumn = new QVBoxLayout(m_undoRoom);
    undoColumn->setContentsMargins(12, 9, 12, 0);
    undoColumn->addWidget(m_undoBar);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_undoRoom);
    all->addWidget(m_message);
    all->addWidget(m_note);
}

void Composer::connectParts()
{
    m_save.setSingleShot(true);
    connect(&m_save, &QTimer::timeout, this, &Composer::flushDraft);
    connect(m_edit, &QTextEdit::textChanged, this, [this] {
        m_dirty = true;
        m_save.start(saveDelay);
        refresh();
        if (!m_isFilling) {
            Q_EMIT wrote();
        }
    });
    connect(m_note, &NoteBox::wrote, this, &Composer::wrote);
    connect(m_edit, &ComposerEdit::sendWanted, this, &Composer::send);
    connect(m_edit, &ComposerEdit::leaveWanted, this, &Composer::leaveWanted);
    connect(m_edit, &ComposerEdit::filesDropped, this, [this](const QMimeData* data) { addFrom(*data); });
    connect(m_send, &QPushButton::clicked, this, &Composer::send);
    connect(m_times, &QMenu::aboutToShow, this, [this] {
        fillLaterMenu(*m_times, m_context, m_state.windowCloses, *this,
                      [this, id = m_conversation.id](base::Instant at) { sendLater(id, at); });
    });
    connect(m_undo, &QPushButton::clicked, this, &Composer::takeBack);
    connect(m_attach, &QToolButton::clicked, this, &Composer::chooseFiles);
    connect(m_place, &QToolButton::clicked, this, [this] { m_files->setPlace(m_conversation.id, true); });
    connect(m_templates, &QToolButton::clicked, this, &Composer::setPicking);
    connect(m_noteButton, &QToolButton::clicked, this, [this] { setNoting(true); });
    connect(m_agent, &QToolButton::clicked, this, &Composer::draftWanted);
    connect(m_note, &NoteBox::leaveWanted, this, [this] { setNoting(false); });
    connect(m_note, &NoteBox::found, this, &Composer::showBegunNote);
    connect(m_reply, &QToolButton::clicked, m_replies, &QuickReplyPanel::toggle);
    connect(m_replies, &QuickReplyPanel::changed, this, &Composer::refresh);
    connect(m_replies, &QuickReplyPanel::inserted, m_gaps, &GapMarks::select);
    connect(m_picker, &TemplatePicker::edited, this, &Composer::refresh);
    connect(m_picker, &TemplatePicker::sendWanted, this, &Composer::send);
    connect(m_picker, &TemplatePicker::leaveWanted, this, [this] {
        if (m_wantsTemplate) {
            setPicking(false);
        } else {
            Q_EMIT leaveWanted();
        }
    });
    connect(m_files, &OutgoingFiles::changed, this, &Composer::refresh);
    connect(m_voice, &VoiceBar::changed, this, &Composer::refresh);
    connect(m_held, &HeldSends::changed, this, &Composer::refresh);
    connect(m_held, &HeldSends::takenBack, this, &Composer::onTakenBack);
    connect(m_held, &HeldSends::failed, this,
            [this](const base::Error& error) { m_context.problems.report(sendSource, error); });
    connect(&m_context.feed, &ChangeFeed::changed, this, &Composer::onChanges);
    connect(&m_context.theme, &Theme::changed, this, &Composer::retranslate);
    connect(&m_clock, &QTimer::timeout, this, &Composer::readState);
}

Composer::~Composer()
{
    flushDraft();
}

void Composer::setConversation(const domain::Conversation& conversation)
{
    flushDraft();
    ++m_generation;
    m_conversation = conversation;
    m_state = {};
    m_wantsTemplate = false;
    m_note->setConversation(conversation.id);
    m_noting = m_note->hasBegun();
    m_replies->setConversation(conversation);
    m_chips->setConversation(conversation.id);
    m_voice->setConversation(conversation.id);
    m_picker->setConversation(conversation);
    // A patient's name is no mistake.
    for (const QString& name : domain::withoutIsolates(words::title(conversation)).split(QLatin1Char(' '))) {
        m_context.spelling.accept(name);
    }
    setText({});
    readDraft();
    readState();
}

void Composer::updateConversation(const domain::Conversation& conversation)
{
    m_conversation = conversation;
    m_picker->setConversation(conversation);
    refresh();
}

void Composer::focus()
{
    if (m_noting) {
        m_note->focus();
    } else if (isPicking()) {
        m_picker->focusSearch();
    } else {
        m_edit->setFocus(Qt::ShortcutFocusReason);
    }
}

void Composer::flushDraft()
{
    m_note->flush();
    m_save.stop();
    if (!m_conversation.id.isValid() || !std::exchange(m_dirty, false)) {
        return;
    }
    if (!isStill(m_context, m_person)) {
        return; // it would become the next person's
    }
    m_follows = false;
    whenDone(m_context.desk.saveDraft(m_conversation.id, written()), this, [this](const auto& result) {
        if (result) {
            m_context.problems.worked(draftSource);
        } else {
            m_dirty = true;
            m_context.problems.report(draftSource, result.error(), [this] {
                m_dirty = true;
                flushDraft();
            });
        }
    });
}

void Composer::send()
{
    if (m_noting) {
        return;
    }
    if (!maySend()) {
        m_gaps->select();
        return;
    }
    if (isPicking()) {
        sendTemplate();
    } else {
        sendParcel();
    }
}

bool Composer::addFrom(const QMimeData& data)
{
    return m_conversation.id.isValid() && !m_noting && m_state.canSendText && m_files->addFrom(m_conversation.id, data);
}

void Composer::chooseFiles()
{
    auto* dialog =
        new QFileDialog(this, tr("Send files"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this, id = m_conversation.id](const QStringList& paths) {
        for (const QString& path : paths) {
            m_files->addFile(id, path);
        }
    });
    dialog->open();
}

void Composer::speak()
{
    if (m_voice->button().isVisible()) {
        m_voice->toggle();
    }
}

std::vector<domain::ConversationId> Composer::unsent() const
{
    return m_files->unsent();
}

void Composer::setNoting(bool noting)
{
    if (m_conversation.id.isValid()) {
        m_noting = noting;
        m_replies->leave();
        refresh();
        focus();
    }
}

void Composer::showBegunNote()
{
    if (m_noting || m_dirty) {
        return; // whoever writes a message goes on with it
    }
    const bool wasHere = m_edit->hasFocus();
    m_noting = true;
    m_replies->leave();
    refresh();
    if (wasHere) {
        focus();
    }
}

void Composer::setPicking(bool picking)
{
    m_wantsTemplate = picking;
    m_replies->leave();
    if (picking) {
        m_picker->refresh();
    }
    refresh();
    focus();
}

bool Composer::isPicking() const
{
    const bool closed = !m_state.canSendText && m_state.reason == QLatin1String("window.closed");
    return m_conversation.id.isValid() && m_state.templates && (m_wantsTemplate || closed);
}

bool Composer::maySend() const
{
    if (!m_conversation.id.isValid()) {
        return false;
    }
    if (isPicking()) {
        return m_picker->isReady() && !m_handing;
    }
    const auto id = m_conversation.id;
    const bool hasSomething = !written().trimmed().isEmpty() || !m_files->of(id).isEmpty() || m_context.voice.note(id);
    const bool chooses = m_gaps->any() || m_replies->isOpen();
    return m_state.canSendText && hasSomething && !chooses && m_files->isReady(id) && !m_context.voice.isBusy(id);
}

void Composer::onChanges(const std::vector<domain::Change>& changes)
{
    const auto isOurs = [this](const domain::Change& change) { return change.conversation == m_conversation.id.value; };
    const bool concerns = std::ranges::any_of(changes, [&](const domain::Change& change) {
        // Settings tell whether the channel's account works.
        return change.topic == domain::Topic::Setting ||
               (isOurs(change) &&
                (change.topic == domain::Topic::Conversation || change.topic == domain::Topic::Message));
    });
    if (concerns) {
        readState();
    }
    if (m_follows && !m_dirty && std::ranges::any_of(changes, [&](const auto& change) {
            return isOurs(change) && change.topic == domain::Topic::Draft;
        })) {
        readDraft();
    }
    if (isPicking() && std::ranges::any_of(changes, [](const auto& change) {
            return change.topic == domain::Topic::Template || change.topic == domain::Topic::Clinic;
        })) {
        m_picker->refresh();
    }
}

void Composer::readState()
{
    if (!m_conversation.id.isValid()) {
        refresh();
        return;
    }
    whenDone(m_context.desk.composer(m_conversation.id), this, [this, generation = m_generation](const auto& result) {
        if (generation != m_generation) {
            return;
        }
        if (result) {
            const bool wasPicking = isPicking();
            m_state = *result;
            m_context.problems.worked(stateSource);
            if (!m_state.canSendText) {
                m_replies->leave();
            }
            if (!wasPicking && isPicking()) {
                m_picker->refresh();
            }
        } else {
            m_context.problems.report(stateSource, result.error(), [this] { readState(); });
        }
        refresh();
    });
    refresh();
}

void Composer::readDraft()
{
    if (!m_conversation.id.isValid()) {
        return;
    }
    const auto take = [this, generation = m_generation, before = written()](const auto& result) {
        if (generation != m_generation) {
            return;
        }
        if (!result) {
            m_context.problems.report(draftSource, result.error(), [this] { readDraft(); });
            return;
        }
        m_context.problems.worked(draftSource);
        // What was written meanwhile is newer.
        if (!m_dirty && written() == before && before != *result) {
            setText(*result);
        }
    };
    whenDone(m_context.desk.draft(m_conversation.id), this, take);
}

void Composer::setText(const QString& text)
{
    m_isFilling = true;
    m_edit->setPlainText(text);
    m_isFilling = false;
    m_edit->moveCursor(QTextCursor::End);
    // This was put there, not written.
    m_save.stop();
    m_dirty = false;
    refresh();
}

QString Composer::written() const
{
    return domain::withoutIsolates(m_edit->toPlainText());
}

void Composer::showEvent(QShowEvent* event)
{
    QFrame::showEvent(event);
    // The same draft may have been written on beside the escalation.
    m_follows = true;
    if (!m_dirty) {
        readDraft();
    }
}

void Composer::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QFrame::changeEvent(event);
}

} // namespace delpek::ui
