// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/restartbar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace delpek::ui
{

RestartBar::RestartBar(const Context& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_text(new QLabel(this))
    , m_restart(new QPushButton(this))
{
    setObjectName(QStringLiteral("restartBar"));
    m_restart->setObjectName(QStringLiteral("restartNow"));
    m_text->setWordWrap(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 16, 8);
    row->setSpacing(12);
    row->addWidget(m_text, 1);
    row->addWidget(m_restart);
    connect(m_restart, &QPushButton::clicked, this, &RestartBar::restartWanted);
    hide();
    retranslate();
}

void RestartBar::setWaiting(const QObject* page, bool waits)
{
    if (waits) {
        m_waiting.insert(page);
    } else {
        m_waiting.erase(page);
    }
    setVisible(!m_waiting.empty());
}

void RestartBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QFrame::changeEvent(event);
}

void RestartBar::retranslate()
{
    m_text->setText(tr("What you changed works once Delpek has been started again. That takes some seconds; messages "
                       "that come meanwhile are answered afterwards."));
    m_restart->setText(tr("Start again now"));
}

} // namespace delpek::ui
