// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reviews/replayview.h"

#include "desk/desk.h"
#include "desk/reviews.h"
#include "ui/call.h"
#include "ui/reviews/reviewwords.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

namespace delpek::ui
{

ReplayView::ReplayView(const Context& context, domain::DecisionId turn, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_turn(turn)
    , m_title(new QLabel(this))
    , m_summary(new QLabel(this))
    , m_promise(new QLabel(this))
    , m_area(new QScrollArea(this))
    , m_close(new QPushButton(this))
{
    setObjectName(QStringLiteral("replayView"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(760, 640);
    m_summary->setObjectName(QStringLiteral("replaySummary"));
    m_close->setObjectName(QStringLiteral("closeReplay"));
    m_promise->setProperty("kind", QStringLiteral("muted"));
    for (QLabel* label : {m_title, m_summary, m_promise}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_promise, 1);
    foot->addWidget(m_close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(5 * space, 4 * space, 5 * space, 4 * space);
    column->setSpacing(3 * space);
    column->addWidget(m_title);
    column->addWidget(m_summary);
    column->addWidget(m_area, 1);
    column->addLayout(foot);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(&context.theme, &Theme::changed, this, &ReplayView::refresh);
    refresh();
    run();
}

void ReplayView::run()
{
    whenDone(m_context.desk.reviews().replay(m_turn), this, [this](const auto& result) {
        m_result = result;
        refresh();
    });
}

QLabel* ReplayView::cell(const QString& text, const char* kind)
{
    auto* label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setAlignment(leading(*this) | Qt::AlignTop);
    label->setMinimumWidth(40);
    if (kind != nullptr) {
        label->setProperty("kind", QLatin1String(kind));
    }
    return label;
}

/// Then and now beside each other, what differs said in words and not by a colour alone.
void ReplayView::fill()
{
    auto* sheet = new QWidget;
    auto* grid = new QGridLayout(sheet);
    grid->setContentsMargins(0, 0, 2 * space, 0);
    grid->setHorizontalSpacing(4 * space);
    grid->setVerticalSpacing(2 * space);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    grid->setColumnMinimumWidth(0, 130);
    const auto head = [&](int column, const QString& text) {
        auto* label = cell(text);
        label->setFont(m_context.theme.strong());
        grid->addWidget(label, 0, column);
    };
    head(1, tr("Then"));
    head(2, tr("Today"));
    int row = 1;
    for (const auto& one : reviewwords::compared(**m_result)) {
        auto* line = new QFrame;
        line->setObjectName(QStringLiteral("line"));
        line->setFixedHeight(1);
        grid->addWidget(line, row++, 0, 1, 3);
        auto* names = new QVBoxLayout;
        names->setSpacing(0);
        auto* name = cell(one.name);
        name->setFont(m_context.theme.strong());
        auto* verdict = cell(!one.isKnown  ? tr("Not compared")
                             : one.differs ? tr("Different")
                                           : tr("The same"),
                             one.differs && one.isKnown ? "warn" : "muted");
        verdict->setFont(m_context.theme.small());
        names->addWidget(name);
        names->addWidget(verdict);
        names->addStretch(1);
        grid->addLayout(names, row, 0);
        grid->addWidget(cell(one.then), row, 1);
        grid->addWidget(cell(one.isKnown ? one.now : tr("Not known")), row, 2);
        const QString spoken = tr("%1: then %2, today %3. %4").arg(one.name, one.then, one.now, verdict->text());
        name->setAccessibleName(spoken);
        ++row;
    }
    grid->setRowStretch(row, 1);
    m_area->setWidget(sheet);
}

void ReplayView::refresh()
{
    setWindowTitle(tr("How would it end today?"));
    m_title->setFont(m_context.theme.title());
    m_title->setText(windowTitle());
    m_promise->setFont(m_context.theme.small());
    m_promise->setText(
        tr("With the rules and the team of today, on what was recorded then. Nothing is written, nothing "
           "is sent. A language model is not asked."));
    m_close->setText(tr("Close"));
    m_summary->setText(!m_result   ? tr("Running the turn again…")
                       : *m_result ? reviewwords::summary(**m_result)
                                   : words::sentence(m_result->error()));
    const bool shows = m_result && *m_result && (*m_result)->skipped.isEmpty();
    m_area->setVisible(shows);
    if (shows) {
        fill();
    }
}

void ReplayView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        refresh();
    }
    QDialog::changeEvent(event);
}

} // namespace delpek::ui
