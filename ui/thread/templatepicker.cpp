// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thread/templatepicker.h"

#include "ui/call.h"
#include "ui/problembar.h"
#include "ui/theme/theme.h"
#include "ui/thread/templatedelegate.h"
#include "ui/thread/templatewords.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>

namespace delpek::ui
{

namespace
{

const auto source = QStringLiteral("templates");
constexpr int sideBySide = 560; ///< from this width on the preview stands beside the fields
constexpr int pickerHeight = 288;
const QString languages[] = {QStringLiteral("he"), QStringLiteral("en")};

} // namespace

TemplatePicker::TemplatePicker(const Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_search(new QLineEdit(this))
    , m_languages(new QButtonGroup(this))
    , m_list(new QListWidget(this))
    , m_empty(new QLabel(this))
    , m_detail(new QScrollArea(this))
    , m_split(new QBoxLayout(QBoxLayout::TopToBottom))
    , m_form(new QWidget(this))
    , m_grid(new QGridLayout(m_form))
    , m_heading(new QLabel(this))
    , m_preview(new QLabel(this))
    , m_buttons(new QLabel(this))
    , m_trouble(new QLabel(this))
{
    m_search->setObjectName(QStringLiteral("templateSearch"));
    m_search->setClearButtonEnabled(true);
    m_list->setObjectName(QStringLiteral("templateList"));
    m_list->setItemDelegate(new TemplateDelegate(context, m_list));
    m_list->setFixedWidth(196);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_empty->setProperty("kind", QStringLiteral("muted"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    auto* top = new QHBoxLayout;
    top->setSpacing(6);
    top->addWidget(m_search, 1);
    for (int i = 0; i < int(std::size(languages)); ++i) {
        auto* button = new QPushButton(this);
        button->setObjectName(QStringLiteral("language-") + languages[i]);
        button->setProperty("kind", QStringLiteral("chip"));
        button->setCheckable(true);
        m_languages->addButton(button, i);
        top->addWidget(button);
    }

    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(3);
    m_heading->setProperty("kind", QStringLiteral("muted"));
    m_preview->setObjectName(QStringLiteral("templatePreview"));
    m_preview->setTextFormat(Qt::RichText);
    m_preview->setWordWrap(true);
    m_preview->setTextInteractionFlags(Qt::NoTextInteraction);
    m_buttons->setProperty("kind", QStringLiteral("muted"));
    m_buttons->setWordWrap(true);
    m_trouble->setObjectName(QStringLiteral("templateTrouble"));
    m_trouble->setWordWrap(true);
    auto* shown = new QVBoxLayout;
    shown->setSpacing(4);
    shown->addWidget(m_heading);
    shown->addWidget(m_preview);
    shown->addWidget(m_buttons);
    shown->addStretch(1);
    auto* fields = new QVBoxLayout;
    fields->addWidget(m_form);
    fields->addStretch(1);
    m_split->setSpacing(10);
    m_split->addLayout(fields, 1);
    m_split->addLayout(shown, 1);
    auto* inner = new QWidget(m_detail);
    inner->setObjectName(QStringLiteral("templateDetail"));
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, 6, 0);
    column->setSpacing(6);
    column->addWidget(m_trouble);
    column->addLayout(m_split);
    column->addStretch(1);
    m_detail->setWidget(inner);
    m_detail->setWidgetResizable(true);
    m_detail->setFrameShape(QFrame::NoFrame);
    m_detail->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto* body = new QHBoxLayout;
    body->setSpacing(10);
    body->addWidget(m_list);
    body->addWidget(m_empty, 1);
    body->addWidget(m_detail, 1);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(7);
    all->addLayout(top);
    all->addLayout(body, 1);
    setFixedHeight(pickerHeight);

    connect(m_search, &QLineEdit::textChanged, this, &TemplatePicker::fillList);
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        if (m_list->currentRow() < 0 && m_list->count() > 0) {
            m_list->setCurrentRow(0);
        }
        m_list->setFocus(Qt::TabFocusReason);
    });
    connect(m_languages, &QButtonGroup::idClicked, this, [this](int index) {
        m_language = languages[index];
        fillList();
        fillFields();
    });
    connect(m_list, &QListWidget::currentRowChanged, this, &TemplatePicker::choose);
    connect(&context.theme, &Theme::changed, this, &TemplatePicker::retranslate);
    retranslate();
}

void TemplatePicker::setConversation(const domain::Conversation& conversation)
{
    const bool other = conversation.id != m_conversation.id;
    m_conversation = conversation;
    if (other) {
        ++m_generation;
        m_choices.clear();
        m_language = base::toText(conversation.language);
        m_search->clear();
        clear();
    }
}

void TemplatePicker::refresh()
{
    if (m_conversation.id.isValid()) {
        read();
    }
}

void TemplatePicker::read()
{
    whenDone(m_context.desk.templates(m_conversation.id), this, [this, generation = m_generation](const auto& result) {
        if (generation != m_generation) {
            return;
        }
        if (!result) {
            m_context.problems.report(source, result.error(), [this] { read(); });
            return;
        }
        m_context.problems.worked(source);
        m_choices = *result;
        fillList();
        fillFields();
    });
}

const desk::TemplateChoice* TemplatePicker::chosen() const
{
    const auto place = std::ranges::find_if(
        m_choices, [this](const auto& one) { return one.name == m_name && one.language == m_language; });
    return place == m_choices.end() ? nullptr : &*place;
}

bool TemplatePicker::isReady() const
{
    const auto* choice = chosen();
    return choice != nullptr && choice->sendable &&
           std::ranges::none_of(values(), [](const auto& field) { return field.second.isEmpty(); });
}

domain::TemplateUse TemplatePicker::use() const
{
    return {m_name, m_language, values()};
}

void TemplatePicker::restore(const domain::TemplateUse& use)
{
    m_name = use.name;
    m_language = use.language;
    m_typed.clear();
    for (const auto& [field, value] : use.fields) {
        m_typed[field] = value;
    }
    fillList();
    fillFields();
}

void TemplatePicker::clear()
{
    m_name.clear();
    m_typed.clear();
    fillList();
    fillFields();
}

void TemplatePicker::showTrouble(const QString& sentence)
{
    m_trouble->setText(sentence);
    m_trouble->setVisible(!sentence.isEmpty());
}

void TemplatePicker::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
}

