// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thread/foundbar.h"

#include "desk/desk.h"
#include "domain/isolate.h"
#include "ui/call.h"
#include "ui/problembar.h"
#include "ui/shortcuts/shortcuts.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace delpek::ui
{

namespace
{

const auto source = QStringLiteral("search");

} // namespace

FoundBar::FoundBar(const Context& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_words(new QLabel(this))
    , m_note(new QLabel(this))
    , m_older(new QPushButton(this))
    , m_newer(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    setObjectName(QStringLiteral("foundBar"));
    for (auto* label : {m_words, m_note}) {
        label->setTextFormat(Qt::PlainText);
    }
    m_words->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_note->setProperty("kind", QStringLiteral("muted"));
    m_older->setObjectName(QStringLiteral("foundOlder"));
    m_newer->setObjectName(QStringLiteral("foundNewer"));
    m_close->setObjectName(QStringLiteral("foundClose"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, space, 12, space);
    row->setSpacing(2 * space);
    row->addWidget(m_words, 1);
    row->addWidget(m_note);
    for (auto* button : {m_older, m_newer, m_close}) {
        row->addWidget(button);
    }
    connect(m_older, &QPushButton::clicked, this, &FoundBar::goOlder);
    connect(m_newer, &QPushButton::clicked, this, &FoundBar::goNewer);
    connect(m_close, &QPushButton::clicked, this, &FoundBar::closed);
    retranslate();
    hide();
}

void FoundBar::begin(domain::ConversationId conversation, domain::MessageId at, const QString& search)
{
    ++m_generation;
    m_conversation = conversation;
    m_at = at;
    m_search = search;
    m_note->clear();
    retranslate();
    show();
}

void FoundBar::end()
{
    ++m_generation;
    m_search.clear();
    hide();
}

void FoundBar::go(bool older)
{
    if (m_search.isEmpty()) {
        return;
    }
    desk::SearchRequest request{m_search, m_conversation, {}, {}, 1};
    (older ? request.before : request.after) = m_at;
    whenDone(m_context.desk.search(request), this, [this, older, generation = ++m_generation](const auto& result) {
        if (generation != m_generation) {
            return;
        }
        if (!result) {
            m_context.problems.report(source, result.error());
            return;
        }
        m_context.problems.worked(source);
        if (result->hits.empty()) {
            m_note->setText(older ? tr("There is no older one") : tr("There is no newer one"));
            return;
        }
        m_note->clear();
        m_at = result->hits.front().message;
        Q_EMIT reached(m_at);
    });
}

void FoundBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_note->clear();
        retranslate();
    }
    QFrame::changeEvent(event);
}

void FoundBar::retranslate()
{
    m_words->setText(tr("In this conversation: %1").arg(domain::isolate(m_search)));
    m_older->setText(tr("Older"));
    m_older->setToolTip(m_context.shortcuts.withKeys(tr("To the message found before this one"), "search.older"));
    m_older->setAccessibleName(m_older->toolTip());
    m_newer->setText(tr("Newer"));
    m_newer->setToolTip(m_context.shortcuts.withKeys(tr("To the message found after this one"), "search.newer"));
    m_newer->setAccessibleName(m_newer->toolTip());
    m_close->setText(tr("Done"));
    m_close->setToolTip(tr("Stop marking what was searched"));
}

} // namespace delpek::ui
