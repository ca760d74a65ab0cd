// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/urgencylabel.h"

#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"
#include "ui/theme/urgencymark.h"
#include "ui/wording.h"

#include <QPainter>

namespace delpek::ui
{

namespace
{

constexpr int gaps = 5 + 2 + 6; ///< between shape and word, and room at the end

} // namespace

UrgencyLabel::UrgencyLabel(const Theme& theme, domain::Urgency urgency, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_urgency(urgency)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setUrgency(urgency);
}

void UrgencyLabel::setUrgency(domain::Urgency urgency)
{
    m_urgency = urgency;
    setAccessibleName(words::urgency(urgency));
    updateGeometry();
    update();
}

QSize UrgencyLabel::sizeHint() const
{
    const QFontMetrics metrics(m_theme.strong());
    return {metrics.horizontalAdvance(words::urgency(m_urgency)) + metrics.height() + gaps, metrics.height() + 4};
}

void UrgencyLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    LinePainter line(painter, rect(), layoutDirection());
    paintUrgency(painter, QRectF(line.takeStart(height() - 6)), m_theme.colours(), m_urgency);
    line.rest(m_theme.strong(), urgencyColour(m_theme.colours(), m_urgency), words::urgency(m_urgency));
}

} // namespace delpek::ui
