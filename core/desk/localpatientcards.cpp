// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/localpatientcards.h"

#include "agent/service/codes.h"
#include "base/await.h"
#include "clinic/builtin/patienteditor.h"
#include "clinic/builtin/patientmerge.h"
#include "desk/samename.h"
#include "desk/whowrites.h"
#include "store/auditlog.h"
#include "store/conversations.h"
#include "store/decisions.h"
#include "store/distinctcards.h"
#include "store/tiedcards.h"

#include <algorithm>

namespace delpek::desk
{

namespace
{

using domain::Patient;
using store::Session;

constexpr int shownYears = 3;
constexpr int lookedDecisions = 40;

struct CardBook {
    store::Store& store;
    base::Instant now;
    QString staff;
    LocalPatientCards::Setup setup;
};

/// The newest code that holds, else the newest of all.
Result<std::optional<ParentCodeState>> codeOf(Session& session, const QStringList& ids, base::Instant now)
{
    std::vector<store::ParentCode> all;
    for (const auto& id : ids) {
        const auto own = store::ParentCodes(session).ofPatient(id);
        if (!own) {
            return fail(own.error());
        }
        all.insert(all.end(), own->begin(), own->end());
    }
    const auto newest = std::ranges::max_element(
        all, {}, [&](const store::ParentCode& code) { return std::pair(code.isGoodAt(now), code.id.value); });
    if (newest == all.end()) {
        return std::optional<ParentCodeState>();
    }
    using Kind = ParentCodeState::Kind;
    const bool isLocked = newest->revokedAt && newest->wrongTries >= agent::service::mostWrongCodes;
    return ParentCodeState{newest->isGoodAt(now) ? Kind::Good
                           : isLocked            ? Kind::Locked
                           : newest->revokedAt   ? Kind::Ended
                                                 : Kind::Expired,
                           newest->madeBy, newest->madeAt, newest->expiresAt, newest->wrongTries};
}

Result<std::vector<JoinedCard>> joinedWith(clinic::PatientMerge& merges, clinic::BookReader& cards, const QString& id)
{
    const auto entries = merges.of(id);
    if (!entries) {
        return fail(entries.error());
    }
    std::vector<JoinedCard> joined;
    for (const auto& entry : *entries) {
        if (entry.kept != id || entry.undoneAt) {
            continue;
        }
        const auto card = cards.patientById(entry.merged);
        if (!card) {
            return fail(card.error());
        }
        joined.push_back({entry.id, entry.merged, card->name, entry.author, entry.mergedAt});
    }
    return joined;
}

bool mayBeOne(const Patient& one, const Patient& other)
{
    const bool differ = one.birthDate.isValid() && other.birthDate.isValid() && one.birthDate != other.birthDate;
    return one.id != other.id && !differ && sameName(one.name, other.name);
}

void noteDouble(PatientRecord& record, const Patient& other)
{
    const bool isKnown = std::ranges::find(record.doubles, other.id, &CardDouble::patient) != record.doubles.end();
    if (!isKnown && mayBeOne(record.patient, other)) {
        record.doubles.push_back({other.id, other.name, other.birthDate});
    }
}

/// Takes out whom a person said to be somebody else. What was said of a card counts for the one it was joined with.
Result<Done> dropDistinct(Session& session, PatientRecord& record, const QStringList& ids, clinic::PatientMerge* merges)
{
    QStringList distinct;
    for (const auto& id : ids) {
        const auto others = store::DistinctCards(session).of(id);
        if (!others) {
            return fail(others.error());
        }
        distinct << *others;
    }
    for (const auto& other : std::exchange(record.doubles, {})) {
        const auto own = merges ? merges->cardsOf(other.patient) : Result<QStringList>(QStringList{other.patient});
        if (!own) {
            return fail(own.error());
        }
        if (std::ranges::none_of(*own, [&](const QString& id) { return distinct.contains(id); })) {
            record.doubles.push_back(other);
        }
    }
    return Done{};
}

/// What our own tables know of a card.
Result<Done> addOwn(Session& session, PatientRecord& record, const CardBook& book)
{
    clinic::PatientMerge merges(session, book.now, book.staff);
    QStringList ids{record.patient.id};
    if (book.setup.ownBook) {
        clinic::BookReader cards(session);
        const auto entry = clinic::PatientEditor(session, book.now, book.staff).entry(record.patient.id);
        auto all = merges.cardsOf(record.patient.id);
        auto joined = joinedWith(merges, cards, record.patient.id);
        const auto sameDay = record.patient.birthDate.isValid() ? merges.bornOn(record.patient.birthDate)
                                                                : Result<std::vector<Patient>>(std::vector<Patient>());
        if (!entry || !all || !joined || !sameDay) {
            return fail(!entry ? entry.error() : !all ? all.error() : !joined ? joined.error() : sameDay.error());
        }
        record.phones = entry->card.phones;
        record.joined = std::move(*joined);
        ids = std::move(*all);
        for (const auto& other : *sameDay) {
            noteDouble(record, other);
        }
    } else if (record.patient.phone) {
        record.phones = {*record.patient.phone};
    }
    const auto dropped = dropDistinct(session, record, ids, book.setup.ownBook ? &merges : nullptr);
    auto code = dropped ? codeOf(session, ids, book.now) : fail(dropped.error());
    if (!code) {
        return fail(code.error());
    }
    record.code = *code;
    return Done{};
}

/// Asks the records for one card after the other.
struct CardReading : std::enable_shared_from_this<CardReading> {
    CardReading(clinic::ClinicRecords& clinicRecords, CardBook cardBook)
        : records(clinicRecords)
        , book(std::move(cardBook))
    {
    }

