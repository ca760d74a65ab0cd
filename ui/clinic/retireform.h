// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/clinicroom.h"
#include "ui/context.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace delpek::ui
{

class EffectPanel;

/// Somebody treats here no more: the visits that are booked with them are shown before it is kept.
class RetireForm final : public QDialog
{
    Q_OBJECT

public:
    RetireForm(const Context& context, const domain::Doctor& doctor, QWidget* parent);

Q_SIGNALS:
    void kept();
    void dayWanted(QDate day);
    void openWanted(delpek::domain::ConversationId id);

private:
    void look();
    void save();

    Context m_context;
    QString m_doctor;
    QLabel* m_trouble;
    EffectPanel* m_effect;
    QPushButton* m_save;
    std::optional<QStringList> m_seen; ///< the visits that are shown
};

} // namespace delpek::ui
