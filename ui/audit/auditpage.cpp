// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/auditpage.h"

#include "desk/desk.h"
#include "domain/isolate.h"
#include "domain/localtime.h"
#include "ui/audit/auditmodel.h"
#include "ui/audit/auditwords.h"
#include "ui/audit/chainline.h"
#include "ui/call.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStandardPaths>
#include <QStyle>
#include <QTableView>
#include <QVBoxLayout>

namespace delpek::ui
{

AuditPage::AuditPage(const Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new AuditModel(context, this))
    , m_chain(new ChainLine(context, this))
    , m_title(new QLabel(this))
    , m_who(new QComboBox(this))
    , m_kind(new QComboBox(this))
    , m_days(new QComboBox(this))
    , m_first(new QDateEdit(this))
    , m_last(new QDateEdit(this))
    , m_only(new QPushButton(this))
    , m_again(new QPushButton(this))
    , m_export(new QPushButton(this))
    , m_notice(new QLabel(this))
    , m_table(new QTableView(this))
    , m_state(new QLabel(this))
    , m_open(new QPushButton(this))
    , m_allOfIt(new QPushButton(this))
    , m_entry(new QLabel(this))
{
    build();
    m_first->hide();
    m_last->hide();
    m_who->addItem({}, QString());
    for (const auto kind : auditwords::kinds) {
        m_kind->addItem({}, int(kind));
    }
    for (const auto days : {Days::All, Days::Today, Days::Week, Days::Month, Days::Own}) {
        m_days->addItem({}, int(days));
    }
    for (QComboBox* box : {m_who, m_kind, m_days}) {
        connect(box, &QComboBox::activated, this, &AuditPage::read);
    }
    for (QDateEdit* edit : {m_first, m_last}) {
        edit->setDate(today());
        connect(edit, &QDateEdit::dateChanged, this, &AuditPage::read);
    }
    connect(m_only, &QPushButton::clicked, this, [this] { showOnly({}); });
    connect(m_again, &QPushButton::clicked, this, [this] {
        readActors();
        read();
    });
    connect(m_export, &QPushButton::clicked, this, &AuditPage::chooseFile);
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT openWanted(currentConversation()); });
    connect(m_allOfIt, &QPushButton::clicked, this, [this] { showOnly(currentConversation()); });
    connect(m_table, &QTableView::activated, m_open, &QPushButton::click);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AuditPage::refresh);
    connect(m_model, &AuditModel::stateChanged, this, &AuditPage::refresh);
    connect(&context.theme, &Theme::changed, this, &AuditPage::retranslate);
    retranslate();
}

void AuditPage::build()
{
    m_who->setObjectName(QStringLiteral("auditWho"));
    m_kind->setObjectName(QStringLiteral("auditKind"));
    m_days->setObjectName(QStringLiteral("auditDays"));
    m_first->setObjectName(QStringLiteral("auditFirst"));
    m_last->setObjectName(QStringLiteral("auditLast"));
    m_only->setObjectName(QStringLiteral("auditOnly"));
    m_again->setObjectName(QStringLiteral("auditAgain"));
    m_export->setObjectName(QStringLiteral("exportAudit"));
    m_notice->setObjectName(QStringLiteral("auditNotice"));
    m_table->setObjectName(QStringLiteral("auditTable"));
    m_state->setObjectName(QStringLiteral("auditState"));
    m_open->setObjectName(QStringLiteral("openFromAudit"));
    m_allOfIt->setObjectName(QStringLiteral("allOfConversation"));
    m_entry->setObjectName(QStringLiteral("auditEntry"));
    m_only->setProperty("kind", QStringLiteral("chip"));
    m_only->setCheckable(true);
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setWordWrap(true);
    m_notice->hide();
    m_entry->setTextFormat(Qt::PlainText);
    m_entry->setWordWrap(true);
    m_entry->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (QLabel* label : {m_state, m_entry}) {
        label->setProperty("kind", QStringLiteral("muted"));
    }
    for (QDateEdit* edit : {m_first, m_last}) {
        edit->setCalendarPopup(true);
        edit->setMinimumWidth(120);
        // Before the format, which is turned round in a mirrored field: a date is written like this in both languages.
        edit->setLayoutDirection(Qt::LeftToRight);
        edit->setDisplayFormat(QStringLiteral("dd.MM.yyyy"));
    }
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

    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_again);
    head->addWidget(m_export);
    auto* filters = new QHBoxLayout;
    filters->setSpacing(2 * space);
    for (QWidget* field : std::initializer_list<QWidget*>{m_who, m_kind, m_days, m_first, m_last, m_only}) {
        filters->addWidget(field);
    }
    filters->addStretch(1);
    auto* acts = new QHBoxLayout;
    acts->setSpacing(2 * space);
    acts->addWidget(m_open);
    acts->addWidget(m_allOfIt);
    acts->addWidget(m_entry, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6 * space, 5 * space, 6 * space, 4 * space);
    column->setSpacing(3 * space);
    column->addLayout(head);
    column->addWidget(m_chain);
    column->addWidget(m_notice);
    column->addLayout(filters);
    column->addWidget(m_table, 1);
    column->addWidget(m_state);
    column->addLayout(acts);
}

