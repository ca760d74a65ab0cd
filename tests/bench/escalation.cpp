// SPDX-License-Identifier: GPL-3.0-or-later
// bench_escalation [repeats] [emergencies]: from the delivery of an emergency's words to the change by which the desk
// and the notices to the staff learn of it, and to the send of the safe text, with the quiet window as it ships; the
// whole node over SQLite, one patient after the other.
#include "agent/mind.h"
#include "base/logging.h"
#include "bench/figures.h"
#include "clinic/builtin/builtinrecords.h"
#include "clinic/clinicfile.h"
#include "node/node.h"
#include "support/memorychannel.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

#include <condition_variable>

using namespace delpek;

namespace
{

const QString words = QStringLiteral("אני לא מצליח לנשום אחרי העקירה והפנים התנפחו");

/// The engine, and what it was seen to do for one patient after the other.
class System
{
public:
    System()
        : m_store(bench::orEnd(
              store::Store::open({QStringLiteral("sqlite:") + m_folder.filePath(QStringLiteral("delpek.db")), 4})))
        , m_records(*m_store, m_clock)
        , m_mind(bench::orEnd(agent::Mind::load(QStringLiteral(":/delpek"), QStringLiteral("alex"))))
        , m_turns({m_clock, m_records, *m_mind.understander, *m_mind.triage, *m_mind.guard, *m_mind.brain, m_mind.team})
        , m_node({*m_store, m_clock, {&m_channel}, m_turns}, {})
        , m_subscription(m_store->subscribe([this](const std::vector<domain::Change>& changes) {
            if (std::ranges::any_of(changes, [](const auto& one) { return one.topic == domain::Topic::Escalation; })) {
                note(m_known);
            }
        }))
    {
        QFile file(QStringLiteral(":/delpek/demo/clinic.json"));
        if (!file.open(QIODevice::ReadOnly)) {
            qFatal("the demo clinic is missing");
        }
        bench::orEnd(base::await(m_records.import(bench::orEnd(clinic::parseClinicFile(file.readAll())))));
        m_channel.onSent([this](const auto&) { note(m_told); });
        bench::orEnd(m_node.start());
    }

    struct Times {
        double known = 0;
        double told = 0;
    };

    Times emergency()
    {
        domain::MessageReceived event;
        event.sender.address = {domain::ChannelKind::Telegram, m_channel.account(),
                                QStringLiteral("patient-%1").arg(++m_patients)};
        event.providerId = QStringLiteral("in-%1").arg(m_patients);
        event.sentAt = m_clock.now();
        event.text = words;
        const auto delivery = test::MemoryChannel::delivery({event});
        std::unique_lock lock(m_mutex);
        m_known.reset();
        m_told.reset();
        m_begin = bench::Steady::now();
        lock.unlock();
        (void)base::await(m_node.accept(m_channel.kind(), m_channel.account(), delivery, QString()));
        lock.lock();
        m_seen.wait(lock, [this] { return m_known && m_told; });
        return {*m_known, *m_told};
    }

private:
    void note(std::optional<double>& moment)
    {
        const std::lock_guard lock(m_mutex);
        moment = moment.value_or(bench::millisecondsSince(m_begin));
        m_seen.notify_all();
    }

    QTemporaryDir m_folder{QStringLiteral("bench-escalation-XXXXXX")};
    base::SystemClock m_clock;
    std::mutex m_mutex;
    std::condition_variable m_seen;
    bench::Steady::time_point m_begin;
    std::optional<double> m_known;
    std::optional<double> m_told;
    int m_patients = 0;
    test::MemoryChannel m_channel{domain::ChannelKind::Telegram};
    std::unique_ptr<store::Store> m_store;
    clinic::BuiltinRecords m_records;
    agent::Mind m_mind;
    agent::TurnRunner m_turns;
    node::Node m_node;
    domain::Subscription m_subscription;
};

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    QLoggingCategory::setFilterRules(QStringLiteral("*.info=false"));
    const auto arguments = QCoreApplication::arguments();
    const int repeats = arguments.value(1, QStringLiteral("5")).toInt();
    const int emergencies = arguments.value(2, QStringLiteral("200")).toInt();
    System system;
    system.emergency();
    std::vector<double> known50;
    std::vector<double> known99;
    std::vector<double> told50;
    std::vector<double> told99;
    for (int i = 0; i < repeats; ++i) {
        std::vector<double> known;
        std::vector<double> told;
        for (int k = 0; k < emergencies; ++k) {
            const auto times = system.emergency();
            known.push_back(times.known);
            told.push_back(times.told);
        }
        known50.push_back(bench::quantile(known, 0.5));
        known99.push_back(bench::quantile(known, 0.99));
        told50.push_back(bench::quantile(told, 0.5));
        told99.push_back(bench::quantile(told, 0.99));
    }
    const bench::Table table(QStringLiteral("bench_escalation ") + arguments.mid(1).join(QLatin1Char(' ')));
    table.row(QStringLiteral("card known to the desk: p50"), known50, QStringLiteral("ms"));
    table.row(QStringLiteral("card known to the desk: p99"), known99, QStringLiteral("ms"), QStringLiteral("< 2 s"));
    table.row(QStringLiteral("safe text sent: p50"), told50, QStringLiteral("ms"));
    table.row(QStringLiteral("safe text sent: p99"), told99, QStringLiteral("ms"), QStringLiteral("< 1 s"));
    return 0;
}
