// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/builtin/appointmentcsv.h"

#include "clinic/builtin/bookcolumns.h"
#include "clinic/builtin/bookwriter.h"
#include "clinic/builtin/staffeditor.h"

#include <QCryptographicHash>

namespace delpek::clinic
{

namespace
{

const std::map<QString, QString>& headings()
{
    static const auto known = CsvCells::headings({
        {"id", "id|appointment id|מזהה|מזהה תור|מספר תור"},
        {"patient", "patient|patient id|מטופל|מזהה מטופל|מספר מטופל|לקוח"},
        {"name", "patient name|name|שם|שם מטופל|שם המטופל|שם מלא"},
        {"phone", "phone|mobile|telephone|טלפון|נייד|טלפון נייד"},
        {"doctor", "doctor|dentist|provider|רופא|רופאה|מטפל|מטפלת|רופא מטפל"},
        {"treatment", "treatment|service|procedure|טיפול|סוג טיפול|שירות"},
        {"date", "date|day|תאריך|יום"},
        {"time", "time|hour|start|start time|שעה|שעת התחלה"},
        {"minutes", "minutes|duration|length|דקות|משך|משך בדקות"},
        {"state", "state|status|מצב|סטטוס"},
    });
    return known;
}

QString plainName(const QString& name)
{
    QString text = CsvCells::comparable(name);
    for (const auto& title : {QStringLiteral("dr "), QStringLiteral("ד ר ")}) {
        if (text.startsWith(title)) {
            text = text.mid(title.size());
        }
    }
    return text;
}

bool isNamed(const QString& id, const domain::Bilingual& name, const QString& text)
{
    const QString wanted = plainName(text);
    return text == id || (!wanted.isEmpty() && (wanted == plainName(name.he) || wanted == plainName(name.en)));
}

/// Resolves the words of a row against the book and writes its visit.
class VisitImport
{
public:
    VisitImport(store::Session& session, base::Instant now)
        : m_session(session)
        , m_reader(session)
        , m_writer(session, now, Days::Any)
        , m_staff(session, now, QStringLiteral("import"))
    {
    }

    Result<Done> prepare()
    {
        auto doctors = m_staff.doctors();
        auto treatments = m_staff.treatments();
        auto patients = m_reader.allPatients();
        auto info = m_reader.info();
        if (!doctors || !treatments || !patients || !info) {
            return fail(!info         ? info.error()
                        : !doctors    ? doctors.error()
                        : !treatments ? treatments.error()
                                      : patients.error());
        }
        m_zone = info->zone;
        m_doctors = std::move(*doctors);
        m_treatments = std::move(*treatments);
        m_patients = std::move(*patients);
        return Done{};
    }

    Result<Done> add(CsvCells& cells, ImportReport& report)
    {
        auto visit = read(cells);
        if (!cells.isGood()) {
            return Done{};
        }
        visit.reference = referenceOf(visit);
        const auto there = isThere(visit);
        if (!there) {
            return fail(there.error());
        }
        if (*there) {
            ++report.there;
            return Done{};
        }
        const bool cancelled = visit.state == domain::AppointmentState::Cancelled;
        const auto written = cancelled ? writeCancelled(visit) : write(visit);
        if (written) {
            ++report.added;
        } else if (written.error().code == ErrorCode::Conflict) {
            cells.reject("time", written.error().key == QLatin1String("clinic.patient-busy")
                                     ? QStringLiteral("the patient has another visit at this time")
                                     : QStringLiteral("the doctor has another visit at this time"));
        } else {
            return fail(written.error());
        }
        return Done{};
    }

private:
    domain::Appointment read(CsvCells& cells)
    {
        domain::Appointment visit;
        visit.id = cells.text("id");
        visit.patient = patientOf(cells);
        const auto doctor = std::find_if(m_doctors.begin(), m_doctors.end(), [&](const DoctorEntry& entry) {
            return isNamed(entry.doctor.id, entry.doctor.name, cells.text("doctor"));
        });
        if (doctor == m_doctors.end()) {
            cells.reject("doctor", QStringLiteral("write the id or the name of a doctor who is in the book"));
        } else {
            visit.doctor = doctor->doctor.id;
        }
        const auto treatment = std::find_if(m_treatments.begin(), m_treatments.end(), [&](const TreatmentEntry& entry) {
            return isNamed(entry.treatment.id, entry.treatment.name, cells.text("treatment"));
        });
        visit.minutes = cells.minutes("minutes");
        if (treatment == m_treatments.end()) {
            cells.reject("treatment", QStringLiteral("write the id or the name of a treatment that is in the book"));
        } else {
            visit.treatment = treatment->treatment.id;
            visit.minutes = visit.minutes > 0 ? visit.minutes : treatment->treatment.minutes;
        }
        visit.start = {cells.date("date"), cells.time("time")};
        if (cells.text("date").isEmpty()) {
            cells.reject("date", QStringLiteral("write the day of the visit"));
        }
        visit.state = stateOf(cells);
        return visit;
    }

    static domain::AppointmentState stateOf(CsvCells& cells)
    {
        static const QStringList booked{QString(), QStringLiteral("booked"), QStringLiteral("confirmed"),
                                        QStringLiteral("נקבע"), QStringLiteral("קבוע")};
        static const QStringList cancelled{QStringLiteral("cancelled"), QStringLiteral("canceled"),
                                           QStringLiteral("בוטל"), QStringLiteral("מבוטל")};
        const QString text = CsvCells::comparable(cells.text("state"));
        if (!booked.contains(text) && !cancelled.contains(text)) {
            cells.reject("state", QStringLiteral("write booked or cancelled (נקבע, בוטל), or nothing"));
        }
        return cancelled.contains(text) ? domain::AppointmentState::Cancelled : domain::AppointmentState::Booked;
    }

