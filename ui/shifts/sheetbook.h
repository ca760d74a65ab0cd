// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/shifts.h"
#include "ui/context.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;
class QTextBrowser;

namespace delpek::ui
{

/// The hand-over sheets, the newest on top, to be read, acknowledged and printed.
class SheetBook final : public QDialog
{
    Q_OBJECT

public:
    /// `first` is shown; an invalid one: the newest. Deletes itself when it closes.
    SheetBook(const Context& context, domain::ShiftId first, QWidget* parent);

Q_SIGNALS:
    void openWanted(delpek::domain::ConversationId id);

private:
    void build();
    void read();
    void fill(const std::vector<desk::SheetHead>& heads);
    void showCurrent();
    void showSheet(const desk::HandOverSheet& sheet);
    void acknowledge();
    void tell(const QString& trouble);

    Context m_context;
    domain::ShiftId m_wanted;
    std::optional<desk::HandOverSheet> m_sheet;
    QListWidget* m_list;
    QTextBrowser* m_view;
    QLabel* m_trouble;
    QPushButton* m_read;
    QPushButton* m_print;
    QPushButton* m_close;
};

} // namespace delpek::ui
