// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/urgency.h"

#include <QWidget>

namespace delpek::ui
{

class Theme;

/// An urgency as shape, colour and word.
class UrgencyLabel final : public QWidget
{
    Q_OBJECT

public:
    UrgencyLabel(const Theme& theme, domain::Urgency urgency, QWidget* parent = nullptr);

    void setUrgency(domain::Urgency urgency);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    domain::Urgency m_urgency;
};

} // namespace delpek::ui
