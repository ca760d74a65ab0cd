// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMimeData>
#include <QTextEdit>

namespace delpek::ui
{

/// Plain text that grows with what is written; each paragraph runs in the direction of its own letters, an empty one in
/// that of the layout. Enter sends, Shift+Enter starts a new line.
class ComposerEdit final : public QTextEdit
{
    Q_OBJECT

public:
    explicit ComposerEdit(QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void sendWanted();
    void leaveWanted();
    /// Files or a picture were pasted or dropped; the data lives as long as the call.
    void filesDropped(const QMimeData* data);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool canInsertFromMimeData(const QMimeData* source) const override;
    void insertFromMimeData(const QMimeData* source) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void follow();

    bool m_following = false;
};

} // namespace delpek::ui
