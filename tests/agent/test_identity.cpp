// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/identitygate.h"
#include "agent/names.h"

#include <QTest>

using namespace delpek;
using agent::IdentityGate;

namespace
{

const QString Noa = QStringLiteral("נועה שרעבי");
const QString Dana = QStringLiteral("דנה כהן");
const QDate First(1991, 4, 29);
const QDate Second(1991, 4, 28);

base::Instant at(int hours)
{
    return base::Instant(std::chrono::hours(480000 + hours));
}

/// The name in the records, and what is stated: fits as written (alone enough where one patient has the phone), fits as
/// it sounds (only with the birth date), or fits not at all.
enum Fit { Not, Sounds, Matches };

} // namespace

class TestIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comparesNames_data()
    {
        QTest::addColumn<QString>("he");
        QTest::addColumn<QString>("en");
        QTest::addColumn<QString>("stated");
        QTest::addColumn<int>("fit");
        const auto row = [](const char* he, const char* en, const char* stated, Fit fit) {
            QTest::addRow("%s %s: %s", he, en, stated)
                << QString::fromUtf8(he) << QString::fromUtf8(en) << QString::fromUtf8(stated) << int(fit);
        };
        // As written.
        row("גיא רוזן", "Guy Rozen", "גיא רוזן", Matches);
        row("גיא רוזן", "Guy Rozen", "רוזן גיא", Matches);
        row("גיא רוזן", "Guy Rozen", "Guy Rozen", Matches);
        row("גיא רוזן", "Guy Rozen", "GUY ROZEN", Matches);
        row("גיא רוזן", "Guy Rozen", "guy david rozen", Matches);
        row("נועה בר-און", "", "נועה בר און", Matches);
        row("ג'יימס קרטר", "", "גיימס קרטר", Matches);
        row("סאמי ח'ורי", "", "סאמי חורי", Matches);
        row("מרים", "", "מרים", Matches); // the records have one word only

        // Slips.
        row("גיא רוזן", "Guy Rozen", "Guy Rosen", Matches);
        row("נועה שרעבי", "", "נועה שרעבבי", Matches);
        row("נועה שרעבי", "", "נועה שרבעי", Matches);
        row("נועה שרעבי", "", "נעוה שרעבי", Matches);
        row("Sarah Goldstein", "Sarah Goldstein", "Sara Goldshtein", Matches);
        row("", "Natalia Sokolov", "Natalya Sokolov", Matches);
        row("", "Michal Avrahami", "Mihcal Avrahami", Matches);

        // The other alphabet.
        row("נועה שרעבי", "", "Noa Sharabi", Sounds);
        row("אחמד מסארווה", "", "Ahmad Masarwa", Sounds);
        row("יקטרינה וולקוב", "", "Ekaterina Volkov", Sounds);
        row("ג'יימס קרטר", "", "James Carter", Sounds);
        row("רונית אזולאי", "", "Ronit Azoulay", Sounds);
        row("דמיטרי מורוזוב", "", "Dmitri Morozov", Sounds);
        row("שרה גולדשטיין", "", "Sarah Goldstein", Sounds);
        row("מוחמד עאבד", "", "Mohammad Abed", Sounds);
        row("אסתר פרץ", "", "Esther Peretz", Sounds);
        row("איגור לבדב", "", "Igor Lebedev", Sounds);
        row("תמר הראל", "", "Tamar Harel", Sounds);
        row("שירה מזרחי", "", "Shira Mizrahi", Sounds);
        row("יוסף ביטון", "", "Yosef Biton", Sounds);
        row("דניאל פרידמן", "", "Daniel Friedman", Sounds);
        row("", "Daniel Friedman", "דניאל פרידמן", Sounds);
        row("", "Rachel Katz", "רחל כץ", Sounds);
        row("", "Haim Cohen", "חיים כהן", Sounds);

        // Somebody else.
        row("גיא רוזן", "Guy Rozen", "גיא", Not);
        row("גיא רוזן", "Guy Rozen", "רוזן", Not);
        row("גיא רוזן", "Guy Rozen", "רון רוזן", Not);
        row("גיא רוזן", "Guy Rozen", "Guy Levi", Not);
        row("גיא רוזן", "Guy Rozen", "", Not);
        row("גיא רוזן", "Guy Rozen", "12345", Not);
        row("דנה לוי", "", "דינה לוי", Not);
        row("רונית אזולאי", "", "יעל אזולאי", Not);
        row("רונית אזולאי", "", "Yael Azoulay", Not);
        row("נועה שרעבי", "", "Maya Stein", Not);
        row("נועה שרעבי", "", "Noa Cohen", Not);
        row("מקסים מורוזוב", "", "Dmitri Morozov", Not);
        row("", "", "Noa Sharabi", Not);
    }
    void comparesNames()
    {
        QFETCH(QString, he);
        QFETCH(QString, en);
        QFETCH(QString, stated);
        QFETCH(int, fit);
        QCOMPARE(agent::nameMatches(stated, {he, en}), fit == Matches);
        QCOMPARE(agent::nameSounds(stated, {he, en}), fit != Not);
    }

    void aNameAndItsDateAreOneTry()
    {
        IdentityGate gate(3, at(0), nullptr);
        gate.note(false, Noa, {});
        QCOMPARE(gate.left(), 2);
        gate.note(false, Noa, {}); // the same again tells nothing new
        QCOMPARE(gate.left(), 2);
        gate.note(false, Noa, First);
        QCOMPARE(gate.left(), 2);
        gate.note(false, Noa, Second);
        QCOMPARE(gate.left(), 1);
        gate.note(false, Dana, {});
        QVERIFY(gate.isClosed());
        QVERIFY(gate.closedInThisTurn());
    }

    void theNameOfTheLastTurnIsCompletedInTheNext()
    {
        IdentityGate before(3, at(0), nullptr);
        before.note(false, Noa, {});
        IdentityGate after(3, at(0), before.toJson());
        after.note(false, QStringLiteral(" נועה  שרעבי "), First);
        QCOMPARE(after.left(), 2);
        IdentityGate third(3, at(0), after.toJson());
        third.note(false, Noa, First); // another message, another try
        QCOMPARE(third.left(), 1);
    }

    void askingTwoToolsForTheSameIsOneTry()
    {
        IdentityGate gate(3, at(0), nullptr);
        gate.note(false, Noa, First);
        gate.note(false, Noa, First);
        QCOMPARE(gate.left(), 2);
    }

    void whoIsEstablishedUsesNoTryAndGivesNoneBack()
    {
        IdentityGate gate(3, at(0), nullptr);
        gate.note(true, Noa, First);
        QCOMPARE(gate.left(), 3);
        QVERIFY(gate.toJson().is_null());
        gate.note(false, Dana, First);
        gate.note(true, Noa, First);
        QCOMPARE(gate.left(), 2);
    }

    void staysClosedForADay()
    {
        IdentityGate gate(1, at(0), nullptr);
        gate.note(false, Dana, First);
        for (const auto& [hours, closed] : {std::pair(0, true), std::pair(23, true), std::pair(24, false)}) {
            const IdentityGate later(1, at(hours), gate.toJson());
            QCOMPARE(later.isClosed(), closed);
            QVERIFY(!later.closedInThisTurn());
        }
    }

    void keepsNoNameAndNoDate()
    {
        IdentityGate gate(3, at(0), nullptr);
        gate.note(false, QStringLiteral("Noa Sharabi"), {});
        const QString kept = base::toCompactText(gate.toJson());
        QVERIFY2(!kept.contains(QStringLiteral("oa")) && !kept.contains(QStringLiteral("harabi")), qPrintable(kept));
    }

    void strangeStatesCountAsNothing_data()
    {
        QTest::addColumn<QByteArray>("kept");
        for (const char* kept : {"null", "[]", "\"x\"", "{}", R"({"tries":2})", R"({"tries":"x","last":"y"})"}) {
            QTest::newRow(kept) << QByteArray(kept);
        }
    }
    void strangeStatesCountAsNothing()
    {
        QFETCH(QByteArray, kept);
        QCOMPARE(IdentityGate(3, at(0), *base::parseJson(kept)).left(), 3);
    }
};

QTEST_GUILESS_MAIN(TestIdentity)
#include "test_identity.moc"
