// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/side/patienttab.h"

#include "desk/privacy.h"
#include "domain/isolate.h"
#include "ui/application.h"
#include "ui/call.h"
#include "ui/changefeed.h"
#include "ui/privacy/erasureform.h"
#include "ui/problembar.h"
#include "ui/rights.h"
#include "ui/side/recordwords.h"
#include "ui/theme/flowlayout.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace delpek::ui
{

namespace
{

const auto source = QStringLiteral("patient");
const auto eraseSource = QStringLiteral("erase");

template <typename T>
QString nameIn(const std::vector<T>& list, const QString& id)
{
    const auto place = std::ranges::find(list, id, &T::id);
    return place == list.end() ? id : place->name.in(currentLanguage());
}

QString nameOf(const domain::Patient& patient)
{
    const QString name = patient.name.in(currentLanguage());
    return name.isEmpty() ? patient.name.he + patient.name.en : name;
}

} // namespace

PatientTab::PatientTab(const Context& context, QWidget* parent)
    : QScrollArea(parent)
    , m_context(context)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&context.feed, &ChangeFeed::changed, this, [this](const auto& changes) {
        const bool concerns = std::ranges::any_of(changes, [this](const domain::Change& change) {
            return change.topic == domain::Topic::Clinic ||
                   (change.topic == domain::Topic::Conversation && change.conversation == m_id.value);
        });
        if (concerns) {
            read();
        }
    });
    connect(&context.theme, &Theme::changed, this, &PatientTab::rebuild);
}

void PatientTab::open(domain::ConversationId id)
{
    m_id = id;
    m_known = false;
    m_conversation = {};
    m_side = {};
    rebuild();
    read();
}

void PatientTab::read()
{
    if (!m_id.isValid()) {
        return;
    }
    whenDone(m_context.desk.conversation(m_id), this, [this, id = m_id](const auto& result) {
        // A failure of this call is reported by the thread beside it.
        if (id == m_id && result) {
            m_conversation = *result;
            rebuild();
        }
    });
    whenDone(m_context.desk.patientSide(m_id), this, [this, id = m_id](const auto& result) {
        if (id != m_id) {
            return;
        }
        if (!result) {
            m_context.problems.report(source, result.error(), [this] { read(); });
            return;
        }
        m_context.problems.worked(source);
        m_side = *result;
        m_known = true;
        rebuild();
    });
}

void PatientTab::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        rebuild();
    }
    QScrollArea::changeEvent(event);
}

VisitPanel::Subject PatientTab::subjectOf(const domain::Patient& patient) const
{
    desk::DayBook facts;
    facts.doctors = m_side.doctors;
    facts.treatments = m_side.treatments;
    return {std::move(facts), patient.id, nameOf(patient), m_id};
}

QPushButton* PatientTab::act(const QString& text, const QString& meaning)
{
    auto* button = new QPushButton(text);
    button->setProperty("kind", QStringLiteral("chip"));
    button->setFont(m_context.theme.small());
    button->setAccessibleName(meaning);
    return button;
}

QLabel* PatientTab::line(const QString& text, const char* kind)
{
    auto* label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(leading(*this));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (kind != nullptr) {
        label->setProperty("kind", QString::fromLatin1(kind));
    }
    return label;
}

void PatientTab::rebuild()
{
    auto* body = new QWidget;
    body->setObjectName(QStringLiteral("sideBody"));
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(14, 14, 14, 14);
    column->setSpacing(6);
    if (m_conversation.id.isValid()) {
        auto* heading = line(tr("Profile on %1").arg(words::channel(m_conversation.address.channel)), "heading");
        heading->setFont(m_context.theme.small());
        column->addWidget(heading);
        auto* name = line(words::title(m_conversation));
        name->setFont(m_context.theme.title());
        column->addWidget(name);
        if (m_conversation.phone) {
            column->addWidget(line(domain::isolate(m_conversation.phone->display())));
        }
        column->addWidget(line(tr("A profile name is no proof of who writes."), "muted"));
        column->addSpacing(8);
    }
    if (m_side.recordsError) {
        column->addWidget(
            line(tr("The records cannot be read: %1").arg(words::sentence(*m_side.recordsError)), "muted"));
    } else if (m_known) {
        const int count = int(m_side.onThisPhone.size());
        auto* heading = line(count == 0   ? tr("Nobody in the records has this phone.")
                             : count == 1 ? tr("In the records under this phone")
                                          : tr("%n people in the records share this phone", nullptr, count),
                             "heading");
        heading->setFont(m_context.theme.small());
        column->addWidget(heading);
        for (const domain::Patient& patient : m_side.onThisPhone) {
            column->addWidget(patientCard(patient));
        }
    }
    column->addStretch(1);
    if (m_conversation.id.isValid() && mayDo(m_context, domain::Right::ManageClinic)) {
        auto* erase = act(tr("Erase…"), tr("Erase what is kept of this patient"));
        erase->setObjectName(QStringLiteral("eraseKept"));
        connect(erase, &QPushButton::clicked, this, &PatientTab::askToErase);
        column->addWidget(erase, 0, Qt::AlignLeading);
    }
    setWidget(body);
}

