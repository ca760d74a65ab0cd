// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thread/holderbar.h"

#include "desk/desk.h"
#include "domain/isolate.h"
#include "ui/rights.h"
#include "ui/shortcuts/shortcuts.h"
#include "ui/sorting/sortingwords.h"
#include "ui/theme/elidedlabel.h"
#include "ui/theme/icons.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStyle>

namespace delpek::ui
{

namespace
{

void setKind(QWidget* widget, const QString& kind)
{
    if (widget->property("kind").toString() != kind) {
        widget->setProperty("kind", kind);
        widget->style()->unpolish(widget);
        widget->style()->polish(widget);
    }
}

} // namespace

HolderBar::HolderBar(const Context& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_name(new ElidedLabel(this))
    , m_detail(new ElidedLabel(this))
    , m_holder(new QLabel(this))
    , m_mode(new QComboBox(this))
    , m_takeOver(new QPushButton(this))
    , m_handBack(new QPushButton(this))
    , m_release(new QPushButton(this))
    , m_doctor(new QPushButton(this))
{
    setObjectName(QStringLiteral("holderBar"));
    m_detail->setProperty("kind", QStringLiteral("muted"));
    m_holder->setTextFormat(Qt::PlainText);
    m_name->setMinimumWidth(110);
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_detail->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_takeOver->setObjectName(QStringLiteral("takeOver"));
    m_handBack->setObjectName(QStringLiteral("handBack"));
    m_release->setObjectName(QStringLiteral("release"));
    m_doctor->setObjectName(QStringLiteral("callDoctor"));
    for (const auto mode : {domain::Mode::Autopilot, domain::Mode::Copilot, domain::Mode::Off}) {
        m_mode->addItem({}, int(mode));
    }
    m_mode->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto* names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(m_name);
    names->addWidget(m_detail);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 7, 12, 7);
    row->setSpacing(8);
    row->addLayout(names, 1);
    row->addWidget(m_holder, 0, Qt::AlignVCenter);
    row->addWidget(m_mode);
    row->addWidget(m_doctor);
    row->addWidget(m_release);
    row->addWidget(m_handBack);
    row->addWidget(m_takeOver);
    connect(m_takeOver, &QPushButton::clicked, this, &HolderBar::takeOverWanted);
    connect(m_handBack, &QPushButton::clicked, this, &HolderBar::handBackWanted);
    connect(m_release, &QPushButton::clicked, this, &HolderBar::releaseWanted);
    connect(m_doctor, &QPushButton::clicked, this, &HolderBar::doctorWanted);
    connect(m_mode, &QComboBox::activated, this,
            [this](int index) { Q_EMIT modeWanted(domain::Mode(m_mode->itemData(index).toInt())); });
    connect(&context.theme, &Theme::changed, this, &HolderBar::refresh);
    refresh();
}

void HolderBar::setConversation(const domain::Conversation& conversation)
{
    m_conversation = conversation;
    refresh();
}

void HolderBar::setBusy(bool busy)
{
    m_busy = busy;
    refresh();
}

void HolderBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        refresh();
    }
    QFrame::changeEvent(event);
}

void HolderBar::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    fit();
}

void HolderBar::fit()
{
    const Colours& colours = m_context.theme.colours();
    const QString who = words::holder(m_conversation.holder, m_context.desk.staffName());
    const auto say = [&](QPushButton* button, const QString& word, const char* sign, bool isShort, bool keepsSign) {
        button->setText(isShort ? QString() : word);
        button->setIcon(isShort || keepsSign ? icon(QLatin1String(sign), colours.text) : QIcon());
    };
    // The steps, each on top of those before: the chip without its preposition, what is seldom pressed by its sign
    // alone, then also what gives the conversation back.
    const auto shorten = [&](int step) {
        const QString whole = tr("Held by: %1").arg(who);
        m_holder->setText(step > 0 ? who : whole);
        m_holder->setToolTip(step > 0 ? whole : QString());
        say(m_release, tr("Release"), "nobody", step > 1, false);
        say(m_doctor, tr("Doctor…"), "doctor", step > 1, false);
        say(m_handBack, tr("Hand back"), "agent", step > 2, true);
    };
    const auto fits = [this] {
        const auto margins = layout()->contentsMargins();
        int wanted = margins.left() + margins.right() + m_name->minimumWidth();
        for (const QWidget* widget :
             std::initializer_list<QWidget*>{m_holder, m_mode, m_doctor, m_release, m_handBack, m_takeOver}) {
            wanted += widget->isHidden() ? 0 : layout()->spacing() + widget->sizeHint().width();
        }
        return wanted <= width();
    };
    for (int step = 0; step <= 3; ++step) {
        shorten(step);
        if (fits()) {
            return;
        }
    }
}

