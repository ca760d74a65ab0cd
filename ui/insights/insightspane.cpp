// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/insights/insightspane.h"

#include "domain/isolate.h"
#include "domain/localtime.h"
#include "ui/call.h"
#include "ui/changefeed.h"
#include "ui/insights/csv.h"
#include "ui/insights/daychart.h"
#include "ui/insights/figurecharts.h"
#include "ui/insights/figuressheet.h"
#include "ui/insights/figuretile.h"
#include "ui/insights/healthpanel.h"
#include "ui/insights/insightswords.h"
#include "ui/insights/rangebar.h"
#include "ui/problembar.h"
#include "ui/rights.h"
#include "ui/savefile.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QButtonGroup>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTableView>
#include <QVBoxLayout>

namespace delpek::ui
{

namespace
{

const auto source = QStringLiteral("insights");
const auto healthSource = QStringLiteral("health");
constexpr auto fewSeconds = std::chrono::seconds(4);
constexpr auto lookAgain = std::chrono::minutes(1);
constexpr int tileCount = 8;
enum Body { State, Charts, Table };

bool concernsFigures(const domain::Change& change)
{
    using domain::Topic;
    return change.topic == Topic::Message || change.topic == Topic::Conversation || change.topic == Topic::Outbox ||
           change.topic == Topic::Escalation || change.topic == Topic::Inbox || change.topic == Topic::Setting ||
           change.topic == Topic::Erased;
}

} // namespace

InsightsPane::InsightsPane(const Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_range(new RangeBar(this))
    , m_views(new QButtonGroup(this))
    , m_export(new QPushButton(this))
    , m_when(new QLabel(this))
    , m_asOf(new QLabel(this))
    , m_notice(new QLabel(this))
    , m_body(new QStackedWidget(this))
    , m_state(new QLabel(this))
    , m_retry(new QPushButton(this))
    , m_sheet(new FiguresSheet(this))
    , m_table(new QTableView(this))
    , m_health(new HealthPanel(context, this))
{
    build();
    m_soon.setSingleShot(true);
    setPace(fewSeconds);
    m_each.setInterval(lookAgain);
    connect(&m_soon, &QTimer::timeout, this, &InsightsPane::read);
    connect(&m_each, &QTimer::timeout, this, &InsightsPane::read);
    connect(m_range, &RangeBar::changed, this, &InsightsPane::readReport);
    connect(m_retry, &QPushButton::clicked, this, &InsightsPane::read);
    connect(m_export, &QPushButton::clicked, this, &InsightsPane::chooseFile);
    connect(m_views, &QButtonGroup::idClicked, this, &InsightsPane::showBody);
    connect(&context.feed, &ChangeFeed::changed, this, [this](const auto& changes) {
        if (!isVisible()) {
            return;
        }
        if (!m_soon.isActive() && std::ranges::any_of(changes, concernsFigures)) {
            m_soon.start();
        }
        if (std::ranges::find(changes, domain::Topic::Setting, &domain::Change::topic) != changes.end()) {
            readBackup();
        }
    });
    connect(&context.theme, &Theme::changed, this, &InsightsPane::retranslate);
    retranslate();
}

void InsightsPane::build()
{
    auto* head = new QHBoxLayout;
    head->setContentsMargins(3 * space, 2 * space, 3 * space, space);
    head->setSpacing(2 * space);
    head->addWidget(m_range);
    head->addStretch(1);
    for (const int view : {Charts, Table}) {
        auto* chip = new QPushButton(this);
        chip->setCheckable(true);
        chip->setProperty("kind", QStringLiteral("chip"));
        m_views->addButton(chip, view);
        head->addWidget(chip);
    }
    m_views->button(Charts)->setChecked(true);
    head->addWidget(m_export);
    m_export->setObjectName(QStringLiteral("exportFigures"));
    m_retry->setObjectName(QStringLiteral("retryFigures"));
    m_state->setObjectName(QStringLiteral("figuresState"));
    m_notice->setObjectName(QStringLiteral("exportNotice"));
    m_table->setObjectName(QStringLiteral("figuresTable"));

    auto* what = new QHBoxLayout;
    what->setContentsMargins(3 * space, 0, 3 * space, space);
    what->setSpacing(3 * space);
    what->addWidget(m_range->ownDays());
    what->addWidget(m_when);
    what->addWidget(m_asOf);
    what->addStretch(1);
    what->addWidget(m_notice);
    m_asOf->setProperty("kind", QStringLiteral("muted"));
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->hide();

    auto* state = new QWidget(this);
    auto* middle = new QVBoxLayout(state);
    middle->addStretch(1);
    middle->addWidget(m_state, 0, Qt::AlignHCenter);
    middle->addWidget(m_retry, 0, Qt::AlignHCenter);
    middle->addStretch(2);
    m_state->setProperty("kind", QStringLiteral("muted"));

    auto* figures = new QWidget(this);
    auto* column = new QVBoxLayout(figures);
    column->setContentsMargins(3 * space, 0, 3 * space, 3 * space);
    column->setSpacing(2 * space);
    auto* tiles = new QGridLayout;
    auto* charts = new QGridLayout;
    for (QGridLayout* grid : {tiles, charts}) {
        grid->setSpacing(2 * space);
        column->addLayout(grid);
    }
    column->addStretch(1);
    for (int tile = 0; tile < tileCount; ++tile) {
        m_tiles.push_back(new FigureTile(m_context.theme, figures));
        tiles->addWidget(m_tiles.back(), tile / 4, tile % 4);
        tiles->setColumnStretch(tile % 4, 1);
    }
    for (int chart = 0; chart < chartNumber; ++chart) {
        m_charts.push_back(new DayChart(m_context.theme, figures));
        charts->addWidget(m_charts.back(), chart / 2, chart % 2);
        charts->setColumnStretch(chart % 2, 1);
    }
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(figures);

    m_table->setModel(m_sheet);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->hide();
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);

    m_body->addWidget(state);
    m_body->addWidget(scroll);
    m_body->addWidget(m_table);

    auto* main = new QVBoxLayout;
    main->setContentsMargins(0, 0, 0, 0);
    main->setSpacing(0);
    main->addLayout(head);
    main->addLayout(what);
    main->addWidget(m_body, 1);
    auto* side = new QScrollArea(this);
    side->setWidgetResizable(true);
    side->setFrameShape(QFrame::NoFrame);
    side->setFixedWidth(264);
    side->setWidget(m_health);
    auto* line = new QFrame(this);
    line->setObjectName(QStringLiteral("line"));
    line->setFixedWidth(1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addLayout(main, 1);
    row->addWidget(line);
    row->addWidget(side);
}

QDate InsightsPane::today() const
{
    return domain::toLocal(m_context.desk.now(), m_context.desk.zone()).date;
}

void InsightsPane::setPace(std::chrono::milliseconds pace)
{
    m_pace = pace;
    m_soon.setInterval(pace);
}

void InsightsPane::read()
{
    readHealth();
    // One at a time: a slow database is not asked again before it has answered.
    const bool isOver = m_report && m_report->request == m_range->request(today()) && m_report->request.last < today();
    if (!m_reading && !isOver) {
        readReport();
    }
}

void InsightsPane::readReport()
{
    m_reading = true;
    m_failed = false;
    showBody();
    const auto request = m_range->request(today());
    const auto begin = m_context.desk.now();
    whenDone(m_context.desk.insights().report(request), this, [this, begin, asked = ++m_asked](const auto& report) {
        if (asked != m_asked) {
            return;
        }
        m_reading = false;
        // Where counting takes long, it is done less often.
        m_soon.setInterval(std::max(m_pace, 10 * (m_context.desk.now() - begin)));
        if (!report) {
            m_failed = true;
            m_context.problems.report(source, report.error(), [this] { read(); });
            return showBody();
        }
        m_context.problems.worked(source);
        m_report = *report;
        showReport();
    });
}

void InsightsPane::readHealth()
{
    whenDone(m_context.desk.insights().health(), this, [this](const auto& health) {
        if (!health) {
            m_context.problems.report(healthSource, health.error(), [this] { read(); });
            return m_health->showOld();
        }
        m_context.problems.worked(healthSource);
        std::vector<domain::ChannelKind> channels;
        for (const auto& account : health->accounts) {
            channels.push_back(account.channel);
        }
        m_range->setChannels(channels);
        m_health->show(*health);
    });
}

void InsightsPane::readBackup()
{
    if (mayDo(m_context, domain::Right::ManageClinic)) {
        whenDone(m_context.desk.backups().state(), this, [this](const Result<desk::BackupState>& backup) {
            m_health->showBackup(backup ? std::optional(*backup) : std::nullopt);
        });
    }
}

void InsightsPane::showReport()
{
    if (!m_report) {
        return showBody();
    }
    showTiles();
    auto charts = chartsOf(*m_report, m_context.theme.colours());
    const bool hasModel = !m_report->currency.isEmpty() || m_report->total.tokens > 0;
    for (size_t index = 0; index < m_charts.size(); ++index) {
        m_charts[index]->setData(std::move(charts[index]));
    }
    m_charts.back()->setVisible(hasModel);
    m_tiles.back()->setVisible(hasModel);
    m_sheet->setReport(*m_report);
    m_table->resizeColumnsToContents();
    showBody();
}

void InsightsPane::showTiles()
{
    using namespace insightswords;
    const auto& f = m_report->total;
    int next = 0;
    const auto tile = [&](const QString& name, const QString& figure, const QString& note) {
        m_tiles[size_t(next++)]->show(name, figure, note);
    };
    tile(tr("Conversations"), count(f.conversations), tr("%1 new").arg(count(f.newConversations)));
    tile(tr("Messages from patients"), count(f.patientMessages), tr("%1 from us").arg(count(f.ownMessages())));
    tile(tr("Answered without a person"), share(f.automated, f.asked),
         f.draftsSent == 0
             ? tr("%1 of %2").arg(count(f.automated), count(f.asked))
             : tr("%1 of %2 · drafts sent as written: %3 of %4")
                   .arg(count(f.automated), count(f.asked), count(f.draftsAsWritten), count(f.draftsSent)));
    m_tiles[size_t(next - 1)]->setToolTip(
        tr("Conversations in which a patient wrote, each counted once a day: the agent "
           "answered, no person wrote, and no escalation was opened or still open."));
    tile(tr("The agent answers within"), median(f.agentAnswer), nineInTen(f.agentAnswer));
    tile(tr("People answer within"), median(f.personAnswer), nineInTen(f.personAnswer));
    tile(tr("Escalations"), count(f.escalationsInAll()),
         f.acknowledged.count == 0 ? QString() : tr("Acknowledged after %1").arg(median(f.acknowledged)));
    tile(tr("Messages that failed"), count(f.failed),
         f.unknown == 0 ? tr("of %1").arg(count(f.ownMessages()))
                        : tr("of %1 · unknown: %2").arg(count(f.ownMessages()), count(f.unknown)));
    const QString tokens = tr("%1 tokens").arg(count(f.tokens));
    const QString kept = m_report->request.first < m_report->costsSince
                             ? tr("%1, kept since %2").arg(tokens, shortDay(m_report->costsSince))
                             : tokens;
    if (m_report->currency.isEmpty()) {
        tile(tr("Language model"), tokens, {});
    } else {
        tile(tr("Language model"), money(f.cost, m_report->currency), kept);
    }
}

void InsightsPane::showBody()
{
    const auto request = m_range->request(today());
    const bool isThere = m_report && m_report->request == request;
    const bool isEmpty = isThere && m_report->days.empty();
    const auto& shown = isThere ? m_report->request : request;
    m_when->setText(insightswords::days(shown.first, shown.last));
    m_asOf->setText(isThere ? tr("As of %1").arg(words::stamp(m_report->asOf, m_context.desk.now())) : QString());
    m_export->setEnabled(isThere && !isEmpty);
    m_retry->setVisible(m_failed && !isThere);
    m_state->setText(isEmpty    ? tr("Nothing happened in these days.")
                     : m_failed ? tr("The figures could not be read.")
                                : tr("Counting…"));
    m_body->setCurrentIndex(isThere && !isEmpty ? m_views->checkedId() : int(State));
}

void InsightsPane::showTable(bool table)
{
    m_views->button(table ? Table : Charts)->setChecked(true);
    showBody();
}

void InsightsPane::chooseFile()
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    const QString name =
        QStringLiteral("delpek-%1-%2.csv")
            .arg(m_report->request.first.toString(Qt::ISODate), m_report->request.last.toString(Qt::ISODate));
    auto* dialog = new QFileDialog(this, tr("Save the figures"), folder.filePath(name), tr("Tables (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(folder.filePath(name));
    connect(dialog, &QFileDialog::fileSelected, this, &InsightsPane::saveTo);
    dialog->open();
}

void InsightsPane::saveTo(const QString& path)
{
    if (!m_report) {
        return;
    }
    whenDone(saveFile(path, csv(spreadsheet(*m_report))), this, [this, path](const Result<Done>& saved) {
        const QString place = domain::isolate(QDir::toNativeSeparators(path));
        m_notice->setProperty("kind", saved ? QStringLiteral("muted") : QStringLiteral("warn"));
        m_notice->setText(saved ? tr("Saved: %1").arg(place)
                                : tr("Not saved: %1 cannot be written (%2)").arg(place, saved.error().detail));
        m_notice->setToolTip(m_notice->text());
        m_notice->style()->polish(m_notice);
        m_notice->show();
    });
}

void InsightsPane::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_each.start();
    read();
    readBackup();
}

void InsightsPane::hideEvent(QHideEvent* event)
{
    m_each.stop();
    m_soon.stop();
    QWidget::hideEvent(event);
}

void InsightsPane::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void InsightsPane::retranslate()
{
    m_range->retranslate();
    m_views->button(Charts)->setText(tr("Charts"));
    m_views->button(Table)->setText(tr("Table"));
    m_export->setText(tr("Save as CSV…"));
    m_retry->setText(tr("Try again"));
    m_when->setFont(m_context.theme.title());
    m_asOf->setFont(m_context.theme.small());
    m_notice->setFont(m_context.theme.small());
    m_notice->hide();
    m_table->setFont(m_context.theme.small());
    m_table->horizontalHeader()->setFont(m_context.theme.small());
    m_table->setAccessibleName(tr("Figures by day and channel"));
    showReport();
}

} // namespace delpek::ui
