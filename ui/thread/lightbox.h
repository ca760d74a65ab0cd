// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "ui/context.h"

#include <QImage>
#include <QWidget>

class QLabel;
class QToolButton;

namespace delpek::ui
{

class ThreadWindow;

/// One picture of the thread, large, over what it is given to cover. Left and right go to the pictures before and after
/// it, in the direction in which the language is read; Escape or a click closes.
class LightBox final : public QWidget
{
    Q_OBJECT

public:
    /// Covers `over` until it is closed; deletes itself. `pictures` outlives it.
    LightBox(const Context& context, const ThreadWindow& pictures, const QString& patient, QWidget* over);

    void show(domain::MessageId id);
    domain::MessageId current() const { return m_id; }

Q_SIGNALS:
    void saveWanted(delpek::domain::MessageId id);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    std::vector<domain::MessageId> all() const;
    void go(int step);
    void arrange();
    QRect pictureArea() const;

    Context m_context;
    const ThreadWindow& m_pictures;
    QString m_patient;
    domain::MessageId m_id;
    QImage m_image;
    QLabel* m_title;
    QLabel* m_trouble;
    QToolButton* m_close;
    QToolButton* m_save;
    QToolButton* m_before;
    QToolButton* m_after;
    int m_generation = 0;
};

} // namespace delpek::ui
