// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sorting/sortmenu.h"

#include "ui/sorting/labelbook.h"
#include "ui/sorting/labeleditor.h"
#include "ui/sorting/labelmark.h"
#include "ui/sorting/sorter.h"
#include "ui/sorting/sortingwords.h"
#include "ui/sorting/timepicker.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QMenu>

namespace delpek::ui
{

namespace
{

using Kind = desk::SortAct::Kind;

std::vector<domain::ConversationId> idsOf(const std::vector<desk::InboxRow>& rows)
{
    std::vector<domain::ConversationId> ids;
    for (const auto& row : rows) {
        ids.push_back(row.conversation.id);
    }
    return ids;
}

} // namespace

void SortMenu::fill(QMenu& menu, const std::vector<desk::InboxRow>& rows) const
{
    const auto ids = idsOf(rows);
    auto* seen = menu.addAction(tr("Mark as read"));
    seen->setEnabled(std::ranges::any_of(
        rows, [](const auto& row) { return row.conversation.unread > 0 || row.conversation.isReminded; }));
    QObject::connect(seen, &QAction::triggered, &m_sorter,
                     [sorter = &m_sorter, ids] { sorter->sort(ids, {.kind = Kind::Seen}); });
    auto* handBack = menu.addAction(tr("Give back to the agent"));
    handBack->setEnabled(std::ranges::any_of(
        rows, [](const auto& row) { return row.conversation.holder.kind != domain::HolderKind::Agent; }));
    QObject::connect(handBack, &QAction::triggered, &m_sorter,
                     [sorter = &m_sorter, ids] { sorter->sort(ids, {.kind = Kind::HandBack}); });
    auto* snooze = menu.addMenu(tr("Put off"));
    fillSnooze(*snooze, rows);
    auto* labels = menu.addMenu(tr("Labels"));
    fillLabels(*labels, rows);
}

void SortMenu::fillSnooze(QMenu& menu, const std::vector<desk::InboxRow>& rows) const
{
    const auto ids = idsOf(rows);
    const auto now = m_context.desk.now();
    const auto snooze = [sorter = &m_sorter, ids](base::Instant until) {
        sorter->sort(ids, {.kind = Kind::Snooze, .until = until});
    };
    const bool isPutOff =
        std::ranges::any_of(rows, [](const auto& row) { return row.conversation.snoozedUntil.has_value(); });
    if (isPutOff) {
        QObject::connect(menu.addAction(tr("Bring back now")), &QAction::triggered, &m_sorter,
                         [sorter = &m_sorter, ids] { sorter->sort(ids, {.kind = Kind::Wake}); });
        menu.addSeparator();
    }
    if (std::ranges::all_of(rows,
                            [](const auto& row) { return row.conversation.urgency != domain::Urgency::Routine; })) {
        menu.addAction(tr("Not while an escalation is open"))->setEnabled(false);
        return;
    }
    for (const auto& choice : snoozeChoices(now, m_context.desk.zone())) {
        QObject::connect(menu.addAction(words::snoozeTime(choice, now)), &QAction::triggered, &m_sorter,
                         [snooze, until = choice.until] { snooze(until); });
    }
    QObject::connect(menu.addAction(tr("Another time…")), &QAction::triggered, &m_sorter,
                     [context = &m_context, window = m_window, sorter = &m_sorter, snooze] {
                         auto* picker = new TimePicker(*context, window);
                         QObject::connect(picker, &TimePicker::picked, sorter, snooze);
                         picker->open();
                     });
}

void SortMenu::fillLabels(QMenu& menu, const std::vector<desk::InboxRow>& rows) const
{
    const auto ids = idsOf(rows);
    for (const auto& label : m_labels.all()) {
        const auto worn = std::ranges::count_if(
            rows, [&](const auto& row) { return std::ranges::find(row.labels, label.id) != row.labels.end(); });
        const bool everywhere = worn == std::ssize(rows);
        auto* action = menu.addAction(labelIcon(m_context.theme.colours(), label.colour), label.name);
        action->setCheckable(true);
        action->setChecked(everywhere);
        QObject::connect(action, &QAction::triggered, &m_sorter,
                         [sorter = &m_sorter, ids, id = label.id, kind = everywhere ? Kind::Unlabel : Kind::Label] {
                             sorter->sort(ids, {.kind = kind, .label = id});
                         });
    }
    menu.addSeparator();
    QObject::connect(menu.addAction(tr("Add and change labels…")), &QAction::triggered, m_window,
                     [context = &m_context, window = m_window] { (new LabelEditor(*context, window))->open(); });
}

} // namespace delpek::ui
