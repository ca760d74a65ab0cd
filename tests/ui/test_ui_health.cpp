// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/isolate.h"
#include "ui/application.h"
#include "ui/fakeinsights.h"
#include "ui/insights/healthwords.h"

#include <QApplication>
#include <QTest>

using namespace delpek;
using domain::Language;

/// Health of engine, channels and records: what is good, and what is said of the rest.
class TestUiHealth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void healthIsAStateAWordAndTheFacts_data()
    {
        QTest::addColumn<std::function<void(desk::Health&)>>("turn");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, int line, ui::HealthState state, const char* says,
                            std::function<void(desk::Health&)> turn) {
            QTest::newRow(name) << std::move(turn) << line << int(state) << QString::fromLatin1(says);
        };
        using enum ui::HealthState;
        using namespace std::chrono_literals;
        row("nothing waits", 0, Good, "Nothing waits", [](desk::Health& h) {
            h.outbox = h.unknown = 0;
            h.outboxSince.reset();
        });
        row("just written", 0, Good, "1 to be read, for 30 s", [](desk::Health& h) {
            h.outbox = h.unknown = 0;
            h.outboxSince.reset();
            h.inbox = 1;
            h.inboxSince = h.asOf - 30s;
        });
        row("unknown", 0, Attention, "1 sent, and nobody knows", [](desk::Health&) {});
        row("slow", 0, Attention, "3 to be sent, for 4 min", [](desk::Health& h) {
            h.outbox = 3;
            h.outboxSince = h.asOf - 4min;
        });
        row("stuck", 0, Bad, "3 to be read, for 20 min", [](desk::Health& h) {
            h.inbox = 3;
            h.inboxSince = h.asOf - 20min;
        });
        row("a channel", 1, Good, "Last received at 10:28", [](desk::Health&) {});
        row("a channel that is silent", 1, Bad, "Nothing sent yet", [](desk::Health& h) {
            h.accounts[0].fault = QStringLiteral("channel.wahaFailed");
            h.accounts[0].sends = false;
            h.accounts[0].lastSent.reset();
        });
        row("a channel that hears nothing", 2, Attention, "Last sent at 09:36",
            [](desk::Health& h) { h.accounts[1].fault = QStringLiteral("channel.telegramWebhook"); });
        row("records", 4, Good, "Can be reached", [](desk::Health&) {});
        row("records of before", 4, Attention, "at 09:30", [](desk::Health& h) { h.recordsAsOf = h.asOf - 1h; });
        row("no records", 4, Bad, "", [](desk::Health& h) { h.recordsError = Error{ErrorCode::Unavailable, {}, {}}; });
        row("a model", 5, Good, "$0.41 of $5.00 in 24 hours", [](desk::Health&) {});
        row("nearly spent", 5, Attention, "$4.10", [](desk::Health& h) { h.cost = 4'100'000; });
        row("spent", 5, Bad, "without the model", [](desk::Health& h) { h.tokenLimit = h.tokens; });
    }
    void healthIsAStateAWordAndTheFacts()
    {
        QFETCH(std::function<void(desk::Health&)>, turn);
        QFETCH(int, line);
        QFETCH(int, state);
        QFETCH(QString, says);
        ui::applyLanguage(*qApp, Language::English);
        ui::applyZone(*qApp, QTimeZone("Asia/Jerusalem"));
        auto health = test::FakeInsights().state;
        turn(health);
        const auto lines = ui::healthLines(health);
        const auto& shown = lines[size_t(line)];
        QCOMPARE(int(shown.state), state);
        QVERIFY2(domain::withoutIsolates(shown.detail).contains(says), qPrintable(shown.detail));
        QVERIFY(!shown.word.isEmpty());
    }

    void healthOfTheCopies()
    {
        ui::applyLanguage(*qApp, Language::English);
        const auto now = base::fromMillis(1'772'699'400'000);
        desk::BackupState state;
        state.copies = {{QStringLiteral("/media/b"), now - std::chrono::hours(15), 1, 1}};
        QCOMPARE(ui::backupLine(state, now).state, ui::HealthState::Good);
        state.copies.front().madeAt = now - std::chrono::hours(49);
        QCOMPARE(ui::backupLine(state, now).state, ui::HealthState::Attention);
        state.copies.front().madeAt = now;
        state.copies.front().lacks = 2;
        QCOMPARE(ui::backupLine(state, now).state, ui::HealthState::Attention);
        state.copies.front().lacks = 0;
        state.failedAt = now;
        state.failure = {ErrorCode::Unavailable, QStringLiteral("backup.full"), {}};
        const auto failed = ui::backupLine(state, now);
        QCOMPARE(failed.state, ui::HealthState::Attention);
        QVERIFY2(failed.detail.contains(QStringLiteral("Last copy")), qPrintable(failed.detail));
        state.copies.clear();
        QCOMPARE(ui::backupLine(state, now).state, ui::HealthState::Bad);
        state.failedAt.reset();
        QCOMPARE(ui::backupLine(state, now).state, ui::HealthState::Attention);
    }
};

QTEST_MAIN(TestUiHealth)
#include "test_ui_health.moc"
