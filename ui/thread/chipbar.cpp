// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thread/chipbar.h"

#include "domain/isolate.h"
#include "ui/theme/flowlayout.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/thread/attachmentwords.h"
#include "ui/thread/outgoingfiles.h"
#include "ui/wording.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace delpek::ui
{

namespace
{

constexpr int widestName = 230;

QString iconOf(domain::MessageKind kind)
{
    switch (kind) {
    case domain::MessageKind::Image:
        return QStringLiteral("image");
    case domain::MessageKind::Audio:
        return QStringLiteral("audio");
    default:
        return QStringLiteral("document");
    }
}

} // namespace

ChipBar::ChipBar(const Context& context, OutgoingFiles& files, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_files(files)
    , m_row(new QWidget(this))
    , m_chips(new FlowLayout(m_row, space + 2))
    , m_trouble(new QLabel(this))
{
    m_trouble->setObjectName(QStringLiteral("chipTrouble"));
    m_trouble->setTextFormat(Qt::PlainText);
    m_trouble->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_row);
    column->addWidget(m_trouble);
    connect(&files, &OutgoingFiles::changed, this, [this](domain::ConversationId id) {
        if (id == m_id) {
            rebuild();
        }
    });
    connect(&context.theme, &Theme::changed, this, &ChipBar::rebuild);
}

void ChipBar::setConversation(domain::ConversationId id)
{
    m_id = id;
    rebuild();
}

void ChipBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        rebuild();
    }
    QWidget::changeEvent(event);
}

void ChipBar::rebuild()
{
    while (QLayoutItem* item = m_chips->takeAt(0)) {
        // Now, not later: what is to be seen must not hold two of one file.
        delete item->widget();
        delete item;
    }
    const OutgoingFiles::Parcel parcel = m_id.isValid() ? m_files.of(m_id) : OutgoingFiles::Parcel{};
    if (parcel.place) {
        addChip(QStringLiteral("location"), tr("Location of the clinic"), false,
                [this] { m_files.setPlace(m_id, false); });
    }
    QStringList troubles;
    for (const auto& item : parcel.items) {
        const bool isRead = item.state != OutgoingFiles::State::Reading;
        const auto kind = desk::kindOfFile(item.content.type);
        const QFontMetrics metrics(m_context.theme.small());
        const QString name = metrics.elidedText(item.content.name, Qt::ElideMiddle, widestName);
        const QString text =
            isRead ? tr("%1 · %2 · %3")
                         .arg(domain::isolate(name), domain::isolate(attachmentwords::sizeText(item.size)),
                              words::attachment(kind))
                   : tr("%1 · being read …").arg(domain::isolate(name));
        const bool refused = item.state == OutgoingFiles::State::Refused;
        addChip(iconOf(kind), text, refused, [this, number = item.number] { m_files.remove(m_id, number); });
        if (refused) {
            troubles << tr("%1 cannot be sent. %2").arg(domain::isolate(name), words::sentence(item.error));
        }
    }
    m_trouble->setText(troubles.join(QLatin1Char('\n')));
    m_trouble->setVisible(!troubles.isEmpty());
    m_trouble->setFont(m_context.theme.small());
    m_row->updateGeometry();
    updateGeometry();
}

void ChipBar::addChip(const QString& iconName, const QString& text, bool refused, std::function<void()> remove)
{
    const Colours& colours = m_context.theme.colours();
    auto* chip = new QFrame(m_row);
    chip->setObjectName(refused ? QStringLiteral("fileChipRefused") : QStringLiteral("fileChip"));
    auto* drawing = new QLabel(chip);
    drawing->setPixmap(iconPixmap(refused ? QStringLiteral("failed") : iconName,
                                  refused ? colours.emergency : colours.muted, 16, devicePixelRatioF()));
    auto* label = new QLabel(text, chip);
    label->setTextFormat(Qt::PlainText);
    label->setFont(m_context.theme.small());
    auto* button = new QToolButton(chip);
    button->setObjectName(QStringLiteral("removeChip"));
    button->setAutoRaise(true);
    button->setIcon(icon(QStringLiteral("close"), colours.muted));
    button->setIconSize({14, 14});
    button->setAccessibleName(tr("Leave out: %1").arg(text));
    button->setToolTip(tr("Leave it out"));
    // The chip goes with its button, so only once the click is over.
    connect(button, &QToolButton::clicked, this, std::move(remove), Qt::QueuedConnection);
    auto* row = new QHBoxLayout(chip);
    row->setContentsMargins(8, 3, 4, 3);
    row->setSpacing(6);
    row->addWidget(drawing);
    row->addWidget(label);
    row->addWidget(button);
    m_chips->addWidget(chip);
    chip->show();
}

} // namespace delpek::ui
