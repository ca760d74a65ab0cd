// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "ui/context.h"

#include <QTimer>
#include <QWidget>

class QButtonGroup;
class QGridLayout;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace delpek::ui
{

class DayChart;
class FiguresSheet;
class FigureTile;
class HealthPanel;
class RangeBar;

/// What happened at the desk in figures, as charts or as a table, and how the program does. While it is seen it follows
/// the change feed, every few seconds at most.
class InsightsPane final : public QWidget
{
    Q_OBJECT

public:
    explicit InsightsPane(const Context& context, QWidget* parent = nullptr);

    RangeBar& range() { return *m_range; }
    HealthPanel& health() { return *m_health; }
    const std::vector<DayChart*>& charts() const { return m_charts; }
    const std::vector<FigureTile*>& tiles() const { return m_tiles; }
    void showTable(bool table);
    /// At most so often a change leads to another look, less often where counting takes long.
    void setPace(std::chrono::milliseconds pace);
    /// Writes what is shown as a CSV file, and says where it lies or why it does not.
    void saveTo(const QString& path);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void build();
    void read();
    void readReport();
    void readHealth();
    /// Looks into the folder of the copies, which may lie in the network: not with every refresh.
    void readBackup();
    void showReport();
    void showTiles();
    void showBody();
    void chooseFile();
    void retranslate();
    QDate today() const;

    Context m_context;
    std::optional<desk::InsightsReport> m_report;
    bool m_failed = false;
    int m_asked = 0;
    bool m_reading = false;
    std::chrono::milliseconds m_pace{0};
    QTimer m_soon;
    QTimer m_each;
    RangeBar* m_range;
    QButtonGroup* m_views;
    QPushButton* m_export;
    QLabel* m_when;
    QLabel* m_asOf;
    QLabel* m_notice;
    QStackedWidget* m_body;
    QLabel* m_state;
    QPushButton* m_retry;
    std::vector<FigureTile*> m_tiles;
    std::vector<DayChart*> m_charts;
    FiguresSheet* m_sheet;
    QTableView* m_table;
    HealthPanel* m_health;
};

} // namespace delpek::ui
