// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

namespace delpek::ui
{

class Theme;

/// The first letters of a name's first two words, without a title ("Dr.", "ד״ר", "פרופ׳"). Pure.
QString initialsOf(const QString& name);

/// The first word of a name that is no title; the whole name where there is none. Pure.
QString shortName(const QString& name);

/// A person's initials in a disc. For the eye alone: whoever listens hears the name beside it.
class Initials final : public QWidget
{
public:
    /// `diameter` in device-independent pixels.
    Initials(const Theme& theme, const QString& name, int diameter, QWidget* parent = nullptr);

    void setName(const QString& name);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QString m_initials;
};

} // namespace delpek::ui
