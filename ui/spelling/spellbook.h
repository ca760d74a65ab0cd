// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/language.h"

#include <QObject>
#include <QSet>
#include <QStringList>

#include <functional>
#include <map>
#include <memory>

namespace delpek::ui
{

/// What the dictionaries of this machine know (Hunspell's format, as Debian's hunspell-he and hunspell-en-us install
/// it). Read in a thread of its own when it is first wanted; a language without a dictionary has no wrong words. UI
/// thread.
class SpellBook final : public QObject
{
    Q_OBJECT

public:
    /// `folders` are searched in order; empty: those of the system and of the program.
    explicit SpellBook(QStringList folders = {}, QObject* parent = nullptr);
    ~SpellBook() override;

    /// Off, it reads nothing and knows no wrong word.
    void setOn(bool on);
    bool isOn() const { return m_on; }
    /// True as long as no dictionary says otherwise.
    bool isRight(const QString& word, domain::Language language) const;
    /// Right until the program ends: a name, or a word that a person chose to leave.
    void accept(const QString& word);
    /// At most six, best first, in a thread of its own; `tell` is called on this one, and not when `guard` is gone.
    void suggest(const QString& word, domain::Language language, QObject* guard,
                 std::function<void(const QStringList&)> tell);

Q_SIGNALS:
    /// A dictionary came, a word was accepted, it was switched, or words were looked for: look again.
    void changed();

private:
    class Dictionary;

    void load(domain::Language language);

    QStringList m_folders;
    bool m_on = false;
    bool m_isRead = false;
    std::map<domain::Language, std::shared_ptr<Dictionary>> m_books;
    QSet<QString> m_accepted;
};

/// The folders in which a system and the program keep dictionaries.
QStringList dictionaryFolders();

} // namespace delpek::ui
