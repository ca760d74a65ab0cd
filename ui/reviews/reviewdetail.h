// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/reviews.h"
#include "ui/context.h"

#include <QFrame>

#include <map>

class QComboBox;
class QLabel;
class QPushButton;
class QScrollArea;
class QTextEdit;

namespace delpek::ui
{

/// One report: what was said, what the patient wrote and the agent answered, and what comes of it.
class ReviewDetail final : public QFrame
{
    Q_OBJECT

public:
    explicit ReviewDetail(const Context& context, QWidget* parent = nullptr);

    /// Nothing: none is chosen. A settlement that was begun is there again when its report is.
    void setRow(const std::optional<desk::ReviewRow>& row);

Q_SIGNALS:
    void openWanted(delpek::domain::ConversationId id);
    /// It was settled, opened again or taken back, or is not as it was shown.
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    /// A settlement that is being written.
    struct Begun {
        bool settles = false;
        int outcome = 0; ///< its place in the list
        QString words;
    };
    void keepBegun();
    void showBegun();
    void read();
    void settle();
    void act(const Future<Done>& future);
    void setForm(bool open);
    QString html() const;
    void refresh();
    void retranslate();

    Context m_context;
    std::optional<desk::ReviewRow> m_row;
    std::optional<desk::ReviewedTurn> m_turn;
    bool m_isBusy = false;
    bool m_settles = false;
    std::map<domain::ReviewId, Begun> m_begun; ///< of the reports that are not shown
    QLabel* m_text;
    QScrollArea* m_area;
    QPushButton* m_open;
    QPushButton* m_again;
    QPushButton* m_settle;
    QPushButton* m_reopen;
    QPushButton* m_back;
    QWidget* m_form;
    QComboBox* m_outcome;
    QTextEdit* m_words;
    QPushButton* m_cancel;
    QPushButton* m_confirm;
    QLabel* m_trouble;
};

} // namespace delpek::ui
