// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thread/composeredit.h"

#include "domain/isolate.h"
#include "ui/thread/outgoingfiles.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QTextBlock>

#include <algorithm>
#include <cmath>

namespace delpek::ui
{

namespace
{

constexpr int mostLines = 8;

} // namespace

ComposerEdit::ComposerEdit(QWidget* parent)
    : QTextEdit(parent)
{
    setAcceptRichText(false);
    setTabChangesFocus(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QTextEdit::textChanged, this, &ComposerEdit::follow);
}

QSize ComposerEdit::sizeHint() const
{
    const int line = fontMetrics().lineSpacing();
    const int text = int(std::ceil(document()->size().height()));
    return {200, std::clamp(text + 8, 2 * line + 12, mostLines * line + 12)};
}

void ComposerEdit::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !(event->modifiers() & (Qt::ShiftModifier | Qt::AltModifier))) {
        Q_EMIT sendWanted();
        return;
    }
    if (enter) {
        textCursor().insertBlock();
        ensureCursorVisible();
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT leaveWanted();
        return;
    }
    QTextEdit::keyPressEvent(event);
}

bool ComposerEdit::canInsertFromMimeData(const QMimeData* source) const
{
    return OutgoingFiles::holdsFiles(*source) || source->hasText();
}

void ComposerEdit::insertFromMimeData(const QMimeData* source)
{
    if (OutgoingFiles::holdsFiles(*source)) {
        Q_EMIT filesDropped(source);
    } else if (source->hasText()) {
        insertPlainText(domain::withoutIsolates(source->text()));
    }
}

void ComposerEdit::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LayoutDirectionChange) {
        follow();
    }
    QTextEdit::changeEvent(event);
}

void ComposerEdit::resizeEvent(QResizeEvent* event)
{
    QTextEdit::resizeEvent(event);
    updateGeometry();
}

void ComposerEdit::follow()
{
    if (m_following) {
        return;
    }
    m_following = true;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        const QString text = block.text();
        // What has neither letters nor digits yet stands where the layout begins.
        const bool plain = std::ranges::none_of(text, [](QChar one) { return one.isLetterOrNumber(); });
        const auto direction = plain ? layoutDirection() : text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight;
        if (block.blockFormat().layoutDirection() != direction) {
            QTextCursor cursor(block);
            QTextBlockFormat format = block.blockFormat();
            format.setLayoutDirection(direction);
            cursor.setBlockFormat(format);
        }
    }
    m_following = false;
    updateGeometry();
}

} // namespace delpek::ui
