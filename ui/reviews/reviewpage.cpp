// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reviews/reviewpage.h"

#include "desk/desk.h"
#include "domain/isolate.h"
#include "domain/localtime.h"
#include "ui/call.h"
#include "ui/changefeed.h"
#include "ui/insights/csv.h"
#include "ui/reviews/reviewdetail.h"
#include "ui/reviews/reviewmodel.h"
#include "ui/reviews/reviewwords.h"
#include "ui/rights.h"
#include "ui/savefile.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QStyle>
#include <QTableView>

namespace delpek::ui
{

namespace
{

constexpr int exportedAtOnce = 200;

} // namespace

ReviewPage::ReviewPage(const Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new ReviewModel(context, this))
    , m_title(new QLabel(this))
    , m_explanation(new QLabel(this))
    , m_which(new QComboBox(this))
    , m_own(new QCheckBox(this))
    , m_export(new QPushButton(this))
    , m_notice(new QLabel(this))
    , m_stack(new QStackedWidget(this))
    , m_table(new QTableView(m_stack))
    , m_state(new QLabel(m_stack))
    , m_detail(new ReviewDetail(context, this))
{
    build();
    for (const auto which : {Which::Open, Which::Settled, Which::All}) {
        m_which->addItem({}, int(which));
    }
    m_own->setVisible(mayDo(context, desk::settlesReviews));
    connect(m_which, &QComboBox::activated, this, &ReviewPage::read);
    connect(m_own, &QCheckBox::clicked, this, &ReviewPage::read);
    connect(m_export, &QPushButton::clicked, this, &ReviewPage::chooseFile);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ReviewPage::choose);
    connect(m_model, &ReviewModel::stateChanged, this, &ReviewPage::onModel);
    connect(m_detail, &ReviewDetail::openWanted, this, &ReviewPage::openWanted);
    connect(m_detail, &ReviewDetail::changed, m_model, &ReviewModel::readAgain);
    connect(&context.feed, &ChangeFeed::changed, this, [this](const auto& changes) {
        const bool concerns = std::ranges::any_of(changes, [](const domain::Change& change) {
            return change.topic == domain::Topic::Review || change.topic == domain::Topic::Erased;
        });
        if (concerns && m_wasShown) {
            m_model->readAgain();
        }
    });
    connect(&context.theme, &Theme::changed, this, &ReviewPage::retranslate);
    retranslate();
}

void ReviewPage::build()
{
    m_which->setObjectName(QStringLiteral("reviewWhich"));
    m_own->setObjectName(QStringLiteral("reviewOwn"));
    m_export->setObjectName(QStringLiteral("exportReviews"));
    m_notice->setObjectName(QStringLiteral("reviewNotice"));
    m_table->setObjectName(QStringLiteral("reviewTable"));
    m_state->setObjectName(QStringLiteral("reviewState"));
    m_explanation->setProperty("kind", QStringLiteral("muted"));
    m_state->setProperty("kind", QStringLiteral("muted"));
    m_state->setAlignment(Qt::AlignCenter);
    for (QLabel* label : {m_explanation, m_notice, m_state}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_state->setContentsMargins(12 * space, 0, 12 * space, 0);
    m_notice->hide();
    m_table->setModel(m_model);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setTextElideMode(Qt::ElideRight);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_state);

    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_export);
    auto* filters = new QHBoxLayout;
    filters->setSpacing(2 * space);
    filters->addWidget(m_which);
    filters->addWidget(m_own);
    filters->addStretch(1);
    auto* line = new QFrame(this);
    line->setObjectName(QStringLiteral("line"));
    line->setFixedHeight(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6 * space, 5 * space, 6 * space, 4 * space);
    column->setSpacing(3 * space);
    column->addLayout(head);
    column->addWidget(m_explanation);
    column->addWidget(m_notice);
    column->addLayout(filters);
    column->addWidget(m_stack, 2);
    column->addWidget(line);
    column->addWidget(m_detail, 3);
}

desk::ReviewRequest ReviewPage::request() const
{
    desk::ReviewRequest wanted;
    const auto which = Which(m_which->currentData().toInt());
    if (which != Which::All) {
        wanted.settled = which == Which::Settled;
    }
    wanted.ownOnly = m_own->isChecked() || !mayDo(m_context, desk::settlesReviews);
    return wanted;
}

void ReviewPage::read()
{
    m_notice->hide();
    m_chosen = {};
    m_model->read(request());
}

/// What was chosen stays chosen, as long as it is in the list.
void ReviewPage::onModel()
{
    if (!m_model->isReading() && !m_model->hasFailed() && !m_table->currentIndex().isValid()) {
        const int row = std::max(m_model->rowOf(m_chosen), 0);
        if (row < m_model->rowCount()) {
            m_table->setCurrentIndex(m_model->index(row, 0));
        }
        choose();
    }
    refresh();
}

void ReviewPage::choose()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid()) {
        if (!m_model->isReading()) {
            m_detail->setRow({});
        }
        return;
    }
    const auto& row = m_model->row(current.row());
    m_chosen = row.review.id;
    m_detail->setRow(row);
}

