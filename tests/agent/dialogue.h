// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/offlinebrain.h"
#include "agent/turn.h"
#include "clinic/builtin/builtinrecords.h"
#include "clinic/faultyrecords.h"
#include "domain/isolate.h"
#include "store/store.h"
#include "support/paths.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace delpek::test
{

template <typename T>
T orEnd(Result<T> result)
{
    if (!result) {
        qFatal("%s", qPrintable(base::describe(result.error())));
    }
    return std::move(*result);
}

inline const QString Source = test::sourcePath();

inline clinic::ClinicFile demoClinic()
{
    QFile file(Source + QStringLiteral("/resources/demo/clinic.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("the demo clinic is missing");
    }
    return orEnd(clinic::parseClinicFile(file.readAll()));
}

/// The gates and the understanding as they are shipped; loaded once a test program.
struct Gates {
    std::unique_ptr<language::Understander> understander =
        orEnd(language::Understander::load(QStringLiteral(":/delpek/language")));
    std::unique_ptr<safety::Triage> triage = orEnd(safety::Triage::load(Source + QStringLiteral("/resources/rules")));
    std::unique_ptr<safety::Guard> guard = orEnd(safety::Guard::load(Source + QStringLiteral("/resources/rules")));
};

/// One conversation against the real engine parts, as the node would keep it. Time stands still unless moved.
class Dialogue
{
public:
    Dialogue(const Gates& gates, const QString& phone, domain::Language language,
             clinic::ClinicFile file = demoClinic(), const QString& now = QStringLiteral("2026-03-03T10:00"),
             const QString& team = QStringLiteral("alex"))
        : clock(domain::toInstant(domain::LocalTime::fromText(now), QTimeZone("Asia/Jerusalem")))
        , m_store(
              orEnd(store::Store::open({QStringLiteral("sqlite:") + m_folder.filePath(QStringLiteral("book.sqlite"))})))
        , book(*m_store, clock)
        , records(
              book, [this] { return fault; }, [this] { return cachedAt; })
        , brain(orEnd(agent::OfflineBrain::load(Source + QStringLiteral("/resources/agents"), team)))
        , roster(orEnd(agent::Team::load(Source + QStringLiteral("/resources/agents/%1.json").arg(team))))
        , m_gates(gates)
    {
        orEnd(base::await(book.import(std::move(file))));
        conversation.id = {7};
        conversation.language = language;
        if (!phone.isEmpty()) {
            conversation.phone = orEnd(domain::Phone::parse(phone));
        }
    }

    agent::TurnResult run(const std::vector<domain::Message>& burst)
    {
        agent::TurnLimits limits;
        limits.asksConsent = asksConsent;
        agent::TurnRunner runner({clock,
                                  records,
                                  *m_gates.understander,
                                  *m_gates.triage,
                                  *m_gates.guard,
                                  *brain,
                                  roster.name(),
                                  escalations,
                                  &roster,
                                  {},
                                  services},
                                 limits);
        agent::TurnInput input{conversation, burst, history, state, {}, 0};
        input.drafting = drafting;
        return runner.run(input, intend, {});
    }

    std::vector<domain::Message> burst(const QStringList& texts, const QString& choice = {})
    {
        std::vector<domain::Message> messages;
        for (const QString& text : texts) {
            domain::Message message;
            message.id = {++m_lastId};
            message.author = domain::AuthorKind::Patient;
            message.kind = choice.isEmpty() ? domain::MessageKind::Text : domain::MessageKind::Choice;
            message.text = text;
            message.choice = choice;
            message.createdAt = message.sentAt = clock.now();
            messages.push_back(message);
        }
        return messages;
    }

    /// One turn, kept as the node keeps it. Gives what was said.
    QString say(const QStringList& texts, const QString& choice = {})
    {
        const auto messages = burst(texts, choice);
        last = run(messages);
        history.insert(history.end(), messages.begin(), messages.end());
        keep(last);
        return said();
    }
    QString say(const QString& text) { return say(QStringList{text}); }

    void keep(const agent::TurnResult& result)
    {
        state = result.dialogue;
        if (result.language) {
            conversation.language = *result.language;
        }
        if (result.holder) {
            conversation.holder = {*result.holder, {}};
        }
        if (result.optOut) {
            conversation.optedOut = *result.optOut;
        }
        if (result.escalation) {
            conversation.urgency = std::max(conversation.urgency, result.escalation->urgency);
        }
        for (const auto& reply : result.replies) {
            write(domain::AuthorKind::Agent, reply.reply.text, reply.reply.asks, reply.reply.options);
        }
    }

    void write(domain::AuthorKind author, const QString& text, domain::Asks asks = domain::Asks::Nothing,
               std::vector<domain::Option> options = {})
    {
        domain::Message message;
        message.id = {++m_lastId};
        message.author = author;
        message.text = text;
        message.asks = asks;
        message.options = std::move(options);
        message.createdAt = clock.now();
        history.push_back(message);
    }

    QString said() const
    {
        QStringList texts;
        for (const auto& reply : last.replies) {
            texts << domain::withoutIsolates(reply.reply.text);
        }
        return texts.join(QLatin1Char('\n'));
    }

    /// The values of the buttons of the last message.
    QStringList offered() const
    {
        QStringList values;
        if (!last.replies.empty()) {
            for (const auto& option : last.replies.back().reply.options) {
                values << option.value;
            }
        }
        return values;
    }

    QStringList held()
    {
        QStringList list;
        for (const auto& hold : orEnd(base::await(book.holds(QDate(2026, 3, 3), QDate(2026, 5, 3))))) {
            list << hold.slot.doctor + QLatin1Char(' ') + hold.slot.start.toText();
        }
        return list;
    }

    store::Store& store() { return *m_store; }
    domain::Asks asks() const { return last.replies.empty() ? domain::Asks::Nothing : last.replies.back().reply.asks; }

    /// Booked visits, as "id treatment doctor start patient".
    QStringList visits()
    {
        QStringList list;
        for (const auto& visit : orEnd(base::await(book.allAppointments()))) {
            if (visit.state == domain::AppointmentState::Booked) {
                list << QStringList{visit.treatment, visit.doctor, visit.start.toText(), visit.patient}.join(
                    QLatin1Char(' '));
            }
        }
        return list;
    }

private:
    QTemporaryDir m_folder;

public:
    base::VirtualClock clock;

private:
    std::unique_ptr<store::Store> m_store;

public:
    clinic::BuiltinRecords book;
    std::optional<Error> fault;
    std::optional<base::Instant> cachedAt; ///< the records answer out of a cache
    agent::IntendChange intend = [](const QString&, const QString&) { return Result<Done>(Done{}); };
    clinic::FaultyRecords records;
    std::unique_ptr<agent::Brain> brain;
    agent::Team roster;
    const agent::EscalationBook* escalations = nullptr;
    agent::TurnServices services; ///< none unless set
    bool asksConsent = true;
    bool drafting = false;
    domain::Conversation conversation;
    std::vector<domain::Message> history;
    base::Json state;
    agent::TurnResult last;

private:
    const Gates& m_gates;
    qint64 m_lastId = 100;
};

} // namespace delpek::test
