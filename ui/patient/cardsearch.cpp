// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patient/cardsearch.h"

#include "ui/call.h"
#include "ui/patient/patientwords.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace delpek::ui
{

namespace
{

constexpr int searchPause = 200; ///< milliseconds after the last key

} // namespace

CardSearch::CardSearch(Find find, QWidget* parent)
    : QWidget(parent)
    , m_find(std::move(find))
    , m_text(new QLineEdit(this))
    , m_found(new QListWidget(this))
{
    m_text->setObjectName(QStringLiteral("cardSearch"));
    m_found->setObjectName(QStringLiteral("foundCards"));
    m_found->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_found->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3 * space);
    column->addWidget(m_text);
    column->addWidget(m_found, 1);
    setFocusProxy(m_text);
    auto* pause = new QTimer(this);
    pause->setSingleShot(true);
    pause->setInterval(searchPause);
    connect(m_text, &QLineEdit::textChanged, this, [this, pause] {
        ++m_asked;
        offer({});
        Q_EMIT said({});
        pause->start();
    });
    connect(pause, &QTimer::timeout, this, &CardSearch::search);
    connect(m_found, &QListWidget::currentRowChanged, this, &CardSearch::changed);
    const auto take = [this] {
        if (const auto* card = chosen()) {
            Q_EMIT taken(*card);
        }
    };
    connect(m_found, &QListWidget::itemActivated, this, take);
    connect(m_found, &QListWidget::itemClicked, this, [this, take] {
        if (m_takesAtOnce) {
            take();
        }
    });
    retranslate();
}

void CardSearch::setMeaning(const QString& meaning)
{
    m_text->setAccessibleName(meaning);
}

void CardSearch::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void CardSearch::retranslate()
{
    m_text->setPlaceholderText(tr("Part of the name, or a phone number"));
    m_found->setAccessibleName(tr("Cards that were found"));
}

void CardSearch::setStanding(QStringList ids)
{
    m_standing = std::move(ids);
}

void CardSearch::setSuggested(std::vector<domain::Patient> cards)
{
    m_suggested = std::move(cards);
    if (text().isEmpty()) {
        offer(m_suggested);
    }
}

QString CardSearch::text() const
{
    return m_text->text().simplified();
}

const domain::Patient* CardSearch::chosen() const
{
    const int row = m_found->currentRow();
    return row >= 0 && row < int(m_cards.size()) && m_found->item(row)->flags().testFlag(Qt::ItemIsSelectable)
               ? &m_cards[size_t(row)]
               : nullptr;
}

void CardSearch::clear()
{
    m_text->clear();
    offer(m_suggested);
}

void CardSearch::search()
{
    const int asked = ++m_asked;
    if (text().isEmpty()) {
        return offer(m_suggested);
    }
    whenDone(m_find(text()), this, [this, asked](const auto& found) {
        if (asked != m_asked) {
            return;
        }
        offer(found ? *found : std::vector<domain::Patient>());
        Q_EMIT said(!found ? words::sentence(found.error()) : found->empty() ? tr("No card was found.") : QString());
    });
}

void CardSearch::offer(std::vector<domain::Patient> cards)
{
    m_found->clear();
    m_cards = std::move(cards);
    for (const auto& card : m_cards) {
        const bool isStanding = m_standing.contains(card.id);
        const QString line = patientwords::cardLine(card);
        auto* item = new QListWidgetItem(isStanding ? tr("%1 (stands beside the conversation)").arg(line) : line);
        item->setData(Qt::UserRole, card.id);
        item->setFlags(isStanding ? Qt::NoItemFlags : Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        m_found->addItem(item);
    }
    if (m_cards.size() == 1 && !m_takesAtOnce && !m_standing.contains(m_cards.front().id)) {
        m_found->setCurrentRow(0);
    }
    Q_EMIT changed();
}

} // namespace delpek::ui
