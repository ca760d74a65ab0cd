// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/escalations/answerbox.h"

#include "domain/isolate.h"
#include "ui/call.h"
#include "ui/changefeed.h"
#include "ui/escalations/answerbutton.h"
#include "ui/escalations/callinstead.h"
#include "ui/escalations/cardlabel.h"
#include "ui/problembar.h"
#include "ui/theme/icons.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"
#include "ui/thread/composeredit.h"
#include "ui/wording.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>

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
    , m_notice(cardLabel(*this))
    , m_ready(new QWidget(this))
    , m_readyColumn(new QVBoxLayout(m_ready))
    , m_instead(new CallInstead(context, this))
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
    const auto future = name.isEmpty() ? m_context.desk.reply(card.conversation.id, text)
                                       : m_context.desk.answerEscalation(card.escalation.id, name, text);
    whenDone(future, this, [this, text, id = card.conversation.id, generation = m_generation](const auto& result) {
        const bool isHere = generation == m_generation;
        if (result) {
            m_context.problems.worked(sendSource);
        } else {
            m_context.problems.report(sendSource, result.error());
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
    });
}

void AnswerBox::flushDraft()
{
    m_save.stop();
    if (!m_card.conversation.id.isValid() || !std::exchange(m_dirty, false)) {
        return;
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
    return !isSilenced() && m_card.escalation.id.isValid() && m_card.escalation.isOpen() && m_state.canSendText &&
           m_name->currentIndex() >= 0 && !written().trimmed().isEmpty();
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
    for (const domain::Doctor& doctor : m_doctors) {
        if (doctor.kind != domain::DoctorKind::Dentist) {
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
    if (wanted < 0 && holder.kind == domain::HolderKind::Doctor && !holder.name.isEmpty()) {
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

QString AnswerBox::notice() const
{
    const domain::Escalation& escalation = m_card.escalation;
    if (!escalation.id.isValid()) {
        return {};
    }
    if (!escalation.isOpen()) {
        return written().isEmpty() ? tr("Closed. To answer here, open it again.")
                                   : tr("This was closed %1 by %2. What you wrote is kept; to send it, open it again.")
                                         .arg(words::ended(*escalation.closedAt, m_context.desk.now()),
                                              domain::isolate(escalation.closedBy));
    }
    if (!m_card.answerFault.isEmpty()) {
        return words::reason(m_card.answerFault);
    }
    if (!m_state.canSendText) {
        return tr("%1 In the inbox a template can be chosen; what you wrote is kept.")
            .arg(words::reason(m_state.reason));
    }
    if (escalation.urgency == domain::Urgency::DoctorRequired && m_card.consent == domain::ConsentState::Asked) {
        return tr("The patient was asked for consent to a medical answer here and has not said yes. Better to call.");
    }
    return {};
}

void AnswerBox::refresh()
{
    const domain::Conversation& c = m_card.conversation;
    const Theme& theme = m_context.theme;
    const QString name = words::title(c);
    const bool open = m_card.escalation.isOpen();
    const QString said = notice();
    m_instead->setVisible(open && m_card.escalation.id.isValid() && !m_card.answerFault.isEmpty());
    m_instead->setCard(m_card, m_name->currentData().toString(),
                       m_state.canSendText || m_state.reason == m_card.answerFault);
    m_notice->setFont(theme.small());
    m_notice->setAlignment(leading(*this));
    m_notice->setText(directed(*this, said));
    m_notice->setVisible(!said.isEmpty());
    m_ready->setVisible(open && !m_card.answers.empty() && !isSilenced());
    m_ready->setAccessibleName(tr("Ready answers"));
    m_edit->setVisible(open || !written().isEmpty());
    m_edit->setAccessibleName(tr("Answer to %1").arg(domain::isolate(name)));
    m_edit->setPlaceholderText(tr("Answer %1").arg(domain::isolate(name)));
    m_nameLabel->setText(tr("In the name of"));
    m_nameLabel->setFont(theme.small());
    m_name->setPlaceholderText(tr("Choose the doctor"));
    m_name->setAccessibleName(tr("In whose name the answer goes out"));
    m_name->setEnabled(m_name->count() > 1);
    m_hint->setFont(theme.small());
    m_hint->setText(m_name->currentIndex() < 0 && !written().isEmpty() ? tr("Choose in whose name it goes out")
                                                                       : QString());
    m_send->setText(words::sendTo(name, c.address.channel));
    m_send->setEnabled(maySend());
    m_send->setIcon(icon(QStringLiteral("send"), m_send->isEnabled() ? theme.colours().onAccent : theme.colours().muted,
                         layoutDirection() == Qt::RightToLeft));
    for (QWidget* widget : {static_cast<QWidget*>(m_nameLabel), static_cast<QWidget*>(m_name),
                            static_cast<QWidget*>(m_hint), static_cast<QWidget*>(m_send)}) {
        widget->setVisible(open || !written().isEmpty());
    }
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
