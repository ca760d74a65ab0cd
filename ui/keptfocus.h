// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace delpek::ui
{

/// Keeps the keyboard where it is while a part of the window is built anew: on the control that is called and means
/// the same. UI thread.
class KeptFocus final
{
public:
    /// `old`: what is about to go, or null.
    explicit KeptFocus(const QWidget* old);

    /// To its like in `fresh`, or to `otherwise` where there is none. Does nothing where the keyboard was elsewhere.
    void giveBack(const QWidget& fresh, QWidget& otherwise) const;

private:
    bool m_had = false;
    QString m_name;
    QString m_meaning;
};

} // namespace delpek::ui