void PatientTab::askToErase()
{
    whenDone(m_context.desk.privacy().ofPerson(m_id), this, [this, id = m_id](const auto& found) {
        if (!found) {
            m_context.problems.report(eraseSource, found.error());
            return;
        }
        m_context.problems.worked(eraseSource);
        (new ErasureForm(m_context, *found, {id}, window()))->open();
    });
}

QWidget* PatientTab::patientCard(const domain::Patient& patient)
{
    auto* card = new QFrame;
    card->setObjectName(QStringLiteral("card"));
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(5);
    auto* name = line(nameOf(patient));
    name->setFont(m_context.theme.strong());
    column->addWidget(name);
    if (patient.birthDate.isValid()) {
        column->addWidget(
            line(tr("Born %1").arg(domain::isolate(patient.birthDate.toString(QStringLiteral("d.M.yyyy")))), "muted"));
    }
    if (!patient.flags.isEmpty() || !patient.allergies.isEmpty()) {
        auto* chips = new FlowLayout(nullptr, 5);
        const auto add = [&](const QString& text) {
            auto* chip = new QLabel(text);
            chip->setTextFormat(Qt::PlainText);
            chip->setProperty("kind", QStringLiteral("warn"));
            chip->setFont(m_context.theme.small());
            chips->addWidget(chip);
        };
        for (const QString& allergy : patient.allergies) {
            add(tr("Allergy: %1").arg(domain::isolate(recordwords::allergy(allergy))));
        }
        for (const QString& flag : patient.flags) {
            add(recordwords::flag(flag));
        }
        column->addLayout(chips);
    }
    addVisits(*column, patient);
    if (mayDo(m_context, domain::Right::KeepBook)) {
        auto* add = act(tr("New visit…"), tr("New visit for %1").arg(nameOf(patient)));
        add->setObjectName(QStringLiteral("newVisit"));
        connect(add, &QPushButton::clicked, this, [this, patient] { Q_EMIT newVisitWanted(subjectOf(patient)); });
        column->addWidget(add, 0, Qt::AlignLeading);
    }
    return card;
}

void PatientTab::addVisits(QVBoxLayout& column, const domain::Patient& patient)
{
    bool any = false;
    for (const domain::Appointment& visit : m_side.nextVisits) {
        if (visit.patient != patient.id || visit.state != domain::AppointmentState::Booked) {
            continue;
        }
        if (!any) {
            auto* heading = line(tr("Next visits"), "heading");
            heading->setFont(m_context.theme.small());
            column.addWidget(heading);
            any = true;
        }
        const QString date = QLocale().toString(visit.start.date, currentLanguage() == domain::Language::Hebrew
                                                                      ? QStringLiteral("dddd d.M")
                                                                      : QStringLiteral("ddd d MMM"));
        column.addWidget(line(tr("%1 at %2 · %3 · %4")
                                  .arg(date, domain::isolate(visit.start.time.toString(QStringLiteral("HH:mm"))),
                                       domain::isolate(nameIn(m_side.treatments, visit.treatment)),
                                       domain::isolate(nameIn(m_side.doctors, visit.doctor)))));
        if (!mayDo(m_context, domain::Right::KeepBook)) {
            continue;
        }
        auto* move = act(tr("Move…"), tr("Move the visit on %1").arg(date));
        auto* cancel = act(tr("Cancel…"), tr("Cancel the visit on %1").arg(date));
        connect(move, &QPushButton::clicked, this,
                [this, patient, visit] { Q_EMIT moveWanted(subjectOf(patient), visit); });
        connect(cancel, &QPushButton::clicked, this,
                [this, patient, visit] { Q_EMIT cancelWanted(subjectOf(patient), visit); });
        auto* acts = new FlowLayout(nullptr, 5);
        acts->addWidget(move);
        acts->addWidget(cancel);
        column.addLayout(acts);
    }
    if (!any) {
        column.addWidget(line(tr("No visit is booked."), "muted"));
    }
}

} // namespace delpek::ui
