// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"
#include "ui/help/helptext.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QTextBrowser;

namespace delpek::ui
{

/// The guide, beside the window: topics, a search over all pages, and the page. It holds nothing of a patient's.
class HelpWindow final : public QWidget
{
    Q_OBJECT

public:
    HelpWindow(const Context& context, QWidget* parent);

    /// An id of helpTopics().
    void showTopic(const QString& id);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void read();
    void fill();
    void showPage();

    Context m_context;
    std::vector<HelpPage> m_pages;
    QLineEdit* m_search;
    QListWidget* m_topics;
    QTextBrowser* m_page;
};

} // namespace delpek::ui
