// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/findingslist.h"

#include "domain/isolate.h"
#include "ui/application.h"
#include "ui/insights/healthpanel.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace delpek::ui
{

namespace
{

HealthState healthOf(domain::FindingState state)
{
    return state == domain::FindingState::Good        ? HealthState::Good
           : state == domain::FindingState::Attention ? HealthState::Attention
                                                      : HealthState::Bad;
}

} // namespace

FindingsList::FindingsList(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2 * space);
}

void FindingsList::show(const std::vector<desk::SetupFinding>& findings)
{
    qDeleteAll(findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    for (const desk::SetupFinding& finding : findings) {
        addRow(finding);
    }
    setVisible(!findings.empty());
}

void FindingsList::addRow(const desk::SetupFinding& finding)
{
    const HealthState state = healthOf(finding.state);
    const QString word = state == HealthState::Good        ? tr("In order")
                         : state == HealthState::Attention ? tr("To look at")
                                                           : tr("Fault");
    const domain::Language language = currentLanguage();
    const QString detail = finding.detail.isEmpty() ? QString() : domain::isolate(finding.detail);
    // A sentence may begin with a name in Latin letters: its line still runs the way of the language.
    const QString mark = language == domain::Language::Hebrew ? QString(QChar(0x200F)) : QString();
    const QString text = finding.sentence.in(language);
    const QString sentence = text.isEmpty() ? QString() : mark + text;
    auto* row = new QWidget(this);
    row->setObjectName(QStringLiteral("finding"));
    row->setAccessibleName(QStringLiteral("%1: %2. %3 %4").arg(finding.subject.in(language), word, text, detail));
    auto* shape = new QLabel(row);
    shape->setPixmap(healthMark(m_theme.colours(), state, devicePixelRatioF()));
    auto* head = new QLabel(tr("%1: %2").arg(domain::isolate(finding.subject.in(language)), word), row);
    head->setFont(m_theme.strong());
    auto* body = new QLabel(sentence.isEmpty() ? detail
                            : detail.isEmpty() ? sentence
                                               : sentence + QLatin1Char('\n') + detail,
                            row);
    body->setWordWrap(true);
    body->setTextInteractionFlags(Qt::TextSelectableByMouse);
    body->setFont(m_theme.small());
    body->setAlignment(leading(*this) | Qt::AlignTop);
    body->setVisible(!body->text().isEmpty());
    auto* grid = new QGridLayout(row);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(2 * space);
    grid->setVerticalSpacing(2);
    grid->addWidget(shape, 0, 0);
    grid->addWidget(head, 0, 1);
    grid->addWidget(body, 1, 1);
    grid->setColumnStretch(1, 1);
    layout()->addWidget(row);
}

} // namespace delpek::ui
