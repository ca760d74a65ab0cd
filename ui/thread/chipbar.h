// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "ui/context.h"

#include <QWidget>

class QLabel;

namespace delpek::ui
{

class FlowLayout;
class OutgoingFiles;

/// What goes along with the words of one conversation, a chip each: name, size, kind, and a button to leave it out. Why
/// one cannot go stands below.
class ChipBar final : public QWidget
{
    Q_OBJECT

public:
    /// `files` outlives it.
    ChipBar(const Context& context, OutgoingFiles& files, QWidget* parent = nullptr);

    void setConversation(domain::ConversationId id);

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    void addChip(const QString& icon, const QString& text, bool refused, std::function<void()> remove);

    Context m_context;
    OutgoingFiles& m_files;
    domain::ConversationId m_id;
    QWidget* m_row;
    FlowLayout* m_chips;
    QLabel* m_trouble;
};

} // namespace delpek::ui
