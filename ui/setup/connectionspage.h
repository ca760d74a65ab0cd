// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"
#include "ui/settings/holdsedits.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace delpek::desk
{
struct SetupState;
}

namespace delpek::ui
{

class ConnectionCard;

/// What the clinic is connected to, for an administrator: channels, records, the language model.
class ConnectionsPage final : public QWidget, public HoldsEdits
{
    Q_OBJECT

public:
    explicit ConnectionsPage(const Context& context, QWidget* parent = nullptr);

    bool hasUnsaved() const override;

Q_SIGNALS:
    /// Whether something was kept that works after the next start only.
    void waits(bool forStart);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void read();
    void tell(const desk::SetupState& state);
    void retranslate();

    Context m_context;
    std::vector<ConnectionCard*> m_cards;
    QString m_file;
    bool m_isDemo = false;
    QLabel* m_title;
    QLabel* m_intro;
    QLabel* m_demo;
    QLabel* m_trouble;
    QPushButton* m_wizard;
};

} // namespace delpek::ui
