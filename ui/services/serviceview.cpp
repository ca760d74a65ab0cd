// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/serviceview.h"

#include "desk/desk.h"
#include "domain/isolate.h"
#include "ui/call.h"
#include "ui/escalations/cardlabel.h"
#include "ui/rights.h"
#include "ui/services/serviceform.h"
#include "ui/services/servicetext.h"
#include "ui/services/servicetextfield.h"
#include "ui/services/servicewords.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>

namespace delpek::ui
{

namespace
{

constexpr auto serviceTrialDelay = std::chrono::milliseconds(150);

} // namespace

ServiceView::ServiceView(const Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_mayChange(mayDo(context, domain::Right::ManageClinic))
    , m_intro(new QLabel(this))
    , m_demo(new QLabel(this))
    , m_tryLabel(new QLabel(this))
    , m_try(new QLineEdit(this))
    , m_isKnown(new QCheckBox(this))
    , m_taken(new QLabel(this))
    , m_folderBar(new QFrame(this))
    , m_folderHint(new QLabel(m_folderBar))
    , m_folder(new QLineEdit(m_folderBar))
    , m_useFolder(new QPushButton(m_folderBar))
    , m_trouble(troubleLabel(this))
    , m_list(new QListWidget(this))
    , m_text(new QLabel(this))
    , m_add(new QPushButton(this))
    , m_change(new QPushButton(this))
    , m_turn(new QPushButton(this))
    , m_remove(new QPushButton(this))
{
    build();
    m_typing.setSingleShot(true);
    connect(m_try, &QLineEdit::textChanged, this, [this] { m_typing.start(serviceTrialDelay); });
    connect(m_isKnown, &QCheckBox::toggled, this, &ServiceView::tryOut);
    connect(&m_typing, &QTimer::timeout, this, &ServiceView::tryOut);
    connect(m_list, &QListWidget::currentRowChanged, this, &ServiceView::showEntry);
    connect(m_useFolder, &QPushButton::clicked, this, &ServiceView::chooseFolder);
    connect(m_add, &QPushButton::clicked, this, [this] { edit({}); });
    connect(m_change, &QPushButton::clicked, this, [this] {
        if (const auto* entry = current()) {
            edit(*entry);
        }
    });
    connect(m_turn, &QPushButton::clicked, this, &ServiceView::turn);
    connect(m_remove, &QPushButton::clicked, this, &ServiceView::remove);
    connect(&context.theme, &Theme::changed, this, &ServiceView::retranslate);
    retranslate();
}

void ServiceView::build()
{
    m_try->setObjectName(QStringLiteral("serviceTrial"));
    m_isKnown->setObjectName(QStringLiteral("serviceTrialKnown"));
    m_isKnown->setChecked(true);
    m_taken->setObjectName(QStringLiteral("serviceTaken"));
    m_folderBar->setObjectName(QStringLiteral("card"));
    m_folder->setObjectName(QStringLiteral("serviceFolder"));
    m_folder->setLayoutDirection(Qt::LeftToRight);
    m_useFolder->setObjectName(QStringLiteral("useServiceFolder"));
    m_list->setObjectName(QStringLiteral("serviceList"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setWordWrap(true);
    m_text->setObjectName(QStringLiteral("serviceText"));
    m_add->setObjectName(QStringLiteral("addService"));
    m_change->setObjectName(QStringLiteral("changeService"));
    m_turn->setObjectName(QStringLiteral("turnService"));
    m_remove->setObjectName(QStringLiteral("removeService"));
    m_demo->setObjectName(QStringLiteral("servicesOfDemo"));
    m_tryLabel->setBuddy(m_try);
    m_try->setMaxLength(400);
    m_text->setTextFormat(Qt::RichText);
    m_text->setAlignment(Qt::AlignTop);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setContentsMargins(3 * space, 0, 3 * space, 0);
    for (QLabel* label : {m_intro, m_demo, m_taken, m_folderHint, m_text}) {
        label->setWordWrap(true);
    }
    for (QLabel* label : {m_intro, m_folderHint}) {
        label->setProperty("kind", QStringLiteral("muted"));
    }

    auto* tried = new QHBoxLayout;
    tried->setSpacing(3 * space);
    tried->addWidget(m_try, 1);
    tried->addWidget(m_isKnown);
    auto* path = new QHBoxLayout;
    path->setSpacing(2 * space);
    path->addWidget(m_folder, 1);
    path->addWidget(m_useFolder);
    auto* bar = new QVBoxLayout(m_folderBar);
    bar->setContentsMargins(3 * space, 2 * space, 3 * space, 2 * space);
    bar->addWidget(m_folderHint);
    bar->addLayout(path);
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_text);
    auto* acts = new QHBoxLayout;
    acts->setSpacing(2 * space);
    for (QPushButton* button : {m_change, m_turn, m_remove}) {
        acts->addWidget(button);
    }
    acts->addStretch(1);
    auto* left = new QVBoxLayout;
    left->setSpacing(2 * space);
    left->addWidget(m_list, 1);
    left->addWidget(m_add);
    auto* right = new QVBoxLayout;
    right->setSpacing(2 * space);
    right->addWidget(scroll, 1);
    right->addLayout(acts);
    auto* both = new QHBoxLayout;
    both->setSpacing(3 * space);
    both->addLayout(left, 2);
    both->addLayout(right, 3);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 3 * space, 0, 0);
    column->setSpacing(3 * space);
    column->addWidget(m_intro);
    column->addWidget(m_demo);
    column->addWidget(m_tryLabel);
    column->addLayout(tried);
    column->addWidget(m_taken);
    column->addWidget(m_folderBar);
    column->addWidget(m_trouble);
    column->addLayout(both, 1);
}

void ServiceView::read()
{
    whenDone(m_context.desk.serviceRoom().state(), this, [this](const Result<desk::ServiceState>& state) {
        m_failure = state ? std::nullopt : std::optional(state.error());
        if (state) {
            m_state = *state;
        }
        retranslate();
        tryOut();
        Q_EMIT told();
    });
}

bool ServiceView::waitsForStart() const
{
    return !m_failure && std::ranges::any_of(m_state.services, &desk::ServiceEntry::isWaiting);
}

void ServiceView::fill()
{
    const auto* shown = current();
    const QString before = shown == nullptr ? QString() : shown->draft.id;
    const int row = std::max(0, m_list->currentRow());
    {
        const QSignalBlocker blocker(m_list);
        m_list->clear();
        for (const auto& entry : m_state.services) {
            auto* item = new QListWidgetItem(
                QStringLiteral("%1\n%2").arg(servicewords::name(entry), servicewords::state(entry)), m_list);
            item->setData(Qt::UserRole, entry.draft.id);
            item->setData(Qt::AccessibleTextRole,
                          tr("%1: %2").arg(servicewords::name(entry), servicewords::state(entry)));
            if (entry.draft.id == before) {
                m_list->setCurrentItem(item);
            }
        }
        if (m_list->currentItem() == nullptr && m_list->count() > 0) {
            m_list->setCurrentRow(std::min(row, m_list->count() - 1));
        }
    }
    showEntry();
}

const desk::ServiceEntry* ServiceView::current() const
{
    const auto* item = m_list->currentItem();
    const QString id = item == nullptr ? QString() : item->data(Qt::UserRole).toString();
    const auto found =
        std::ranges::find(m_state.services, id, [](const desk::ServiceEntry& entry) { return entry.draft.id; });
    return found == m_state.services.end() ? nullptr : &*found;
}

void ServiceView::showEntry()
{
    const auto* entry = current();
    const bool canWrite = m_mayChange && !m_failure && !m_state.folder.isEmpty();
    m_text->setText(entry == nullptr ? QString()
                                     : serviceHtml(*entry, layoutDirection() == Qt::RightToLeft,
                                                   domain::toLocal(m_context.desk.now(), m_context.desk.zone())));
    m_change->setEnabled(canWrite && entry != nullptr && !entry->draft.name.he.isEmpty());
    m_turn->setEnabled(canWrite && entry != nullptr);
    m_turn->setText(entry != nullptr && entry->isOff ? tr("Switch on") : tr("Switch off"));
    m_remove->setVisible(m_mayChange && entry != nullptr && entry->isOwn);
    m_remove->setEnabled(canWrite);
    m_remove->setText(entry != nullptr && entry->isShipped ? tr("Back to how it came…") : tr("Remove…"));
    m_add->setEnabled(canWrite);
}

void ServiceView::edit(const desk::ServiceEntry& entry)
{
    QStringList taken;
    for (const auto& one : m_state.services) {
        taken << one.draft.id;
    }
    auto* form = new ServiceForm(m_context, entry, taken, window());
    connect(form, &ServiceForm::kept, this, &ServiceView::read);
    form->open();
}

void ServiceView::tell(const Result<Done>& done)
{
    m_trouble->setVisible(!done);
    if (!done) {
        m_trouble->setText(words::sentence(done.error()));
    }
    read();
}

void ServiceView::turn()
{
    if (const auto* entry = current()) {
        whenDone(m_context.desk.serviceRoom().turn(entry->draft.id, entry->isOff, entry->stamp), this,
                 [this](const auto& done) { tell(done); });
    }
}

void ServiceView::remove()
{
    const auto* entry = current();
    if (entry == nullptr) {
        return;
    }
    const QString what =
        entry->isShipped
            ? tr("The clinic's file of \"%1\" is removed. From the next start on the service is as it came with "
                 "Delpek.")
            : tr("The clinic's file of \"%1\" is removed. From the next start on there is no such service.");
    auto* question =
        new QMessageBox(QMessageBox::NoIcon, tr("Remove a file"), what.arg(servicewords::name(*entry)), {}, window());
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setObjectName(QStringLiteral("removeServiceQuestion"));
    auto* yes = question->addButton(tr("Remove"), QMessageBox::AcceptRole);
    question->addButton(tr("Keep"), QMessageBox::RejectRole);
    connect(question, &QMessageBox::buttonClicked, this,
            [this, yes, id = entry->draft.id, stamp = entry->stamp](QAbstractButton* clicked) {
                if (clicked == yes) {
                    whenDone(m_context.desk.serviceRoom().remove(id, stamp), this,
                             [this](const auto& done) { tell(done); });
                }
            });
    question->open();
}

void ServiceView::chooseFolder()
{
    whenDone(m_context.desk.serviceRoom().chooseFolder(m_folder->text()), this,
             [this](const auto& done) { tell(done); });
}

void ServiceView::tryOut()
{
    const QString text = m_try->text().trimmed();
    const int asked = ++m_asked;
    if (text.isEmpty()) {
        m_taken->setText(tr("Nothing that is typed here is kept or sent."));
        return;
    }
    whenDone(m_context.desk.serviceRoom().tryOut(text, m_isKnown->isChecked()), this, [this, asked](const auto& trial) {
        if (asked != m_asked) {
            return;
        }
        if (!trial || trial->service.isEmpty()) {
            m_taken->setText(trial ? tr("The agent answers.") : words::sentence(trial.error()));
            return;
        }
        const auto found = std::ranges::find(m_state.services, trial->service,
                                             [](const desk::ServiceEntry& entry) { return entry.draft.id; });
        m_taken->setText(
            tr("The service \"%1\" takes it, by \"%2\".")
                .arg(found == m_state.services.end() ? domain::isolate(trial->service) : servicewords::name(*found),
                     domain::isolate(trial->keyword)));
    });
}

void ServiceView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        tryOut();
    }
    QWidget::changeEvent(event);
}

