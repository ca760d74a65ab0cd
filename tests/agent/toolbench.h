// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogue.h"

#include "agent/offerholder.h"
#include "agent/schema.h"
#include "agent/tool.h"

namespace delpek::test
{

/// Calls tools as a turn does, arguments checked first, against the built-in book of the demo clinic. Time stands at
/// 2026-03-03 10:00 unless moved.
class ToolBench
{
public:
    explicit ToolBench(const QString& phone, clinic::ClinicFile file = demoClinic(), int identityTries = 3)
        : clock(domain::toInstant(domain::LocalTime::fromText(QStringLiteral("2026-03-03T10:00")),
                                  QTimeZone("Asia/Jerusalem")))
        , m_store(
              orEnd(store::Store::open({QStringLiteral("sqlite:") + m_folder.filePath(QStringLiteral("book.sqlite"))})))
        , book(*m_store, clock)
        , records(
              book, [this] { return fault; }, [this] { return cachedAt; })
        , gate(identityTries, clock.now(), nullptr)
    {
        orEnd(base::await(book.import(std::move(file))));
        turn.conversation.id = {7};
        if (!phone.isEmpty()) {
            turn.conversation.phone = orEnd(domain::Phone::parse(phone));
        }
        turn.now = domain::LocalTime::fromText(QStringLiteral("2026-03-03T10:00"));
        turn.clinic = orEnd(base::await(book.info()));
        turn.doctors = orEnd(base::await(book.doctors()));
        turn.treatments = orEnd(base::await(book.treatments()));
    }

    Result<base::Json> call(const char* name, const base::Json& arguments, const char* reference = "r1")
    {
        const auto tool = m_tools.find(QString::fromLatin1(name));
        if (tool == m_tools.end()) {
            return fail(ErrorCode::NotFound, QStringLiteral("no such tool"));
        }
        if (const auto fits = agent::checkArguments(tool->second->schema(), arguments); !fits) {
            return fail(fits.error());
        }
        return tool->second->run(arguments, {turn,
                                             records,
                                             QString::fromLatin1(reference),
                                             agent::offerHolder(turn.conversation.id),
                                             clock.now() + std::chrono::minutes(10),
                                             gate,
                                             {}});
    }

    /// What is held, as "holder doctor start".
    QStringList held()
    {
        QStringList list;
        for (const auto& hold : orEnd(base::await(book.holds(turn.now.date, turn.now.date.addDays(60))))) {
            list << QStringList{hold.holder, hold.slot.doctor, hold.slot.start.toText()}.join(QLatin1Char(' '));
        }
        return list;
    }

    const std::map<QString, std::unique_ptr<agent::Tool>>& tools() const { return m_tools; }

private:
    QTemporaryDir m_folder;

public:
    base::VirtualClock clock;

private:
    std::unique_ptr<store::Store> m_store;

public:
    clinic::BuiltinRecords book;
    std::optional<Error> fault;
    std::optional<base::Instant> cachedAt;
    clinic::FaultyRecords records;
    agent::TurnContext turn;
    agent::IdentityGate gate;

private:
    std::map<QString, std::unique_ptr<agent::Tool>> m_tools = agent::clinicTools();
};

} // namespace delpek::test
