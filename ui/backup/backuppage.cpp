// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/backup/backuppage.h"

#include "desk/desk.h"
#include "domain/isolate.h"
#include "ui/backup/backupwords.h"
#include "ui/call.h"
#include "ui/changefeed.h"
#include "ui/escalations/cardlabel.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QCheckBox>
#include <QEvent>
#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QTimeEdit>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace delpek::ui
{

namespace
{

constexpr int backupWidth = 860;
constexpr int folderWidth = 360;
constexpr int copiesHeight = 150;
constexpr int timeOfDayWidth = 62;
constexpr auto lookEvery = std::chrono::milliseconds(300); ///< only while a copy is made
enum CopyColumn { CopyMade, CopySize, CopyFiles, CopyPlace, CopyColumns };

QHBoxLayout* beside(std::initializer_list<QWidget*> widgets)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(2 * space);
    for (QWidget* widget : widgets) {
        row->addWidget(widget);
    }
    row->addStretch(1);
    return row;
}

} // namespace

BackupPage::BackupPage(const Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_body(new QWidget)
    , m_title(new QLabel(m_body))
    , m_intro(new QLabel(m_body))
    , m_headline(new QLabel(m_body))
    , m_next(new QLabel(m_body))
    , m_make(new QPushButton(m_body))
    , m_progress(new QLabel(m_body))
    , m_said(new QLabel(m_body))
    , m_planHeading(new QLabel(m_body))
    , m_folderLabel(new QLabel(m_body))
    , m_folder(new QLineEdit(m_body))
    , m_choose(new QPushButton(m_body))
    , m_daily(new QCheckBox(m_body))
    , m_at(new QTimeEdit(m_body))
    , m_keepLabel(new QLabel(m_body))
    , m_keep(new QSpinBox(m_body))
    , m_save(new QPushButton(m_body))
    , m_copiesHeading(new QLabel(m_body))
    , m_copies(new QTreeWidget(m_body))
    , m_secret(new QLabel(m_body))
{
    build();
    connectAll();
    retranslate();
}

void BackupPage::build()
{
    m_headline->setObjectName(QStringLiteral("backupHeadline"));
    m_next->setObjectName(QStringLiteral("backupNext"));
    m_make->setObjectName(QStringLiteral("backupNow"));
    m_progress->setObjectName(QStringLiteral("backupProgress"));
    m_said->setObjectName(QStringLiteral("backupSaid"));
    m_folder->setObjectName(QStringLiteral("backupFolder"));
    m_choose->setObjectName(QStringLiteral("chooseBackupFolder"));
    m_daily->setObjectName(QStringLiteral("backupDaily"));
    m_at->setObjectName(QStringLiteral("backupAt"));
    m_keep->setObjectName(QStringLiteral("backupKeep"));
    m_save->setObjectName(QStringLiteral("saveBackupPlan"));
    m_copies->setObjectName(QStringLiteral("backupList"));
    setKind(*m_copies, QStringLiteral("table"));
    setKind(*m_make, QStringLiteral("primary"));
    for (QLabel* label : {m_intro, m_headline, m_next, m_said, m_secret}) {
        label->setWordWrap(true);
    }
    for (QLabel* label : {m_intro, m_next, m_secret}) {
        setKind(*label, QStringLiteral("muted"));
    }
    m_folderLabel->setBuddy(m_folder);
    m_keepLabel->setBuddy(m_keep);
    m_folder->setFixedWidth(folderWidth);
    // A path is read from the left in both languages, and so is a time.
    m_folder->setLayoutDirection(Qt::LeftToRight);
    m_at->setLayoutDirection(Qt::LeftToRight);
    m_at->setDisplayFormat(QStringLiteral("HH:mm"));
    m_at->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_at->setAlignment(Qt::AlignCenter);
    m_at->setFixedWidth(timeOfDayWidth);
    setKind(*m_at, QStringLiteral("span"));
    m_keep->setRange(1, desk::mostBackups);
    m_copies->setRootIsDecorated(false);
    m_copies->setUniformRowHeights(true);
    m_copies->setColumnCount(CopyColumns);
    m_copies->setMinimumHeight(copiesHeight);
    m_copies->header()->setStretchLastSection(true);
    m_copies->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_progress->hide();
    m_said->hide();

    auto* plan = new QGridLayout;
    plan->setHorizontalSpacing(4 * space);
    plan->setVerticalSpacing(2 * space);
    plan->setColumnStretch(1, 1);
    plan->addWidget(m_folderLabel, 0, 0);
    plan->addLayout(beside({m_folder, m_choose}), 0, 1);
    plan->addWidget(m_daily, 1, 0);
    plan->addLayout(beside({m_at}), 1, 1);
    plan->addWidget(m_keepLabel, 2, 0);
    plan->addLayout(beside({m_keep}), 2, 1);
    m_body->setMaximumWidth(backupWidth);
    auto* column = new QVBoxLayout(m_body);
    column->setContentsMargins(6 * space, 5 * space, 6 * space, 5 * space);
    column->setSpacing(3 * space);
    column->addWidget(m_title);
    column->addWidget(m_intro);
    column->addWidget(m_headline);
    column->addLayout(beside({m_make, m_progress}));
    column->addWidget(m_said);
    column->addSpacing(2 * space);
    column->addWidget(m_planHeading);
    column->addLayout(plan);
    column->addLayout(beside({m_save}));
    column->addWidget(m_next);
    column->addSpacing(2 * space);
    column->addWidget(m_copiesHeading);
    column->addWidget(m_copies, 1);
    column->addWidget(m_secret);
    auto* place = new QWidget;
    auto* row = new QHBoxLayout(place);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_body, 1);
    row->addStretch(0);
    auto* area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(place);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(area);
}

