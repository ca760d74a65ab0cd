// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playedday.h"

#include "app/output.h"
#include "domain/isolate.h"
#include "ui/mainwindow.h"

#include <QDateTime>

namespace delpek::app
{

namespace
{

constexpr auto patience = std::chrono::seconds(120);
const auto booker = QStringLiteral("972550010101");
const auto asker = QStringLiteral("55010102");
const auto inPain = QStringLiteral("972550010103");

QString author(const domain::Message& message, const domain::Conversation& conversation)
{
    switch (message.author) {
    case domain::AuthorKind::Patient:
        return conversation.displayName;
    case domain::AuthorKind::Agent:
        return QStringLiteral("agent %1 → %2").arg(message.authorName, conversation.displayName);
    default:
        return QStringLiteral("%1 %2 → %3")
            .arg(base::toText(message.author), message.authorName, conversation.displayName);
    }
}

bool shown(const domain::Message& message)
{
    return message.isIncoming() || message.delivery >= domain::DeliveryState::Sent;
}

} // namespace

PlayedDay::PlayedDay(Demo& demo, ui::MainWindow& window, const QDir& pictures, QObject* parent)
    : QObject(parent)
    , m_demo(demo)
    , m_window(window)
    , m_pictures(pictures)
    , m_day(demo, std::chrono::milliseconds(600))
{
    connect(&m_day, &DemoDay::moved, this, &PlayedDay::onMoved);
    connect(&m_day, &DemoDay::failed, this, &PlayedDay::end);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        const QString reason = verdict();
        end(reason.isEmpty() ? QStringLiteral("the day did not end in time") : reason);
    });
}

void PlayedDay::begin()
{
    m_patience.start(patience);
    m_day.begin();
}

void PlayedDay::onMoved()
{
    if (m_ended) {
        return;
    }
    print();
    atTheDesk();
    checkEnd();
}

void PlayedDay::print()
{
    for (const auto& [id, thread] : m_day.threads()) {
        for (const auto& message : thread.messages) {
            if (!shown(message) || !m_printed.emplace(message.id, true).second) {
                continue;
            }
            const auto time = QDateTime::fromMSecsSinceEpoch(base::toMillis(message.createdAt));
            QString text = domain::withoutIsolates(message.text);
            for (const auto& option : message.options) {
                text += QStringLiteral(" [%1]").arg(domain::withoutIsolates(option.label));
            }
            app::print(QStringLiteral("%1  %2: %3")
                           .arg(time.toString(QStringLiteral("HH:mm:ss")), author(message, thread.conversation),
                                text.replace(QLatin1Char('\n'), QStringLiteral(" / "))));
            if (message.asks == domain::Asks::Slot) {
                order({QStringLiteral("agent-offers-slots-he-light"), booker, domain::Language::Hebrew, false});
            }
        }
    }
}

void PlayedDay::atTheDesk()
{
    const auto* thread = m_day.threadOf(inPain);
    if (!thread || thread->messages.empty()) {
        return;
    }
    const auto id = thread->conversation.id;
    const bool told = std::any_of(thread->messages.begin(), thread->messages.end(), [](const domain::Message& message) {
        return message.author == domain::AuthorKind::Agent && shown(message);
    });
    if (m_desk == Desk::Waiting && thread->conversation.holder.kind == domain::HolderKind::Nobody && told) {
        m_desk = Desk::TakingOver;
        order({QStringLiteral("waiting-for-a-person-he-light"), inPain, domain::Language::Hebrew, false});
        takeOver(id);
    }
    const auto& last = thread->messages.back();
    if (m_desk == Desk::Replied && last.isIncoming() && m_takeOverAfter && last.id > *m_takeOverAfter) {
        m_desk = Desk::HandingBack;
        order({QStringLiteral("a-person-answers-he-dark"), inPain, domain::Language::Hebrew, true});
        // Long enough for the agent to break in, if it ever would.
        QTimer::singleShot(2500, this, [this, id] { handBack(id); });
    }
}

