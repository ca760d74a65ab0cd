// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privacy/erasureform.h"

#include "desk/desk.h"
#include "domain/isolate.h"
#include "ui/call.h"
#include "ui/privacy/erasurewords.h"
#include "ui/theme/icons.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace delpek::ui
{

namespace
{

constexpr int provingDigits = 4;
constexpr int formWidth = 600;
enum ErasableColumn { Account, LastMessage, Kept, ErasableColumns };

} // namespace

ErasureForm::ErasureForm(const Context& context, std::vector<desk::Erasable> all,
                         const std::vector<domain::ConversationId>& chosen, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_all(std::move(all))
    , m_list(new QTreeWidget(this))
    , m_sum(new QLabel(this))
    , m_goes(new QLabel(this))
    , m_stays(new QLabel(this))
    , m_ask(new QLabel(this))
    , m_typed(new QLineEdit(this))
    , m_trouble(new QLabel(this))
    , m_erase(new QPushButton(tr("Erase for good"), this))
    , m_close(new QPushButton(tr("Cancel"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Erase what is kept of a patient"));
    build(chosen);
    connect(m_list, &QTreeWidget::itemChanged, this, [this] {
        m_trouble->clear();
        refresh();
    });
    connect(m_typed, &QLineEdit::textChanged, this, &ErasureForm::refresh);
    connect(m_erase, &QPushButton::clicked, this, &ErasureForm::erase);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    refresh();
}

void ErasureForm::build(const std::vector<domain::ConversationId>& chosen)
{
    m_list->setObjectName(QStringLiteral("erasables"));
    m_sum->setObjectName(QStringLiteral("erasureSum"));
    m_typed->setObjectName(QStringLiteral("erasureProof"));
    m_trouble->setObjectName(QStringLiteral("formTrouble"));
    m_erase->setObjectName(QStringLiteral("eraseForGood"));
    m_close->setObjectName(QStringLiteral("closeErasure"));
    m_erase->setProperty("kind", QStringLiteral("alert"));
    m_erase->setAutoDefault(false);
    m_close->setDefault(true);
    m_list->setRootIsDecorated(false);
    m_list->setColumnCount(ErasableColumns);
    m_list->setHeaderLabels({tr("Conversation"), tr("Last message"), tr("What there is")});
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setStretchLastSection(true);
    m_list->setAccessibleName(tr("Conversations of this person"));
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    for (const auto& one : m_all) {
        const auto& conversation = one.conversation;
        const QString name = tr("%1 · %2").arg(domain::isolate(words::title(conversation)),
                                               words::channel(conversation.address.channel));
        auto* item = new QTreeWidgetItem(m_list, {name, words::stamp(conversation.lastActivity, m_context.desk.now()),
                                                  one.hindrance.isEmpty() ? erasurewords::amounts(one.amounts)
                                                                          : erasurewords::sentence(one.hindrance)});
        item->setFlags(Qt::ItemIsUserCheckable | Qt::ItemIsEnabled);
        const bool isChosen = std::ranges::find(chosen, conversation.id) != chosen.end();
        item->setCheckState(Account, isChosen ? Qt::Checked : Qt::Unchecked);
        item->setToolTip(Kept, item->text(Kept));
        if (!one.hindrance.isEmpty()) {
            item->setForeground(Kept, m_context.theme.colours().emergency);
            item->setIcon(Kept, icon(QStringLiteral("failed"), m_context.theme.colours().emergency));
        }
    }
    m_list->setFixedHeight(m_list->header()->sizeHint().height() +
                           std::clamp(int(m_all.size()), 2, 6) * (fontMetrics().height() + 5 * space) + 2 * space);
    m_goes->setText(tr("Gone for good: the messages in all versions, files and voice messages, decisions, "
                       "escalations, drafts, internal notes, offered times and wishes for one. With the last "
                       "conversation of somebody also what is remembered of them."));
    m_stays->setText(tr("What stays: the clinic's records, with visits, invoices and the exchanges with a doctor; the "
                        "audit log, without any words; and that somebody wants no messages or is blocked."));
    for (QLabel* label : {m_sum, m_goes, m_stays, m_ask, m_trouble}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(leading(*this));
    }
    // With a width of their own the dialog knows how high they are.
    for (QWidget* part : std::initializer_list<QWidget*>{m_list, m_sum, m_goes, m_stays, m_trouble}) {
        part->setFixedWidth(formWidth);
    }
    m_sum->setFont(m_context.theme.strong());
    m_ask->setBuddy(m_typed);
    m_typed->setMaxLength(12);
    m_typed->setFixedWidth(140);
    m_typed->setLayoutDirection(Qt::LeftToRight);

    auto* prove = new QHBoxLayout;
    prove->setSpacing(3 * space);
    prove->addWidget(m_ask, 1);
    prove->addWidget(m_typed);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(2 * space);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_erase);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6 * space, 5 * space, 6 * space, 5 * space);
    column->setSpacing(3 * space);
    for (QWidget* part : std::initializer_list<QWidget*>{m_list, m_sum, m_goes, m_stays}) {
        column->addWidget(part);
    }
    column->addLayout(prove);
    column->addWidget(m_trouble);
    column->addLayout(buttons);
}

std::vector<const desk::Erasable*> ErasureForm::ticked() const
{
    std::vector<const desk::Erasable*> found;
    for (size_t index = 0; index < m_all.size(); ++index) {
        if (m_list->topLevelItem(int(index))->checkState(Account) == Qt::Checked) {
            found.push_back(&m_all[index]);
        }
    }
    return found;
}

/// What is to be typed: read off the screen, never typed by habit.
QString ErasureForm::proof() const
{
    const auto wanted = ticked();
    if (wanted.empty()) {
        return {};
    }
    const auto phone =
        std::ranges::find_if(wanted, [](const auto* one) { return one->conversation.phone.has_value(); });
    return phone == wanted.end() ? QString::number(wanted.front()->conversation.id.value)
                                 : (*phone)->conversation.phone->e164().right(provingDigits);
}

void ErasureForm::refresh()
{
    const auto wanted = ticked();
    domain::ErasedAmounts sum;
    const desk::Erasable* hindered = nullptr;
    const desk::Erasable* phoned = nullptr;
    for (const auto* one : wanted) {
        sum += one->amounts;
        hindered = one->hindrance.isEmpty() ? hindered : one;
        phoned = one->conversation.phone && phoned == nullptr ? one : phoned;
    }
    m_sum->setText(wanted.empty()        ? tr("Nothing is ticked.")
                   : hindered != nullptr ? erasurewords::sentence(hindered->hindrance)
                                         : tr("To be erased: %1").arg(erasurewords::amounts(sum)));
    m_ask->setText(phoned != nullptr ? tr("To erase, type the last four digits of %1")
                                           .arg(domain::isolate(phoned->conversation.phone->display()))
                   : wanted.empty()
                       ? QString()
                       : tr("To erase, type the number of the conversation: %1").arg(domain::isolate(proof())));
    m_typed->setEnabled(!wanted.empty() && hindered == nullptr && !m_isErasing);
    m_erase->setEnabled(m_typed->isEnabled() && m_typed->text().trimmed() == proof());
    m_trouble->setVisible(!m_trouble->text().isEmpty());
}

void ErasureForm::erase()
{
    std::vector<domain::ConversationId> ids;
    for (const auto* one : ticked()) {
        ids.push_back(one->conversation.id);
    }
    m_isErasing = true;
    m_trouble->clear();
    refresh();
    whenDone(m_context.desk.privacy().erase(ids), this, [this, count = int(ids.size())](const auto& done) {
        m_isErasing = false;
        if (!done) {
            m_trouble->setText(tr("Nothing was erased. %1").arg(words::sentence(done.error())));
            return refresh();
        }
        showDone(count, *done);
        Q_EMIT erased();
    });
}

void ErasureForm::showDone(int conversations, const domain::ErasedAmounts& amounts)
{
    for (QWidget* part : std::initializer_list<QWidget*>{m_list, m_goes, m_ask, m_typed, m_trouble, m_erase}) {
        part->hide();
    }
    m_sum->setText(tr("%n conversations were erased.", nullptr, conversations) + QLatin1Char(' ') +
                   erasurewords::amounts(amounts));
    m_close->setText(tr("Close"));
    m_close->setFocus();
    adjustSize();
}

} // namespace delpek::ui
