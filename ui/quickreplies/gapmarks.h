// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QTextEdit;

namespace delpek::ui
{

class Theme;

/// Marks the gaps of a text that is written, and brings the keyboard to them. UI thread.
class GapMarks final : public QObject
{
    Q_OBJECT

public:
    GapMarks(QTextEdit& edit, const Theme& theme);

    bool any() const;
    /// What stands in the first one, without its marks; empty without a gap.
    QString first() const;
    /// Selects the first gap at or behind `position`, else the first of all: what is typed takes its place.
    void select(int position = 0);

private:
    void mark();

    QTextEdit& m_edit;
    const Theme& m_theme;
};

} // namespace delpek::ui
