// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/shifts.h"
#include "ui/context.h"

#include <QDialog>
#include <QTimer>

class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QTextBrowser;
class QTextEdit;

namespace delpek::ui
{

/// The end of a shift: what it leaves, the person's own words, and where each conversation goes that the person holds.
/// The words are kept as they are written; nothing else happens until the person ends the shift.
class EndShift final : public QDialog
{
    Q_OBJECT

public:
    /// Deletes itself when it closes.
    EndShift(const Context& context, QWidget* parent);

    void done(int result) override;
    void reject() override;

Q_SIGNALS:
    void ended(delpek::domain::ShiftId id);
    void openWanted(delpek::domain::ConversationId id);

private:
    void build();
    void read();
    void showSheet(const desk::HandOverSheet& sheet);
    void addHeld(QGridLayout& grid, const desk::SheetRow& row);
    void keepWords();
    void end();
    void setEnding(bool isEnding);
    void follow(const QUrl& link);
    void tell(const QString& trouble);

    Context m_context;
    QLabel* m_title;
    QTextEdit* m_words;
    QLabel* m_heldHeading;
    QScrollArea* m_held;
    QTextBrowser* m_rest;
    QLabel* m_trouble;
    QPushButton* m_end;
    QPushButton* m_stay;
    QTimer m_keep;
    QString m_kept;
    desk::HandOverSheet m_sheet;
    std::map<domain::ConversationId, QComboBox*> m_fates;
    bool m_isRead = false;
    bool m_isEnding = false;
    bool m_isEnded = false;
};

} // namespace delpek::ui
