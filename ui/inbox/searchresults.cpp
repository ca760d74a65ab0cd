// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/searchresults.h"

#include "domain/isolate.h"
#include "ui/changefeed.h"
#include "ui/inbox/searchdelegate.h"
#include "ui/inbox/searchmodel.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QScrollBar>
#include <QVBoxLayout>

#include <utility>

namespace delpek::ui
{

SearchResults::SearchResults(const Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new SearchModel(context, this))
    , m_list(new QListView(this))
    , m_empty(new QLabel(this))
    , m_note(new QLabel(this))
{
    m_list->setObjectName(QStringLiteral("searchResults"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new SearchDelegate(context, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->installEventFilter(this);
    for (auto* label : {m_empty, m_note}) {
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        label->setProperty("kind", QStringLiteral("muted"));
    }
    m_empty->setObjectName(QStringLiteral("searchEmpty"));
    m_note->setObjectName(QStringLiteral("searchNote"));
    m_empty->setContentsMargins(16, 32, 16, 32);
    m_note->setContentsMargins(16, 8, 16, 8);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_empty);
    column->addWidget(m_list, 1);
    column->addWidget(m_note);

    connect(m_list, &QListView::clicked, this, &SearchResults::open);
    connect(m_model, &SearchModel::loaded, this, &SearchResults::onLoaded);
    connect(m_model, &SearchModel::refreshing, this, &SearchResults::keepPlace);
    connect(m_model, &SearchModel::refreshed, this, &SearchResults::restorePlace);
    connect(&context.feed, &ChangeFeed::changed, this, &SearchResults::follow);
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(refreshPause);
    connect(&m_refresh, &QTimer::timeout, this, &SearchResults::refresh);
    connect(&context.theme, &Theme::changed, this, [this] { m_list->doItemsLayout(); });
    retranslate();
}

bool SearchResults::isRefreshDue() const
{
    return m_refresh.isActive() || m_model->isRefreshing();
}

void SearchResults::search(const QString& text)
{
    m_openWanted = false;
    m_isStale = false;
    m_refresh.stop();
    m_model->search(text);
}

void SearchResults::follow(const std::vector<domain::Change>& changes)
{
    if (m_model->text().trimmed().isEmpty()) {
        return;
    }
    std::set<domain::ConversationId> erased;
    bool concerns = false;
    for (const auto& change : changes) {
        if (change.topic == domain::Topic::Erased) {
            erased.insert({change.conversation});
        }
        concerns = concerns || change.topic == domain::Topic::Erased || change.topic == domain::Topic::Message ||
                   change.topic == domain::Topic::Note;
    }
    m_model->forget(erased);
    if (concerns && !isVisible()) {
        m_isStale = true;
    } else if (concerns && !m_refresh.isActive()) {
        m_refresh.start();
    }
}

void SearchResults::refresh()
{
    if (!isVisible()) {
        m_isStale = true;
    } else if (m_model->isLoading() || m_model->isRefreshing()) {
        m_refresh.start();
    } else {
        m_model->refresh();
    }
}

void SearchResults::showEvent(QShowEvent* event)
{
    if (std::exchange(m_isStale, false)) {
        m_refresh.start();
    }
    QWidget::showEvent(event);
}

void SearchResults::keepPlace()
{
    const bool isAtBeginning = m_list->verticalScrollBar()->value() == 0;
    m_top = isAtBeginning ? QModelIndex() : m_list->indexAt(QPoint(m_list->viewport()->width() / 2, 0));
    m_topOffset = m_list->visualRect(m_top).top();
}

void SearchResults::restorePlace()
{
    if (m_top.isValid()) {
        auto& bar = *m_list->verticalScrollBar();
        bar.setValue(bar.value() + m_list->visualRect(m_top).top() - m_topOffset);
    }
    m_top = QPersistentModelIndex();
}

void SearchResults::focusList()
{
    if (!m_list->currentIndex().isValid() && m_model->rowCount() > 0) {
        m_list->setCurrentIndex(m_model->index(0));
    }
    m_list->setFocus(Qt::ShortcutFocusReason);
}

void SearchResults::openCurrent()
{
    m_openWanted = m_model->isLoading();
    if (m_openWanted) {
        return;
    }
    const QModelIndex current = m_list->currentIndex();
    open(current.isValid() ? current : m_model->index(0));
}

void SearchResults::open(const QModelIndex& index)
{
    if (index.isValid()) {
        m_list->setCurrentIndex(index);
        const auto& hit = m_model->hit(index.row());
        Q_EMIT chosen(hit.conversation.id, hit.message);
    }
}

bool SearchResults::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            openCurrent();
            return true;
        }
        if (key == Qt::Key_Escape) {
            Q_EMIT leaveWanted();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void SearchResults::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void SearchResults::retranslate()
{
    m_list->setAccessibleName(tr("What was found"));
    onLoaded();
}

void SearchResults::onLoaded()
{
    const bool empty = m_model->rowCount() == 0;
    m_empty->setVisible(empty && !m_model->isLoading());
    m_list->setVisible(!empty);
    m_empty->setText(tr("Nothing was found for %1.\nTry fewer words, the beginning of a word, or the last four digits "
                        "of a phone number.")
                         .arg(domain::isolate(m_model->text().trimmed())));
    const qint64 left = m_model->notYetSearchable();
    m_note->setVisible(left > 0);
    m_note->setText(tr("Older messages are still being made searchable: about %n to go.", nullptr, int(left)));
    if (m_openWanted) {
        openCurrent();
    }
}

} // namespace delpek::ui
