// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/signals.h"

#ifdef Q_OS_UNIX

#include <QSocketNotifier>

#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace delpek::app
{

namespace
{

// The only thing a signal handler may touch: a descriptor to write to.
int g_wakeDescriptor = -1;

void wake(int)
{
    const char byte = 0;
    [[maybe_unused]] const auto written = ::write(g_wakeDescriptor, &byte, 1);
}

} // namespace

void onTermination(QObject* owner, std::function<void()> callback)
{
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
        return;
    }
    g_wakeDescriptor = ends[0];
    auto* notifier = new QSocketNotifier(ends[1], QSocketNotifier::Read, owner);
    QObject::connect(notifier, &QSocketNotifier::activated, owner, [notifier, callback = std::move(callback)] {
        notifier->setEnabled(false);
        callback();
    });
    struct sigaction action = {};
    action.sa_handler = wake;
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGTERM, &action, nullptr);
    ::sigaction(SIGINT, &action, nullptr);
}

} // namespace delpek::app

#else

#include <windows.h>

namespace delpek::app
{

void onTermination(QObject* owner, std::function<void()> callback)
{
    static QObject* s_owner = nullptr;
    static std::function<void()> s_callback;
    s_owner = owner;
    s_callback = std::move(callback);
    ::SetConsoleCtrlHandler(
        [](DWORD) -> BOOL {
            QMetaObject::invokeMethod(
                s_owner, [] { s_callback(); }, Qt::QueuedConnection);
            return TRUE;
        },
        TRUE);
}

} // namespace delpek::app

#endif
