// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingspage.h"

#include "ui/theme/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace delpek::ui
{

SettingsPage::SettingsPage(const Context& context, const Preferences& preferences, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_title(new QLabel(this))
    , m_form(new QFormLayout)
    , m_language(new QComboBox(this))
    , m_theme(new QComboBox(this))
    , m_textSize(new QSpinBox(this))
{
    // Each language is written in itself: who cannot read the present one finds their own.
    m_language->addItem(QStringLiteral("עברית"), int(domain::Language::Hebrew));
    m_language->addItem(QStringLiteral("English"), int(domain::Language::English));
    m_theme->addItem({}, int(ThemeKind::Light));
    m_theme->addItem({}, int(ThemeKind::Dark));
    m_textSize->setRange(8, 16);
    for (QWidget* field :
         {static_cast<QWidget*>(m_language), static_cast<QWidget*>(m_theme), static_cast<QWidget*>(m_textSize)}) {
        field->setFixedWidth(180);
        m_form->addRow(new QLabel(this), field);
        static_cast<QLabel*>(m_form->labelForField(field))->setBuddy(field);
    }
    m_form->setHorizontalSpacing(24);
    m_form->setVerticalSpacing(12);
    m_form->setLabelAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(18);
    column->addWidget(m_title);
    column->addLayout(m_form);
    column->addStretch(1);

    setPreferences(preferences);
    connect(m_language, &QComboBox::activated, this, &SettingsPage::onEdited);
    connect(m_theme, &QComboBox::activated, this, &SettingsPage::onEdited);
    connect(m_textSize, &QSpinBox::valueChanged, this, &SettingsPage::onEdited);
    connect(&context.theme, &Theme::changed, this, &SettingsPage::retranslate);
    retranslate();
}

void SettingsPage::setPreferences(const Preferences& preferences)
{
    m_preferences = preferences;
    const QSignalBlocker blocker(m_textSize);
    m_language->setCurrentIndex(m_language->findData(int(preferences.language)));
    m_theme->setCurrentIndex(m_theme->findData(int(preferences.theme)));
    m_textSize->setValue(preferences.textSize);
}

void SettingsPage::onEdited()
{
    m_preferences.language = domain::Language(m_language->currentData().toInt());
    m_preferences.theme = ThemeKind(m_theme->currentData().toInt());
    m_preferences.textSize = m_textSize->value();
    Q_EMIT changed(m_preferences);
}

void SettingsPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void SettingsPage::retranslate()
{
    m_title->setFont(m_context.theme.title());
    m_title->setText(tr("Settings"));
    const auto label = [this](QWidget* field, const QString& text) {
        static_cast<QLabel*>(m_form->labelForField(field))->setText(text);
    };
    label(m_language, tr("&Language"));
    label(m_theme, tr("&Theme"));
    label(m_textSize, tr("Text &size"));
    m_theme->setItemText(0, tr("Light"));
    m_theme->setItemText(1, tr("Dark"));
    m_textSize->setSuffix(tr(" pt"));
}

} // namespace delpek::ui
