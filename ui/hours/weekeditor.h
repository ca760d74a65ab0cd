// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/openinghours.h"
#include "ui/context.h"

#include <QWidget>

#include <array>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace delpek::ui
{

/// A week of hours, Sunday first, to be read or changed; what is wrong with a day stands below its fields.
class WeekEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit WeekEditor(const Context& context, QWidget* parent = nullptr);

    /// `none`: what a day without hours is called.
    void setHours(const domain::WeeklyHours& hours, bool canChange, const QString& none);
    const domain::WeeklyHours& hours() const { return m_hours; }
    bool isFine() const { return domain::hoursFaults(m_hours).empty(); }

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Day {
        QLabel* name = nullptr;
        QWidget* place = nullptr; ///< holds the spans
        QHBoxLayout* row = nullptr;
        QLabel* none = nullptr;
        QToolButton* add = nullptr;
        QLabel* fault = nullptr;
        std::vector<QWidget*> spans = {};
    };
    void build(size_t day);
    QWidget* spanField(size_t day, size_t span);
    static void orderTabs(const Day& day);
    void addSpan(size_t day);
    void showFaults();
    void retranslate();

    Context m_context;
    domain::WeeklyHours m_hours;
    bool m_canChange = false;
    QString m_none;
    std::array<Day, 7> m_days;
};

} // namespace delpek::ui
