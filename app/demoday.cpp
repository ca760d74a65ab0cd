// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demoday.h"

namespace delpek::app
{

namespace
{

constexpr int tickMillis = 150;
constexpr int threadLimit = 100;

bool arrived(const domain::Message& message)
{
    return !message.isIncoming() &&
           (message.delivery == domain::DeliveryState::Sent || message.delivery == domain::DeliveryState::Delivered ||
            message.delivery == domain::DeliveryState::Read);
}

} // namespace

DemoDay::DemoDay(Demo& demo, base::Duration thinkingTime, QObject* parent)
    : QObject(parent)
    , m_demo(demo)
    , m_thinkingTime(thinkingTime)
{
    m_timer.setInterval(tickMillis);
    connect(&m_timer, &QTimer::timeout, this, &DemoDay::tick);
}

void DemoDay::begin()
{
    m_clock.start();
    m_timer.start();
}

const DemoDay::Thread* DemoDay::threadOf(const QString& user) const
{
    for (const auto& [id, thread] : m_threads) {
        if (thread.conversation.address.user == user) {
            return &thread;
        }
    }
    return nullptr;
}

bool DemoDay::patientsDone() const
{
    return std::all_of(m_patients.begin(), m_patients.end(),
                       [](const DemoPatient& patient) { return patient.nextLine >= patient.lines.size(); });
}

void DemoDay::tick()
{
    m_demo.engine().desk().inbox({}).then(this, [this](const Result<std::vector<desk::InboxRow>>& rows) {
        if (!rows) {
            Q_EMIT failed(base::describe(rows.error()));
            return;
        }
        for (const auto& row : *rows) {
            read(row.conversation);
        }
    });
    for (const auto& status : m_demo.graph().statusDeliveries()) {
        deliver(status);
    }
    for (auto& patient : m_patients) {
        act(patient);
    }
}

void DemoDay::read(const domain::Conversation& conversation)
{
    m_demo.engine()
        .desk()
        .threadBefore(conversation.id, {}, threadLimit)
        .then(this, [this, conversation](const Result<desk::ThreadPage>& page) {
            if (!page) {
                Q_EMIT failed(base::describe(page.error()));
                return;
            }
            m_threads[conversation.id] = {conversation, page->messages};
            Q_EMIT moved();
        });
}

void DemoDay::act(DemoPatient& patient)
{
    if (patient.said == 0) {
        if (m_clock.elapsed() >= patient.arrives.count()) {
            say(patient, {patient.lines.constFirst(), {}, {}});
            patient.nextLine = 1;
        }
        return;
    }
    const auto* thread = threadOf(patient.user);
    if (!thread || thread->messages.empty()) {
        return;
    }
    const auto& newest = thread->messages.back();
    const bool read = m_demo.engine().desk().now() - newest.createdAt >= m_thinkingTime;
    if (!arrived(newest) || newest.id <= patient.answered || !read) {
        return;
    }
    // After "a person will answer" a patient waits for the person.
    if (thread->conversation.holder.kind == domain::HolderKind::Nobody) {
        return;
    }
    patient.answered = newest.id;
    if (const auto next = nextMessage(patient, newest)) {
        if (newest.asks == domain::Asks::Nothing) {
            ++patient.nextLine;
        }
        say(patient, *next);
    }
}

void DemoDay::say(DemoPatient& patient, const DemoMessage& message)
{
    ++patient.said;
    patient.channel == domain::ChannelKind::Telegram ? sayOnTelegram(patient, message)
                                                     : sayOnWhatsApp(patient, message);
}

void DemoDay::sayOnTelegram(const DemoPatient& patient, const DemoMessage& message)
{
    namespace telegram = simulation::telegram;
    telegram::From from{patient.user.toLongLong(), patient.name, patient.said, m_demo.engine().desk().now(),
                        QStringLiteral("en")};
    if (message.choice.isEmpty()) {
        m_demo.telegram().deliver(telegram::textUpdate(from, message.text));
        return;
    }
    from.message = message.quoted.section(QLatin1Char(':'), -1).toLongLong();
    m_demo.telegram().deliver(telegram::buttonUpdate(
        from, QStringLiteral("press-%1-%2").arg(patient.user).arg(patient.said), message.choice, message.text));
}

void DemoDay::sayOnWhatsApp(const DemoPatient& patient, const DemoMessage& message)
{
    const simulation::GraphPayloads::From from{patient.user, patient.name,
                                               QStringLiteral("wamid.%1-%2").arg(patient.user).arg(patient.said),
                                               m_demo.engine().desk().now()};
    const auto& payloads = m_demo.graph().payloads();
    deliver(message.choice.isEmpty() ? payloads.text(from, message.text)
                                     : payloads.button(from, message.choice, message.text, message.quoted));
}

void DemoDay::deliver(const QByteArray& body)
{
    m_demo.deliver(body).then(this, [this](const Result<http::Response>& answer) {
        if (!answer || answer->status != 200) {
            Q_EMIT failed(QStringLiteral("the listener did not take a delivery: %1")
                              .arg(answer ? QString::number(answer->status) : base::describe(answer.error())));
        }
    });
}

} // namespace delpek::app
