// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patient/cardview.h"

#include "domain/isolate.h"
#include "domain/localtime.h"
#include "ui/application.h"
#include "ui/book/bookwords.h"
#include "ui/book/placing.h"
#include "ui/escalations/cardlabel.h"
#include "ui/patient/dragchip.h"
#include "ui/patient/patientwords.h"
#include "ui/problembar.h"
#include "ui/rights.h"
#include "ui/side/recordwords.h"
#include "ui/theme/flowlayout.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace delpek::ui
{

namespace
{

constexpr size_t shownPastVisits = 2;
constexpr int adult = 18;
constexpr int widestChip = 176; ///< that fits a card in the narrowest window

/// What is next stands first.
int planRank(const domain::PlanItem& item)
{
    return item.status == QLatin1String("in_progress") ? 0 : item.status == QLatin1String("planned") ? 1 : 2;
}

bool isDone(const domain::PlanItem& item)
{
    return item.status == QLatin1String("done");
}

} // namespace

CardView::CardView(const Context& context, const Content& content, QSet<QString>& unfolded, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_unfolded(unfolded)
    , m_patient(content.patient.id)
    , m_name(domain::isolate(words::name(content.patient.name)))
    , m_isDragged(content.isDragged)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("card"));
    m_column->setContentsMargins(3 * space, 10, 3 * space, 10);
    m_column->setSpacing(5);
    // What is read of one card says more than what is found by a phone.
    const domain::Patient& patient = content.record != nullptr ? content.record->patient : content.patient;
    addHead(content);
    addFlags(patient);
    if (content.isManaged) {
        addDoubles(content);
    }
    addNextVisits(content);
    if (content.record != nullptr) {
        addPlan(patient, content.side);
        addInvoices(*content.record);
        addPastVisits(*content.record, content.side);
        addNotes(patient, content.side);
    }
    if (content.record != nullptr && content.isManaged) {
        addJoined(content);
        addCode(*content.record);
    }
    addActs(content);
}

QDate CardView::today() const
{
    return domain::toLocal(m_context.desk.now(), m_context.desk.zone()).date;
}

void CardView::heading(const QString& text)
{
    m_column->addSpacing(3);
    line(*m_column, text, "heading")->setFont(m_context.theme.small());
}

QLabel* CardView::line(QVBoxLayout& column, const QString& text, const char* kind)
{
    auto* label = cardLabel(*this, directed(*this, text), kind);
    column.addWidget(label);
    return label;
}

QPushButton* CardView::act(const QString& text, const QString& meaning, const char* name)
{
    auto* button = new QPushButton(text, this);
    button->setProperty("kind", QStringLiteral("chip"));
    button->setFont(m_context.theme.small());
    button->setAccessibleName(meaning);
    button->setObjectName(QLatin1String(name));
    return button;
}

QPushButton* CardView::bookAct(const QString& text, const QString& meaning, const char* name, const QString& treatment,
                               const std::optional<domain::Appointment>& visit)
{
    auto* button = m_isDragged ? new DragChip(text, this) : new QPushButton(text, this);
    button->setProperty("kind", QStringLiteral("chip"));
    button->setFont(m_context.theme.small());
    button->setAccessibleName(meaning);
    button->setObjectName(QLatin1String(name));
    if (auto* chip = qobject_cast<DragChip*>(button)) {
        chip->setToolTip(tr("Or drag it to the day book"));
        connect(chip, &DragChip::dragged, this, [this, treatment, visit] { Q_EMIT dragged(treatment, visit); });
    }
    return button;
}

QVBoxLayout* CardView::fold(QVBoxLayout& column, const QString& key, const QString& text, const QString& meaning)
{
    const QString mine = m_patient + QLatin1Char('/') + key;
    auto* button = act(text, meaning);
    button->setObjectName(QStringLiteral("fold.") + key);
    button->setCheckable(true);
    auto* inside = new QWidget(this);
    auto* content = new QVBoxLayout(inside);
    content->setContentsMargins(2 * space, 0, 0, 0);
    content->setSpacing(space);
    const bool isOpen = m_unfolded.contains(mine);
    button->setChecked(isOpen);
    inside->setVisible(isOpen);
    connect(button, &QPushButton::toggled, inside, [this, inside, mine](bool open) {
        open ? void(m_unfolded.insert(mine)) : void(m_unfolded.remove(mine));
        inside->setVisible(open);
    });
    column.addWidget(button, 0, Qt::AlignLeading);
    column.addWidget(inside);
    return content;
}

