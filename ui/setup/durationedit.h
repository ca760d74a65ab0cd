// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QSpinBox;

namespace delpek::ui
{

/// A length of time: a number and its unit. Whole milliseconds.
class DurationEdit final : public QWidget
{
    Q_OBJECT

public:
    /// `least` and `most` in milliseconds; nothing outside of them can be chosen.
    DurationEdit(qint64 least, qint64 most, QWidget* parent);

    /// In the largest unit that leaves nothing over.
    void setValue(qint64 millis);
    qint64 value() const;
    /// What is shown in place of 0: "Never".
    void setZeroText(const QString& text);
    void setAccessibleWords(const QString& name, const QString& description);
    void retranslate();

Q_SIGNALS:
    void edited();

private:
    void fit();
    qint64 unit() const;

    qint64 m_least;
    qint64 m_most;
    QSpinBox* m_number;
    QComboBox* m_unit;
};

} // namespace delpek::ui
