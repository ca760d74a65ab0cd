// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/bookpane.h"
#include "ui/book/bookview.h"
#include "ui/pictureparts.h"
#include "ui/side/sidepane.h"

#include <QLineEdit>
#include <QPushButton>

// What the pictures of the day book show.

namespace delpek::test
{

namespace
{

ui::BookPane& toBook(const Parts& parts)
{
    press(parts, "Ctrl+3");
    return *parts.window.findChild<ui::BookPane*>();
}

void pressAt(ui::BookPane& pane, int column, int minute)
{
    auto& view = pane.view();
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.pointOf(column, minute) + QPoint(0, 3));
    QTest::qWait(20);
}

} // namespace

void showBookEntry(const Parts& parts)
{
    pressAt(toBook(parts), 0, 14 * 60 + 40);
}

void showBookCard(const Parts& parts)
{
    pressAt(toBook(parts), 2, 10 * 60 + 5);
}

void showBookWho(const Parts& parts)
{
    auto& pane = toBook(parts);
    pressAt(pane, 0, 12 * 60);
    pane.findChild<QLineEdit*>(QStringLiteral("cardSearch"))->setText(QStringLiteral("כהן"));
    QTest::qWait(300);
}

void showBookAt(const Parts& parts)
{
    auto& pane = toBook(parts);
    pressAt(pane, 0, 12 * 60);
    pane.findChild<QLineEdit*>(QStringLiteral("cardSearch"))->setText(QStringLiteral("איתי"));
    QTest::qWait(300);
    pane.findChild<QPushButton*>(QStringLiteral("whoNext"))->click();
}

void showPlacing(const Parts& parts)
{
    auto* side = parts.window.findChild<ui::SidePane*>();
    side->findChildren<QPushButton*>(QStringLiteral("bookPlanned")).front()->click();
    side->findChild<QPushButton*>(QStringLiteral("pickInBook"))->click();
    auto& view = parts.window.findChild<ui::BookPane*>()->view();
    QTest::mouseMove(view.viewport(), view.pointOf(0, 15 * 60 + 30) + QPoint(0, 3));
}

void showBookWeek(const Parts& parts)
{
    toBook(parts).setSpan(ui::BookSpan::Week);
}

} // namespace delpek::test
