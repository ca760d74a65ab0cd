// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patient/codeform.h"

#include "desk/desk.h"
#include "desk/patientcards.h"
#include "domain/isolate.h"
#include "ui/application.h"
#include "ui/call.h"
#include "ui/escalations/cardlabel.h"
#include "ui/patient/patientwords.h"
#include "ui/printdocument.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QClipboard>
#include <QComboBox>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTextBlockFormat>
#include <QTextCursor>
#include <QTextDocument>
#include <QVBoxLayout>

namespace delpek::ui
{

namespace
{

constexpr int codeFormWidth = 420;
constexpr int usualDays = 90;
constexpr double codeSize = 2.4; ///< times the text of the window

/// In two groups, to be read out and typed.
QString grouped(const QString& code)
{
    return code.left(4) + QLatin1Char(' ') + code.mid(4);
}

} // namespace

CodeForm::CodeForm(const Context& context, const QString& patient, const QString& name, bool hasCode, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_patient(patient)
    , m_name(name)
    , m_said(cardLabel(*this))
    , m_holds(new QComboBox(this))
    , m_code(new QLabel(this))
    , m_once(cardLabel(*this))
    , m_trouble(new QLabel(this))
    , m_make(new QPushButton(tr("Make the code"), this))
    , m_copy(new QPushButton(tr("Copy"), this))
    , m_print(new QPushButton(tr("Print…"), this))
    , m_close(new QPushButton(tr("Cancel"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Code for parents"));
    m_holds->setObjectName(QStringLiteral("codeHolds"));
    m_code->setObjectName(QStringLiteral("madeCode"));
    m_trouble->setObjectName(QStringLiteral("formTrouble"));
    m_make->setObjectName(QStringLiteral("makeCodeNow"));
    m_copy->setObjectName(QStringLiteral("copyCode"));
    m_print->setObjectName(QStringLiteral("printCode"));
    m_close->setObjectName(QStringLiteral("closeCode"));
    for (const int days : {7, 30, usualDays, 365}) {
        m_holds->addItem(tr("%n days", nullptr, days), days);
    }
    m_holds->setCurrentIndex(m_holds->findData(usualDays));
    const QString who = domain::isolate(name);
    m_said->setText(tr("With this code the parents of %1 prove in a chat who they are. Give it to them only after you "
                       "know that they are the parents.")
                        .arg(who) +
                    (hasCode ? QLatin1Char('\n') + tr("The code that is in force now ends.") : QString()));
    for (QLabel* label : {m_said, m_once, m_trouble}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setAlignment(leading(*this));
        label->setFixedWidth(codeFormWidth);
    }
    QFont large = context.theme.strong();
    large.setPointSizeF(large.pointSizeF() * codeSize);
    m_code->setFont(large);
    m_code->setAlignment(Qt::AlignCenter);
    // Digits are read from the left in both languages.
    m_code->setLayoutDirection(Qt::LeftToRight);
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_make->setProperty("kind", QStringLiteral("primary"));
    m_make->setDefault(true);
    for (QWidget* later : std::initializer_list<QWidget*>{m_code, m_once, m_trouble, m_copy, m_print}) {
        later->hide();
    }
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(5 * space);
    form->setLabelAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    form->addRow(tr("&Valid for"), m_holds);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(2 * space);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_print);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_make);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6 * space, 5 * space, 6 * space, 5 * space);
    column->setSpacing(3 * space);
    column->addWidget(m_said);
    column->addLayout(form);
    column->addWidget(m_code);
    column->addWidget(m_once);
    column->addWidget(m_trouble);
    column->addLayout(buttons);
    connect(m_make, &QPushButton::clicked, this, &CodeForm::make);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(QString(m_shown).remove(QLatin1Char(' '))); });
    connect(m_print, &QPushButton::clicked, this, &CodeForm::print);
    connect(m_close, &QPushButton::clicked, this, &CodeForm::reject);
}

/// The old code ends with the new one: whoever asked for it sees it.
void CodeForm::reject()
{
    if (!m_isMaking) {
        QDialog::reject();
    }
}

void CodeForm::make()
{
    const auto holds = std::chrono::hours(24 * m_holds->currentData().toInt());
    const base::Instant until = m_context.desk.now() + holds;
    m_isMaking = true;
    m_make->setEnabled(false);
    m_close->setEnabled(false);
    m_holds->setEnabled(false);
    m_trouble->hide();
    whenDone(m_context.desk.patientCards().makeCode(m_patient, holds), this, [this, until](const auto& code) {
        m_isMaking = false;
        m_make->setEnabled(true);
        m_close->setEnabled(true);
        m_holds->setEnabled(true);
        if (!code) {
            m_trouble->setText(words::sentence(code.error()));
            m_trouble->show();
            return;
        }
        show(*code, until);
        Q_EMIT made();
    });
}

void CodeForm::show(const QString& code, base::Instant until)
{
    m_shown = grouped(code);
    m_until = patientwords::date(words::localDate(until));
    m_code->setText(m_shown);
    m_code->setAccessibleName(tr("The code: %1").arg(m_shown));
    m_said->setText(tr("The code for the parents of %1, valid until %2:").arg(domain::isolate(m_name), m_until));
    m_once->setText(tr("It is shown this one time and kept nowhere. Whoever loses it gets a new one."));
    static_cast<QFormLayout*>(layout()->itemAt(1)->layout())->setRowVisible(m_holds, false);
    m_make->hide();
    m_close->setText(tr("Close"));
    for (QWidget* now : std::initializer_list<QWidget*>{m_code, m_once, m_copy, m_print}) {
        now->show();
    }
    m_copy->setFocus();
    adjustSize();
}

void CodeForm::print()
{
    printDocument(this, [name = m_name, code = m_shown, until = m_until](QTextDocument& paper) {
        fillCodePaper(paper, name, code, until);
    });
}

void fillCodePaper(QTextDocument& document, const QString& name, const QString& code, const QString& until)
{
    QTextCursor cursor(&document);
    QTextBlockFormat block;
    block.setLayoutDirection(QGuiApplication::layoutDirection());
    block.setBottomMargin(12);
    QTextCharFormat plain;
    plain.setFontPointSize(12);
    QTextCharFormat large;
    large.setFontPointSize(28);
    large.setFontWeight(QFont::DemiBold);
    cursor.setBlockFormat(block);
    cursor.insertText(CodeForm::tr("The code for the parents of %1, valid until %2:").arg(domain::isolate(name), until),
                      plain);
    cursor.insertBlock(block);
    cursor.insertText(domain::isolate(code), large);
    cursor.insertBlock(block);
    cursor.insertText(CodeForm::tr("Keep it to yourselves. The clinic asks for it when you write about your child."),
                      plain);
}

} // namespace delpek::ui
