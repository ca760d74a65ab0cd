// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shifts/sheetbook.h"

#include "desk/desk.h"
#include "domain/isolate.h"
#include "ui/call.h"
#include "ui/changefeed.h"
#include "ui/escalations/cardlabel.h"
#include "ui/rights.h"
#include "ui/shifts/sheetdocument.h"
#include "ui/shifts/shiftwords.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace delpek::ui
{

namespace
{

constexpr int sheetsListed = 60;
constexpr int listWidth = 210;

} // namespace

SheetBook::SheetBook(const Context& context, domain::ShiftId first, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_wanted(first)
    , m_list(new QListWidget(this))
    , m_view(new QTextBrowser(this))
    , m_trouble(new QLabel(this))
    , m_read(new QPushButton(tr("I have read it"), this))
    , m_print(new QPushButton(tr("Print…"), this))
    , m_close(new QPushButton(tr("Close"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Hand-over sheets"));
    build();
    connect(m_list, &QListWidget::currentRowChanged, this, &SheetBook::showCurrent);
    connect(m_read, &QPushButton::clicked, this, &SheetBook::acknowledge);
    connect(m_print, &QPushButton::clicked, this, [this] { printSheet(*m_sheet, m_context.desk.now(), this); });
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_view, &QTextBrowser::anchorClicked, this, [this](const QUrl& link) {
        if (const auto conversation = conversationOf(link)) {
            reject();
            Q_EMIT openWanted(*conversation);
        }
    });
    connect(&context.feed, &ChangeFeed::changed, this, [this](const std::vector<domain::Change>& changes) {
        if (std::ranges::find(changes, domain::Topic::Shift, &domain::Change::topic) != changes.end()) {
            read();
        }
    });
    read();
}

void SheetBook::build()
{
    m_list->setObjectName(QStringLiteral("sheetList"));
    m_view->setObjectName(QStringLiteral("sheetView"));
    m_trouble->setObjectName(QStringLiteral("formTrouble"));
    m_read->setObjectName(QStringLiteral("sheetRead"));
    m_print->setObjectName(QStringLiteral("sheetPrint"));
    m_list->setAccessibleName(windowTitle());
    m_list->setFixedWidth(listWidth);
    m_list->setWordWrap(true);
    m_view->setOpenLinks(false);
    m_view->setAccessibleName(tr("The sheet"));
    m_trouble->setWordWrap(true);
    m_trouble->hide();
    setKind(*m_read, QStringLiteral("primary"));
    for (QPushButton* button : {m_read, m_print, m_close}) {
        button->setAutoDefault(false);
    }
    m_read->hide();
    m_print->setEnabled(false);
    auto* panes = new QHBoxLayout;
    panes->setSpacing(3 * space);
    panes->addWidget(m_list);
    panes->addWidget(m_view, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(2 * space);
    buttons->addWidget(m_print);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_read);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(5 * space, 5 * space, 5 * space, 5 * space);
    column->setSpacing(3 * space);
    column->addLayout(panes, 1);
    column->addWidget(m_trouble);
    column->addLayout(buttons);
    resize(800, 560);
}

void SheetBook::read()
{
    whenDone(m_context.desk.shifts().sheets(sheetsListed), this, [this](const auto& heads) {
        if (heads) {
            fill(*heads);
        } else {
            tell(words::sentence(heads.error()));
        }
    });
}

void SheetBook::fill(const std::vector<desk::SheetHead>& heads)
{
    if (const auto* current = m_list->currentItem()) {
        m_wanted = {current->data(Qt::UserRole).toLongLong()};
    }
    const auto now = m_context.desk.now();
    const bool mayAcknowledge = mayDo(m_context, domain::Right::Converse);
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const auto& head : heads) {
            const QString title = words::sheetTitle(head.shift, now);
            const bool isNew = !head.isRead && mayAcknowledge;
            auto* item = new QListWidgetItem(isNew ? tr("%1\nNot read yet").arg(title) : title, m_list);
            item->setData(Qt::UserRole, head.shift.id.value);
            item->setFont(isNew ? m_context.theme.strong() : m_context.theme.body());
            if (head.shift.id == m_wanted) {
                m_list->setCurrentItem(item);
            }
        }
        if (m_list->currentRow() < 0) {
            m_list->setCurrentRow(0);
        }
    }
    if (heads.empty()) {
        m_view->setPlainText(tr("Nobody has ended a shift yet. A sheet is made whenever somebody does."));
    }
    showCurrent();
}

void SheetBook::showCurrent()
{
    const auto* current = m_list->currentItem();
    if (current == nullptr) {
        return;
    }
    const domain::ShiftId id{current->data(Qt::UserRole).toLongLong()};
    whenDone(m_context.desk.shifts().sheet(id), this, [this, id](const auto& sheet) {
        const auto* item = m_list->currentItem();
        if (item == nullptr || item->data(Qt::UserRole).toLongLong() != id.value) {
            return; // another one was chosen meanwhile
        }
        if (!sheet) {
            return tell(words::sentence(sheet.error()));
        }
        tell({});
        showSheet(*sheet);
    });
}

void SheetBook::showSheet(const desk::HandOverSheet& sheet)
{
    m_sheet = sheet;
    fillSheetDocument(*m_view->document(), sheet, m_context.desk.now(), {.isLinked = true});
    m_view->moveCursor(QTextCursor::Start);
    m_print->setEnabled(true);
    m_read->setVisible(!sheet.isRead && mayDo(m_context, domain::Right::Converse));
    m_read->setEnabled(true);
}

void SheetBook::acknowledge()
{
    m_read->setEnabled(false);
    whenDone(m_context.desk.shifts().acknowledge(m_sheet->shift.id), this, [this](const auto& done) {
        if (!done) {
            m_read->setEnabled(true);
            return tell(words::sentence(done.error()));
        }
        read();
    });
}

void SheetBook::tell(const QString& trouble)
{
    m_trouble->setText(trouble);
    m_trouble->setVisible(!trouble.isEmpty());
}

} // namespace delpek::ui
