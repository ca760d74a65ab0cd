// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/label.h"
#include "ui/context.h"

#include <QObject>

#include <vector>

namespace delpek::ui
{

/// The clinic's labels, as they are now. UI thread.
class LabelBook final : public QObject
{
    Q_OBJECT

public:
    explicit LabelBook(const Context& context, QObject* parent = nullptr);

    /// By name.
    const std::vector<domain::Label>& all() const { return m_labels; }
    /// Nullptr for one that is gone.
    const domain::Label* find(domain::LabelId id) const;
    /// Whether they were read at all.
    bool isRead() const { return m_isRead; }

Q_SIGNALS:
    void changed();

private:
    void read();

    Context m_context;
    std::vector<domain::Label> m_labels;
    bool m_isRead = false;
};

} // namespace delpek::ui
