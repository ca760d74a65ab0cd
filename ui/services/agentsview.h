// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/serviceroom.h"
#include "ui/context.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace delpek::ui
{

/// Who answers patients: the team that is chosen, and the agents of each with what they take and may do.
class AgentsView final : public QWidget
{
    Q_OBJECT

public:
    explicit AgentsView(const Context& context, QWidget* parent = nullptr);

    void read();
    /// Something was changed that works after the next start only.
    bool waitsForStart() const;

Q_SIGNALS:
    void told();

protected:
    void changeEvent(QEvent* event) override;

private:
    void choose();
    void retranslate();

    Context m_context;
    desk::TeamState m_state;
    std::optional<Error> m_failure; ///< why there is no state
    QLabel* m_label;
    QComboBox* m_team;
    QLabel* m_note;
    QLabel* m_trouble;
    QLabel* m_text;
};

} // namespace delpek::ui
