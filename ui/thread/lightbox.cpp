// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thread/lightbox.h"

#include "desk/desk.h"
#include "ui/call.h"
#include "ui/theme/icons.h"
#include "ui/thread/attachmentwords.h"
#include "ui/thread/picture.h"
#include "ui/thread/threadwindow.h"
#include "ui/wording.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QStyle>
#include <QToolButton>

namespace delpek::ui
{

namespace
{

constexpr int bar = 52;
constexpr int button = 40;
constexpr int gap = 12;
/// On a dark ground in both themes: a picture is looked at, not the window.
const QColor ground(10, 14, 16, 238);
const QColor ink(0xf2f5f6);

} // namespace

LightBox::LightBox(const Context& context, const ThreadWindow& pictures, const QString& patient, QWidget* over)
    : QWidget(over)
    , m_context(context)
    , m_pictures(pictures)
    , m_patient(patient)
    , m_title(new QLabel(this))
    , m_trouble(new QLabel(this))
    , m_close(new QToolButton(this))
    , m_save(new QToolButton(this))
    , m_before(new QToolButton(this))
    , m_after(new QToolButton(this))
{
    setObjectName(QStringLiteral("lightBox"));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Picture"));
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const auto dress = [](QToolButton* tool, const char* name, const QIcon& drawing, const QString& text) {
        tool->setObjectName(QLatin1String(name));
        tool->setIcon(drawing);
        tool->setIconSize({22, 22});
        tool->setToolTip(text);
        tool->setAccessibleName(text);
        tool->setFocusPolicy(Qt::NoFocus);
    };
    dress(m_close, "lightBoxClose", icon(QStringLiteral("close"), ink), tr("Close (Esc)"));
    dress(m_save, "lightBoxSave", icon(QStringLiteral("down"), ink), tr("Save the picture"));
    dress(m_before, "lightBoxBefore", icon(QStringLiteral("next"), ink, !mirrored), tr("The picture before"));
    dress(m_after, "lightBoxAfter", icon(QStringLiteral("next"), ink, mirrored), tr("The next picture"));
    for (auto* label : {m_title, m_trouble}) {
        label->setTextFormat(Qt::PlainText);
    }
    m_trouble->setAlignment(Qt::AlignCenter);
    m_trouble->setWordWrap(true);
    connect(m_close, &QToolButton::clicked, this, &QWidget::close);
    connect(m_save, &QToolButton::clicked, this, [this] { Q_EMIT saveWanted(m_id); });
    connect(m_before, &QToolButton::clicked, this, [this] { go(-1); });
    connect(m_after, &QToolButton::clicked, this, [this] { go(1); });
    over->installEventFilter(this);
    setGeometry(over->rect());
}

std::vector<domain::MessageId> LightBox::all() const
{
    std::vector<domain::MessageId> ids;
    for (const domain::Message& message : m_pictures.messages()) {
        if (!message.deleted && message.attachment && picture::canShow(*message.attachment)) {
            ids.push_back(message.id);
        }
    }
    return ids;
}

void LightBox::show(domain::MessageId id)
{
    const auto& messages = m_pictures.messages();
    const auto message = std::ranges::find(messages, id, &domain::Message::id);
    if (message == messages.end() || !message->attachment) {
        return;
    }
    m_id = id;
    m_image = {};
    m_trouble->clear();
    const QString who = words::author(message->author, message->isIncoming() ? m_patient : message->authorName);
    m_title->setText(
        tr("%1 · %2 · %3")
            .arg(who, words::ended(message->sentAt, m_context.desk.now()), attachmentwords::title(*message)));
    const auto ids = all();
    m_before->setEnabled(!ids.empty() && ids.front() != id);
    m_after->setEnabled(!ids.empty() && ids.back() != id);
    QWidget::show();
    raise();
    setFocus();
    arrange();
    const int side = int(std::max(pictureArea().width(), pictureArea().height()) * devicePixelRatioF());
    const auto decoded =
        m_context.desk.attachmentBytes(id).then([type = message->attachment->type, side](const auto& bytes) {
            return bytes ? picture::decodeLater(*bytes, type, side) : base::ready<QImage>(fail(bytes.error()));
        });
    whenDone(decoded, this, [this, generation = ++m_generation](const Result<QImage>& image) {
        if (generation != m_generation) {
            return;
        }
        if (image) {
            m_image = *image;
        } else {
            m_trouble->setText(words::sentence(image.error()));
        }
        update();
    });
    update();
}

void LightBox::go(int step)
{
    const auto ids = all();
    const auto here = std::ranges::find(ids, m_id);
    const auto place = here - ids.begin() + step;
    if (here != ids.end() && place >= 0 && place < qsizetype(ids.size())) {
        show(ids[static_cast<size_t>(place)]);
    }
}

QRect LightBox::pictureArea() const
{
    return rect().adjusted(button + 2 * gap, bar, -(button + 2 * gap), -2 * gap);
}

void LightBox::arrange()
{
    const auto place = [this](QWidget* widget, const QRect& area) {
        widget->setGeometry(QStyle::visualRect(layoutDirection(), rect(), area));
    };
    const int top = (bar - button) / 2;
    place(m_close, {width() - gap - button, top, button, button});
    place(m_save, {width() - 2 * gap - 2 * button, top, button, button});
    place(m_title, {2 * gap, top, width() - 5 * gap - 2 * button, button});
    place(m_before, {gap, (height() - button) / 2, button, button});
    place(m_after, {width() - gap - button, (height() - button) / 2, button, button});
    m_trouble->setGeometry(pictureArea());
}

void LightBox::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), ground);
    if (m_image.isNull()) {
        return;
    }
    const QSize natural = m_image.size() / devicePixelRatioF();
    const QSize room = pictureArea().size();
    const QSize size = natural.width() > room.width() || natural.height() > room.height()
                           ? natural.scaled(room, Qt::KeepAspectRatio)
                           : natural;
    QRect area(QPoint(), size);
    area.moveCenter(pictureArea().center());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(area, m_image);
}

void LightBox::keyPressEvent(QKeyEvent* event)
{
    const int forward = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Escape:
    case Qt::Key_Space:
        close();
        return;
    case Qt::Key_Left:
        go(-forward);
        return;
    case Qt::Key_Right:
        go(forward);
        return;
    default:
        // The window below is not to be worked meanwhile.
        event->accept();
    }
}

void LightBox::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        close();
    }
}

void LightBox::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool LightBox::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize) {
        setGeometry(static_cast<QWidget*>(watched)->rect());
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace delpek::ui
