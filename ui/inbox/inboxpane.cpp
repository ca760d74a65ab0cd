// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/inboxpane.h"

#include "ui/inbox/inboxdelegate.h"
#include "ui/inbox/inboxmodel.h"
#include "ui/inbox/searchmodel.h"
#include "ui/inbox/searchresults.h"
#include "ui/sorting/labelbook.h"
#include "ui/sorting/sortbar.h"
#include "ui/sorting/sorter.h"
#include "ui/sorting/sortmenu.h"
#include "ui/theme/flowlayout.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QButtonGroup>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

namespace delpek::ui
{

namespace
{

constexpr desk::View views[] = {desk::View::All,   desk::View::NeedsPerson,      desk::View::Mine,
                                desk::View::Agent, desk::View::WaitingForDoctor, desk::View::WindowClosing};

} // namespace

InboxPane::InboxPane(const Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_labels(new LabelBook(context, this))
    , m_model(new InboxModel(context, *m_labels, this))
    , m_search(new QLineEdit(this))
    , m_filters(new QButtonGroup(this))
    , m_list(new QListView(this))
    , m_delegate(new InboxDelegate(context, *m_labels, m_list))
    , m_more(new QPushButton(this))
    , m_sorter(new Sorter(context, *m_labels, this))
    , m_bar(new SortBar(context, *m_sorter, this))
    , m_menu(std::make_unique<SortMenu>(m_context, *m_labels, *m_sorter, this))
    , m_empty(new QLabel(this))
    , m_results(new SearchResults(context, this))
{
    setObjectName(QStringLiteral("surface"));
    setAttribute(Qt::WA_StyledBackground);
    m_search->setObjectName(QStringLiteral("inboxSearch"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_searchIcon =
        m_search->addAction(icon(QStringLiteral("search"), context.theme.colours().muted), QLineEdit::LeadingPosition);

    auto* chips = new FlowLayout(nullptr, space + 1);
    for (const desk::View view : views) {
        auto* chip = new QPushButton(this);
        chip->setCheckable(true);
        chip->setProperty("kind", QStringLiteral("chip"));
        m_filters->addButton(chip, int(view));
        chips->addWidget(chip);
    }
    m_filters->button(int(desk::View::All))->setChecked(true);
    m_more->setObjectName(QStringLiteral("inboxMore"));
    m_more->setCheckable(true);
    m_more->setProperty("kind", QStringLiteral("chip"));
    m_filters->addButton(m_more, moreId);
    chips->addWidget(m_more);

    connectRearranging(); // before the view hears of it
    m_list->setModel(m_model);
    connectRearranged();
    m_list->setItemDelegate(m_delegate);
    m_list->setUniformItemSizes(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setProperty("kind", QStringLiteral("muted"));
    m_empty->setContentsMargins(16, 32, 16, 32);

    auto* head = new QVBoxLayout;
    head->setContentsMargins(10, 10, 10, 8);
    head->setSpacing(8);
    head->addWidget(m_search);
    head->addLayout(chips);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_empty);
    column->addWidget(m_list, 1);
    column->addWidget(m_results, 1);
    column->addWidget(m_bar);
    m_results->hide();

    m_typing.setSingleShot(true);
    connect(m_search, &QLineEdit::textChanged, this, &InboxPane::onTyped);
    connect(&m_typing, &QTimer::timeout, this, [this] { m_results->search(m_search->text()); });
    connect(m_results, &SearchResults::chosen, this, &InboxPane::open);
    connect(m_results, &SearchResults::leaveWanted, this, &InboxPane::leaveSearch);
    connect(m_filters, &QButtonGroup::idClicked, this, [this](int view) {
        if (view == moreId) {
            openMore();
        } else {
            showOnly(desk::View(view));
        }
    });
    connect(this, &InboxPane::opened, this, [this](domain::ConversationId id) { m_shown = id; });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &InboxPane::onCurrent);
    // Pressed again, the open one was looked at again: a reminder that came back meanwhile is done.
    connect(m_list, &QListView::pressed, this, [this](const QModelIndex& index) {
        if (selected().size() < 2 && m_model->row(index.row()).conversation.id == m_shown) {
            Q_EMIT opened(m_shown);
        }
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &InboxPane::onSelection);
    connectSorting();
    connect(m_model, &InboxModel::loaded, this, &InboxPane::onLoaded);
    connect(&context.theme, &Theme::changed, this, [this] {
        m_searchIcon->setIcon(icon(QStringLiteral("search"), m_context.theme.colours().muted));
        m_list->doItemsLayout();
    });
    retranslate();
    m_model->reload();
}

void InboxPane::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void InboxPane::focusList()
{
    if (m_results->isVisibleTo(this)) {
        m_results->focusList();
    } else {
        m_list->setFocus(Qt::ShortcutFocusReason);
    }
}

void InboxPane::selectNextWaiting()
{
    std::vector<const domain::Conversation*> waiting;
    for (int i = 0; i < m_model->rowCount(); ++i) {
        const domain::Conversation& c = m_model->row(i).conversation;
        if (c.needsPerson || c.waitingSince || c.isReminded) {
            waiting.push_back(&c);
        }
    }
    if (waiting.empty()) {
        return;
    }
    std::ranges::stable_sort(waiting, [](const auto* a, const auto* b) {
        if (a->urgency != b->urgency) {
            return a->urgency > b->urgency;
        }
        return a->waitingSince.value_or(a->lastActivity) < b->waitingSince.value_or(b->lastActivity);
    });
    const auto here = std::ranges::find(waiting, current(), &domain::Conversation::id);
    const auto next = here == waiting.end() || here + 1 == waiting.end() ? waiting.begin() : here + 1;
    select((*next)->id);
}

void InboxPane::onTyped()
{
    const bool searching = !m_search->text().trimmed().isEmpty();
    if (searching) {
        m_results->hold();
        m_typing.start(std::chrono::milliseconds(60));
    } else {
        m_typing.stop();
        m_results->search({});
    }
    m_results->setVisible(searching);
    m_list->setVisible(!searching);
    for (auto* chip : m_filters->buttons()) {
        chip->setVisible(!searching);
    }
    if (searching && selected().size() > 1) {
        selectNone();
    }
    if (!searching && m_opened.isValid()) {
        // The list goes on at what is open, and never opens a neighbour by itself.
        m_wanted = std::exchange(m_opened, {});
        if (current() != m_wanted) {
            clearSelection();
        }
    }
    onLoaded();
}

void InboxPane::open(domain::ConversationId conversation, domain::MessageId message)
{
    m_opened = conversation;
    if (current() != conversation) {
        clearSelection(); // what is selected would be taken for what is open
    }
    Q_EMIT opened(conversation);
    if (message.isValid()) {
        Q_EMIT found(message, m_results->model().text());
    }
}

void InboxPane::leaveSearch()
{
    m_search->clear();
    focusList();
}

bool InboxPane::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape && selected().size() > 1) {
        selectNone();
        return true;
    }
    if (watched != m_search || event->type() != QEvent::KeyPress || !m_results->isVisible()) {
        return QWidget::eventFilter(watched, event);
    }
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Down:
        m_results->focusList();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_typing.isActive()) {
            m_typing.stop();
            m_results->search(m_search->text());
        }
        m_results->openCurrent();
        return true;
    case Qt::Key_Escape:
        leaveSearch();
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

void InboxPane::select(domain::ConversationId id)
{
    m_opened = {};
    m_search->clear();
    if (const QModelIndex index = m_model->indexOf(id); index.isValid()) {
        selectOnly(index);
        if (m_shown != id) {
            Q_EMIT opened(id); // it was current before
        }
        return;
    }
    m_wanted = id;
    clearSelection();
    Q_EMIT opened(id);
    if (m_model->view() != desk::View::All || m_model->label()) {
        showOnly(desk::View::All);
    }
}

domain::ConversationId InboxPane::current() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? m_model->row(index.row()).conversation.id : domain::ConversationId{};
}

void InboxPane::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void InboxPane::retranslate()
{
    m_search->setPlaceholderText(tr("Search messages, names, numbers"));
    m_search->setAccessibleName(tr("Search the inbox"));
    m_list->setAccessibleName(tr("Conversations"));
    m_filters->button(int(desk::View::All))->setText(tr("All"));
    m_filters->button(int(desk::View::NeedsPerson))->setText(tr("Needs a person"));
    m_filters->button(int(desk::View::Mine))->setText(tr("Mine"));
    m_filters->button(int(desk::View::Agent))->setText(tr("Agent"));
    m_filters->button(int(desk::View::WaitingForDoctor))->setText(tr("Doctor"));
    m_filters->button(int(desk::View::WindowClosing))->setText(tr("Closing"));
    m_filters->button(int(desk::View::Agent))->setToolTip(tr("The agent holds the conversation"));
    m_filters->button(int(desk::View::WaitingForDoctor))->setToolTip(tr("Waiting for the doctor"));
    m_filters->button(int(desk::View::WindowClosing))->setToolTip(tr("WhatsApp's 24 hours for a free answer end soon"));
    m_empty->setText(tr("No conversations here."));
    fillMore();
    onLoaded();
}

void InboxPane::onLoaded()
{
    const bool searching = m_results->isVisibleTo(this);
    const bool empty = m_model->rowCount() == 0 && !m_model->isLoading() && !searching;
    m_empty->setVisible(empty);
    if (m_wanted.isValid()) {
        if (const QModelIndex index = m_model->indexOf(m_wanted); index.isValid()) {
            m_wanted = {};
            const bool before = std::exchange(m_isRearranging, true); // it is open already
            selectOnly(index);
            m_isRearranging = before;
            countSelected();
        }
    } else if (!m_shown.isValid() && m_model->rowCount() > 0 && !searching && m_model->view() == desk::View::All &&
               !m_model->label()) {
        selectOnly(m_model->index(0));
    }
}

} // namespace delpek::ui