QDate AuditPage::today() const
{
    return domain::toLocal(m_context.desk.now(), m_context.desk.zone()).date;
}

domain::AuditFilter AuditPage::filter() const
{
    domain::AuditFilter wanted;
    wanted.actor = m_who->currentData().toString();
    wanted.actions = auditwords::actionsOf(auditwords::Kind(m_kind->currentData().toInt()));
    wanted.conversation = m_conversation;
    const auto days = Days(m_days->currentData().toInt());
    if (days == Days::All) {
        return wanted;
    }
    QDate first = days == Days::Week ? today().addDays(-6) : days == Days::Month ? today().addDays(-29) : today();
    QDate last = today();
    if (days == Days::Own) {
        std::tie(first, last) = std::minmax({m_first->date(), m_last->date()});
    }
    const QTimeZone zone = m_context.desk.zone();
    wanted.from = domain::toInstant({first, QTime(0, 0)}, zone);
    wanted.to = domain::toInstant({last.addDays(1), QTime(0, 0)}, zone);
    return wanted;
}

void AuditPage::read()
{
    const bool isOwn = Days(m_days->currentData().toInt()) == Days::Own;
    m_first->setVisible(isOwn);
    m_last->setVisible(isOwn);
    m_notice->hide();
    m_model->read(filter());
}

void AuditPage::readActors()
{
    whenDone(m_context.desk.auditRoom().actors(), this, [this](const auto& actors) {
        // The table beside it tells what does not work.
        if (!actors) {
            return;
        }
        const QVariant before = m_who->currentData();
        while (m_who->count() > 1) {
            m_who->removeItem(1);
        }
        for (const QString& name : *actors) {
            m_who->addItem(auditwords::actor(name), name);
        }
        m_who->setCurrentIndex(std::max(0, m_who->findData(before)));
    });
}

void AuditPage::showOnly(domain::ConversationId id)
{
    m_conversation = id;
    read();
}

domain::ConversationId AuditPage::currentConversation() const
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid()) {
        return {};
    }
    const auto& about = m_model->row(current.row()).conversation;
    return about ? about->id : domain::ConversationId{};
}

