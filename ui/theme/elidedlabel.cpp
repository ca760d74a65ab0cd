// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/elidedlabel.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace delpek::ui
{

ElidedLabel::ElidedLabel(QWidget* parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {0, QLabel::minimumSizeHint().height()};
}

void ElidedLabel::setWholeOnly(bool wholeOnly)
{
    m_wholeOnly = wholeOnly;
    update();
}

QString ElidedLabel::shown() const
{
    const QString fitting = fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width());
    return m_wholeOnly && fitting != text() ? QString() : fitting;
}

bool ElidedLabel::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && shown() != text()) {
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), text(), this);
        return true;
    }
    return QLabel::event(event);
}

void ElidedLabel::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    style()->drawItemText(&painter, contentsRect(),
                          int(QStyle::visualAlignment(layoutDirection(), alignment())) | Qt::TextSingleLine, palette(),
                          isEnabled(), shown(), foregroundRole());
}

} // namespace delpek::ui
