// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/escalations/callpanel.h"

#include "domain/isolate.h"
#include "ui/escalations/cardlabel.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>

namespace delpek::ui
{

CallPanel::CallPanel(const Context& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_title(cardLabel(*this))
    , m_number(cardLabel(*this))
    , m_copy(new QPushButton(this))
    , m_done(new QPushButton(this))
{
    setObjectName(QStringLiteral("actionPanel"));
    m_number->setObjectName(QStringLiteral("callNumber"));
    m_number->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_number, 1);
    row->addWidget(m_copy);
    row->addWidget(m_done);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 10, 14, 12);
    column->setSpacing(4);
    column->addWidget(m_title);
    column->addLayout(row);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(domain::withoutIsolates(m_number->text())); });
    connect(m_done, &QPushButton::clicked, this, &CallPanel::cancelled);
    connect(&context.theme, &Theme::changed, this, &CallPanel::retranslate);
}

void CallPanel::ask(const domain::Conversation& conversation)
{
    m_conversation = conversation;
    retranslate();
    show();
    (conversation.phone ? m_copy : m_done)->setFocus(Qt::ShortcutFocusReason);
}

void CallPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QFrame::changeEvent(event);
}

void CallPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT cancelled();
        return;
    }
    QFrame::keyPressEvent(event);
}

void CallPanel::retranslate()
{
    const bool known = m_conversation.phone.has_value();
    m_title->setFont(m_context.theme.strong());
    m_title->setText(tr("Call %1").arg(domain::isolate(words::title(m_conversation))));
    m_number->setFont(known ? m_context.theme.title() : m_context.theme.body());
    m_title->setAlignment(leading(*this));
    m_number->setAlignment(leading(*this));
    m_number->setText(known ? domain::isolate(m_conversation.phone->display())
                            : tr("The channel tells no number. Ask the patient for one."));
    m_copy->setText(tr("Copy the number"));
    m_copy->setVisible(known);
    m_done->setText(tr("Done"));
}

} // namespace delpek::ui
