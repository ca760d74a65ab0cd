// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace delpek::ui
{

/// One line of plain text that ends in "…" where it does not fit; its tip then shows all of it. text() is whole.
class ElidedLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget* parent = nullptr);

    QSize minimumSizeHint() const override;
    /// Rather nothing than a part of it.
    void setWholeOnly(bool wholeOnly);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QString shown() const;

    bool m_wholeOnly = false;
};

} // namespace delpek::ui
