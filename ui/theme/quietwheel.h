// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace delpek::ui
{

/// Turning the wheel over a page scrolls the page: it does not change the list, number or slider that happens to come
/// under the pointer, unless somebody is at that field. An event filter of the application. UI thread.
class QuietWheel final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace delpek::ui