    template <typename T, typename Next>
    void ask(const Future<T>& future, Next next)
    {
        future.then([self = shared_from_this(), next](const Result<T>& answer) { next(answer); });
    }

    void begin(const QStringList& patients)
    {
        ids = patients;
        found.ownBook = book.setup.ownBook;
        ask(records.info(), [this](const Result<domain::ClinicInfo>& info) {
            if (!info) {
                return promise.finish(fail(info.error()));
            }
            today = domain::toLocal(book.now, info->zone);
            card(0);
        });
    }

    void card(qsizetype index)
    {
        if (index == ids.size()) {
            return own();
        }
        ask(records.patient(ids[index]), [this, index](const Result<Patient>& patient) {
            if (!patient) {
                return promise.finish(fail(patient.error()));
            }
            auto& record = found.records.emplace_back();
            record.patient = *patient;
            record.link = book.setup.link ? book.setup.link(patient->id) : QUrl();
            visits(index);
        });
    }

    void visits(qsizetype index)
    {
        const domain::LocalTime from{today.date.addYears(-shownYears), QTime(0, 0)};
        ask(records.appointments(ids[index], from),
            [this, index](const Result<std::vector<domain::Appointment>>& visits) {
                auto& record = found.records.back();
                if (!visits) {
                    record.visitsError = visits.error();
                } else {
                    takeVisits(record, *visits);
                }
                invoices(index);
            });
    }

    void takeVisits(PatientRecord& record, const std::vector<domain::Appointment>& visits) const
    {
        for (const auto& visit : visits) {
            if (visit.state != domain::AppointmentState::Booked) {
                continue;
            }
            if (visit.start < today) {
                record.pastVisits.push_back(visit);
            } else {
                record.nextVisits.push_back(visit);
            }
        }
        std::ranges::stable_sort(record.pastVisits, [](const auto& a, const auto& b) { return b.start < a.start; });
        if (record.pastVisits.size() > maxPastVisits) {
            record.pastVisits.resize(maxPastVisits);
        }
    }

    void invoices(qsizetype index)
    {
        ask(records.invoices(ids[index]), [this, index](const Result<std::vector<domain::Invoice>>& invoices) {
            auto& record = found.records.back();
            if (!invoices) {
                record.invoicesError = invoices.error();
            } else {
                record.invoices = *invoices;
                std::ranges::stable_sort(record.invoices, [](const auto& a, const auto& b) {
                    const bool isOpen = a.due.minor > 0;
                    return isOpen != (b.due.minor > 0) ? isOpen : b.date < a.date;
                });
            }
            card(index + 1);
        });
    }

