// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/escalations/cardlabel.h"

#include "ui/theme/linepainter.h"

#include <QStyle>

namespace delpek::ui
{

QLabel* cardLabel(const QWidget& layout, const QString& text, const char* kind)
{
    auto* label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(leading(layout));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (kind != nullptr) {
        label->setProperty("kind", QString::fromLatin1(kind));
    }
    return label;
}

QLabel* troubleLabel(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(QStringLiteral("formTrouble"));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->hide();
    return label;
}

QString directed(const QWidget& layout, const QString& sentence)
{
    constexpr char16_t leftToRight = 0x200e;
    constexpr char16_t rightToLeft = 0x200f;
    return QChar(layout.layoutDirection() == Qt::RightToLeft ? rightToLeft : leftToRight) + sentence;
}

void setKind(QWidget& widget, const QString& kind)
{
    if (widget.property("kind").toString() != kind) {
        widget.setProperty("kind", kind);
        widget.style()->unpolish(&widget);
        widget.style()->polish(&widget);
    }
}

void showSaid(QLabel& label, const QString& text, bool isTrouble)
{
    label.setText(text);
    label.setVisible(!text.isEmpty());
    const auto name = isTrouble ? QStringLiteral("formTrouble") : QStringLiteral("formSaid");
    if (label.objectName() != name) {
        label.setObjectName(name);
        label.style()->polish(&label);
    }
}

void showOutcome(QLabel& label, const QString& text, bool isTrouble)
{
    label.setText(text);
    label.setVisible(!text.isEmpty());
    setKind(label, isTrouble ? QStringLiteral("trouble") : QStringLiteral("muted"));
}

} // namespace delpek::ui
