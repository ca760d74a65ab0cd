// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/staff/staffform.h"

#include "desk/desk.h"
#include "ui/call.h"
#include "ui/escalations/cardlabel.h"
#include "ui/staffwords.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimeEdit>
#include <QVBoxLayout>

namespace delpek::ui
{

namespace
{

constexpr int fieldWidth = 280;

QTime timeOf(int minutes)
{
    return QTime(0, 0).addSecs(minutes * 60);
}

int minutesOf(const QTime& time)
{
    return time.hour() * 60 + time.minute();
}

} // namespace

StaffForm::StaffForm(const Context& context, const domain::StaffMember& member, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_member(member)
    , m_name(new QLineEdit(member.name, this))
    , m_role(new QComboBox(this))
    , m_rights(new QLabel(this))
    , m_language(new QComboBox(this))
    , m_phone(new QLineEdit(member.phone ? member.phone->display() : QString(), this))
    , m_email(new QLineEdit(member.email, this))
    , m_telegram(new QLineEdit(member.telegramChat, this))
    , m_quiet(new QCheckBox(this))
    , m_quietFrom(new QTimeEdit(this))
    , m_quietTo(new QTimeEdit(this))
    , m_active(new QCheckBox(this))
    , m_trouble(new QLabel(this))
    , m_buttons(new QDialogButtonBox(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(member.id.isValid() ? tr("Change %1").arg(member.name) : tr("Add to the staff"));
    for (const auto role :
         {domain::Role::Receptionist, domain::Role::Doctor, domain::Role::Admin, domain::Role::Auditor}) {
        m_role->addItem(words::role(role), int(role));
    }
    m_role->setCurrentIndex(m_role->findData(int(member.role)));
    m_language->addItem(QStringLiteral("עברית"), int(domain::Language::Hebrew));
    m_language->addItem(QStringLiteral("English"), int(domain::Language::English));
    m_language->setCurrentIndex(m_language->findData(int(member.language)));
    m_quiet->setText(tr("Only an emergency disturbs"));
    m_quiet->setChecked(member.hasQuietHours());
    m_quietFrom->setTime(member.hasQuietHours() ? timeOf(member.quietFrom) : QTime(22, 0));
    m_quietTo->setTime(member.hasQuietHours() ? timeOf(member.quietTo) : QTime(7, 0));
    m_active->setText(tr("Works here"));
    m_active->setChecked(member.active);
    m_rights->setWordWrap(true);
    m_rights->setFont(context.theme.small());
    m_rights->setProperty("kind", QStringLiteral("muted"));
    m_trouble->setWordWrap(true);
    m_trouble->setObjectName(QStringLiteral("formTrouble"));
    m_name->setObjectName(QStringLiteral("staffName"));
    m_phone->setObjectName(QStringLiteral("staffPhone"));
    m_active->setObjectName(QStringLiteral("staffActive"));
    // Numbers and addresses are read from the left in both languages.
    for (QLineEdit* field : {m_phone, m_email, m_telegram}) {
        field->setLayoutDirection(Qt::LeftToRight);
    }
    for (QWidget* field :
         {static_cast<QWidget*>(m_name), static_cast<QWidget*>(m_role), static_cast<QWidget*>(m_language),
          static_cast<QWidget*>(m_phone), static_cast<QWidget*>(m_email), static_cast<QWidget*>(m_telegram)}) {
        field->setFixedWidth(fieldWidth);
    }
    m_rights->setFixedWidth(fieldWidth);

    auto* hours = new QHBoxLayout;
    hours->setSpacing(8);
    for (QTimeEdit* edit : {m_quietFrom, m_quietTo}) {
        edit->setDisplayFormat(QStringLiteral("HH:mm"));
    }
    m_quietFrom->setAccessibleName(tr("Quiet hours from"));
    m_quietTo->setAccessibleName(tr("Quiet hours until"));
    hours->addWidget(m_quietFrom);
    hours->addWidget(new QLabel(tr("to"), this));
    hours->addWidget(m_quietTo);
    hours->addStretch(1);

    auto* form = new QFormLayout;
    form->setHorizontalSpacing(20);
    form->setVerticalSpacing(10);
    form->setLabelAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Role"), m_role);
    form->addRow(QString(), m_rights);
    form->addRow(tr("Notices in"), m_language);
    form->addRow(tr("&Phone, for text messages"), m_phone);
    form->addRow(tr("&E-mail"), m_email);
    form->addRow(tr("&Telegram chat"), m_telegram);
    form->addRow(tr("Quiet hours"), m_quiet);
    form->addRow(QString(), hours);
    if (member.id.isValid()) {
        form->addRow(QString(), m_active);
    } else {
        m_active->hide();
    }
    auto* save = m_buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
    setKind(*save, QStringLiteral("primary"));
    save->setDefault(true);
    m_buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 18);
    column->setSpacing(14);
    column->addLayout(form);
    column->addWidget(m_trouble);
    column->addWidget(m_buttons);

    connect(m_buttons, &QDialogButtonBox::accepted, this, &StaffForm::keep);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_role, &QComboBox::currentIndexChanged, this, &StaffForm::refresh);
    connect(m_quiet, &QCheckBox::toggled, this, &StaffForm::refresh);
    m_trouble->hide();
    refresh();
}

domain::StaffMember StaffForm::entered() const
{
    domain::StaffMember member = m_member;
    member.name = m_name->text();
    member.role = domain::Role(m_role->currentData().toInt());
    member.language = domain::Language(m_language->currentData().toInt());
    member.email = m_email->text();
    member.telegramChat = m_telegram->text();
    member.quietFrom = m_quiet->isChecked() ? minutesOf(m_quietFrom->time()) : 0;
    member.quietTo = m_quiet->isChecked() ? minutesOf(m_quietTo->time()) : 0;
    member.active = m_active->isChecked();
    return member;
}

void StaffForm::keep()
{
    m_buttons->setEnabled(false);
    whenDone(m_context.desk.staffRoom().keep(entered(), m_phone->text()), this, [this](const auto& done) {
        m_buttons->setEnabled(true);
        if (!done) {
            m_trouble->setText(words::sentence(done.error()));
            m_trouble->show();
            return;
        }
        Q_EMIT kept(*done);
        accept();
    });
}

void StaffForm::refresh()
{
    m_rights->setText(words::rightsOf(domain::Role(m_role->currentData().toInt())));
    m_quietFrom->setEnabled(m_quiet->isChecked());
    m_quietTo->setEnabled(m_quiet->isChecked());
}

} // namespace delpek::ui
