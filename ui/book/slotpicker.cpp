// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/slotpicker.h"

#include "desk/desk.h"
#include "domain/isolate.h"
#include "ui/book/bookwords.h"
#include "ui/call.h"
#include "ui/theme/icons.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace delpek::ui
{

namespace
{

constexpr int daysAtOnce = 14;

} // namespace

SlotPicker::SlotPicker(const Context& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_title(new QLabel(this))
    , m_treatment(new QComboBox(this))
    , m_doctor(new QComboBox(this))
    , m_days(new QLabel(this))
    , m_earlier(new QToolButton(this))
    , m_later(new QToolButton(this))
    , m_list(new QListWidget(this))
    , m_problem(new QLabel(this))
    , m_inBook(new QPushButton(this))
    , m_cancel(new QPushButton(this))
    , m_confirm(new QPushButton(this))
{
    setObjectName(QStringLiteral("slotPicker"));
    m_list->setObjectName(QStringLiteral("slots"));
    m_confirm->setObjectName(QStringLiteral("pickSlot"));
    m_confirm->setProperty("kind", QStringLiteral("primary"));
    m_inBook->setObjectName(QStringLiteral("pickInBook"));
    m_inBook->setProperty("kind", QStringLiteral("chip"));
    m_list->setUniformItemSizes(true);
    m_list->setMinimumHeight(150);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (QToolButton* button : {m_earlier, m_later}) {
        button->setProperty("kind", QStringLiteral("tool"));
    }
    m_problem->setWordWrap(true);
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setObjectName(QStringLiteral("pickerTitle"));
    m_problem->setProperty("kind", QStringLiteral("warn"));
    m_problem->setTextFormat(Qt::PlainText);
    for (QComboBox* box : {m_treatment, m_doctor}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    }
    auto* days = new QHBoxLayout;
    days->addWidget(m_earlier);
    days->addWidget(m_days, 1, Qt::AlignCenter);
    days->addWidget(m_later);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_inBook);
    foot->addStretch(1);
    foot->addWidget(m_cancel);
    foot->addWidget(m_confirm);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * space, 2 * space, 3 * space, 2 * space);
    column->setSpacing(2 * space);
    column->addWidget(m_title);
    column->addWidget(m_treatment);
    column->addWidget(m_doctor);
    column->addLayout(days);
    column->addWidget(m_list, 1);
    column->addWidget(m_problem);
    column->addLayout(foot);
    connect(m_treatment, &QComboBox::currentIndexChanged, this, [this] {
        fillDoctors();
        read();
    });
    connect(m_doctor, &QComboBox::currentIndexChanged, this, &SlotPicker::read);
    connect(m_earlier, &QToolButton::clicked, this, [this] {
        m_from = m_from.addDays(-daysAtOnce);
        read();
    });
    connect(m_later, &QToolButton::clicked, this, [this] {
        m_from = m_from.addDays(daysAtOnce);
        read();
    });
    connect(m_list, &QListWidget::currentRowChanged, this, &SlotPicker::refresh);
    connect(m_list, &QListWidget::itemActivated, this, &SlotPicker::pick);
    connect(m_confirm, &QPushButton::clicked, this, &SlotPicker::pick);
    connect(m_inBook, &QPushButton::clicked, this,
            [this] { Q_EMIT bookWanted(m_treatment->currentData().toString()); });
    connect(m_cancel, &QPushButton::clicked, this, &SlotPicker::cancelled);
    connect(&context.theme, &Theme::changed, this, &SlotPicker::retranslate);
    retranslate();
}

void SlotPicker::begin(const desk::DayBook& book, const QString& name, domain::ConversationId conversation,
                       const std::optional<domain::Appointment>& moved, const QString& treatment)
{
    m_book = book;
    m_name = name;
    m_conversation = conversation;
    m_moved = moved;
    m_from = domain::toLocal(m_context.desk.now(), m_context.desk.zone()).date;
    m_slots.clear();
    setProblem({});
    setBusy(false);
    {
        const QSignalBlocker quiet(m_treatment);
        m_treatment->clear();
        for (const auto& one : m_book.treatments) {
            m_treatment->addItem(words::name(one.name), one.id);
        }
        m_treatment->setCurrentIndex(std::max(0, m_treatment->findData(moved ? moved->treatment : treatment)));
        m_treatment->setEnabled(!moved);
    }
    fillDoctors();
    if (moved) {
        const QSignalBlocker quiet(m_doctor);
        m_doctor->setCurrentIndex(std::max(0, m_doctor->findData(moved->doctor)));
    }
    retranslate();
    read();
    m_treatment->isEnabled() ? m_treatment->setFocus() : m_list->setFocus();
}