void ReviewPage::chooseFile()
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    const QDate today = domain::toLocal(m_context.desk.now(), m_context.desk.zone()).date;
    const QString path = folder.filePath(QStringLiteral("delpek-reports-%1.csv").arg(today.toString(Qt::ISODate)));
    auto* dialog = new QFileDialog(this, tr("Save the reports"), path, tr("Tables (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(path);
    connect(dialog, &QFileDialog::fileSelected, this, &ReviewPage::saveTo);
    dialog->open();
}

void ReviewPage::saveTo(const QString& path)
{
    m_export->setEnabled(false);
    auto wanted = request();
    wanted.limit = exportedAtOnce;
    collect(path, wanted,
            {{tr("Report"), tr("Conversation"), tr("Turn"), tr("How it ended"), tr("Reported"), tr("By"),
              tr("What was wrong"), tr("Words"), tr("What would have been right"), tr("What came of it"),
              tr("Settled on"), tr("Settled by"), tr("Words of who settled")}});
}

void ReviewPage::collect(const QString& path, const desk::ReviewRequest& request, QList<QStringList> rows)
{
    whenDone(m_context.desk.reviews().exported(request), this, [this, path, request, rows](const auto& page) mutable {
        if (!page) {
            m_export->setEnabled(true);
            return say(tr("Not saved: %1").arg(words::sentence(page.error())), true);
        }
        const auto zone = m_context.desk.zone();
        const auto when = [&](base::Instant at) {
            return domain::toLocal(at, zone).toText().replace(QLatin1Char('T'), QLatin1Char(' '));
        };
        for (const auto& row : page->rows) {
            const auto& [id, conversation, decision, author, at, report, settled] = row.review;
            rows << QStringList{QString::number(id.value),
                                QString::number(conversation.value),
                                when(row.turnAt),
                                words::outcome(row.outcome),
                                when(at),
                                author,
                                reviewwords::fault(report),
                                report.words,
                                report.better,
                                reviewwords::result(row.review),
                                settled ? when(settled->at) : QString(),
                                settled ? settled->by : QString(),
                                settled ? settled->words : QString()};
        }
        if (page->next) {
            auto more = request;
            more.after = page->next;
            return collect(path, more, std::move(rows));
        }
        write(path, rows);
    });
}

void ReviewPage::write(const QString& path, const QList<QStringList>& rows)
{
    whenDone(saveFile(path, csv(rows)), this, [this, path](const Result<Done>& saved) {
        m_export->setEnabled(true);
        const QString place = domain::isolate(QDir::toNativeSeparators(path));
        say(saved ? tr("Saved without the patients' names and words: %1").arg(place)
                  : tr("Not saved: %1 cannot be written (%2)").arg(place, saved.error().detail),
            !saved);
    });
}

void ReviewPage::say(const QString& text, bool isTrouble)
{
    m_notice->setProperty("kind", isTrouble ? QStringLiteral("warn") : QStringLiteral("muted"));
    m_notice->setText(text);
    m_notice->style()->polish(m_notice);
    m_notice->show();
}

void ReviewPage::refresh()
{
    const auto which = Which(m_which->currentData().toInt());
    const bool isEmpty = m_model->rowCount() == 0;
    m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget*>(m_state) : m_table);
    m_detail->setVisible(!isEmpty);
    m_state->setText(m_model->isReading()   ? tr("Looking…")
                     : m_model->hasFailed() ? tr("The reports could not be read.")
                     : which == Which::Open
                         ? tr("No report waits. When an answer of the agent is not right, choose its "
                              "turn under “Decisions” beside the conversation and press “This was "
                              "wrong…”.")
                     : which == Which::Settled ? tr("No report was settled yet.")
                                               : tr("No turn was reported as wrong yet."));
}

void ReviewPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!std::exchange(m_wasShown, true)) {
        read();
    }
}

void ReviewPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void ReviewPage::retranslate()
{
    m_title->setFont(m_context.theme.title());
    m_title->setText(tr("Reported turns"));
    m_explanation->setFont(m_context.theme.small());
    m_explanation->setText(mayDo(m_context, desk::settlesReviews)
                               ? tr("What the staff said was wrong. A report calls nobody; somebody has to look here.")
                               : tr("Your own reports and what came of them. A report calls nobody."));
    m_export->setText(tr("Save as a table…"));
    const QString which[] = {tr("Open"), tr("Settled"), tr("All, open ones first")};
    for (int index = 0; index < m_which->count(); ++index) {
        m_which->setItemText(index, which[index]);
    }
    m_which->setAccessibleName(tr("Which reports"));
    m_own->setText(tr("Only mine"));
    m_table->setAccessibleName(tr("Reported turns"));
    m_table->setFont(m_context.theme.small());
    m_table->horizontalHeader()->setFont(m_context.theme.small());
    m_table->horizontalHeader()->setDefaultAlignment(leading(*this));
    m_notice->setFont(m_context.theme.small());
    const QFontMetrics metrics(m_context.theme.small());
    m_table->verticalHeader()->setDefaultSectionSize(metrics.height() + 3 * space);
    m_table->setColumnWidth(ReviewModel::Kind, 280);
    m_table->setColumnWidth(ReviewModel::About, 170);
    m_table->setColumnWidth(ReviewModel::Who, 130);
    m_table->setColumnWidth(ReviewModel::When, 110);
    m_model->retranslate();
    refresh();
}

} // namespace delpek::ui
