// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clinic/retireform.h"

#include "desk/desk.h"
#include "domain/isolate.h"
#include "ui/call.h"
#include "ui/escalations/cardlabel.h"
#include "ui/hours/effectpanel.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace delpek::ui
{

namespace
{

constexpr int retireWidth = 560;

} // namespace

RetireForm::RetireForm(const Context& context, const domain::Doctor& doctor, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_doctor(doctor.id)
    , m_trouble(troubleLabel(this))
    , m_effect(new EffectPanel(context, EffectPanel::Of::Doctor, this))
    , m_save(new QPushButton(tr("Treats here no more"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Treats here no more"));
    setMinimumWidth(retireWidth);
    m_save->setObjectName(QStringLiteral("retireDoctor"));
    m_save->setEnabled(false);
    auto* text = cardLabel(
        *this,
        directed(*this, tr("%1 is offered to nobody any more and is not named to patients. What was done stays in the "
                           "records, and you can take this back.")
                            .arg(domain::isolate(words::name(doctor.name)))));
    auto* buttons = new QDialogButtonBox(this);
    setKind(*m_save, QStringLiteral("primary"));
    buttons->addButton(m_save, QDialogButtonBox::AcceptRole);
    auto* cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    cancel->setDefault(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6 * space, 5 * space, 6 * space, 4 * space);
    column->setSpacing(3 * space);
    column->addWidget(text);
    column->addWidget(m_effect);
    column->addWidget(m_trouble);
    column->addStretch(1);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &RetireForm::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    // What is opened would stand behind the form.
    connect(m_effect, &EffectPanel::dayWanted, this, [this](QDate day) {
        reject();
        Q_EMIT dayWanted(day);
    });
    connect(m_effect, &EffectPanel::openWanted, this, [this](domain::ConversationId id) {
        reject();
        Q_EMIT openWanted(id);
    });
    look();
}

void RetireForm::look()
{
    m_seen.reset();
    m_save->setEnabled(false);
    whenDone(m_context.desk.clinicRoom().visitsOf(m_doctor), this, [this](const auto& effect) {
        if (!effect) {
            m_trouble->setText(words::sentence(effect.error()));
            return m_trouble->show();
        }
        m_seen = effect->ids;
        m_effect->showEffect(*effect);
        m_save->setEnabled(true);
    });
}

void RetireForm::save()
{
    if (!m_seen) {
        return;
    }
    m_save->setEnabled(false);
    whenDone(m_context.desk.clinicRoom().retireDoctor(m_doctor, *m_seen), this, [this](const auto& done) {
        if (done) {
            Q_EMIT kept();
            return accept();
        }
        // Somebody booked meanwhile: the visits are shown anew.
        m_trouble->setText(words::sentence(done.error()));
        m_trouble->show();
        look();
    });
}

} // namespace delpek::ui
