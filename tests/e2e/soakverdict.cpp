// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/soakverdict.h"

#include "base/json.h"
#include "simulation/doubles/recorded.h"

#include <algorithm>
#include <set>

namespace delpek::test
{

namespace
{

/// A message as the store has it, with its row of the outbox.
struct Row {
    qint64 id = 0;
    QString author;
    QString providerId;
    bool waits = false;
    qint64 decision = 0;
    int version = 1;
    QString text;
    QString outbox; ///< state; empty for what came in

    bool isOfAgent() const { return !outbox.isEmpty(); }
    bool mayBeOut() const { return outbox == QLatin1String("sent") || outbox == QLatin1String("unknown"); }
};

QString lettersOf(const QString& text)
{
    QString letters;
    std::copy_if(text.begin(), text.end(), std::back_inserter(letters), [](QChar c) { return c.isLetterOrNumber(); });
    return letters;
}

/// One patient's conversation.
class Judge
{
public:
    Judge(const SoakClinic& clinic, const SoakPlan& plan, int index, QStringList& problems, SoakTally& tally)
        : m_clinic(clinic)
        , m_plan(plan)
        , m_index(index)
        , m_patient(plan.patients[std::size_t(index)])
        , m_problems(problems)
        , m_tally(tally)
    {
    }

    void judge()
    {
        const auto first =
            m_clinic.daemon().value(QStringLiteral("SELECT conversation FROM message WHERE provider_id = '%1'")
                                        .arg(SoakClinic::providerIdOf(m_patient, 1)));
        if (!first.isValid()) {
            return complain(QStringLiteral("the first message was lost"));
        }
        read(first.toLongLong());
        for (int message = 1; message <= m_patient.messages; ++message) {
            judgeMessage(message);
            if (isPicture(m_patient, message)) {
                judgePicture(message);
            }
        }
        judgeAnswersOnce();
        judgeSends();
        judgeTakeOver();
    }

private:
    void complain(const QString& problem)
    {
        QStringList told = storyOf(m_plan, m_index);
        for (const Row& row : m_rows) {
            told << QStringLiteral("  message %1 of %2 %3: decision %4, %5")
                        .arg(row.id)
                        .arg(row.author, row.providerId)
                        .arg(row.decision)
                        .arg(row.outbox);
        }
        m_problems << QStringLiteral("%1 %2: %3\n%4")
                          .arg(base::toText(m_patient.channel))
                          .arg(m_patient.number)
                          .arg(problem, told.join(QLatin1Char('\n')));
    }

    void read(qint64 conversation)
    {
        const auto query = [&](const char* sql) {
            return m_clinic.daemon().query(QString::fromLatin1(sql).arg(conversation));
        };
        for (const auto& row :
             query("SELECT m.id, m.author, m.provider_id, m.waiting, coalesce(m.decision, 0), m.version, m.text, "
                   "coalesce(o.state, '') FROM message m LEFT JOIN outbox o ON o.message = m.id "
                   "WHERE m.conversation = %1 ORDER BY m.id")) {
            m_rows.push_back({row[0].toLongLong(), row[1].toString(), row[2].toString(), row[3].toBool(),
                              row[4].toLongLong(), row[5].toInt(), row[6].toString(), row[7].toString()});
        }
        for (const auto& row : query("SELECT id, burst FROM decision WHERE conversation = %1")) {
            m_bursts[row[0].toLongLong()] = base::parseJson(row[1].toByteArray()).value_or(base::Json::array());
        }
        m_seenByPerson = !query("SELECT 1 FROM conversation WHERE id = %1 AND (holder_kind <> 'agent' OR "
                                "needs_person = 1)")
                              .isEmpty() ||
                         !query("SELECT 1 FROM escalation WHERE conversation = %1").isEmpty();
    }

    std::vector<Row> repliesOf(qint64 decision) const
    {
        std::vector<Row> replies;
        std::ranges::copy_if(m_rows, std::back_inserter(replies),
                             [&](const Row& row) { return row.isOfAgent() && row.decision == decision; });
        return replies;
    }

    void judgeMessage(int message)
    {
        const QString id = SoakClinic::providerIdOf(m_patient, message);
        const auto kept = std::ranges::count(m_rows, id, &Row::providerId);
        if (kept != 1) {
            return complain(QStringLiteral("message %1 is in the store %2 times").arg(message).arg(kept));
        }
        const Row& row = *std::ranges::find(m_rows, id, &Row::providerId);
        if (row.waits || row.decision == 0) {
            return complain(QStringLiteral("message %1 still waits").arg(message));
        }
        const auto replies = repliesOf(row.decision);
        const bool sent =
            std::ranges::any_of(replies, [](const Row& one) { return one.outbox == QLatin1String("sent"); });
        const bool failed = std::ranges::any_of(replies, [](const Row& one) {
            return one.outbox == QLatin1String("unknown") || one.outbox == QLatin1String("failed");
        });
        if (sent) {
            ++m_tally.answered;
        } else if (!m_seenByPerson) {
            complain(QStringLiteral("message %1 was neither answered nor shown to a person").arg(message));
        } else {
            ++(failed ? m_tally.failedVisibly : m_tally.handedOver);
        }
    }

