// SPDX-License-Identifier: GPL-3.0-or-later
#include "node/filing.h"

#include "base/await.h"
#include "base/cutpoint.h"
#include "base/logging.h"
#include "desk/escalations.h"
#include "desk/whowrites.h"
#include "node/transcripttext.h"
#include "store/escalations.h"
#include "store/memoryjobs.h"
#include "store/messages.h"
#include "store/tiedcards.h"

#include <algorithm>

namespace delpek::node
{

namespace
{

constexpr int page = 200;

/// What is filed: the card and the messages of the transcript's time.
struct Exchange {
    domain::EscalationCard card;
    std::vector<domain::Message> messages;
};

Result<Exchange> readExchange(store::Session& session, const store::Transcript& transcript)
{
    auto card = desk::cardOf(session, transcript.escalation);
    if (!card) {
        return fail(card.error());
    }
    Exchange exchange{std::move(*card), {}};
    store::Messages messages(session);
    domain::MessageId before;
    for (;;) {
        const auto read = messages.before(transcript.conversation, before, page);
        if (!read) {
            return fail(read.error());
        }
        exchange.messages.insert(exchange.messages.begin(), read->begin(), read->end());
        if (read->size() < size_t(page) || read->front().createdAt < transcript.from) {
            break;
        }
        before = read->front().id;
    }
    // The next part begins with what came after this one's end.
    const bool further = transcript.part > 1;
    std::erase_if(exchange.messages, [&](const domain::Message& message) {
        return message.createdAt < transcript.from || message.createdAt > transcript.to ||
               (further && message.createdAt == transcript.from);
    });
    return exchange;
}

} // namespace

base::Duration filingDelay(int attempts)
{
    const auto delay = std::chrono::minutes(1) * (1 << std::clamp(attempts, 0, 6));
    return std::min<base::Duration>(delay, std::chrono::hours(1));
}

Filing::Filing(store::Store& store, base::Clock& clock, base::Activity& activity, clinic::ClinicRecords& records,
               const agent::EscalationBook& book)
    : m_store(store)
    , m_clock(clock)
    , m_records(records)
    , m_book(book)
    , m_workers(1)
    , m_pump(m_workers, activity, [this] { work(); })
{
}

void Filing::stop()
{
    m_pump.stop();
    const std::lock_guard lock(m_mutex);
    m_stopped = true;
    m_clock.cancel(m_timer);
}

void Filing::arm(base::Instant due)
{
    const std::lock_guard lock(m_mutex);
    if (!m_stopped) {
        m_clock.cancel(m_timer);
        m_timer = m_clock.schedule(due, [this] { m_pump.wake(); });
    }
}

void Filing::work()
{
    const auto due = base::await(m_store.read(
        [now = m_clock.now()](store::Session& session) { return store::Transcripts(session).due(now, page); }));
    for (const auto& transcript : due.value_or(std::vector<store::Transcript>())) {
        const auto filed = file(transcript);
        if (!filed) {
            qCWarning(lcNode).noquote() << "transcript" << transcript.reference()
                                        << "not filed:" << base::describe(filed.error());
            const auto again = m_clock.now() + filingDelay(transcript.attempts);
            (void)base::await(m_store.write([&, code = filed.error().key](store::Session& session) {
                return store::Transcripts(session).retryAt(transcript, again, code);
            }));
        }
    }
    const auto next =
        base::await(m_store.read([](store::Session& session) { return store::Transcripts(session).nextDue(); }));
    if (!due || !next) {
        arm(m_clock.now() + filingDelay(0));
    } else if (*next) {
        arm(**next);
    }
}

Result<QString> Filing::recordOf(const store::Transcript& transcript, const domain::EscalationCard& card,
                                 const std::vector<domain::Message>& messages)
{
    if (!transcript.patient.isEmpty()) {
        return transcript.patient;
    }
    const auto tied = base::await(
        m_store.read([&](store::Session& session) { return store::TiedCards(session).of(card.conversation.id); }));
    if (!tied) {
        return fail(tied.error());
    }
    if (!card.conversation.phone && tied->empty()) {
        return QString();
    }
    QStringList words;
    for (const auto& message : messages) {
        if (message.isIncoming()) {
            words << message.text;
        }
    }
    const auto facts = m_book.intake().facts(words);
    const bool forOther = std::ranges::any_of(facts, [](const auto& fact) { return fact.key == QLatin1String("for"); });
    if (forOther) {
        return QString();
    }
    // Whose phone it is and whoever staff said that it is: only one person of all these is clear.
    return base::await(desk::whoWrites(m_records, card.conversation.phone, *tied)).map([](const auto& who) {
        return who.patients.size() == 1 ? who.patients.front().id : QString();
    });
}

Result<Done> Filing::file(const store::Transcript& transcript)
{
    const auto exchange =
        base::await(m_store.read([&](store::Session& session) { return readExchange(session, transcript); }));
    if (!exchange) {
        return fail(exchange.error());
    }
    const auto patient = recordOf(transcript, exchange->card, exchange->messages);
    if (!patient) {
        return fail(patient.error());
    }
    if (patient->isEmpty()) {
        return base::await(
            m_store.write([&](store::Session& session) { return store::Transcripts(session).askWhose(transcript); }));
    }
    const auto info = base::await(m_records.info());
    if (!info && base::isTransient(info.error().code)) {
        return fail(info.error());
    }
    const QTimeZone zone = info && info->zone.isValid() ? info->zone : QTimeZone("Asia/Jerusalem");
    domain::Note note;
    note.date = domain::toLocal(transcript.to, zone).date;
    note.by = exchange->card.escalation.answeredBy.isEmpty() ? exchange->card.escalation.closedBy
                                                             : exchange->card.escalation.answeredBy;
    note.text = transcriptText(exchange->card, transcript, exchange->messages, m_book.texts(), zone);
    note.reference = transcript.reference();
    base::cutPoint("filing.before-note");
    const auto written = base::await(m_records.appendNote(*patient, note));
    if (!written && written.error().code == ErrorCode::NotFound) {
        // The record went away (merged, removed): a person says which one it is now.
        return base::await(
            m_store.write([&](store::Session& session) { return store::Transcripts(session).askWhose(transcript); }));
    }
    if (!written) {
        return written;
    }
    base::cutPoint("filing.after-note");
    const auto noted = base::await(m_store.write([&, now = m_clock.now()](store::Session& session) {
        return store::Transcripts(session).markFiled(transcript).and_then([&](bool mine) {
            return mine ? store::Escalations(session)
                              .addEvent({{},
                                         transcript.escalation,
                                         now,
                                         QStringLiteral("record.filed"),
                                         {},
                                         transcript.reference()})
                              .and_then([&](Done) {
                                  return store::MemoryJobs(session).addEscalation(
                                      transcript.escalation, transcript.part, transcript.conversation, now);
                              })
                        : Result<Done>(Done{});
        });
    }));
    base::cutPoint("filing.committed");
    return noted;
}

} // namespace delpek::node
