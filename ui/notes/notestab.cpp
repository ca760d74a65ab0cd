// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/notestab.h"

#include "desk/desk.h"
#include "desk/notes.h"
#include "ui/call.h"
#include "ui/changefeed.h"
#include "ui/notes/notedelegate.h"
#include "ui/notes/notemodel.h"
#include "ui/problembar.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>

namespace delpek::ui
{

namespace
{

const auto notesSource = QStringLiteral("notes");

} // namespace

NotesTab::NotesTab(const Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new NoteModel([&desk = context.desk] { return desk.now(); }, this))
    , m_list(new QListView(this))
    , m_empty(new QLabel(this))
    , m_remove(new QPushButton(this))
    , m_undo(new QPushButton(this))
{
    setObjectName(QStringLiteral("sideBody"));
    setAttribute(Qt::WA_StyledBackground);
    m_list->setObjectName(QStringLiteral("noteList"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new NoteDelegate(context, m_list));
    m_list->setResizeMode(QListView::Adjust);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setProperty("kind", QStringLiteral("muted"));
    m_empty->setContentsMargins(16, 32, 16, 32);
    m_remove->setObjectName(QStringLiteral("removeNote"));
    m_undo->setObjectName(QStringLiteral("undoNote"));
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(8, 4, 8, 8);
    foot->addWidget(m_remove);
    foot->addWidget(m_undo);
    foot->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->addWidget(m_empty);
    column->addWidget(m_list, 1);
    column->addLayout(foot);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &NotesTab::refresh);
    connect(m_list, &QListView::clicked, this,
            [this](const QModelIndex& index) { Q_EMIT placeWanted(m_model->row(index.row()).after); });
    connect(m_remove, &QPushButton::clicked, this, &NotesTab::remove);
    connect(m_undo, &QPushButton::clicked, this, &NotesTab::bringBack);
    connect(&context.feed, &ChangeFeed::changed, this, [this](const auto& changes) {
        if (std::ranges::any_of(changes, [this](const domain::Change& change) {
                return change.topic == domain::Topic::Note && change.conversation == m_id.value;
            })) {
            read();
        }
    });
    connect(&context.theme, &Theme::changed, this, &NotesTab::retranslate);
    retranslate();
}

int NotesTab::count() const
{
    return m_model->rowCount();
}

void NotesTab::open(domain::ConversationId id)
{
    m_id = id;
    m_removed.clear();
    m_model->set({});
    refresh();
    Q_EMIT changed();
    read();
}

void NotesTab::read()
{
    if (!m_id.isValid()) {
        return;
    }
    whenDone(m_context.desk.notes().of(m_id), this, [this, id = m_id](const auto& notes) {
        if (id != m_id) {
            return;
        }
        if (!notes) {
            m_context.problems.report(notesSource, notes.error(), [this] { read(); });
            return;
        }
        m_context.problems.worked(notesSource);
        m_model->set(*notes);
        refresh();
        Q_EMIT changed();
    });
}

void NotesTab::remove()
{
    const auto current = m_list->currentIndex();
    if (!current.isValid() || !m_remove->isEnabled()) {
        return;
    }
    const domain::InternalNote note = m_model->row(current.row());
    whenDone(m_context.desk.notes().remove(note.id), this, [this, note](const auto& result) {
        if (!result) {
            m_context.problems.report(notesSource, result.error());
        } else if (note.conversation == m_id) {
            m_removed = note.text;
            read();
        }
    });
}

void NotesTab::bringBack()
{
    const QString text = std::exchange(m_removed, {});
    refresh();
    whenDone(m_context.desk.notes().write(m_id, text), this, [this, id = m_id, text](const auto& result) {
        if (result) {
            return;
        }
        m_context.problems.report(notesSource, result.error());
        if (id == m_id) {
            m_removed = text;
            refresh();
        }
    });
}

void NotesTab::refresh()
{
    const auto current = m_list->currentIndex();
    m_empty->setVisible(count() == 0);
    m_list->setVisible(count() > 0);
    m_remove->setVisible(count() > 0 && m_removed.isEmpty());
    m_remove->setEnabled(current.isValid() && m_model->row(current.row()).author == m_context.desk.staffName());
    m_undo->setVisible(!m_removed.isEmpty());
}

void NotesTab::retranslate()
{
    m_list->setAccessibleName(tr("Internal notes"));
    m_empty->setText(tr("Nobody has written a note here. Notes are for the team; the patient never sees them."));
    m_remove->setText(tr("Delete my note"));
    m_undo->setText(tr("The note was deleted: undo"));
    m_list->doItemsLayout();
    refresh();
}

bool NotesTab::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && m_list->currentIndex().isValid()) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            Q_EMIT placeWanted(m_model->row(m_list->currentIndex().row()).after);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void NotesTab::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace delpek::ui
