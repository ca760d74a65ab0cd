// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/servicetextfield.h"

#include "ui/escalations/cardlabel.h"
#include "ui/services/servicewords.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QTextEdit>
#include <QTextOption>

namespace delpek::ui
{

namespace
{

constexpr int textLines = 3;
constexpr const char* formNames[] = {"", ".female", ".male"};

} // namespace

bool showFindingsAt(QLabel& label, const QString& place, const std::vector<desk::ServiceFinding>& findings)
{
    QStringList lines;
    for (const auto& one : findings) {
        if (one.place == place || one.place.startsWith(place + QLatin1Char('/'))) {
            lines << servicewords::finding(one);
        }
    }
    lines.removeDuplicates();
    label.setText(lines.join(QLatin1Char('\n')));
    label.setVisible(!lines.isEmpty());
    return !lines.isEmpty();
}

ServiceTextField::ServiceTextField(const Theme& theme, QString place, QWidget* parent)
    : QWidget(parent)
    , m_place(std::move(place))
    , m_forms(new QCheckBox(tr("Other words for a woman and a man"), this))
    , m_trouble(troubleLabel(this))
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(2 * space);
    grid->setVerticalSpacing(space);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    const QString names[] = {tr("When it is not known"), tr("To a woman"), tr("To a man")};
    for (int form = 0; form < 3; ++form) {
        m_names[form] = new QLabel(names[form], this);
        m_names[form]->setFont(theme.small());
        m_names[form]->setProperty("kind", QStringLiteral("muted"));
        grid->addWidget(m_names[form], 2 * form, 0, 1, 2);
        for (int language = 0; language < 2; ++language) {
            m_edits[language][form] = addEdit(theme, language, form);
            grid->addWidget(m_edits[language][form], 2 * form + 1, language);
        }
    }
    grid->addWidget(m_forms, 6, 0, 1, 2);
    grid->addWidget(m_trouble, 7, 0, 1, 2);
    m_forms->setObjectName(m_place + QStringLiteral(".forms"));
    connect(m_forms, &QCheckBox::toggled, this, [this](bool on) {
        for (auto& edits : m_edits) {
            for (int form = 1; on && form < 3; ++form) {
                if (edits[form]->toPlainText().isEmpty()) {
                    edits[form]->setPlainText(edits[0]->toPlainText());
                }
            }
        }
        showForms();
        Q_EMIT edited();
    });
    showForms();
}

QTextEdit* ServiceTextField::addEdit(const Theme& theme, int language, int form)
{
    auto* edit = new QTextEdit(this);
    const bool isHebrew = language == int(domain::Language::Hebrew);
    edit->setObjectName(m_place + (isHebrew ? QStringLiteral("/he") : QStringLiteral("/en")) +
                        QLatin1String(formNames[form]));
    edit->setAcceptRichText(false);
    edit->setTabChangesFocus(true);
    edit->setLayoutDirection(isHebrew ? Qt::RightToLeft : Qt::LeftToRight);
    QTextOption option = edit->document()->defaultTextOption();
    option.setTextDirection(edit->layoutDirection());
    edit->document()->setDefaultTextOption(option);
    edit->setPlaceholderText(isHebrew ? QStringLiteral("עברית") : QStringLiteral("English"));
    edit->setAccessibleName(isHebrew ? tr("In Hebrew") : tr("In English"));
    edit->setFixedHeight(textLines * QFontMetrics(theme.body()).lineSpacing() + 4 * space);
    connect(edit, &QTextEdit::textChanged, this, &ServiceTextField::edited);
    return edit;
}

void ServiceTextField::showForms()
{
    const bool on = m_forms->isChecked();
    for (int form = 0; form < 3; ++form) {
        m_names[form]->setVisible(on);
        for (auto& edits : m_edits) {
            edits[form]->setVisible(on || form == 0);
        }
    }
}

void ServiceTextField::setText(const desk::ServiceText& text)
{
    const desk::ServiceForms* forms[2] = {};
    forms[int(domain::Language::Hebrew)] = &text.hebrew;
    forms[int(domain::Language::English)] = &text.english;
    for (int language = 0; language < 2; ++language) {
        m_edits[language][0]->setPlainText(forms[language]->neutral);
        m_edits[language][1]->setPlainText(forms[language]->female);
        m_edits[language][2]->setPlainText(forms[language]->male);
    }
    m_forms->setChecked(text.hebrew.differ() || text.english.differ());
    showForms();
}

desk::ServiceText ServiceTextField::text() const
{
    const auto forms = [this](domain::Language language) {
        const auto& edits = m_edits[int(language)];
        const auto written = [&](int form) { return edits[form]->toPlainText().trimmed(); };
        return m_forms->isChecked() ? desk::ServiceForms{written(0), written(1), written(2)}
                                    : desk::ServiceForms::same(written(0));
    };
    return {forms(domain::Language::Hebrew), forms(domain::Language::English)};
}

bool ServiceTextField::showFindings(const std::vector<desk::ServiceFinding>& findings)
{
    return showFindingsAt(*m_trouble, m_place, findings);
}

} // namespace delpek::ui