    /// Kept, or begun by a process that was killed, and due again after some minutes.
    void judgePicture(int message)
    {
        const QString id = SoakClinic::providerIdOf(m_patient, message);
        const auto rows = m_clinic.daemon().query(
            QStringLiteral(
                "SELECT a.state, a.attempts, a.media_size FROM attachment a JOIN message m ON m.id = a.message "
                "WHERE m.provider_id = '%1'")
                .arg(id));
        if (rows.size() != 1) {
            return complain(
                QStringLiteral("the picture of message %1 is there %2 times").arg(message).arg(rows.size()));
        }
        const QString state = rows[0][0].toString();
        const bool kept =
            state == QLatin1String("kept") && rows[0][2].toInt() == SoakClinic::pictureOf(m_patient, message).size();
        const bool begun = state == QLatin1String("remote") && rows[0][1].toInt() > 0;
        if (!kept && !begun) {
            return complain(QStringLiteral("the picture of message %1 is %2").arg(message).arg(state));
        }
        m_tally.pictures += kept ? 1 : 0;
    }

    /// The same words of a patient are answered by one turn.
    void judgeAnswersOnce()
    {
        std::map<qint64, int> answeredBy;
        for (const auto& [decision, burst] : m_bursts) {
            const auto replies = repliesOf(decision);
            if (std::ranges::none_of(replies, &Row::mayBeOut)) {
                continue;
            }
            for (const auto& id : burst) {
                ++answeredBy[id.get<qint64>()];
            }
        }
        for (const Row& row : m_rows) {
            if (answeredBy[row.id] > row.version) {
                complain(QStringLiteral("a message was answered by %1 turns").arg(answeredBy[row.id]));
            }
        }
    }

    void judgeSends()
    {
        std::multiset<QString> unknown; // words of sends of which nothing is known
        std::set<QString> expected;
        for (const Row& row : m_rows) {
            if (row.isOfAgent() && row.outbox == QLatin1String("sent")) {
                expected.insert(row.providerId);
            } else if (row.outbox == QLatin1String("unknown")) {
                unknown.insert(lettersOf(row.text));
            }
        }
        const auto sent = m_clinic.sentTo(m_patient);
        m_tally.sends += int(sent.size());
        for (const auto& one : sent) {
            if (expected.erase(one.providerId) > 0) {
                continue;
            }
            const auto same = std::ranges::find_if(
                unknown, [&](const QString& words) { return lettersOf(one.text).startsWith(words); });
            if (same == unknown.end()) {
                complain(QStringLiteral("the provider has a message that the store does not know, or has twice"));
            } else {
                unknown.erase(same);
            }
        }
        if (!expected.empty()) {
            complain(QStringLiteral("what counts as sent was never taken: ") + *expected.begin());
        }
    }

    void judgeTakeOver()
    {
        const auto held = m_clinic.heldSince().find(m_patient.number);
        if (held == m_clinic.heldSince().end()) {
            return;
        }
        const QString id = SoakClinic::clinicsIdOf(m_patient);
        if (std::ranges::count(m_rows, id, &Row::providerId) != 1) {
            complain(QStringLiteral("what the clinic wrote is not in the thread once"));
        }
        if (m_clinic.sentTo(m_patient).size() != held->second) {
            complain(QStringLiteral("an agent's message went out after a person had taken over"));
        }
    }

    const SoakClinic& m_clinic;
    const SoakPlan& m_plan;
    const int m_index;
    const SoakPatient& m_patient;
    QStringList& m_problems;
    SoakTally& m_tally;
    std::vector<Row> m_rows;
    std::map<qint64, base::Json> m_bursts;
    bool m_seenByPerson = false;
};

} // namespace

SoakTally judgeSoak(const SoakClinic& clinic, const SoakPlan& plan, QStringList& problems)
{
    SoakTally tally;
    for (int index = 0; index < int(plan.patients.size()); ++index) {
        Judge(clinic, plan, index, problems, tally).judge();
    }
    const auto failed = clinic.daemon().query(QStringLiteral("SELECT reason FROM inbox WHERE state = 'failed'"));
    if (!failed.isEmpty()) {
        problems << QStringLiteral("a delivery could not be read: ") + failed.constFirst().constFirst().toString();
    }
    return tally;
}

} // namespace delpek::test
