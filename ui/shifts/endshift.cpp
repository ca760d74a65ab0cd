// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shifts/endshift.h"

#include "desk/desk.h"
#include "domain/isolate.h"
#include "ui/call.h"
#include "ui/escalations/cardlabel.h"
#include "ui/shifts/sheetdocument.h"
#include "ui/shifts/shiftwords.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTextBrowser>
#include <QTextEdit>
#include <QVBoxLayout>

namespace delpek::ui
{

namespace
{

constexpr int endWidth = 640;
constexpr int wordsHeight = 88;
constexpr int heldRows = 5;
/// Behind the last key.
constexpr auto keepAfter = std::chrono::milliseconds(800);
constexpr domain::Fate fates[] = {domain::Fate::ToAgent, domain::Fate::ToAnyone, domain::Fate::Kept};

} // namespace

EndShift::EndShift(const Context& context, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_title(new QLabel(this))
    , m_words(new QTextEdit(this))
    , m_heldHeading(new QLabel(tr("Conversations that you hold"), this))
    , m_held(new QScrollArea(this))
    , m_rest(new QTextBrowser(this))
    , m_trouble(new QLabel(this))
    , m_end(new QPushButton(tr("End the shift"), this))
    , m_stay(new QPushButton(tr("Not yet"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("End my shift"));
    build();
    m_keep.setSingleShot(true);
    m_keep.setInterval(keepAfter);
    connect(&m_keep, &QTimer::timeout, this, &EndShift::keepWords);
    connect(m_words, &QTextEdit::textChanged, &m_keep, qOverload<>(&QTimer::start));
    connect(m_end, &QPushButton::clicked, this, &EndShift::end);
    connect(m_stay, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_rest, &QTextBrowser::anchorClicked, this, &EndShift::follow);
    read();
}

void EndShift::build()
{
    m_words->setObjectName(QStringLiteral("shiftWords"));
    m_rest->setObjectName(QStringLiteral("shiftRest"));
    m_trouble->setObjectName(QStringLiteral("formTrouble"));
    m_end->setObjectName(QStringLiteral("endShift"));
    m_stay->setObjectName(QStringLiteral("stayOnShift"));
    m_title->setFont(m_context.theme.title());
    m_title->setTextFormat(Qt::PlainText);
    auto* wordsLabel = new QLabel(tr("&In your own words, for who comes next"), this);
    wordsLabel->setFont(m_context.theme.strong());
    wordsLabel->setBuddy(m_words);
    m_words->setAcceptRichText(false);
    m_words->setTabChangesFocus(true);
    m_words->setFixedHeight(wordsHeight);
    m_words->setPlaceholderText(tr("The lab brings two crowns before ten. The printer is out of paper."));
    auto* hint = cardLabel(
        *this, tr("About one patient better write an internal note in the conversation: it stays there."), "muted");
    hint->setFont(m_context.theme.small());
    m_heldHeading->setFont(m_context.theme.strong());
    m_held->setWidgetResizable(true);
    m_held->setFrameShape(QFrame::NoFrame);
    m_held->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_rest->setOpenLinks(false);
    m_rest->setAccessibleName(tr("What else is open"));
    m_trouble->setWordWrap(true);
    m_trouble->hide();
    setKind(*m_end, QStringLiteral("primary"));
    m_end->setAutoDefault(false);
    m_stay->setAutoDefault(false);
    m_end->setEnabled(false);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(2 * space);
    buttons->addStretch(1);
    buttons->addWidget(m_stay);
    buttons->addWidget(m_end);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6 * space, 5 * space, 6 * space, 5 * space);
    column->setSpacing(2 * space);
    column->addWidget(m_title);
    column->addSpacing(space);
    column->addWidget(wordsLabel);
    column->addWidget(m_words);
    column->addWidget(hint);
    column->addSpacing(space);
    column->addWidget(m_heldHeading);
    column->addWidget(m_held);
    column->addWidget(m_rest, 1);
    column->addWidget(m_trouble);
    column->addLayout(buttons);
    resize(endWidth, 640);
}

void EndShift::read()
{
    whenDone(m_context.desk.shifts().draft(), this, [this](const auto& sheet) {
        if (sheet) {
            showSheet(*sheet);
        } else {
            tell(words::sentence(sheet.error()));
        }
    });
}

void EndShift::showSheet(const desk::HandOverSheet& sheet)
{
    m_sheet = sheet;
    const auto now = m_context.desk.now();
    m_title->setText(words::sheetTitle(sheet.shift, now));
    m_kept = sheet.shift.words;
    m_words->setPlainText(m_kept);
    m_keep.stop();
    auto* held = new QWidget(m_held);
    auto* grid = new QGridLayout(held);
    grid->setContentsMargins(0, 0, 2 * space, 0);
    grid->setHorizontalSpacing(3 * space);
    grid->setVerticalSpacing(space);
    grid->setColumnStretch(0, 1);
    for (const auto& row : sheet.rows) {
        if (row.line.kind == domain::LineKind::Held) {
            addHeld(*grid, row);
        }
    }
    m_held->setWidget(held);
    m_heldHeading->setVisible(!m_fates.empty());
    m_held->setVisible(!m_fates.empty());
    if (!m_fates.empty()) {
        const int rowHeight = held->sizeHint().height() / int(m_fates.size());
        m_held->setFixedHeight(rowHeight * std::min(int(m_fates.size()), heldRows) + space);
    }
    fillSheetDocument(*m_rest->document(), sheet, now, {.isLinked = true, .withHead = false, .withHeld = false});
    m_rest->moveCursor(QTextCursor::Start);
    m_isRead = true;
    m_end->setEnabled(true);
    m_words->setFocus();
}

void EndShift::addHeld(QGridLayout& grid, const desk::SheetRow& row)
{
    const QString name = domain::isolate(words::title(row.conversation));
    const QString facts = words::lineFacts(row, m_sheet.shift, m_context.desk.now());
    auto* label = cardLabel(*this, directed(*this, facts.isEmpty() ? name : tr("%1 · %2").arg(name, facts)));
    auto* fate = new QComboBox(this);
    const bool isEscalated = std::ranges::any_of(m_sheet.rows, [&](const desk::SheetRow& other) {
        return other.line.kind == domain::LineKind::Escalation && other.line.conversation == row.line.conversation;
    });
    for (const auto choice : fates) {
        if (domain::allowedFate(choice, row.conversation, isEscalated) == choice) {
            fate->addItem(words::fate(choice), int(choice));
        }
    }
    fate->setCurrentIndex(fate->findData(int(row.line.fate)));
    fate->setAccessibleName(tr("Where the conversation with %1 goes").arg(name));
    const int line = grid.rowCount();
    grid.addWidget(label, line, 0);
    grid.addWidget(fate, line, 1);
    m_fates[row.line.conversation] = fate;
}

void EndShift::keepWords()
{
    const QString now = m_words->toPlainText();
    if (!m_isRead || m_isEnded || now == m_kept) {
        return;
    }
    m_kept = now;
    whenDone(m_context.desk.shifts().keepWords(now), this,
             [this](const auto& kept) { tell(kept ? QString() : words::sentence(kept.error())); });
}

void EndShift::end()
{
    desk::ShiftEnd end{m_words->toPlainText()};
    for (const auto& [conversation, fate] : m_fates) {
        end.fates[conversation] = domain::Fate(fate->currentData().toInt());
    }
    m_keep.stop();
    setEnding(true);
    whenDone(m_context.desk.shifts().end(end), this, [this](const auto& id) {
        setEnding(false);
        if (!id) {
            return tell(words::sentence(id.error()));
        }
        m_isEnded = true;
        accept();
        Q_EMIT ended(*id);
    });
}

/// What is on its way is not left: what comes behind it would be lost.
void EndShift::setEnding(bool isEnding)
{
    m_isEnding = isEnding;
    m_end->setEnabled(!isEnding);
    m_stay->setEnabled(!isEnding);
}

void EndShift::reject()
{
    if (!m_isEnding) {
        QDialog::reject();
    }
}

void EndShift::follow(const QUrl& link)
{
    if (const auto conversation = conversationOf(link)) {
        reject();
        Q_EMIT openWanted(*conversation);
    }
}

void EndShift::done(int result)
{
    keepWords();
    QDialog::done(result);
}

void EndShift::tell(const QString& trouble)
{
    m_trouble->setText(trouble);
    m_trouble->setVisible(!trouble.isEmpty());
}

} // namespace delpek::ui
