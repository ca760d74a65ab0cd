// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace delpek::ui
{

/// What is listened to: a microphone, or what a test speaks. It lives for one recording. UI thread.
class SoundSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Begins to listen; how many samples a second follow. NotFound without a device, Unavailable when it may not be
    /// used or another program has it.
    virtual Result<int> start() = 0;
    virtual void stop() = 0;

Q_SIGNALS:
    /// One channel of 16-bit samples, some hundredths of a second.
    void heard(const std::vector<qint16>& samples);
    /// It went away by itself.
    void failed(const delpek::base::Error& error);
};

using MakeSource = std::function<std::unique_ptr<SoundSource>()>;

} // namespace delpek::ui
