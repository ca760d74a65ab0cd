// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/rail.h"
#include "ui/window/windowparts.h"

#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>

// Where the window stood, how it was divided and what it showed, for the next start.

namespace delpek::ui
{

namespace
{

const auto geometryKey = QStringLiteral("window/geometry");
const auto splitterKey = QStringLiteral("window/panes");
const auto pageKey = QStringLiteral("window/page");

/// Its first version: a mark, two numbers, two rectangles, the screen and two flags.
constexpr qsizetype shortestGeometry = 46;

constexpr std::pair<Page, QLatin1String> pageWords[] = {{Page::Inbox, QLatin1String("inbox")},
                                                        {Page::Escalations, QLatin1String("escalations")},
                                                        {Page::Book, QLatin1String("book")},
                                                        {Page::Insights, QLatin1String("insights")},
                                                        {Page::Settings, QLatin1String("settings")}};

} // namespace

void MainWindow::restoreLayout()
{
    // Not only at the end: a crash or a power cut must not cost the layout either.
    m->layout.setSingleShot(true);
    m->layout.setInterval(std::chrono::seconds(1));
    connect(&m->layout, &QTimer::timeout, this, &MainWindow::saveLayout);
    const QSettings settings;
    // Qt brings a window back whose screen is gone. It also takes a torn value for a window of no size.
    const QByteArray kept = settings.value(geometryKey).toByteArray();
    if (kept.size() < shortestGeometry || !restoreGeometry(kept)) {
        resize(1280, 800);
    }
    const QString word = settings.value(pageKey).toString();
    for (const auto& [page, name] : pageWords) {
        if (word == name) {
            m->firstPage = int(page);
        }
    }
}

void MainWindow::restorePages()
{
    if (!m->splitter->restoreState(QSettings().value(splitterKey).toByteArray())) {
        m->splitter->setSizes({300, 700, 250});
    }
    // Of the start only: who signs in later begins at the inbox.
    int page = std::exchange(m->firstPage, int(Page::Inbox));
    if (page == int(Page::Insights) && m->insights == nullptr) {
        page = int(Page::Inbox);
    }
    m->rail->setPage(Page(page));
    m->pages->setCurrentIndex(page);
    connect(m->splitter, &QSplitter::splitterMoved, this, &MainWindow::layoutChanged);
    connect(m->pages, &QStackedWidget::currentChanged, this, &MainWindow::layoutChanged, Qt::UniqueConnection);
}

void MainWindow::layoutChanged()
{
    m->layout.start();
}

void MainWindow::saveLayout()
{
    m->layout.stop();
    QSettings settings;
    settings.setValue(geometryKey, saveGeometry());
    if (m->hasPages()) {
        settings.setValue(splitterKey, m->splitter->saveState());
        settings.setValue(pageKey, QString(pageWords[m->pages->currentIndex()].second));
    }
}

void MainWindow::moveEvent(QMoveEvent* event)
{
    QMainWindow::moveEvent(event);
    layoutChanged();
}

} // namespace delpek::ui