void CardView::addHead(const Content& content)
{
    line(*m_column, m_name)->setFont(m_context.theme.strong());
    if (const QString born = patientwords::born(content.patient.birthDate, today()); !born.isEmpty()) {
        line(*m_column, born, "muted");
    }
    for (const auto& phone : content.phones) {
        line(*m_column, domain::isolate(phone.display()));
    }
}

void CardView::addFlags(const domain::Patient& patient)
{
    if (patient.flags.isEmpty() && patient.allergies.isEmpty()) {
        return;
    }
    auto* chips = new FlowLayout(nullptr, 5);
    const auto add = [&](const QString& text) {
        auto* chip = new QLabel(text, this);
        chip->setTextFormat(Qt::PlainText);
        chip->setProperty("kind", QStringLiteral("warn"));
        chip->setFont(m_context.theme.small());
        chip->ensurePolished();
        if (chip->sizeHint().width() > widestChip) {
            chip->setWordWrap(true);
            chip->setFixedSize(widestChip, chip->heightForWidth(widestChip));
        }
        chips->addWidget(chip);
    };
    for (const QString& allergy : patient.allergies) {
        add(tr("Allergy: %1").arg(domain::isolate(recordwords::allergy(allergy))));
    }
    for (const QString& flag : patient.flags) {
        add(recordwords::flag(flag));
    }
    m_column->addLayout(chips);
}

void CardView::addDoubles(const Content& content)
{
    if (content.record == nullptr) {
        return;
    }
    for (const auto& other : content.record->doubles) {
        const QString said = patientwords::perhapsSame(other);
        line(*m_column, content.ownBook ? said : said + QLatin1Char(' ') + tr("Cards are joined in Odoo."));
        auto* acts = new FlowLayout(nullptr, 5);
        if (content.ownBook && mayDo(m_context, domain::Right::ManageClinic)) {
            auto* compare =
                act(tr("Compare…"), tr("Compare with the card of %1").arg(domain::isolate(words::name(other.name))),
                    "compareCards");
            connect(compare, &QPushButton::clicked, this, [this, id = other.patient] { Q_EMIT joinWanted(id); });
            acts->addWidget(compare);
        }
        if (mayDo(m_context, domain::Right::KeepBook)) {
            auto* apart = act(tr("Two people…"),
                              tr("The card of %1 is of somebody else").arg(domain::isolate(words::name(other.name))),
                              "apartCards");
            connect(apart, &QPushButton::clicked, this, [this, other] { Q_EMIT apartWanted(other); });
            acts->addWidget(apart);
        }
        acts->count() > 0 ? m_column->addLayout(acts) : delete acts;
    }
}

void CardView::addJoined(const Content& content)
{
    for (const auto& card : content.record->joined) {
        line(*m_column, patientwords::joined(card, m_context.desk.now()), "muted");
        if (mayDo(m_context, domain::Right::ManageClinic)) {
            auto* undo =
                act(tr("Undo…"), tr("Take the card of %1 apart again").arg(domain::isolate(words::name(card.name))),
                    "separateCards");
            connect(undo, &QPushButton::clicked, this, [this, card] { Q_EMIT separateWanted(card); });
            m_column->addWidget(undo, 0, Qt::AlignLeading);
        }
    }
}

void CardView::addNextVisits(const Content& content)
{
    bool any = false;
    for (const domain::Appointment& visit : content.side.nextVisits) {
        if (visit.patient != m_patient || visit.state != domain::AppointmentState::Booked) {
            continue;
        }
        if (!any) {
            heading(tr("Next visits"));
            any = true;
        }
        const auto names = namesOf(content.side.doctors, content.side.treatments);
        const QString date = bookwords::date(visit.start.date);
        line(*m_column, tr("%1 at %2 · %3 · %4")
                            .arg(date, domain::isolate(visit.start.time.toString(QStringLiteral("HH:mm"))),
                                 domain::isolate(bookwords::treatment(names, visit.treatment)),
                                 domain::isolate(bookwords::doctor(names, visit.doctor))));
        if (!mayDo(m_context, domain::Right::KeepBook)) {
            continue;
        }
        auto* move = bookAct(tr("Move…"), tr("Move the visit on %1").arg(date), "moveNext", visit.treatment, visit);
        auto* cancel = act(tr("Cancel…"), tr("Cancel the visit on %1").arg(date));
        connect(move, &QPushButton::clicked, this, [this, visit] { Q_EMIT moveWanted(visit); });
        connect(cancel, &QPushButton::clicked, this, [this, visit] { Q_EMIT cancelWanted(visit); });
        auto* acts = new FlowLayout(nullptr, 5);
        acts->addWidget(move);
        acts->addWidget(cancel);
        m_column->addLayout(acts);
    }
    if (!any) {
        line(*m_column, tr("No visit is booked."), "muted");
    }
}

