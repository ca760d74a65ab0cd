// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

namespace delpek::ui
{

class Theme;

/// One figure: what it is, the figure, and a line that says more.
class FigureTile final : public QFrame
{
    Q_OBJECT

public:
    explicit FigureTile(const Theme& theme, QWidget* parent = nullptr);

    void show(const QString& name, const QString& figure, const QString& note);
    QString figure() const;
    QString note() const;

private:
    const Theme& m_theme;
    QLabel* m_name;
    QLabel* m_figure;
    QLabel* m_note;
};

} // namespace delpek::ui
