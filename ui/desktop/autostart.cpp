// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/autostart.h"

#include "ui/desktop/deeplink.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

namespace delpek::ui
{

namespace
{

constexpr qint64 longestEntry = 64 * 1024;
const auto runValue = QStringLiteral("Delpek");

bool hasControls(const QString& text)
{
    return std::ranges::any_of(text, [](QChar c) { return c < QLatin1Char(' ') || c == QChar(0x7f); });
}

/// Desktop Entry Specification 1.5, "The Exec key": quoted for its own rules, then escaped as any string of the file.
QString inExec(const QString& argument)
{
    QString quoted;
    for (const QChar c : argument) {
        if (QStringLiteral("\"`$\\").contains(c)) {
            quoted += QLatin1Char('\\');
        }
        quoted += c;
        if (c == QLatin1Char('%')) {
            quoted += c;
        }
    }
    return QLatin1Char('"') + quoted.replace(QLatin1String("\\"), QLatin1String("\\\\")) + QLatin1Char('"');
}

/// As CommandLineToArgvW takes it apart: backslashes count double only in front of a quote.
QString inCommandLine(const QString& argument)
{
    QString quoted = QStringLiteral("\"");
    int slashes = 0;
    for (const QChar c : argument) {
        if (c == QLatin1Char('\\')) {
            ++slashes;
            continue;
        }
        quoted += QString(c == QLatin1Char('"') ? 2 * slashes + 1 : slashes, QLatin1Char('\\')) + c;
        slashes = 0;
    }
    return quoted + QString(2 * slashes, QLatin1Char('\\')) + QLatin1Char('"');
}

template <typename Quote>
QString joined(const QStringList& command, Quote quote)
{
    QStringList quoted;
    std::ranges::transform(command, std::back_inserter(quoted), quote);
    return quoted.join(QLatin1Char(' '));
}

QString propertyList(const QStringList& command)
{
    QString arguments;
    for (const QString& argument : command) {
        arguments += QStringLiteral("    <string>%1</string>\n").arg(argument.toHtmlEscaped());
    }
    return QStringLiteral("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                          "<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" "
                          "\"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n"
                          "<plist version=\"1.0\">\n<dict>\n  <key>Label</key>\n  <string>org.delpek.delpek</string>\n"
                          "  <key>ProgramArguments</key>\n  <array>\n") +
           arguments + QStringLiteral("  </array>\n  <key>RunAtLoad</key>\n  <true/>\n</dict>\n</plist>\n");
}

class FilePlace final : public AutostartPlace
{
public:
    explicit FilePlace(const QString& path)
        : m_path(path)
    {
    }

    std::optional<QByteArray> read() const override
    {
        QFile file(m_path);
        // A link that leads nowhere is something that stands in the place, too.
        if (!file.exists() && !QFileInfo(m_path).isSymLink()) {
            return std::nullopt;
        }
        return file.open(QIODevice::ReadOnly) ? file.read(longestEntry) : QByteArray();
    }

    bool write(const QByteArray& entry) const override
    {
        QSaveFile file(m_path);
        return QDir().mkpath(QFileInfo(m_path).path()) && file.open(QIODevice::WriteOnly) &&
               file.write(entry) == entry.size() && file.commit();
    }

    bool remove() const override { return !read() || QFile::remove(m_path); }

private:
    QString m_path;
};

class ValuePlace final : public AutostartPlace
{
public:
    ValuePlace(const QString& settings, bool isRegistry)
        : m_settings(settings)
        , m_format(isRegistry ? QSettings::NativeFormat : QSettings::IniFormat)
    {
    }

    std::optional<QByteArray> read() const override
    {
        const QSettings settings(m_settings, m_format);
        return settings.contains(runValue) ? std::optional(settings.value(runValue).toString().toUtf8()) : std::nullopt;
    }