void CardView::addPlan(const domain::Patient& patient, const desk::PatientSide& side)
{
    auto plan = patient.plan;
    std::erase_if(plan, [](const auto& item) { return item.status == QLatin1String("cancelled"); });
    if (plan.empty()) {
        return;
    }
    std::ranges::stable_sort(plan, {}, planRank);
    heading(tr("Treatment plan"));
    const auto done = int(std::ranges::count_if(plan, isDone));
    for (const auto& item : plan) {
        if (!isDone(item)) {
            addPlanItem(*m_column, item, side);
        }
    }
    if (done == 0) {
        return;
    }
    auto* inside = fold(*m_column, QStringLiteral("plan"), tr("Done: %1").arg(done), tr("What is done of the plan"));
    for (const auto& item : plan) {
        if (isDone(item)) {
            line(*inside, patientwords::planLine(item, side.treatments), "muted");
        }
    }
}

void CardView::addPlanItem(QVBoxLayout& column, const domain::PlanItem& item, const desk::PatientSide& side)
{
    const QString said = patientwords::planLine(item, side.treatments);
    const bool isKnown =
        std::ranges::find(side.treatments, item.treatment, &domain::Treatment::id) != side.treatments.end();
    if (!isKnown || !mayDo(m_context, domain::Right::KeepBook)) {
        line(column, said);
        return;
    }
    auto* row = new QHBoxLayout;
    row->setSpacing(2 * space);
    row->addWidget(cardLabel(*this, directed(*this, said)), 1);
    auto* book = bookAct(tr("Book…"), tr("Book for %1: %2").arg(m_name, said), "bookPlanned", item.treatment);
    connect(book, &QPushButton::clicked, this, [this, id = item.treatment] { Q_EMIT newVisitWanted(id); });
    row->addWidget(book, 0, Qt::AlignTop);
    column.addLayout(row);
}

void CardView::addPastVisits(const desk::PatientRecord& record, const desk::PatientSide& side)
{
    if (record.visitsError) {
        heading(tr("Past visits"));
        line(*m_column, tr("They cannot be read: %1").arg(words::sentence(*record.visitsError)), "muted");
        return;
    }
    if (record.pastVisits.empty()) {
        return;
    }
    heading(tr("Past visits"));
    auto* inside = m_column;
    for (size_t i = 0; i < record.pastVisits.size(); ++i) {
        if (i == shownPastVisits) {
            const int left = int(record.pastVisits.size() - i);
            inside = fold(*m_column, QStringLiteral("visits"), tr("Earlier ones: %1").arg(left),
                          tr("Earlier visits of %1").arg(m_name));
        }
        line(*inside, patientwords::visitLine(record.pastVisits[i], side.treatments, side.doctors));
    }
}

void CardView::addInvoices(const desk::PatientRecord& record)
{
    if (record.invoicesError) {
        heading(tr("Invoices"));
        line(*m_column, tr("They cannot be read: %1").arg(words::sentence(*record.invoicesError)), "muted");
        return;
    }
    if (record.invoices.empty()) {
        return;
    }
    heading(tr("Invoices"));
    const QString open = patientwords::openSum(record.invoices);
    if (open.isEmpty()) {
        line(*m_column, tr("Everything is paid."), "muted");
    } else {
        line(*m_column, tr("To be paid: %1").arg(open))->setFont(m_context.theme.strong());
    }
    std::vector<domain::Invoice> paid;
    for (const auto& invoice : record.invoices) {
        if (invoice.due.minor > 0) {
            addInvoice(*m_column, invoice);
        } else {
            paid.push_back(invoice);
        }
    }
    if (!paid.empty()) {
        auto* inside = fold(*m_column, QStringLiteral("paid"), tr("Paid: %1").arg(paid.size()),
                            tr("Paid invoices of %1").arg(m_name));
        for (const auto& invoice : paid) {
            addInvoice(*inside, invoice);
        }
    }
}

