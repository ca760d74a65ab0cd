// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"

#include <QFrame>

class QButtonGroup;

namespace delpek::ui
{

enum class Page { Inbox, Escalations, Book, Insights, Settings };

/// The pages of the window, down its leading edge.
class Rail final : public QFrame
{
    Q_OBJECT

public:
    explicit Rail(const Context& context, QWidget* parent = nullptr);

    void setPage(Page page);
    /// How many escalations nobody has acknowledged.
    void setWaiting(int count);

Q_SIGNALS:
    void chosen(delpek::ui::Page page);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    Context m_context;
    QButtonGroup* m_buttons;
    int m_waiting = 0;
};

} // namespace delpek::ui
