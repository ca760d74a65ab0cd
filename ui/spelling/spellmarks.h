// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/spelling/spellwords.h"

#include <QObject>
#include <QTimer>

class QMenu;
class QTextEdit;

namespace delpek::ui
{

class SpellBook;
class Theme;

/// Marks words that no dictionary knows, a moment after they were typed, and offers others for them in the context
/// menu. Nothing is changed by itself. UI thread.
class SpellMarks final : public QObject
{
    Q_OBJECT

public:
    SpellMarks(QTextEdit& edit, SpellBook& book, const Theme& theme);

    /// The words that are marked now.
    const std::vector<SpellWord>& wrong() const { return m_wrong; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void mark();
    void markSoon();
    void showMenu(const SpellWord& word, const QPoint& at);
    void replace(const SpellWord& word, const QString& was, const QString& by);
    QString textOf(const SpellWord& word) const;

    QTextEdit& m_edit;
    SpellBook& m_book;
    const Theme& m_theme;
    QTimer m_pause;
    std::vector<SpellWord> m_wrong;
};

} // namespace delpek::ui
