// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/templates/templatespage.h"

#include "desk/desk.h"
#include "domain/isolate.h"
#include "ui/call.h"
#include "ui/changefeed.h"
#include "ui/rights.h"
#include "ui/templates/templatecard.h"
#include "ui/templates/templateform.h"
#include "ui/templates/templatestatewords.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"
#include "ui/thread/templatewords.h"
#include "ui/wording.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace delpek::ui
{

TemplatesPage::TemplatesPage(const Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_mayAsk(mayDo(context, domain::Right::ManageClinic))
    , m_title(new QLabel(this))
    , m_intro(new QLabel(this))
    , m_heard(new QLabel(this))
    , m_refresh(new QPushButton(this))
    , m_trouble(new QLabel(this))
    , m_list(new QListWidget(this))
    , m_new(new QPushButton(this))
    , m_other(new QPushButton(this))
    , m_name(new QLabel(this))
    , m_category(new QLabel(this))
    , m_body(new QWidget(this))
{
    build();
    connect(m_list, &QListWidget::currentRowChanged, this, &TemplatesPage::showTemplate);
    connect(m_refresh, &QPushButton::clicked, this, &TemplatesPage::refresh);
    connect(m_new, &QPushButton::clicked, this, [this] { write({}); });
    connect(m_other, &QPushButton::clicked, this, &TemplatesPage::writeOtherLanguage);
    connect(&context.feed, &ChangeFeed::changed, this, [this](const auto& changes) {
        if (isVisible() &&
            std::ranges::find(changes, domain::Topic::Template, &domain::Change::topic) != changes.end()) {
            read();
        }
    });
    connect(&context.theme, &Theme::changed, this, &TemplatesPage::retranslate);
    retranslate();
}

void TemplatesPage::build()
{
    m_heard->setObjectName(QStringLiteral("templatesHeard"));
    m_refresh->setObjectName(QStringLiteral("refreshTemplates"));
    m_trouble->setObjectName(QStringLiteral("formTrouble"));
    m_trouble->setWordWrap(true);
    m_trouble->hide();
    m_list->setObjectName(QStringLiteral("templateOverview"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setWordWrap(true);
    m_new->setObjectName(QStringLiteral("newTemplate"));
    m_other->setObjectName(QStringLiteral("otherLanguage"));
    for (QLabel* label : {m_intro, m_heard, m_category}) {
        label->setWordWrap(true);
        label->setProperty("kind", QStringLiteral("muted"));
    }
    auto* asked = new QHBoxLayout;
    asked->setSpacing(3 * space);
    asked->addWidget(m_heard, 1);
    asked->addWidget(m_refresh);
    auto* inner = new QVBoxLayout(m_body);
    inner->setContentsMargins(3 * space, 0, 3 * space, 0);
    inner->setSpacing(2 * space);
    inner->addWidget(m_name);
    inner->addWidget(m_category);
    for (int i = 0; i < 2; ++i) {
        auto* card = new TemplateCard(m_context, m_body);
        connect(card, &TemplateCard::handInWanted, this, &TemplatesPage::handIn);
        connect(card, &TemplateCard::changeWanted, this, &TemplatesPage::change);
        connect(card, &TemplateCard::removeWanted, this, &TemplatesPage::askToRemove);
        m_cards.push_back(card);
        inner->addWidget(card);
    }
    inner->addWidget(m_other, 0, Qt::AlignLeading);
    inner->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_body);
    auto* both = new QHBoxLayout;
    both->setSpacing(3 * space);
    auto* side = new QVBoxLayout;
    side->setSpacing(2 * space);
    side->addWidget(m_list, 1);
    side->addWidget(m_new);
    both->addLayout(side, 2);
    both->addWidget(scroll, 4);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6 * space, 5 * space, 6 * space, 5 * space);
    column->setSpacing(3 * space);
    column->addWidget(m_title);
    column->addWidget(m_intro);
    column->addLayout(asked);
    column->addWidget(m_trouble);
    column->addLayout(both, 1);
}

void TemplatesPage::read()
{
    whenDone(m_context.desk.templateRoom().all(), this, [this](const Result<desk::TemplateOverview>& overview) {
        if (!overview) {
            m_trouble->setText(words::sentence(overview.error()));
            m_trouble->show();
            return;
        }
        m_overview = *overview;
        retranslate();
    });
}

void TemplatesPage::refresh()
{
    m_isAsking = true;
    retranslate();
    whenDone(m_context.desk.templateRoom().refresh(), this, [this](const auto& done) { tell(done); });
}

void TemplatesPage::handIn(const QString& name, const QString& language)
{
    m_isAsking = true;
    retranslate();
    whenDone(m_context.desk.templateRoom().handIn(name, language), this, [this](const auto& done) { tell(done); });
}

const desk::TemplateEntry* TemplatesPage::current() const
{
    const int row = m_list->currentRow();
    return row < 0 || row >= int(m_overview.templates.size()) ? nullptr : &m_overview.templates[size_t(row)];
}

void TemplatesPage::write(const domain::OwnTemplate& one)
{
    TemplateExamples examples;
    for (const auto& entry : m_overview.templates) {
        for (const auto& text : entry.texts) {
            for (const auto& [field, example] : text.fields) {
                examples.try_emplace({text.language, field}, example);
            }
        }
    }
    auto* form = new TemplateForm(m_context, one, std::move(examples), window());
    connect(form, &TemplateForm::kept, this, [this](const QString& name) {
        m_wanted = name;
        read();
    });
    form->open();
}

void TemplatesPage::writeOtherLanguage()
{
    if (const auto* shown = current()) {
        domain::OwnTemplate one;
        one.name = shown->name;
        one.category = shown->category;
        one.language =
            shown->texts.front().language == QLatin1String("he") ? QStringLiteral("en") : QStringLiteral("he");
        write(one);
    }
}

void TemplatesPage::change(const QString& name, const QString& language)
{
    const auto* shown = current();
    const auto text = shown == nullptr ? std::vector<desk::TemplateText>::const_iterator()
                                       : std::ranges::find(shown->texts, language, &desk::TemplateText::language);
    if (shown == nullptr || shown->name != name || text == shown->texts.end()) {
        return;
    }
    domain::OwnTemplate one{name,         language,      text->asked,  text->header, text->body,
                            text->footer, text->buttons, text->fields, text->version};
    write(one);
}

void TemplatesPage::askToRemove(const QString& name, const QString& language)
{
    auto* question = new QMessageBox(
        QMessageBox::NoIcon, tr("Remove a template"),
        tr("\"%1\" is removed here and at WhatsApp: %2. If WhatsApp had approved it, its name cannot be used again for "
           "30 days.")
            .arg(domain::isolate(templatewords::name(name)), templatestatewords::language(language)),
        {}, window());
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setObjectName(QStringLiteral("removeTemplateQuestion"));
    auto* yes = question->addButton(tr("Remove"), QMessageBox::AcceptRole);
    question->addButton(tr("Keep"), QMessageBox::RejectRole);
    connect(question, &QMessageBox::buttonClicked, this, [this, yes, name, language](QAbstractButton* clicked) {
        if (clicked == yes) {
            m_isAsking = true;
            retranslate();
            whenDone(m_context.desk.templateRoom().remove(name, language), this,
                     [this](const auto& done) { tell(done); });
        }
    });
    question->open();
}

void TemplatesPage::tell(const Result<Done>& done)
{
    m_isAsking = false;
    m_trouble->setVisible(!done);
    if (!done) {
        m_trouble->setText(words::sentence(done.error()));
    }
    read();
}

void TemplatesPage::fill()
{
    // By name: rows of other desks come and go.
    const auto* selected = m_list->currentItem();
    const QString wanted = !m_wanted.isEmpty()   ? m_wanted
                           : selected != nullptr ? selected->data(Qt::UserRole).toString()
                                                 : QString();
    const auto place = std::ranges::find(m_overview.templates, wanted, &desk::TemplateEntry::name);
    const int row = place == m_overview.templates.end() ? std::max(0, m_list->currentRow())
                                                        : int(place - m_overview.templates.begin());
    if (place != m_overview.templates.end()) {
        m_wanted.clear();
    }
    {
        const QSignalBlocker blocker(m_list);
        m_list->clear();
        for (const auto& one : m_overview.templates) {
            QStringList lines{templatewords::name(one.name)};
            for (const auto& text : one.texts) {
                lines << tr("%1: %2").arg(templatestatewords::language(text.language),
                                          templatewords::state(templatestatewords::choiceOf(one.name, text)));
            }
            auto* item = new QListWidgetItem(lines.join(QLatin1Char('\n')), m_list);
            item->setData(Qt::AccessibleTextRole, lines.join(tr(", ")));
            item->setData(Qt::UserRole, one.name);
        }
        m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    }
    showTemplate();
}

void TemplatesPage::showTemplate()
{
    const auto* shown = current();
    const bool hasOneLanguage = shown != nullptr && shown->texts.size() == 1 && shown->texts.front().isOwn();
    m_other->setVisible(m_mayAsk && hasOneLanguage);
    m_other->setText(hasOneLanguage && shown->texts.front().language == QLatin1String("he")
                         ? tr("Write it in English too…")
                         : tr("Write it in Hebrew too…"));
    m_name->setFont(m_context.theme.strong());
    m_name->setText(shown == nullptr ? QString() : templatewords::name(shown->name));
    m_category->setFont(m_context.theme.small());
    m_category->setText(shown == nullptr ? QString()
                                         : tr("%1. Filled in here with the examples that WhatsApp gets to see.")
                                               .arg(templatestatewords::category(shown->category)));
    for (size_t i = 0; i < m_cards.size(); ++i) {
        if (shown == nullptr || i >= shown->texts.size()) {
            m_cards[i]->hide();
            continue;
        }
        const auto& text = shown->texts[i];
        m_cards[i]->show(shown->name, text, text.asked.isEmpty() ? shown->category : text.asked,
                         m_mayAsk && m_overview.hasProvider && !m_isAsking, m_mayAsk && !m_isAsking);
    }
}

void TemplatesPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void TemplatesPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    read();
}

void TemplatesPage::retranslate()
{
    m_title->setFont(m_context.theme.title());
    m_title->setText(tr("Templates"));
    m_intro->setFont(m_context.theme.small());
    m_intro->setText(
        tr("Once 24 hours have passed since a patient last wrote, WhatsApp takes nothing but templates that "
           "it has approved. Four come with Delpek, and you can write your own; approving one takes up to a day."));
    m_new->setText(tr("New template…"));
    m_new->setVisible(m_mayAsk);
    m_heard->setFont(m_context.theme.small());
    m_heard->setText(m_isAsking                ? tr("WhatsApp is being asked…")
                     : !m_overview.hasProvider ? words::keySentence(QStringLiteral("template.none"))
                     : m_overview.heardAt
                         ? tr("Last word from WhatsApp: %1.")
                               .arg(domain::isolate(words::stamp(*m_overview.heardAt, m_context.desk.now())))
                         : tr("WhatsApp has said nothing yet."));
    m_refresh->setText(tr("Ask WhatsApp again"));
    m_refresh->setVisible(m_mayAsk && m_overview.hasProvider);
    m_refresh->setEnabled(!m_isAsking);
    m_list->setAccessibleName(tr("Templates"));
    for (QLabel* label : {m_intro, m_heard, m_category}) {
        label->setAlignment(leading(*this) | Qt::AlignVCenter);
    }
    fill();
}

} // namespace delpek::ui
