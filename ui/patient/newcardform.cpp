// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patient/newcardform.h"

#include "desk/desk.h"
#include "domain/isolate.h"
#include "ui/call.h"
#include "ui/escalations/cardlabel.h"
#include "ui/patient/patientwords.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QUuid>
#include <QVBoxLayout>

namespace delpek::ui
{

namespace
{

constexpr int cardFieldWidth = 300;
constexpr int longestPatientName = 200;
constexpr int oldestPatient = 120; ///< years

/// "14.5.1988", "14/5/88" or "1988-05-14": the day comes before the month.
QDate birthDateOf(const QString& text, QDate today)
{
    static const QRegularExpression usual(QStringLiteral(R"(^(\d{1,2})[./ -](\d{1,2})[./ -](\d{4}|\d{2})$)"));
    const QString plain = text.simplified();
    const auto match = usual.match(plain);
    if (!match.hasMatch()) {
        return QDate::fromString(plain, Qt::ISODate);
    }
    int year = match.captured(3).toInt();
    if (match.capturedLength(3) == 2) {
        year += year + 2000 > today.year() ? 1900 : 2000;
    }
    return {year, match.captured(2).toInt(), match.captured(1).toInt()};
}

} // namespace

NewCardForm::NewCardForm(const Context& context, const domain::Conversation& conversation, const QString& lookedFor,
                         QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_conversation(conversation)
    , m_nameHe(new QLineEdit(this))
    , m_nameEn(new QLineEdit(this))
    , m_phone(new QLineEdit(this))
    , m_born(new QLineEdit(this))
    , m_gender(new QComboBox(this))
    , m_trouble(troubleLabel(this))
    , m_save(new QPushButton(tr("Add the patient"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("newCardForm"));
    setWindowTitle(tr("A new patient"));
    build();
    begin(lookedFor);
    m_begun = typed();
    for (QLineEdit* field : {m_nameHe, m_nameEn, m_phone, m_born}) {
        connect(field, &QLineEdit::textChanged, this, &NewCardForm::edited);
    }
    connect(m_gender, &QComboBox::currentIndexChanged, this, &NewCardForm::edited);
    edited();
}

void NewCardForm::build()
{
    m_nameHe->setObjectName(QStringLiteral("newNameHe"));
    m_nameEn->setObjectName(QStringLiteral("newNameEn"));
    m_phone->setObjectName(QStringLiteral("newPhone"));
    m_born->setObjectName(QStringLiteral("newBorn"));
    m_gender->setObjectName(QStringLiteral("newGender"));
    m_trouble->setObjectName(QStringLiteral("formTrouble"));
    m_save->setObjectName(QStringLiteral("addPatient"));
    m_nameHe->setLayoutDirection(Qt::RightToLeft);
    for (QLineEdit* field : {m_nameEn, m_phone, m_born}) {
        field->setLayoutDirection(Qt::LeftToRight);
    }
    for (QLineEdit* field : {m_nameHe, m_nameEn}) {
        field->setMaxLength(longestPatientName);
    }
    m_born->setPlaceholderText(QStringLiteral("14.5.1988"));
    m_gender->addItem(tr("Not known"), int(domain::Gender::Unknown));
    m_gender->addItem(tr("Female"), int(domain::Gender::Female));
    m_gender->addItem(tr("Male"), int(domain::Gender::Male));
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(5 * space);
    form->setVerticalSpacing(10);
    form->setLabelAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    for (QWidget* field : std::initializer_list<QWidget*>{m_nameHe, m_nameEn, m_phone, m_born, m_gender}) {
        field->setFixedWidth(cardFieldWidth);
    }
    form->addRow(tr("Name in &Hebrew"), m_nameHe);
    form->addRow(tr("Name in &English"), m_nameEn);
    form->addRow(tr("&Phone"), m_phone);
    form->addRow(tr("&Born"), m_born);
    form->addRow(tr("&Gender"), m_gender);
    auto* hint = cardLabel(*this, this->hint(), "muted");
    hint->setMaximumWidth(cardFieldWidth + 140);
    auto* buttons = new QDialogButtonBox(this);
    setKind(*m_save, QStringLiteral("primary"));
    buttons->addButton(m_save, QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6 * space, 5 * space, 6 * space, 4 * space);
    column->setSpacing(3 * space);
    column->addLayout(form);
    column->addWidget(hint);
    column->addWidget(m_trouble);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &NewCardForm::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &NewCardForm::reject);
}

/// What was looked for need not be typed again.
void NewCardForm::begin(const QString& lookedFor)
{
    static const QRegularExpression hebrew(QStringLiteral("\\p{Hebrew}"));
    static const QRegularExpression letter(QStringLiteral("\\p{L}"));
    if (m_conversation.phone) {
        m_phone->setText(m_conversation.phone->display());
    }
    if (lookedFor.contains(letter)) {
        (lookedFor.contains(hebrew) ? m_nameHe : m_nameEn)->setText(lookedFor);
    } else if (!lookedFor.isEmpty()) {
        m_phone->setText(lookedFor);
    }
}

QString NewCardForm::hint() const
{
    if (!m_conversation.id.isValid()) {
        return tr("Ask for the name as in the identity card, the number and the birth date: by these the agent makes "
                  "sure who writes.");
    }
    return tr("On %1 they call themselves %2. Ask for the name as in the identity card, the number and the birth date: "
              "by these the agent makes sure who writes the next time.")
        .arg(words::channel(m_conversation.address.channel), domain::isolate(words::title(m_conversation)));
}

QStringList NewCardForm::typed() const
{
    return {m_nameHe->text().simplified(), m_nameEn->text().simplified(), m_phone->text().simplified(),
            m_born->text().simplified(), QString::number(m_gender->currentIndex())};
}

/// What was typed anew is another card: by the old reference the records would give the one that was made of the words
/// before, if only its answer was lost.
void NewCardForm::edited()
{
    m_reference = QStringLiteral("desk-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    refresh();
}

void NewCardForm::refresh()
{
    m_leave = {};
    const bool isNamed = !m_nameHe->text().simplified().isEmpty() || !m_nameEn->text().simplified().isEmpty();
    m_save->setEnabled(isNamed && !m_isSaving);
    if (m_looked != m_phone->text().simplified()) {
        m_save->setText(tr("Add the patient"));
    }
}

std::optional<desk::NewCard> NewCardForm::entered()
{
    desk::NewCard card;
    card.reference = m_reference;
    card.name = {m_nameHe->text().simplified(), m_nameEn->text().simplified()};
    card.gender = domain::Gender(m_gender->currentData().toInt());
    card.language = m_conversation.language;
    card.phone = m_phone->text().simplified();
    if (!m_born->text().simplified().isEmpty()) {
        const QDate today = words::localDate(m_context.desk.now());
        card.birthDate = birthDateOf(m_born->text(), today);
        if (!card.birthDate.isValid() || card.birthDate > today || card.birthDate.addYears(oldestPatient) < today) {
            m_born->setFocus();
            say(tr("This is no birth date. Write it as day, month and year: 14.5.1988."));
            return {};
        }
    }
    return card;
}

void NewCardForm::save()
{
    if (!m_save->isEnabled()) {
        return;
    }
    say({});
    if (const auto card = entered()) {
        m_isSaving = true;
        m_save->setEnabled(false);
        !card->phone.isEmpty() && m_looked != card->phone ? lookFirst(*card) : add(*card);
    }
}

/// Of one number there may be a card that was forgotten: a second one of the same person splits what is known of them.
void NewCardForm::lookFirst(const desk::NewCard& card)
{
    whenDone(m_context.desk.patientCards().lookFor(card.phone), this, [this, card](const auto& found) {
        const bool isNoNumber = !found && found.error().code == ErrorCode::Unsupported;
        if (isNoNumber || (found && found->empty())) {
            return add(card); // which says so of what is no number
        }
        m_isSaving = false;
        if (!found) {
            refresh();
            return say(words::sentence(found.error()));
        }
        QStringList names;
        for (const auto& one : *found) {
            names << domain::isolate(words::name(one.name));
        }
        m_looked = card.phone;
        m_save->setText(tr("Somebody else: add"));
        refresh();
        say(tr("With this number there is already: %1. Add only somebody else, as one more of the family.")
                .arg(names.join(QStringLiteral(", "))));
    });
}

void NewCardForm::add(const desk::NewCard& card)
{
    whenDone(m_context.desk.patientCards().add(m_conversation.id, card), this, [this](const auto& made) {
        m_isSaving = false;
        if (made) {
            Q_EMIT added(*made);
            return accept();
        }
        refresh();
        say(words::sentence(made.error()));
    });
}

void NewCardForm::reject()
{
    if (m_leave.mayLeave(typed() != m_begun, *m_trouble)) {
        QDialog::reject();
    }
}

void NewCardForm::say(const QString& trouble)
{
    m_trouble->setText(trouble);
    m_trouble->setVisible(!trouble.isEmpty());
}

} // namespace delpek::ui
