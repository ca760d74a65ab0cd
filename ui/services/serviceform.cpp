// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/serviceform.h"

#include "desk/desk.h"
#include "domain/isolate.h"
#include "ui/call.h"
#include "ui/escalations/cardlabel.h"
#include "ui/hours/weekeditor.h"
#include "ui/services/noticefields.h"
#include "ui/services/servicetextfield.h"
#include "ui/services/servicewords.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSpinBox>
#include <QTextEdit>
#include <QVBoxLayout>

namespace delpek::ui
{

namespace
{

using By = desk::ServiceDraft::By;
using Opening = desk::ServiceDraft::Opening;

constexpr auto checkDelay = std::chrono::milliseconds(300);
constexpr int serviceFormWidth = 840;
constexpr int serviceFormHeight = 640;
constexpr int keywordLines = 3;

QTextEdit* keywordEdit(const Theme& theme, bool isHebrew, QWidget* parent)
{
    auto* edit = new QTextEdit(parent);
    edit->setAcceptRichText(false);
    edit->setTabChangesFocus(true);
    edit->setLayoutDirection(isHebrew ? Qt::RightToLeft : Qt::LeftToRight);
    edit->setPlaceholderText(isHebrew ? QStringLiteral("עברית") : QStringLiteral("English"));
    edit->setFixedHeight(keywordLines * QFontMetrics(theme.body()).lineSpacing() + 4 * space);
    return edit;
}

QStringList linesOf(const QTextEdit& edit)
{
    QStringList lines;
    for (const QString& line : edit.toPlainText().split(QRegularExpression(QStringLiteral("[\n,;]")))) {
        lines << line.simplified();
    }
    lines.removeAll(QString());
    lines.removeDuplicates();
    return lines;
}

QWidget* sideBySidePair(QWidget* first, QWidget* second)
{
    auto* both = new QWidget(first->parentWidget());
    both->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto* row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * space);
    row->addWidget(first, 1);
    row->addWidget(second, 1);
    return both;
}

/// With the unit behind the number, in its number.
void suffixed(QSpinBox& box, const std::function<QString(int)>& unit)
{
    const auto set = [&box, unit](int number) { box.setSuffix(QLatin1Char(' ') + unit(number)); };
    QObject::connect(&box, &QSpinBox::valueChanged, &box, set);
    set(box.value());
}

QStringList rolesOf(const QString& one)
{
    return one.isEmpty() ? QStringList() : QStringList{one};
}

} // namespace

ServiceForm::ServiceForm(const Context& context, const desk::ServiceEntry& entry, const QStringList& taken,
                         QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_entry(entry)
    , m_taken(taken)
    , m_rows(new QFormLayout)
    , m_hebrewName(new QLineEdit(this))
    , m_englishName(new QLineEdit(this))
    , m_id(new QLineEdit(this))
    , m_kind(new QComboBox(this))
    , m_hebrewKeywords(keywordEdit(context.theme, true, this))
    , m_englishKeywords(keywordEdit(context.theme, false, this))
    , m_mostWords(new QSpinBox(this))
    , m_roles(new QComboBox(this))
    , m_opening(new QComboBox(this))
    , m_weekTitle(new QLabel(tr("Its own hours"), this))
    , m_week(new WeekEditor(context, this))
    , m_answer(new ServiceTextField(context.theme, QStringLiteral("/answer"), this))
    , m_closed(new ServiceTextField(context.theme, QStringLiteral("/closed"), this))
    , m_done(new ServiceTextField(context.theme, QStringLiteral("/done"), this))
    , m_minutes(new QSpinBox(this))
    , m_notices(new NoticeFields(context, this))
    , m_others(troubleLabel(this))
    , m_trouble(troubleLabel(this))
    , m_area(new QScrollArea(this))
    , m_buttons(new QDialogButtonBox(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(isNew() ? tr("A new service") : tr("Change a service"));
    m_typing.setSingleShot(true);
    fill();
    build();
    const auto typed = [this] {
        m_leave = {};
        refresh();
        m_typing.start(checkDelay);
    };
    for (auto* edit : {m_hebrewName, m_englishName, m_id}) {
        connect(edit, &QLineEdit::textChanged, this, typed);
    }
    for (auto* edit : {m_hebrewKeywords, m_englishKeywords}) {
        connect(edit, &QTextEdit::textChanged, this, typed);
    }
    for (auto* box : {m_kind, m_roles, m_opening}) {
        connect(box, &QComboBox::currentIndexChanged, this, typed);
    }
    for (auto* text : {m_answer, m_closed, m_done}) {
        connect(text, &ServiceTextField::edited, this, typed);
    }
    connect(m_week, &WeekEditor::edited, this, typed);
    connect(m_notices, &NoticeFields::edited, this, typed);
    connect(m_englishName, &QLineEdit::textEdited, this, &ServiceForm::proposeId);
    connect(&m_typing, &QTimer::timeout, this, [this] { check(false); });
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        m_tried = true;
        check(true);
    });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &ServiceForm::reject);
    refresh();
    m_begun = entered();
    if (!isNew()) {
        check(false);
    }
}