void ServiceView::retranslate()
{
    m_intro->setFont(m_context.theme.small());
    m_intro->setText(
        m_failure ? words::sentence(*m_failure)
                  : tr("A message that asks for one of these is routed to it; all others are the agent's. Emergencies "
                       "come before everything. What is changed here holds from the next start of Delpek on."));
    m_demo->setText(tr("What runs now is the demo clinic, with the services that come with Delpek."));
    m_demo->setVisible(m_state.isDemo);
    m_tryLabel->setText(tr("Try a sentence"));
    m_try->setPlaceholderText(tr("As a patient would write it"));
    m_isKnown->setText(tr("The patient is in the records"));
    m_folderHint->setFont(m_context.theme.small());
    m_folderHint->setText(tr("Changes are kept in a folder of the clinic, a file for each service. None was chosen "
                             "yet. Delpek makes it, writes it into its settings, and reads it at each start."));
    m_folderBar->setVisible(m_mayChange && !m_failure && m_state.folder.isEmpty() && m_state.canChooseFolder);
    if (m_folder->text().isEmpty()) {
        m_folder->setText(m_state.proposed);
    }
    m_folder->setAccessibleName(tr("Folder of the clinic's services"));
    m_useFolder->setText(tr("Use this folder"));
    m_list->setAccessibleName(tr("Services"));
    m_add->setText(tr("New service…"));
    m_change->setText(tr("Change…"));
    for (QPushButton* button : {m_add, m_change, m_turn, m_remove}) {
        button->setVisible(m_mayChange && !m_failure);
    }
    for (QWidget* part :
         {static_cast<QWidget*>(m_tryLabel), static_cast<QWidget*>(m_try), static_cast<QWidget*>(m_isKnown),
          static_cast<QWidget*>(m_taken), static_cast<QWidget*>(m_list)}) {
        part->setVisible(!m_failure);
    }
    fill();
}

} // namespace delpek::ui
