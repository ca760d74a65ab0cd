// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/replayedturn.h"
#include "domain/review.h"
#include "ui/context.h"

#include <QDialog>

class QGridLayout;
class QLabel;
class QPushButton;
class QScrollArea;

namespace delpek::ui
{

/// "How would it end today?": runs a turn again and shows it as it was beside as it would be. Nothing is sent.
class ReplayView final : public QDialog
{
    Q_OBJECT

public:
    /// Deletes itself when it is closed.
    ReplayView(const Context& context, domain::DecisionId turn, QWidget* parent);

protected:
    void changeEvent(QEvent* event) override;

private:
    void run();
    void refresh();
    void fill();
    QLabel* cell(const QString& text, const char* kind = nullptr);

    Context m_context;
    domain::DecisionId m_turn;
    std::optional<Result<domain::ReplayedTurn>> m_result;
    QLabel* m_title;
    QLabel* m_summary;
    QLabel* m_promise;
    QScrollArea* m_area;
    QPushButton* m_close;
};

} // namespace delpek::ui
