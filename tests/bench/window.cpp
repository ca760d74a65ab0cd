// SPDX-License-Identifier: GPL-3.0-or-later
// bench_window <folder> [repeats] [messages]: the real window over a LocalDesk on a big store. Each repeat is a process
// of its own, so that a start is a start.
#include "bench/bigstore.h"
#include "bench/figures.h"
#include "clinic/builtin/builtinrecords.h"
#include "desk/localdesk.h"
#include "ui/inbox/inboxmodel.h"
#include "ui/inbox/inboxpane.h"
#include "ui/mainwindow.h"
#include "ui/thread/threadpane.h"
#include "ui/thread/threadview.h"
#include "ui/thread/threadwindow.h"

#include <QApplication>
#include <QListView>
#include <QProcess>
#include <QScrollBar>
#include <QSettings>
#include <QStandardPaths>
#include <QTimer>

using namespace delpek;

namespace
{

/// Milliseconds on the clock that all processes of the machine share.
double nowShared()
{
    return std::chrono::duration<double, std::milli>(bench::Steady::now().time_since_epoch()).count();
}

/// Tells when a widget has painted what `ready` waits for.
class Painted final : public QObject
{
public:
    Painted(QWidget* widget, std::function<bool()> ready, std::function<void()> then)
        : QObject(widget)
        , m_ready(std::move(ready))
        , m_then(std::move(then))
    {
        widget->installEventFilter(this);
    }

    bool eventFilter(QObject*, QEvent* event) override
    {
        // Posted: it runs after the painting of this round.
        if (event->type() == QEvent::Paint && !m_isDone && m_ready()) {
            m_isDone = true;
            QTimer::singleShot(0, this, [this] {
                m_then();
                deleteLater();
            });
        }
        return false;
    }

private:
    std::function<bool()> m_ready;
    std::function<void()> m_then;
    bool m_isDone = false;
};

/// One life of the window: start, inbox, a long conversation, a way up through it. Prints its figures, one a line.
class Life : public QObject
{
public:
    Life(desk::Desk& desk, domain::ConversationId longest, double started)
        : m_window(desk, ui::Preferences())
        , m_inbox(*m_window.findChild<ui::InboxPane*>())
        , m_thread(*m_window.findChild<ui::ThreadPane*>())
        , m_longest(longest)
        , m_started(started)
    {
        new Painted(
            &m_window, [] { return true; }, [this] { tell("first paint"); });
        new Painted(
            m_inbox.findChild<QListView*>()->viewport(), [this] { return m_inbox.model().rowCount() > 0; },
            [this] {
                tell("inbox painted");
                // Time for what the first conversation still reads.
                QTimer::singleShot(500, this, [this] { open(); });
            });
        m_window.show();
    }

private:
    void tell(const char* what)
    {
        std::printf("%s\t%f\n", what, nowShared() - m_started);
        std::fflush(stdout);
    }

    void open()
    {
        m_started = nowShared();
        auto& window = m_thread.threadWindow();
        new Painted(
            m_thread.view().viewport(),
            [&] { return window.conversation() == m_longest && !window.messages().empty(); },
            [this] {
                tell("conversation painted");
                QTimer::singleShot(500, this, [this] { scroll(); });
            });
        m_inbox.select(m_longest);
    }

    void scroll()
    {
        auto* frames = new QTimer(this);
        connect(frames, &QTimer::timeout, this, [this] { frame(); });
        m_started = nowShared();
        frames->start(0);
    }

    /// What the window does between two frames counts too: pages that arrive are laid out there.
    void frame()
    {
        QScrollBar* bar = m_thread.view().verticalScrollBar();
        bar->setValue(bar->value() - 100);
        m_thread.view().viewport()->repaint();
        const double now = nowShared();
        std::printf("frame\t%f\n", now - m_started);
        m_started = now;
        if (++m_frames == 3000) {
            std::printf("scrolled\t%lld\n", static_cast<long long>(m_thread.threadWindow().messages().back().id.value));
            QCoreApplication::quit();
        }
    }

    ui::MainWindow m_window;
    ui::InboxPane& m_inbox;
    ui::ThreadPane& m_thread;
    domain::ConversationId m_longest;
    double m_started;
    int m_frames = 0;
};

int live(QApplication& application, const bench::BigStore& big, double started)
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("delpek-bench"));
    QSettings().clear();
    base::SystemClock clock;
    const auto store = bench::orEnd(store::Store::open({big.location()}));
    clinic::BuiltinRecords records(*store, clock);
    desk::LocalDesk desk(*store, records, clock, {QStringLiteral("Dana")});
    const Life life(desk, big.longest, started);
    return application.exec();
}

std::map<QByteArray, std::vector<double>> lifeOf(const QStringList& arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    const QString started = QString::number(nowShared(), 'f', 3);
    process.start(QCoreApplication::applicationFilePath(), QStringList{QStringLiteral("--life"), started} + arguments);
    if (!process.waitForFinished(60'000) || process.exitCode() != 0) {
        qFatal("the window ended before its time");
    }
    std::map<QByteArray, std::vector<double>> figures;
    for (const QByteArray& line : process.readAllStandardOutput().split('\n')) {
        const auto parts = line.split('\t');
        if (parts.size() == 2) {
            figures[parts[0]].push_back(parts[1].toDouble());
        }
    }
    return figures;
}

void measure(const QStringList& arguments, const bench::BigStore& big, int repeats)
{
    const bench::Table table(QStringLiteral("bench_window ") + arguments.join(QLatin1Char(' ')));
    std::map<QString, std::vector<double>> rows;
    for (int i = 0; i < repeats; ++i) {
        for (const bool isCold : {true, false}) {
            if (isCold) {
                big.makeCold();
            }
            auto figures = lifeOf(arguments);
            const auto name = isCold ? QStringLiteral(", store from the disk") : QStringLiteral(", store from memory");
            for (const char* what : {"first paint", "inbox painted", "conversation painted"}) {
                rows[QLatin1String(what) + name].push_back(figures[what].front());
            }
            rows[QStringLiteral("frame p50")].push_back(bench::quantile(figures["frame"], 0.5));
            rows[QStringLiteral("frame p99")].push_back(bench::quantile(figures["frame"], 0.99));
            rows[QStringLiteral("longest frame")].push_back(bench::quantile(figures["frame"], 1));
        }
    }
    for (const auto& [name, samples] : rows) {
        const QString target = name.startsWith(QLatin1String("first"))     ? QStringLiteral("< 500 ms")
                               : name.startsWith(QLatin1String("convers")) ? QStringLiteral("< 50 ms")
                                                                           : QString();
        table.row(name, samples, QStringLiteral("ms"), target);
    }
}

} // namespace

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QApplication application(argc, argv);
    auto arguments = QCoreApplication::arguments().mid(1);
    const bool isLife = arguments.value(0) == QLatin1String("--life");
    const double started = arguments.value(1).toDouble();
    if (isLife) {
        arguments = arguments.mid(2);
    }
    if (arguments.isEmpty()) {
        qFatal("usage: bench_window <folder> [repeats] [messages]");
    }
    const auto big = bench::bigStore(arguments[0], arguments.value(2, QStringLiteral("1000000")).toLongLong());
    if (isLife) {
        return live(application, big, started);
    }
    measure(arguments, big, arguments.value(1, QStringLiteral("5")).toInt());
    return 0;
}
