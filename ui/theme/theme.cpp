// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/plainstyle.h"

#include <QApplication>
#include <QFile>
#include <QPalette>

namespace delpek::ui
{

namespace
{

Colours light()
{
    return {.window = QColor(0xf3f5f6),
            .surface = QColor(0xffffff),
            .line = QColor(0xdde2e5),
            .text = QColor(0x1a2428),
            .muted = QColor(0x5b686e),
            .accent = QColor(0x0b6e75),
            .onAccent = QColor(0xffffff),
            .accentSoft = QColor(0xdff0f0),
            .hover = QColor(0xeff3f4),
            .emergency = QColor(0xb3261e),
            .emergencySoft = QColor(0xfbe4e2),
            .doctor = QColor(0x6a4bb0),
            .doctorSoft = QColor(0xece6f8),
            .waiting = QColor(0x8a5a00),
            .good = QColor(0x1e7a43),
            .found = QColor(0xffe08a),
            .bubblePatient = QColor(0xffffff),
            .bubbleAgent = QColor(0xe4eef5),
            .bubbleStaff = QColor(0xd9eeec),
            .bubbleDoctor = QColor(0xece6f8),
            .note = QColor(0xfdf3d3),
            .noteStrong = QColor(0x7a5300),
            .onNote = QColor(0xffffff),
            .labels = {QColor(0x5b686e), QColor(0x2563b8), QColor(0x2f7d4f), QColor(0x6e7414), QColor(0x8a5a33),
                       QColor(0xb03a78)}};
}

Colours dark()
{
    return {.window = QColor(0x14191c),
            .surface = QColor(0x1c2326),
            .line = QColor(0x313b40),
            .text = QColor(0xe6ebed),
            .muted = QColor(0x9eabb1),
            .accent = QColor(0x5cc4c6),
            .onAccent = QColor(0x0a2224),
            .accentSoft = QColor(0x1d3b3d),
            .hover = QColor(0x252d31),
            .emergency = QColor(0xff8a80),
            .emergencySoft = QColor(0x45201f),
            .doctor = QColor(0xbba4f2),
            .doctorSoft = QColor(0x31284a),
            .waiting = QColor(0xe5b45a),
            .good = QColor(0x74cf96),
            .found = QColor(0x66501a),
            .bubblePatient = QColor(0x232b2f),
            .bubbleAgent = QColor(0x22323d),
            .bubbleStaff = QColor(0x1d3b3a),
            .bubbleDoctor = QColor(0x31284a),
            .note = QColor(0x3a311a),
            .noteStrong = QColor(0xe8c069),
            .onNote = QColor(0x2a1f05),
            .labels = {QColor(0x9eabb1), QColor(0x7fb0f0), QColor(0x79cc98), QColor(0xc3c866), QColor(0xd3a67c),
                       QColor(0xee93bf)}};
}

QPalette paletteOf(const Colours& c)
{
    QPalette palette;
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.surface);
    palette.setColor(QPalette::AlternateBase, c.window);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::Button, c.surface);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::Highlight, c.accent);
    palette.setColor(QPalette::HighlightedText, c.onAccent);
    palette.setColor(QPalette::ToolTipBase, c.surface);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::PlaceholderText, c.muted);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::Mid, c.line);
    palette.setColor(QPalette::Dark, c.line);
    palette.setColor(QPalette::Light, c.surface);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, c.muted);
    }
    return palette;
}

QString styleSheet(const Colours& c)
{
    QFile file(QStringLiteral(":/delpek/themes/window.css"));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QString css = QString::fromUtf8(file.readAll());
    const std::pair<const char*, QColor> tokens[] = {
        {"@window", c.window},
        {"@surface", c.surface},
        {"@line", c.line},
        {"@text", c.text},
        {"@muted", c.muted},
        {"@accentSoft", c.accentSoft},
        {"@accent", c.accent},
        {"@onAccent", c.onAccent},
        {"@hover", c.hover},
        {"@emergencySoft", c.emergencySoft},
        {"@emergency", c.emergency},
        {"@doctorSoft", c.doctorSoft},
        {"@doctor", c.doctor},
        {"@waiting", c.waiting},
        {"@noteStrong", c.noteStrong},
        {"@note", c.note},
        {"@onNote", c.onNote},
    };
    for (const auto& [token, colour] : tokens) {
        css.replace(QLatin1String(token), colour.name());
    }
    return css;
}

QFont scaled(QFont font, double factor, QFont::Weight weight)
{
    font.setPointSizeF(font.pointSizeF() * factor);
    font.setWeight(weight);
    return font;
}

} // namespace

Theme::Theme(QObject* parent)
    : QObject(parent)
    , m_colours(light())
{
}

void Theme::apply(QApplication& application, ThemeKind kind, int textSize)
{
    m_colours = kind == ThemeKind::Dark ? dark() : light();
    m_body.setFamilies({QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans Hebrew"), QStringLiteral("Segoe UI"),
                        QStringLiteral("Helvetica Neue"), QStringLiteral("Arial")});
    m_body.setPointSize(textSize);
    ++m_revision;
    application.setStyle(new PlainStyle); // the application's own
    application.setPalette(paletteOf(m_colours));
    application.setFont(m_body);
    application.setStyleSheet(styleSheet(m_colours));
    Q_EMIT changed();
}

QFont Theme::small() const
{
    return scaled(m_body, 0.88, QFont::Normal);
}

QFont Theme::strong() const
{
    return scaled(m_body, 1.0, QFont::DemiBold);
}

QFont Theme::title() const
{
    return scaled(m_body, 1.25, QFont::DemiBold);
}

} // namespace delpek::ui
