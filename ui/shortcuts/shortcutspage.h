// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"
#include "ui/shortcuts/shortcuts.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace delpek::ui
{

class KeyField;

/// All commands of the window with their keys, which a person may change.
class ShortcutsPage final : public QWidget
{
    Q_OBJECT

public:
    explicit ShortcutsPage(const Context& context, QWidget* parent = nullptr);

    /// The command whose keys are shown in the field.
    void select(const char* id);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void choose(const QKeySequence& keys);
    void askToResetAll();
    const Command* current() const;
    const Command* commandOf(const QTreeWidgetItem* item) const;
    void retranslate();
    void refresh();
    QString refusal() const;

    Context m_context;
    QLabel* m_title;
    QTreeWidget* m_list;
    QLabel* m_label;
    KeyField* m_field;
    QPushButton* m_none;
    QPushButton* m_reset;
    QPushButton* m_resetAll;
    QLabel* m_hint;
    QLabel* m_trouble;
    QKeySequence m_refused;
    std::optional<KeyRefusal> m_refusal;
};

} // namespace delpek::ui
