// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/builtin/patienteditor.h"

#include "clinic/builtin/bookchecks.h"
#include "clinic/builtin/bookcolumns.h"
#include "clinic/builtin/booklock.h"

namespace delpek::clinic
{

namespace
{

constexpr int LongestWord = 200;
constexpr int LongestNote = 20'000;
constexpr size_t MostPhones = 20;

Result<Done> checkWords(const QString& place, const QStringList& words)
{
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString here = QStringLiteral("%1/%2").arg(place).arg(i);
        if (const auto fine = checkText(here, words[i], LongestWord); !fine) {
            return fine;
        }
        if (words[i].contains(QLatin1Char('\n'))) {
            return refuse(here, QStringLiteral("write one line"), "book.text");
        }
    }
    return Done{};
}

} // namespace

Result<Done> PatientEditor::check(const PatientCard& card)
{
    const auto info = m_reader.info();
    if (!info) {
        return fail(info.error());
    }
    if (card.phones.size() > MostPhones) {
        return refuse(QStringLiteral("patient/phones"), QStringLiteral("write at most %1").arg(MostPhones),
                      "book.text");
    }
    const QDate today = domain::toLocal(m_now, info->zone).date;
    return checkName(QStringLiteral("patient/name"), card.name)
        .and_then([&](Done) { return checkBirthDate(QStringLiteral("patient/birth_date"), card.birthDate, today); })
        .and_then([&](Done) { return checkEmail(QStringLiteral("patient/email"), card.email); })
        .and_then([&](Done) { return checkWords(QStringLiteral("patient/allergies"), card.allergies); })
        .and_then([&](Done) { return checkWords(QStringLiteral("patient/flags"), card.flags); });
}

Result<Done> PatientEditor::logCard(const QString& id, const char* what)
{
    return logBefore(m_session,
                     {QStringLiteral("patient"),
                      id,
                      QLatin1String(what),
                      {QStringLiteral("name_he"), QStringLiteral("name_en"), QStringLiteral("birth_date"),
                       QStringLiteral("gender"), QStringLiteral("language"), QStringLiteral("email"),
                       QStringLiteral("allergies"), QStringLiteral("flags"), QStringLiteral("retired")},
                      QStringLiteral("id = ?"),
                      {id}},
                     m_author, m_now);
}

Result<Done> PatientEditor::requireCard(const QString& id)
{
    auto rows = m_session.run(QStringLiteral("SELECT merged_into FROM patient WHERE id = ?"), {id});
    if (!rows) {
        return fail(rows.error());
    }
    if (!rows->next()) {
        return fail(ErrorCode::NotFound, QStringLiteral("no patient has the id \"%1\"").arg(id));
    }
    if (!rows->text(0).isEmpty()) {
        return fail(ErrorCode::Conflict,
                    QStringLiteral("card %1 was joined with card %2; change that one").arg(id, rows->text(0)),
                    QStringLiteral("book.merge"));
    }
    return Done{};
}

Result<Done> PatientEditor::writePhones(const PatientCard& card, const QString& id)
{
    const LogEntry before{QStringLiteral("patient_phone"),
                          id,
                          QStringLiteral("change"),
                          {QStringLiteral("phone"), QStringLiteral("position")},
                          QStringLiteral("patient = ? ORDER BY position"),
                          {id}};
    if (const auto logged = logBefore(m_session, before, m_author, m_now); !logged) {
        return logged;
    }
    if (const auto emptied = m_session.execute(QStringLiteral("DELETE FROM patient_phone WHERE patient = ?"), {id});
        !emptied) {
        return fail(emptied.error());
    }
    int position = 0;
    for (const auto& phone : card.phones) {
        const auto added = m_session.execute(QStringLiteral("INSERT INTO patient_phone (patient, phone, position) "
                                                            "VALUES (?, ?, ?) ON CONFLICT DO NOTHING"),
                                             {id, phone.e164(), position++});
        if (!added) {
            return fail(added.error());
        }
    }
    return Done{};
}

