// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shortcuts/shortcuts.h"

#include "domain/isolate.h"

#include <QSettings>

#include <algorithm>

namespace delpek::ui
{

namespace
{

const auto shortcutsGroup = QStringLiteral("shortcuts");

QString settingOf(const Command& command)
{
    return shortcutsGroup + QLatin1Char('/') + command.id;
}

} // namespace

Shortcuts::Shortcuts(QObject* parent)
    : QObject(parent)
{
}

void Shortcuts::add(const Command& command)
{
    m_commands.push_back(command);
}

void Shortcuts::load()
{
    const QSettings settings;
    std::vector<QKeySequence> standards;
    std::vector<std::optional<QKeySequence>> chosen;
    for (const Command& command : m_commands) {
        standards.push_back(command.standard);
        const QVariant kept = settings.value(settingOf(command));
        const auto keys = QKeySequence::fromString(kept.toString(), QKeySequence::PortableText);
        // A file that somebody edited: what is no key at all is no wish for none.
        const bool isReadable = kept.isValid() && keys.isEmpty() == kept.toString().isEmpty() &&
                                (keys.isEmpty() || keys[0].key() != Qt::Key_unknown);
        chosen.push_back(isReadable ? std::optional(keys) : std::nullopt);
    }
    const auto keys = settleKeys(standards, chosen);
    for (size_t i = 0; i < m_commands.size(); ++i) {
        m_commands[i].action->setShortcut(keys[i]);
    }
    Q_EMIT changed();
}

const Command* Shortcuts::find(const char* id) const
{
    const auto found = std::ranges::find(m_commands, QLatin1String(id), &Command::id);
    return found == m_commands.end() ? nullptr : &*found;
}

QString Shortcuts::keysOf(const char* id) const
{
    const Command* command = find(id);
    const QString keys =
        command == nullptr ? QString() : command->action->shortcut().toString(QKeySequence::NativeText);
    return keys.isEmpty() ? keys : domain::isolate(keys);
}

QString Shortcuts::withKeys(const QString& text, const char* id) const
{
    const QString keys = keysOf(id);
    return keys.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, keys);
}

std::optional<KeyRefusal> Shortcuts::choose(const Command& command, const QKeySequence& keys)
{
    if (const KeyFault fault = keyFault(keys); fault != KeyFault::None) {
        return KeyRefusal{fault, nullptr};
    }
    for (const Command& other : m_commands) {
        if (!keys.isEmpty() && other.id != command.id && other.action->shortcut() == keys) {
            return KeyRefusal{KeyFault::None, &other};
        }
    }
    command.action->setShortcut(keys);
    QSettings settings;
    if (keys == command.standard) {
        settings.remove(settingOf(command));
    } else {
        settings.setValue(settingOf(command), keys.toString(QKeySequence::PortableText));
    }
    Q_EMIT changed();
    return std::nullopt;
}

void Shortcuts::resetAll()
{
    QSettings().remove(shortcutsGroup);
    load();
}

std::vector<QKeySequence> settleKeys(const std::vector<QKeySequence>& standards,
                                     const std::vector<std::optional<QKeySequence>>& chosen)
{
    std::vector<QKeySequence> keys(standards.size());
    std::vector<bool> settled(standards.size(), false);
    const auto isFree = [&keys](const QKeySequence& wanted) {
        return wanted.isEmpty() || std::ranges::find(keys, wanted) == keys.end();
    };
    for (size_t i = 0; i < keys.size(); ++i) {
        if (chosen[i] && keyFault(*chosen[i]) == KeyFault::None && isFree(*chosen[i])) {
            keys[i] = *chosen[i];
            settled[i] = true;
        }
    }
    for (size_t i = 0; i < keys.size(); ++i) {
        if (!settled[i] && isFree(standards[i])) {
            keys[i] = standards[i];
        }
    }
    return keys;
}

} // namespace delpek::ui
