// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/insights/healthpanel.h"

#include "domain/isolate.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace delpek::ui
{

namespace
{

constexpr int markSize = 12;

} // namespace

QColor healthColour(const Colours& colours, HealthState state)
{
    return state == HealthState::Good        ? colours.good
           : state == HealthState::Attention ? colours.waiting
                                             : colours.emergency;
}

QPixmap healthMark(const Colours& colours, HealthState state, qreal ratio)
{
    QPixmap pixmap(QSize(markSize, markSize) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(healthColour(colours, state));
    const QRectF area(1, 1, markSize - 2, markSize - 2);
    if (state == HealthState::Good) {
        painter.drawEllipse(area);
    } else if (state == HealthState::Attention) {
        painter.drawPolygon(QPolygonF({{area.center().x(), area.top()}, area.bottomRight(), area.bottomLeft()}));
    } else {
        painter.drawRect(area);
    }
    return pixmap;
}

namespace
{

/// One line of the panel.
QWidget* lineWidget(const HealthLine& line, const Theme& theme, QWidget* parent)
{
    auto* widget = new QWidget(parent);
    widget->setAccessibleName(line.name);
    widget->setAccessibleDescription(QStringLiteral("%1. %2").arg(line.word, line.detail));
    auto* mark = new QLabel(widget);
    mark->setPixmap(healthMark(theme.colours(), line.state, parent->devicePixelRatioF()));
    auto* name = new QLabel(line.name, widget);
    name->setFont(theme.strong());
    auto* word = new QLabel(line.word, widget);
    word->setFont(theme.small());
    QPalette palette = word->palette();
    palette.setColor(QPalette::WindowText, healthColour(theme.colours(), line.state));
    word->setPalette(palette);
    auto* detail = new QLabel(line.detail, widget);
    detail->setFont(theme.small());
    detail->setProperty("kind", QStringLiteral("muted"));
    detail->setWordWrap(true);
    detail->setAlignment(leading(*parent) | Qt::AlignTop);
    auto* grid = new QGridLayout(widget);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(2 * space);
    grid->setVerticalSpacing(2);
    grid->addWidget(mark, 0, 0);
    grid->addWidget(name, 0, 1);
    grid->addWidget(word, 0, 2);
    grid->addWidget(detail, 1, 1, 1, 2);
    grid->setColumnStretch(1, 1);
    return widget;
}

} // namespace

HealthPanel::HealthPanel(const Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_title(new QLabel(this))
    , m_asOf(new QLabel(this))
    , m_list(new QWidget(this))
{
    setObjectName(QStringLiteral("surface"));
    setAttribute(Qt::WA_StyledBackground);
    m_asOf->setObjectName(QStringLiteral("healthAsOf"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * space, 3 * space, 3 * space, 3 * space);
    column->setSpacing(space);
    column->addWidget(m_title);
    column->addWidget(m_asOf);
    column->addSpacing(2 * space);
    column->addWidget(m_list);
    column->addStretch(1);
    auto* lines = new QVBoxLayout(m_list);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(4 * space);
    connect(&context.theme, &Theme::changed, this, &HealthPanel::refresh);
    refresh();
}

void HealthPanel::show(const desk::Health& health)
{
    m_health = health;
    m_isOld = false;
    refresh();
}

void HealthPanel::showBackup(const std::optional<desk::BackupState>& backup)
{
    m_backup = backup;
    refresh();
}

void HealthPanel::showOld()
{
    m_isOld = true;
    refresh();
}

QString HealthPanel::asOf() const
{
    return domain::withoutIsolates(m_asOf->text());
}

void HealthPanel::refresh()
{
    const Theme& theme = m_context.theme;
    m_title->setFont(theme.title());
    m_title->setText(tr("Health"));
    m_asOf->setFont(theme.small());
    m_asOf->setProperty("kind", m_isOld ? QStringLiteral("warn") : QStringLiteral("muted"));
    m_asOf->setText(m_health ? tr("As of %1").arg(words::clockTime(m_health->asOf)) : tr("Not known yet"));
    m_asOf->setAlignment(leading(*this));
    m_asOf->style()->polish(m_asOf);
    m_lines = m_health ? healthLines(*m_health) : std::vector<HealthLine>();
    if (m_health && m_backup) {
        m_lines.push_back(backupLine(*m_backup, m_health->asOf));
    }
    qDeleteAll(m_list->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    for (const HealthLine& line : m_lines) {
        m_list->layout()->addWidget(lineWidget(line, theme, m_list));
    }
}

void HealthPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace delpek::ui
