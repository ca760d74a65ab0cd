// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"
#include "ui/insights/healthwords.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;
class QPixmap;

namespace delpek::ui
{

struct Colours;

QColor healthColour(const Colours& colours, HealthState state);
/// A disc, a triangle, a square: told apart without the colour. `ratio` is the screen's pixels to a unit.
QPixmap healthMark(const Colours& colours, HealthState state, qreal ratio);

/// How engine, channels, records and model do: each with a mark of its own shape, a word and the facts, and the time at
/// which it was so.
class HealthPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit HealthPanel(const Context& context, QWidget* parent = nullptr);

    void show(const desk::Health& health);
    /// Of the copies of the data; nothing where this desk has none to tell of.
    void showBackup(const std::optional<desk::BackupState>& backup);
    /// What was shown last is not true any more.
    void showOld();
    const std::vector<HealthLine>& lines() const { return m_lines; }
    QString asOf() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    Context m_context;
    std::optional<desk::Health> m_health;
    std::optional<desk::BackupState> m_backup;
    bool m_isOld = false;
    std::vector<HealthLine> m_lines;
    QLabel* m_title;
    QLabel* m_asOf;
    QWidget* m_list;
};

} // namespace delpek::ui
