// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/escalations/answerbox.h"

#include "domain/isolate.h"
#include "ui/call.h"
#include "ui/changefeed.h"
#include "ui/escalations/answerbutton.h"
#include "ui/escalations/callinstead.h"
#include "ui/escalations/cardlabel.h"
#include "ui/problembar.h"
#include "ui/rights.h"
#include "ui/theme/icons.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"
#include "ui/thread/composeredit.h"
#include "ui/voice/voicebar.h"
#include "ui/voice/voicenotes.h"
#include "ui/wording.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>

namespace delpek::ui
{

namespace
{

constexpr auto saveDelay = std::chrono::milliseconds(400);
constexpr size_t mostAnswers = 3;
const auto draftSource = QStringLiteral("draft");
const auto stateSource = QStringLiteral("answer");
const auto sendSource = QStringLiteral("send");

} // namespace

AnswerBox::AnswerBox(const Context& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_person(context.desk.signIn().state().person)
    , m_notice(cardLabel(*this))
    , m_ready(new QWidget(this))
    , m_readyColumn(new QVBoxLayout(m_ready))
    , m_instead(new CallInstead(context, this))
    , m_voice(new VoiceBar(context, this))
    , m_edit(new ComposerEdit(this))
    , m_nameLabel(new QLabel(this))
    , m_name(new QComboBox(this))
    , m_hint(new QLabel(this))
    , m_send(new QPushButton(this))
{
    build();
    connectParts();
    m_clock.start(std::chrono::seconds(30));
    refresh();
}

AnswerBox::~AnswerBox()
{
    flushDraft();
}

void AnswerBox::build()
{
    setObjectName(QStringLiteral("answerBox"));
    m_notice->setObjectName(QStringLiteral("reasonBar"));
    m_edit->setObjectName(QStringLiteral("answerEdit"));
    m_name->setObjectName(QStringLiteral("answerName"));
    m_name->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_nameLabel->setBuddy(m_name);
    m_nameLabel->setProperty("kind", QStringLiteral("muted"));
    m_hint->setProperty("kind", QStringLiteral("muted"));
    m_hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_send->setObjectName(QStringLiteral("answerSend"));
    m_send->setProperty("kind", QStringLiteral("primary"));
    m_readyColumn->setContentsMargins(0, 0, 0, 0);
    m_readyColumn->setSpacing(4);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(&m_voice->button());
    foot->addWidget(m_nameLabel);
    foot->addWidget(m_name);
    foot->addWidget(m_hint, 1);
    foot->addWidget(m_send);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 9, 12, 10);
    column->setSpacing(7);
    column->addWidget(m_notice);
    column->addWidget(m_instead);
    column->addWidget(m_ready);
    column->addWidget(m_voice);
    column->addWidget(m_edit);
    column->addLayout(foot);
}

void AnswerBox::connectParts()
{
    m_save.setSingleShot(true);
    connect(&m_save, &QTimer::timeout, this, &AnswerBox::flushDraft);
    connect(m_edit, &QTextEdit::textChanged, this, [this] {
        m_dirty = true;
        m_save.start(saveDelay);
        refresh();
    });
    connect(m_edit, &ComposerEdit::sendWanted, this, &AnswerBox::send);
    connect(m_edit, &ComposerEdit::leaveWanted, this, &AnswerBox::leaveWanted);
    connect(m_send, &QPushButton::clicked, this, &AnswerBox::send);
    connect(m_instead, &CallInstead::callWanted, this, &AnswerBox::callWanted);
    connect(m_instead, &CallInstead::promised, this, &AnswerBox::callPromised);
    connect(m_voice, &VoiceBar::changed, this, &AnswerBox::refresh);
    connect(m_name, &QComboBox::activated, this, [this] {
        m_chose = true;
        refresh();
    });
    connect(&m_context.theme, &Theme::changed, this, &AnswerBox::refresh);
    connect(&m_clock, &QTimer::timeout, this, &AnswerBox::readState);
    connect(&m_context.feed, &ChangeFeed::changed, this, [this](const auto& changes) {
        const bool isDraft = std::ranges::any_of(changes, [this](const domain::Change& change) {
            return change.topic == domain::Topic::Draft && change.conversation == m_card.conversation.id.value;
        });
        if (isDraft && m_follows && !m_dirty) {
            readDraft();
        }
    });
}

void AnswerBox::setCard(const domain::EscalationCard& card)
{
    const bool other = card.escalation.id != m_card.escalation.id;
    if (other) {
        flushDraft();
        ++m_generation;
        m_state = {};
        m_chose = false;
        setText({});
    }
    m_card = card;
    m_voice->setConversation(m_card.conversation.id);
    rebuildAnswers();
    rebuildNames();
    if (other && m_card.conversation.id.isValid()) {
        readDraft();
    }
    readState();
}

void AnswerBox::setDoctors(const std::vector<domain::Doctor>& doctors)
{
    m_doctors = doctors;
    rebuildNames();
    refresh();
}

void AnswerBox::focus()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

void AnswerBox::insert(const QString& answer)
{
    const QString now = written();
    // One ready answer takes the place of another; a person's own words stay.
    const QString before = now == m_inserted ? QString() : now.trimmed();
    m_edit->setPlainText(before.isEmpty() ? answer : before + QLatin1Char('\n') + answer);
    m_edit->moveCursor(QTextCursor::End);
    m_inserted = before.isEmpty() ? written() : QString();
    focus();
}

void AnswerBox::send()
{
    if (!maySend()) {
        return;
    }
    const domain::EscalationCard card = m_card;
    const QString text = written().trimmed();
    const QString name = m_name->currentData().toString();
    // Until the desk has it the text is the saved draft.
    m_dirty = true;
    flushDraft();
    setText({});
    const auto spoken = m_context.voice.take(card.conversation.id);
    const auto answered = [this, text, spoken, id = card.conversation.id,
                           generation = m_generation](const Result<domain::MessageId>& result) {
        const bool isHere = generation == m_generation;
        if (result) {
            m_context.problems.worked(sendSource);
        } else {
            m_context.problems.report(sendSource, result.error());
            if (spoken) {
                m_context.voice.putBack(id, *spoken);
            }
        }
        if (isHere) {
            if (!result) {
                const QString since = written();
                setText(since.isEmpty() ? text : text + QLatin1Char('\n') + since);
            }
            // What did not go, and what was written since, is the draft again.
            m_dirty = true;
            flushDraft();
            readState();
        } else if (result) {
            whenDone(m_context.desk.saveDraft(id, {}), this, [](const auto&) {});
        }
    };
    whenDone(hand(card, name, text, spoken), this, answered);
}

/// All of it goes in one write.
Future<domain::MessageId> AnswerBox::hand(const domain::EscalationCard& card, const QString& name, const QString& text,
                                          const std::optional<desk::FileContent>& spoken)
{
    desk::Desk& desk = m_context.desk;
    if (name.isEmpty()) {
        return spoken ? desk.send(card.conversation.id, {text, {*spoken}}) : desk.reply(card.conversation.id, text);
    }
    return spoken ? desk.answerWithFile(card.escalation.id, name, *spoken, text)
                  : desk.answerEscalation(card.escalation.id, name, text);
}

void AnswerBox::speak()
{
    if (m_voice->button().isVisible()) {
        m_voice->toggle();
    }
}

void AnswerBox::flushDraft()
{
    m_save.stop();
    if (!m_card.conversation.id.isValid() || !std::exchange(m_dirty, false)) {
        return;
    }
    if (!isStill(m_context, m_person)) {
        return; // it would become the next person's
    }
    m_follows = false;
    whenDone(m_context.desk.saveDraft(m_card.conversation.id, written()), this, [this](const auto& result) {
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

void AnswerBox::readDraft()
{
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
    whenDone(m_context.desk.draft(m_card.conversation.id), this, take);
}

void AnswerBox::readState()
{
    if (!m_card.conversation.id.isValid()) {
        refresh();
        return;
    }
    whenDone(m_context.desk.composer(m_card.conversation.id), this,
             [this, generation = m_generation](const auto& result) {
                 if (generation != m_generation) {
                     return;
                 }
                 if (result) {
                     m_state = *result;
                     m_context.problems.worked(stateSource);
                 } else {
                     m_context.problems.report(stateSource, result.error(), [this] { readState(); });
                 }
                 refresh();
             });
}

void AnswerBox::setText(const QString& text)
{
    m_edit->setPlainText(text);
    m_edit->moveCursor(QTextCursor::End);
    // This was put there, not written.
    m_save.stop();
    m_dirty = false;
    m_inserted.clear();
    refresh();
}

QString AnswerBox::written() const
{
    return domain::withoutIsolates(m_edit->toPlainText());
}

/// The chosen name is a doctor's, and the patient's consent to a doctor's words here is missing.
bool AnswerBox::isSilenced() const
{
    return !m_card.answerFault.isEmpty() && (m_name->currentIndex() < 0 || !m_name->currentData().toString().isEmpty());
}

bool AnswerBox::maySend() const
{
    const auto id = m_card.conversation.id;
    return !isSilenced() && m_card.escalation.id.isValid() && m_card.escalation.isOpen() && m_state.canSendText &&
           m_name->currentIndex() >= 0 && !m_context.voice.isBusy(id) &&
           (m_context.voice.note(id) || !written().trimmed().isEmpty());
}

void AnswerBox::rebuildAnswers()
{
    QStringList answers;
    for (const auto& answer : m_card.answers) {
        answers << answer.text;
    }
    QStringList shown;
    for (const AnswerButton* button : m_buttons) {
        shown << button->answer();
    }
    answers = answers.mid(0, int(mostAnswers));
    if (answers == shown) {
        return;
    }
    for (AnswerButton* button : m_buttons) {
        button->hide();
        button->deleteLater();
    }
    m_buttons.clear();
    for (const QString& answer : answers) {
        auto* button = new AnswerButton(m_context, int(m_buttons.size()) + 1, answer, m_ready);
        connect(button, &QAbstractButton::clicked, this, [this, answer] { insert(answer); });
        m_readyColumn->addWidget(button);
        m_buttons.push_back(button);
    }
}

QString AnswerBox::doctorName(const domain::Doctor& doctor) const
{
    const QString name = doctor.name.in(m_card.conversation.language);
    return name.isEmpty() ? doctor.name.he + doctor.name.en : name;
}

void AnswerBox::rebuildNames()
{
    const QString before = m_name->currentIndex() < 0 ? QString() : m_name->currentData().toString();
    const QString me = m_context.desk.staffName();
    const domain::Holder& holder = m_card.conversation.holder;
    const QSignalBlocker blocker(m_name);
    m_name->clear();
    int wanted = -1;
    const bool mayAnswer = mayDo(m_context, domain::Right::AnswerAsDoctor);
    for (const domain::Doctor& doctor : m_doctors) {
        if (doctor.kind != domain::DoctorKind::Dentist || !mayAnswer) {
            continue;
        }
        const auto goesBy = [&](const QString& name) {
            return !name.isEmpty() && (name == doctor.name.he || name == doctor.name.en);
        };
        if (goesBy(me)) {
            // Nobody writes in another's name who has one of his own.
            m_name->clear();
            m_name->addItem(domain::isolate(doctorName(doctor)), doctorName(doctor));
            m_name->setCurrentIndex(0);
            return;
        }
        m_name->addItem(domain::isolate(doctorName(doctor)), doctorName(doctor));
        if (holder.kind == domain::HolderKind::Doctor && goesBy(holder.name)) {
            wanted = m_name->count() - 1;
        }
    }
    if (wanted < 0 && m_name->count() == 1) {
        wanted = 0;
    }
    if (wanted < 0 && mayAnswer && holder.kind == domain::HolderKind::Doctor && !holder.name.isEmpty()) {
        // The records may be away, or call him otherwise.
        m_name->addItem(domain::isolate(holder.name), holder.name);
        wanted = m_name->count() - 1;
    }
    m_name->addItem(tr("%1 (me)").arg(domain::isolate(me)), QString());
    if (m_card.escalation.urgency == domain::Urgency::Routine || m_name->count() == 1) {
        wanted = m_name->count() - 1;
    }
    m_name->setCurrentIndex(m_chose ? m_name->findData(before) : wanted);
}

void AnswerBox::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        rebuildNames();
        refresh();
    }
    QFrame::changeEvent(event);
}

void AnswerBox::showEvent(QShowEvent* event)
{
    QFrame::showEvent(event);
    // The same draft may have been written on in the inbox.
    m_follows = true;
    if (m_card.conversation.id.isValid() && !m_dirty) {
        readDraft();
    }
}

void AnswerBox::hideEvent(QHideEvent* event)
{
    flushDraft();
    QFrame::hideEvent(event);
}

} // namespace delpek::ui
