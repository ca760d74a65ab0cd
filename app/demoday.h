// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo.h"
#include "app/demopatient.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <map>

namespace delpek::app
{

/// The patients of the demo clinic at work: they write, read the answers and write again, over real signed deliveries
/// and updates that the long poll fetches.
/// Lives on the UI thread.
class DemoDay final : public QObject
{
    Q_OBJECT

public:
    DemoDay(Demo& demo, base::Duration thinkingTime, QObject* parent = nullptr);

    void begin();
    /// No patient has anything left to say or to wait for.
    bool patientsDone() const;

    /// One conversation as it stands.
    struct Thread {
        domain::Conversation conversation;
        std::vector<domain::Message> messages;
    };
    const std::map<domain::ConversationId, Thread>& threads() const { return m_threads; }
    /// The thread of the patient with that id on his channel; nothing before the first message is in.
    const Thread* threadOf(const QString& user) const;

Q_SIGNALS:
    /// Something in threads() changed.
    void moved();
    void failed(const QString& reason);

private:
    void tick();
    void read(const domain::Conversation& conversation);
    void act(DemoPatient& patient);
    void say(DemoPatient& patient, const DemoMessage& message);
    void sayOnWhatsApp(const DemoPatient& patient, const DemoMessage& message);
    void sayOnTelegram(const DemoPatient& patient, const DemoMessage& message);
    void deliver(const QByteArray& body);

    Demo& m_demo;
    base::Duration m_thinkingTime;
    std::vector<DemoPatient> m_patients = demoPatients();
    std::map<domain::ConversationId, Thread> m_threads;
    QElapsedTimer m_clock;
    QTimer m_timer;
};

} // namespace delpek::app