Result<QString> PatientEditor::save(const PatientCard& card, const QString& reference)
{
    if (const auto locked = lockBook(m_session); !locked) {
        return fail(locked.error());
    }
    if (const auto fine = check(card); !fine) {
        return fail(fine.error());
    }
    QString id = card.id;
    const auto there = id.isEmpty() ? Result<Done>(Done{}) : requireCard(id);
    const bool isNew = id.isEmpty() || (!there && there.error().code == ErrorCode::NotFound && !reference.isEmpty());
    if (!isNew && !there) {
        return fail(there.error());
    }
    if (isNew) {
        const auto known = m_reader.patientByReference(reference);
        if (!known) {
            return fail(known.error());
        }
        if (*known) {
            return (*known)->id;
        }
        id = id.isEmpty() ? newId("p-", reference) : id;
        const auto added = m_session.execute(
            QStringLiteral("INSERT INTO patient (id, position, name_he, name_en, birth_date, gender, language, "
                           "allergies, flags, reference) SELECT ?, COALESCE(MAX(position), 0) + 1, '', '', '', '', "
                           "'', '', '', ? FROM patient"),
            {id, reference});
        if (!added) {
            return fail(added.error());
        }
    } else if (const auto logged = logCard(id, "change"); !logged) {
        return fail(logged.error());
    }
    const auto written = m_session.execute(
        QStringLiteral("UPDATE patient SET name_he = ?, name_en = ?, birth_date = ?, gender = ?, language = ?, "
                       "email = ?, allergies = ?, flags = ? WHERE id = ?"),
        {card.name.he.simplified(), card.name.en.simplified(), card.birthDate.toString(Qt::ISODate),
         base::toText(card.gender), base::toText(card.language), card.email, listToColumn(card.allergies),
         listToColumn(card.flags), id});
    if (!written) {
        return fail(written.error());
    }
    if (const auto phones = writePhones(card, id); !phones) {
        return fail(phones.error());
    }
    m_session.changed(domain::Topic::Clinic, 0);
    return id;
}

Result<Done> PatientEditor::setRetired(const QString& id, bool retired)
{
    if (const auto there = requireCard(id); !there) {
        return there;
    }
    if (const auto logged = logCard(id, retired ? "retire" : "restore"); !logged) {
        return logged;
    }
    const auto set =
        m_session.execute(QStringLiteral("UPDATE patient SET retired = ? WHERE id = ?"), {int(retired), id});
    if (!set) {
        return fail(set.error());
    }
    m_session.changed(domain::Topic::Clinic, 0);
    return Done{};
}

Result<Done> PatientEditor::retire(const QString& id)
{
    if (const auto locked = lockBook(m_session); !locked) {
        return locked;
    }
    auto ahead = m_session.run(
        QStringLiteral("SELECT count(*) FROM appointment WHERE patient = ? AND state = 'booked' AND end_ms > ?"),
        {id, qint64(base::toMillis(m_now))});
    if (!ahead) {
        return fail(ahead.error());
    }
    if (ahead->next() && ahead->integer(0) > 0) {
        return fail(ErrorCode::Conflict,
                    QStringLiteral("card %1 has %2 visits ahead; cancel them first").arg(id).arg(ahead->integer(0)),
                    QStringLiteral("book.visits-there"));
    }
    return setRetired(id, true);
}

Result<Done> PatientEditor::restore(const QString& id)
{
    return lockBook(m_session).and_then([&](Done) { return setRetired(id, false); });
}

Result<qint64> PatientEditor::nextNumber(const QString& table, const QString& patient)
{
    auto rows = m_session.run(
        QStringLiteral("SELECT COALESCE(MAX(position), 0) + 1 FROM %1 WHERE patient = ?").arg(table), {patient});
    return rows.map([](store::Rows& found) { return found.next() ? found.integer(0) : qint64(1); });
}

Result<qint64> PatientEditor::addNote(const QString& patient, const domain::Note& note)
{
    if (const auto ready = lockBook(m_session).and_then([&](Done) { return requireCard(patient); }).and_then([&](Done) {
            return checkText(QStringLiteral("note/text"), note.text, LongestNote);
        });
        !ready) {
        return fail(ready.error());
    }
    if (!note.date.isValid()) {
        return refuse(QStringLiteral("note/date"), QStringLiteral("write a day"), "book.day");
    }
    const auto number = nextNumber(QStringLiteral("note"), patient);
    if (!number) {
        return number;
    }
    const auto added = m_session.execute(
        QStringLiteral("INSERT INTO note (patient, position, day, author, body, reference) VALUES (?, ?, ?, ?, ?, ?)"),
        {patient, *number, note.date.toString(Qt::ISODate), note.by, note.text, note.reference});
    if (!added) {
        return fail(added.error());
    }
    m_session.changed(domain::Topic::Clinic, 0);
    return number;
}

Result<Done> PatientEditor::retireNote(const QString& patient, qint64 number)
{
    if (const auto ready = lockBook(m_session).and_then([&](Done) { return requireCard(patient); }); !ready) {
        return ready;
    }
    const auto retired = m_session.execute(
        QStringLiteral("UPDATE note SET retired = 1 WHERE patient = ? AND position = ?"), {patient, number});
    if (!retired) {
        return fail(retired.error());
    }
    if (*retired == 0) {
        return fail(ErrorCode::NotFound, QStringLiteral("the card has no note %1").arg(number));
    }
    m_session.changed(domain::Topic::Clinic, 0);
    return Done{};
}