void CardView::addInvoice(QVBoxLayout& column, const domain::Invoice& invoice)
{
    line(column, patientwords::invoiceLine(invoice));
    if (const QString open = patientwords::invoiceOpen(invoice, today()); !open.isEmpty()) {
        line(column, open, "muted");
    }
    const QStringList details = patientwords::invoiceDetails(invoice);
    if (details.isEmpty()) {
        return;
    }
    auto* inside = fold(column, QStringLiteral("invoice.") + invoice.number, tr("Details"),
                        tr("What invoice %1 is for").arg(domain::isolate(invoice.number)));
    for (const QString& detail : details) {
        line(*inside, detail, "muted");
    }
}

void CardView::addNotes(const domain::Patient& patient, const desk::PatientSide& side)
{
    if (patient.notes.empty()) {
        return;
    }
    heading(tr("Notes in the record"));
    auto* inside = fold(*m_column, QStringLiteral("notes"), tr("Show: %1").arg(patient.notes.size()),
                        tr("Notes in the record of %1").arg(m_name));
    // The newest first.
    for (auto note = patient.notes.rbegin(); note != patient.notes.rend(); ++note) {
        desk::DayBook names;
        names.doctors = side.doctors;
        line(*inside,
             QStringLiteral("%1 · %2").arg(patientwords::date(note->date),
                                           domain::isolate(bookwords::doctor(names, note->by))),
             "muted");
        inside->addWidget(cardLabel(*this, note->text));
    }
}

void CardView::addCode(const desk::PatientRecord& record)
{
    if (!record.code) {
        return;
    }
    m_column->addSpacing(3);
    line(*m_column, patientwords::code(*record.code, m_context.desk.now()), "muted");
    if (record.code->kind == desk::ParentCodeState::Kind::Good && mayDo(m_context, domain::Right::KeepBook)) {
        auto* end = act(tr("End the code…"), tr("End the code for the parents of %1").arg(m_name), "endCode");
        connect(end, &QPushButton::clicked, this, &CardView::codeEndWanted);
        m_column->addWidget(end, 0, Qt::AlignLeading);
    }
}

void CardView::addActs(const Content& content)
{
    auto* acts = new FlowLayout(nullptr, 5);
    const bool keepsBook = mayDo(m_context, domain::Right::KeepBook);
    if (keepsBook) {
        auto* add = bookAct(tr("New visit…"), tr("New visit for %1").arg(m_name), "newVisit", {});
        connect(add, &QPushButton::clicked, this, [this] { Q_EMIT newVisitWanted({}); });
        acts->addWidget(add);
    }
    const bool isChild = patientwords::age(content.patient.birthDate, today()) < adult;
    if (content.isManaged && keepsBook && content.record != nullptr && (isChild || content.record->code)) {
        auto* code = act(tr("Code for parents…"), tr("Make a code for the parents of %1").arg(m_name), "makeCode");
        connect(code, &QPushButton::clicked, this, &CardView::codeWanted);
        acts->addWidget(code);
    }
    if (content.isManaged && content.ownBook && content.record != nullptr &&
        mayDo(m_context, domain::Right::ManageClinic)) {
        auto* join = act(tr("Join cards…"), tr("Join the card of %1 with another one of the same person").arg(m_name),
                         "joinCards");
        connect(join, &QPushButton::clicked, this, [this] { Q_EMIT joinWanted({}); });
        acts->addWidget(join);
    }
    const QUrl link = content.record != nullptr ? content.record->link : QUrl();
    if (link.scheme() == QLatin1String("https") && !link.host().isEmpty()) {
        auto* open = act(tr("Open in Odoo"), tr("Open the record of %1 in Odoo").arg(m_name), "openRecord");
        open->setToolTip(tr("Opens the record in the browser"));
        connect(open, &QPushButton::clicked, this, [this, link] {
            if (!QDesktopServices::openUrl(link)) {
                m_context.problems.report(QStringLiteral("record"),
                                          Error{ErrorCode::Unavailable, QStringLiteral("map.noBrowser"), {}});
            }
        });
        acts->addWidget(open);
    }
    acts->count() > 0 ? m_column->addLayout(acts) : delete acts;
}

} // namespace delpek::ui
