// SPDX-License-Identifier: GPL-3.0-or-later
// bench_store <folder> [repeats] [messages]: reading what years have left. The stores stay in the folder for the next
// run.
#include "base/await.h"
#include "bench/bigstore.h"
#include "bench/figures.h"
#include "clinic/builtin/builtinrecords.h"
#include "desk/localdesk.h"
#include "domain/localtime.h"

#include <QCoreApplication>

using namespace delpek;

namespace
{

constexpr int page = 60; // as the window asks
const auto ms = QStringLiteral("ms");

struct Desk {
    explicit Desk(const bench::BigStore& big)
        : store(bench::orEnd(store::Store::open({big.location()})))
        , records(*store, clock)
        , desk(*store, records, clock, {QStringLiteral("Dana")})
    {
    }

    base::SystemClock clock;
    std::unique_ptr<store::Store> store;
    clinic::BuiltinRecords records;
    desk::LocalDesk desk;
};

struct Bench {
    int repeats;
    bench::BigStore big;
    bench::Table table;

    void cold(bool isCold) const
    {
        const QString name = isCold ? QStringLiteral("from the disk") : QStringLiteral("from memory");
        std::vector<double> open;
        std::vector<double> inbox;
        std::vector<double> thread;
        for (int i = 0; i < repeats; ++i) {
            if (isCold) {
                big.makeCold();
            }
            std::optional<Desk> desk;
            open.push_back(bench::millisecondsOf([&] { desk.emplace(big); }));
            inbox.push_back(
                bench::millisecondsOf([&] { bench::orEnd(base::await(desk->desk.inbox(desk::InboxRequest{}))); }));
            thread.push_back(bench::millisecondsOf(
                [&] { bench::orEnd(base::await(desk->desk.threadBefore(big.longest, {}, page))); }));
        }
        table.row(QStringLiteral("open, ") + name, open, ms);
        table.row(QStringLiteral("first page of the inbox, ") + name, inbox, ms);
        table.row(QStringLiteral("newest page of %1 messages, ").arg(big.longestMessages) + name, thread, ms,
                  QStringLiteral("< 50 ms"));
    }

    void paging() const
    {
        Desk desk(big);
        std::vector<double> pages;
        qint64 seen = 0;
        const double whole = bench::millisecondsOf([&] {
            domain::MessageId before;
            for (bool more = true; more;) {
                pages.push_back(bench::millisecondsOf([&] {
                    const auto got = bench::orEnd(base::await(desk.desk.threadBefore(big.longest, before, page)));
                    seen += qint64(got.messages.size());
                    more = got.hasOlder;
                    before = got.messages.front().id;
                }));
            }
        });
        if (seen != big.longestMessages) {
            qFatal("%lld messages were seen", static_cast<long long>(seen));
        }
        table.row(QStringLiteral("a page of %1 messages: p50").arg(page), {bench::quantile(pages, 0.5)}, ms);
        table.row(QStringLiteral("a page of %1 messages: p99").arg(page), {bench::quantile(pages, 0.99)}, ms);
        table.row(QStringLiteral("the whole conversation, page by page"), {whole}, ms);
    }

    /// What the page of figures asks for.
    void figures() const
    {
        Desk desk(big);
        const QDate today = domain::toLocal(desk.clock.now(), desk.desk.zone()).date;
        for (const int days : {1, 30, 365}) {
            std::vector<double> took;
            int messages = 0;
            for (int i = 0; i < repeats; ++i) {
                took.push_back(bench::millisecondsOf([&] {
                    messages =
                        bench::orEnd(base::await(desk.desk.insights().report({today.addDays(1 - days), today, {}})))
                            .total.patientMessages;
                }));
            }
            table.row(QStringLiteral("figures, %1 days, %2 messages of patients").arg(days).arg(messages), took, ms,
                      days == 30 ? QStringLiteral("< 300 ms") : QString());
        }
        std::vector<double> health;
        for (int i = 0; i < repeats; ++i) {
            health.push_back(bench::millisecondsOf([&] { bench::orEnd(base::await(desk.desk.insights().health())); }));
        }
        table.row(QStringLiteral("health"), health, ms);
    }
};

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.size() < 2) {
        qFatal("usage: bench_store <folder> [repeats] [messages]");
    }
    const qint64 messages = arguments.value(3, QStringLiteral("1000000")).toLongLong();
    double took = 0;
    const auto big = bench::bigStore(arguments[1], messages, &took);
    const Bench bench{arguments.value(2, QStringLiteral("5")).toInt(), big,
                      bench::Table(QStringLiteral("bench_store ") + arguments.mid(1).join(QLatin1Char(' ')))};
    if (took > 0) {
        bench.table.row(QStringLiteral("written, 5,000 messages a transaction"), {double(messages) / took},
                        QStringLiteral("messages/s"));
    }
    bench.cold(true);
    bench.cold(false);
    bench.paging();
    bench.figures();
    return 0;
}
