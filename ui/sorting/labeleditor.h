// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/label.h"
#include "ui/context.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace delpek::ui
{

class LabelBook;

/// The clinic's labels: added, renamed, coloured, taken away. Each change is for all desks at once.
class LabelEditor final : public QDialog
{
    Q_OBJECT

public:
    explicit LabelEditor(const Context& context, QWidget* parent);

private:
    void fill();
    void choose();
    void save();
    void askToRemove();
    void remove(domain::LabelId id);
    void setBusy(bool busy);
    void takeOver();
    bool isChanged() const;
    int rowOf(domain::LabelId id) const;
    void say(const QString& text, bool isTrouble);
    void refresh();
    domain::Label written() const;

    Context m_context;
    LabelBook* m_labels;
    QListWidget* m_list;
    QLineEdit* m_name;
    QComboBox* m_colour;
    QLabel* m_said;
    QPushButton* m_new;
    QPushButton* m_remove;
    QPushButton* m_save;
    domain::Label m_shown; ///< as it was read; an invalid id: a new one
    bool m_isBusy = false;
    bool m_isOverwriting = false;
};

} // namespace delpek::ui
