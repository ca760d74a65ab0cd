// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/linkhandler.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QSettings>
#include <QStandardPaths>

namespace delpek::ui
{

namespace
{

const auto desktopFile = QStringLiteral("delpek-links.desktop");
const auto scheme = QStringLiteral("x-scheme-handler/delpek");
const auto commandKey = QStringLiteral("delpek/shell/open/command/.");

/// A protocol of Windows: three values, of which the command is the last to come and the first to go.
class ProtocolPlace final : public AutostartPlace
{
public:
    ProtocolPlace(QString classes, bool isRegistry)
        : m_classes(std::move(classes))
        , m_format(isRegistry ? QSettings::NativeFormat : QSettings::IniFormat)
    {
    }

    std::optional<QByteArray> read() const override
    {
        const QSettings settings(m_classes, m_format);
        return settings.contains(commandKey) ? std::optional(settings.value(commandKey).toString().toUtf8())
                                             : std::nullopt;
    }

    bool write(const QByteArray& entry) const override
    {
        QSettings settings(m_classes, m_format);
        settings.setValue(QStringLiteral("delpek/."), QStringLiteral("URL:Delpek"));
        settings.setValue(QStringLiteral("delpek/URL Protocol"), QString());
        settings.setValue(commandKey, QString::fromUtf8(entry));
        settings.sync();
        return settings.status() == QSettings::NoError;
    }

    bool remove() const override
    {
        QSettings settings(m_classes, m_format);
        settings.remove(commandKey);
        settings.remove(QStringLiteral("delpek"));
        settings.sync();
        return settings.status() == QSettings::NoError;
    }

private:
    QString m_classes;
    QSettings::Format m_format;
};

/// Desktops look such files up in a cache, and take one of several by a list: both are brought up to date where the
/// tools for it are there.
void tellDesktop(const QString& folder, bool on)
{
    if (QStandardPaths::isTestModeEnabled()) {
        return; // the tools know only the person's own folders
    }
    const QString update = QStandardPaths::findExecutable(QStringLiteral("update-desktop-database"));
    if (!update.isEmpty()) {
        QProcess::startDetached(update, {QStringLiteral("-q"), folder});
    }
    const QString choose = QStandardPaths::findExecutable(QStringLiteral("xdg-mime"));
    if (on && !choose.isEmpty()) {
        QProcess::startDetached(choose, {QStringLiteral("default"), desktopFile, scheme});
    }
}

} // namespace

LinkHandler::LinkHandler(System system, const QStringList& command, QString place, bool isRegistry)
    : m_system(system)
    , m_command(command)
    , m_place(std::move(place))
    , m_isRegistry(isRegistry)
{
}

std::optional<LinkHandler> LinkHandler::ofThisProgram()
{
#if defined(Q_OS_MACOS)
    return std::nullopt;
#elif defined(Q_OS_WIN)
    return LinkHandler(System::Windows, commandOfThisProgram(), QStringLiteral("HKEY_CURRENT_USER\\Software\\Classes"),
                       true);
#else
    return LinkHandler(System::Linux, commandOfThisProgram(),
                       QDir(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation))
                           .filePath(QStringLiteral("applications")));
#endif
}

QByteArray LinkHandler::entry() const
{
    const auto command = commandLine(m_system, m_command);
    if (!command) {
        return {};
    }
    if (m_system == System::Windows) {
        return (*command + QStringLiteral(" \"%1\"")).toUtf8();
    }
    return QStringLiteral("[Desktop Entry]\nType=Application\nVersion=1.5\nName=Delpek\nName[he]=דלפק\nExec=%1 %u\n"
                          "Icon=delpek\nTerminal=false\nNoDisplay=true\nMimeType=%2;\n")
        .arg(*command, scheme)
        .toUtf8();
}

std::unique_ptr<AutostartPlace> LinkHandler::place() const
{
    if (m_system == System::Windows) {
        return std::make_unique<ProtocolPlace>(m_place, m_isRegistry);
    }
    return autostartFile(QDir(m_place).filePath(desktopFile));
}

LinkHandler::State LinkHandler::state() const
{
    const auto there = place()->read();
    return !there ? State::Off : *there == entry() ? State::On : State::Other;
}

Result<Done> LinkHandler::set(bool on) const
{
    const QByteArray ours = entry();
    if (!(on ? !ours.isEmpty() && place()->write(ours) : place()->remove())) {
        return fail(ErrorCode::Unavailable,
                    QStringLiteral("the entry for delpek: links could not be changed; look at the rights of its place"),
                    QStringLiteral("autostart.failed"));
    }
    if (m_system == System::Linux) {
        tellDesktop(m_place, on);
    }
    return Done{};
}

} // namespace delpek::ui
