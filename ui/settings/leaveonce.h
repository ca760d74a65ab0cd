// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QLabel>

namespace delpek::ui
{

/// Asks once before a form gives up what was typed: the first Cancel or Esc says so, the next one leaves. Who typed
/// since is asked again: the form then assigns a new one. UI thread.
class LeaveOnce
{
    Q_DECLARE_TR_FUNCTIONS(LeaveOnce)

public:
    /// `trouble` takes the sentence.
    bool mayLeave(bool isEdited, QLabel& trouble)
    {
        if (!isEdited || m_warned) {
            return true;
        }
        m_warned = true;
        trouble.setText(tr("What you wrote is not saved. Cancel once more to leave it."));
        trouble.show();
        return false;
    }

private:
    bool m_warned = false;
};

} // namespace delpek::ui
