// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shifts/shiftkeeper.h"

#include "desk/desk.h"
#include "ui/call.h"
#include "ui/changefeed.h"
#include "ui/problembar.h"
#include "ui/rights.h"
#include "ui/shifts/endshift.h"
#include "ui/shifts/sheetbook.h"

#include <QMessageBox>
#include <QPushButton>
#include <QSettings>

namespace delpek::ui
{

namespace
{

const auto shiftSource = QStringLiteral("shifts");
const auto offerKey = QStringLiteral("shifts/offer");

/// One that was closed goes a moment later.
template <typename Dialog>
bool isShown(const QWidget& window)
{
    return std::ranges::any_of(window.findChildren<Dialog*>(), [](const auto* dialog) { return dialog->isVisible(); });
}

} // namespace

ShiftKeeper::ShiftKeeper(const Context& context, QWidget* window)
    : QObject(window)
    , m_context(context)
    , m_window(window)
{
    connect(&context.feed, &ChangeFeed::changed, this, [this](const std::vector<domain::Change>& changes) {
        if (std::ranges::find(changes, domain::Topic::Shift, &domain::Change::topic) != changes.end()) {
            read();
        }
    });
}

void ShiftKeeper::read()
{
    const int number = ++m_reads;
    if (!mayDo(m_context, domain::Right::See)) {
        return;
    }
    whenDone(m_context.desk.shifts().state(), this, [this, number](const auto& state) {
        // Somebody else may have come meanwhile.
        if (number != m_reads) {
            return;
        }
        if (!state) {
            m_context.problems.report(shiftSource, state.error(), [this] { read(); });
            return;
        }
        m_context.problems.worked(shiftSource);
        m_state = *state;
        m_isRead = true;
        Q_EMIT changed();
        if (std::exchange(m_hasBegun, false) && !m_state.toRead.empty()) {
            showSheets();
        }
    });
}

ShiftKeeper::Say ShiftKeeper::say() const
{
    if (!m_isRead || !mayDo(m_context, domain::Right::Converse)) {
        return Say::Nothing;
    }
    if (m_forgotten) {
        return Say::WasForgotten;
    }
    if (m_state.own && domain::isForgotten(*m_state.own, m_context.desk.now()) && !m_isForgottenKnown) {
        return Say::Forgotten;
    }
    if (!m_state.own) {
        return isOffering() && !m_isOfferKnown ? Say::Offer : Say::Nothing;
    }
    const bool isNew = !m_state.toRead.empty() && m_state.toRead.front().id != m_knownSheet;
    return isNew ? Say::Unread : Say::Nothing;
}

bool ShiftKeeper::isOffering() const
{
    return QSettings().value(offerKey, true).toBool();
}

void ShiftKeeper::setOffering(bool on)
{
    QSettings().setValue(offerKey, on);
    Q_EMIT changed();
}

void ShiftKeeper::restart()
{
    m_state = {};
    m_isRead = false;
    m_forgotten.reset();
    m_isOfferKnown = false;
    m_isForgottenKnown = false;
    m_hasBegun = false;
    m_knownSheet = {};
    Q_EMIT changed();
    read();
}

void ShiftKeeper::dismiss()
{
    switch (say()) {
    case Say::WasForgotten:
        m_forgotten.reset();
        break;
    case Say::Forgotten:
        m_isForgottenKnown = true;
        break;
    case Say::Unread:
        m_knownSheet = m_state.toRead.front().id;
        break;
    case Say::Offer:
        m_isOfferKnown = true;
        break;
    case Say::Nothing:
        break;
    }
    Q_EMIT changed();
}

void ShiftKeeper::begin()
{
    if (m_isBeginning || !mayDo(m_context, domain::Right::Converse)) {
        return;
    }
    m_isBeginning = true;
    whenDone(m_context.desk.shifts().begin(), this, [this](const auto& begun) {
        m_isBeginning = false;
        if (!begun) {
            m_context.problems.report(shiftSource, begun.error());
        } else {
            m_context.problems.worked(shiftSource);
            m_forgotten = begun->forgotten;
            m_isOfferKnown = true;
            m_hasBegun = true;
        }
        read();
    });
}

void ShiftKeeper::end(const std::function<void()>& then)
{
    if (!mayDo(m_context, domain::Right::Converse) || isShown<EndShift>(*m_window)) {
        return;
    }
    auto* form = new EndShift(m_context, m_window);
    connect(form, &EndShift::ended, this, [this, then](domain::ShiftId) {
        m_isOfferKnown = true;
        m_forgotten.reset();
        read();
        if (then) {
            then();
        }
    });
    connect(form, &EndShift::openWanted, this, &ShiftKeeper::openWanted);
    form->open();
}

void ShiftKeeper::askBefore(const QString& goOn, const std::function<void()>& leave)
{
    if (!m_state.own || !mayDo(m_context, domain::Right::Converse)) {
        return leave();
    }
    auto* box = new QMessageBox(QMessageBox::Question, tr("Your shift is open"),
                                tr("Do you end your shift, with a hand-over sheet for who comes next?"),
                                QMessageBox::NoButton, m_window);
    box->setObjectName(QStringLiteral("askAboutShift"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    auto* finish = box->addButton(tr("End my shift…"), QMessageBox::AcceptRole);
    auto* leaveNow = box->addButton(goOn, QMessageBox::DestructiveRole);
    auto* stay = box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    box->setDefaultButton(finish);
    box->setEscapeButton(stay);
    connect(box, &QMessageBox::buttonClicked, this, [this, finish, leaveNow, leave](QAbstractButton* pressed) {
        if (pressed == finish) {
            end(leave);
        } else if (pressed == leaveNow) {
            leave();
        }
    });
    box->open();
}

void ShiftKeeper::showSheets()
{
    if (!mayDo(m_context, domain::Right::See) || isShown<SheetBook>(*m_window)) {
        return;
    }
    const auto first = m_state.toRead.empty() ? domain::ShiftId{} : m_state.toRead.front().id;
    auto* book = new SheetBook(m_context, first, m_window);
    connect(book, &SheetBook::openWanted, this, &ShiftKeeper::openWanted);
    book->open();
}

} // namespace delpek::ui
