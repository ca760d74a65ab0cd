// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sorting/sortbar.h"

#include "ui/announcer.h"
#include "ui/sorting/sorter.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace delpek::ui
{

SortBar::SortBar(const Context& context, Sorter& sorter, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_sorter(sorter)
    , m_text(new QLabel(this))
    , m_seen(new QToolButton(this))
    , m_handBack(new QToolButton(this))
    , m_snooze(new QToolButton(this))
    , m_labels(new QToolButton(this))
    , m_clear(new QToolButton(this))
    , m_undo(new QPushButton(this))
{
    setObjectName(QStringLiteral("sortBar"));
    m_text->setWordWrap(true);
    m_undo->setObjectName(QStringLiteral("undoSort"));
    m_seen->setObjectName(QStringLiteral("sortSeen"));
    m_handBack->setObjectName(QStringLiteral("sortHandBack"));
    m_snooze->setObjectName(QStringLiteral("sortSnooze"));
    m_labels->setObjectName(QStringLiteral("sortLabels"));
    m_clear->setObjectName(QStringLiteral("sortClear"));
    for (QToolButton* tool : {m_seen, m_handBack, m_snooze, m_labels, m_clear}) {
        tool->setProperty("kind", QStringLiteral("tool"));
    }
    for (QToolButton* tool : {m_snooze, m_labels}) {
        tool->setPopupMode(QToolButton::InstantPopup);
    }
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 6, 8, 6);
    row->setSpacing(4);
    row->addWidget(m_text, 1);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_seen, m_handBack, m_snooze, m_labels, m_undo, m_clear}) {
        row->addWidget(widget);
    }
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_saidText.clear();
        m_sorter.forget();
        refresh();
    });
    connect(&sorter, &Sorter::said, this, &SortBar::onSaid);
    connect(m_seen, &QToolButton::clicked, this, [this] { Q_EMIT sortWanted({.kind = desk::SortAct::Kind::Seen}); });
    connect(m_handBack, &QToolButton::clicked, this,
            [this] { Q_EMIT sortWanted({.kind = desk::SortAct::Kind::HandBack}); });
    connect(m_undo, &QPushButton::clicked, &sorter, &Sorter::undo);
    connect(m_clear, &QToolButton::clicked, this, [this] {
        if (m_saidText.isEmpty()) {
            Q_EMIT clearWanted();
        } else {
            m_timer.stop();
            m_saidText.clear();
            m_sorter.forget();
            refresh();
        }
    });
    connect(&context.theme, &Theme::changed, this, &SortBar::refresh);
    refresh();
}

void SortBar::setSelected(int count)
{
    m_selected = count;
    refresh();
}

void SortBar::onSaid(const QString& sentence)
{
    m_saidText = sentence;
    m_timer.start(undoShown);
    refresh();
    announce(*this, sentence);
}

void SortBar::refresh()
{
    const Colours& colours = m_context.theme.colours();
    const bool several = m_selected > 1;
    const bool said = !m_saidText.isEmpty();
    setVisible(several || said);
    m_text->setText(said ? m_saidText : tr("%n selected", nullptr, m_selected));
    for (QToolButton* tool : {m_seen, m_handBack, m_snooze, m_labels}) {
        tool->setVisible(several && !said);
    }
    m_undo->setVisible(said && m_sorter.canUndo());
    m_undo->setText(tr("Undo"));
    const auto dress = [&](QToolButton* tool, const char* name, const QString& says) {
        tool->setIcon(icon(QLatin1String(name), colours.text));
        tool->setToolTip(says);
        tool->setAccessibleName(says);
    };
    dress(m_seen, "delivered", tr("Mark as read"));
    dress(m_handBack, "agent", tr("Give back to the agent"));
    dress(m_snooze, "clock", tr("Put off"));
    dress(m_labels, "label", tr("Labels"));
    dress(m_clear, "close", several && !said ? tr("Select none") : tr("Close"));
}

void SortBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        // Also sent for new keys or another zone: what can be taken back stays.
        if (!m_saidText.isEmpty()) {
            m_saidText = m_sorter.sentence();
        }
        refresh();
    }
    QFrame::changeEvent(event);
}

} // namespace delpek::ui
