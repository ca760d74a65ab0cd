// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/voice/levelmeter.h"

#include "ui/theme/theme.h"
#include "ui/voice/voicenotes.h"

#include <QPainter>
#include <QStyle>

#include <cmath>

namespace delpek::ui
{

namespace
{

constexpr int barWidth = 3;
constexpr int barStep = 5;
constexpr int dotSize = 10;
constexpr int lowest = 3;

/// Speech lies between -50 and -10 dB.
double heightOf(double level)
{
    return std::clamp((20 * std::log10(std::max(level, 1e-5)) + 50) / 40, 0.0, 1.0);
}

} // namespace

LevelMeter::LevelMeter(const Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
{
    connect(&context.voice, &VoiceNotes::progressed, this, qOverload<>(&QWidget::update));
}

QSize LevelMeter::sizeHint() const
{
    return {dotSize + 2 * space + 40 * barStep, 24};
}

void LevelMeter::paintEvent(QPaintEvent*)
{
    const Colours& colours = m_context.theme.colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const auto place = [this](const QRect& logical) { return QStyle::visualRect(layoutDirection(), rect(), logical); };
    painter.setBrush(colours.emergency);
    painter.drawEllipse(place({0, (height() - dotSize) / 2, dotSize, dotSize}));
    const int first = dotSize + 2 * space;
    const int count = std::max(0, (width() - first) / barStep);
    const auto& levels = m_context.voice.levels();
    for (int bar = 0; bar < count; ++bar) {
        const int from = int(levels.size()) - count + bar;
        const bool isHeard = from >= 0;
        const double level = isHeard ? heightOf(levels[size_t(from)]) : 0;
        const int tall = lowest + int(level * (height() - lowest));
        painter.setBrush(isHeard ? colours.accent : colours.line);
        painter.drawRoundedRect(place({first + bar * barStep, (height() - tall) / 2, barWidth, tall}), 1.5, 1.5);
    }
}

} // namespace delpek::ui
