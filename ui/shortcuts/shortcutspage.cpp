// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shortcuts/shortcutspage.h"

#include "domain/isolate.h"
#include "ui/shortcuts/keyfield.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace delpek::ui
{

namespace
{

enum ShortcutColumn { CommandColumn, KeysColumn, StandardColumn, ShortcutColumns };

struct ShortcutGroup {
    const char* prefix;
    const char* name;
};

constexpr ShortcutGroup shortcutGroups[] = {
    {"conversation.", QT_TRANSLATE_NOOP("delpek::ui::ShortcutsPage", "The conversation")},
    {"message.", QT_TRANSLATE_NOOP("delpek::ui::ShortcutsPage", "Writing")},
    {"search.", QT_TRANSLATE_NOOP("delpek::ui::ShortcutsPage", "Searching")},
    {"escalation.", QT_TRANSLATE_NOOP("delpek::ui::ShortcutsPage", "Escalations")},
    {"shift.", QT_TRANSLATE_NOOP("delpek::ui::ShortcutsPage", "Shifts")},
    {"page.", QT_TRANSLATE_NOOP("delpek::ui::ShortcutsPage", "Going somewhere")},
    {"window.", QT_TRANSLATE_NOOP("delpek::ui::ShortcutsPage", "This window")}};

QString nativeKeys(const QKeySequence& keys)
{
    return keys.isEmpty() ? QString() : domain::isolate(keys.toString(QKeySequence::NativeText));
}

} // namespace

ShortcutsPage::ShortcutsPage(const Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_title(new QLabel(this))
    , m_list(new QTreeWidget(this))
    , m_label(new QLabel(this))
    , m_field(new KeyField(this))
    , m_none(new QPushButton(this))
    , m_reset(new QPushButton(this))
    , m_resetAll(new QPushButton(this))
    , m_hint(new QLabel(this))
    , m_trouble(new QLabel(this))
{
    build();
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this] {
        m_refusal.reset();
        refresh();
    });
    const auto toField = [this] {
        if (current() != nullptr) {
            m_field->setFocus(Qt::OtherFocusReason);
        }
    };
    connect(m_list, &QTreeWidget::itemActivated, this, toField);
    connect(m_field, &KeyField::pressed, this, &ShortcutsPage::choose);
    connect(m_field, &KeyField::leaveWanted, this, [this] {
        m_refusal.reset();
        refresh();
        m_list->setFocus(Qt::OtherFocusReason);
    });
    connect(m_none, &QPushButton::clicked, this, [this] { choose({}); });
    connect(m_reset, &QPushButton::clicked, this, [this] { choose(current()->standard); });
    connect(m_resetAll, &QPushButton::clicked, this, &ShortcutsPage::askToResetAll);
    connect(&context.theme, &Theme::changed, this, &ShortcutsPage::retranslate);
    retranslate();
    m_list->setCurrentItem(m_list->topLevelItem(0)->child(0));
}

void ShortcutsPage::build()
{
    m_list->setObjectName(QStringLiteral("shortcutList"));
    m_field->setObjectName(QStringLiteral("shortcutKeys"));
    m_none->setObjectName(QStringLiteral("noShortcut"));
    m_reset->setObjectName(QStringLiteral("resetShortcut"));
    m_resetAll->setObjectName(QStringLiteral("resetShortcuts"));
    m_trouble->setObjectName(QStringLiteral("formTrouble"));
    m_hint->setProperty("kind", QStringLiteral("muted"));
    m_hint->setWordWrap(true);
    m_trouble->setWordWrap(true);
    m_label->setBuddy(m_field);
    m_label->setWordWrap(true);
    m_field->setFixedWidth(170);
    m_list->setColumnCount(ShortcutColumns);
    m_list->setRootIsDecorated(false);
    m_list->setItemsExpandable(false);
    m_list->setUniformRowHeights(true);
    m_list->setIndentation(14);
    m_list->header()->setStretchLastSection(true);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    for (const auto& group : shortcutGroups) {
        auto* head = new QTreeWidgetItem(m_list);
        head->setFlags(Qt::ItemIsEnabled);
        head->setFirstColumnSpanned(true);
        for (const Command& command : m_context.shortcuts.commands()) {
            if (command.id.startsWith(QLatin1String(group.prefix))) {
                (new QTreeWidgetItem(head))->setData(CommandColumn, Qt::UserRole, QString(command.id));
            }
        }
    }
    m_list->expandAll();
    auto* keys = new QHBoxLayout;
    keys->setSpacing(8);
    keys->addWidget(m_field);
    keys->addWidget(m_none);
    keys->addWidget(m_reset);
    keys->addStretch(1);
    keys->addWidget(m_resetAll);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(14);
    column->addWidget(m_title);
    column->addWidget(m_list, 1);
    auto* change = new QVBoxLayout;
    change->setSpacing(6);
    change->addWidget(m_label);
    change->addLayout(keys);
    column->addLayout(change);
    column->addWidget(m_trouble);
    column->addWidget(m_hint);
}

void ShortcutsPage::select(const char* id)
{
    for (int group = 0; group < m_list->topLevelItemCount(); ++group) {
        for (int row = 0; row < m_list->topLevelItem(group)->childCount(); ++row) {
            auto* item = m_list->topLevelItem(group)->child(row);
            if (item->data(CommandColumn, Qt::UserRole).toString() == QLatin1String(id)) {
                m_list->setCurrentItem(item);
            }
        }
    }
}

