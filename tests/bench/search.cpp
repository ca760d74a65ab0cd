// SPDX-License-Identifier: GPL-3.0-or-later
// bench_search <folder> [repeats] [messages]: finding in what years have left, by the index and beside it by reading
// every message (LIKE). The store stays in the folder for the next run.
#include "store/search.h"
#include "base/await.h"
#include "bench/bigstore.h"
#include "bench/figures.h"
#include "store/conversations.h"
#include "store/searchindex.h"
#include "store/store.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace delpek;

namespace
{

constexpr int page = 40; // as the window asks
constexpr int batch = 250;
const auto ms = QStringLiteral("ms");
const auto target = QStringLiteral("< 50 ms");

/// What a desk asks the store for one search.
class Finder
{
public:
    explicit Finder(const bench::BigStore& big)
        : m_store(bench::orEnd(store::Store::open({big.location()})))
    {
    }

    std::size_t find(const QString& text, domain::ConversationId conversation = {})
    {
        store::SearchQuery query{domain::searchTerms(text), domain::searchDigits(text), conversation, {}, {}, page};
        return bench::orEnd(
            base::await(m_store->read([query](store::Session& session) { return run(session, query); })));
    }

    std::size_t like(const QString& text)
    {
        return bench::orEnd(base::await(m_store->read([text](store::Session& session) -> Result<std::size_t> {
            auto rows = session.run(QStringLiteral("SELECT id FROM message WHERE text LIKE ? ORDER BY id DESC LIMIT ?"),
                                    {QStringLiteral("%") + text + QStringLiteral("%"), page});
            if (!rows) {
                return fail(rows.error());
            }
            std::size_t found = 0;
            while (rows->next()) {
                ++found;
            }
            return found;
        })));
    }

    bool fill()
    {
        return bench::orEnd(base::await(m_store->write(
                                [](store::Session& session) { return store::SearchIndex(session).fill(batch); })))
            .any();
    }

private:
    static Result<std::size_t> run(store::Session& session, const store::SearchQuery& query)
    {
        store::Search search(session);
        auto people = query;
        people.limit = 8;
        const auto names =
            query.conversation.isValid() ? Result<std::vector<domain::Conversation>>({}) : search.names(people);
        const auto found = search.messages(query);
        if (!names || !found) {
            return fail(names ? found.error() : names.error());
        }
        for (const auto& message : found->messages) {
            if (const auto conversation = store::Conversations(session).find(message.conversation); !conversation) {
                return fail(conversation.error());
            }
        }
        return names->size() + found->messages.size();
    }

    std::unique_ptr<store::Store> m_store;
};

struct Bench {
    int repeats;
    bench::BigStore big;
    bench::Table table;

    template <typename Work>
    void measure(const QString& name, Work work, const QString& goal = {}) const
    {
        std::vector<double> samples;
        for (int i = 0; i < repeats; ++i) {
            samples.push_back(bench::millisecondsOf(work));
        }
        table.row(name, samples, ms, goal);
    }

    /// Makes a store from before searchable, if it is not yet.
    void fill() const
    {
        Finder finder(big);
        std::vector<double> batches;
        const qint64 before = QFileInfo(big.path).size();
        const double whole = bench::millisecondsOf([&] {
            for (bool more = true; more;) {
                batches.push_back(bench::millisecondsOf([&] { more = finder.fill(); }));
            }
        });
        if (batches.size() > 1) {
            table.row(QStringLiteral("filled in, %1 messages a write").arg(batch),
                      {double(big.messages) / whole * 1000}, QStringLiteral("messages/s"));
            table.row(QStringLiteral("a write of these: p99"), {bench::quantile(batches, 0.99)}, ms);
            table.row(QStringLiteral("the index"), {double(QFileInfo(big.path).size() - before) / 1048576},
                      QStringLiteral("MB"));
        }
    }

    void finding() const
    {
        Finder finder(big);
        const std::pair<const char*, const char*> words[] = {{"a word of every sixth message", "סתימה"},
                                                             {"half a word", "סתי"},
                                                             {"two letters", "שי"},
                                                             {"three common words", "לקבוע תור שיניים"},
                                                             {"words in a row", "\"בשן האחורית\""},
                                                             {"in a row, never so", "\"האחורית בשן \""},
                                                             {"a name", "נועה"},
                                                             {"a name and a number", "petrova 1999"},
                                                             {"a whole number", "050-001-2345"},
                                                             {"last digits", "12345"},
                                                             {"what nobody said", "ארנבת"}};
        for (const auto& [name, text] : words) {
            const QString typed = QString::fromUtf8(text);
            measure(
                QStringLiteral("%1 (%2 shown)").arg(QLatin1String(name)).arg(finder.find(typed)),
                [&] { finder.find(typed); }, target);
        }
        const QString common = QStringLiteral("תודה");
        measure(
            QStringLiteral("within the longest conversation (%1 shown)").arg(finder.find(common, big.longest)),
            [&] { finder.find(common, big.longest); }, target);
        for (const QString& text : {QStringLiteral("סתימה"), QStringLiteral("ארנבת")}) {
            measure(QStringLiteral("LIKE: \"%1\" (%2 found)").arg(text).arg(finder.like(text)),
                    [&] { finder.like(text); });
        }
    }

    void cold() const
    {
        std::vector<double> samples;
        for (int i = 0; i < repeats; ++i) {
            big.makeCold();
            Finder finder(big);
            samples.push_back(bench::millisecondsOf([&] { finder.find(QStringLiteral("סתימה לקבוע")); }));
        }
        table.row(QStringLiteral("two words, from the disk"), samples, ms);
    }
};

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.size() < 2) {
        qFatal("usage: bench_search <folder> [repeats] [messages]");
    }
    const qint64 messages = arguments.value(3, QStringLiteral("1000000")).toLongLong();
    double took = 0;
    const auto big = bench::bigStore(arguments[1], messages, &took);
    const Bench bench{arguments.value(2, QStringLiteral("5")).toInt(), big,
                      bench::Table(QStringLiteral("bench_search ") + arguments.mid(1).join(QLatin1Char(' ')))};
    if (took > 0) {
        bench.table.row(QStringLiteral("written with the index, 5,000 messages a transaction"),
                        {double(messages) / took}, QStringLiteral("messages/s"));
    }
    bench.fill();
    bench.finding();
    bench.cold();
    return 0;
}
