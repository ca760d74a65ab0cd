// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/escalation.h"
#include "ui/context.h"

#include <QWidget>

#include <set>

class QVBoxLayout;

namespace delpek::ui
{

class EscalationList;

/// A card for each emergency nobody has acknowledged: above everything, until somebody does.
class AlertCards final : public QWidget
{
    Q_OBJECT

public:
    AlertCards(const Context& context, EscalationList& list, QWidget* parent = nullptr);

Q_SIGNALS:
    void openWanted(delpek::domain::EscalationId id);

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    bool say(const domain::Escalation& escalation);

    Context m_context;
    EscalationList& m_list;
    QVBoxLayout* m_column;
    std::set<domain::EscalationId> m_said; ///< by a screen reader, of those that stand
};

} // namespace delpek::ui
