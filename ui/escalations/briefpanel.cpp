// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/escalations/briefpanel.h"

#include "desk/desk.h"
#include "domain/isolate.h"
#include "ui/call.h"
#include "ui/escalations/cardlabel.h"
#include "ui/problembar.h"
#include "ui/theme/icons.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"
#include "ui/thread/composeredit.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>

namespace delpek::ui
{

namespace
{

const auto source = QStringLiteral("brief");

} // namespace

BriefPanel::BriefPanel(const Context& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_title(new QLabel(this))
    , m_explanation(cardLabel(*this, {}, "muted"))
    , m_edit(new ComposerEdit(this))
    , m_close(new QCheckBox(this))
    , m_cancel(new QPushButton(this))
    , m_confirm(new QPushButton(this))
{
    setObjectName(QStringLiteral("actionPanel"));
    m_edit->setObjectName(QStringLiteral("briefEdit"));
    m_confirm->setObjectName(QStringLiteral("briefConfirm"));
    m_confirm->setProperty("kind", QStringLiteral("primary"));
    auto* foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_close, 1);
    foot->addWidget(m_cancel);
    foot->addWidget(m_confirm);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 10, 14, 12);
    column->setSpacing(6);
    column->addWidget(m_title);
    column->addWidget(m_explanation);
    column->addWidget(m_edit);
    column->addLayout(foot);
    connect(m_edit, &QTextEdit::textChanged, this, [this] { m_changed = true; });
    // Here Enter is a line: the press that hands back is its own.
    connect(m_edit, &ComposerEdit::sendWanted, m_edit, [this] { m_edit->insertPlainText(QStringLiteral("\n")); });
    connect(m_edit, &ComposerEdit::leaveWanted, this, &BriefPanel::cancelled);
    connect(m_confirm, &QPushButton::clicked, this,
            [this] { Q_EMIT confirmed(brief(), !m_close->isHidden() && m_close->isChecked()); });
    connect(m_cancel, &QPushButton::clicked, this, &BriefPanel::cancelled);
    connect(&context.theme, &Theme::changed, this, &BriefPanel::retranslate);
    retranslate();
}

void BriefPanel::ask(const domain::Escalation& escalation)
{
    m_close->setVisible(escalation.isOpen());
    m_close->setChecked(escalation.answeredAt.has_value());
    if (std::exchange(m_id, escalation.id) != escalation.id || !m_changed) {
        const QSignalBlocker blocker(m_edit);
        m_edit->clear();
        m_changed = false;
        read();
    }
    setBusy(false);
    show();
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

void BriefPanel::read()
{
    whenDone(m_context.desk.resumeBrief(m_id), this, [this, id = m_id](const auto& result) {
        if (id != m_id || m_changed) {
            return;
        }
        if (!result) {
            m_context.problems.report(source, result.error(), [this] { read(); });
            return;
        }
        m_context.problems.worked(source);
        m_edit->setPlainText(*result);
        m_changed = false;
    });
}

void BriefPanel::setBusy(bool busy)
{
    m_busy = busy;
    m_confirm->setEnabled(!busy);
    m_cancel->setEnabled(!busy);
}

QString BriefPanel::brief() const
{
    return domain::withoutIsolates(m_edit->toPlainText()).trimmed();
}

void BriefPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QFrame::changeEvent(event);
}

void BriefPanel::retranslate()
{
    m_title->setFont(m_context.theme.strong());
    m_title->setText(tr("Hand back to the agent"));
    m_explanation->setAlignment(leading(*this));
    m_explanation->setText(
        tr("The agent is told this before it goes on. Read it, and correct what is not right; the patient does not see "
           "it."));
    m_edit->setAccessibleName(tr("What the agent is told"));
    m_edit->setPlaceholderText(tr("What was agreed with the patient"));
    m_close->setText(tr("Close the escalation too: the question is answered"));
    m_cancel->setText(tr("Cancel"));
    m_confirm->setText(tr("Hand back"));
    m_confirm->setIcon(icon(QStringLiteral("agent"), m_context.theme.colours().onAccent));
}

} // namespace delpek::ui