void HolderBar::refresh()
{
    const domain::Conversation& c = m_conversation;
    const Colours& colours = m_context.theme.colours();
    const bool mine = c.holder.kind == domain::HolderKind::Staff && c.holder.name == m_context.desk.staffName();
    m_name->setFont(m_context.theme.title());
    m_name->setAlignment(leading(*this));
    m_name->setText(words::title(c));
    m_detail->setAlignment(leading(*this));
    m_detail->setFont(m_context.theme.small());
    // Where the bar is narrow its end is cut off: the number stands first.
    const QString then = c.snoozedUntil ? tr("put off: %1").arg(words::ahead(*c.snoozedUntil, m_context.desk.now()))
                                        : words::channel(c.address.channel);
    m_detail->setText(c.phone ? tr("%1 · %2").arg(domain::isolate(c.phone->display()), then) : then);

    m_holder->setAccessibleName(tr("Held by: %1").arg(words::holder(c.holder, m_context.desk.staffName())));
    switch (c.holder.kind) {
    case domain::HolderKind::Agent:
        setKind(m_holder, QStringLiteral("holderAgent"));
        break;
    case domain::HolderKind::Staff:
        setKind(m_holder, mine ? QStringLiteral("holderMe") : QStringLiteral("holderStaff"));
        break;
    case domain::HolderKind::Doctor:
        setKind(m_holder, QStringLiteral("holderDoctor"));
        break;
    case domain::HolderKind::Nobody:
        setKind(m_holder, QStringLiteral("holderNobody"));
        break;
    }

    const QSignalBlocker blocker(m_mode);
    for (int i = 0; i < m_mode->count(); ++i) {
        m_mode->setItemText(i, words::mode(domain::Mode(m_mode->itemData(i).toInt())));
    }
    m_mode->setCurrentIndex(m_mode->findData(int(c.mode)));
    m_mode->setAccessibleName(tr("How the agent takes part"));
    m_mode->setToolTip(tr("How the agent takes part"));

    m_takeOver->setText(tr("Take over"));
    m_takeOver->setToolTip(m_context.shortcuts.withKeys(tr("Hold this conversation yourself"), "conversation.hold"));
    m_takeOver->setIcon(icon(QStringLiteral("takeover"), colours.onAccent));
    setKind(m_takeOver, QStringLiteral("primary"));
    m_handBack->setAccessibleName(tr("Hand back"));
    m_handBack->setToolTip(m_context.shortcuts.withKeys(tr("The agent goes on from here"), "conversation.hold"));
    m_release->setAccessibleName(tr("Release"));
    m_release->setToolTip(
        m_context.shortcuts.withKeys(tr("Nobody holds it; it waits for whoever is free"), "conversation.release"));
    m_doctor->setAccessibleName(tr("Call the doctor"));
    m_doctor->setToolTip(m_context.shortcuts.withKeys(tr("Call the doctor"), "conversation.call-doctor"));
    const bool mayHold = mayDo(m_context, domain::Right::Converse);
    m_takeOver->setVisible(mayHold && !mine);
    m_handBack->setVisible(mayHold && c.holder.kind != domain::HolderKind::Agent);
    m_release->setVisible(mayHold && mine);
    m_doctor->setVisible(mayDo(m_context, domain::Right::Escalate));
    const bool usable = c.id.isValid() && !m_busy;
    for (QWidget* widget :
         {static_cast<QWidget*>(m_takeOver), static_cast<QWidget*>(m_handBack), static_cast<QWidget*>(m_release),
          static_cast<QWidget*>(m_doctor), static_cast<QWidget*>(m_mode)}) {
        widget->setEnabled(usable && (widget != m_mode || mayHold));
    }
    fit();
}

} // namespace delpek::ui
