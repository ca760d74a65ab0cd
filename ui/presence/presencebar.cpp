// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presence/presencebar.h"

#include "ui/presence/presencekeeper.h"
#include "ui/presence/presencewords.h"
#include "ui/theme/elidedlabel.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

namespace delpek::ui
{

PresenceBar::PresenceBar(const Context& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_mark(new QLabel(this))
    , m_text(new ElidedLabel(this))
{
    setObjectName(QStringLiteral("presenceBar"));
    m_text->setObjectName(QStringLiteral("presenceText"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 12, 4);
    row->setSpacing(6);
    row->addWidget(m_mark);
    row->addWidget(m_text, 1);
    connect(&context.presence, &PresenceKeeper::changed, this, &PresenceBar::refresh);
    connect(&context.theme, &Theme::changed, this, &PresenceBar::refresh);
    hide();
}

void PresenceBar::open(domain::ConversationId id)
{
    m_id = id;
    refresh();
}

void PresenceBar::refresh()
{
    const auto there = m_context.presence.at(m_id);
    const bool isWriting = std::ranges::any_of(there, &desk::Companion::isWriting);
    const QString text = presencewords::sentence(there);
    const auto& colours = m_context.theme.colours();
    m_mark->setPixmap(icon(isWriting ? QStringLiteral("draft") : QStringLiteral("person"),
                           isWriting ? colours.waiting : colours.muted)
                          .pixmap(16, 16));
    m_text->setFont(m_context.theme.small());
    m_text->setText(text);
    setVisible(!text.isEmpty());
}

void PresenceBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        refresh();
    }
    QFrame::changeEvent(event);
}

} // namespace delpek::ui
