// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/isolate.h"
#include "ui/book/bookpane.h"
#include "ui/book/bookview.h"
#include "ui/windowfixture.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace delpek::test
{

/// The window on its day book, on Thursday 5 March 2026 at 10:30.
struct BookFixture : WindowFixture {
    explicit BookFixture(domain::Language language = domain::Language::English)
        : WindowFixture({}, language)
        , pane(*window.findChild<ui::BookPane*>())
        , view(pane.view())
    {
        press(Qt::CTRL | Qt::Key_3);
    }

    template <typename Widget = QPushButton>
    Widget* part(const char* name)
    {
        return pane.findChild<Widget*>(QLatin1String(name));
    }
    const desk::BookEntry& entryOf(const QString& name)
    {
        const auto& entries = desk.book().all.entries;
        return *std::ranges::find_if(entries, [&](const desk::BookEntry& entry) { return entry.name.en == name; });
    }
    /// In what the view shows.
    int shown(const QString& name) { return shown(view, name); }
    static int shown(const ui::BookView& view, const QString& name)
    {
        const auto& entries = view.book().entries;
        return int(std::ranges::find_if(entries, [&](const auto& entry) { return entry.name.en == name; }) -
                   entries.begin());
    }
    void drag(const QString& name, int column, int minute) { drag(view, name, column, minute); }
    static void drag(ui::BookView& view, const QString& name, int column, int minute)
    {
        const QPoint from = view.rectOf(shown(view, name)).topLeft() + QPoint(30, 2);
        QTest::mousePress(view.viewport(), Qt::LeftButton, {}, from);
        for (const QPoint& to : {from + QPoint(0, 20), view.pointOf(column, minute) + QPoint(0, 2)}) {
            QTest::mouseMove(view.viewport(), to);
        }
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, view.pointOf(column, minute) + QPoint(0, 2));
    }
    /// Presses the free quarter of an hour that begins there.
    void pressTime(int column, int minute)
    {
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.pointOf(column, minute) + QPoint(0, 3));
        QTest::qWait(10);
    }
    /// Looks for somebody in the panel that asks whose the visit is, and takes the only one found.
    void lookFor(const QString& name)
    {
        part<QLineEdit>("cardSearch")->setText(name);
        QTRY_VERIFY(part("whoNext")->isEnabled());
        part("whoNext")->click();
    }
    QString problem()
    {
        for (const auto* label : pane.findChildren<QLabel*>()) {
            if (label->isVisible() && label->property("kind") == QStringLiteral("warn")) {
                return domain::withoutIsolates(label->text());
            }
        }
        return {};
    }

    ui::BookPane& pane;
    ui::BookView& view;

    /// The book once somebody else has signed in: the pages are other ones then.
    struct Shown {
        explicit Shown(BookFixture& f)
            : pane(*f.window.findChild<ui::BookPane*>())
            , view(pane.view())
        {
            f.press(Qt::CTRL | Qt::Key_3);
        }
        QPushButton* part(const char* name) { return pane.findChild<QPushButton*>(QLatin1String(name)); }

        ui::BookPane& pane;
        ui::BookView& view;
    };
};

} // namespace delpek::test
