// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/book.h"

#include <QMimeData>

class QWidget;

namespace delpek::ui
{

/// Whose visit it is, and what doctors and treatments are called.
struct VisitSubject {
    desk::DayBook facts;
    QString patient; ///< id
    QString name;
    domain::ConversationId conversation = {}; ///< what is offered in it may be booked
    QString treatment = {};                   ///< that a new visit is for; empty: to be chosen
};

/// Only what doctors and treatments are called.
desk::DayBook namesOf(const std::vector<domain::Doctor>& doctors, const std::vector<domain::Treatment>& treatments);

/// What is to get a time in the day book: a new visit of somebody, or one that moves.
struct Placing {
    VisitSubject subject;
    std::optional<domain::Appointment> moved = {};

    QString treatment() const { return moved ? moved->treatment : subject.treatment; }
    /// How long it takes; half an hour while the treatment is not chosen.
    int minutes() const;
};

/// A Placing on its way by the mouse, from a patient's card to the day book of the same window.
class PlacingMime final : public QMimeData
{
    Q_OBJECT

public:
    explicit PlacingMime(Placing placing)
        : m_placing(std::move(placing))
    {
    }

    const Placing& placing() const { return m_placing; }
    QStringList formats() const override { return {QStringLiteral("application/x-delpek-visit")}; }
    /// What is dragged; null for anything else.
    static const Placing* in(const QMimeData* data);

private:
    Placing m_placing;
};

} // namespace delpek::ui
