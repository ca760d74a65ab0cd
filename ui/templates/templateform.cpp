// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/templates/templateform.h"

#include "desk/desk.h"
#include "domain/isolate.h"
#include "ui/call.h"
#include "ui/escalations/cardlabel.h"
#include "ui/templates/templatestatewords.h"
#include "ui/theme/theme.h"
#include "ui/thread/templatewords.h"
#include "ui/wording.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QTextEdit>
#include <QVBoxLayout>

namespace delpek::ui
{

namespace
{

constexpr auto templateCheckDelay = std::chrono::milliseconds(250);
constexpr int templateFormWidth = 940;
constexpr int templateFormHeight = 680;
constexpr int bodyLines = 6;
constexpr int longestName = 64;
/// With more WhatsApp shows a menu in place of the buttons.
constexpr int mostReplies = 3;

QLabel* mutedLabel(const Context& context, const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setFont(context.theme.small());
    label->setProperty("kind", QStringLiteral("muted"));
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    label->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    return label;
}

} // namespace

TemplateForm::TemplateForm(const Context& context, const domain::OwnTemplate& one, TemplateExamples examples,
                           QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_one(one)
    , m_known(std::move(examples))
    , m_rows(new QFormLayout)
    , m_name(new QLineEdit(one.name, this))
    , m_language(new QComboBox(this))
    , m_category(new QComboBox(this))
    , m_header(new QLineEdit(one.header, this))
    , m_body(new QTextEdit(this))
    , m_insert(new QPushButton(tr("Put in a field"), this))
    , m_fields(new QMenu(this))
    , m_footer(new QLineEdit(one.footer, this))
    , m_exampleRows(new QFormLayout)
    , m_examplesTitle(mutedLabel(context, tr("Examples. WhatsApp wants one for each field."), this))
    , m_preview(new QLabel(this))
    , m_findings(troubleLabel(this))
    , m_trouble(troubleLabel(this))
    , m_buttons(new QDialogButtonBox(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(isNew() ? tr("A new template") : tr("Change a template"));
    for (const auto& [field, example] : one.examples) {
        m_known[{one.language, field}] = example;
    }
    m_typing.setSingleShot(true);
    build();
    for (auto* edit : {m_name, m_header, m_footer}) {
        connect(edit, &QLineEdit::textChanged, this, &TemplateForm::edited);
    }
    for (auto* reply : m_replies) {
        connect(reply, &QLineEdit::textChanged, this, &TemplateForm::edited);
    }
    connect(m_body, &QTextEdit::textChanged, this, &TemplateForm::edited);
    connect(m_language, &QComboBox::currentIndexChanged, this, &TemplateForm::showLanguage);
    connect(m_category, &QComboBox::currentIndexChanged, this, &TemplateForm::edited);
    connect(&m_typing, &QTimer::timeout, this, [this] { check(false); });
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        m_tried = true;
        check(true);
    });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    showLanguage();
    (one.name.isEmpty() ? static_cast<QWidget*>(m_name) : m_body)->setFocus();
}

void TemplateForm::addRow(const QString& name, QWidget* field, const QString& hint)
{
    auto* label = new QLabel(name, this);
    label->setBuddy(field);
    m_rows->addRow(label, field);
    if (!hint.isEmpty()) {
        m_rows->addRow(QString(), mutedLabel(m_context, hint, this));
    }
}

QWidget* TemplateForm::buildForm()
{
    m_name->setObjectName(QStringLiteral("templateName"));
    m_name->setLayoutDirection(Qt::LeftToRight);
    m_name->setReadOnly(!m_one.name.isEmpty());
    m_name->setMaxLength(longestName);
    m_language->setObjectName(QStringLiteral("templateLanguage"));
    for (const char* code : {"he", "en"}) {
        m_language->addItem(templatestatewords::language(QLatin1String(code)), QLatin1String(code));
    }
    m_language->setCurrentIndex(std::max(0, m_language->findData(m_one.language)));
    m_language->setEnabled(m_one.name.isEmpty());
    m_category->setObjectName(QStringLiteral("templateCategory"));
    for (const char* category : {"utility", "marketing"}) {
        m_category->addItem(templatestatewords::category(QLatin1String(category)), QLatin1String(category));
    }
    m_category->setCurrentIndex(std::max(0, m_category->findData(m_one.category)));
    m_category->setEnabled(m_one.name.isEmpty() || !isNew());
    m_header->setObjectName(QStringLiteral("templateHeader"));
    m_body->setObjectName(QStringLiteral("templateBody"));
    m_body->setAcceptRichText(false);
    m_body->setTabChangesFocus(true);
    m_body->setFixedHeight(bodyLines * QFontMetrics(m_context.theme.body()).lineSpacing() + 4 * space);
    m_body->setPlainText(m_one.body);
    m_insert->setObjectName(QStringLiteral("insertTemplateField"));
    m_insert->setMenu(m_fields);
    m_footer->setObjectName(QStringLiteral("templateFooter"));
    m_examplesTitle->setObjectName(QStringLiteral("templateExamples"));
    m_rows->setHorizontalSpacing(5 * space);
    m_rows->setVerticalSpacing(2 * space);
    m_rows->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    addRow(tr("Name"), m_name,
           tr("Small English letters, digits and _. Only the staff and WhatsApp see it; it cannot be changed later."));
    addRow(tr("Language"), m_language);
    addRow(tr("It is"), m_category, tr("WhatsApp charges more for advertising, and patients can refuse it."));
    addRow(tr("Line above"), m_header);
    addRow(tr("Text"), m_body);
    m_rows->addRow(QString(), m_insert);
    addRow(tr("Line below"), m_footer);
    auto* replies = new QHBoxLayout;
    replies->setSpacing(2 * space);
    for (int i = 0; i < mostReplies; ++i) {
        auto* reply = new QLineEdit(m_one.buttons.value(i), this);
        reply->setObjectName(QStringLiteral("templateReply%1").arg(i));
        reply->setAccessibleName(tr("Button %1").arg(i + 1));
        m_replies.push_back(reply);
        replies->addWidget(reply);
    }
    auto* label = new QLabel(tr("Buttons"), this);
    label->setBuddy(m_replies.front());
    m_rows->addRow(label, replies);
    m_rows->addRow(QString(), mutedLabel(m_context, tr("What a patient may press instead of writing."), this));
    auto* inner = new QWidget(this);
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(6 * space, 5 * space, 4 * space, 4 * space);
    column->setSpacing(3 * space);
    column->addLayout(m_rows);
    column->addStretch(1);
    auto* area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(inner);
    return area;
}

QWidget* TemplateForm::buildPreview()
{
    auto* side = new QWidget(this);
    auto* title = new QLabel(tr("As a patient reads it"), side);
    title->setFont(m_context.theme.strong());
    auto* card = new QFrame(side);
    card->setObjectName(QStringLiteral("listCard"));
    m_preview->setObjectName(QStringLiteral("templateFormPreview"));
    m_preview->setTextFormat(Qt::RichText);
    m_preview->setWordWrap(true);
    m_exampleRows->setHorizontalSpacing(3 * space);
    m_exampleRows->setVerticalSpacing(2 * space);
    m_exampleRows->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(4 * space, 3 * space, 4 * space, 3 * space);
    inside->addWidget(m_preview);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(2 * space, 5 * space, 6 * space, 4 * space);
    column->setSpacing(3 * space);
    column->addWidget(title);
    column->addWidget(card);
    column->addWidget(m_findings);
    column->addWidget(m_examplesTitle);
    column->addLayout(m_exampleRows);
    column->addStretch(1);
    return side;
}

void TemplateForm::build()
{
    auto* both = new QHBoxLayout;
    both->setSpacing(0);
    m_form = buildForm();
    both->addWidget(m_form, 3);
    both->addWidget(buildPreview(), 2);
    auto* save = m_buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
    save->setObjectName(QStringLiteral("keepTemplate"));
    setKind(*save, QStringLiteral("primary"));
    m_buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(6 * space, 2 * space, 6 * space, 4 * space);
    foot->setSpacing(2 * space);
    foot->addWidget(m_trouble);
    foot->addWidget(
        mutedLabel(m_context, tr("It can be sent once it was handed in and WhatsApp has approved it."), this));
    foot->addWidget(m_buttons);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(both, 1);
    column->addLayout(foot);
    offerFields();
    resize(templateFormWidth, templateFormHeight);
}

void TemplateForm::offerFields()
{
    for (const QString& field : templatewords::knownFields()) {
        m_fields->addAction(templatewords::field(field), this, [this, field] {
            m_body->insertPlainText(QStringLiteral("{{%1}}").arg(field));
            m_body->setFocus();
        });
    }
    m_fields->addSeparator();
    m_fields->addAction(tr("Another field, filled in by hand"), this, [this] {
        m_body->insertPlainText(QStringLiteral("{{field}}"));
        m_body->setFocus();
    });
}

void TemplateForm::showLanguage()
{
    const bool isHebrew = m_language->currentData().toString() == QLatin1String("he");
    const auto direction = isHebrew ? Qt::RightToLeft : Qt::LeftToRight;
    m_body->setLayoutDirection(direction);
    for (auto* edit : {m_header, m_footer}) {
        edit->setLayoutDirection(direction);
    }
    for (auto* reply : m_replies) {
        reply->setLayoutDirection(direction);
    }
    edited();
}

void TemplateForm::edited()
{
    m_leave = {};
    showExamples();
    showPreview();
    m_typing.start(templateCheckDelay);
}

void TemplateForm::keepExamples()
{
    for (const auto& [field, edit] : m_examples) {
        m_known[{m_examplesIn, field}] = edit->text();
    }
}

void TemplateForm::showExamples()
{
    const QStringList fields = templatewords::fieldsIn(m_body->toPlainText());
    const QString language = m_language->currentData().toString();
    QStringList shown;
    for (const auto& [field, edit] : m_examples) {
        shown << field;
    }
    if (fields == shown && language == m_examplesIn) {
        return;
    }
    keepExamples();
    m_examplesIn = language;
    m_examples.clear();
    while (m_exampleRows->rowCount() > 0) {
        m_exampleRows->removeRow(0);
    }
    for (const QString& field : fields) {
        const auto known = m_known.find({language, field});
        auto* edit = new QLineEdit(known == m_known.end() ? QString() : known->second, this);
        edit->setObjectName(QStringLiteral("example.") + field);
        edit->setLayoutDirection(m_body->layoutDirection());
        connect(edit, &QLineEdit::textChanged, this, &TemplateForm::edited);
        auto* label = new QLabel(templatewords::field(field), this);
        label->setBuddy(edit);
        m_exampleRows->addRow(label, edit);
        m_examples.emplace_back(field, edit);
    }
    m_examplesTitle->setVisible(!fields.isEmpty());
}

void TemplateForm::showPreview()
{
    const auto one = entered();
    desk::TemplateChoice choice{one.name, one.language, one.header, one.body, one.footer, {}, {}, {}, false};
    QString html = templatewords::preview(choice, one.examples, m_context.theme.colours().waiting);
    for (const QString& reply : one.buttons) {
        html += QStringLiteral("<p align=\"center\" style=\"color:%1\">%2</p>")
                    .arg(m_context.theme.colours().accent.name(), reply.toHtmlEscaped());
    }
    m_preview->setText(html);
    m_preview->setAlignment(one.language == QLatin1String("he") ? Qt::AlignRight | Qt::AlignAbsolute
                                                                : Qt::AlignLeft | Qt::AlignAbsolute);
}

domain::OwnTemplate TemplateForm::entered() const
{
    domain::OwnTemplate one = m_one;
    one.name = m_name->text().trimmed();
    one.language = m_language->currentData().toString();
    one.category = m_category->currentData().toString();
    one.header = m_header->text().trimmed();
    one.body = m_body->toPlainText().trimmed();
    one.footer = m_footer->text().trimmed();
    one.buttons.clear();
    for (const auto* reply : m_replies) {
        if (const QString words = reply->text().simplified(); !words.isEmpty()) {
            one.buttons << words;
        }
    }
    one.examples.clear();
    for (const auto& [field, edit] : m_examples) {
        one.examples.emplace_back(field, edit->text().simplified());
    }
    return one;
}

void TemplateForm::check(bool keepsThen)
{
    m_typing.stop();
    const int asked = ++m_asked;
    whenDone(m_context.desk.templateRoom().check(entered()), this, [this, asked, keepsThen](const auto& checked) {
        if (asked != m_asked) {
            return;
        }
        m_trouble->setVisible(!checked);
        if (!checked) {
            m_trouble->setText(words::sentence(checked.error()));
            return;
        }
        showFindings(*checked);
        if (keepsThen && checked->empty()) {
            keep();
        }
    });
}

void TemplateForm::showFindings(std::vector<desk::TemplateFinding> findings)
{
    if (!m_tried) {
        // What was not written yet is no news.
        const auto one = entered();
        std::erase_if(findings, [&](const desk::TemplateFinding& finding) {
            return (finding.rule == QLatin1String("name") && one.name.isEmpty()) ||
                   (finding.rule == QLatin1String("body-length") && one.body.isEmpty()) ||
                   finding.rule == QLatin1String("example");
        });
    }
    QStringList lines;
    for (const auto& finding : findings) {
        lines << templatestatewords::finding(finding);
    }
    lines.removeDuplicates();
    m_findings->setText(lines.join(QLatin1Char('\n')));
    m_findings->setVisible(!lines.isEmpty());
}

void TemplateForm::reject()
{
    const auto now = entered();
    const bool isTyped = now.header != m_one.header || now.body != m_one.body || now.footer != m_one.footer ||
                         now.buttons != m_one.buttons || now.name != m_one.name;
    if (m_leave.mayLeave(isTyped, *m_trouble)) {
        QDialog::reject();
    }
}

void TemplateForm::keep()
{
    // What is typed while it is kept would be lost.
    const auto enable = [this](bool isEnabled) {
        m_form->setEnabled(isEnabled);
        m_buttons->setEnabled(isEnabled);
        for (const auto& [field, edit] : m_examples) {
            edit->setEnabled(isEnabled);
        }
    };
    enable(false);
    whenDone(m_context.desk.templateRoom().keep(entered()), this, [this, enable](const auto& done) {
        enable(true);
        m_trouble->setVisible(!done);
        if (!done) {
            m_trouble->setText(words::sentence(done.error()));
            return;
        }
        Q_EMIT kept(entered().name);
        accept();
    });
}

} // namespace delpek::ui
