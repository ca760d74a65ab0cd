// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quickreplies/quickreplypanel.h"

#include "desk/desk.h"
#include "desk/quickreplies.h"
#include "ui/call.h"
#include "ui/changefeed.h"
#include "ui/problembar.h"
#include "ui/quickreplies/quickreplydelegate.h"
#include "ui/quickreplies/quickreplyeditor.h"
#include "ui/quickreplies/quickreplymodel.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTextEdit>
#include <QToolButton>

namespace delpek::ui
{

namespace
{

const auto repliesSource = QStringLiteral("quickreplies");
constexpr int panelHeight = 226;
constexpr domain::Language bothLanguages[] = {domain::Language::Hebrew, domain::Language::English};

} // namespace

QuickReplyPanel::QuickReplyPanel(const Context& context, QTextEdit& edit, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_edit(edit)
    , m_model(new QuickReplyModel(this))
    , m_search(new QLineEdit(this))
    , m_hint(new QLabel(this))
    , m_languages(new QButtonGroup(this))
    , m_manage(new QToolButton(this))
    , m_list(new QListView(this))
    , m_empty(new QLabel(this))
{
    build();
    edit.installEventFilter(this);
    m_search->installEventFilter(this);
    connect(&edit, &QTextEdit::textChanged, this, &QuickReplyPanel::onWritten);
    connect(m_search, &QLineEdit::textChanged, this, &QuickReplyPanel::setTyped);
    connect(m_languages, &QButtonGroup::idClicked, this, [this](int which) { setLanguage(bothLanguages[which]); });
    connect(m_manage, &QToolButton::clicked, this, [this] {
        leave();
        (new QuickReplyEditor(m_context, window()))->open();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &QuickReplyPanel::tell);
    connect(m_list, &QListView::entered, this, [this](const QModelIndex& index) { m_list->setCurrentIndex(index); });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) {
        m_list->setCurrentIndex(index);
        insert();
    });
    connect(&context.feed, &ChangeFeed::changed, this, [this](const std::vector<domain::Change>& changes) {
        if (isOpen() &&
            std::ranges::find(changes, domain::Topic::QuickReply, &domain::Change::topic) != changes.end()) {
            read();
        }
    });
    connect(&context.theme, &Theme::changed, this, &QuickReplyPanel::retranslate);
    retranslate();
    hide();
}

void QuickReplyPanel::build()
{
    setObjectName(QStringLiteral("quickReplies"));
    m_search->setObjectName(QStringLiteral("quickReplySearch"));
    m_hint->setProperty("kind", QStringLiteral("muted"));
    m_hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_manage->setObjectName(QStringLiteral("manageQuickReplies"));
    m_manage->setProperty("kind", QStringLiteral("tool"));
    m_manage->setIconSize({18, 18});
    m_list->setObjectName(QStringLiteral("quickReplyList"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new QuickReplyDelegate(m_context, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    // The keyboard stays where it is written.
    m_list->setFocusPolicy(Qt::NoFocus);
    m_empty->setProperty("kind", QStringLiteral("muted"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);

    auto* top = new QHBoxLayout;
    top->setSpacing(6);
    top->addWidget(m_search, 1);
    top->addWidget(m_hint, 1);
    for (int i = 0; i < int(std::size(bothLanguages)); ++i) {
        auto* button = new QPushButton(this);
        button->setObjectName(QStringLiteral("replyLanguage-") + base::toText(bothLanguages[i]));
        button->setProperty("kind", QStringLiteral("chip"));
        button->setCheckable(true);
        m_languages->addButton(button, i);
        top->addWidget(button);
    }
    top->addWidget(m_manage);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(6);
    all->addLayout(top);
    all->addWidget(m_list, 1);
    all->addWidget(m_empty, 1);
    setFixedHeight(panelHeight);
}

void QuickReplyPanel::setConversation(const domain::Conversation& conversation)
{
    const bool other = conversation.id != m_conversation.id;
    m_conversation = conversation;
    if (other) {
        leave();
        m_wasEmpty = m_edit.document()->isEmpty();
        m_model->setFacts({});
        setLanguage(conversation.language);
    }
}

void QuickReplyPanel::toggle()
{
    if (isOpen()) {
        leave();
        m_edit.setFocus(Qt::OtherFocusReason);
    } else if (m_conversation.id.isValid() && m_edit.isEnabled()) {
        m_search->clear();
        open(Mode::Search);
        m_search->setFocus(Qt::ShortcutFocusReason);
    }
}

void QuickReplyPanel::open(Mode mode)
{
    m_mode = mode;
    m_known = m_insertLater = false;
    setTyped({});
    read();
    refresh();
    show();
    Q_EMIT changed();
}

void QuickReplyPanel::leave()
{
    if (isOpen()) {
        m_mode = Mode::Closed;
        m_insertLater = false;
        ++m_generation;
        tell();
        hide();
        Q_EMIT changed();
    }
}

void QuickReplyPanel::onWritten()
{
    const QString text = m_edit.toPlainText();
    const bool wasEmpty = std::exchange(m_wasEmpty, text.isEmpty());
    if (m_mode == Mode::Slash) {
        if (text.startsWith(QLatin1Char('/')) && !text.contains(QLatin1Char('\n'))) {
            setTyped(text.mid(1));
        } else {
            leave();
        }
    } else if (wasEmpty && text == QLatin1String("/") && m_edit.hasFocus() && m_conversation.id.isValid()) {
        open(Mode::Slash);
    }
}

void QuickReplyPanel::read()
{
    const int generation = ++m_generation;
    whenDone(m_context.desk.quickReplies().all(), this, [this, generation](const auto& all) {
        if (generation != m_generation) {
            return;
        }
        if (!all) {
            m_context.problems.report(repliesSource, all.error(), [this] { read(); });
            return;
        }
        m_context.problems.worked(repliesSource);
        m_model->setReplies(*all);
        refresh();
    });
    whenDone(m_context.desk.quickReplies().facts(m_conversation.id), this, [this, generation](const auto& facts) {
        if (generation != m_generation) {
            return;
        }
        // Without them every field is a gap.
        m_model->setFacts(facts.value_or(domain::ReplyFacts{}));
        m_known = true;
        if (std::exchange(m_insertLater, false)) {
            insert();
        }
    });
}

void QuickReplyPanel::setTyped(const QString& typed)
{
    m_insertLater = false;
    m_model->setTyped(typed);
    m_list->setCurrentIndex(m_model->index(0));
    refresh();
}

/// The keyboard is not in the list: a screen reader hears of the choice where it is.
void QuickReplyPanel::tell()
{
    const QString chosen = isOpen() ? m_list->currentIndex().data(Qt::AccessibleTextRole).toString() : QString();
    m_edit.setAccessibleDescription(chosen);
    m_search->setAccessibleDescription(chosen);
}

void QuickReplyPanel::step(int by)
{
    const int last = m_model->rowCount() - 1;
    if (last >= 0) {
        m_list->setCurrentIndex(m_model->index(std::clamp(m_list->currentIndex().row() + by, 0, last)));
    }
}

bool QuickReplyPanel::key(int key, Qt::KeyboardModifiers modifiers)
{
    constexpr int page = 4;
    switch (key) {
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_PageUp:
        step(-page);
        return true;
    case Qt::Key_PageDown:
        step(page);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (modifiers & (Qt::ShiftModifier | Qt::AltModifier)) {
            return false;
        }
        insert();
        return true;
    case Qt::Key_Escape:
        leave();
        m_edit.setFocus(Qt::OtherFocusReason);
        return true;
    default:
        return false;
    }
}

bool QuickReplyPanel::eventFilter(QObject* watched, QEvent* event)
{
    const bool ours = (m_mode == Mode::Slash && watched == &m_edit) || (isOpen() && watched == m_search);
    if (ours && event->type() == QEvent::KeyPress) {
        const auto* press = static_cast<QKeyEvent*>(event);
        if (key(press->key(), press->modifiers())) {
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void QuickReplyPanel::insert()
{
    const QModelIndex chosen = m_list->currentIndex();
    if (!chosen.isValid()) {
        return;
    }
    if (!m_known) {
        m_insertLater = true;
        return;
    }
    const QString text = m_model->textOf(chosen.row());
    const bool slash = m_mode == Mode::Slash;
    leave();
    QTextCursor cursor = m_edit.textCursor();
    cursor.beginEditBlock();
    if (slash) {
        cursor.select(QTextCursor::Document);
    }
    const int start = cursor.selectionStart();
    cursor.insertText(text);
    cursor.endEditBlock();
    m_edit.setTextCursor(cursor);
    m_edit.setFocus(Qt::OtherFocusReason);
    Q_EMIT inserted(start);
}

void QuickReplyPanel::setLanguage(domain::Language language)
{
    m_model->setLanguage(language);
    for (int i = 0; i < int(std::size(bothLanguages)); ++i) {
        m_languages->button(i)->setChecked(bothLanguages[i] == language);
    }
    if (m_mode == Mode::Slash) {
        m_edit.setFocus(Qt::OtherFocusReason);
    }
}

void QuickReplyPanel::refresh()
{
    const bool any = m_model->rowCount() > 0;
    if (any && !m_list->currentIndex().isValid()) {
        m_list->setCurrentIndex(m_model->index(0));
    }
    m_search->setVisible(m_mode != Mode::Slash);
    m_hint->setVisible(m_mode == Mode::Slash);
    m_list->setVisible(any);
    m_empty->setVisible(!any);
    m_empty->setText(m_model->replies().empty() ? tr("There are no quick replies yet. Add the texts you send often.")
                                                : tr("No quick reply holds these words."));
}

void QuickReplyPanel::retranslate()
{
    m_search->setPlaceholderText(tr("Search the quick replies"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_hint->setText(tr("Arrows choose, Enter inserts, Esc leaves"));
    m_hint->setFont(m_context.theme.small());
    m_languages->button(0)->setText(tr("Hebrew"));
    m_languages->button(1)->setText(tr("English"));
    m_manage->setIcon(icon(QStringLiteral("settings"), m_context.theme.colours().text));
    m_manage->setToolTip(tr("Add and change quick replies"));
    m_manage->setAccessibleName(m_manage->toolTip());
    m_list->setAccessibleName(tr("Quick replies"));
    refresh();
}

void QuickReplyPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace delpek::ui
