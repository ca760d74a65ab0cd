// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/setupfields.h"

#include "domain/isolate.h"
#include "ui/setup/durationedit.h"
#include "ui/setup/setupwords.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

#include <limits>

namespace delpek::ui
{

namespace
{

constexpr int editorWidth = 260;
constexpr int numberWidth = 96;
constexpr qint64 widestNumber = std::numeric_limits<int>::max();
enum Column { LabelColumn, EditorColumn, AsideColumn, ButtonColumn };

QLabel* asideLabel(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setProperty("kind", QStringLiteral("muted"));
    return label;
}

} // namespace

SettingField::SettingField(const QString& key, const Theme& theme, QGridLayout& form, QWidget* parent)
    : QObject(parent)
    , m_key(key)
    , m_theme(theme)
    , m_form(form)
    , m_row(form.rowCount())
    , m_parent(parent)
    , m_label(new QLabel(parent))
    , m_aside(asideLabel(parent))
    , m_effect(asideLabel(parent))
{
    m_effect->setObjectName(key + QStringLiteral(".effect"));
    m_effect->setWordWrap(true);
    m_effect->hide();
    form.addWidget(m_label, m_row, LabelColumn);
    form.addWidget(m_aside, m_row, AsideColumn);
    form.addWidget(m_effect, m_row + 1, EditorColumn, 1, ButtonColumn);
}

void SettingField::makeEditor()
{
    using Kind = desk::Setting::Kind;
    const auto changed = [this] {
        showEffect();
        Q_EMIT edited();
    };
    switch (m_setting.kind) {
    case Kind::Switch:
        m_editor = m_switch = new QCheckBox(m_parent);
        connect(m_switch, &QCheckBox::toggled, this, changed);
        break;
    case Kind::Choice:
        m_editor = m_choice = new QComboBox(m_parent);
        connect(m_choice, &QComboBox::currentIndexChanged, this, changed);
        break;
    case Kind::Number:
        m_editor = m_number = new QSpinBox(m_parent);
        m_number->setRange(int(m_setting.least), int(std::min(m_setting.most, widestNumber)));
        connect(m_number, &QSpinBox::valueChanged, this, changed);
        break;
    case Kind::Duration:
        m_editor = m_duration = new DurationEdit(m_setting.least, m_setting.most, m_parent);
        connect(m_duration, &DurationEdit::edited, this, changed);
        break;
    case Kind::Text:
        m_editor = m_text = new QLineEdit(m_parent);
        // Addresses and names of machines are read from the left in both languages.
        m_text->setLayoutDirection(Qt::LeftToRight);
        connect(m_text, &QLineEdit::textChanged, this, changed);
        break;
    }
    m_editor->setObjectName(m_key);
    if (!m_switch) {
        m_editor->setFixedWidth(m_number ? numberWidth : editorWidth);
        m_label->setBuddy(m_editor);
    }
    m_form.addWidget(m_editor, m_row, EditorColumn, m_number ? Qt::AlignLeading | Qt::AlignVCenter : Qt::Alignment());
    // The form may be on the screen already.
    m_editor->setVisible(m_isShown);
}

void SettingField::setSetting(const desk::Setting& setting)
{
    const bool isNew = !isMade();
    const bool keeps = !isNew && isChanged();
    m_setting = setting;
    if (isNew) {
        makeEditor();
    }
    if (!keeps) {
        showValue();
    }
    setEnabled(m_isEnabled);
    retranslate();
}

void SettingField::showValue()
{
    const QSignalBlocker quiet(m_editor);
    if (m_text) {
        m_text->setText(m_setting.value);
    } else if (m_switch) {
        m_switch->setChecked(m_setting.value == QLatin1String("true"));
    } else if (m_number) {
        m_number->setValue(m_setting.value.toInt());
    } else if (m_duration) {
        m_duration->setValue(m_setting.value.toLongLong());
    } else {
        m_choice->clear();
        for (const QString& choice : m_setting.choices) {
            m_choice->addItem(setupwords::choice(m_key, choice), choice);
        }
        m_choice->setCurrentIndex(m_choice->findData(m_setting.value));
    }
    showEffect();
}

void SettingField::undo()
{
    if (isMade()) {
        showValue();
    }
}

void SettingField::showEffect()
{
    m_effect->setText(setupwords::effect(m_key, value()));
    m_effect->setVisible(m_isShown && !m_effect->text().isEmpty());
    if (!isMade()) {
        return;
    }
    const QString description = m_setting.canChange() ? m_effect->text() : setupwords::whyFixed(m_setting);
    if (m_duration) {
        m_duration->setAccessibleWords(setupwords::label(m_key), description);
    } else {
        m_editor->setAccessibleName(setupwords::label(m_key));
        m_editor->setAccessibleDescription(description);
    }
}

QString SettingField::value() const
{
    if (m_switch) {
        return m_switch->isChecked() ? QStringLiteral("true") : QStringLiteral("false");
    }
    return m_choice     ? m_choice->currentData().toString()
           : m_number   ? QString::number(m_number->value())
           : m_duration ? QString::number(m_duration->value())
           : m_text     ? m_text->text().trimmed()
                        : m_setting.value;
}

void SettingField::setEnabled(bool enabled)
{
    m_isEnabled = enabled;
    if (isMade()) {
        m_editor->setEnabled(enabled && m_setting.canChange());
    }
}

void SettingField::setShown(bool shown)
{
    m_isShown = shown;
    m_label->setVisible(shown);
    m_aside->setVisible(shown);
    if (isMade()) {
        m_editor->setVisible(shown);
    }
    showEffect();
}

void SettingField::focus()
{
    m_editor->setFocus(Qt::OtherFocusReason);
    if (m_text) {
        m_text->selectAll();
    }
}

void SettingField::retranslate()
{
    const QString label = setupwords::label(m_key);
    const QString fixed = setupwords::whyFixed(m_setting);
    const QString never = setupwords::zero(m_key);
    m_label->setText(m_switch ? QString() : label);
    m_aside->setFont(m_theme.small());
    // A key is not broken: a finding names it as it stands here.
    m_aside->setWordWrap(!fixed.isEmpty());
    m_aside->setText(fixed.isEmpty() ? domain::isolate(m_key) : fixed);
    m_aside->setAlignment(leading(*m_parent) | Qt::AlignVCenter);
    if (m_switch) {
        m_switch->setText(label);
    } else if (m_choice) {
        for (int i = 0; i < m_choice->count(); ++i) {
            m_choice->setItemText(i, setupwords::choice(m_key, m_choice->itemData(i).toString()));
        }
    } else if (m_number) {
        m_number->setSpecialValueText(m_number->minimum() == 0 ? never : QString());
    } else if (m_duration) {
        m_duration->setZeroText(never);
        m_duration->retranslate();
    }
    m_effect->setFont(m_theme.small());
    m_effect->setAlignment(leading(*m_parent) | Qt::AlignVCenter);
    showEffect();
}

SecretField::SecretField(const QString& name, const Theme& theme, QGridLayout& form, QWidget* parent)
    : QObject(parent)
    , m_name(name)
    , m_theme(theme)
    , m_label(new QLabel(parent))
    , m_text(new QLineEdit(parent))
    , m_aside(asideLabel(parent))
    , m_forget(new QPushButton(parent))
{
    const int row = form.rowCount();
    m_text->setObjectName(name);
    m_text->setEchoMode(QLineEdit::Password);
    m_text->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhSensitiveData);
    m_text->setLayoutDirection(Qt::LeftToRight);
    m_text->setFixedWidth(editorWidth);
    m_label->setBuddy(m_text);
    m_aside->setObjectName(name + QStringLiteral(".state"));
    m_forget->setObjectName(name + QStringLiteral(".forget"));
    m_forget->setAutoDefault(false);
    m_forget->setProperty("kind", QStringLiteral("link"));
    form.addWidget(m_label, row, LabelColumn);
    form.addWidget(m_text, row, EditorColumn);
    form.addWidget(m_aside, row, AsideColumn);
    form.addWidget(m_forget, row, ButtonColumn);
    connect(m_text, &QLineEdit::textChanged, this, &SecretField::edited);
    connect(m_forget, &QPushButton::clicked, this, &SecretField::forgetWanted);
    retranslate();
}

