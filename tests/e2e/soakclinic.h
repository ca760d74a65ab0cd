// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "e2e/daemon.h"
#include "e2e/soakplan.h"

#include <map>
#include <memory>

namespace delpek::simulation
{
struct Fault;
struct SentMessage;
} // namespace delpek::simulation

namespace delpek::test
{

/// A clinic with all four channels: the real program as a process, the strict double of each provider, and what the
/// world outside of the process knows. It plays plans; SoakVerdict judges what came of them.
class SoakClinic
{
public:
    SoakClinic();
    ~SoakClinic();

    /// Plays all lives and waits until nothing is under way. False, with the reason in `problems`, when it did not come
    /// to an end.
    bool play(const SoakPlan& plan);

    const Daemon& daemon() const { return m_daemon; }
    QStringList problems() const { return m_problems; }

    /// The provider's id of a message of the patient's, as the store keeps it.
    static QString providerIdOf(const SoakPatient& patient, int message);
    /// The same of what was written to the patient from the clinic's phone.
    static QString clinicsIdOf(const SoakPatient& patient);
    /// The bytes of a message that is a picture.
    static QByteArray pictureOf(const SoakPatient& patient, int message);
    /// What the patient's provider took for the patient; of the web chat, what a newly opened page is told.
    std::vector<simulation::SentMessage> sentTo(const SoakPatient& patient) const;
    /// How much the provider had taken when it was certain that a person has the conversation; by patient's number.
    const std::map<int, std::size_t>& heldSince() const { return m_heldSince; }

    int kills() const { return m_kills; }
    int refusedDeliveries() const { return m_refused; }

private:
    struct Delivery {
        domain::ChannelKind channel;
        int patient = 0; ///< the number
        QByteArray body;
    };

    void act(const SoakPlan& plan, const SoakStep& step);
    void trouble(domain::ChannelKind channel, SoakTrouble trouble);
    /// Puts the patients' pictures where their providers have them.
    void layOutPictures(const SoakPlan& plan);
    void report(domain::ChannelKind channel);
    void clinicWrites(const SoakPatient& patient);
    /// The bytes of a step; the same step of the same message gives the same bytes.
    Delivery deliveryOf(const SoakPatient& patient, const SoakStep& step) const;
    QByteArray whatsapp(const SoakPatient& patient, const SoakStep& step) const;
    QByteArray waha(const SoakPatient& patient, const SoakStep& step) const;
    QByteArray telegram(const SoakPatient& patient, const SoakStep& step) const;
    /// A provider delivers until it is told that the delivery was kept.
    void deliver(const Delivery& delivery);
    int post(const Delivery& delivery) const;
    bool live(const SoakPlan& plan, const SoakLife& life, bool isLast);
    bool end(const SoakLife& life, const std::vector<Delivery>& onTheirWay);
    bool beginSessions(const SoakPlan& plan);
    bool settle();
    bool readPages(const SoakPlan& plan);
    bool fail(const QString& problem);

    base::SystemClock m_clock;
    base::Instant m_began;       ///< of the plan that is played
    std::mt19937_64 m_random{1}; ///< of details that no plan needs to tell
    std::unique_ptr<simulation::GraphDouble> m_graph;
    std::unique_ptr<simulation::WahaDouble> m_waha;
    std::unique_ptr<simulation::TelegramDouble> m_telegram;
    Daemon m_daemon;
    std::map<int, QByteArray> m_tokens;    ///< of the visitors, by number
    std::map<QString, QString> m_pictures; ///< ids of files, by the message's provider id
    std::vector<Delivery> m_unacknowledged;
    std::map<int, std::size_t> m_heldSince;
    std::map<int, std::vector<simulation::SentMessage>> m_pages;
    QStringList m_problems;
    int m_kills = 0;
    int m_refused = 0;
};

} // namespace delpek::test
