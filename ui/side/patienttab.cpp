// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/side/patienttab.h"

#include "desk/privacy.h"
#include "domain/isolate.h"
#include "ui/application.h"
#include "ui/call.h"
#include "ui/changefeed.h"
#include "ui/escalations/cardlabel.h"
#include "ui/keptfocus.h"
#include "ui/patient/cardview.h"
#include "ui/patient/codeform.h"
#include "ui/patient/joinform.h"
#include "ui/patient/newcardform.h"
#include "ui/patient/patientwords.h"
#include "ui/patient/tieform.h"
#include "ui/privacy/erasureform.h"
#include "ui/problembar.h"
#include "ui/rights.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QDrag>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace delpek::ui
{

namespace
{

const auto source = QStringLiteral("patient");
const auto eraseSource = QStringLiteral("erase");
const auto cardSource = QStringLiteral("cards");

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
    m_records.reset();
    m_recordsError.reset();
    m_unfolded.clear();
    rebuild();
    verticalScrollBar()->setValue(0);
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
    whenDone(m_context.desk.patientCards().of(m_id), this, [this, id = m_id](const auto& result) {
        if (id != m_id) {
            return;
        }
        m_recordsError = result ? std::nullopt : std::optional(result.error());
        m_records = result ? std::optional(*result) : std::nullopt;
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

VisitPanel::Subject PatientTab::subjectOf(const domain::Patient& patient, const QString& treatment) const
{
    return {namesOf(m_side.doctors, m_side.treatments), patient.id, words::name(patient.name), m_id, treatment};
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

/// Whoever reads or stands on a button stays there.
void PatientTab::rebuild()
{
    const int place = verticalScrollBar()->value();
    const KeptFocus focus(widget());
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
        if (m_records && !m_records->records.empty()) {
            column->addWidget(line(patientwords::identity(m_records->identity, m_context.desk.now()), "muted"));
        }
        column->addSpacing(8);
    }
    if (m_side.recordsError) {
        column->addWidget(
            line(tr("The records cannot be read: %1").arg(words::sentence(*m_side.recordsError)), "muted"));
    } else if (m_known) {
        auto* heading = line(headline(), "heading");
        heading->setFont(m_context.theme.small());
        column->addWidget(heading);
        if (m_recordsError && !m_side.patients.empty()) {
            column->addWidget(line(
                tr("Plan, visits and invoices cannot be read: %1").arg(words::sentence(*m_recordsError)), "muted"));
        }
        for (const domain::Patient& patient : m_side.patients) {
            column->addWidget(patientCard(patient));
            addTied(*column, patient);
        }
        addWays(*column);
    }
    column->addStretch(1);
    if (m_conversation.id.isValid() && mayDo(m_context, domain::Right::ManageClinic)) {
        auto* erase = act(tr("Erase…"), tr("Erase what is kept of this patient"));
        erase->setObjectName(QStringLiteral("eraseKept"));
        connect(erase, &QPushButton::clicked, this, &PatientTab::askToErase);
        column->addWidget(erase, 0, Qt::AlignLeading);
    }
    setWidget(body);
    verticalScrollBar()->setValue(place);
    focus.giveBack(*body, *this);
}

QString PatientTab::headline() const
{
    const int count = int(m_side.patients.size());
    const int tied = int(m_side.tied.size());
    if (count == 0) {
        return m_conversation.phone ? tr("Nobody in the records has this phone.")
                                    : tr("Nobody has said yet who writes.");
    }
    if (!m_conversation.phone || tied == count) {
        return count == 1 ? tr("In the records") : tr("%n people in the records", nullptr, count);
    }
    return count == 1 ? tr("In the records under this phone")
                      : tr("%n people in the records share this phone", nullptr, count);
}

/// Who said that this is who writes, and a way to take it back.
void PatientTab::addTied(QVBoxLayout& column, const domain::Patient& patient)
{
    const auto tied = std::ranges::find(m_side.tied, patient.id, &domain::TiedCard::patient);
    if (tied == m_side.tied.end()) {
        return;
    }
    const QString said = tr("%1 said on %2 that this is who writes.")
                             .arg(domain::isolate(tied->by), patientwords::date(words::localDate(tied->at)));
    column.addWidget(line(directed(*this, said), "muted"));
    if (mayDo(m_context, domain::Right::KeepBook)) {
        auto* untie = act(tr("It is somebody else"),
                          tr("It is somebody else than %1").arg(domain::isolate(words::name(patient.name))));
        untie->setObjectName(QStringLiteral("untieCard"));
        connect(untie, &QPushButton::clicked, this,
                [this, id = patient.id] { follow(m_context.desk.patientCards().untie(m_id, id)); });
        column.addWidget(untie, 0, Qt::AlignLeading);
    }
}

/// To a card that the phone does not lead to.
void PatientTab::addWays(QVBoxLayout& column)
{
    if (!m_conversation.id.isValid() || !mayDo(m_context, domain::Right::KeepBook)) {
        return;
    }
    auto* find = act(tr("Find the card…"), tr("Find the card of who writes"));
    find->setObjectName(QStringLiteral("findCard"));
    connect(find, &QPushButton::clicked, this, &PatientTab::openTie);
    auto* add = act(tr("New patient…"), tr("Enter who writes as a new patient"));
    add->setObjectName(QStringLiteral("newPatient"));
    connect(add, &QPushButton::clicked, this, [this] { openNew(m_conversation); });
    auto* row = new QHBoxLayout;
    row->addWidget(find);
    row->addWidget(add);
    row->addStretch(1);
    column.addLayout(row);
}

/// What is dragged belongs to the window: the card may be made anew on the way.
void PatientTab::startDrag(const Placing& placing)
{
    auto* drag = new QDrag(window());
    drag->setMimeData(new PlacingMime(placing));
    const QString text = placing.subject.name;
    const QFontMetrics metrics(m_context.theme.strong());
    QPixmap picture(metrics.horizontalAdvance(text) + 4 * space, metrics.height() + 2 * space);
    picture.fill(m_context.theme.colours().accentSoft);
    QPainter painter(&picture);
    painter.setFont(m_context.theme.strong());
    painter.setPen(m_context.theme.colours().text);
    painter.drawText(picture.rect(), Qt::AlignCenter, text);
    painter.end();
    drag->setPixmap(picture);
    drag->exec(Qt::MoveAction);
}

void PatientTab::openTie()
{
    QStringList shown;
    for (const auto& patient : m_side.patients) {
        shown << patient.id;
    }
    auto* form = new TieForm(m_context, m_id, shown, window());
    connect(form, &TieForm::tied, this, &PatientTab::read);
    // Of the conversation in which it was asked, wherever a link has led meanwhile.
    connect(form, &TieForm::newWanted, this,
            [this, asked = m_conversation](const QString& typed) { openNew(asked, typed); });
    form->open();
}

void PatientTab::openNew(const domain::Conversation& conversation, const QString& typed)
{
    auto* form = new NewCardForm(m_context, conversation, typed, window());
    connect(form, &NewCardForm::added, this, &PatientTab::read);
    form->open();
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

const desk::PatientRecord* PatientTab::recordOf(const QString& patient) const
{
    if (!m_records) {
        return nullptr;
    }
    const auto& all = m_records->records;
    const auto place = std::ranges::find(all, patient, [](const auto& record) { return record.patient.id; });
    return place == all.end() ? nullptr : &*place;
}

QWidget* PatientTab::patientCard(const domain::Patient& patient)
{
    const CardView::Content content{patient, m_side, recordOf(patient.id), m_records && m_records->ownBook};
    auto* card = new CardView(m_context, content, m_unfolded, this);
    connect(card, &CardView::newVisitWanted, this,
            [this, patient](const QString& treatment) { Q_EMIT newVisitWanted(subjectOf(patient, treatment)); });
    connect(card, &CardView::moveWanted, this,
            [this, patient](const auto& visit) { Q_EMIT moveWanted(subjectOf(patient), visit); });
    connect(card, &CardView::cancelWanted, this,
            [this, patient](const auto& visit) { Q_EMIT cancelWanted(subjectOf(patient), visit); });
    connect(card, &CardView::dragged, this, [this, patient](const QString& treatment, const auto& visit) {
        startDrag({subjectOf(patient, treatment), visit});
    });
    connect(card, &CardView::joinWanted, this, [this, id = patient.id](const QString& other) { openJoin(id, other); });
    connect(card, &CardView::apartWanted, this, [this, patient](const auto& other) { askToKeepApart(patient, other); });
    connect(card, &CardView::separateWanted, this, &PatientTab::askToSeparate);
    connect(card, &CardView::codeWanted, this, [this, patient] { openCode(patient); });
    connect(card, &CardView::codeEndWanted, this, [this, patient] { askToEndCode(patient); });
    return card;
}

void PatientTab::openJoin(const QString& patient, const QString& other)
{
    const auto* record = recordOf(patient);
    if (record == nullptr) {
        return;
    }
    // Who may be the same person, then the others of this phone.
    auto near = record->doubles;
    for (const auto& one : m_records->records) {
        if (std::ranges::find(near, one.patient.id, &desk::CardDouble::patient) == near.end()) {
            near.push_back({one.patient.id, one.patient.name, one.patient.birthDate});
        }
    }
    auto* form = new JoinForm(m_context, *record, std::move(near), other, window());
    connect(form, &JoinForm::joined, this, &PatientTab::read);
    form->open();
}

void PatientTab::askToSeparate(const desk::JoinedCard& card)
{
    confirm(tr("Take cards apart"),
            tr("Take the card of %1 apart again? It gets back what it brought. What came since the cards were joined "
               "stays where it is.")
                .arg(domain::isolate(words::name(card.name))),
            tr("Take apart"), [this, id = card.id] { follow(m_context.desk.patientCards().separate(id)); });
}

void PatientTab::askToKeepApart(const domain::Patient& patient, const desk::CardDouble& other)
{
    confirm(
        tr("Two people"),
        tr("Are the card of %1 and the suggested card of %2 of two people? Then no desk suggests any more that they "
           "are one.")
            .arg(domain::isolate(words::name(patient.name)), domain::isolate(words::name(other.name))),
        tr("Two people"), [this, seenIn = m_id, id = patient.id, second = other.patient] {
            follow(m_context.desk.patientCards().keepApart(seenIn, id, second));
        });
}

void PatientTab::openCode(const domain::Patient& patient)
{
    const auto* record = recordOf(patient.id);
    const bool hasCode = record != nullptr && record->code && record->code->kind == desk::ParentCodeState::Kind::Good;
    auto* form = new CodeForm(m_context, patient.id, words::name(patient.name), hasCode, window());
    connect(form, &CodeForm::made, this, &PatientTab::read);
    form->open();
}

void PatientTab::askToEndCode(const domain::Patient& patient)
{
    confirm(tr("End the code"),
            tr("End the code for the parents of %1? It is good no more at once.")
                .arg(domain::isolate(words::name(patient.name))),
            tr("End it"), [this, id = patient.id] { follow(m_context.desk.patientCards().endCodes(id)); });
}

void PatientTab::confirm(const QString& title, const QString& question, const QString& yes, std::function<void()> act)
{
    auto* box = new QMessageBox(QMessageBox::Question, title, question, QMessageBox::NoButton, window());
    box->setObjectName(QStringLiteral("cardQuestion"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    auto* accept = box->addButton(yes, QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(tr("Cancel"), QMessageBox::RejectRole));
    connect(box, &QMessageBox::buttonClicked, this, [accept, act = std::move(act)](QAbstractButton* pressed) {
        if (pressed == accept) {
            act();
        }
    });
    box->open();
}

template <typename T>
void PatientTab::follow(const Future<T>& change)
{
    whenDone(change, this, [this](const auto& done) {
        done ? m_context.problems.worked(cardSource) : m_context.problems.report(cardSource, done.error());
        read();
    });
}

} // namespace delpek::ui
