// SPDX-License-Identifier: GPL-3.0-or-later
// What the answer box shows and says.
#include "domain/isolate.h"
#include "ui/escalations/answerbox.h"
#include "ui/escalations/callinstead.h"
#include "ui/escalations/cardlabel.h"
#include "ui/theme/icons.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"
#include "ui/thread/composeredit.h"
#include "ui/voice/voicebar.h"
#include "ui/voice/voicenotes.h"
#include "ui/wording.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace delpek::ui
{

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
    const auto spoken = m_context.voice.state(c.id);
    m_voice->button().setVisible(open && !isSilenced() && m_state.canSendText && m_state.files);
    m_nameLabel->setText(tr("In the name of"));
    m_nameLabel->setFont(theme.small());
    m_name->setPlaceholderText(tr("Choose the doctor"));
    m_name->setAccessibleName(tr("In whose name the answer goes out"));
    m_name->setEnabled(m_name->count() > 1);
    m_hint->setFont(theme.small());
    const bool hasAnswer = !written().isEmpty() || spoken == VoiceNotes::State::Ready;
    m_hint->setText(m_name->currentIndex() < 0 && hasAnswer ? tr("Choose in whose name it goes out") : QString());
    m_send->setText(words::sendTo(name, c.address.channel));
    m_send->setEnabled(maySend());
    m_send->setIcon(icon(QStringLiteral("send"), m_send->isEnabled() ? theme.colours().onAccent : theme.colours().muted,
                         layoutDirection() == Qt::RightToLeft));
    for (QWidget* widget : {static_cast<QWidget*>(m_nameLabel), static_cast<QWidget*>(m_name),
                            static_cast<QWidget*>(m_hint), static_cast<QWidget*>(m_send)}) {
        widget->setVisible(open || !written().isEmpty());
    }
}

} // namespace delpek::ui
