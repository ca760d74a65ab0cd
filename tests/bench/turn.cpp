// SPDX-License-Identifier: GPL-3.0-or-later
// bench_turn [repeats] [turns]: turns of the offline brain over the built-in book, without the quiet window and without
// the commit of what they say.
#include "agent/turn.h"
#include "agent/mind.h"
#include "base/logging.h"
#include "base/workers.h"
#include "bench/figures.h"
#include "clinic/builtin/builtinrecords.h"
#include "clinic/clinicfile.h"
#include "domain/localtime.h"
#include "store/store.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

using namespace delpek;

namespace
{

struct Text {
    QString name;
    QString text;
};

const std::vector<Text> texts{
    {QStringLiteral("price question"), QStringLiteral("שלום, כמה עולה ניקוי אבנית?")},
    {QStringLiteral("booking step"), QStringLiteral("I would like a cleaning on Tuesday morning please")},
    {QStringLiteral("emergency"), QStringLiteral("אני לא מצליח לנשום אחרי העקירה והפנים התנפחו")},
};

clinic::ClinicFile demoClinic()
{
    QFile file(QStringLiteral(":/delpek/demo/clinic.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("the demo clinic is missing");
    }
    return bench::orEnd(clinic::parseClinicFile(file.readAll()));
}

class System
{
public:
    System()
        : m_store(bench::orEnd(
              store::Store::open({QStringLiteral("sqlite:") + m_folder.filePath(QStringLiteral("delpek.db")), 4})))
        , m_records(*m_store, m_clock)
        , m_mind(bench::orEnd(agent::Mind::load(QStringLiteral(":/delpek"), QStringLiteral("alex"))))
        , m_turns({m_clock,
                   m_records,
                   *m_mind.understander,
                   *m_mind.triage,
                   *m_mind.guard,
                   *m_mind.brain,
                   m_mind.team,
                   m_mind.escalations.get(),
                   m_mind.roster.get(),
                   {},
                   {m_mind.services.get()}})
    {
        auto file = demoClinic();
        m_patient = file.patients.front().phone;
        bench::orEnd(base::await(m_records.import(std::move(file))));
    }

    const agent::Mind& mind() const { return m_mind; }

    /// One turn; gives what was said.
    agent::TurnResult turn(const QString& text)
    {
        domain::Message message;
        message.id = {1};
        message.text = text;
        message.createdAt = message.sentAt = m_clock.now();
        agent::TurnInput input;
        input.conversation.id = {1};
        input.conversation.phone = m_patient;
        input.burst = {message};
        const auto intend = [](const QString&, const QString&) { return Result<Done>(Done{}); };
        return m_turns.run(input, intend, {});
    }

private:
    QTemporaryDir m_folder{QStringLiteral("bench-turn-XXXXXX")};
    // Tuesday 3 March 2026, 10:00 at the demo clinic: its week of visits.
    base::VirtualClock m_clock{domain::toInstant(domain::LocalTime::fromText(QStringLiteral("2026-03-03T10:00")),
                                                 QTimeZone("Asia/Jerusalem"))};
    std::unique_ptr<store::Store> m_store;
    clinic::BuiltinRecords m_records;
    agent::Mind m_mind;
    agent::TurnRunner m_turns;
    std::optional<domain::Phone> m_patient;
};

struct Bench {
    int repeats;
    int turns;
    bench::Table table;
    System& system;

    /// Repeats of `turns` timed calls: one row for the median of each repeat, one for its 99th hundredth.
    void latency(const QString& name, const std::function<void(int)>& work, const QString& target = {}) const
    {
        std::vector<double> p50;
        std::vector<double> p99;
        for (int i = 0; i < repeats; ++i) {
            std::vector<double> samples;
            for (int k = 0; k < turns; ++k) {
                samples.push_back(bench::millisecondsOf([&] { work(k); }));
            }
            p50.push_back(bench::quantile(samples, 0.5));
            p99.push_back(bench::quantile(samples, 0.99));
        }
        table.row(name + QStringLiteral(": p50"), p50, QStringLiteral("ms"), target);
        table.row(name + QStringLiteral(": p99"), p99, QStringLiteral("ms"));
    }

    void throughput(int workers) const
    {
        std::vector<double> rates;
        for (int i = 0; i < repeats; ++i) {
            base::Workers pool(workers);
            const double took = bench::millisecondsOf([&] {
                for (int k = 0; k < turns; ++k) {
                    pool.post([this, k] { system.turn(texts[size_t(k) % texts.size()].text); });
                }
                pool.drain();
            });
            rates.push_back(turns * 1000.0 / took);
        }
        table.row(QStringLiteral("all three texts in turn, %1 workers").arg(workers), rates, QStringLiteral("turns/s"));
    }
};

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    QLoggingCategory::setFilterRules(QStringLiteral("*.info=false"));
    const auto arguments = QCoreApplication::arguments();
    std::unique_ptr<System> system;
    const double loading = bench::millisecondsOf([&] { system = std::make_unique<System>(); });
    for (const auto& text : texts) {
        const auto result = system->turn(text.text);
        if (result.replies.empty()) {
            qFatal("no answer to the %s", qPrintable(text.name));
        }
        qInfo("%s: %s", qPrintable(text.name), qPrintable(result.replies.front().reply.text));
    }
    const Bench bench{arguments.value(1, QStringLiteral("5")).toInt(),
                      arguments.value(2, QStringLiteral("600")).toInt(),
                      bench::Table(QStringLiteral("bench_turn ") + arguments.mid(1).join(QLatin1Char(' '))), *system};
    bench.table.row(QStringLiteral("rules, lexicon, texts and an empty store loaded"), {loading}, QStringLiteral("ms"));
    for (const auto& text : texts) {
        bench.latency(
            QStringLiteral("turn, ") + text.name, [&](int) { system->turn(text.text); }, QStringLiteral("< 5 ms"));
    }
    bench.throughput(2);
    bench.throughput(4);
    language::UnderstandingContext context;
    context.now = domain::LocalTime::fromText(QStringLiteral("2026-03-03T10:00"));
    bench.latency(QStringLiteral("understanding alone"), [&](int k) {
        system->mind().understander->understand(texts[size_t(k) % texts.size()].text, context);
    });
    bench.latency(QStringLiteral("triage alone"),
                  [&](int k) { system->mind().triage->judge(texts[size_t(k) % texts.size()].text); });
    return 0;
}
