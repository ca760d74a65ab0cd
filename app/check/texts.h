// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "channels/finding.h"
#include "domain/language.h"

namespace delpek::app::check
{

/// The words of a check, from resources/checks/texts.json.
class Texts
{
public:
    /// The compiled-in words. Internal when they are broken.
    static Result<Texts> load(domain::Language language);

    /// What is wrong and what to do; the key itself when it has no words.
    QString sentence(const QString& key) const;
    /// The same for the window, where secrets are typed beside the finding and not at a command line.
    QString inWindow(const QString& key) const;
    QString summary(const QString& key) const;
    QString section(const QString& name) const;
    QString subject(const QString& subject) const;
    QString state(channels::FindingState state) const;

private:
    QString wordsOf(const char* group, const QString& key) const;

    base::Json m_words;
    domain::Language m_language = domain::Language::English;
};

/// "good", "attention" or "fault", for programs.
QString wordOf(channels::FindingState state);

} // namespace delpek::app::check