    QString patientOf(CsvCells& cells)
    {
        const QString id = cells.text("patient");
        const QString name = cells.text("name").isEmpty() ? id : cells.text("name");
        const auto phone = cells.phone("phone");
        if (!cells.isGood()) {
            return {};
        }
        QStringList found;
        for (const auto& patient : m_patients) {
            if (!id.isEmpty() && patient.id == id) {
                return id;
            }
            const bool named = isNamed({}, patient.name, name);
            const bool reached = phone && patient.phone == phone;
            if (phone ? reached && (named || name.isEmpty()) : named) {
                found << patient.id;
            }
        }
        if (found.size() != 1) {
            const char* column = !cells.text("patient").isEmpty() ? "patient" : phone ? "phone" : "name";
            cells.reject(column, found.isEmpty()
                                     ? QStringLiteral("no such patient is in the book; import the patients first")
                                     : QStringLiteral("several patients fit; write the patient's id"));
            return {};
        }
        return found.front();
    }

    static QString referenceOf(const domain::Appointment& visit)
    {
        const QStringList parts{visit.id, visit.patient, visit.doctor, visit.start.toText()};
        return QStringLiteral("import:") +
               QString::fromLatin1(
                   QCryptographicHash::hash(parts.join(u'\n').toUtf8(), QCryptographicHash::Sha256).toHex().left(32));
    }

    Result<bool> isThere(const domain::Appointment& visit)
    {
        auto rows =
            m_session.run(QStringLiteral("SELECT 1 FROM appointment WHERE (id = ? AND id <> '') OR reference = ? "
                                         "OR (patient = ? AND doctor = ? AND start_at = ? AND state = ?) "
                                         "LIMIT 1"),
                          {visit.id, visit.reference, visit.patient, visit.doctor, visit.start.toText(),
                           QLatin1String(visit.state == domain::AppointmentState::Booked ? Booked : Cancelled)});
        return rows.map([](store::Rows& found) { return found.next(); });
    }

    Result<Done> write(const domain::Appointment& visit)
    {
        return m_writer
            .book({visit.reference, visit.patient, visit.doctor, visit.treatment, visit.start, visit.minutes})
            .map([](const domain::Appointment&) { return Done{}; });
    }

    Result<Done> writeCancelled(const domain::Appointment& visit)
    {
        const auto start = domain::toInstant(visit.start, m_zone);
        return m_session
            .execute(QStringLiteral("INSERT INTO appointment (id, patient, doctor, treatment, start_at, minutes, "
                                    "start_ms, end_ms, state, reference) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'cancelled', "
                                    "?)"),
                     {QStringLiteral("a-") + visit.reference, visit.patient, visit.doctor, visit.treatment,
                      visit.start.toText(), visit.minutes, qint64(base::toMillis(start)),
                      qint64(base::toMillis(start + std::chrono::minutes(visit.minutes))), visit.reference})
            .map([](int) { return Done{}; });
    }

    store::Session& m_session;
    BookReader m_reader;
    BookWriter m_writer;
    StaffEditor m_staff;
    QTimeZone m_zone;
    std::vector<DoctorEntry> m_doctors;
    std::vector<TreatmentEntry> m_treatments;
    std::vector<domain::Patient> m_patients;
};

} // namespace

Result<ImportReport> importAppointments(store::Session& session, const QByteArray& csv, base::Instant now)
{
    const auto rows = parseCsv(csv);
    if (!rows) {
        return fail(rows.error());
    }
    if (rows->empty()) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("the file is empty"), QStringLiteral("book.file"));
    }
    const auto columns =
        CsvCells::columnsOf(rows->front(), headings(),
                            {QStringLiteral("patient|name|phone"), QStringLiteral("doctor"),
                             QStringLiteral("treatment"), QStringLiteral("date"), QStringLiteral("time")});
    if (!columns) {
        return fail(columns.error());
    }
    VisitImport visits(session, now);
    if (const auto ready = visits.prepare(); !ready) {
        return fail(ready.error());
    }
    ImportReport report;
    for (size_t i = 1; i < rows->size(); ++i) {
        CsvCells cells(rows->front(), *columns, (*rows)[i], report);
        if (const auto added = visits.add(cells, report); !added) {
            return fail(added.error());
        }
    }
    if (report.added > 0) {
        session.changed(domain::Topic::Clinic, 0);
    }
    return report;
}

Result<QByteArray> exportAppointments(store::Session& session)
{
    BookReader reader(session);
    const auto visits = reader.allAppointments();
    if (!visits) {
        return fail(visits.error());
    }
    std::map<QString, QString> names;
    std::vector<QStringList> rows{{QStringLiteral("id"), QStringLiteral("patient"), QStringLiteral("patient_name"),
                                   QStringLiteral("doctor"), QStringLiteral("treatment"), QStringLiteral("date"),
                                   QStringLiteral("time"), QStringLiteral("minutes"), QStringLiteral("state")}};
    for (const auto& visit : *visits) {
        auto& name = names[visit.patient];
        if (name.isEmpty()) {
            const auto patient = reader.patientById(visit.patient);
            if (!patient) {
                return fail(patient.error());
            }
            name = patient->name.he.isEmpty() ? patient->name.en : patient->name.he;
        }
        rows.push_back({visit.id, visit.patient, name, visit.doctor, visit.treatment,
                        visit.start.date.toString(Qt::ISODate), visit.start.time.toString(QStringLiteral("HH:mm")),
                        QString::number(visit.minutes),
                        QLatin1String(visit.state == domain::AppointmentState::Booked ? Booked : Cancelled)});
    }
    return writeCsv(rows);
}

} // namespace delpek::clinic
