// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingspage.h"

#include "domain/isolate.h"
#include "ui/desktop/autostart.h"
#include "ui/desktop/linkhandler.h"
#include "ui/quickreplies/quickreplyeditor.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
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
    , m_sounds(new QComboBox(this))
    , m_volume(new QSlider(Qt::Horizontal, this))
    , m_tryEmergency(new QPushButton(this))
    , m_tryDoctor(new QPushButton(this))
    , m_silent(new QLabel(this))
    , m_quickReplies(new QPushButton(this))
    , m_spelling(new QCheckBox(this))
    , m_autostart(new QCheckBox(this))
    , m_autostartNote(new QLabel(this))
    , m_links(new QCheckBox(this))
{
    // Each language is written in itself: who cannot read the present one finds their own.
    m_language->addItem(QStringLiteral("עברית"), int(domain::Language::Hebrew));
    m_language->addItem(QStringLiteral("English"), int(domain::Language::English));
    m_theme->addItem({}, int(ThemeKind::Light));
    m_theme->addItem({}, int(ThemeKind::Dark));
    m_textSize->setRange(8, 16);
    for (const Sounds sounds : {Sounds::All, Sounds::Emergencies, Sounds::None}) {
        m_sounds->addItem({}, int(sounds));
    }
    m_volume->setRange(0, 100);
    m_volume->setPageStep(10);
    m_sounds->setObjectName(QStringLiteral("sounds"));
    m_tryEmergency->setObjectName(QStringLiteral("tryEmergency"));
    m_quickReplies->setObjectName(QStringLiteral("openQuickReplies"));
    m_spelling->setObjectName(QStringLiteral("spelling"));
    m_autostart->setObjectName(QStringLiteral("autostart"));
    m_autostartNote->setObjectName(QStringLiteral("autostartNote"));
    m_autostartNote->setWordWrap(true);
    m_silent->setProperty("kind", QStringLiteral("warn"));
    m_silent->hide();
    for (QWidget* field :
         {static_cast<QWidget*>(m_language), static_cast<QWidget*>(m_theme), static_cast<QWidget*>(m_textSize),
          static_cast<QWidget*>(m_sounds), static_cast<QWidget*>(m_volume)}) {
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
    auto* tries = new QHBoxLayout;
    tries->setSpacing(8);
    tries->addWidget(m_tryEmergency);
    tries->addWidget(m_tryDoctor);
    tries->addWidget(m_silent);
    tries->addStretch(1);
    column->addLayout(tries);
    auto* clinics = new QHBoxLayout;
    clinics->addWidget(m_quickReplies);
    clinics->addStretch(1);
    column->addLayout(clinics);
    auto* starts = new QVBoxLayout;
    starts->setSpacing(4);
    starts->addWidget(m_spelling, 0, Qt::AlignLeading);
    starts->addWidget(m_autostart, 0, Qt::AlignLeading);
    m_links->setObjectName(QStringLiteral("openLinks"));
    m_links->setVisible(LinkHandler::ofThisProgram().has_value());
    starts->addWidget(m_links, 0, Qt::AlignLeading);
    starts->addWidget(m_autostartNote);
    column->addLayout(starts);
    column->addStretch(1);

    setPreferences(preferences);
    connect(m_language, &QComboBox::activated, this, &SettingsPage::onEdited);
    connect(m_theme, &QComboBox::activated, this, &SettingsPage::onEdited);
    connect(m_textSize, &QSpinBox::valueChanged, this, &SettingsPage::onEdited);
    connect(m_sounds, &QComboBox::activated, this, &SettingsPage::onEdited);
    connect(m_volume, &QSlider::valueChanged, this, &SettingsPage::onEdited);
    connect(m_tryEmergency, &QPushButton::clicked, this, [this] { Q_EMIT tryWanted(domain::Urgency::Emergency); });
    connect(m_tryDoctor, &QPushButton::clicked, this, [this] { Q_EMIT tryWanted(domain::Urgency::DoctorRequired); });
    connect(m_quickReplies, &QPushButton::clicked, this,
            [this] { (new QuickReplyEditor(m_context, window()))->open(); });
    connect(m_spelling, &QCheckBox::clicked, this, &SettingsPage::onEdited);
    connect(m_autostart, &QCheckBox::clicked, this, &SettingsPage::startWithComputer);
    connect(m_links, &QCheckBox::clicked, this, [this] {
        if (const auto handler = LinkHandler::ofThisProgram()) {
            const auto done = handler->set(handler->state() != LinkHandler::State::On);
            m_autostartFault = done ? QString() : done.error().key;
        }
        showAutostart();
    });
    connect(&context.theme, &Theme::changed, this, &SettingsPage::retranslate);
    retranslate();
}

void SettingsPage::setPreferences(const Preferences& preferences)
{
    m_preferences = preferences;
    const QSignalBlocker blocker(m_textSize);
    const QSignalBlocker quiet(m_volume);
    m_sounds->setCurrentIndex(m_sounds->findData(int(preferences.sounds)));
    m_volume->setValue(preferences.volume);
    m_volume->setEnabled(preferences.sounds != Sounds::None);
    m_language->setCurrentIndex(m_language->findData(int(preferences.language)));
    m_theme->setCurrentIndex(m_theme->findData(int(preferences.theme)));
    m_textSize->setValue(preferences.textSize);
    m_spelling->setChecked(preferences.marksSpelling);
}

void SettingsPage::onEdited()
{
    m_preferences.language = domain::Language(m_language->currentData().toInt());
    m_preferences.theme = ThemeKind(m_theme->currentData().toInt());
    m_preferences.textSize = m_textSize->value();
    m_preferences.sounds = Sounds(m_sounds->currentData().toInt());
    m_preferences.volume = m_volume->value();
    m_preferences.marksSpelling = m_spelling->isChecked();
    Q_EMIT changed(m_preferences);
}

void SettingsPage::showTried(bool played)
{
    m_silent->setVisible(!played);
}

void SettingsPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void SettingsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    showAutostart();
}