void AuditPage::chooseFile()
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    const QString path = folder.filePath(QStringLiteral("delpek-audit-%1.jsonl").arg(today().toString(Qt::ISODate)));
    auto* dialog = new QFileDialog(this, tr("Save the audit log"), path, tr("JSON lines (*.jsonl)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(path);
    connect(dialog, &QFileDialog::fileSelected, this, &AuditPage::saveTo);
    dialog->open();
}

void AuditPage::saveTo(const QString& path)
{
    m_export->setEnabled(false);
    const QString place = domain::isolate(QDir::toNativeSeparators(path));
    whenDone(m_context.desk.auditRoom().exportTo(path), this, [this, place](const auto& written) {
        m_export->setEnabled(true);
        if (!written) {
            return say(tr("Not saved: %1").arg(words::sentence(written.error())), true);
        }
        say(tr("Saved with %1 entries: %2").arg(domain::isolate(QLocale().toString(*written)), place), false);
    });
}

void AuditPage::say(const QString& text, bool isTrouble)
{
    m_notice->setProperty("kind", isTrouble ? QStringLiteral("warn") : QStringLiteral("muted"));
    m_notice->setText(text);
    m_notice->style()->polish(m_notice);
    m_notice->show();
}

void AuditPage::refresh()
{
    const QModelIndex current = m_table->currentIndex();
    const bool hasConversation = currentConversation().isValid();
    m_open->setEnabled(hasConversation);
    m_allOfIt->setEnabled(hasConversation);
    m_only->setVisible(m_conversation.isValid());
    m_only->setChecked(true);
    m_state->setText(m_model->isReading()         ? tr("Looking…")
                     : m_model->hasFailed()       ? tr("The log could not be read.")
                     : m_model->rowCount({}) == 0 ? tr("No entry is like this.")
                                                  : QString());
    m_state->setVisible(!m_state->text().isEmpty());
    if (current.isValid()) {
        const auto& entry = m_model->row(current.row()).entry;
        m_entry->setText(
            tr("Entry %1 · %2 · sealed with %3")
                .arg(domain::isolate(QString::number(entry.number)),
                     domain::isolate(
                         QStringList{entry.action, entry.subject, entry.detail}.join(QLatin1Char(' ')).trimmed()),
                     domain::isolate(entry.hash.left(12))));
    } else {
        m_entry->setText(tr("Choose an entry to see all of it."));
    }
}

void AuditPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    readActors();
    if (!std::exchange(m_wasShown, true)) {
        m_chain->check();
        read();
    }
}

void AuditPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void AuditPage::retranslate()
{
    m_title->setFont(m_context.theme.title());
    m_title->setText(tr("Audit log"));
    m_again->setText(tr("Read again"));
    m_export->setText(tr("Save as a file…"));
    m_who->setItemText(0, tr("Everybody"));
    for (int index = 1; index < m_who->count(); ++index) {
        m_who->setItemText(index, auditwords::actor(m_who->itemData(index).toString()));
    }
    for (int index = 0; index < m_kind->count(); ++index) {
        m_kind->setItemText(index, auditwords::kind(auditwords::Kind(m_kind->itemData(index).toInt())));
    }
    const QString days[] = {tr("All days"), tr("Today"), tr("7 days"), tr("30 days"), tr("Other days")};
    for (int index = 0; index < m_days->count(); ++index) {
        m_days->setItemText(index, days[index]);
    }
    m_who->setAccessibleName(tr("Who"));
    m_kind->setAccessibleName(tr("What"));
    m_days->setAccessibleName(tr("Days"));
    m_first->setAccessibleName(tr("First day"));
    m_last->setAccessibleName(tr("Last day"));
    m_only->setText(tr("One conversation only ✕"));
    m_only->setAccessibleName(tr("One conversation only: show all again"));
    m_open->setText(tr("Open the conversation"));
    m_allOfIt->setText(tr("All about this conversation"));
    m_table->setAccessibleName(tr("Audit log"));
    m_table->setFont(m_context.theme.small());
    m_table->horizontalHeader()->setFont(m_context.theme.small());
    m_table->horizontalHeader()->setDefaultAlignment(leading(*this));
    const QFontMetrics metrics(m_context.theme.small());
    m_table->verticalHeader()->setDefaultSectionSize(metrics.height() + 3 * space);
    m_table->setColumnWidth(AuditModel::When, metrics.horizontalAdvance(QStringLiteral("00.00.0000 00:00:00")) + 28);
    m_table->setColumnWidth(AuditModel::Who, 130);
    m_table->setColumnWidth(AuditModel::What, 260);
    m_table->setColumnWidth(AuditModel::About, 220);
    m_entry->setFont(m_context.theme.small());
    m_notice->setFont(m_context.theme.small());
    m_model->retranslate();
    refresh();
}

} // namespace delpek::ui
