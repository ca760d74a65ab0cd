// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/initials.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace delpek::ui
{

namespace
{

bool isTitle(const QString& word)
{
    QString letters;
    for (const QChar c : word.toLower()) {
        if (c.isLetter()) {
            letters += c;
        }
    }
    static const QStringList titles{QStringLiteral("dr"),   QStringLiteral("prof"), QStringLiteral("mr"),
                                    QStringLiteral("mrs"),  QStringLiteral("ms"),   QStringLiteral("דר"),
                                    QStringLiteral("פרופ"), QStringLiteral("מר"),   QStringLiteral("גב")};
    return titles.contains(letters);
}

} // namespace

QString initialsOf(const QString& name)
{
    QString initials;
    for (const QString& word : name.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (!isTitle(word) && word.front().isLetterOrNumber() && initials.size() < 2) {
            initials += word.front().toUpper();
        }
    }
    return initials.isEmpty() ? name.trimmed().left(1).toUpper() : initials;
}

QString shortName(const QString& name)
{
    const QStringList words = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const auto first = std::ranges::find_if(words, [](const QString& word) { return !isTitle(word); });
    return first == words.end() ? name : *first;
}

Initials::Initials(const Theme& theme, const QString& name, int diameter, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFixedSize(diameter, diameter);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setName(name);
}

void Initials::setName(const QString& name)
{
    m_initials = initialsOf(name);
    update();
}

void Initials::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colours().accentSoft);
    painter.drawEllipse(rect());
    QFont font = m_theme.strong();
    font.setPixelSize(height() * 2 / 5);
    painter.setFont(font);
    painter.setPen(m_theme.colours().accent);
    painter.drawText(rect(), Qt::AlignCenter, m_initials);
}

} // namespace delpek::ui
