// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/builtin/patientmerge.h"

#include "clinic/builtin/bookchecks.h"
#include "clinic/builtin/bookcolumns.h"
#include "clinic/builtin/booklock.h"

namespace delpek::clinic
{

namespace
{

const auto DroppedPhone = QStringLiteral("patient_phone.dropped");

Result<Done> done(Result<int> touched)
{
    return touched.map([](int) { return Done{}; });
}

/// The column that names a row of a table whose rows move whole.
QString keyOf(const QString& table)
{
    return table == QLatin1String("invoice")        ? QStringLiteral("number")
           : table == QLatin1String("waiting_wish") ? QStringLiteral("reference")
                                                    : QStringLiteral("id");
}

} // namespace

Result<Done> PatientMerge::requireOwn(const QString& id)
{
    const auto into = column(QStringLiteral("SELECT merged_into FROM patient WHERE id = ?"), {id});
    if (!into) {
        return fail(into.error());
    }
    if (into->isEmpty()) {
        return fail(ErrorCode::NotFound, QStringLiteral("no patient has the id \"%1\"").arg(id));
    }
    if (!into->front().isEmpty()) {
        return fail(ErrorCode::Conflict, QStringLiteral("card %1 was joined with card %2").arg(id, into->front()),
                    QStringLiteral("book.merge"));
    }
    return Done{};
}

Result<Done> PatientMerge::note(const Item& item)
{
    return done(m_session.execute(
        QStringLiteral("INSERT INTO patient_merge_item (merge, kind, item, before, after) VALUES (?, ?, ?, ?, ?)"),
        {m_id, item.kind, item.item, item.before, item.after}));
}

Result<QStringList> PatientMerge::column(const QString& sql, const QVariantList& values)
{
    auto rows = m_session.run(sql, values);
    if (!rows) {
        return fail(rows.error());
    }
    QStringList texts;
    while (rows->next()) {
        texts << rows->text(0);
    }
    return texts;
}

Result<Done> PatientMerge::moveRows(const QString& table, const QString& key)
{
    const auto ids =
        column(QStringLiteral("SELECT %1 FROM %2 WHERE patient = ? ORDER BY %1").arg(key, table), {m_merged});
    if (!ids) {
        return fail(ids.error());
    }
    for (const auto& id : *ids) {
        if (auto noted = note({table, id, m_merged, m_kept}); !noted) {
            return noted;
        }
    }
    return done(m_session.execute(QStringLiteral("UPDATE %1 SET patient = ? WHERE patient = ?").arg(table),
                                  {m_kept, m_merged}));
}

/// Notes and plan are counted within a card: those that come are counted on.
Result<Done> PatientMerge::moveNumbered(const QString& table)
{
    const auto numbers =
        column(QStringLiteral("SELECT position FROM %1 WHERE patient = ? ORDER BY position").arg(table), {m_merged});
    const auto last =
        column(QStringLiteral("SELECT COALESCE(MAX(position), 0) FROM %1 WHERE patient = ?").arg(table), {m_kept});
    if (!numbers || !last) {
        return fail(numbers ? last.error() : numbers.error());
    }
    qint64 next = last->front().toLongLong();
    for (const auto& number : *numbers) {
        ++next;
        if (auto noted = note({table, QString::number(next), number, QString::number(next)}); !noted) {
            return noted;
        }
        const auto moved = m_session.execute(
            QStringLiteral("UPDATE %1 SET patient = ?, position = ? WHERE patient = ? AND position = ?").arg(table),
            {m_kept, next, m_merged, number.toLongLong()});
        if (!moved) {
            return fail(moved.error());
        }
    }
    return Done{};
}

Result<Done> PatientMerge::movePhones()
{
    const auto theirs = column(
        QStringLiteral("SELECT phone FROM patient_phone WHERE patient = ? ORDER BY position, phone"), {m_merged});
    const auto own = column(QStringLiteral("SELECT phone FROM patient_phone WHERE patient = ?"), {m_kept});
    const auto last =
        column(QStringLiteral("SELECT COALESCE(MAX(position), 0) FROM patient_phone WHERE patient = ?"), {m_kept});
    if (!theirs || !own || !last) {
        return fail(!theirs ? theirs.error() : !own ? own.error() : last.error());
    }
    qint64 position = last->front().toLongLong();
    qint64 before = 0;
    for (const auto& phone : *theirs) {
        const bool shared = own->contains(phone);
        if (auto noted =
                note({shared ? DroppedPhone : QStringLiteral("patient_phone"), phone, QString::number(before++), {}});
            !noted) {
            return noted;
        }
        const auto moved =
            shared ? m_session.execute(QStringLiteral("DELETE FROM patient_phone WHERE patient = ? AND phone = ?"),
                                       {m_merged, phone})
                   : m_session.execute(QStringLiteral("UPDATE patient_phone SET patient = ?, position = ? "
                                                      "WHERE patient = ? AND phone = ?"),
                                       {m_kept, ++position, m_merged, phone});
        if (!moved) {
            return fail(moved.error());
        }
    }
    return Done{};
}

Result<Done> PatientMerge::unite(const QString& name)
{
    const QString sql = QStringLiteral("SELECT %1 FROM patient WHERE id = ?").arg(name);
    const auto own = column(sql, {m_kept});
    const auto theirs = column(sql, {m_merged});
    if (!own || !theirs) {
        return fail(own ? theirs.error() : own.error());
    }
    QStringList words = listFromColumn(own->front());
    for (const auto& word : listFromColumn(theirs->front())) {
        if (words.contains(word)) {
            continue;
        }
        words << word;
        if (auto noted = note({QStringLiteral("patient.") + name, word, {}, word}); !noted) {
            return noted;
        }
    }
    return done(m_session.execute(QStringLiteral("UPDATE patient SET %1 = ? WHERE id = ?").arg(name),
                                  {listToColumn(words), m_kept}));
}

Result<Done> PatientMerge::fillIn(const QString& name)
{
    const QString sql = QStringLiteral("SELECT %1 FROM patient WHERE id = ?").arg(name);
    const auto own = column(sql, {m_kept});
    const auto theirs = column(sql, {m_merged});
    if (!own || !theirs) {
        return fail(own ? theirs.error() : own.error());
    }
    if (!own->front().isEmpty() || theirs->front().isEmpty()) {
        return Done{};
    }
    if (auto noted = note({QStringLiteral("patient"), name, {}, theirs->front()}); !noted) {
        return noted;
    }
    return done(m_session.execute(QStringLiteral("UPDATE patient SET %1 = ? WHERE id = ?").arg(name),
                                  {theirs->front(), m_kept}));
}

Result<qint64> PatientMerge::merge(const QString& kept, const QString& merged)
{
    if (kept == merged) {
        return refuse(QStringLiteral("merge"), QStringLiteral("choose two cards"), "book.merge");
    }
    if (const auto ready = lockBook(m_session).and_then([&](Done) { return requireOwn(kept); }).and_then([&](Done) {
            return requireOwn(merged);
        });
        !ready) {
        return fail(ready.error());
    }
    const auto id = m_session.insert(
        QStringLiteral("INSERT INTO patient_merge (kept, merged, author, merged_at) VALUES (?, ?, ?, ?) RETURNING id"),
        {kept, merged, m_author, qint64(base::toMillis(m_now))});
    if (!id) {
        return fail(id.error());
    }
    m_id = id->value_or(0);
    m_kept = kept;
    m_merged = merged;
    auto moved = Result<Done>(Done{});
    for (const char* table : {"appointment", "invoice", "waiting_wish"}) {
        moved = moved.and_then([&](Done) { return moveRows(QLatin1String(table), keyOf(QLatin1String(table))); });
    }
    for (const char* table : {"note", "plan_item"}) {
        moved = moved.and_then([&](Done) { return moveNumbered(QLatin1String(table)); });
    }
    moved = moved.and_then([&](Done) { return movePhones(); });
    for (const char* words : {"allergies", "flags"}) {
        moved = moved.and_then([&](Done) { return unite(QLatin1String(words)); });
    }
    for (const char* field : {"name_he", "name_en", "birth_date", "gender", "email"}) {
        moved = moved.and_then([&](Done) { return fillIn(QLatin1String(field)); });
    }
    moved = moved.and_then([&](Done) {
        return done(
            m_session.execute(QStringLiteral("UPDATE patient SET merged_into = ? WHERE id = ?"), {kept, merged}));
    });
    if (!moved) {
        return fail(moved.error());
    }
    m_session.changed(domain::Topic::Clinic, 0);
    return m_id;
}

/// An allergy or a flag that came with the merged card; not when somebody has taken it off since.
Result<Done> PatientMerge::giveBackWord(const Item& item)
{
    const QString name = item.kind.mid(QStringLiteral("patient.").size());
    const auto own = column(QStringLiteral("SELECT %1 FROM patient WHERE id = ?").arg(name), {m_kept});
    if (!own) {
        return fail(own.error());
    }
    QStringList words = listFromColumn(own->front());
    words.removeOne(item.item);
    return done(m_session.execute(QStringLiteral("UPDATE patient SET %1 = ? WHERE id = ?").arg(name),
                                  {listToColumn(words), m_kept}));
}

Result<Done> PatientMerge::giveBack(const Item& item)
{
    if (item.kind == QLatin1String("note") || item.kind == QLatin1String("plan_item")) {
        return done(m_session.execute(
            QStringLiteral("UPDATE %1 SET patient = ?, position = ? WHERE patient = ? AND position = ?").arg(item.kind),
            {m_merged, item.before.toLongLong(), m_kept, item.after.toLongLong()}));
    }
    if (item.kind == QLatin1String("patient_phone") || item.kind == DroppedPhone) {
        if (item.kind != DroppedPhone) {
            const auto taken = m_session.execute(
                QStringLiteral("DELETE FROM patient_phone WHERE patient = ? AND phone = ?"), {m_kept, item.item});
            if (!taken) {
                return fail(taken.error());
            }
        }
        return done(m_session.execute(QStringLiteral("INSERT INTO patient_phone (patient, phone, position) "
                                                     "VALUES (?, ?, ?) ON CONFLICT DO NOTHING"),
                                      {m_merged, item.item, item.before.toInt()}));
    }
    if (item.kind == QLatin1String("patient")) {
        return done(m_session.execute(
            QStringLiteral("UPDATE patient SET %1 = '' WHERE id = ? AND %1 = ?").arg(item.item), {m_kept, item.after}));
    }
    if (item.kind.startsWith(QLatin1String("patient."))) {
        return giveBackWord(item);
    }
    return done(m_session.execute(
        QStringLiteral("UPDATE %1 SET patient = ? WHERE %2 = ? AND patient = ?").arg(item.kind, keyOf(item.kind)),
        {m_merged, item.item, m_kept}));
}

Result<Done> PatientMerge::undo(qint64 id)
{
    if (const auto locked = lockBook(m_session); !locked) {
        return locked;
    }
    m_id = id;
    {
        auto rows =
            m_session.run(QStringLiteral("SELECT kept, merged, undone_at FROM patient_merge WHERE id = ?"), {id});
        if (!rows) {
            return fail(rows.error());
        }
        if (!rows->next()) {
            return fail(ErrorCode::NotFound, QStringLiteral("no merge has the id %1").arg(id));
        }
        if (!rows->isNull(2)) {
            return fail(ErrorCode::Conflict, QStringLiteral("merge %1 is undone already").arg(id),
                        QStringLiteral("book.merge-undone"));
        }
        m_kept = rows->text(0);
        m_merged = rows->text(1);
    }
    if (const auto own = requireOwn(m_kept); !own) {
        return fail(ErrorCode::Conflict,
                    QStringLiteral("card %1 was itself joined with another since; undo that first").arg(m_kept),
                    QStringLiteral("book.merge-undone"));
    }
    std::vector<Item> items;
    {
        auto rows = m_session.run(
            QStringLiteral("SELECT kind, item, before, after FROM patient_merge_item WHERE merge = ?"), {id});
        if (!rows) {
            return fail(rows.error());
        }
        while (rows->next()) {
            items.push_back({rows->text(0), rows->text(1), rows->text(2), rows->text(3)});
        }
    }
    for (const auto& item : items) {
        if (auto given = giveBack(item); !given) {
            return given;
        }
    }
    const auto apart =
        m_session.execute(QStringLiteral("UPDATE patient SET merged_into = '' WHERE id = ?"), {m_merged});
    const auto undone = m_session.execute(QStringLiteral("UPDATE patient_merge SET undone_at = ? WHERE id = ?"),
                                          {qint64(base::toMillis(m_now)), id});
    if (!apart || !undone) {
        return fail(apart ? undone.error() : apart.error());
    }
    m_session.changed(domain::Topic::Clinic, 0);
    return Done{};
}

Result<std::vector<MergeEntry>> PatientMerge::of(const QString& patient)
{
    auto rows = m_session.run(QStringLiteral("SELECT id, kept, merged, author, merged_at, undone_at FROM patient_merge "
                                             "WHERE kept = ? OR merged = ? ORDER BY id"),
                              {patient, patient});
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<MergeEntry> entries;
    while (rows->next()) {
        entries.push_back(
            {rows->integer(0), rows->text(1), rows->text(2), rows->text(3), rows->instant(4), rows->maybeInstant(5)});
    }
    return entries;
}

} // namespace delpek::clinic
