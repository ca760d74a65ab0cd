// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/isolate.h"
#include "ui/fakesetup.h"
#include "ui/setup/connectionspage.h"
#include "ui/windowfixture.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

namespace delpek::test
{

/// The window with the page of the connections.
struct SetupFixture : WindowFixture {
    SetupFixture()
        : setup(desk.fakeSetup())
    {
    }

    /// Pages are made for whoever comes, a moment later.
    void admit(FakeSignIn::Staff who)
    {
        desk.signIn().ask();
        desk.signIn().admit(who);
        QTest::qWait(50);
    }
    void toSection(const QString& name)
    {
        press(Qt::CTRL | Qt::Key_5);
        auto& sections = *window.findChild<QListWidget*>(QStringLiteral("settingsSections"));
        const auto found = sections.findItems(name, Qt::MatchExactly);
        QCOMPARE(found.size(), 1);
        sections.setCurrentItem(found.constFirst());
    }
    bool hasSection(const QString& name) const
    {
        const auto* sections = window.findChild<QListWidget*>(QStringLiteral("settingsSections"));
        return sections && !sections->findItems(name, Qt::MatchExactly).isEmpty();
    }
    void toPage()
    {
        toSection(QStringLiteral("Connections"));
        QTRY_VERIFY(page().isVisible());
        QTRY_VERIFY(window.findChild<QCheckBox*>(QStringLiteral("telegram.enabled")) != nullptr);
    }
    ui::ConnectionsPage& page() const { return *window.findChild<ui::ConnectionsPage*>(); }
    template <typename T>
    T& part(const char* name) const
    {
        return *window.findChild<T*>(QLatin1String(name));
    }
    QLineEdit& field(const char* name) const { return part<QLineEdit>(name); }
    QString text(const char* name) const { return domain::withoutIsolates(part<QLabel>(name).text()); }
    void click(const char* name) const
    {
        auto& button = part<QPushButton>(name);
        QVERIFY2(button.isVisible() && button.isEnabled(), name);
        button.click();
    }
    /// What the card of this connection says under its fields.
    QString said(const char* connection) const
    {
        auto& card = *part<QPushButton>(qPrintable(QLatin1String(connection) + QStringLiteral(".save"))).parentWidget();
        for (const char* name : {"formTrouble", "formSaid"}) {
            if (const auto* label = card.findChild<QLabel*>(QLatin1String(name)); label && label->isVisible()) {
                return domain::withoutIsolates(label->text());
            }
        }
        return {};
    }
    int findings() const
    {
        int shown = 0;
        for (const auto* row : page().findChildren<QWidget*>(QStringLiteral("finding"))) {
            shown += row->isVisible() ? 1 : 0;
        }
        return shown;
    }

    FakeSetup& setup;
};

} // namespace delpek::test
