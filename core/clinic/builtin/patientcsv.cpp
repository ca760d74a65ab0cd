// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/builtin/patientcsv.h"

#include "clinic/builtin/patienteditor.h"

#include <QCryptographicHash>

namespace delpek::clinic
{

namespace
{

const std::map<QString, QString>& headings()
{
    static const auto known = CsvCells::headings({
        {"id", "id|patient id|מזהה|מספר מטופל|מספר לקוח"},
        {"name", "name|full name|patient|patient name|שם|שם מלא|שם המטופל|שם מטופל"},
        {"name_he", "name he|hebrew name|שם בעברית"},
        {"name_en", "name en|english name|שם באנגלית|שם לועזי"},
        {"first", "first name|given name|שם פרטי"},
        {"last", "last name|family name|surname|שם משפחה"},
        {"phone", "phone|mobile|telephone|cell|טלפון|נייד|טלפון נייד|מספר טלפון|סלולרי"},
        {"phone_2", "phone 2|other phone|home phone|second phone|טלפון 2|טלפון נוסף|טלפון בבית"},
        {"birth_date", "birth date|date of birth|birthday|dob|תאריך לידה|ת לידה"},
        {"gender", "gender|sex|מין|מגדר"},
        {"language", "language|שפה"},
        {"email", "email|e mail|mail|דואל|דוא ל|אימייל|מייל"},
        {"allergies", "allergies|allergy|אלרגיות|אלרגיה|רגישויות|רגישות"},
        {"flags", "flags|alerts|סימונים|התראות"},
    });
    return known;
}

template <typename Value>
Value chosen(CsvCells& cells, const char* column, const std::map<QString, Value>& words, Value fallback)
{
    const QString text = CsvCells::comparable(cells.text(column));
    if (text.isEmpty()) {
        return fallback;
    }
    const auto found = words.find(text);
    if (found == words.end()) {
        QStringList choices;
        for (const auto& [word, value] : words) {
            choices << word;
        }
        cells.reject(column, QStringLiteral("write one of: %1").arg(choices.join(QStringLiteral(", "))));
        return fallback;
    }
    return found->second;
}

domain::Bilingual nameOf(const CsvCells& cells)
{
    domain::Bilingual name{cells.text("name_he"), cells.text("name_en")};
    QString plain = cells.text("name");
    if (plain.isEmpty()) {
        plain = (cells.text("first") + u' ' + cells.text("last")).simplified();
    }
    if (!plain.isEmpty()) {
        auto& part =
            domain::languageOf(plain, domain::Language::Hebrew) == domain::Language::Hebrew ? name.he : name.en;
        part = part.isEmpty() ? plain : part;
    }
    return name;
}

PatientCard cardOf(CsvCells& cells)
{
    static const std::map<QString, domain::Gender> genders{
        {QStringLiteral("female"), domain::Gender::Female}, {QStringLiteral("f"), domain::Gender::Female},
        {QStringLiteral("נקבה"), domain::Gender::Female},   {QStringLiteral("נ"), domain::Gender::Female},
        {QStringLiteral("אישה"), domain::Gender::Female},   {QStringLiteral("male"), domain::Gender::Male},
        {QStringLiteral("m"), domain::Gender::Male},        {QStringLiteral("זכר"), domain::Gender::Male},
        {QStringLiteral("ז"), domain::Gender::Male},        {QStringLiteral("גבר"), domain::Gender::Male}};
    static const std::map<QString, domain::Language> languages{
        {QStringLiteral("he"), domain::Language::Hebrew},       {QStringLiteral("hebrew"), domain::Language::Hebrew},
        {QStringLiteral("עברית"), domain::Language::Hebrew},    {QStringLiteral("en"), domain::Language::English},
        {QStringLiteral("english"), domain::Language::English}, {QStringLiteral("אנגלית"), domain::Language::English}};
    PatientCard card;
    card.id = cells.text("id");
    card.name = nameOf(cells);
    for (const char* column : {"phone", "phone_2"}) {
        if (const auto phone = cells.phone(column)) {
            card.phones.push_back(*phone);
        }
    }
    card.birthDate = cells.date("birth_date");
    card.gender = chosen(cells, "gender", genders, domain::Gender::Unknown);
    card.language = chosen(cells, "language", languages,
                           card.name.he.isEmpty() ? domain::Language::English : domain::Language::Hebrew);
    card.email = cells.text("email");
    card.allergies = cells.words("allergies");
    card.flags = cells.words("flags");
    return card;
}

bool samePerson(const domain::Patient& known, const PatientCard& card)
{
    const auto equal = [](const QString& a, const QString& b) {
        return !a.isEmpty() && a.simplified().toCaseFolded() == b.simplified().toCaseFolded();
    };
    return (equal(known.name.he, card.name.he) || equal(known.name.en, card.name.en)) &&
           (known.birthDate.isNull() || card.birthDate.isNull() || known.birthDate == card.birthDate);
}

/// The same for the same person in a file that is read again.
QString referenceOf(const PatientCard& card)
{
    QStringList parts{card.id, card.name.he.simplified(), card.name.en.simplified(),
                      card.birthDate.toString(Qt::ISODate)};
    if (!card.phones.empty()) {
        parts << card.phones.front().e164();
    }
    return QStringLiteral("import:") +
           QString::fromLatin1(
               QCryptographicHash::hash(parts.join(u'\n').toUtf8(), QCryptographicHash::Sha256).toHex().left(32));
}

Result<bool> isThere(store::Session& session, const PatientCard& card)
{
    BookReader reader(session);
    if (!card.id.isEmpty()) {
        const auto known = reader.patientById(card.id);
        if (known || known.error().code != ErrorCode::NotFound) {
            return known.map([](const domain::Patient&) { return true; });
        }
    }
    for (const auto& phone : card.phones) {
        const auto family = reader.patientsByPhone(phone.e164());
        if (!family) {
            return fail(family.error());
        }
        if (std::any_of(family->begin(), family->end(),
                        [&](const domain::Patient& known) { return samePerson(known, card); })) {
            return true;
        }
    }
    return reader.patientByReference(referenceOf(card)).map([](const auto& known) { return known.has_value(); });
}

/// The heading that an error's place ("patient/email: …") is about.
const char* columnOf(const QString& detail)
{
    for (const char* column : {"email", "birth_date", "allergies", "flags", "name"}) {
        if (detail.startsWith(QStringLiteral("patient/") + QLatin1String(column))) {
            return column;
        }
    }
    return "";
}

} // namespace

Result<ImportReport> importPatients(store::Session& session, const QByteArray& csv, base::Instant now)
{
    const auto rows = parseCsv(csv);
    if (!rows) {
        return fail(rows.error());
    }
    if (rows->empty()) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("the file is empty"), QStringLiteral("book.file"));
    }
    const auto columns =
        CsvCells::columnsOf(rows->front(), headings(), {QStringLiteral("name|name_he|name_en|first|last")});
    if (!columns) {
        return fail(columns.error());
    }
    ImportReport report;
    PatientEditor editor(session, now, QStringLiteral("import"));
    for (size_t i = 1; i < rows->size(); ++i) {
        CsvCells cells(rows->front(), *columns, (*rows)[i], report);
        const auto card = cardOf(cells);
        if (!cells.isGood()) {
            continue;
        }
        const auto known = isThere(session, card);
        if (!known) {
            return fail(known.error());
        }
        if (*known) {
            ++report.there;
            continue;
        }
        const auto saved = editor.save(card, referenceOf(card));
        if (saved) {
            ++report.added;
        } else if (saved.error().code == ErrorCode::InvalidInput) {
            cells.reject(columnOf(saved.error().detail), saved.error().detail.section(QStringLiteral(": "), 1));
        } else {
            return fail(saved.error());
        }
    }
    return report;
}