void SlotPicker::fillDoctors()
{
    const QSignalBlocker quiet(m_doctor);
    const QString before = m_doctor->currentData().toString();
    const QString treatment = m_treatment->currentData().toString();
    m_doctor->clear();
    m_doctor->addItem(tr("Whoever is free first"), QString());
    for (const auto& doctor : m_book.doctors) {
        if (doctor.treatments.contains(treatment)) {
            m_doctor->addItem(words::name(doctor.name), doctor.id);
        }
    }
    m_doctor->setCurrentIndex(std::max(0, m_doctor->findData(before)));
}

void SlotPicker::read()
{
    desk::SlotWish wish;
    wish.treatment = m_treatment->currentData().toString();
    wish.doctor = m_doctor->currentData().toString();
    wish.from = m_from;
    wish.to = m_from.addDays(daysAtOnce - 1);
    wish.conversation = m_conversation;
    if (wish.treatment.isEmpty()) {
        return showSlots({});
    }
    whenDone(m_context.desk.book().freeSlots(wish), this, [this, asked = ++m_asked](const auto& found) {
        if (asked != m_asked) {
            return;
        }
        if (!found) {
            setProblem(words::sentence(found.error()));
        }
        showSlots(found.value_or(std::vector<domain::Slot>()));
    });
}

void SlotPicker::showSlots(const std::vector<domain::Slot>& slots)
{
    m_slots = slots;
    m_list->clear();
    for (const auto& slot : m_slots) {
        m_list->addItem(m_doctor->currentIndex() > 0 ? bookwords::time(slot)
                                                     : bookwords::time(slot) + QStringLiteral(" · ") +
                                                           domain::isolate(bookwords::doctor(m_book, slot.doctor)));
    }
    if (!m_slots.empty()) {
        m_list->setCurrentRow(0);
    }
    refresh();
}

void SlotPicker::setBusy(bool busy)
{
    m_busy = busy;
    refresh();
}

void SlotPicker::setProblem(const QString& text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
}

void SlotPicker::pick()
{
    const int row = m_list->currentRow();
    if (!m_busy && row >= 0 && row < int(m_slots.size())) {
        setProblem({});
        Q_EMIT picked(m_slots[size_t(row)]);
    }
}

void SlotPicker::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showSlots(m_slots);
    }
    QFrame::changeEvent(event);
}

void SlotPicker::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT cancelled();
        return;
    }
    QFrame::keyPressEvent(event);
}

void SlotPicker::retranslate()
{
    m_title->setFont(m_context.theme.strong());
    const QString name = domain::isolate(m_name);
    m_title->setText(m_moved ? tr("Another time for %1").arg(name) : tr("New visit for %1").arg(name));
    m_title->setAlignment(leading(*this));
    m_treatment->setAccessibleName(tr("Treatment"));
    m_doctor->setAccessibleName(tr("Doctor"));
    m_list->setAccessibleName(tr("Free times"));
    const QColor ink = m_context.theme.colours().text;
    m_earlier->setIcon(icon(QStringLiteral("next"), ink, !isRightToLeft()));
    m_later->setIcon(icon(QStringLiteral("next"), ink, isRightToLeft()));
    m_earlier->setAccessibleName(tr("Earlier"));
    m_earlier->setToolTip(tr("Earlier"));
    m_later->setAccessibleName(tr("Later"));
    m_later->setToolTip(tr("Later"));
    m_cancel->setText(tr("Cancel"));
    m_inBook->setText(tr("Day book"));
    m_inBook->setToolTip(tr("Choose the time in the day book"));
    m_inBook->setAccessibleName(tr("Choose the time in the day book"));
    m_confirm->setText(m_moved ? tr("Move here") : tr("Book"));
    if (m_doctor->count() > 0) {
        m_doctor->setItemText(0, tr("Whoever is free first"));
    }
    refresh();
}

void SlotPicker::refresh()
{
    const QDate today = domain::toLocal(m_context.desk.now(), m_context.desk.zone()).date;
    m_days->setText(m_from.isValid() ? tr("%1 – %2").arg(bookwords::shortDate(m_from),
                                                         bookwords::shortDate(m_from.addDays(daysAtOnce - 1)))
                                     : QString());
    m_earlier->setEnabled(m_from.isValid() && today < m_from);
    m_confirm->setEnabled(!m_busy && m_list->currentRow() >= 0);
    m_cancel->setEnabled(!m_busy);
    m_inBook->setEnabled(!m_busy);
}

} // namespace delpek::ui
