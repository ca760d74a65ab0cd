// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/staff/staffpage.h"

#include "desk/desk.h"
#include "domain/isolate.h"
#include "ui/call.h"
#include "ui/changefeed.h"
#include "ui/problembar.h"
#include "ui/staff/pinform.h"
#include "ui/staff/staffform.h"
#include "ui/staffwords.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace delpek::ui
{

namespace
{

const auto staffSource = QStringLiteral("staff");
constexpr int lockMinutes[] = {0, 1, 5, 10, 15, 30, 60};

} // namespace

StaffPage::StaffPage(const Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_title(new QLabel(this))
    , m_required(new QCheckBox(this))
    , m_lockLabel(new QLabel(this))
    , m_lock(new QComboBox(this))
    , m_trouble(new QLabel(this))
    , m_list(new QTreeWidget(this))
    , m_add(new QPushButton(this))
    , m_change(new QPushButton(this))
    , m_pin(new QPushButton(this))
    , m_hint(new QLabel(this))
{
    m_required->setObjectName(QStringLiteral("signInRequired"));
    m_lock->setObjectName(QStringLiteral("lockAfter"));
    m_list->setObjectName(QStringLiteral("staffList"));
    m_add->setObjectName(QStringLiteral("addStaff"));
    m_change->setObjectName(QStringLiteral("changeStaff"));
    m_pin->setObjectName(QStringLiteral("staffPin"));
    m_trouble->setObjectName(QStringLiteral("formTrouble"));
    m_trouble->setWordWrap(true);
    m_trouble->hide();
    m_hint->setWordWrap(true);
    m_hint->setProperty("kind", QStringLiteral("muted"));
    m_lockLabel->setBuddy(m_lock);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setColumnCount(4);
    m_list->header()->setStretchLastSection(true);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);

    auto* lock = new QHBoxLayout;
    lock->setSpacing(10);
    lock->addWidget(m_lockLabel);
    lock->addWidget(m_lock);
    lock->addStretch(1);
    auto* acts = new QHBoxLayout;
    acts->setSpacing(8);
    for (QPushButton* button : {m_add, m_change, m_pin}) {
        acts->addWidget(button);
    }
    acts->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(14);
    column->addWidget(m_title);
    column->addWidget(m_required);
    column->addLayout(lock);
    column->addWidget(m_trouble);
    column->addWidget(m_list, 1);
    column->addLayout(acts);
    column->addWidget(m_hint);

    connect(m_required, &QCheckBox::clicked, this, &StaffPage::keepRules);
    connect(m_lock, &QComboBox::activated, this, &StaffPage::keepRules);
    connect(m_add, &QPushButton::clicked, this, [this] { edit({}); });
    connect(m_change, &QPushButton::clicked, this, [this] {
        if (const auto* member = current()) {
            edit(*member);
        }
    });
    connect(m_pin, &QPushButton::clicked, this, &StaffPage::editPin);
    connect(m_list, &QTreeWidget::itemActivated, m_change, &QPushButton::click);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &StaffPage::refresh);
    connect(&context.feed, &ChangeFeed::changed, this, [this](const auto& changes) {
        if (std::ranges::find(changes, domain::Topic::Setting, &domain::Change::topic) != changes.end()) {
            read();
        }
    });
    connect(&context.theme, &Theme::changed, this, &StaffPage::retranslate);
    retranslate();
    read();
}

void StaffPage::read()
{
    whenDone(m_context.desk.staffRoom().all(), this, [this](const auto& staff) {
        if (!staff) {
            m_context.problems.report(staffSource, staff.error(), [this] { read(); });
            return;
        }
        m_context.problems.worked(staffSource);
        m_staff = *staff;
        retranslate();
    });
    whenDone(m_context.desk.staffRoom().rules(), this, [this](const auto& rules) {
        if (rules) {
            showRules(*rules);
        }
    });
}

