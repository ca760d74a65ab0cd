// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/later/laterbar.h"

#include "desk/desk.h"
#include "desk/latersends.h"
#include "domain/isolate.h"
#include "ui/call.h"
#include "ui/changefeed.h"
#include "ui/later/laterwords.h"
#include "ui/problembar.h"
#include "ui/rights.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>

namespace delpek::ui
{

namespace
{

const auto laterSource = QStringLiteral("later");
constexpr int highest = 210;
constexpr int longestShown = 300;

QString firstWords(const QString& text)
{
    return text.size() <= longestShown ? text : text.left(longestShown).trimmed() + QStringLiteral("…");
}

} // namespace

LaterBar::LaterBar(const Context& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_scroll(new QScrollArea(this))
    , m_list(new QWidget)
    , m_column(new QVBoxLayout(m_list))
{
    setObjectName(QStringLiteral("laterBar"));
    m_column->setContentsMargins(12, 6, 12, 6);
    m_column->setSpacing(6);
    m_scroll->setWidget(m_list);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_scroll);
    connect(&context.feed, &ChangeFeed::changed, this, [this](const std::vector<domain::Change>& changes) {
        if (std::ranges::any_of(changes, [this](const domain::Change& change) {
                return change.conversation == m_id.value &&
                       (change.topic == domain::Topic::LaterSend || change.topic == domain::Topic::Erased);
            })) {
            read();
        }
    });
    connect(&context.theme, &Theme::changed, this, &LaterBar::build);
    hide();
}

void LaterBar::open(domain::ConversationId id)
{
    if (id == m_id) {
        return;
    }
    m_id = id;
    m_shown.clear();
    build();
    read();
}

void LaterBar::read()
{
    if (!m_id.isValid()) {
        return;
    }
    whenDone(m_context.desk.laterSends().of(m_id), this, [this, id = m_id](const auto& planned) {
        if (id != m_id) {
            return;
        }
        if (!planned) {
            m_context.problems.report(laterSource, planned.error(), [this] { read(); });
            return;
        }
        if (*planned != m_shown) {
            m_shown = *planned;
            build();
        }
    });
}

template <typename T>
void LaterBar::follow(const Future<T>& future)
{
    whenDone(future, this, [this](const auto& result) {
        if (result) {
            m_context.problems.worked(laterSource);
        } else {
            m_context.problems.report(laterSource, result.error());
        }
        read();
    });
}

void LaterBar::edit(const domain::LaterSend& planned)
{
    Q_EMIT editWanted();
    whenDone(m_context.desk.laterSends().edit(planned.id), this, [this, planned](const auto& draft) {
        if (draft) {
            m_context.problems.worked(laterSource);
            Q_EMIT edited(planned.conversation, planned.text, *draft);
        } else {
            m_context.problems.report(laterSource, draft.error());
        }
        read();
    });
}

QWidget* LaterBar::ghost(const domain::LaterSend& planned)
{
    const bool isHeldBack = !planned.fault.isEmpty();
    const auto& colours = m_context.theme.colours();
    auto* frame = new QFrame(m_list);
    frame->setObjectName(isHeldBack ? QStringLiteral("laterFault") : QStringLiteral("laterGhost"));
    auto* mark = new QLabel(frame);
    mark->setPixmap(icon(isHeldBack ? QStringLiteral("failed") : QStringLiteral("clock"),
                         isHeldBack ? colours.waiting : colours.muted)
                        .pixmap(16, 16));
    auto* heading = new QLabel(laterwords::heading(planned, m_context.desk.now()), frame);
    heading->setObjectName(QStringLiteral("laterHeading"));
    heading->setTextFormat(Qt::PlainText);
    heading->setFont(m_context.theme.small());
    heading->setWordWrap(true);
    auto* text = new QLabel(firstWords(planned.text), frame);
    text->setObjectName(QStringLiteral("laterText"));
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    // The side of a text is its own language's.
    text->setLayoutDirection(planned.text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    auto* head = new QHBoxLayout;
    head->setSpacing(6);
    head->addWidget(mark, 0, Qt::AlignTop);
    head->addWidget(heading, 1);
    auto* column = new QVBoxLayout(frame);
    column->setContentsMargins(10, 6, 10, 6);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(text);
    if (!mayDo(m_context, domain::Right::Converse)) {
        return frame;
    }
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    const auto add = [&](const char* name, const QString& label, const auto& run) {
        auto* button = new QPushButton(label, frame);
        button->setObjectName(QLatin1String(name));
        button->setProperty("kind", QStringLiteral("link"));
        button->setAccessibleName(label + QStringLiteral(": ") + firstWords(planned.text));
        connect(button, &QPushButton::clicked, this, run);
        row->addWidget(button);
    };
    add("laterEdit", tr("Edit"), [this, planned] { edit(planned); });
    add("laterSendNow", tr("Send now"), [this, id = planned.id] { follow(m_context.desk.laterSends().sendNow(id)); });
    add("laterCancel", isHeldBack ? tr("Remove") : tr("Do not send"),
        [this, id = planned.id] { follow(m_context.desk.laterSends().cancel(id)); });
    row->addStretch(1);
    column->addLayout(row);
    return frame;
}

void LaterBar::build()
{
    while (QLayoutItem* item = m_column->takeAt(0)) {
        // Its button may be the one that was pressed.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const auto& planned : m_shown) {
        m_column->addWidget(ghost(planned));
    }
    setVisible(!m_shown.empty());
    fitHeight();
}

void LaterBar::fitHeight()
{
    if (m_shown.empty()) {
        return;
    }
    const int width = std::max(1, m_scroll->viewport()->width());
    const int wanted =
        m_column->hasHeightForWidth() ? m_column->totalHeightForWidth(width) : m_column->totalSizeHint().height();
    m_scroll->setFixedHeight(std::min(highest, wanted));
}

void LaterBar::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    fitHeight();
}

void LaterBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        build();
    }
    QFrame::changeEvent(event);
}

} // namespace delpek::ui
