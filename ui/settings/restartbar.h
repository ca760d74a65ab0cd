// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"

#include <QFrame>

#include <set>

class QLabel;
class QPushButton;

namespace delpek::ui
{

/// Says above the settings that something was changed which Delpek reads at its start only, and starts it again. UI
/// thread.
class RestartBar final : public QFrame
{
    Q_OBJECT

public:
    explicit RestartBar(const Context& context, QWidget* parent = nullptr);

    /// Whether something of that page waits for a start.
    void setWaiting(const QObject* page, bool waits);

Q_SIGNALS:
    void restartWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    Context m_context;
    QLabel* m_text;
    QPushButton* m_restart;
    std::set<const QObject*> m_waiting;
};

} // namespace delpek::ui
