// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/later/latermenu.h"

#include "desk/desk.h"
#include "ui/sorting/snoozetimes.h"
#include "ui/sorting/sortingwords.h"
#include "ui/sorting/timepicker.h"
#include "ui/wording.h"

#include <QCoreApplication>
#include <QMenu>

namespace delpek::ui
{

namespace
{

struct LaterMenu {
    Q_DECLARE_TR_FUNCTIONS(LaterMenu)
};

} // namespace

void fillLaterMenu(QMenu& menu, const Context& context, std::optional<base::Instant> closes, QWidget& window,
                   const std::function<void(base::Instant)>& then)
{
    menu.clear();
    const auto now = context.desk.now();
    bool isAllOpen = true;
    for (const auto& choice : laterChoices(now, context.desk.zone())) {
        auto* action = menu.addAction(words::snoozeTime(choice, now));
        action->setEnabled(!closes || choice.until < *closes);
        isAllOpen = isAllOpen && action->isEnabled();
        QObject::connect(action, &QAction::triggered, &window, [then, until = choice.until] { then(until); });
    }
    QObject::connect(menu.addAction(LaterMenu::tr("Another time…")), &QAction::triggered, &window,
                     [context, closes, &window, then] {
                         auto* picker = new TimePicker(context, &window, TimePicker::For::Send, closes);
                         QObject::connect(picker, &TimePicker::picked, &window, then);
                         picker->open();
                     });
    if (!isAllOpen) {
        menu.addSeparator();
        menu.addAction(LaterMenu::tr("WhatsApp takes free text only until %1").arg(words::ahead(*closes, now)))
            ->setEnabled(false);
    }
}

} // namespace delpek::ui
