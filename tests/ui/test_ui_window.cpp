// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/isolate.h"
#include "ui/problembar.h"
#include "ui/side/decisionmodel.h"
#include "ui/theme/theme.h"
#include "ui/windowfixture.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>

#include <cmath>

using namespace delpek;
using domain::HolderKind;
using test::FakeDesk;
using test::WindowFixture;

namespace
{

/// WCAG 2.2: 1 to 21.
double contrast(const QColor& one, const QColor& other)
{
    const auto luminance = [](const QColor& colour) {
        const auto linear = [](double part) {
            return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
    };
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace

class TestUiWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneKeyTakesOverAndHandsBack()
    {
        WindowFixture f;
        f.open(FakeDesk::Booking);
        f.press(Qt::Key_F6);
        QCOMPARE(f.desk.at({FakeDesk::Booking}).holder, (domain::Holder{HolderKind::Staff, f.desk.staffName()}));
        QCOMPARE(f.thread.conversation().holder.kind, HolderKind::Staff);
        f.press(Qt::Key_F6);
        QCOMPARE(f.desk.at({FakeDesk::Booking}).holder.kind, HolderKind::Agent);
        f.press(Qt::Key_F6);
        f.press(Qt::Key_F7);
        QCOMPARE(f.desk.at({FakeDesk::Booking}).holder.kind, HolderKind::Nobody);
    }

    void theLanguageChangesUnderAnOpenDraft()
    {
        WindowFixture f;
        f.open(FakeDesk::Booking);
        f.composer.edit().insertPlainText(QStringLiteral("draft in the making"));
        auto preferences = f.window.preferences();
        preferences.language = domain::Language::Hebrew;
        f.window.setPreferences(preferences);
        QCOMPARE(f.window.layoutDirection(), Qt::RightToLeft);
        const auto* send = f.composer.findChild<QPushButton*>(QStringLiteral("send"));
        QTRY_COMPARE(domain::withoutIsolates(send->text()), QStringLiteral("שליחה אל נועה כהן בוואטסאפ"));
        QCOMPARE(f.composer.edit().toPlainText(), QStringLiteral("draft in the making"));
        preferences.language = domain::Language::English;
        f.window.setPreferences(preferences);
        QTRY_COMPARE(domain::withoutIsolates(send->text()), QStringLiteral("Send to נועה כהן on WhatsApp"));
        QCOMPARE(f.window.layoutDirection(), Qt::LeftToRight);
    }

    void anEmergencyStaysUntilSomebodyTakesIt()
    {
        WindowFixture f;
        const auto shown = [&] {
            const auto all = f.window.findChildren<QPushButton*>(QStringLiteral("acknowledge"));
            const auto visible = std::ranges::find_if(all, [](const auto* button) { return button->isVisible(); });
            return visible == all.end() ? nullptr : *visible;
        };
        QTRY_VERIFY(shown() != nullptr);
        shown()->click();
        QTRY_VERIFY(shown() == nullptr);
        QVERIFY(f.desk.escalations({FakeDesk::Emergency}).result().value().at(0).acknowledgedAt);
    }

    void aChannelThatDoesNotWorkIsSaid()
    {
        WindowFixture f;
        const auto* bar = f.window.findChild<ui::ProblemBar*>();
        QVERIFY(bar);
        QCOMPARE(bar->text(), QString());
        f.desk.setChannelFaults({QStringLiteral("channel.wahaPairing")});
        QTRY_VERIFY(bar->text().contains(QStringLiteral("scan the code")));
        // Put away, it stays away until something is new.
        bar->findChildren<QPushButton*>().back()->click();
        QCOMPARE(bar->text(), QString());
        f.desk.setChannelFaults({QStringLiteral("channel.wahaPairing")});
        f.desk.setChannelFaults({QStringLiteral("channel.wahaFailed")});
        QTRY_VERIFY(bar->text().contains(QStringLiteral("has failed")));
        QVERIFY(!bar->text().contains(QStringLiteral("scan the code")));
        f.desk.setChannelFaults({});
        QTRY_COMPARE(bar->text(), QString());
    }

    void themesChangeWhileRunning()
    {
        WindowFixture f;
        const QColor before = f.window.palette().color(QPalette::Window);
        auto preferences = f.window.preferences();
        preferences.theme = ui::ThemeKind::Dark;
        f.window.setPreferences(preferences);
        QVERIFY(f.window.palette().color(QPalette::Window).lightness() < before.lightness());
        QCOMPARE(ui::Preferences::load(), preferences);
    }

    /// What cannot be read or pressed is not there: the bar above the conversation says less instead.
    void theBarAboveTheConversationFits_data()
    {
        QTest::addColumn<domain::Language>("language");
        QTest::addColumn<int>("textSize");
        for (const auto language : {domain::Language::English, domain::Language::Hebrew}) {
            for (const int size : {10, 13}) {
                QTest::addRow("%s %d", qPrintable(base::toText(language)), size) << language << size;
            }
        }
    }
    void theBarAboveTheConversationFits()
    {
        QFETCH(domain::Language, language);
        QFETCH(int, textSize);
        WindowFixture f({}, language);
        auto preferences = f.window.preferences();
        preferences.textSize = textSize;
        f.window.setPreferences(preferences);
        f.open(FakeDesk::Mine);
        const auto& bar = *f.window.findChild<QFrame*>(QStringLiteral("holderBar"));
        const auto& release = *bar.findChild<QPushButton*>(QStringLiteral("release"));
        QTRY_VERIFY(release.isVisible());
        /// What is cut off or outside; the bar may still be laid out.
        const auto misfit = [&]() -> QString {
            for (const auto* child : bar.findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
                const bool mayShrink = child->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored;
                const bool isWhole = mayShrink || child->width() >= child->sizeHint().width();
                if (child->isVisible() && (!isWhole || !bar.rect().contains(child->geometry()))) {
                    return QLatin1String(child->metaObject()->className());
                }
            }
            return {};
        };
        bool wasShort = false;
        for (const int width : {1280, 1440, 1920}) {
            f.window.resize(width, 800);
            QTRY_COMPARE(f.window.width(), width);
            QTRY_COMPARE(misfit(), QString());
            QVERIFY2(!release.accessibleName().isEmpty(), "also without its word");
            wasShort = wasShort || release.text().isEmpty();
        }
        QVERIFY2(!release.text().isEmpty(), "there is room for all of it");
        QVERIFY(wasShort || textSize == 10);
    }

    /// WCAG 2.2, 1.4.11: what a control is known by has a contrast of 3 to what lies beside it.
    void boxesToTickStandOut_data()
    {
        QTest::addColumn<ui::ThemeKind>("theme");
        QTest::newRow("light") << ui::ThemeKind::Light;
        QTest::newRow("dark") << ui::ThemeKind::Dark;
    }
    void boxesToTickStandOut()
    {
        QFETCH(ui::ThemeKind, theme);
        WindowFixture::useOwnSettings();
        ui::Theme colours;
        colours.apply(*qApp, theme, 10);
        QCheckBox box(QStringLiteral(" "));
        box.resize(box.sizeHint());
        const auto best = [&] {
            const QImage image = box.grab().toImage();
            const QColor ground = image.pixelColor(image.width() - 1, 0);
            double found = 1;
            for (int x = 0; x < image.width(); ++x) {
                found = std::max(found, contrast(image.pixelColor(x, image.height() / 2), ground));
            }
            return found;
        };
        QVERIFY2(best() >= 3, "unticked");
        box.setChecked(true);
        QVERIFY2(best() >= 3, "ticked");
    }

    /// WCAG 2.2, 1.4.3: words have a contrast of 4.5 to whatever they stand on.
    void wordsCanBeRead_data() { boxesToTickStandOut_data(); }
    void wordsCanBeRead()
    {
        QFETCH(ui::ThemeKind, theme);
        ui::Theme themed;
        themed.apply(*qApp, theme, 10);
        const auto& c = themed.colours();
        const QColor inks[] = {c.text, c.muted, c.accent, c.emergency, c.doctor, c.waiting, c.good};
        const QColor grounds[] = {c.window, c.surface, c.hover, c.accentSoft};
        const QColor bubbles[] = {c.bubblePatient, c.bubbleAgent, c.bubbleStaff, c.bubbleDoctor, c.note};
        std::vector<std::pair<QColor, QColor>> pairs{
            {c.onAccent, c.accent},     {c.onNote, c.noteStrong},       {c.noteStrong, c.note},
            {c.text, c.found},          {c.emergency, c.emergencySoft}, {c.text, c.emergencySoft},
            {c.muted, c.emergencySoft}, {c.doctor, c.doctorSoft},       {c.text, c.doctorSoft},
            {c.muted, c.doctorSoft},
        };
        for (const QColor& ink : inks) {
            for (const QColor& ground : grounds) {
                pairs.emplace_back(ink, ground);
            }
        }
        for (const QColor& ink : {c.text, c.muted, c.accent, c.emergency}) {
            for (const QColor& ground : bubbles) {
                pairs.emplace_back(ink, ground);
            }
        }
        for (const auto& [ink, ground] : pairs) {
            QVERIFY2(contrast(ink, ground) >= 4.5,
                     qPrintable(QStringLiteral("%1 on %2").arg(ink.name(), ground.name())));
        }
        for (const QColor& label : c.labels) {
            QVERIFY2(contrast(label, c.surface) >= 3, qPrintable(label.name()));
        }
    }

    void decisionsAreATree()
    {
        FakeDesk desk;
        ui::DecisionModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.set(desk.decisions({FakeDesk::Booking}, {}, 30).result().value(), desk.now());
        QCOMPARE(model.rowCount(), 1);
        const auto decision = model.index(0, 0, {});
        QCOMPARE(model.rowCount(decision), 5);
        QVERIFY(model.rowCount(model.index(2, 0, decision)) > 2);
    }

    void everyButtonHasAName()
    {
        WindowFixture f;
        f.open(FakeDesk::Booking);
        for (const auto* button : f.window.findChildren<QAbstractButton*>()) {
            if (!button->isVisible()) {
                continue;
            }
            const bool inner = button->parent()->inherits("QLineEdit") || button->parent()->inherits("QTabBar");
            QVERIFY2(inner || !button->text().isEmpty() || !button->accessibleName().isEmpty(),
                     qPrintable(button->objectName()));
        }
    }
};

QTEST_MAIN(TestUiWindow)
#include "test_ui_window.moc"
