// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/settingscard.h"

#include "desk/desk.h"
#include "ui/call.h"
#include "ui/escalations/cardlabel.h"
#include "ui/setup/setupfields.h"
#include "ui/setup/setupwords.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace delpek::ui
{

SettingsCard::SettingsCard(const Context& context, const desk::SettingGroup& group, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_group(group)
    , m_title(new QLabel(this))
    , m_hint(new QLabel(this))
    , m_said(troubleLabel(this))
    , m_save(new QPushButton(this))
    , m_undo(new QPushButton(this))
{
    setObjectName(QStringLiteral("listCard"));
    m_save->setObjectName(group.name + QStringLiteral(".save"));
    m_undo->setObjectName(group.name + QStringLiteral(".undo"));
    m_hint->setProperty("kind", QStringLiteral("muted"));
    setKind(*m_save, QStringLiteral("primary"));
    m_hint->setWordWrap(true);
    auto* form = new QGridLayout;
    form->setHorizontalSpacing(3 * space);
    form->setVerticalSpacing(2 * space);
    form->setColumnStretch(2, 1);
    for (const QString& key : group.settings) {
        auto* field = new SettingField(key, context.theme, *form, this);
        connect(field, &SettingField::edited, this, [this] {
            m_saidError.reset();
            m_saidSaved = false;
            refresh();
        });
        m_fields.push_back(field);
    }
    auto* acts = new QHBoxLayout;
    acts->setSpacing(2 * space);
    acts->addWidget(m_save);
    acts->addWidget(m_undo);
    acts->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(4 * space, 3 * space, 4 * space, 3 * space);
    column->setSpacing(2 * space);
    column->addWidget(m_title);
    column->addWidget(m_hint);
    column->addLayout(form);
    column->addWidget(m_said);
    column->addLayout(acts);
    connect(m_save, &QPushButton::clicked, this, &SettingsCard::save);
    connect(m_undo, &QPushButton::clicked, this, &SettingsCard::undo);
    connect(&context.theme, &Theme::changed, this, &SettingsCard::retranslate);
    retranslate();
}

void SettingsCard::read()
{
    whenDone(m_context.desk.setup().state(), this, [this](const auto& state) {
        if (state) {
            m_saidError.reset();
            setState(*state);
        } else {
            refuse(state.error());
        }
    });
}

void SettingsCard::setState(const desk::SetupState& state)
{
    m_state = state;
    for (SettingField* field : m_fields) {
        const auto found = std::ranges::find(state.settings, field->key(), &desk::Setting::key);
        if (found != state.settings.end()) {
            field->setSetting(*found);
        }
    }
    setTabs();
    refresh();
}

/// Editors are made when their settings are known, after the buttons.
void SettingsCard::setTabs()
{
    QWidget* last = nullptr;
    for (const SettingField* field : m_fields) {
        if (QWidget* editor = field->editor()) {
            if (last) {
                setTabOrder(last, editor);
            }
            last = editor;
        }
    }
    if (last) {
        setTabOrder(last, m_save);
        setTabOrder(m_save, m_undo);
    }
}

bool SettingsCard::waitsForStart() const
{
    return !isDemo() && std::ranges::any_of(m_fields, [](const auto* field) { return field->isWaiting(); });
}

desk::SettingValues SettingsCard::changes() const
{
    desk::SettingValues values;
    for (const SettingField* field : m_fields) {
        if (field->isChanged()) {
            values.emplace(field->key(), field->value());
        }
    }
    return values;
}

void SettingsCard::save()
{
    m_saidError.reset();
    m_saidSaved = false;
    const auto values = changes();
    setBusy(true);
    if (!m_question) {
        return keep(values);
    }
    m_question(values, [this, values](bool isWanted) {
        if (isWanted) {
            keep(values);
        } else {
            setBusy(false);
        }
    });
}

void SettingsCard::keep(const desk::SettingValues& values)
{
    whenDone(m_context.desk.setup().keep(values), this, [this](const auto& done) {
        if (done) {
            saved();
        } else {
            refuse(done.error());
        }
    });
}

void SettingsCard::saved()
{
    whenDone(m_context.desk.setup().state(), this, [this](const auto& state) {
        setBusy(false);
        if (!state) {
            return refuse(state.error());
        }
        m_saidSaved = true;
        setState(*state);
        Q_EMIT kept();
    });
}

void SettingsCard::refuse(const base::Error& error)
{
    m_saidError = error;
    setBusy(false);
    const QString about = setupwords::subject(error);
    const auto field = std::ranges::find(m_fields, about, &SettingField::key);
    if (field != m_fields.end()) {
        (*field)->focus();
    }
}

void SettingsCard::undo()
{
    for (SettingField* field : m_fields) {
        field->undo();
    }
    m_saidError.reset();
    refresh();
}

void SettingsCard::setBusy(bool busy)
{
    m_isBusy = busy;
    for (SettingField* field : m_fields) {
        field->setEnabled(!busy);
    }
    refresh();
}

void SettingsCard::refresh()
{
    showSaid(*m_said,
             m_saidError    ? setupwords::trouble(*m_saidError)
             : !m_saidSaved ? QString()
             : isDemo()     ? tr("Saved for your clinic. What runs now is the demo clinic.")
                            : tr("Saved. It works after Delpek was started again."),
             m_saidError.has_value());
    m_save->setEnabled(!m_isBusy && isChanged());
    m_undo->setEnabled(m_save->isEnabled());
    Q_EMIT changed();
}

void SettingsCard::retranslate()
{
    const QString title = setupwords::groupName(m_group.name);
    setAccessibleName(title);
    m_title->setFont(m_context.theme.strong());
    m_title->setText(title);
    m_hint->setFont(m_context.theme.small());
    m_hint->setText(setupwords::groupHint(m_group.name));
    m_save->setText(tr("Save"));
    m_save->setAccessibleName(tr("Save: %1").arg(title));
    m_undo->setText(tr("As it was"));
    m_undo->setAccessibleName(tr("As it was: %1").arg(title));
    for (QLabel* label : {m_title, m_hint, m_said}) {
        label->setAlignment(leading(*this) | Qt::AlignVCenter);
    }
    for (SettingField* field : m_fields) {
        field->retranslate();
    }
    refresh();
}

} // namespace delpek::ui