    bool write(const QByteArray& entry) const override
    {
        QSettings settings(m_settings, m_format);
        settings.setValue(runValue, QString::fromUtf8(entry));
        settings.sync();
        return settings.status() == QSettings::NoError;
    }

    bool remove() const override
    {
        QSettings settings(m_settings, m_format);
        settings.remove(runValue);
        settings.sync();
        return settings.status() == QSettings::NoError;
    }

private:
    QString m_settings;
    QSettings::Format m_format;
};

} // namespace

Result<QString> commandLine(System system, const QStringList& command)
{
    if (command.isEmpty() || std::ranges::any_of(command, &hasControls)) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("the command cannot be written into an entry"));
    }
    return system == System::Windows ? joined(command, &inCommandLine) : joined(command, &inExec);
}

Result<QByteArray> autostartEntry(System system, const QStringList& command)
{
    const auto line = commandLine(system, command);
    if (!line) {
        return fail(line.error());
    }
    switch (system) {
    case System::Linux:
        return QStringLiteral("[Desktop Entry]\nType=Application\nVersion=1.5\nName=Delpek\nName[he]=דלפק\nExec=%1\n"
                              "Icon=delpek\nTerminal=false\nX-GNOME-Autostart-enabled=true\n")
            .arg(*line)
            .toUtf8();
    case System::Windows:
        return line->toUtf8();
    case System::MacOs:
        return propertyList(command).toUtf8();
    }
    return QByteArray();
}

QStringList commandOfNextTime(const QString& program, const QStringList& arguments, const QString& folder)
{
    QStringList command{program};
    for (const QString& argument : arguments) {
        if (command.constLast() == QLatin1String("--config")) {
            command.append(QDir::cleanPath(QDir(folder).absoluteFilePath(argument)));
        } else if (!looksLikeDeepLink(argument)) {
            command.append(argument);
        }
    }
    return command;
}

QStringList commandOfThisProgram()
{
    // An AppImage runs from a place that is gone afterwards.
    const QString image = qEnvironmentVariable("APPIMAGE");
    return commandOfNextTime(image.isEmpty() ? QCoreApplication::applicationFilePath() : image,
                             QCoreApplication::arguments().mid(1), QDir::currentPath());
}

std::unique_ptr<AutostartPlace> autostartFile(const QString& path)
{
    return std::make_unique<FilePlace>(path);
}

std::unique_ptr<AutostartPlace> autostartValue(const QString& settings, bool isRegistry)
{
    return std::make_unique<ValuePlace>(settings, isRegistry);
}

Autostart::Autostart(System system, const QStringList& command, std::unique_ptr<AutostartPlace> place)
    : m_system(system)
    , m_command(command)
    , m_place(std::move(place))
{
}

Autostart Autostart::ofThisProgram()
{
    const QStringList command = commandOfThisProgram();
#if defined(Q_OS_WIN)
    return {
        System::Windows, command,
        autostartValue(QStringLiteral("HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Run"), true)};
#elif defined(Q_OS_MACOS)
    return {System::MacOs, command,
            autostartFile(QDir::home().filePath(QStringLiteral("Library/LaunchAgents/org.delpek.delpek.plist")))};
#else
    return {System::Linux, command,
            autostartFile(QDir(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation))
                              .filePath(QStringLiteral("autostart/delpek.desktop")))};
#endif
}

Autostart::State Autostart::state() const
{
    const auto there = m_place->read();
    if (!there) {
        return State::Off;
    }
    const auto ours = autostartEntry(m_system, m_command);
    return ours && *there == *ours ? State::On : State::Other;
}

Result<Done> Autostart::set(bool on) const
{
    const auto entry = autostartEntry(m_system, m_command);
    if (on ? entry && m_place->write(*entry) : m_place->remove()) {
        return Done{};
    }
    return fail(ErrorCode::Unavailable,
                QStringLiteral("the entry that starts Delpek could not be changed; look at the rights of its folder"),
                QStringLiteral("autostart.failed"));
}

} // namespace delpek::ui
