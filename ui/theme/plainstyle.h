// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace delpek::ui
{

/// Fusion, with boxes to tick and fields for numbers that stand out in every theme: Fusion draws their edges darker
/// than the window, which on a dark one nobody sees. Colours are the palette's: placeholder text for edges, highlight
/// for what is ticked. UI thread.
class PlainStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    PlainStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget = nullptr) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget = nullptr) const override;
};

} // namespace delpek::ui
