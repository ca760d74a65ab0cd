// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/helpwindow.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QImage>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextCursor>
#include <QVBoxLayout>

namespace delpek::ui
{

namespace
{

constexpr int helpPictureWidth = 640;
constexpr int helpTopicsWidth = 220;

/// Shows pictures of the guide as wide as the text.
class HelpBrowser final : public QTextBrowser
{
public:
    using QTextBrowser::QTextBrowser;

protected:
    QVariant loadResource(int type, const QUrl& name) override
    {
        if (type != QTextDocument::ImageResource) {
            return {};
        }
        const QImage picture(QStringLiteral(":/delpek/guide/") + name.toString());
        return picture.width() > helpPictureWidth ? picture.scaledToWidth(helpPictureWidth, Qt::SmoothTransformation)
                                                  : picture;
    }
    /// Links are pages of the guide; nothing else is followed.
    void doSetSource(const QUrl& /*name*/, QTextDocument::ResourceType /*type*/) override {}
};

} // namespace

HelpWindow::HelpWindow(const Context& context, QWidget* parent)
    : QWidget(parent, Qt::Window)
    , m_context(context)
    , m_search(new QLineEdit(this))
    , m_topics(new QListWidget(this))
    , m_page(new HelpBrowser(this))
{
    setObjectName(QStringLiteral("helpWindow"));
    setAttribute(Qt::WA_StyledBackground);
    m_search->setObjectName(QStringLiteral("helpSearch"));
    m_topics->setObjectName(QStringLiteral("helpTopics"));
    m_page->setObjectName(QStringLiteral("helpPage"));
    m_search->setClearButtonEnabled(true);
    m_page->setOpenLinks(false);
    m_page->setFrameShape(QFrame::NoFrame);
    auto* left = new QVBoxLayout;
    left->setSpacing(2 * space);
    left->addWidget(m_search);
    left->addWidget(m_topics, 1);
    m_search->setFixedWidth(helpTopicsWidth);
    m_topics->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_topics->setFixedWidth(helpTopicsWidth);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(4 * space, 4 * space, 4 * space, 4 * space);
    row->setSpacing(4 * space);
    row->addLayout(left);
    row->addWidget(m_page, 1);
    resize(helpTopicsWidth + helpPictureWidth + 30 * space, 680);

    connect(m_search, &QLineEdit::textChanged, this, &HelpWindow::fill);
    connect(m_topics, &QListWidget::currentRowChanged, this, &HelpWindow::showPage);
    connect(m_page, &QTextBrowser::anchorClicked, this, [this](const QUrl& link) { showTopic(link.toString()); });
    connect(&context.theme, &Theme::changed, this, &HelpWindow::showPage);
    read();
}

void HelpWindow::showTopic(const QString& id)
{
    m_search->clear();
    for (int row = 0; row < m_topics->count(); ++row) {
        if (m_topics->item(row)->data(Qt::UserRole).toString() == id) {
            m_topics->setCurrentRow(row);
        }
    }
    show();
    raise();
    activateWindow();
    m_page->setFocus(Qt::OtherFocusReason);
}

void HelpWindow::read()
{
    m_pages = helpPages(layoutDirection() == Qt::RightToLeft ? domain::Language::Hebrew : domain::Language::English);
    setWindowTitle(tr("Delpek: guide"));
    m_search->setPlaceholderText(tr("Search the guide"));
    m_search->setAccessibleName(tr("Search the guide"));
    m_topics->setAccessibleName(tr("Topics"));
    m_page->setAccessibleName(tr("Page of the guide"));
    fill();
}

/// The topics whose pages hold all words that are searched.
void HelpWindow::fill()
{
    const auto wanted = m_search->text().simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const auto* before = m_topics->currentItem();
    const QString shown = before == nullptr ? QString() : before->data(Qt::UserRole).toString();
    {
        const QSignalBlocker blocker(m_topics);
        m_topics->clear();
        for (const auto& page : m_pages) {
            if (!std::ranges::all_of(
                    wanted, [&](const QString& word) { return page.markdown.contains(word, Qt::CaseInsensitive); })) {
                continue;
            }
            auto* item = new QListWidgetItem(page.title, m_topics);
            item->setData(Qt::UserRole, page.id);
            item->setToolTip(page.title);
            if (page.id == shown) {
                m_topics->setCurrentItem(item);
            }
        }
        if (m_topics->currentItem() == nullptr) {
            m_topics->setCurrentRow(0);
        }
    }
    showPage();
}

void HelpWindow::showPage()
{
    const auto* item = m_topics->currentItem();
    const QString id = item == nullptr ? QString() : item->data(Qt::UserRole).toString();
    const auto page = std::ranges::find(m_pages, id, &HelpPage::id);
    if (page == m_pages.end()) {
        m_page->setPlainText(m_pages.empty() ? tr("The guide is not part of this build.")
                                             : tr("No page has these words."));
        return;
    }
    m_page->document()->setDefaultFont(m_context.theme.body());
    m_page->setMarkdown(page->markdown);
    QTextOption option = m_page->document()->defaultTextOption();
    option.setTextDirection(layoutDirection());
    option.setAlignment(layoutDirection() == Qt::RightToLeft ? Qt::AlignRight | Qt::AlignAbsolute : Qt::AlignLeft);
    m_page->document()->setDefaultTextOption(option);
    // To the first word that was searched.
    const auto words = m_search->text().simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    m_page->moveCursor(QTextCursor::Start);
    if (!words.isEmpty()) {
        m_page->find(words.constFirst());
    }
}

void HelpWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
        return;
    }
    QWidget::keyPressEvent(event);
}

void HelpWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LayoutDirectionChange) {
        read();
    }
    QWidget::changeEvent(event);
}

} // namespace delpek::ui