void ServiceForm::fill()
{
    const auto& draft = m_entry.draft;
    m_hebrewName->setText(draft.name.he);
    m_englishName->setText(draft.name.en);
    m_id->setText(draft.id);
    m_kind->addItem(tr("A fixed answer"), int(By::Agent));
    m_kind->addItem(tr("A person is called"), int(By::Person));
    m_kind->setCurrentIndex(m_kind->findData(int(draft.by)));
    m_hebrewKeywords->setPlainText(draft.hebrewKeywords.join(QLatin1Char('\n')));
    m_englishKeywords->setPlainText(draft.englishKeywords.join(QLatin1Char('\n')));
    m_mostWords->setRange(1, 100);
    m_mostWords->setValue(draft.mostWords);
    for (const QString& role : {QString(), QStringLiteral("known"), QStringLiteral("new")}) {
        m_roles->addItem(servicewords::roles(rolesOf(role)), role);
    }
    m_roles->setCurrentIndex(draft.roles.size() == 1 ? m_roles->findData(draft.roles.constFirst()) : 0);
    for (const auto opening : {Opening::Always, Opening::Clinic, Opening::Own}) {
        m_opening->addItem(servicewords::opening(opening), int(opening));
    }
    m_opening->setCurrentIndex(m_opening->findData(int(draft.opening)));
    m_week->setHours(draft.hours, true, tr("Closed"));
    m_answer->setText(draft.answer);
    m_closed->setText(draft.closed);
    m_done->setText(draft.done);
    m_minutes->setRange(1, 24 * 60);
    m_minutes->setValue(draft.minutes);
    m_notices->setNotices(draft.notices);
}

QLabel* ServiceForm::addRow(const QString& name, QWidget* field, const QString& place)
{
    auto* label = new QLabel(name, this);
    label->setBuddy(field);
    m_rows->addRow(label, field);
    if (!place.isEmpty()) {
        addTrouble(place);
    }
    return label;
}

void ServiceForm::addTrouble(const QString& place)
{
    m_troubles.emplace_back(place, troubleLabel(this));
    m_troubles.back().second->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_rows->addRow(QString(), m_troubles.back().second);
}

