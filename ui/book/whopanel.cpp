// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/whopanel.h"

#include "desk/desk.h"
#include "desk/patientcards.h"
#include "domain/conversation.h"
#include "ui/application.h"
#include "ui/escalations/cardlabel.h"
#include "ui/patient/cardsearch.h"
#include "ui/patient/newcardform.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace delpek::ui
{

namespace
{

constexpr int searchHeight = 220;

} // namespace

WhoPanel::WhoPanel(const Context& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_title(new QLabel(this))
    , m_when(new QLabel(this))
    , m_search(new CardSearch([&desk = context.desk](const QString& text) { return desk.patientCards().lookFor(text); },
                              this))
    , m_trouble(troubleLabel(this))
    , m_new(new QPushButton(this))
    , m_cancel(new QPushButton(this))
    , m_next(new QPushButton(this))
{
    setObjectName(QStringLiteral("actionPanel"));
    m_new->setObjectName(QStringLiteral("whoIsNew"));
    m_cancel->setObjectName(QStringLiteral("whoBack"));
    m_next->setObjectName(QStringLiteral("whoNext"));
    m_next->setProperty("kind", QStringLiteral("primary"));
    m_when->setProperty("kind", QStringLiteral("muted"));
    m_search->setFixedHeight(searchHeight);
    for (QLabel* label : {m_title, m_when}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_cancel);
    foot->addStretch(1);
    foot->addWidget(m_next);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * space, 2 * space, 3 * space, 2 * space);
    column->setSpacing(2 * space);
    for (QWidget* part : std::initializer_list<QWidget*>{m_title, m_when, m_search, m_trouble}) {
        column->addWidget(part);
    }
    column->addWidget(m_new, 0, Qt::AlignLeading);
    column->addLayout(foot);
    connect(m_search, &CardSearch::changed, this, [this] { m_next->setEnabled(m_search->chosen() != nullptr); });
    connect(m_search, &CardSearch::said, this, &WhoPanel::say);
    connect(m_search, &CardSearch::taken, this, &WhoPanel::take);
    connect(m_next, &QPushButton::clicked, this, [this] {
        if (const auto* card = m_search->chosen()) {
            take(*card);
        }
    });
    connect(m_new, &QPushButton::clicked, this, &WhoPanel::openNew);
    connect(m_cancel, &QPushButton::clicked, this, &WhoPanel::dismiss);
    connect(&context.theme, &Theme::changed, this, &WhoPanel::retranslate);
    retranslate();
    hide();
}

void WhoPanel::setWhen(const QString& when)
{
    m_when->setText(when);
    m_when->setVisible(!when.isEmpty());
}

void WhoPanel::ask()
{
    // Who was being looked for is whom the other time is for as well.
    if (isHidden()) {
        m_search->clear();
        say({});
    }
    m_next->setEnabled(m_search->chosen() != nullptr);
    show();
    m_search->setFocus();
}

void WhoPanel::dismiss()
{
    if (!isHidden()) {
        hide();
        Q_EMIT closed();
    }
}

void WhoPanel::take(const domain::Patient& patient)
{
    const auto taken = patient; // the list that holds it is cleared
    hide();
    Q_EMIT found(taken);
}

void WhoPanel::openNew()
{
    domain::Conversation nobody;
    nobody.language = currentLanguage();
    auto* form = new NewCardForm(m_context, nobody, m_search->text(), window());
    connect(form, &NewCardForm::added, this, [this](const domain::Patient& patient) {
        if (!isHidden()) {
            take(patient);
        }
    });
    form->open();
}

void WhoPanel::say(const QString& trouble)
{
    m_trouble->setText(trouble);
    m_trouble->setVisible(!trouble.isEmpty());
}

void WhoPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QFrame::changeEvent(event);
}

void WhoPanel::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape) {
        return dismiss();
    }
    if (isEnter && m_search->chosen() != nullptr) {
        return take(*m_search->chosen());
    }
    QFrame::keyPressEvent(event);
}

void WhoPanel::retranslate()
{
    m_title->setFont(m_context.theme.strong());
    m_title->setText(tr("Who is the visit for?"));
    m_search->setMeaning(tr("Look for the patient"));
    m_new->setText(tr("New patient…"));
    m_cancel->setText(tr("Cancel"));
    m_next->setText(tr("Next"));
    for (QLabel* label : {m_title, m_when, m_trouble}) {
        label->setAlignment(leading(*this));
    }
}

} // namespace delpek::ui