void SecretField::setState(const desk::SecretState& state)
{
    m_state = state;
    m_isKnown = true;
    refresh();
}

QString SecretField::typed() const
{
    return m_isShown ? m_text->text().trimmed() : QString();
}

void SecretField::clear()
{
    m_text->clear();
}

void SecretField::setEnabled(bool enabled)
{
    m_isEnabled = enabled;
    refresh();
}

void SecretField::setShown(bool shown)
{
    m_isShown = shown;
    m_label->setVisible(shown);
    m_text->setVisible(shown);
    m_aside->setVisible(shown);
    refresh();
}

void SecretField::focus()
{
    m_text->setFocus(Qt::OtherFocusReason);
    m_text->selectAll();
}

void SecretField::refresh()
{
    m_text->setEnabled(m_isEnabled && m_state.canChange);
    m_forget->setVisible(m_isShown && m_isKnown && m_state.isSet && m_state.canChange);
    m_forget->setEnabled(m_isEnabled);
    m_aside->setText(!m_isKnown          ? QString()
                     : !m_state.isSet    ? tr("Not set")
                     : m_state.canChange ? tr("Set")
                                         : tr("Set, and cannot be changed here"));
    m_text->setPlaceholderText(m_state.isSet ? tr("Type a new one to replace it") : QString());
    m_text->setAccessibleDescription(m_aside->text());
}

void SecretField::retranslate()
{
    const QString label = setupwords::label(m_name);
    m_label->setText(label);
    m_text->setAccessibleName(label);
    m_forget->setText(tr("Forget"));
    m_forget->setAccessibleName(tr("Forget: %1").arg(label));
    m_aside->setFont(m_theme.small());
    m_aside->setAlignment(leading(*m_text->parentWidget()) | Qt::AlignVCenter);
    refresh();
}

} // namespace delpek::ui