void PlayedDay::takeOver(domain::ConversationId id)
{
    auto& desk = m_demo.engine().desk();
    app::print(QStringLiteral("          %1 takes over").arg(desk.staffName()));
    desk.takeOver(id).then(this, [this, id](const Result<Done>& taken) {
        if (!taken) {
            end(QStringLiteral("the take-over failed: ") + base::describe(taken.error()));
            return;
        }
        const QString words =
            QStringLiteral("שלום אחמד, כאן רותי מהקבלה. ד\"ר ברגמן ראתה את ההודעה ותתקשר אליך בדקות הקרובות.");
        m_demo.engine().desk().reply(id, words).then(this, [this](const Result<domain::MessageId>& sent) {
            if (!sent) {
                end(QStringLiteral("the reply failed: ") + base::describe(sent.error()));
                return;
            }
            m_takeOverAfter = *sent;
            m_desk = Desk::Replied;
        });
    });
}

void PlayedDay::handBack(domain::ConversationId id)
{
    app::print(QStringLiteral("          %1 hands back").arg(m_demo.engine().desk().staffName()));
    m_demo.engine().desk().closeEscalations(id).then(this, [this](const Result<Done>& closed) {
        if (!closed) {
            end(QStringLiteral("handing back failed: ") + base::describe(closed.error()));
            return;
        }
        m_desk = Desk::Done;
    });
}

void PlayedDay::checkEnd()
{
    if (!m_ending && m_desk == Desk::Done && m_day.patientsDone() && verdict().isEmpty()) {
        m_ending = true;
        order({QStringLiteral("inbox-en-light"), asker, domain::Language::English, false});
        order({QStringLiteral("inbox-he-dark"), booker, domain::Language::Hebrew, true});
        order({QStringLiteral("booking-en-dark"), booker, domain::Language::English, true});
    }
}

QString PlayedDay::verdict() const
{
    for (const auto& waId : {booker, asker, inPain}) {
        const auto* thread = m_day.threadOf(waId);
        const bool answered =
            thread && std::any_of(thread->messages.begin(), thread->messages.end(),
                                  [](const auto& m) { return m.author == domain::AuthorKind::Agent && shown(m); });
        if (!answered) {
            return QStringLiteral("a patient got no answer");
        }
    }
    const auto* booked = m_day.threadOf(booker);
    const bool confirmed = std::any_of(booked->messages.begin(), booked->messages.end(), [](const auto& m) {
        return m.author == domain::AuthorKind::Agent && m.asks == domain::Asks::Confirm;
    });
    if (!confirmed) {
        return QStringLiteral("no visit was booked");
    }
    const auto* held = m_day.threadOf(inPain);
    bool person = false;
    for (const auto& message : held->messages) {
        person = person || (message.author == domain::AuthorKind::Staff && shown(message));
        if (person && message.author == domain::AuthorKind::Agent && shown(message)) {
            return QStringLiteral("the agent wrote after the take-over");
        }
    }
    return person ? QString() : QStringLiteral("the receptionist's reply did not arrive");
}

void PlayedDay::order(Picture picture)
{
    m_ordered.push_back(std::move(picture));
    if (!m_taking) {
        takeNext();
    }
}

void PlayedDay::takeNext()
{
    m_taking = !m_ordered.empty();
    if (!m_taking) {
        if (m_ending) {
            end({});
        }
        return;
    }
    const Picture picture = m_ordered.front();
    m_ordered.erase(m_ordered.begin());
    auto preferences = m_window.preferences();
    preferences.language = picture.language;
    preferences.theme = picture.dark ? ui::ThemeKind::Dark : ui::ThemeKind::Light;
    m_window.setPreferences(preferences);
    if (const auto* thread = m_day.threadOf(picture.user)) {
        m_window.showConversation(thread->conversation.id);
    }
    // The panes fill when the desk has answered: a moment later the picture is whole.
    QTimer::singleShot(800, this, [this, name = picture.name] {
        if (!m_window.grab().save(m_pictures.filePath(name + QStringLiteral(".png")))) {
            end(QStringLiteral("a picture cannot be written to ") + m_pictures.path());
            return;
        }
        takeNext();
    });
}

void PlayedDay::end(const QString& reason)
{
    if (m_ended) {
        return;
    }
    m_ended = true;
    Q_EMIT ended(reason);
}

} // namespace delpek::app
