// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/pairdialog.h"
#include "ui/setupfixture.h"

#include <QPointer>
#include <QTimer>

using namespace delpek;
using namespace std::chrono_literals;
using test::SetupFixture;

/// Linking the clinic's phone from its card.
class TestUiPairing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePhoneIsLinkedByACode()
    {
        SetupFixture f;
        f.toPage();
        QVERIFY2(!f.part<QPushButton>("waha.pair").isEnabled(), "it is off");
        QVERIFY(!f.part<QPushButton>("telegram.pair").isVisible());
        f.setup.at(QStringLiteral("waha.session")).value = QStringLiteral("clinic");
        f.toSection(QStringLiteral("Keyboard"));
        f.toPage();
        QTRY_VERIFY(f.part<QPushButton>("waha.pair").isEnabled());
        f.click("waha.pair");
        QTRY_VERIFY(f.window.findChild<ui::PairDialog*>() != nullptr);
        QPointer<ui::PairDialog> dialog = f.window.findChild<ui::PairDialog*>();
        const auto& code = *dialog->findChild<ui::QrView*>();
        const auto* state = dialog->findChild<QLabel*>(QStringLiteral("pairState"));
        QTRY_COMPARE(f.setup.paired, std::vector<bool>{true});
        QCOMPARE(state->text(), QStringLiteral("WAHA is getting ready…"));
        auto& timer = *dialog->findChild<QTimer*>();
        const auto next = [&] {
            QVERIFY(timer.isActive());
            timer.start(0);
        };
        f.setup.pairing = desk::Pairing{false, {2, {true, false, false, true}}};
        next();
        QTRY_COMPARE(code.code().width, 2);
        QVERIFY(code.isVisible());
        // Black and white whatever the theme: phones read nothing else.
        const QImage shown = const_cast<ui::QrView&>(code).grab().toImage();
        QCOMPARE(shown.pixelColor(2, 2), QColor(Qt::white));
        QCOMPARE(shown.pixelColor(shown.width() / 2 - 10, shown.height() / 2 - 10), QColor(Qt::black));
        f.setup.pairing = desk::Pairing{true, {}};
        next();
        QTRY_VERIFY(dialog->isLinked());
        QVERIFY(!code.isVisible());
        QVERIFY2(!timer.isActive(), "nobody is asked any more");
        QCOMPARE(f.setup.paired, (std::vector<bool>{true, false, false}));
        dialog->reject();
        QTRY_VERIFY(!dialog);
    }

    void noPhoneInFiveMinutes()
    {
        SetupFixture f;
        f.setup.at(QStringLiteral("waha.session")).value = QStringLiteral("clinic");
        f.toPage();
        f.click("waha.pair");
        QTRY_VERIFY(f.window.findChild<ui::PairDialog*>() != nullptr);
        auto& dialog = *f.window.findChild<ui::PairDialog*>();
        const auto* again = dialog.findChild<QPushButton*>(QStringLiteral("pairAgain"));
        const auto* state = dialog.findChild<QLabel*>(QStringLiteral("pairState"));
        QTRY_COMPARE(f.setup.paired.size(), size_t(1));
        f.desk.advance(5min);
        dialog.findChild<QTimer*>()->start(0);
        QTRY_VERIFY(again->isVisible());
        QVERIFY(state->text().contains(QStringLiteral("five minutes")));
        f.setup.pairing = fail(ErrorCode::Unavailable, QStringLiteral("WAHA is away"), QString());
        const_cast<QPushButton*>(again)->click();
        QTRY_COMPARE(f.setup.paired, (std::vector<bool>{true, false, true}));
        QVERIFY(again->isVisible());
        QVERIFY(!state->text().isEmpty());
    }
};

QTEST_MAIN(TestUiPairing)
#include "test_ui_pairing.moc"
