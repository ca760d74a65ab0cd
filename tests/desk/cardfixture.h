// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/engines.h"

#include "clinic/builtin/book.h"
#include "clinic/builtin/builtinrecords.h"
#include "desk/localdesk.h"
#include "desk/localpatientcards.h"
#include "store/auditlog.h"
#include "support/paths.h"

#include <QFile>

namespace delpek::test
{

inline QString u(const char* text)
{
    return QString::fromUtf8(text);
}

const auto familyPhone = u("972550050001");

struct CardFixture {
    explicit CardFixture(const QString& location, bool ownBook = true)
        : store(location)
        , records(*store, clock)
        , cards(*store, records, clock, u("Ruti"),
                {ownBook,
                 [ownBook](const QString& id) { return ownBook ? QUrl() : QUrl(u("https://clinic.example/") + id); }})
    {
        QFile file(sourcePath("tests/data/clinic/contract.json"));
        if (!file.open(QIODevice::ReadOnly)) {
            throw std::runtime_error("no clinic");
        }
        must(records.import(must(clinic::parseClinicFile(file.readAll()))).result());
        domain::Sender sender;
        sender.address = {domain::ChannelKind::WhatsApp, u("clinic"), familyPhone};
        sender.phone = domain::Phone::fromWaId(familyPhone).value();
        conversation = store
                           .write([&](store::Session& session) {
                               return store::Conversations(session).findOrCreate(sender, noon);
                           })
                           .id;
    }

    desk::PatientSide side(domain::ConversationId id) { return must(desk.patientSide(id).result()); }
    /// A conversation of somebody whose number nobody knows.
    domain::ConversationId onTelegram(const char* chat = "5550111")
    {
        domain::Sender sender;
        sender.address = {domain::ChannelKind::Telegram, u("bot"), u(chat)};
        sender.displayName = u("roni");
        return store
            .write([&](store::Session& session) { return store::Conversations(session).findOrCreate(sender, noon); })
            .id;
    }
    desk::PhoneRecords family() { return must(cards.of(conversation).result()); }
    desk::PatientRecord record(const QString& id) { return must(cards.record(id).result()); }
    /// A second card of Dor's, made under another number.
    QString secondCard(const char* birth = "1984-07-19", const char* phone = "055-005-0009")
    {
        clinic::NewPatient fresh;
        fresh.reference = u("walk-in-%1").arg(++cardsMade);
        fresh.name = {u("דור אלמוג"), {}};
        fresh.phone = domain::Phone::parse(u(phone)).value();
        fresh.birthDate = QDate::fromString(QLatin1String(birth), Qt::ISODate);
        return must(records.addPatient(fresh).result()).id;
    }
    domain::Slot slot(const char* start)
    {
        return {u("tamir"), u("checkup"), domain::LocalTime::fromText(QLatin1String(start)), 30};
    }
    QStringList log()
    {
        QStringList entries;
        for (const auto& entry :
             store.read([](store::Session& session) { return store::AuditLog(session).after(0, 100); })) {
            entries
                << QStringList{entry.actor, entry.action, entry.subject, entry.detail}.join(QLatin1Char(' ')).trimmed();
        }
        return entries;
    }

    TestStore store;
    base::VirtualClock clock{noon};
    clinic::BuiltinRecords records;
    desk::LocalPatientCards cards;
    desk::LocalDesk desk{*store, records, clock, {u("Ruti")}, u("IL"), {}};
    domain::ConversationId conversation;
    int cardsMade = 0;
};

template <typename T>
QString keyOf(const Result<T>& result)
{
    return result ? u("fine") : result.error().key;
}

} // namespace delpek::test
