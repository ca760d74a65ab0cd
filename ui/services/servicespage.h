// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"

#include <QWidget>

class QLabel;
class QTabWidget;

namespace delpek::ui
{

class AgentsView;
class ServiceView;

/// The section of the settings about what answers patients: services and agents.
class ServicesPage final : public QWidget
{
    Q_OBJECT

public:
    explicit ServicesPage(const Context& context, QWidget* parent = nullptr);

    QTabWidget& tabs() const { return *m_tabs; }

Q_SIGNALS:
    /// Whether something was changed that works after the next start only.
    void waits(bool forStart);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void retranslate();

    Context m_context;
    QLabel* m_title;
    QTabWidget* m_tabs;
    ServiceView* m_services;
    AgentsView* m_agents;
};

} // namespace delpek::ui
