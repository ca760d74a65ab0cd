// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patient/tieform.h"

#include "desk/desk.h"
#include "desk/patientcards.h"
#include "domain/isolate.h"
#include "ui/call.h"
#include "ui/escalations/cardlabel.h"
#include "ui/patient/patientwords.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace delpek::ui
{

namespace
{

constexpr int tieFormWidth = 480;
constexpr int tieFoundHeight = 190;
constexpr int tieSearchDelay = 200; ///< milliseconds after the last key

/// "Noa Cohen · born 14.5.1988 · 054-123-4567"
QString cardLine(const domain::Patient& card)
{
    QStringList parts{domain::isolate(words::name(card.name))};
    if (card.birthDate.isValid()) {
        parts << TieForm::tr("born %1").arg(patientwords::date(card.birthDate));
    }
    if (card.phone) {
        parts << domain::isolate(card.phone->display());
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace

TieForm::TieForm(const Context& context, domain::ConversationId id, QStringList shown, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_id(id)
    , m_shown(std::move(shown))
    , m_text(new QLineEdit(this))
    , m_found(new QListWidget(this))
    , m_trouble(troubleLabel(this))
    , m_new(new QPushButton(tr("New patient…"), this))
    , m_tie(new QPushButton(tr("This is who writes"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("tieForm"));
    setWindowTitle(tr("Who writes?"));
    build();
    auto* pause = new QTimer(this);
    pause->setSingleShot(true);
    pause->setInterval(tieSearchDelay);
    connect(m_text, &QLineEdit::textChanged, this, [this, pause] {
        // What was found for other words is nobody's answer to these.
        ++m_asked;
        offer({});
        say({});
        pause->start();
    });
    connect(pause, &QTimer::timeout, this, &TieForm::search);
    connect(m_found, &QListWidget::currentRowChanged, this, &TieForm::refresh);
    connect(m_found, &QListWidget::itemActivated, this, &TieForm::tie);
    connect(m_tie, &QPushButton::clicked, this, &TieForm::tie);
    connect(m_new, &QPushButton::clicked, this, [this] {
        Q_EMIT newWanted();
        reject();
    });
    refresh();
}

void TieForm::build()
{
    m_text->setObjectName(QStringLiteral("tieSearch"));
    m_found->setObjectName(QStringLiteral("tieFound"));
    m_trouble->setObjectName(QStringLiteral("formTrouble"));
    m_new->setObjectName(QStringLiteral("newInstead"));
    m_tie->setObjectName(QStringLiteral("tieNow"));
    m_text->setPlaceholderText(tr("Part of the name, or a phone number"));
    m_text->setAccessibleName(tr("Look for the card"));
    m_found->setAccessibleName(tr("Cards that were found"));
    m_found->setFixedSize(tieFormWidth, tieFoundHeight);
    m_found->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_found->setWordWrap(true);
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
    for (QWidget* part : std::initializer_list<QWidget*>{lead, m_text, m_found, m_trouble}) {
        column->addWidget(part);
    }
    column->addLayout(buttons);
    column->setSizeConstraint(QLayout::SetFixedSize);
}

void TieForm::search()
{
    whenDone(m_context.desk.patientCards().lookFor(m_text->text()), this, [this, asked = ++m_asked](const auto& found) {
        if (asked != m_asked) {
            return;
        }
        offer(found ? *found : std::vector<domain::Patient>());
        if (!found) {
            say(words::sentence(found.error()));
        }
    });
}

void TieForm::offer(const std::vector<domain::Patient>& cards)
{
    m_found->clear();
    for (const auto& card : cards) {
        const bool isShown = m_shown.contains(card.id);
        auto* item = new QListWidgetItem(
            isShown ? tr("%1 (stands beside the conversation)").arg(cardLine(card)) : cardLine(card), m_found);
        item->setData(Qt::UserRole, card.id);
        item->setFlags(isShown ? Qt::NoItemFlags : Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    }
    say(cards.empty() && !m_text->text().simplified().isEmpty() ? tr("No card was found.") : QString());
    if (cards.size() == 1 && !m_shown.contains(cards.front().id)) {
        m_found->setCurrentRow(0);
    }
    refresh();
}

void TieForm::refresh()
{
    m_tie->setEnabled(m_found->currentItem() != nullptr && !m_isTying);
}

void TieForm::tie()
{
    if (!m_tie->isEnabled()) {
        return;
    }
    m_isTying = true;
    refresh();
    const QString patient = m_found->currentItem()->data(Qt::UserRole).toString();
    whenDone(m_context.desk.patientCards().tie(m_id, patient), this, [this](const auto& done) {
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