const Command* ShortcutsPage::commandOf(const QTreeWidgetItem* item) const
{
    return item == nullptr
               ? nullptr
               : m_context.shortcuts.find(item->data(CommandColumn, Qt::UserRole).toString().toLatin1().constData());
}

const Command* ShortcutsPage::current() const
{
    return commandOf(m_list->currentItem());
}

void ShortcutsPage::choose(const QKeySequence& keys)
{
    if (const Command* command = current()) {
        m_refusal = m_context.shortcuts.choose(*command, keys);
        m_refused = keys;
        refresh();
    }
}

void ShortcutsPage::askToResetAll()
{
    auto* box = new QMessageBox(QMessageBox::Question, tr("All keys as they were"),
                                tr("Every command gets its standard keys back. What you chose is forgotten."),
                                QMessageBox::NoButton, window());
    box->setAttribute(Qt::WA_DeleteOnClose);
    auto* reset = box->addButton(tr("Reset all"), QMessageBox::AcceptRole);
    auto* keep = box->addButton(tr("Keep mine"), QMessageBox::RejectRole);
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    connect(reset, &QAbstractButton::clicked, this, [this] {
        m_refusal.reset();
        m_context.shortcuts.resetAll();
        refresh();
    });
    box->open();
}

QString ShortcutsPage::refusal() const
{
    const QString keys = nativeKeys(m_refused);
    if (m_refusal->taken != nullptr) {
        return tr("%1 is already used for “%2”. Give that command other keys first.")
            .arg(keys, m_refusal->taken->action->text());
    }
    switch (m_refusal->fault) {
    case KeyFault::None:
    case KeyFault::Several:
        break;
    case KeyFault::Bare:
        return tr("%1 alone would be typed into a message. Hold Ctrl with it, or choose a function key.").arg(keys);
    case KeyFault::Editing:
        return tr("%1 belongs to writing: to copy, to undo or to move in a text.").arg(keys);
    case KeyFault::Alt:
        return tr("Alt with a letter or a digit is kept for fields of forms and for ready answers.");
    case KeyFault::System:
        return tr("%1 belongs to the computer or to the window itself.").arg(keys);
    case KeyFault::Layout:
        return tr("This letter is not on every keyboard. Switch the keyboard to English and press again.");
    }
    return {};
}

void ShortcutsPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void ShortcutsPage::retranslate()
{
    m_title->setFont(m_context.theme.title());
    m_title->setText(tr("Keyboard shortcuts"));
    m_list->setAccessibleName(tr("Keyboard shortcuts"));
    m_list->setHeaderLabels({tr("Command"), tr("Keys"), tr("Standard keys")});
    m_none->setText(tr("No keys"));
    m_reset->setText(tr("Standard keys"));
    m_resetAll->setText(tr("Reset all…"));
    m_field->setPlaceholderText(tr("No keys"));
    m_hint->setFont(m_context.theme.small());
    m_hint->setText(tr("Choose a command, press Enter, then press its new keys. They are kept on this computer."));
    for (int group = 0; group < m_list->topLevelItemCount(); ++group) {
        auto* head = m_list->topLevelItem(group);
        head->setText(CommandColumn, tr(shortcutGroups[group].name));
        head->setFont(CommandColumn, m_context.theme.strong());
    }
    refresh();
}

void ShortcutsPage::refresh()
{
    const QColor muted = m_context.theme.colours().muted;
    for (int group = 0; group < m_list->topLevelItemCount(); ++group) {
        for (int row = 0; row < m_list->topLevelItem(group)->childCount(); ++row) {
            auto* item = m_list->topLevelItem(group)->child(row);
            const Command& command = *commandOf(item);
            const QString keys = nativeKeys(command.action->shortcut());
            item->setText(CommandColumn, command.action->text());
            item->setText(KeysColumn, keys);
            const bool isStandard = m_context.shortcuts.isStandard(command);
            item->setText(StandardColumn, isStandard                   ? QString()
                                          : command.standard.isEmpty() ? tr("No keys")
                                                                       : nativeKeys(command.standard));
            item->setForeground(StandardColumn, muted);
            item->setFont(KeysColumn, isStandard ? m_context.theme.body() : m_context.theme.strong());
            item->setData(CommandColumn, Qt::AccessibleTextRole,
                          keys.isEmpty() ? tr("%1: no keys").arg(command.action->text())
                                         : tr("%1: %2").arg(command.action->text(), keys));
        }
    }
    const Command* command = current();
    m_label->setText(command == nullptr ? tr("Keys") : tr("Keys for “%1”").arg(command->action->text()));
    m_field->setKeys(command == nullptr ? QKeySequence() : command->action->shortcut());
    m_field->setAccessibleName(m_label->text());
    m_field->setEnabled(command != nullptr);
    m_none->setEnabled(command != nullptr && !command->action->shortcut().isEmpty());
    m_reset->setEnabled(command != nullptr && !m_context.shortcuts.isStandard(*command));
    m_trouble->setVisible(m_refusal.has_value());
    m_trouble->setText(m_refusal ? refusal() : QString());
}

} // namespace delpek::ui