bool SettingsPage::event(QEvent* event)
{
    // Back from another program, which may have been the one that changes such entries.
    if (event->type() == QEvent::WindowActivate && isVisible()) {
        showAutostart();
    }
    return QWidget::event(event);
}

void SettingsPage::startWithComputer()
{
    const auto autostart = Autostart::ofThisProgram();
    const auto done = autostart.set(autostart.state() != Autostart::State::On);
    m_autostartFault = done ? QString() : done.error().key;
    showAutostart();
}

void SettingsPage::showAutostart()
{
    const auto state = Autostart::ofThisProgram().state();
    m_autostart->setTristate(state == Autostart::State::Other);
    m_autostart->setCheckState(state == Autostart::State::On      ? Qt::Checked
                               : state == Autostart::State::Other ? Qt::PartiallyChecked
                                                                  : Qt::Unchecked);
    m_autostart->setText(tr("Start Delpek when I sign in to this computer"));
    bool hasOther = state == Autostart::State::Other;
    if (const auto handler = LinkHandler::ofThisProgram()) {
        const auto links = handler->state();
        hasOther = hasOther || links == LinkHandler::State::Other;
        m_links->setTristate(links == LinkHandler::State::Other);
        m_links->setCheckState(links == LinkHandler::State::On      ? Qt::Checked
                               : links == LinkHandler::State::Other ? Qt::PartiallyChecked
                                                                    : Qt::Unchecked);
        m_links->setText(
            tr("Open links that begin with %1 in Delpek").arg(domain::isolate(QStringLiteral("delpek://"))));
    }
    m_autostartNote->setText(
        !m_autostartFault.isEmpty() ? words::keySentence(m_autostartFault)
        : hasOther ? tr("The computer has an entry for it, but a different one: it was changed, or Delpek "
                        "was moved. Tick to set it right.")
                   : QString());
    m_autostartNote->setVisible(!m_autostartNote->text().isEmpty());
}

void SettingsPage::retranslate()
{
    m_title->setFont(m_context.theme.title());
    m_title->setText(tr("Settings"));
    m_spelling->setText(tr("Mark words that the dictionaries of this computer do not know"));
    const auto label = [this](QWidget* field, const QString& text) {
        static_cast<QLabel*>(m_form->labelForField(field))->setText(text);
    };
    label(m_language, tr("&Language"));
    label(m_theme, tr("&Theme"));
    label(m_textSize, tr("Text &size"));
    label(m_sounds, tr("Call by s&ound"));
    label(m_volume, tr("&Volume"));
    m_sounds->setItemText(0, tr("For all that waits"));
    m_sounds->setItemText(1, tr("For emergencies only"));
    m_sounds->setItemText(2, tr("Never"));
    m_tryEmergency->setText(tr("Hear an emergency"));
    m_tryDoctor->setText(tr("Hear a question for the doctor"));
    m_quickReplies->setText(tr("Quick replies of the clinic…"));
    m_silent->setText(tr("Nothing can be heard on this computer: it has no sound output."));
    m_theme->setItemText(0, tr("Light"));
    m_theme->setItemText(1, tr("Dark"));
    m_textSize->setSuffix(tr(" pt"));
    showAutostart();
}

} // namespace delpek::ui
