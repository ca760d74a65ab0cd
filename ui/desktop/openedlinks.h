// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

namespace delpek::ui
{

/// Hears of the links that the system hands to a program that runs (macOS: QFileOpenEvent). UI thread.
class OpenedLinks final : public QObject
{
    Q_OBJECT

public:
    explicit OpenedLinks(std::function<void(const QString& link)> open, QObject* parent = nullptr);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    std::function<void(const QString& link)> m_open;
};

} // namespace delpek::ui
