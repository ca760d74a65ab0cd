// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/clinicrecords.h"
#include "desk/desk.h"
#include "desk/staffsend.h"
#include "store/store.h"

namespace delpek::desk
{

/// Who works at this desk.
struct Actor {
    QString name;
};

/// The desk on the store of this process. What it decides is written in one transaction and reaches the engine and the
/// other desks through the change feed.
class LocalDesk final : public Desk
{
public:
    /// `region` is where phone numbers without a country code belong (ISO 3166 alpha-2). References outlive the desk.
    LocalDesk(store::Store& store, clinic::ClinicRecords& records, base::Clock& clock, Actor actor,
              QString region = QStringLiteral("IL"));

    QString staffName() const override { return m_actor.name; }
    base::Instant now() const override { return m_clock.now(); }

    Future<std::vector<InboxRow>> inbox(const InboxRequest& request) override;
    Future<domain::Conversation> conversation(domain::ConversationId id) override;
    Future<ThreadPage> threadBefore(domain::ConversationId id, domain::MessageId before, int limit) override;
    Future<ThreadPage> threadAfter(domain::ConversationId id, domain::MessageId after, int limit) override;
    Future<domain::Message> message(domain::MessageId id) override;
    Future<std::vector<domain::Decision>> decisions(domain::ConversationId id, domain::DecisionId before,
                                                    int limit) override;
    Future<std::vector<domain::Escalation>> escalations(domain::ConversationId id) override;
    Future<std::vector<domain::Escalation>> openEscalations() override;
    Future<QStringList> channelFaults() override;
    Future<ComposerState> composer(domain::ConversationId id) override;
    Future<PatientSide> patientSide(domain::ConversationId id) override;

    Future<Done> takeOver(domain::ConversationId id) override;
    Future<Done> handBack(domain::ConversationId id) override;
    Future<Done> release(domain::ConversationId id) override;
    Future<Done> setMode(domain::ConversationId id, domain::Mode mode) override;
    Future<domain::MessageId> reply(domain::ConversationId id, const QString& text) override;
    Future<domain::MessageId> doctorReply(domain::ConversationId id, const QString& doctorName,
                                          const QString& text) override;
    Future<domain::MessageId> sendAgain(domain::MessageId id) override;
    Future<Done> confirmArrived(domain::MessageId id) override;
    Future<Done> acknowledge(domain::EscalationId id) override;
    Future<Done> closeEscalations(domain::ConversationId id) override;
    Future<Done> markSeen(domain::ConversationId id) override;
    Future<QString> draft(domain::ConversationId id) override;
    Future<Done> saveDraft(domain::ConversationId id, const QString& text) override;

    [[nodiscard]] domain::Subscription subscribe(domain::ChangeCallback callback) override;

private:
    Future<domain::MessageId> sendAs(const StaffSend& send);
    Future<Done> hold(domain::ConversationId id, const domain::Holder& holder);

    store::Store& m_store;
    clinic::ClinicRecords& m_records;
    base::Clock& m_clock;
    Actor m_actor;
    QString m_region;
};

} // namespace delpek::desk
