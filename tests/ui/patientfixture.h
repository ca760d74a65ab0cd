// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/isolate.h"
#include "ui/fakepatientcards.h"
#include "ui/patient/cardview.h"
#include "ui/side/patienttab.h"
#include "ui/windowfixture.h"

#include <QLabel>
#include <QMessageBox>
#include <QPushButton>

namespace delpek::test
{

/// The window with a family's phone beside the conversation.
struct PatientFixture : WindowFixture {
    explicit PatientFixture(FakeDesk::Demo which = FakeDesk::Booking, domain::Language language = domain::Language::English)
        : WindowFixture({}, language)
    {
        open(which);
        QTest::qWait(20);
    }

    /// Signing in makes it anew.
    ui::PatientTab& tab() { return *window.findChild<ui::PatientTab*>(); }
    std::vector<ui::CardView*> cards()
    {
        const auto all = tab().findChildren<ui::CardView*>();
        return {all.begin(), all.end()};
    }
    ui::CardView& card(size_t index) { return *cards().at(index); }
    static QString words(const QWidget& of)
    {
        QStringList all;
        for (const auto* label : of.findChildren<QLabel*>()) {
            if (label->isVisibleTo(&of)) {
                all << domain::withoutIsolates(label->text());
            }
        }
        return all.join(QLatin1Char('\n'));
    }
    static QPushButton* button(const QWidget& of, const char* name)
    {
        auto* found = of.findChild<QPushButton*>(QLatin1String(name));
        return found != nullptr && found->isVisibleTo(&of) ? found : nullptr;
    }
    QMessageBox* question(const char* name) { return window.findChild<QMessageBox*>(QLatin1String(name)); }
    void answer(const char* name, int which)
    {
        auto* box = question(name);
        QVERIFY(box != nullptr);
        box->buttons().at(which)->click();
        QTest::qWait(20);
    }
    /// Something changed in the records, and the window has read it.
    void tell()
    {
        desk.publish({{domain::Topic::Clinic, 0, 0}});
        QTest::qWait(200);
    }
    void signInAs(domain::Role role)
    {
        using Staff = FakeSignIn::Staff;
        desk.signIn().ask();
        desk.signIn().admit(role == domain::Role::Auditor ? Staff::Noa : Staff::Rivka);
        QTest::qWait(50);
        window.findChild<ui::InboxPane*>()->select({FakeDesk::Booking});
        QTest::qWait(20);
    }
};

} // namespace delpek::test
