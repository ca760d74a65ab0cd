// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of the quick replies shows.
#include "ui/quickreplies/quickreplydelegate.h"
#include "ui/quickreplies/quickreplyeditor.h"
#include "ui/quickreplies/quickreplymodel.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QTextEdit>
#include <QToolButton>

namespace delpek::ui
{

QuickReplyEditor::QuickReplyEditor(const Context& context, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_model(new QuickReplyModel(this))
    , m_list(new QListView(this))
    , m_add(new QPushButton(this))
    , m_up(new QToolButton(this))
    , m_down(new QToolButton(this))
    , m_remove(new QPushButton(this))
    , m_hebrew(buildWords(domain::Language::Hebrew))
    , m_english(buildWords(domain::Language::English))
    , m_field(new QPushButton(this))
    , m_fields(new QMenu(this))
    , m_explains(new QLabel(this))
    , m_said(new QLabel(this))
    , m_undo(new QPushButton(this))
    , m_discard(new QPushButton(this))
    , m_save(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("quickReplyEditor"));
    build();
    connectParts();
    retranslate();
    refresh();
    read();
}

QuickReplyEditor::Words QuickReplyEditor::buildWords(domain::Language language)
{
    Words words{new QLabel(this), new QLabel(this), new QLineEdit(this), new QLabel(this), new QTextEdit(this)};
    const bool hebrew = language == domain::Language::Hebrew;
    const auto direction = hebrew ? Qt::RightToLeft : Qt::LeftToRight;
    const QString code = base::toText(language);
    words.name->setObjectName(QStringLiteral("replyName-") + code);
    words.name->setMaxLength(domain::maxQuickReplyName);
    words.name->setLayoutDirection(direction);
    words.text->setObjectName(QStringLiteral("replyText-") + code);
    words.text->setAcceptRichText(false);
    words.text->setTabChangesFocus(true);
    words.text->setLayoutDirection(direction);
    QTextOption option = words.text->document()->defaultTextOption();
    option.setTextDirection(direction);
    words.text->document()->setDefaultTextOption(option);
    words.nameLabel->setBuddy(words.name);
    words.textLabel->setBuddy(words.text);
    for (QLabel* label : {words.nameLabel, words.textLabel}) {
        label->setProperty("kind", QStringLiteral("muted"));
    }
    return words;
}

QWidget* QuickReplyEditor::buildForm()
{
    auto* form = new QWidget(this);
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    for (const Words& words : {m_hebrew, m_english}) {
        column->addWidget(words.heading);
        column->addWidget(words.nameLabel);
        column->addWidget(words.name);
        column->addWidget(words.textLabel);
        column->addWidget(words.text, 1);
        column->addSpacing(8);
    }
    auto* fields = new QHBoxLayout;
    fields->setSpacing(10);
    fields->addWidget(m_field);
    fields->addWidget(m_explains, 1);
    column->addLayout(fields);
    return form;
}

void QuickReplyEditor::build()
{
    m_list->setObjectName(QStringLiteral("editedReplies"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new QuickReplyDelegate(m_context, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFixedWidth(230);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_add->setObjectName(QStringLiteral("addReply"));
    m_up->setObjectName(QStringLiteral("replyUp"));
    m_down->setObjectName(QStringLiteral("replyDown"));
    m_remove->setObjectName(QStringLiteral("removeReply"));
    m_field->setObjectName(QStringLiteral("insertField"));
    m_field->setMenu(m_fields);
    m_said->setObjectName(QStringLiteral("replySaid"));
    m_undo->setObjectName(QStringLiteral("undoRemove"));
    m_discard->setObjectName(QStringLiteral("discardReply"));
    m_save->setObjectName(QStringLiteral("saveReply"));
    m_save->setProperty("kind", QStringLiteral("primary"));
    m_close->setObjectName(QStringLiteral("closeReplies"));
    for (QPushButton* button : {m_add, m_remove, m_field, m_undo, m_discard, m_save, m_close}) {
        button->setAutoDefault(false);
    }
    for (QToolButton* tool : {m_up, m_down}) {
        tool->setProperty("kind", QStringLiteral("tool"));
        tool->setIconSize({16, 16});
    }
    m_explains->setProperty("kind", QStringLiteral("muted"));
    m_explains->setWordWrap(true);
    m_said->setWordWrap(true);

    auto* order = new QHBoxLayout;
    order->setSpacing(4);
    order->addWidget(m_add);
    order->addWidget(m_remove);
    order->addStretch(1);
    order->addWidget(m_up);
    order->addWidget(m_down);
    auto* left = new QVBoxLayout;
    left->setSpacing(8);
    left->addWidget(m_list, 1);
    left->addLayout(order);
    auto* body = new QHBoxLayout;
    body->setSpacing(18);
    body->addLayout(left);
    body->addWidget(buildForm(), 1);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_said, 1);
    foot->addWidget(m_undo);
    foot->addWidget(m_discard);
    foot->addWidget(m_save);
    foot->addWidget(m_close);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(18, 16, 18, 14);
    all->setSpacing(12);
    all->addLayout(body, 1);
    all->addLayout(foot);
    m_undo->hide();
    resize(760, 560);
}

void QuickReplyEditor::fillFields()
{
    const auto language = m_last == m_english.text ? domain::Language::English : domain::Language::Hebrew;
    m_fields->clear();
    for (const auto field : domain::replyFields()) {
        m_fields->addAction(domain::replyFieldWord(field, language), this, [this, field] { insertField(field); });
    }
}

void QuickReplyEditor::retranslate()
{
    setWindowTitle(tr("Quick replies"));
    m_list->setAccessibleName(windowTitle());
    m_add->setText(tr("Add"));
    m_remove->setText(tr("Delete"));
    const auto dress = [this](QToolButton* tool, bool up, const QString& text) {
        QPixmap drawing = icon(QStringLiteral("down"), m_context.theme.colours().text).pixmap(32, 32);
        tool->setIcon(up ? QIcon(drawing.transformed(QTransform().rotate(180))) : QIcon(drawing));
        tool->setToolTip(text);
        tool->setAccessibleName(text);
    };
    dress(m_up, true, tr("Move up"));
    dress(m_down, false, tr("Move down"));
    m_hebrew.heading->setText(tr("Hebrew"));
    m_english.heading->setText(tr("English"));
    for (const Words& words : {m_hebrew, m_english}) {
        words.heading->setFont(m_context.theme.strong());
        words.nameLabel->setText(tr("Name"));
        words.textLabel->setText(tr("Text"));
        words.name->setAccessibleName(tr("%1: name").arg(words.heading->text()));
        words.text->setAccessibleName(tr("%1: text").arg(words.heading->text()));
        words.nameLabel->setFont(m_context.theme.small());
        words.textLabel->setFont(m_context.theme.small());
    }
    m_field->setText(tr("Insert a field"));
    m_explains->setText(tr("Fields fill by themselves with what is known. What is not known, and your own words in "
                           "{braces}, are filled in by whoever sends."));
    m_explains->setFont(m_context.theme.small());
    m_undo->setText(tr("Undo"));
    m_discard->setText(tr("Discard"));
    m_save->setText(tr("Save"));
    m_close->setText(tr("Close"));
    m_model->setLanguage(layoutDirection() == Qt::RightToLeft ? domain::Language::Hebrew : domain::Language::English);
    fillFields();
}

void QuickReplyEditor::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QDialog::changeEvent(event);
}

} // namespace delpek::ui
