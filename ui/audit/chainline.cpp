// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/chainline.h"

#include "desk/auditroom.h"
#include "desk/desk.h"
#include "domain/isolate.h"
#include "ui/audit/auditwords.h"
#include "ui/call.h"
#include "ui/problembar.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

namespace delpek::ui
{

namespace
{

const auto chainSource = QStringLiteral("auditChain");
constexpr int chainMark = 18;

} // namespace

ChainLine::ChainLine(const Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_mark(new QLabel(this))
    , m_text(new QLabel(this))
    , m_check(new QPushButton(this))
{
    m_text->setObjectName(QStringLiteral("chainText"));
    m_text->setWordWrap(true);
    m_check->setObjectName(QStringLiteral("checkChain"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * space);
    row->addWidget(m_mark);
    row->addWidget(m_text, 1);
    row->addWidget(m_check);
    connect(m_check, &QPushButton::clicked, this, &ChainLine::check);
    connect(&context.theme, &Theme::changed, this, &ChainLine::refresh);
    refresh();
}

void ChainLine::check()
{
    if (m_state == State::Checking) {
        return;
    }
    m_state = State::Checking;
    step({});
}

void ChainLine::step(const domain::AuditState& from)
{
    m_found = from;
    refresh();
    whenDone(m_context.desk.auditRoom().follow(from), this, [this](const auto& found) {
        if (!found && found.error().code == ErrorCode::Unauthorised) {
            // The desk was locked meanwhile.
            m_state = State::Unknown;
            return refresh();
        }
        if (!found) {
            m_state = State::Failed;
            m_context.problems.report(chainSource, found.error(), [this] { check(); });
            return refresh();
        }
        m_context.problems.worked(chainSource);
        if (!found->isWhole && !found->brokenAt) {
            return step(*found);
        }
        m_state = State::Found;
        m_found = *found;
        refresh();
    });
}

QString ChainLine::text() const
{
    return m_text->text();
}

void ChainLine::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        refresh();
    }
    QWidget::changeEvent(event);
}

void ChainLine::refresh()
{
    const Colours& colours = m_context.theme.colours();
    const bool isBroken = m_state == State::Found && m_found.brokenAt;
    const QColor colour = isBroken ? colours.emergency : m_state == State::Found ? colours.good : colours.muted;
    const QString mark = isBroken                  ? QStringLiteral("failed")
                         : m_state == State::Found ? QStringLiteral("sent")
                                                   : QStringLiteral("clock");
    m_mark->setPixmap(iconPixmap(mark, colour, chainMark, devicePixelRatioF()));
    const QString counted = domain::isolate(QLocale().toString(m_found.entries));
    m_text->setText(m_state == State::Found      ? auditwords::chain(m_found)
                    : m_state == State::Checking ? tr("Checking… %1 entries so far").arg(counted)
                    : m_state == State::Failed   ? tr("The log could not be checked.")
                                                 : tr("Not checked yet."));
    m_text->setFont(isBroken ? m_context.theme.strong() : m_context.theme.body());
    QPalette palette;
    palette.setColor(QPalette::WindowText, isBroken ? colours.emergency : colours.text);
    m_text->setPalette(palette);
    m_check->setText(tr("Check now"));
    m_check->setEnabled(m_state != State::Checking);
}

} // namespace delpek::ui