void BackupPage::connectAll()
{
    connect(m_make, &QPushButton::clicked, this, &BackupPage::makeNow);
    connect(m_save, &QPushButton::clicked, this, &BackupPage::save);
    connect(m_choose, &QPushButton::clicked, this, &BackupPage::choose);
    connect(m_folder, &QLineEdit::textChanged, this, &BackupPage::refresh);
    connect(m_daily, &QCheckBox::toggled, this, &BackupPage::refresh);
    connect(m_at, &QTimeEdit::timeChanged, this, &BackupPage::refresh);
    connect(m_keep, &QSpinBox::valueChanged, this, &BackupPage::refresh);
    m_look.setInterval(lookEvery);
    connect(&m_look, &QTimer::timeout, this, &BackupPage::refresh);
    connect(&m_context.feed, &ChangeFeed::changed, this, [this](const auto& changes) {
        if (isVisible() &&
            std::ranges::find(changes, domain::Topic::Setting, &domain::Change::topic) != changes.end()) {
            read();
        }
    });
    connect(&m_context.theme, &Theme::changed, this, &BackupPage::retranslate);
}

bool BackupPage::hasUnsaved() const
{
    return m_state && m_state->canChange && entered() != m_state->plan;
}

void BackupPage::read()
{
    whenDone(m_context.desk.backups().state(), this, [this](const auto& state) {
        const bool keepsEdit = m_state && entered() != m_state->plan;
        m_state.reset();
        m_unable.reset();
        if (!state) {
            m_unable = state.error();
        } else {
            m_state = *state;
            if (!keepsEdit) {
                showPlan();
            }
        }
        retranslate();
    });
}

void BackupPage::showPlan()
{
    const auto plan = m_state->plan;
    m_folder->setText(plan.folder);
    m_daily->setChecked(plan.at.isValid());
    m_at->setTime(plan.at.isValid() ? plan.at : QTime(21, 0));
    m_keep->setValue(plan.keep);
}

desk::BackupPlan BackupPage::entered() const
{
    return {m_folder->text().trimmed(), m_daily->isChecked() ? m_at->time() : QTime(), m_keep->value()};
}

void BackupPage::makeNow()
{
    say({}, false);
    m_isMaking = true;
    m_look.start();
    refresh();
    whenDone(m_context.desk.backups().makeNow(), this, [this](const auto& made) {
        m_isMaking = false;
        m_look.stop();
        say(made ? tr("The copy is whole: it was opened and checked.") : words::sentence(made.error()), !made);
        read();
    });
}

void BackupPage::save()
{
    m_save->setEnabled(false);
    const auto plan = entered();
    whenDone(m_context.desk.backups().setPlan(plan), this, [this, plan](const auto& done) {
        if (done && m_state) {
            m_state->plan = plan;
        }
        say(done ? tr("Saved. It counts from now on.") : words::sentence(done.error()), !done);
        read();
    });
}

void BackupPage::choose()
{
    auto* dialog = new QFileDialog(this, tr("Where copies of the clinic's data go"), m_folder->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, m_folder, &QLineEdit::setText);
    dialog->open();
}

