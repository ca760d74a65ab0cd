// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "ui/context.h"

#include <QTabWidget>

namespace delpek::ui
{

class DecisionsTab;
class NotesTab;
class PatientTab;
class VisitPanel;
struct Placing;

/// What stands beside a conversation.
class SidePane final : public QTabWidget
{
    Q_OBJECT

public:
    explicit SidePane(const Context& context, QWidget* parent = nullptr);

    void open(domain::ConversationId id);
    /// Keeps what was begun.
    void flush();

Q_SIGNALS:
    /// A time is to be looked for in the day book.
    void placingWanted(const delpek::ui::Placing& placing);
    /// A message of the open conversation is to be shown in the thread.
    void placeWanted(delpek::domain::MessageId id);
    /// A doctor is to be called for the open conversation.
    void doctorWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    PatientTab* m_patient;
    VisitPanel* m_visit;
    DecisionsTab* m_decisions;
    NotesTab* m_notes;
};

} // namespace delpek::ui