void TemplatePicker::fillList()
{
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    const QString wanted = m_search->text().trimmed();
    for (const auto& choice : m_choices) {
        const QString name = templatewords::name(choice.name);
        const bool found = wanted.isEmpty() || name.contains(wanted, Qt::CaseInsensitive) ||
                           choice.body.contains(wanted, Qt::CaseInsensitive) ||
                           choice.name.contains(wanted, Qt::CaseInsensitive);
        if (choice.language != m_language || !found) {
            continue;
        }
        auto* item = new QListWidgetItem(name, m_list);
        item->setData(TemplateDelegate::NameRole, choice.name);
        item->setData(TemplateDelegate::StateRole, templatewords::state(choice));
        item->setData(TemplateDelegate::SendableRole, choice.sendable);
        item->setData(Qt::AccessibleTextRole, tr("%1, %2").arg(name, templatewords::state(choice)));
        if (choice.name == m_name) {
            m_list->setCurrentItem(item);
        }
    }
    for (int i = 0; i < int(std::size(languages)); ++i) {
        m_languages->button(i)->setChecked(languages[i] == m_language);
    }
    m_list->viewport()->update();
}

void TemplatePicker::choose(int row)
{
    const auto* item = m_list->item(row);
    if (item == nullptr) {
        return;
    }
    m_name = item->data(TemplateDelegate::NameRole).toString();
    m_typed.clear();
    fillFields();
}

void TemplatePicker::fillFields()
{
    for (auto& [name, edit] : m_fields) {
        edit->disconnect(this);
    }
    m_fields.clear();
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto* choice = chosen();
    m_empty->setVisible(choice == nullptr);
    m_detail->setVisible(choice != nullptr);
    showTrouble(choice == nullptr ? QString() : templatewords::whyNot(*choice));
    if (choice != nullptr) {
        int place = 0;
        for (const auto& field : choice->fields) {
            auto* edit = new QLineEdit(m_form);
            edit->setObjectName(QStringLiteral("field-") + field.name);
            const bool hebrew = choice->language.startsWith(QLatin1String("he"));
            edit->setLayoutDirection(hebrew ? Qt::RightToLeft : Qt::LeftToRight);
            edit->setPlaceholderText(tr("for example: %1").arg(field.example));
            const auto typed = m_typed.find(field.name);
            edit->setText(typed == m_typed.end() ? field.value : typed->second);
            edit->setEnabled(choice->sendable);
            edit->setCursorPosition(0);
            auto* label = new QLabel(templatewords::field(field.name), m_form);
            label->setProperty("kind", QStringLiteral("muted"));
            label->setFont(m_context.theme.small());
            label->setBuddy(edit);
            edit->setAccessibleName(label->text());
            m_grid->addWidget(label, place++, 0);
            m_grid->addWidget(edit, place++, 0);
            m_fields.emplace_back(field.name, edit);
            connect(edit, &QLineEdit::textEdited, this, [this, name = field.name](const QString& text) {
                m_typed[name] = text;
                showPreview();
                Q_EMIT edited();
            });
            // Sending forgets the fields, so only once this one has finished with the key.
            connect(edit, &QLineEdit::returnPressed, this, &TemplatePicker::sendWanted, Qt::QueuedConnection);
        }
    }
    showPreview();
    Q_EMIT edited();
}

std::vector<std::pair<QString, QString>> TemplatePicker::values() const
{
    std::vector<std::pair<QString, QString>> all;
    for (const auto& [name, edit] : m_fields) {
        all.emplace_back(name, edit->text().trimmed());
    }
    return all;
}

void TemplatePicker::showPreview()
{
    const auto* choice = chosen();
    if (choice == nullptr) {
        return;
    }
    const bool hebrew = choice->language.startsWith(QLatin1String("he"));
    m_preview->setLayoutDirection(hebrew ? Qt::RightToLeft : Qt::LeftToRight);
    m_preview->setText(templatewords::preview(*choice, values(), m_context.theme.colours().waiting));
    m_buttons->setVisible(!choice->buttons.isEmpty());
    m_buttons->setText(tr("Buttons below: %1").arg(choice->buttons.join(QStringLiteral(" · "))));
}

void TemplatePicker::retranslate()
{
    m_search->setPlaceholderText(tr("Search the templates"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_languages->button(0)->setText(tr("Hebrew"));
    m_languages->button(1)->setText(tr("English"));
    m_list->setAccessibleName(tr("Templates"));
    m_empty->setText(tr("Choose a template. Its fields are filled with what the records know."));
    m_heading->setText(tr("The patient will read:"));
    m_heading->setFont(m_context.theme.small());
    m_buttons->setFont(m_context.theme.small());
    m_trouble->setFont(m_context.theme.small());
    fillList();
    fillFields();
}

void TemplatePicker::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void TemplatePicker::resizeEvent(QResizeEvent* event)
{
    m_split->setDirection(width() >= sideBySide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    QWidget::resizeEvent(event);
}

void TemplatePicker::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT leaveWanted();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace delpek::ui
