// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/escalations/callinstead.h"

#include "desk/desk.h"
#include "ui/call.h"
#include "ui/escalations/cardlabel.h"
#include "ui/problembar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

namespace delpek::ui
{

namespace
{

const auto source = QStringLiteral("promiseCall");

} // namespace

CallInstead::CallInstead(const Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_call(new QPushButton(this))
    , m_promise(new QPushButton(this))
{
    m_call->setObjectName(QStringLiteral("answerCall"));
    m_call->setProperty("kind", QStringLiteral("primary"));
    m_promise->setObjectName(QStringLiteral("answerPromise"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_call);
    row->addWidget(m_promise);
    row->addStretch(1);
    connect(m_call, &QPushButton::clicked, this, &CallInstead::callWanted);
    connect(m_promise, &QPushButton::clicked, this, &CallInstead::promise);
}

void CallInstead::setCard(const domain::EscalationCard& card, const QString& name, bool maySay)
{
    m_card = card;
    m_name = name.isEmpty() ? m_context.desk.staffName() : name;
    m_maySay = maySay;
    refresh();
}

void CallInstead::promise()
{
    m_busy = true;
    refresh();
    whenDone(m_context.desk.promiseCall(m_card.escalation.id, m_name), this, [this](const auto& result) {
        m_busy = false;
        if (result) {
            m_context.problems.worked(source);
            Q_EMIT promised();
        } else {
            m_context.problems.report(source, result.error());
        }
        refresh();
    });
}

/// Since it was opened.
bool CallInstead::wasPromised() const
{
    bool promised = false;
    for (const domain::EscalationEvent& event : m_card.history) {
        promised =
            event.kind == QLatin1String("call.promised") || (promised && event.kind != QLatin1String("reopened"));
    }
    return promised;
}

void CallInstead::refresh()
{
    m_call->setText(tr("Call the patient"));
    m_promise->setText(tr("Tell the patient that the clinic will call"));
    m_promise->setToolTip(directed(*this, m_card.callText));
    m_promise->setEnabled(m_maySay && !m_busy && !wasPromised());
}

void CallInstead::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace delpek::ui