Result<qint64> PatientEditor::savePlanItem(const QString& patient, const PlanEntry& entry)
{
    if (const auto ready = lockBook(m_session).and_then([&](Done) { return requireCard(patient); }).and_then([&](Done) {
            return checkPlanState(QStringLiteral("plan/status"), entry.item.status);
        });
        !ready) {
        return fail(ready.error());
    }
    if (entry.item.tooth.size() > LongestWord) {
        return refuse(QStringLiteral("plan/tooth"), QStringLiteral("write the tooth's number, or nothing"),
                      "book.text");
    }
    {
        auto known = m_session.run(QStringLiteral("SELECT 1 FROM treatment WHERE id = ?"), {entry.item.treatment});
        if (!known) {
            return fail(known.error());
        }
        if (!known->next()) {
            return refuse(QStringLiteral("plan/treatment"), QStringLiteral("no treatment has this id"), "book.choice");
        }
    }
    const auto number =
        entry.number > 0 ? Result<qint64>(entry.number) : nextNumber(QStringLiteral("plan_item"), patient);
    if (!number) {
        return number;
    }
    const LogEntry before{QStringLiteral("plan_item"),
                          QStringLiteral("%1/%2").arg(patient).arg(*number),
                          QStringLiteral("change"),
                          {QStringLiteral("treatment"), QStringLiteral("tooth"), QStringLiteral("state")},
                          QStringLiteral("patient = ? AND position = ?"),
                          {patient, *number}};
    if (const auto logged = logBefore(m_session, before, m_author, m_now); !logged) {
        return fail(logged.error());
    }
    const auto written =
        entry.number > 0
            ? m_session.execute(QStringLiteral("UPDATE plan_item SET treatment = ?, tooth = ?, state = ? "
                                               "WHERE patient = ? AND position = ?"),
                                {entry.item.treatment, entry.item.tooth, entry.item.status, patient, *number})
            : m_session.execute(QStringLiteral("INSERT INTO plan_item (treatment, tooth, state, patient, position) "
                                               "VALUES (?, ?, ?, ?, ?)"),
                                {entry.item.treatment, entry.item.tooth, entry.item.status, patient, *number});
    if (!written) {
        return fail(written.error());
    }
    if (*written == 0) {
        return fail(ErrorCode::NotFound, QStringLiteral("the card has no plan item %1").arg(*number));
    }
    m_session.changed(domain::Topic::Clinic, 0);
    return number;
}

Result<PatientEntry> PatientEditor::entry(const QString& id)
{
    const auto patient = m_reader.patientById(id);
    if (!patient) {
        return fail(patient.error());
    }
    PatientEntry entry;
    entry.card = {patient->id,        patient->name,      {},
                  patient->birthDate, patient->gender,    patient->language,
                  patient->email,     patient->allergies, patient->flags};
    {
        auto rows = m_session.run(QStringLiteral("SELECT retired, merged_into FROM patient WHERE id = ?"), {id});
        if (!rows) {
            return fail(rows.error());
        }
        if (rows->next()) {
            entry.retired = rows->flag(0);
            entry.mergedInto = rows->text(1);
        }
    }
    auto phones = m_session.run(
        QStringLiteral("SELECT phone FROM patient_phone WHERE patient = ? ORDER BY position, phone"), {id});
    if (!phones) {
        return fail(phones.error());
    }
    while (phones->next()) {
        const auto phone = domain::Phone::fromStored(phones->text(0));
        if (!phone) {
            return fail(phone.error());
        }
        entry.card.phones.push_back(*phone);
    }
    auto notes = m_session.run(QStringLiteral("SELECT position, day, author, body, reference FROM note WHERE "
                                              "patient = ? AND retired = 0 ORDER BY position"),
                               {id});
    if (!notes) {
        return fail(notes.error());
    }
    while (notes->next()) {
        entry.notes.push_back(
            {notes->integer(0),
             {QDate::fromString(notes->text(1), Qt::ISODate), notes->text(2), notes->text(3), notes->text(4)}});
    }
    auto plan = m_session.run(
        QStringLiteral("SELECT position, treatment, tooth, state FROM plan_item WHERE patient = ? ORDER BY position"),
        {id});
    if (!plan) {
        return fail(plan.error());
    }
    while (plan->next()) {
        entry.plan.push_back({plan->integer(0), {plan->text(1), plan->text(2), plan->text(3)}});
    }
    return entry;
}

Result<std::vector<domain::Patient>> PatientEditor::find(const QString& text, int limit)
{
    auto all = m_reader.allPatients();
    if (!all) {
        return all;
    }
    const QString wanted = text.simplified().toCaseFolded();
    const auto phone = domain::Phone::parse(wanted);
    const auto fits = [&](const domain::Patient& patient) {
        return patient.name.he.toCaseFolded().contains(wanted) || patient.name.en.toCaseFolded().contains(wanted);
    };
    if (phone) {
        auto family = m_reader.patientsByPhone(phone->e164());
        if (!family || !family->empty()) {
            return family;
        }
    }
    std::erase_if(*all, [&](const domain::Patient& patient) { return !fits(patient); });
    if (all->size() > static_cast<size_t>(std::max(0, limit))) {
        all->resize(static_cast<size_t>(std::max(0, limit)));
    }
    return all;
}

} // namespace delpek::clinic
