// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clinic/clinicfields.h"

#include "ui/clinic/clinicwords.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QTimeZone>

namespace delpek::ui
{

namespace
{

constexpr int clinicFieldWidth = 360;
constexpr int longestClinicName = 200;
constexpr int longestPhone = 30;
constexpr int longestAddress = 500;
constexpr int longestFunds = 300;
constexpr auto fundIds = {"clalit", "maccabi", "meuhedet", "leumit"};

/// What nobody touched is as it was, whatever a field makes of it.
QString typedIn(const QLineEdit& field, const QString& was)
{
    return field.isModified() ? field.text().simplified() : was;
}

/// Those that have no box of their own.
QStringList otherFunds(QStringList funds)
{
    for (const char* id : fundIds) {
        funds.removeAll(QLatin1String(id));
    }
    return funds;
}

/// The words between commas, each once.
QStringList wordsIn(const QString& text)
{
    QStringList words;
    for (const auto& part : text.split(QLatin1Char(','))) {
        if (const QString word = part.simplified(); !word.isEmpty() && !words.contains(word)) {
            words << word;
        }
    }
    return words;
}

} // namespace

ClinicFields::ClinicFields(const Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_form(new QFormLayout(this))
    , m_nameHe(new QLineEdit(this))
    , m_nameEn(new QLineEdit(this))
    , m_phone(new QLineEdit(this))
    , m_addressHe(new QLineEdit(this))
    , m_addressEn(new QLineEdit(this))
    , m_place(new QLineEdit(this))
    , m_zone(new QComboBox(this))
    , m_otherFunds(new QLineEdit(this))
{
    build();
    retranslate();
}

void ClinicFields::build()
{
    m_nameHe->setObjectName(QStringLiteral("clinicNameHe"));
    m_nameEn->setObjectName(QStringLiteral("clinicNameEn"));
    m_phone->setObjectName(QStringLiteral("clinicPhone"));
    m_addressHe->setObjectName(QStringLiteral("clinicAddressHe"));
    m_addressEn->setObjectName(QStringLiteral("clinicAddressEn"));
    m_place->setObjectName(QStringLiteral("clinicPlace"));
    m_zone->setObjectName(QStringLiteral("clinicZone"));
    m_otherFunds->setObjectName(QStringLiteral("clinicOtherFunds"));
    m_nameHe->setMaxLength(longestClinicName);
    m_nameEn->setMaxLength(longestClinicName);
    m_phone->setMaxLength(longestPhone);
    m_addressHe->setMaxLength(longestAddress);
    m_addressEn->setMaxLength(longestAddress);
    m_otherFunds->setMaxLength(longestFunds);
    // English, numbers and places are read from the left in both languages, Hebrew from the right.
    for (QLineEdit* field : {m_nameEn, m_addressEn, m_phone, m_place}) {
        field->setLayoutDirection(Qt::LeftToRight);
    }
    for (QLineEdit* field : {m_nameHe, m_addressHe}) {
        field->setLayoutDirection(Qt::RightToLeft);
    }
    for (const auto& id : QTimeZone::availableTimeZoneIds()) {
        m_zone->addItem(QString::fromLatin1(id), id);
    }
    m_zone->setMaxVisibleItems(16);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(5 * space);
    m_form->setVerticalSpacing(10);
    m_form->setLabelAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    const auto add = [this](QWidget* field) {
        field->setFixedWidth(clinicFieldWidth);
        auto* label = new QLabel(this);
        label->setBuddy(field);
        m_form->addRow(label, field);
    };
    for (QLineEdit* field : {m_nameHe, m_nameEn, m_phone, m_addressHe, m_addressEn, m_place}) {
        add(field);
        connect(field, &QLineEdit::textEdited, this, &ClinicFields::edited);
    }
    add(m_zone);
    connect(m_zone, &QComboBox::activated, this, &ClinicFields::edited);
    auto* funds = new QWidget(this);
    auto* row = new QHBoxLayout(funds);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4 * space);
    for (const char* id : fundIds) {
        auto* box = new QCheckBox(funds);
        box->setObjectName(QStringLiteral("fund.") + QLatin1String(id));
        m_funds.push_back(box);
        row->addWidget(box);
        connect(box, &QCheckBox::clicked, this, &ClinicFields::edited);
    }
    row->addStretch(1);
    m_form->addRow(new QLabel(this), funds);
    add(m_otherFunds);
    connect(m_otherFunds, &QLineEdit::textEdited, this, &ClinicFields::edited);
}

void ClinicFields::showZone(const QTimeZone& zone)
{
    const QByteArray id = zone.isValid() ? zone.id() : QTimeZone::systemTimeZoneId();
    if (m_zone->findData(id) < 0) {
        m_zone->addItem(QString::fromLatin1(id), id);
    }
    m_zone->setCurrentIndex(m_zone->findData(id));
}

void ClinicFields::setInfo(const domain::ClinicInfo& info, bool canChange)
{
    m_info = info;
    const auto show = [](QLineEdit& field, const QString& text) {
        // What is being typed keeps its cursor when the same comes again.
        if (field.text() != text) {
            field.setText(text);
            field.setCursorPosition(0);
        }
        field.setModified(false);
    };
    show(*m_nameHe, info.name.he);
    show(*m_nameEn, info.name.en);
    const auto phone = domain::Phone::parse(info.phone);
    show(*m_phone, phone ? phone->display() : info.phone);
    show(*m_addressHe, info.address.he);
    show(*m_addressEn, info.address.en);
    show(*m_place, info.location ? clinicwords::placeText(*info.location) : QString());
    showZone(info.zone);
    size_t at = 0;
    for (const char* id : fundIds) {
        m_funds[at++]->setChecked(info.insurance.contains(QLatin1String(id)));
    }
    show(*m_otherFunds, otherFunds(info.insurance).join(QStringLiteral(", ")));
    for (QLineEdit* field : texts()) {
        field->setReadOnly(!canChange);
    }
    m_zone->setEnabled(canChange);
    for (auto* box : m_funds) {
        box->setEnabled(canChange);
    }
}

std::vector<QLineEdit*> ClinicFields::texts() const
{
    return {m_nameHe, m_nameEn, m_phone, m_addressHe, m_addressEn, m_place, m_otherFunds};
}

void ClinicFields::follow(const domain::ClinicInfo& info)
{
    const auto mine = this->info();
    const auto was = m_info;
    std::vector<std::pair<QLineEdit*, QString>> typed;
    for (QLineEdit* field : texts()) {
        if (field->isModified()) {
            typed.emplace_back(field, field->text());
        }
    }
    setInfo(info, !m_nameHe->isReadOnly());
    for (const auto& [field, text] : typed) {
        field->setText(text);
        field->setModified(true);
    }
    if (mine.zone != was.zone) {
        showZone(mine.zone);
    }
    size_t at = 0;
    for (const char* id : fundIds) {
        auto* box = m_funds[at++];
        const bool chosen = mine.insurance.contains(QLatin1String(id));
        if (chosen != was.insurance.contains(QLatin1String(id))) {
            box->setChecked(chosen);
        }
    }
}

domain::ClinicInfo ClinicFields::info() const
{
    auto info = m_info;
    info.name = {typedIn(*m_nameHe, m_info.name.he), typedIn(*m_nameEn, m_info.name.en)};
    // The same number in another form is the same number.
    const QString typed = m_phone->text().simplified();
    const auto phone = domain::Phone::parse(typed);
    const auto before = domain::Phone::parse(m_info.phone);
    info.phone = phone && before && *phone == *before ? m_info.phone : phone ? phone->e164() : typed;
    info.address = {typedIn(*m_addressHe, m_info.address.he), typedIn(*m_addressEn, m_info.address.en)};
    info.location = m_place->isModified() ? clinicwords::placeOf(m_place->text()) : m_info.location;
    info.zone = QTimeZone(m_zone->currentData().toByteArray());
    QStringList funds;
    size_t at = 0;
    for (const char* id : fundIds) {
        if (m_funds[at++]->isChecked()) {
            funds << QLatin1String(id);
        }
    }
    funds += m_otherFunds->isModified() ? wordsIn(m_otherFunds->text()) : otherFunds(m_info.insurance);
    // In the order in which they stood: what nobody touched is no change.
    QStringList kept;
    for (const auto& fund : m_info.insurance) {
        if (funds.removeAll(fund) > 0) {
            kept << fund;
        }
    }
    info.insurance = kept + funds;
    return info;
}

QString ClinicFields::fault() const
{
    const auto now = info();
    if (now.name.he.isEmpty() && now.name.en.isEmpty()) {
        return tr("The clinic needs a name, in Hebrew or in English.");
    }
    if (m_place->isModified() && !m_place->text().trimmed().isEmpty() && !now.location) {
        return tr("The place is two numbers with a comma, as a map shows them: 32.0853, 34.7818.");
    }
    return {};
}

void ClinicFields::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void ClinicFields::retranslate()
{
    const auto label = [this](int row, const QString& text) {
        static_cast<QLabel*>(m_form->itemAt(row, QFormLayout::LabelRole)->widget())->setText(text);
    };
    int row = 0;
    label(row++, tr("Name in &Hebrew"));
    label(row++, tr("Name in &English"));
    label(row++, tr("&Telephone"));
    label(row++, tr("&Address in Hebrew"));
    label(row++, tr("Address in En&glish"));
    label(row++, tr("P&lace on the map"));
    label(row++, tr("Time &zone"));
    label(row++, tr("Health funds"));
    label(row++, tr("&Others, with commas"));
    m_place->setPlaceholderText(QStringLiteral("32.0853, 34.7818"));
    m_place->setToolTip(tr("Latitude and longitude, as a map shows them. Sent when somebody asks for the way."));
    size_t at = 0;
    for (const char* id : fundIds) {
        m_funds[at++]->setText(clinicwords::fund(QLatin1String(id)));
    }
}

} // namespace delpek::ui