void ServiceForm::build()
{
    m_hebrewName->setObjectName(QStringLiteral("serviceHebrewName"));
    m_englishName->setObjectName(QStringLiteral("serviceEnglishName"));
    m_id->setObjectName(QStringLiteral("serviceId"));
    m_kind->setObjectName(QStringLiteral("serviceKind"));
    m_hebrewKeywords->setObjectName(QStringLiteral("serviceHebrewKeywords"));
    m_englishKeywords->setObjectName(QStringLiteral("serviceEnglishKeywords"));
    m_opening->setObjectName(QStringLiteral("serviceOpening"));
    m_roles->setObjectName(QStringLiteral("serviceRoles"));
    m_mostWords->setObjectName(QStringLiteral("serviceMostWords"));
    m_others->setObjectName(QStringLiteral("formTrouble"));
    m_hebrewName->setLayoutDirection(Qt::RightToLeft);
    m_hebrewName->setPlaceholderText(QStringLiteral("עברית"));
    m_englishName->setPlaceholderText(QStringLiteral("English"));
    m_hebrewName->setAccessibleName(tr("Name in Hebrew"));
    m_englishName->setAccessibleName(tr("Name in English"));
    m_hebrewKeywords->setAccessibleName(tr("Words in Hebrew"));
    m_englishKeywords->setAccessibleName(tr("Words in English"));
    for (QWidget* field : {static_cast<QWidget*>(m_englishName), static_cast<QWidget*>(m_id)}) {
        field->setLayoutDirection(Qt::LeftToRight);
    }
    m_rows->setHorizontalSpacing(5 * space);
    m_rows->setVerticalSpacing(2 * space);
    m_rows->setLabelAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_rows->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    for (QWidget* wide :
         {static_cast<QWidget*>(m_week), static_cast<QWidget*>(m_answer), static_cast<QWidget*>(m_closed),
          static_cast<QWidget*>(m_done), static_cast<QWidget*>(m_notices)}) {
        wide->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    }

    addRow(tr("Name, for the staff"), sideBySidePair(m_hebrewName, m_englishName), QStringLiteral("/name"));
    addRow(tr("Name of its file"), m_id, QStringLiteral("/id"));
    m_id->setReadOnly(!isNew());
    if (isNew()) {
        addRow(tr("What happens"), m_kind);
    } else {
        m_kind->hide();
        auto* happens = new QLabel(servicewords::happens(m_entry), this);
        happens->setWordWrap(true);
        addRow(tr("What happens"), happens);
    }
    addRow(tr("Asked for with, a line each"), sideBySidePair(m_hebrewKeywords, m_englishKeywords),
           QStringLiteral("/keywords"));
    addRow(tr("In messages of at most"), m_mostWords);
    suffixed(*m_mostWords, [](int number) { return tr("word(s)", nullptr, number); });
    const bool canChooseRole = m_roles->findData(m_entry.draft.roles.value(0)) >= 0 && m_entry.draft.roles.size() < 2;
    if (canChooseRole) {
        addRow(tr("Who may use it"), m_roles);
    } else {
        m_roles->hide();
        addRow(tr("Who may use it"), new QLabel(servicewords::roles(m_entry.draft.roles), this));
    }
    if (m_entry.draft.by != By::Form) {
        addRow(tr("Answer"), m_answer);
        QStringList filled;
        for (const char* name : {"{clinic}", "{phone}", "{address}", "{hours}"}) {
            filled << domain::isolate(QLatin1String(name));
        }
        auto* hint = new QLabel(tr("Filled in from the records: %1.").arg(filled.join(tr(", "))), this);
        hint->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        hint->setFont(m_context.theme.small());
        hint->setProperty("kind", QStringLiteral("muted"));
        hint->setWordWrap(true);
        m_rows->addRow(QString(), hint);
        m_done->hide();
        m_minutes->hide();
    } else {
        m_answer->hide();
        addRow(tr("Said when the form was handed in"), m_done);
        addRow(tr("Ends by itself after"), m_minutes);
        suffixed(*m_minutes, [](int number) { return tr("minute(s)", nullptr, number); });
    }
    addRow(tr("Hours"), m_opening);
    // A week needs the whole width.
    m_weekTitle->setBuddy(m_week);
    m_rows->addRow(m_weekTitle);
    m_rows->addRow(m_week);
    addTrouble(QStringLiteral("/hours"));
    addRow(tr("Said outside the hours"), m_closed);
    addRow(tr("Announcements"), m_notices);

    auto* inner = new QWidget(this);
    auto* rows = new QVBoxLayout(inner);
    rows->setContentsMargins(6 * space, 5 * space, 6 * space, 4 * space);
    rows->addLayout(m_rows);
    rows->addWidget(m_others);
    rows->addStretch(1);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setWidget(inner);
    auto* save = m_buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
    save->setObjectName(QStringLiteral("keepService"));
    setKind(*save, QStringLiteral("primary"));
    m_buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    auto* note = new QLabel(tr("It holds from the next start of Delpek on."), this);
    note->setFont(m_context.theme.small());
    note->setProperty("kind", QStringLiteral("muted"));
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(6 * space, 2 * space, 6 * space, 4 * space);
    foot->setSpacing(2 * space);
    foot->addWidget(m_trouble);
    foot->addWidget(note);
    foot->addWidget(m_buttons);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_area, 1);
    column->addLayout(foot);
    resize(serviceFormWidth, serviceFormHeight);
}

/// "Car park" -> "car_park", as long as nobody wrote another name.
void ServiceForm::proposeId()
{
    if (!isNew() || m_id->isModified()) {
        return;
    }
    static const QRegularExpression others(QStringLiteral("[^a-z0-9]+"));
    QString id = m_englishName->text().toLower().replace(others, QStringLiteral("_")).left(40);
    while (id.endsWith(QLatin1Char('_'))) {
        id.chop(1);
    }
    while (!id.isEmpty() && (id[0] < QLatin1Char('a') || id[0] > QLatin1Char('z'))) {
        id.remove(0, 1);
    }
    m_id->setText(id);
    m_id->setModified(false);
}

