// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/right.h"

#include <QTest>

using namespace delpek;
using domain::Right;
using domain::Role;

/// Who may do what, as docs/guide/staff.en.md says it.
class TestRight : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rights_data()
    {
        QTest::addColumn<Right>("right");
        QTest::addColumn<QString>("may"); // receptionist, doctor, admin, auditor
        QTest::newRow("see") << Right::See << "yyyy";
        QTest::newRow("converse") << Right::Converse << "yyy.";
        QTest::newRow("keep the book") << Right::KeepBook << "yyy.";
        QTest::newRow("escalate") << Right::Escalate << "yyy.";
        QTest::newRow("answer as a doctor") << Right::AnswerAsDoctor << ".yy.";
        QTest::newRow("close an escalation") << Right::CloseEscalation << ".yy.";
        QTest::newRow("see insights") << Right::SeeInsights << ".yyy";
        QTest::newRow("read the audit log") << Right::ReadAudit << "..yy";
        QTest::newRow("manage the clinic") << Right::ManageClinic << "..y.";
    }
    void rights()
    {
        QFETCH(Right, right);
        QFETCH(QString, may);
        QString found;
        for (const Role role : {Role::Receptionist, Role::Doctor, Role::Admin, Role::Auditor}) {
            found += domain::mayDo(role, right) ? QLatin1Char('y') : QLatin1Char('.');
        }
        QCOMPARE(found, may);
    }
};

QTEST_GUILESS_MAIN(TestRight)
#include "test_right.moc"