QString BackupPage::headline() const
{
    const auto now = m_context.desk.now();
    const bool hasOldOnes = m_state->failedAt && m_state->failure.key == QLatin1String("backup.oldStay");
    const bool hasFailed = m_state->failedAt && !hasOldOnes &&
                           (m_state->copies.empty() || m_state->copies.front().madeAt < *m_state->failedAt);
    QStringList said;
    if (hasFailed) {
        said << tr("The last try, %1, failed: %2")
                    .arg(backupwords::moment(*m_state->failedAt), words::sentence(m_state->failure));
    } else if (hasOldOnes) {
        said << words::sentence(m_state->failure);
    }
    if (m_state->plan.folder.isEmpty()) {
        said << tr(
            "No copy is made: there is no folder for it yet. If this computer's disk fails, all that is not kept "
            "elsewhere is lost.");
        return said.join(QLatin1Char('\n'));
    }
    if (m_state->unusable && (!hasFailed || m_state->failure.key != m_state->unusable->key)) {
        said << words::sentence(*m_state->unusable);
    }
    if (!m_state->copies.empty()) {
        const auto& last = m_state->copies.front();
        said << tr("Last copy: %1, %2 ago, whole when it was made.")
                    .arg(backupwords::moment(last.madeAt), domain::isolate(backupwords::age(last.madeAt, now)));
        if (last.lacks > 0) {
            said << tr("Files of messages that were gone from this computer then: %1. Bring them back from an older "
                       "copy, if one has them.")
                        .arg(last.lacks);
        }
    } else if (!m_state->unusable) {
        // A folder that is away may be full of copies.
        said << tr("There is no copy yet.");
    }
    return said.join(QLatin1Char('\n'));
}

void BackupPage::say(const QString& text, bool isTrouble)
{
    m_said->setText(text);
    m_said->setVisible(!text.isEmpty());
    setKind(*m_said, isTrouble ? QStringLiteral("trouble") : QStringLiteral("muted"));
}

void BackupPage::refresh()
{
    const bool can = m_state.has_value();
    for (QWidget* widget :
         std::initializer_list<QWidget*>{m_make, m_planHeading, m_folderLabel, m_folder, m_choose, m_daily, m_at,
                                         m_keepLabel, m_keep, m_save, m_next, m_copiesHeading, m_copies, m_secret}) {
        widget->setVisible(can);
    }
    const bool mayChange = can && m_state->canChange;
    for (QWidget* widget : std::initializer_list<QWidget*>{m_folder, m_choose, m_daily, m_keep}) {
        widget->setEnabled(mayChange);
    }
    m_at->setEnabled(mayChange && m_daily->isChecked());
    m_save->setEnabled(hasUnsaved());
    m_make->setEnabled(can && !m_isMaking && !m_state->plan.folder.isEmpty());
    const auto progress = m_isMaking ? m_context.desk.backups().progress() : std::nullopt;
    m_progress->setText(progress ? backupwords::progress(*progress) : QString());
    m_progress->setVisible(m_isMaking);
}

void BackupPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    read();
}

void BackupPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void BackupPage::retranslate()
{
    m_title->setFont(m_context.theme.title());
    m_title->setText(tr("Backup"));
    m_intro->setText(
        tr("A copy of the database, of the files of messages and of the settings, made while Delpek runs and "
           "checked before it counts. What was erased since stays in older copies until they go."));
    m_make->setText(tr("Back up now"));
    m_planHeading->setText(tr("When and where"));
    m_folderLabel->setText(tr("&Folder, on another disk"));
    m_choose->setText(tr("Choose…"));
    m_daily->setText(tr("Every day &at"));
    m_at->setAccessibleName(tr("Time of day of the backup"));
    m_keepLabel->setText(tr("&Copies that are kept"));
    m_save->setText(tr("Save"));
    m_copiesHeading->setText(tr("Copies"));
    for (QLabel* heading : {m_planHeading, m_copiesHeading, m_headline}) {
        heading->setFont(m_context.theme.strong());
    }
    m_copies->setHeaderLabels({tr("Made"), tr("Size"), tr("Files"), tr("Where")});
    m_copies->setAccessibleName(tr("Copies"));
    m_secret->setFont(m_context.theme.small());
    m_secret->setText(
        tr("Keys and passwords are not in the copy. Keep the secret %1 with the clinic's passwords, on paper or in a "
           "password manager: without it the files of messages in a copy cannot be read. The guide says how to see it "
           "and how to bring a copy back.")
            .arg(domain::isolate(QStringLiteral("media.key"))));
    m_copies->clear();
    if (m_state) {
        const bool isTrouble = desk::needsLook(*m_state, m_context.desk.now());
        m_headline->setText(headline());
        setKind(*m_headline, isTrouble ? QStringLiteral("trouble") : QString());
        m_next->setText(
            m_state->next ? tr("The next one is made %1.").arg(backupwords::moment(*m_state->next))
            : m_state->canChange
                ? tr("None is made by itself.")
                : tr("These settings are given from outside of the configuration file, and changed there."));
        for (const auto& copy : m_state->copies) {
            new QTreeWidgetItem(m_copies, {backupwords::moment(copy.madeAt), backupwords::size(copy.bytes),
                                           domain::isolate(QString::number(copy.files)), domain::isolate(copy.path)});
        }
    } else {
        m_headline->setText(m_unable ? words::sentence(*m_unable) : QString());
        setKind(*m_headline, QString());
    }
    refresh();
}

} // namespace delpek::ui