Result<QByteArray> exportPatients(store::Session& session)
{
    const auto patients = BookReader(session).allPatients();
    if (!patients) {
        return fail(patients.error());
    }
    std::vector<QStringList> rows{{QStringLiteral("id"), QStringLiteral("name_he"), QStringLiteral("name_en"),
                                   QStringLiteral("phone"), QStringLiteral("phone_2"), QStringLiteral("birth_date"),
                                   QStringLiteral("gender"), QStringLiteral("language"), QStringLiteral("email"),
                                   QStringLiteral("allergies"), QStringLiteral("flags")}};
    for (const auto& patient : *patients) {
        auto second = session.run(
            QStringLiteral("SELECT phone FROM patient_phone WHERE patient = ? ORDER BY position, phone"), {patient.id});
        if (!second) {
            return fail(second.error());
        }
        QStringList phones;
        while (second->next()) {
            phones << second->text(0);
        }
        rows.push_back({patient.id, patient.name.he, patient.name.en, phones.value(0), phones.value(1),
                        patient.birthDate.toString(Qt::ISODate), base::toText(patient.gender),
                        base::toText(patient.language), patient.email, patient.allergies.join(QStringLiteral("; ")),
                        patient.flags.join(QStringLiteral("; "))});
    }
    return writeCsv(rows);
}

} // namespace delpek::clinic
