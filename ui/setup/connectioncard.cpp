// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/connectioncard.h"

#include "desk/desk.h"
#include "ui/call.h"
#include "ui/escalations/cardlabel.h"
#include "ui/setup/findingslist.h"
#include "ui/setup/pairdialog.h"
#include "ui/setup/setupfields.h"
#include "ui/setup/setupwords.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace delpek::ui
{

ConnectionCard::ConnectionCard(const Context& context, const desk::Connection& connection, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_connection(connection)
    , m_title(new QLabel(this))
    , m_chip(new QLabel(this))
    , m_hint(new QLabel(this))
    , m_said(new QLabel(this))
    , m_save(new QPushButton(this))
    , m_check(new QPushButton(this))
    , m_pair(new QPushButton(this))
    , m_progress(new QLabel(this))
    , m_list(new FindingsList(context.theme, this))
{
    setObjectName(QStringLiteral("listCard"));
    m_chip->setObjectName(connection.name + QStringLiteral(".chip"));
    m_said->setObjectName(QStringLiteral("formTrouble"));
    m_save->setObjectName(connection.name + QStringLiteral(".save"));
    m_check->setObjectName(connection.name + QStringLiteral(".check"));
    m_progress->setObjectName(connection.name + QStringLiteral(".progress"));
    // As high as the round corners of its looks need.
    m_chip->setMinimumHeight(6 * space);
    m_hint->setProperty("kind", QStringLiteral("muted"));
    m_progress->setProperty("kind", QStringLiteral("muted"));
    setKind(*m_save, QStringLiteral("primary"));
    // In a dialog Return must not press one of them.
    m_save->setAutoDefault(false);
    m_check->setAutoDefault(false);
    m_pair->setObjectName(connection.name + QStringLiteral(".pair"));
    m_pair->setAutoDefault(false);
    for (QLabel* label : {m_hint, m_said}) {
        label->setWordWrap(true);
    }
    auto* head = new QHBoxLayout;
    head->setSpacing(2 * space);
    head->addWidget(m_title);
    head->addWidget(m_chip);
    head->addStretch(1);
    auto* form = new QGridLayout;
    form->setHorizontalSpacing(3 * space);
    form->setVerticalSpacing(2 * space);
    form->setColumnStretch(2, 1);
    buildForm(*form);
    auto* acts = new QHBoxLayout;
    acts->setSpacing(2 * space);
    acts->addWidget(m_save);
    acts->addWidget(m_check);
    acts->addWidget(m_pair);
    acts->addWidget(m_progress, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(4 * space, 3 * space, 4 * space, 3 * space);
    column->setSpacing(2 * space);
    column->addLayout(head);
    column->addWidget(m_hint);
    column->addLayout(form);
    column->addWidget(m_said);
    column->addLayout(acts);
    column->addWidget(m_list);
    connect(m_save, &QPushButton::clicked, this, &ConnectionCard::save);
    connect(m_check, &QPushButton::clicked, this, &ConnectionCard::toggleCheck);
    connect(m_pair, &QPushButton::clicked, this, [this] { (new PairDialog(m_context, window()))->open(); });
    m_list->hide();
    retranslate();
}

void ConnectionCard::buildForm(QGridLayout& form)
{
    for (const QString& key : m_connection.settings) {
        auto* field = new SettingField(key, m_context.theme, form, this);
        connect(field, &SettingField::edited, this, &ConnectionCard::edited);
        m_settings.push_back(field);
    }
    for (const QString& name : m_connection.secrets) {
        auto* field = new SecretField(name, m_context.theme, form, this);
        connect(field, &SecretField::edited, this, &ConnectionCard::edited);
        connect(field, &SecretField::forgetWanted, this, [this, field] { forget(*field); });
        m_secrets.push_back(field);
    }
}

/// Hides what has no meaning in the chosen mode.
void ConnectionCard::showMode()
{
    const auto chosen =
        std::ranges::find_if(m_settings, [this](const auto* f) { return f->key() == m_connection.modeKey; });
    if (chosen == m_settings.end()) {
        return;
    }
    const QString mode = (*chosen)->value();
    for (SettingField* field : m_settings) {
        field->setShown(desk::countsIn(m_connection, field->key(), mode));
    }
    for (SecretField* field : m_secrets) {
        field->setShown(desk::countsIn(m_connection, field->name(), mode));
    }
}

void ConnectionCard::setState(const desk::SetupState& state)
{
    m_state = state;
    for (SettingField* field : m_settings) {
        const auto found = std::ranges::find(state.settings, field->key(), &desk::Setting::key);
        if (found != state.settings.end()) {
            field->setSetting(*found);
        }
    }
    refresh();
}

void ConnectionCard::readSecrets()
{
    for (SecretField* field : m_secrets) {
        whenDone(m_context.desk.setup().secret(field->name()), this, [this, field](const auto& state) {
            if (state) {
                field->setState(*state);
                refresh();
            } else {
                failed(state.error());
            }
        });
    }
}

void ConnectionCard::leave()
{
    stopCheck();
    for (SecretField* field : m_secrets) {
        field->clear();
    }
    m_checksAfterSave = false;
    m_wasChecked = false;
    m_findings.clear();
    m_saidError.reset();
    m_saidSaved = false;
    refresh();
}

bool ConnectionCard::isChanged() const
{
    return std::ranges::any_of(m_settings, [](const auto* field) { return field->isChanged(); }) ||
           std::ranges::any_of(m_secrets, [](const auto* field) { return !field->typed().isEmpty(); });
}

void ConnectionCard::save()
{
    m_saidError.reset();
    m_saidSaved = false;
    setBusy(true);
    keepNextSecret();
}

/// Secrets first: a connection is switched on only when what it needs is there.
void ConnectionCard::keepNextSecret()
{
    const auto next = std::ranges::find_if(m_secrets, [](const auto* field) { return !field->typed().isEmpty(); });
    if (next == m_secrets.end()) {
        return keepSettings();
    }
    SecretField* field = *next;
    whenDone(m_context.desk.setup().keepSecret(field->name(), field->typed()), this, [this, field](const auto& done) {
        if (!done) {
            return failed(done.error());
        }
        field->clear();
        keepNextSecret();
    });
}

void ConnectionCard::keepSettings()
{
    desk::SettingValues values;
    for (const SettingField* field : m_settings) {
        if (field->isChanged()) {
            values.emplace(field->key(), field->value());
        }
    }
    if (values.empty()) {
        return saved();
    }
    whenDone(m_context.desk.setup().keep(values), this, [this](const auto& done) {
        if (done) {
            saved();
        } else {
            failed(done.error());
        }
    });
}

void ConnectionCard::saved()
{
    m_saidSaved = true;
    whenDone(m_context.desk.setup().state(), this, [this](const auto& state) {
        setBusy(false);
        if (!state) {
            return failed(state.error());
        }
        // What was saved is no edit any more.
        setState(*state);
        readSecrets();
        Q_EMIT kept();
        if (std::exchange(m_checksAfterSave, false)) {
            startCheck();
        }
    });
}

void ConnectionCard::forget(SecretField& field)
{
    m_saidError.reset();
    m_saidSaved = false;
    setBusy(true);
    whenDone(m_context.desk.setup().forgetSecret(field.name()), this, [this](const auto& done) {
        setBusy(false);
        if (!done) {
            return failed(done.error());
        }
        m_saidSaved = true;
        readSecrets();
        refresh();
    });
}

void ConnectionCard::toggleCheck()
{
    if (m_isChecking) {
        return stopCheck();
    }
    if (isChanged()) {
        m_checksAfterSave = true;
        return save();
    }
    startCheck();
}

void ConnectionCard::startCheck()
{
    m_isChecking = true;
    m_wasChecked = false;
    m_findings.clear();
    m_saidError.reset();
    m_saidSaved = false;
    refresh();
    whenDone(m_context.desk.setup().check(m_connection.name), this,
             [this, number = ++m_checkNumber](const auto& findings) {
                 if (number != m_checkNumber) {
                     return;
                 }
                 m_isChecking = false;
                 if (findings) {
                     m_wasChecked = true;
                     m_findings = *findings;
                 } else if (findings.error().code != ErrorCode::Cancelled) {
                     return failed(findings.error());
                 }
                 refresh();
             });
}

void ConnectionCard::stopCheck()
{
    if (!m_isChecking) {
        return;
    }
    m_isChecking = false;
    ++m_checkNumber;
    m_context.desk.setup().stopCheck();
    refresh();
}

void ConnectionCard::failed(const base::Error& error)
{
    m_checksAfterSave = false;
    m_saidError = error;
    setBusy(false);
    const QString about = setupwords::subject(error);
    for (SettingField* field : m_settings) {
        if (field->key() == about) {
            field->focus();
        }
    }
    for (SecretField* field : m_secrets) {
        if (field->name() == about) {
            field->focus();
        }
    }
    refresh();
    Q_EMIT refused();
}

void ConnectionCard::setBusy(bool busy)
{
    m_isBusy = busy;
    for (SettingField* field : m_settings) {
        field->setEnabled(!busy);
    }
    for (SecretField* field : m_secrets) {
        field->setEnabled(!busy);
    }
    refresh();
}

void ConnectionCard::edited()
{
    m_saidError.reset();
    m_saidSaved = false;
    refresh();
}

bool ConnectionCard::isOn() const
{
    const auto found =
        std::ranges::find_if(m_settings, [this](const auto* field) { return field->key() == m_connection.onKey; });
    return found != m_settings.end() && (*found)->value() != m_connection.off;
}

bool ConnectionCard::isKeptOn() const
{
    const auto kept = std::ranges::find(m_state.settings, m_connection.onKey, &desk::Setting::key);
    return kept != m_state.settings.end() && kept->value != m_connection.off;
}

bool ConnectionCard::isWaiting() const
{
    return std::ranges::any_of(m_settings, [](const auto* field) { return field->isWaiting(); }) ||
           std::ranges::any_of(m_secrets, [](const auto* field) { return field->isWaiting(); });
}

bool ConnectionCard::waitsForStart() const
{
    // What was changed of something that is off and was off makes no difference.
    const auto kept = std::ranges::find(m_state.settings, m_connection.onKey, &desk::Setting::key);
    return isWaiting() && (isKeptOn() || (kept != m_state.settings.end() && kept->isWaiting));
}

void ConnectionCard::refresh()
{
    showMode();
    const bool on = isKeptOn();
    const bool waits = waitsForStart();
    m_chip->setText(waits ? (on ? tr("On, after a restart") : tr("Off, after a restart"))
                          : (on ? tr("On") : tr("Off")));
    setKind(*m_chip, on && !waits ? QStringLiteral("holderMe") : QStringLiteral("tag"));
    showSaid(*m_said,
             m_saidError   ? setupwords::trouble(*m_saidError)
             : m_saidSaved ? tr("Saved. It works after Delpek was started again.")
                           : QString(),
             m_saidError.has_value());
    m_save->setEnabled(!m_isBusy && !m_isChecking && isChanged());
    m_check->setEnabled(!m_isBusy && (m_isChecking || isOn()));
    // What is kept is what is linked.
    m_pair->setVisible(m_connection.name == QLatin1String("waha"));
    m_pair->setEnabled(!m_isBusy && !m_isChecking && isKeptOn() && !isChanged());
    m_check->setText(m_isChecking ? tr("Stop checking") : isChanged() ? tr("Save and check") : tr("Check now"));
    showFindings();
    Q_EMIT changed();
}

void ConnectionCard::showFindings()
{
    const auto faults = std::ranges::count(m_findings, domain::FindingState::Fault, &desk::SetupFinding::state);
    const bool allGood =
        std::ranges::all_of(m_findings, [](const auto& one) { return one.state == domain::FindingState::Good; });
    m_progress->setText(m_isChecking    ? tr("Asking the other side…")
                        : !m_wasChecked ? QString()
                        : faults > 0    ? tr("%n fault(s) found.", nullptr, int(faults))
                        : allGood       ? tr("Everything is in order.")
                                        : tr("It works; look at what is said below."));
    m_list->show(m_findings);
}

void ConnectionCard::retranslate()
{
    const QString title = setupwords::name(m_connection.name);
    setAccessibleName(title);
    m_title->setFont(m_context.theme.strong());
    m_title->setText(title);
    m_hint->setFont(m_context.theme.small());
    m_hint->setText(setupwords::hint(m_connection.name));
    m_chip->setFont(m_context.theme.small());
    m_progress->setFont(m_context.theme.small());
    m_save->setText(tr("Save"));
    m_pair->setText(tr("Link the phone…"));
    m_save->setAccessibleName(tr("Save: %1").arg(title));
    m_check->setAccessibleName(tr("Check: %1").arg(title));
    for (QLabel* label : {m_title, m_hint, m_said}) {
        label->setAlignment(leading(*this) | Qt::AlignVCenter);
    }
    for (SettingField* field : m_settings) {
        field->retranslate();
    }
    for (SecretField* field : m_secrets) {
        field->retranslate();
    }
    refresh();
}

} // namespace delpek::ui
