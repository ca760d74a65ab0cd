// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/escalations/answerbutton.h"

#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace delpek::ui
{

AnswerButton::AnswerButton(const Context& context, int number, const QString& answer, QWidget* parent)
    : QAbstractButton(parent)
    , m_context(context)
    , m_answer(answer)
{
    setShortcut(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_0 + number)));
    setAccessibleName(tr("Ready answer %1: %2").arg(number).arg(answer));
    setToolTip(answer);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize AnswerButton::sizeHint() const
{
    return {200, QFontMetrics(m_context.theme.body()).height() + 10};
}

void AnswerButton::paintEvent(QPaintEvent*)
{
    const Colours& colours = m_context.theme.colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? colours.accent : colours.line, 1));
    painter.setBrush(!isEnabled()   ? colours.window
                     : isDown()     ? colours.accentSoft
                     : underMouse() ? colours.hover
                                    : colours.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    LinePainter line(painter, rect().adjusted(10, 0, -10, 0), layoutDirection());
    line.atEnd(m_context.theme.small(), colours.muted, shortcut().toString(QKeySequence::NativeText));
    line.rest(m_context.theme.body(), isEnabled() ? colours.text : colours.muted, readable(m_answer).simplified());
}

void AnswerButton::enterEvent(QEnterEvent* event)
{
    update();
    QAbstractButton::enterEvent(event);
}

void AnswerButton::leaveEvent(QEvent* event)
{
    update();
    QAbstractButton::leaveEvent(event);
}

} // namespace delpek::ui
