// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/staff/pinform.h"

#include "desk/desk.h"
#include "ui/call.h"
#include "ui/escalations/cardlabel.h"
#include "ui/wording.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QVBoxLayout>

namespace delpek::ui
{

namespace
{

constexpr int pinWidth = 200;

} // namespace

QLineEdit* pinField(QWidget* parent)
{
    auto* field = new QLineEdit(parent);
    field->setEchoMode(QLineEdit::Password);
    field->setMaxLength(12);
    field->setInputMethodHints(Qt::ImhDigitsOnly | Qt::ImhNoPredictiveText | Qt::ImhSensitiveData);
    field->setValidator(new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9]*")), field));
    // Digits are read from the left in both languages.
    field->setLayoutDirection(Qt::LeftToRight);
    return field;
}

PinForm::PinForm(const Context& context, const domain::StaffMember& member, QWidget* parent)
    : PinForm(context, std::optional(member), parent)
{
}

PinForm::PinForm(const Context& context, QWidget* parent)
    : PinForm(context, std::nullopt, parent)
{
}

PinForm::PinForm(const Context& context, const std::optional<domain::StaffMember>& member, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_member(member)
    , m_old(pinField(this))
    , m_fresh(pinField(this))
    , m_again(pinField(this))
    , m_trouble(new QLabel(this))
    , m_buttons(new QDialogButtonBox(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(member ? tr("PIN of %1").arg(member->name) : tr("Change my PIN"));
    m_fresh->setObjectName(QStringLiteral("freshPin"));
    m_again->setObjectName(QStringLiteral("samePin"));
    m_old->setObjectName(QStringLiteral("oldPin"));
    m_trouble->setObjectName(QStringLiteral("formTrouble"));
    m_trouble->setWordWrap(true);
    m_trouble->hide();
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(20);
    form->setVerticalSpacing(10);
    form->setLabelAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    for (QLineEdit* field : {m_old, m_fresh, m_again}) {
        field->setFixedWidth(pinWidth);
    }
    if (member) {
        m_old->hide();
    } else {
        form->addRow(tr("The &old PIN"), m_old);
    }
    form->addRow(tr("The &new PIN"), m_fresh);
    form->addRow(tr("Once &more"), m_again);
    auto* rule = new QLabel(tr("6 to 12 digits, neither all the same nor in a row."), this);
    rule->setProperty("kind", QStringLiteral("muted"));
    auto* save = m_buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
    setKind(*save, QStringLiteral("primary"));
    save->setDefault(true);
    m_buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &PinForm::keep);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    if (member && member->hasPin) {
        auto* take = m_buttons->addButton(tr("Take the PIN away"), QDialogButtonBox::DestructiveRole);
        connect(take, &QPushButton::clicked, this,
                [this] { follow(m_context.desk.staffRoom().setPin(m_member->id, {})); });
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 18);
    column->setSpacing(14);
    column->addLayout(form);
    column->addWidget(rule);
    column->addWidget(m_trouble);
    column->addWidget(m_buttons);
}

void PinForm::keep()
{
    if (m_fresh->text() != m_again->text()) {
        return tell(tr("The two are not the same."));
    }
    if (m_fresh->text().isEmpty()) {
        return tell(words::keySentence(QStringLiteral("staff.weakPin")));
    }
    auto& room = m_context.desk.staffRoom();
    follow(m_member ? room.setPin(m_member->id, m_fresh->text()) : room.changeOwnPin(m_old->text(), m_fresh->text()));
}

void PinForm::follow(const Future<Done>& change)
{
    m_buttons->setEnabled(false);
    whenDone(change, this, [this](const auto& done) {
        m_buttons->setEnabled(true);
        if (!done) {
            m_old->clear();
            return tell(words::sentence(done.error()));
        }
        Q_EMIT kept();
        accept();
    });
}

void PinForm::tell(const QString& trouble)
{
    m_trouble->setText(trouble);
    m_trouble->setVisible(!trouble.isEmpty());
}

} // namespace delpek::ui