void StaffPage::showRules(const desk::SignInRules& rules)
{
    m_rules = rules;
    m_required->setChecked(rules.required);
    const int minutes = int(rules.lockAfter / std::chrono::minutes(1));
    if (m_lock->findData(minutes) < 0) {
        m_lock->addItem(tr("%n minutes", nullptr, minutes), minutes);
    }
    m_lock->setCurrentIndex(m_lock->findData(minutes));
    m_lock->setEnabled(rules.required);
}

void StaffPage::keepRules()
{
    const desk::SignInRules wanted{m_required->isChecked(), std::chrono::minutes(m_lock->currentData().toInt())};
    whenDone(m_context.desk.staffRoom().setRules(wanted), this, [this, wanted](const auto& done) {
        m_trouble->setVisible(!done);
        if (!done) {
            m_trouble->setText(words::sentence(done.error()));
        }
        // What was not kept is not shown as if it were.
        showRules(done ? wanted : m_rules);
    });
}

void StaffPage::edit(const domain::StaffMember& member)
{
    auto* form = new StaffForm(m_context, member, window());
    connect(form, &StaffForm::kept, this, &StaffPage::read);
    form->open();
}

void StaffPage::editPin()
{
    if (const auto* member = current()) {
        auto* form = new PinForm(m_context, *member, window());
        connect(form, &PinForm::kept, this, &StaffPage::read);
        form->open();
    }
}

const domain::StaffMember* StaffPage::current() const
{
    const auto* item = m_list->currentItem();
    const auto found = item == nullptr ? m_staff.end()
                                       : std::ranges::find(m_staff, item->data(0, Qt::UserRole).toLongLong(),
                                                           [](const auto& member) { return member.id.value; });
    return found == m_staff.end() ? nullptr : &*found;
}

void StaffPage::refresh()
{
    m_change->setEnabled(current() != nullptr);
    m_pin->setEnabled(current() != nullptr && current()->active);
}

void StaffPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void StaffPage::retranslate()
{
    m_title->setFont(m_context.theme.title());
    m_title->setText(tr("Staff"));
    m_required->setText(tr("Everybody signs in with a PIN"));
    m_lockLabel->setText(tr("A desk that nobody touches locks after"));
    m_add->setText(tr("Add…"));
    m_change->setText(tr("Change…"));
    m_pin->setText(tr("PIN…"));
    m_hint->setFont(m_context.theme.small());
    m_hint->setText(tr("Nobody is deleted: what was done keeps its name. Who leaves is marked as not working here."));
    {
        const QSignalBlocker blocker(m_lock);
        m_lock->clear();
        for (const int minutes : lockMinutes) {
            m_lock->addItem(minutes == 0 ? tr("never") : tr("%n minutes", nullptr, minutes), minutes);
        }
        showRules(m_rules);
    }
    const auto* member = current();
    const domain::StaffId before = member == nullptr ? domain::StaffId{} : member->id;
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    m_list->setHeaderLabels({tr("Name"), tr("Role"), tr("PIN"), tr("Notices by")});
    m_list->clear();
    for (const auto& one : m_staff) {
        QStringList ways;
        if (one.phone) {
            ways << tr("text message");
        }
        if (!one.email.isEmpty()) {
            ways << tr("e-mail");
        }
        if (!one.telegramChat.isEmpty()) {
            ways << tr("Telegram");
        }
        auto* item = new QTreeWidgetItem(
            m_list, {one.name, one.active ? words::role(one.role) : tr("not here any more"),
                     one.hasPin ? tr("set") : tr("none"), ways.isEmpty() ? tr("this window") : ways.join(tr(", "))});
        if (!one.active) {
            for (int column = 0; column < 4; ++column) {
                item->setForeground(column, m_context.theme.colours().muted);
            }
        }
        item->setData(0, Qt::UserRole, one.id.value);
        if (one.id == before) {
            m_list->setCurrentItem(item);
        }
    }
    if (m_list->currentItem() == nullptr && row >= 0 && m_list->topLevelItemCount() > 0) {
        m_list->setCurrentItem(m_list->topLevelItem(std::min(row, m_list->topLevelItemCount() - 1)));
    }
    refresh();
}

} // namespace delpek::ui
