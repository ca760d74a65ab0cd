// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shortcuts/keyrules.h"

#include <QAction>
#include <QObject>

#include <optional>
#include <vector>

namespace delpek::ui
{

/// A command of the window.
struct Command {
    QLatin1String id;      ///< "group.name": under it the keys are kept, so it never changes
    const char* text;      ///< MainWindow's, untranslated
    QKeySequence standard; ///< its keys unless a person chose others; may be none
    QAction* action;
};

/// Why keys were not taken: by a rule, or because `taken` has them.
struct KeyRefusal {
    KeyFault fault = KeyFault::None;
    const Command* taken = nullptr;
};

/// The commands of the window and the keys they have, as a person chose them on this machine. UI thread.
class Shortcuts final : public QObject
{
    Q_OBJECT

public:
    explicit Shortcuts(QObject* parent = nullptr);

    void add(const Command& command);
    /// Gives every command its keys: what was chosen comes first; a standard that somebody chose for another command
    /// is given up, since keys with two meanings would do nothing.
    void load();

    const std::vector<Command>& commands() const { return m_commands; }
    const Command* find(const char* id) const;
    bool isStandard(const Command& command) const { return command.action->shortcut() == command.standard; }

    /// As people read them, in one piece also inside Hebrew; empty for none.
    QString keysOf(const char* id) const;
    /// A text with the keys behind it, for tips and buttons.
    QString withKeys(const QString& text, const char* id) const;

    /// Takes effect and is kept at once, unless it is refused.
    std::optional<KeyRefusal> choose(const Command& command, const QKeySequence& keys);
    void resetAll();

Q_SIGNALS:
    void changed();

private:
    std::vector<Command> m_commands;
};

/// The keys of each command out of those chosen (nullopt: its own). What is against the rules counts as not chosen.
std::vector<QKeySequence> settleKeys(const std::vector<QKeySequence>& standards,
                                     const std::vector<std::optional<QKeySequence>>& chosen);

} // namespace delpek::ui
