// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/insights/figuretile.h"

#include "domain/isolate.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace delpek::ui
{

FigureTile::FigureTile(const Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_name(new QLabel(this))
    , m_figure(new QLabel(this))
    , m_note(new QLabel(this))
{
    setObjectName(QStringLiteral("listCard"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * space, 2 * space, 3 * space, 2 * space);
    column->setSpacing(0);
    for (QLabel* label : {m_name, m_figure, m_note}) {
        label->setTextFormat(Qt::PlainText);
        label->setProperty("kind", label == m_figure ? QVariant() : QVariant(QStringLiteral("muted")));
        column->addWidget(label);
    }
    m_note->setWordWrap(true);
    column->addStretch(1);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void FigureTile::show(const QString& name, const QString& figure, const QString& note)
{
    m_name->setFont(m_theme.small());
    m_note->setFont(m_theme.small());
    QFont large = m_theme.title();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    m_figure->setFont(large);
    m_name->setText(name);
    m_figure->setText(figure);
    m_note->setText(note);
    for (QLabel* label : {m_name, m_figure, m_note}) {
        label->setAlignment(leading(*this));
    }
    setAccessibleName(name);
    setAccessibleDescription(note.isEmpty() ? figure : QStringLiteral("%1. %2").arg(figure, note));
    setToolTip({});
}

QString FigureTile::figure() const
{
    return domain::withoutIsolates(m_figure->text());
}

QString FigureTile::note() const
{
    return domain::withoutIsolates(m_note->text());
}

} // namespace delpek::ui
