// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/builtin/staffeditor.h"

#include "clinic/builtin/bookchecks.h"
#include "clinic/builtin/bookcolumns.h"
#include "clinic/builtin/booklock.h"

namespace delpek::clinic
{

namespace
{

constexpr char Doctors[] = "doctor";
constexpr char Treatments[] = "treatment";

const QStringList doctorColumns{QStringLiteral("name_he"), QStringLiteral("name_en"), QStringLiteral("phone"),
                                QStringLiteral("email"),   QStringLiteral("kind"),    QStringLiteral("retired")};
const QStringList treatmentColumns{QStringLiteral("name_he"), QStringLiteral("name_en"),  QStringLiteral("minutes"),
                                   QStringLiteral("price"),   QStringLiteral("currency"), QStringLiteral("retired")};

domain::Absence always(const QString& doctor)
{
    return {doctor, {QDate(1970, 1, 1), QTime(0, 0)}, {QDate(9999, 1, 1), QTime(0, 0)}, {}};
}

LogEntry rowById(const QString& table, const QString& id, const char* what)
{
    return {table,
            id,
            QLatin1String(what),
            table == QLatin1String(Doctors) ? doctorColumns : treatmentColumns,
            QStringLiteral("id = ?"),
            {id}};
}

} // namespace

Result<bool> StaffEditor::exists(const QString& table, const QString& id)
{
    auto rows = m_session.run(QStringLiteral("SELECT 1 FROM %1 WHERE id = ?").arg(table), {id});
    return rows.map([](store::Rows& found) { return found.next(); });
}

Result<Done> StaffEditor::setClinic(const domain::ClinicInfo& info)
{
    if (!info.zone.isValid()) {
        return refuse(QStringLiteral("clinic/timezone"), QStringLiteral("choose a zone, as Asia/Jerusalem"),
                      "book.zone");
    }
    if (const auto fine =
            checkClinic(info).and_then([&](Done) { return checkHours(QStringLiteral("clinic/hours"), info.hours); });
        !fine) {
        return fine;
    }
    const auto begun = m_session.execute(QStringLiteral(
        "INSERT INTO clinic_info (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET revision = clinic_info.revision + 1"));
    if (!begun) {
        return fail(begun.error());
    }
    const QString zone = QString::fromUtf8(info.zone.id());
    const auto before = m_reader.info();
    if (!before) {
        return fail(before.error());
    }
    if (before->zone.isValid() && before->zone != info.zone) {
        auto used = m_session.run(QStringLiteral("SELECT 1 FROM appointment LIMIT 1"));
        if (!used) {
            return fail(used.error());
        }
        if (used->next()) {
            return refuse(QStringLiteral("clinic/timezone"), QStringLiteral("a book with visits keeps its zone"),
                          "book.zone");
        }
    }
    const LogEntry entry{QStringLiteral("clinic_info"),
                         QStringLiteral("1"),
                         QStringLiteral("change"),
                         {QStringLiteral("name_he"), QStringLiteral("name_en"), QStringLiteral("phone"),
                          QStringLiteral("address_he"), QStringLiteral("address_en"), QStringLiteral("latitude"),
                          QStringLiteral("longitude"), QStringLiteral("zone"), QStringLiteral("insurance")},
                         QStringLiteral("id = 1"),
                         {}};
    if (const auto logged = logBefore(m_session, entry, m_author, m_now); !logged) {
        return logged;
    }
    const auto written = m_session.execute(
        QStringLiteral("UPDATE clinic_info SET name_he = ?, name_en = ?, phone = ?, address_he = ?, address_en = ?, "
                       "latitude = ?, longitude = ?, zone = ?, insurance = ? WHERE id = 1"),
        {info.name.he.simplified(), info.name.en.simplified(), info.phone, info.address.he, info.address.en,
         info.location ? QVariant(info.location->first) : QVariant(),
         info.location ? QVariant(info.location->second) : QVariant(), zone, listToColumn(info.insurance)});
    if (!written) {
        return fail(written.error());
    }
    m_session.changed(domain::Topic::Clinic, 0);
    return writeHours({}, info.hours);
}

Result<Done> StaffEditor::checkDoctor(const domain::Doctor& doctor)
{
    auto fine = checkName(QStringLiteral("doctor/name"), doctor.name)
                    .and_then([&](Done) { return checkHours(QStringLiteral("doctor/hours"), doctor.hours); })
                    .and_then([&](Done) { return checkEmail(QStringLiteral("doctor/email"), doctor.email); });
    if (fine && !doctor.phone.isEmpty() && !domain::Phone::parse(doctor.phone)) {
        return refuse(QStringLiteral("doctor/phone"), QStringLiteral("write a telephone number, or nothing"),
                      "phone.invalid");
    }
    for (qsizetype i = 0; fine && i < doctor.treatments.size(); ++i) {
        const auto known = exists(QLatin1String(Treatments), doctor.treatments[i]);
        if (!known) {
            return fail(known.error());
        }
        if (!*known) {
            return refuse(QStringLiteral("doctor/treatments/%1").arg(i), QStringLiteral("no treatment has this id"),
                          "book.choice");
        }
    }
    return fine;
}

Result<Done> StaffEditor::writeDoctor(const domain::Doctor& doctor, const QString& id)
{
    if (const auto logged = logBefore(m_session, rowById(QLatin1String(Doctors), id, "change"), m_author, m_now);
        !logged) {
        return logged;
    }
    const QString phone = doctor.phone.isEmpty() ? QString() : domain::Phone::parse(doctor.phone)->e164();
    const auto written = m_session.execute(
        QStringLiteral("INSERT INTO doctor (id, position, name_he, name_en, phone, email, kind) SELECT ?, "
                       "COALESCE(MAX(position), 0) + 1, ?, ?, ?, ?, ? FROM doctor WHERE 1 = 1 ON CONFLICT (id) DO "
                       "UPDATE SET name_he = excluded.name_he, name_en = excluded.name_en, phone = excluded.phone, "
                       "email = excluded.email, kind = excluded.kind"),
        {id, doctor.name.he.simplified(), doctor.name.en.simplified(), phone, doctor.email, base::toText(doctor.kind)});
    if (!written) {
        return fail(written.error());
    }
    if (const auto done = writeTreatmentsOf(id, doctor.treatments); !done) {
        return done;
    }
    return writeHours(id, doctor.hours);
}

Result<Done> StaffEditor::writeTreatmentsOf(const QString& doctor, const QStringList& treatments)
{
    const QString subject = QStringLiteral("doctor_treatment");
    const QString where = QStringLiteral("doctor = ?");
    auto rows = m_session.run(
        QStringLiteral("SELECT treatment FROM %1 WHERE %2 ORDER BY position").arg(subject, where), {doctor});
    if (!rows) {
        return fail(rows.error());
    }
    QStringList before;
    while (rows->next()) {
        before << rows->text(0);
    }
    if (before == treatments) {
        return Done{};
    }
    const LogEntry entry{subject,
                         doctor,
                         QStringLiteral("change"),
                         {QStringLiteral("treatment"), QStringLiteral("position")},
                         where,
                         {doctor}};
    if (const auto logged = logBefore(m_session, entry, m_author, m_now); !logged) {
        return logged;
    }
    if (const auto emptied =
            m_session.execute(QStringLiteral("DELETE FROM %1 WHERE %2").arg(subject, where), {doctor});
        !emptied) {
        return fail(emptied.error());
    }
    int position = 0;
    for (const auto& treatment : treatments) {
        const auto added =
            m_session.execute(QStringLiteral("INSERT INTO doctor_treatment (doctor, treatment, position) "
                                             "VALUES (?, ?, ?) ON CONFLICT DO NOTHING"),
                              {doctor, treatment, ++position});
        if (!added) {
            return fail(added.error());
        }
    }
    return Done{};
}

Result<QString> StaffEditor::saveDoctor(const domain::Doctor& doctor)
{
    if (const auto locked = lockBook(m_session); !locked) {
        return fail(locked.error());
    }
    if (const auto fine = checkDoctor(doctor); !fine) {
        return fail(fine.error());
    }
    const QString id = doctor.id.isEmpty() ? newId("d-", {}) : doctor.id;
    if (const auto written = writeDoctor(doctor, id); !written) {
        return fail(written.error());
    }
    m_session.changed(domain::Topic::Clinic, 0);
    return id;
}

Result<Done> StaffEditor::setRetired(const QString& table, const QString& id, bool retired)
{
    const auto entry = rowById(table, id, retired ? "retire" : "restore");
    if (const auto logged = logBefore(m_session, entry, m_author, m_now); !logged) {
        return logged;
    }
    const auto set =
        m_session.execute(QStringLiteral("UPDATE %1 SET retired = ? WHERE id = ?").arg(table), {int(retired), id});
    if (!set) {
        return fail(set.error());
    }
    if (*set == 0) {
        return fail(ErrorCode::NotFound, QStringLiteral("no %1 has the id \"%2\"").arg(table, id));
    }
    m_session.changed(domain::Topic::Clinic, 0);
    return Done{};
}

Result<Done> StaffEditor::retireDoctor(const QString& id, const QStringList& keep)
{
    if (const auto locked = lockBook(m_session); !locked) {
        return locked;
    }
    if (const auto kept = checkKept(always(id), keep); !kept) {
        return kept;
    }
    return setRetired(QLatin1String(Doctors), id, true);
}

Result<std::vector<domain::Appointment>> StaffEditor::visitsOf(const QString& doctor)
{
    return inTheWay(always(doctor));
}

Result<Done> StaffEditor::restoreDoctor(const QString& id)
{
    return lockBook(m_session).and_then([&](Done) { return setRetired(QLatin1String(Doctors), id, false); });
}

Result<QString> StaffEditor::saveTreatment(const domain::Treatment& treatment)
{
    if (const auto locked = lockBook(m_session); !locked) {
        return fail(locked.error());
    }
    const auto fine =
        checkName(QStringLiteral("treatment/name"), treatment.name)
            .and_then([&](Done) { return checkMinutes(QStringLiteral("treatment/minutes"), treatment.minutes); })
            .and_then([&](Done) { return checkMoney(QStringLiteral("treatment/price"), treatment.price, false); });
    if (!fine) {
        return fail(fine.error());
    }
    const QString id = treatment.id.isEmpty() ? newId("t-", {}) : treatment.id;
    if (const auto logged = logBefore(m_session, rowById(QLatin1String(Treatments), id, "change"), m_author, m_now);
        !logged) {
        return fail(logged.error());
    }
    const auto written = m_session.execute(
        QStringLiteral("INSERT INTO treatment (id, position, name_he, name_en, minutes, price, currency) SELECT ?, "
                       "COALESCE(MAX(position), 0) + 1, ?, ?, CAST(? AS INTEGER), CAST(? AS BIGINT), ? FROM treatment "
                       "WHERE 1 = 1 ON CONFLICT (id) DO "
                       "UPDATE SET name_he = excluded.name_he, name_en = excluded.name_en, minutes = "
                       "excluded.minutes, price = excluded.price, currency = excluded.currency"),
        {id, treatment.name.he.simplified(), treatment.name.en.simplified(), treatment.minutes, treatment.price.minor,
         treatment.price.currency});
    if (!written) {
        return fail(written.error());
    }
    m_session.changed(domain::Topic::Clinic, 0);
    return id;
}

Result<Done> StaffEditor::retireTreatment(const QString& id)
{
    return lockBook(m_session).and_then([&](Done) { return setRetired(QLatin1String(Treatments), id, true); });
}

Result<Done> StaffEditor::restoreTreatment(const QString& id)
{
    return lockBook(m_session).and_then([&](Done) { return setRetired(QLatin1String(Treatments), id, false); });
}

Result<std::vector<DoctorEntry>> StaffEditor::doctors()
{
    auto known = m_reader.allDoctors();
    if (!known) {
        return fail(known.error());
    }
    std::vector<DoctorEntry> entries;
    for (auto& [doctor, retired] : *known) {
        entries.push_back({std::move(doctor), retired});
    }
    return entries;
}

Result<std::vector<TreatmentEntry>> StaffEditor::treatments()
{
    auto rows = m_session.run(QStringLiteral(
        "SELECT id, name_he, name_en, minutes, price, currency, retired FROM treatment ORDER BY position, id"));
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<TreatmentEntry> entries;
    while (rows->next()) {
        entries.push_back({{rows->text(0),
                            {rows->text(1), rows->text(2)},
                            static_cast<int>(rows->integer(3)),
                            {rows->integer(4), rows->text(5)}},
                           rows->flag(6)});
    }
    return entries;
}

} // namespace delpek::clinic