    void own()
    {
        for (auto& record : found.records) {
            for (const auto& other : found.records) {
                noteDouble(record, other.patient);
            }
        }
        ask(book.store.read([found = found, book = book](Session& session) mutable -> Result<PhoneRecords> {
            for (auto& record : found.records) {
                if (const auto added = addOwn(session, record, book); !added) {
                    return fail(added.error());
                }
            }
            return std::move(found);
        }),
            [this](const Result<PhoneRecords>& whole) { promise.finish(whole); });
    }

    clinic::ClinicRecords& records;
    CardBook book;
    QStringList ids;
    domain::LocalTime today;
    PhoneRecords found;
    Promise<PhoneRecords> promise;
};

/// How the last try of the last day ended; a turn that only talked says nothing of it.
Result<IdentityState> identityOf(Session& session, domain::ConversationId id, base::Instant now)
{
    const auto decisions = store::Decisions(session).before(id, {}, lookedDecisions);
    if (!decisions) {
        return fail(decisions.error());
    }
    using Kind = IdentityState::Kind;
    for (const auto& decision : *decisions) {
        if (decision.startedAt + std::chrono::hours(24) < now) {
            break;
        }
        const auto step =
            std::find_if(decision.steps.rbegin(), decision.steps.rend(), [](const domain::DecisionStep& one) {
                return one.kind == domain::StepKind::Permit && one.name == QLatin1String("identity");
            });
        if (step == decision.steps.rend()) {
            continue;
        }
        const bool isAllowed = base::boolAt(step->detail, "allowed");
        const int left = int(base::integerAt(step->detail, "tries_left").value_or(0));
        return IdentityState{isAllowed   ? Kind::Established
                             : left == 0 ? Kind::TriesUsedUp
                                         : Kind::NotEstablished,
                             decision.startedAt};
    }
    return IdentityState{};
}

Error notOurs()
{
    return {ErrorCode::Unsupported, QStringLiteral("cards.elsewhere"),
            QStringLiteral("cards are joined where the records are kept")};
}

} // namespace

LocalPatientCards::LocalPatientCards(store::Store& store, clinic::ClinicRecords& records, base::Clock& clock,
                                     QString staff, Setup setup)
    : m_store(store)
    , m_records(records)
    , m_clock(clock)
    , m_staff(std::move(staff))
    , m_setup(std::move(setup))
{
}

Future<PhoneRecords> LocalPatientCards::read(const QStringList& patients)
{
    const auto reading = std::make_shared<CardReading>(m_records, CardBook{m_store, m_clock.now(), m_staff, m_setup});
    auto future = reading->promise.future();
    reading->begin(patients);
    return future;
}

Future<PhoneRecords> LocalPatientCards::of(domain::ConversationId id)
{
    struct Known {
        std::optional<domain::Phone> phone;
        IdentityState identity;
        std::vector<domain::TiedCard> tied;
    };
    return m_store
        .read([id, now = m_clock.now()](Session& session) -> Result<Known> {
            const auto conversation = store::Conversations(session).find(id);
            const auto identity = conversation ? identityOf(session, id, now) : fail(conversation.error());
            const auto tied = identity ? store::TiedCards(session).of(id) : fail(identity.error());
            return tied ? Result<Known>(Known{conversation->phone, *identity, *tied}) : fail(tied.error());
        })
        .then([this](const Result<Known>& known) -> Future<PhoneRecords> {
            if (!known) {
                return base::ready<PhoneRecords>(fail(known.error()));
            }
            if (!known->phone && known->tied.empty()) {
                return base::ready(Result<PhoneRecords>(PhoneRecords{m_setup.ownBook, known->identity, {}}));
            }
            return whoWrites(m_records, known->phone, known->tied)
                .then([this](const Result<WhoWrites>& who) {
                    QStringList ids;
                    for (const auto& patient : who ? who->patients : std::vector<Patient>()) {
                        ids << patient.id;
                    }
                    return who ? read(ids) : base::ready<PhoneRecords>(fail(who.error()));
                })
                .then([identity = known->identity](const Result<PhoneRecords>& found) {
                    return found.map([&](PhoneRecords whole) {
                        whole.identity = identity;
                        return whole;
                    });
                });
        });
}

Future<PatientRecord> LocalPatientCards::record(const QString& patient)
{
    return read({patient}).then([](const Result<PhoneRecords>& found) -> Result<PatientRecord> {
        if (!found) {
            return fail(found.error());
        }
        return found->records.empty() ? Result<PatientRecord>(fail(ErrorCode::NotFound, QStringLiteral("no id")))
                                      : Result<PatientRecord>(found->records.front());
    });
}

Future<std::vector<Patient>> LocalPatientCards::find(const QString& text)
{
    if (!m_setup.ownBook) {
        return base::ready<std::vector<Patient>>(fail(notOurs()));
    }
    const QString wanted = text.simplified();
    if (wanted.isEmpty()) {
        return base::ready(Result<std::vector<Patient>>(std::vector<Patient>()));
    }
    return m_store.read([wanted, now = m_clock.now(), staff = m_staff](Session& session) {
        return clinic::PatientEditor(session, now, staff).find(wanted, maxFoundCards);
    });
}

Future<qint64> LocalPatientCards::join(const QString& kept, const QString& joined)
{
    if (!m_setup.ownBook) {
        return base::ready<qint64>(fail(notOurs()));
    }
    return m_store.write([=, now = m_clock.now(), staff = m_staff](Session& session) {
        return clinic::PatientMerge(session, now, staff).merge(kept, joined).and_then([&](qint64 id) {
            return store::AuditLog(session)
                .append(staff, QStringLiteral("card.joined"), QStringLiteral("patient:") + kept,
                        QStringLiteral("patient:") + joined, now)
                .map([id](Done) { return id; });
        });
    });
}

Future<Done> LocalPatientCards::separate(qint64 joining)
{
    if (!m_setup.ownBook) {
        return base::ready<Done>(fail(notOurs()));
    }
    return m_store.write([joining, now = m_clock.now(), staff = m_staff](Session& session) {
        clinic::PatientMerge merges(session, now, staff);
        return merges.find(joining).and_then([&](const clinic::MergeEntry& entry) {
            return merges.undo(joining).and_then([&](Done) {
                return store::AuditLog(session).append(staff, QStringLiteral("card.separated"),
                                                       QStringLiteral("patient:") + entry.kept,
                                                       QStringLiteral("patient:") + entry.merged, now);
            });
        });
    });
}

Future<Done> LocalPatientCards::keepApart(domain::ConversationId seenIn, const QString& patient, const QString& other)
{
    if (patient == other) {
        return base::ready<Done>(fail(ErrorCode::InvalidInput, QStringLiteral("a card is of one person")));
    }
    const auto note = [this, seenIn](const QString& one, const QString& second) {
        return m_store.write([=, now = m_clock.now(), staff = m_staff](Session& session) -> Result<Done> {
            const auto isNew = store::DistinctCards(session).add(one, second, seenIn, staff, now);
            if (!isNew || !*isNew) {
                return isNew.map([](bool) { return Done{}; });
            }
            return store::AuditLog(session).append(staff, QStringLiteral("card.apart"),
                                                   QStringLiteral("patient:") + one,
                                                   QStringLiteral("patient:") + second, now);
        });
    };
    // Both are there, and by the ids that they have now.
    return m_records.patient(patient).then([this, other, note](const Result<Patient>& one) {
        if (!one) {
            return base::ready<Done>(fail(one.error()));
        }
        return m_records.patient(other).then([id = one->id, note](const Result<Patient>& second) {
            if (!second) {
                return base::ready<Done>(fail(second.error()));
            }
            return second->id == id
                       ? base::ready<Done>(fail(ErrorCode::Conflict, QStringLiteral("the cards were joined meanwhile"),
                                                QStringLiteral("book.merged-already")))
                       : note(id, second->id);
        });
    });
}

} // namespace delpek::desk
