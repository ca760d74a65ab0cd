// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patient/tieform.h"

#include "desk/desk.h"
#include "desk/patientcards.h"
#include "ui/call.h"
#include "ui/escalations/cardlabel.h"
#include "ui/patient/cardsearch.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace delpek::ui
{

namespace
{

constexpr int tieFormWidth = 480;
constexpr int tieSearchHeight = 234;

} // namespace

TieForm::TieForm(const Context& context, domain::ConversationId id, const QStringList& shown, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_id(id)
    , m_search(new CardSearch([&desk = context.desk](const QString& text) { return desk.patientCards().lookFor(text); },
                              this))
    , m_trouble(troubleLabel(this))
    , m_new(new QPushButton(tr("New patient…"), this))
    , m_tie(new QPushButton(tr("This is who writes"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("tieForm"));
    setWindowTitle(tr("Who writes?"));
    build();
    m_search->setMeaning(tr("Look for the card"));
    m_search->setStanding(shown);
    connect(m_search, &CardSearch::changed, this, &TieForm::refresh);
    connect(m_search, &CardSearch::said, this, &TieForm::say);
    connect(m_search, &CardSearch::taken, this, &TieForm::tie);
    connect(m_tie, &QPushButton::clicked, this, &TieForm::tie);
    connect(m_new, &QPushButton::clicked, this, [this] {
        Q_EMIT newWanted(m_search->text());
        reject();
    });
    refresh();
}

void TieForm::build()
{
    m_trouble->setObjectName(QStringLiteral("formTrouble"));
    m_new->setObjectName(QStringLiteral("newInstead"));
    m_tie->setObjectName(QStringLiteral("tieNow"));
    m_search->setFixedSize(tieFormWidth, tieSearchHeight);
    auto* lead = cardLabel(*this, tr("The card then stands beside the conversation, at every desk. The agent goes on "
                                     "asking who writes before it tells or changes anything."));
    lead->setFixedWidth(tieFormWidth);
    m_trouble->setFixedWidth(tieFormWidth);
    setKind(*m_tie, QStringLiteral("primary"));
    m_tie->setDefault(true);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("cancelTie"));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    for (QPushButton* button : {m_new, cancel}) {
        button->setAutoDefault(false);
    }
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(2 * space);
    buttons->addWidget(m_new);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_tie);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6 * space, 5 * space, 6 * space, 5 * space);
    column->setSpacing(3 * space);
    for (QWidget* part : std::initializer_list<QWidget*>{lead, m_search, m_trouble}) {
        column->addWidget(part);
    }
    column->addLayout(buttons);
    column->setSizeConstraint(QLayout::SetFixedSize);
}

void TieForm::refresh()
{
    m_tie->setEnabled(m_search->chosen() != nullptr && !m_isTying);
}

void TieForm::tie()
{
    if (!m_tie->isEnabled()) {
        return;
    }
    m_isTying = true;
    refresh();
    whenDone(m_context.desk.patientCards().tie(m_id, m_search->chosen()->id), this, [this](const auto& done) {
        m_isTying = false;
        if (done) {
            Q_EMIT tied();
            return accept();
        }
        refresh();
        say(words::sentence(done.error()));
    });
}

void TieForm::say(const QString& trouble)
{
    m_trouble->setText(trouble);
    m_trouble->setVisible(!trouble.isEmpty());
}

} // namespace delpek::ui
