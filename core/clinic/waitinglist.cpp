// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/waitinglist.h"

namespace delpek::clinic
{

namespace
{

QString clockText(const std::optional<QTime>& time)
{
    return time ? time->toString(QStringLiteral("HH:mm")) : QString();
}

std::optional<QTime> clockTime(const QString& text)
{
    const QTime time = QTime::fromString(text, QStringLiteral("HH:mm"));
    return time.isValid() ? std::optional(time) : std::nullopt;
}

tl::unexpected<Error> refused(const char* why)
{
    return fail(ErrorCode::InvalidInput, QStringLiteral("waiting list: %1").arg(QLatin1String(why)),
                QStringLiteral("clinic.bad-wish"));
}

} // namespace

Result<Done> WaitingList::join(const WaitingWish& wish)
{
    if (wish.reference.isEmpty()) {
        return refused("a wish needs a reference");
    }
    if (wish.treatment.isEmpty()) {
        return refused("a wish needs a treatment");
    }
    if (wish.patient.isEmpty() && wish.name.simplified().isEmpty()) {
        return refused("a wish needs a patient or a name");
    }
    if (wish.from.isValid() && wish.to.isValid() && wish.to < wish.from) {
        return refused("the last day is before the first");
    }
    if (wish.notBefore && wish.notAfter && *wish.notAfter <= *wish.notBefore) {
        return refused("the latest time is before the earliest");
    }
    const auto joined = m_session.execute(
        QStringLiteral("INSERT INTO waiting_wish (reference, patient, name, phone, treatment, doctor, from_day, "
                       "to_day, not_before, not_after) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"),
        {wish.reference, wish.patient, wish.name.simplified(), wish.phone ? wish.phone->e164() : QString(),
         wish.treatment, wish.doctor, wish.from.toString(Qt::ISODate), wish.to.toString(Qt::ISODate),
         clockText(wish.notBefore), clockText(wish.notAfter)});
    if (!joined) {
        return fail(joined.error());
    }
    if (*joined == 1) {
        m_session.changed(domain::Topic::Clinic, 0);
    }
    return Done{};
}

Result<std::vector<WaitingWish>> WaitingList::all()
{
    auto rows = m_session.run(
        QStringLiteral("SELECT reference, patient, name, phone, treatment, doctor, from_day, to_day, not_before, "
                       "not_after FROM waiting_wish WHERE has_left = 0 ORDER BY id"));
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<WaitingWish> wishes;
    while (rows->next()) {
        WaitingWish wish;
        wish.reference = rows->text(0);
        wish.patient = rows->text(1);
        wish.name = rows->text(2);
        if (const QString phone = rows->text(3); !phone.isEmpty()) {
            const auto known = domain::Phone::fromStored(phone);
            if (!known) {
                return fail(known.error());
            }
            wish.phone = *known;
        }
        wish.treatment = rows->text(4);
        wish.doctor = rows->text(5);
        wish.from = QDate::fromString(rows->text(6), Qt::ISODate);
        wish.to = QDate::fromString(rows->text(7), Qt::ISODate);
        wish.notBefore = clockTime(rows->text(8));
        wish.notAfter = clockTime(rows->text(9));
        wishes.push_back(std::move(wish));
    }
    return wishes;
}

Result<Done> WaitingList::leave(const QString& reference)
{
    const auto left = m_session.execute(
        QStringLiteral("UPDATE waiting_wish SET has_left = 1 WHERE reference = ? AND has_left = 0"), {reference});
    if (!left) {
        return fail(left.error());
    }
    if (*left == 1) {
        m_session.changed(domain::Topic::Clinic, 0);
        return Done{};
    }
    auto rows = m_session.run(QStringLiteral("SELECT 1 FROM waiting_wish WHERE reference = ?"), {reference});
    if (!rows) {
        return fail(rows.error());
    }
    if (!rows->next()) {
        return fail(ErrorCode::NotFound, QStringLiteral("nobody waits by this reference"));
    }
    return Done{};
}

Result<Done> WaitingList::erase(domain::ConversationId conversation)
{
    return m_session
        .execute(QStringLiteral("DELETE FROM waiting_wish WHERE reference IN (SELECT reference FROM effect WHERE "
                                "conversation = ?)"),
                 {conversation.value})
        .map([&](int gone) {
            if (gone > 0) {
                m_session.changed(domain::Topic::Clinic, 0);
            }
            return Done{};
        });
}

} // namespace delpek::clinic
