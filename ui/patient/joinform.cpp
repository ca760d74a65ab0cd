// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patient/joinform.h"

#include "desk/desk.h"
#include "domain/isolate.h"
#include "ui/call.h"
#include "ui/escalations/cardlabel.h"
#include "ui/patient/cardsearch.h"
#include "ui/patient/patientwords.h"
#include "ui/side/recordwords.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace delpek::ui
{

namespace
{

constexpr int joinFormWidth = 580;
constexpr int joinSearchHeight = 214;

QString wordsOf(const QStringList& ids, QString (*word)(const QString&))
{
    QStringList all;
    for (const QString& id : ids) {
        all << domain::isolate(word(id));
    }
    return all.join(QStringLiteral(", "));
}

QString phonesOf(const desk::PatientRecord& record)
{
    QStringList all;
    for (const auto& phone : record.phones) {
        all << domain::isolate(phone.display());
    }
    return all.join(QStringLiteral(", "));
}

QString invoicesOf(const desk::PatientRecord& record)
{
    const QString open = patientwords::openSum(record.invoices);
    const QString number = QString::number(record.invoices.size());
    return open.isEmpty() ? number : JoinForm::tr("%1 · to be paid: %2").arg(number, open);
}

QString visitsOf(const desk::PatientRecord& record)
{
    return JoinForm::tr("coming: %1 · past: %2").arg(record.nextVisits.size()).arg(record.pastVisits.size());
}

std::vector<domain::Patient> asCards(const std::vector<desk::CardDouble>& near, const QString& own)
{
    std::vector<domain::Patient> cards;
    for (const auto& one : near) {
        if (one.patient != own) {
            auto& card = cards.emplace_back();
            card.id = one.patient;
            card.name = one.name;
            card.birthDate = one.birthDate;
        }
    }
    return cards;
}

/// A card is not joined with itself.
Future<std::vector<domain::Patient>> withoutCard(const Future<std::vector<domain::Patient>>& found, const QString& own)
{
    return found.then([own](const Result<std::vector<domain::Patient>>& cards) {
        return cards.map([&](std::vector<domain::Patient> others) {
            std::erase_if(others, [&](const auto& one) { return one.id == own; });
            return others;
        });
    });
}

QString shownName(const desk::PatientRecord& record)
{
    return domain::isolate(words::name(record.patient.name));
}

} // namespace

JoinForm::JoinForm(const Context& context, desk::PatientRecord card, const std::vector<desk::CardDouble>& near,
                   const QString& other, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_card(std::move(card))
    , m_search(new CardSearch([&desk = context.desk, own = m_card.patient.id](
                                  const QString& text) { return withoutCard(desk.patientCards().find(text), own); },
                              this))
    , m_table(new QWidget(this))
    , m_grid(new QGridLayout(m_table))
    , m_keep(new QButtonGroup(this))
    , m_lead(cardLabel(*this))
    , m_warning(new QLabel(this))
    , m_trouble(new QLabel(this))
    , m_another(new QPushButton(tr("Another card…"), this))
    , m_join(new QPushButton(tr("Join…"), this))
    , m_close(new QPushButton(tr("Cancel"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("joinForm"));
    setWindowTitle(tr("Join two cards of one person"));
    build();
    m_search->setTakesAtOnce(true);
    m_search->setMeaning(tr("Look for the other card"));
    connect(m_search, &CardSearch::taken, this, [this](const domain::Patient& card) { choose(card.id); });
    connect(m_search, &CardSearch::said, this, &JoinForm::say);
    connect(m_another, &QPushButton::clicked, this, [this] {
        m_other.reset();
        compare();
        m_search->setFocus();
    });
    connect(m_keep, &QButtonGroup::idToggled, this, [this] { say({}); });
    connect(m_join, &QPushButton::clicked, this, &JoinForm::ask);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    m_search->setSuggested(asCards(near, m_card.patient.id));
    compare();
    if (!other.isEmpty()) {
        choose(other);
    }
}

void JoinForm::build()
{
    m_join->setObjectName(QStringLiteral("joinNow"));
    m_close->setObjectName(QStringLiteral("closeJoin"));
    m_another->setObjectName(QStringLiteral("anotherCard"));
    m_warning->setObjectName(QStringLiteral("joinWarning"));
    m_trouble->setObjectName(QStringLiteral("formTrouble"));
    m_table->setObjectName(QStringLiteral("comparedCards"));
    m_search->setFixedSize(joinFormWidth, joinSearchHeight);
    m_join->setProperty("kind", QStringLiteral("primary"));
    m_warning->setProperty("kind", QStringLiteral("warn"));
    for (QPushButton* button : {m_another, m_join, m_close}) {
        button->setAutoDefault(false);
    }
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(4 * space);
    m_grid->setVerticalSpacing(2 * space);
    m_table->setFixedWidth(joinFormWidth);
    for (QLabel* label : {m_warning, m_trouble}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setAlignment(leading(*this));
    }
    for (QLabel* label : {m_lead, m_warning, m_trouble}) {
        label->setFixedWidth(joinFormWidth);
    }
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(2 * space);
    buttons->addWidget(m_another);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_join);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6 * space, 5 * space, 6 * space, 5 * space);
    column->setSpacing(3 * space);
    for (QWidget* part : std::initializer_list<QWidget*>{m_lead, m_search, m_table, m_warning, m_trouble}) {
        column->addWidget(part);
    }
    column->addLayout(buttons);
    column->setSizeConstraint(QLayout::SetFixedSize);
}

const desk::PatientRecord& JoinForm::kept() const
{
    return m_keep->checkedId() == 1 ? *m_other : m_card;
}

const desk::PatientRecord& JoinForm::left() const
{
    return m_keep->checkedId() == 1 ? m_card : *m_other;
}

void JoinForm::choose(const QString& patient)
{
    whenDone(m_context.desk.patientCards().record(patient), this, [this, asked = ++m_asked](const auto& record) {
        if (asked != m_asked) {
            return;
        }
        if (!record) {
            return say(words::sentence(record.error()));
        }
        if (record->patient.id == m_card.patient.id) {
            return say(words::keySentence(QStringLiteral("book.merged-already")));
        }
        m_other = *record;
        compare();
        m_join->setFocus();
    });
}

void JoinForm::row(const QString& what, const QString& one, const QString& other, bool isWarning)
{
    const int at = ++m_rows;
    auto* name = cardLabel(*this, what, "muted");
    m_grid->addWidget(name, at, 0, Qt::AlignTop);
    const auto place = [&](const QString& text, int column) {
        auto* label = cardLabel(*this, text.isEmpty() ? QStringLiteral("–") : directed(*this, text));
        if (isWarning) {
            label->setFont(m_context.theme.strong());
        }
        m_grid->addWidget(label, at, column, Qt::AlignTop);
    };
    place(one, 1);
    place(other, 2);
}

void JoinForm::compare()
{
    const bool isChosen = m_other.has_value();
    m_search->setVisible(!isChosen);
    m_table->setVisible(isChosen);
    m_another->setVisible(isChosen);
    m_join->setVisible(isChosen);
    m_warning->hide();
    say({});
    m_rows = 0;
    while (auto* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (!isChosen) {
        m_lead->setText(tr("Which other card is of the same person as the card of %1?").arg(shownName(m_card)));
        return;
    }
    m_lead->setText(tr("Are both of one person? Choose the card that is kept. Visits, invoices, notes, plan and phones "
                       "of the other one go to it; allergies and risks of both are on it. It can be undone."));
    for (const auto& [record, id] : {std::pair(&m_card, 0), std::pair(&*m_other, 1)}) {
        auto* keep = new QPushButton(tr("Keep this card"), m_table);
        keep->setProperty("kind", QStringLiteral("chip"));
        keep->setCheckable(true);
        keep->setAutoDefault(false);
        keep->setObjectName(QStringLiteral("keepCard%1").arg(id));
        keep->setAccessibleName(tr("Keep the card of %1").arg(shownName(*record)));
        m_keep->addButton(keep, id);
        m_grid->addWidget(keep, 0, id + 1, Qt::AlignLeading);
    }
    m_keep->button(0)->setChecked(true);
    const auto& a = m_card;
    const auto& b = *m_other;
    const bool bornDiffer =
        a.patient.birthDate.isValid() && b.patient.birthDate.isValid() && a.patient.birthDate != b.patient.birthDate;
    const auto born = [](const desk::PatientRecord& one) {
        return one.patient.birthDate.isValid() ? patientwords::date(one.patient.birthDate) : QString();
    };
    row(tr("Name"), domain::isolate(a.patient.name.he), domain::isolate(b.patient.name.he));
    row(tr("In English"), domain::isolate(a.patient.name.en), domain::isolate(b.patient.name.en));
    row(tr("Birth date"), born(a), born(b), bornDiffer);
    row(tr("Phones"), phonesOf(a), phonesOf(b));
    row(tr("Visits"), visitsOf(a), visitsOf(b));
    row(tr("Invoices"), invoicesOf(a), invoicesOf(b));
    row(tr("Allergies"), wordsOf(a.patient.allergies, recordwords::allergy),
        wordsOf(b.patient.allergies, recordwords::allergy));
    row(tr("Risks"), wordsOf(a.patient.flags, recordwords::flag), wordsOf(b.patient.flags, recordwords::flag));
    row(tr("Plan"), QString::number(a.patient.plan.size()), QString::number(b.patient.plan.size()));
    row(tr("Notes"), QString::number(a.patient.notes.size()), QString::number(b.patient.notes.size()));
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnStretch(2, 1);
    m_warning->setText(tr("The birth dates differ. These may be two people: look twice."));
    m_warning->setVisible(bornDiffer);
}

/// Two cards of one person often bear one name.
QString JoinForm::told(const desk::PatientRecord& one) const
{
    return one.patient.birthDate.isValid()
               ? tr("%1 (born %2)").arg(shownName(one), patientwords::date(one.patient.birthDate))
               : shownName(one);
}

void JoinForm::ask()
{
    auto* box = new QMessageBox(QMessageBox::Question, tr("Join two cards"),
                                tr("Join the card of %1 into the card of %2? From then on there is one card, also for "
                                   "the agent and in the chat.")
                                    .arg(told(left()), told(kept())),
                                QMessageBox::NoButton, this);
    box->setObjectName(QStringLiteral("joinBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    auto* yes = box->addButton(tr("Join"), QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(tr("Cancel"), QMessageBox::RejectRole));
    connect(box, &QMessageBox::buttonClicked, this, [this, yes](QAbstractButton* pressed) {
        if (pressed == yes) {
            join();
        }
    });
    box->open();
}

void JoinForm::join()
{
    const auto busy = [this](bool is) {
        m_join->setEnabled(!is);
        m_another->setEnabled(!is);
        m_table->setEnabled(!is);
    };
    busy(true);
    whenDone(m_context.desk.patientCards().join(kept().patient.id, left().patient.id), this,
             [this, busy](const auto& done) {
                 busy(false);
                 if (!done) {
                     return say(tr("Nothing was joined. %1").arg(words::sentence(done.error())));
                 }
                 Q_EMIT joined();
                 accept();
             });
}

void JoinForm::say(const QString& trouble)
{
    m_trouble->setText(trouble);
    m_trouble->setVisible(!trouble.isEmpty());
}

} // namespace delpek::ui
