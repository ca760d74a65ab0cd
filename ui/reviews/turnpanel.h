// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/review.h"
#include "ui/context.h"

#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace delpek::ui
{

class ReportForm;

/// What can be said of one turn: who reported it and what came of it, a report of one's own, and how it would end
/// today.
class TurnPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit TurnPanel(const Context& context, QWidget* parent = nullptr);

    /// The turn that is chosen, with its reports; an invalid one: none.
    void setTurn(domain::DecisionId turn, std::vector<domain::Review> reviews);
    void flush();

Q_SIGNALS:
    /// A doctor is to be called for the open conversation.
    void doctorWanted();
    /// Reports came or went.
    void changed();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void takeBack(domain::ReviewId id);
    void setForm(bool open);
    void onReported(const domain::TurnReport& report);
    void fill();
    void fit();
    void refresh();
    bool isMine(const domain::Review& review) const;

    Context m_context;
    domain::DecisionId m_turn;
    std::vector<domain::Review> m_reviews;
    QScrollArea* m_area;
    QVBoxLayout* m_reports;
    QLabel* m_notice;
    QPushButton* m_wrong;
    QPushButton* m_again;
    ReportForm* m_form;
    bool m_isOpen = false;
    bool m_wasUrgent = false; ///< the last report said that a doctor was needed
    bool m_hasBegun = false;
};

} // namespace delpek::ui