desk::ServiceDraft ServiceForm::entered() const
{
    desk::ServiceDraft draft = m_entry.draft;
    draft.id = m_id->text().trimmed();
    draft.name = {m_hebrewName->text().simplified(), m_englishName->text().simplified()};
    if (isNew()) {
        draft.by = By(m_kind->currentData().toInt());
    }
    draft.hebrewKeywords = linesOf(*m_hebrewKeywords);
    draft.englishKeywords = linesOf(*m_englishKeywords);
    draft.mostWords = m_mostWords->value();
    if (!m_roles->isHidden()) {
        draft.roles = rolesOf(m_roles->currentData().toString());
    }
    draft.opening = Opening(m_opening->currentData().toInt());
    draft.hours = draft.opening == Opening::Own ? m_week->hours() : domain::WeeklyHours();
    draft.closed = draft.opening == Opening::Always ? desk::ServiceText() : m_closed->text();
    if (draft.by == By::Form) {
        draft.done = m_done->text();
        draft.minutes = m_minutes->value();
    } else {
        draft.answer = m_answer->text();
    }
    draft.notices = m_notices->notices();
    return draft;
}

void ServiceForm::check(bool keepsThen)
{
    m_typing.stop();
    const int asked = ++m_asked;
    m_buttons->setEnabled(!keepsThen);
    whenDone(m_context.desk.serviceRoom().check(entered()), this, [this, asked, keepsThen](const auto& checked) {
        if (asked != m_asked) {
            return;
        }
        m_buttons->setEnabled(true);
        if (!checked) {
            m_trouble->setText(words::sentence(checked.error()));
            m_trouble->show();
            return;
        }
        auto findings = *checked;
        if (isNew() && m_taken.contains(m_id->text().trimmed())) {
            findings.push_back({QStringLiteral("/id"), QStringLiteral("taken")});
        }
        const bool saysHours = std::ranges::any_of(
            findings, [](const auto& one) { return one.place.startsWith(QLatin1String("/hours")); });
        if (!saysHours && Opening(m_opening->currentData().toInt()) == Opening::Own && !m_week->isFine()) {
            findings.push_back({QStringLiteral("/hours"), QStringLiteral("hours")});
        }
        // A form that is being filled in for the first time has holes; that is no news.
        const bool isWhole = findings.empty();
        if (!m_tried) {
            std::erase_if(findings, [](const auto& one) { return one.rules.isEmpty(); });
        }
        showFindings(findings);
        if (keepsThen && isWhole) {
            keep();
        }
    });
}

void ServiceForm::showFindings(const std::vector<desk::ServiceFinding>& findings)
{
    for (auto* text : {m_answer, m_closed, m_done}) {
        text->showFindings(findings);
    }
    m_notices->showFindings(findings);
    QStringList known{QStringLiteral("/announcements"), QStringLiteral("/closed")};
    known << (m_entry.draft.by == By::Form ? QStringLiteral("/done") : QStringLiteral("/answer"));
    for (const auto& [place, label] : m_troubles) {
        showFindingsAt(*label, place, findings);
        known << place;
    }
    QStringList others;
    for (const auto& one : findings) {
        const bool hasField = std::ranges::any_of(known, [&](const QString& place) {
            return one.place == place || one.place.startsWith(place + QLatin1Char('/'));
        });
        if (!hasField) {
            others << servicewords::findingAtPlace(one);
        }
    }
    m_others->setText(others.join(QLatin1Char('\n')));
    m_others->setVisible(!others.isEmpty());
    m_trouble->setText(tr("Not saved yet: %n place(s) above need a look.", nullptr, int(findings.size())));
    m_trouble->setVisible(m_tried && !findings.empty());
}

void ServiceForm::reject()
{
    if (m_leave.mayLeave(entered() != m_begun, *m_trouble)) {
        QDialog::reject();
    }
}

void ServiceForm::keep()
{
    // What is typed while it is kept would be lost.
    m_area->setEnabled(false);
    m_buttons->setEnabled(false);
    whenDone(m_context.desk.serviceRoom().keep(entered(), m_entry.stamp), this, [this](const auto& done) {
        m_area->setEnabled(true);
        m_buttons->setEnabled(true);
        if (!done) {
            m_trouble->setText(words::sentence(done.error()));
            m_trouble->show();
            return;
        }
        Q_EMIT kept();
        accept();
    });
}

void ServiceForm::refresh()
{
    const auto opening = Opening(m_opening->currentData().toInt());
    const auto show = [this](QWidget* field, bool isShown) {
        field->setVisible(isShown);
        if (auto* label = m_rows->labelForField(field)) {
            label->setVisible(isShown);
        }
    };
    m_weekTitle->setVisible(opening == Opening::Own);
    show(m_week, opening == Opening::Own);
    show(m_closed, opening != Opening::Always);
}

} // namespace delpek::ui
