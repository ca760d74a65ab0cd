// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check/texts.h"

#include "language/resource.h"

namespace delpek::app::check
{

Result<Texts> Texts::load(domain::Language language)
{
    auto words = language::readResource(QStringLiteral(":/delpek/checks"), QStringLiteral("texts.json"));
    if (!words) {
        return fail(words.error());
    }
    Texts texts;
    texts.m_words = std::move(*words);
    texts.m_language = language;
    return texts;
}

QString Texts::sentence(const QString& key) const
{
    return wordsOf("findings", key);
}

QString Texts::inWindow(const QString& key) const
{
    const QString own = wordsOf("window", key);
    return own == key ? sentence(key) : own;
}

QString Texts::summary(const QString& key) const
{
    return wordsOf("summary", key);
}

QString Texts::section(const QString& name) const
{
    return wordsOf("sections", name);
}

QString Texts::subject(const QString& subject) const
{
    return wordsOf("subjects", subject);
}

QString Texts::state(channels::FindingState state) const
{
    return wordsOf("states", wordOf(state));
}

QString Texts::wordsOf(const char* group, const QString& key) const
{
    const char* language = m_language == domain::Language::Hebrew ? "he" : "en";
    const QString words = base::textAt(base::at(base::at(m_words, group), key.toUtf8().constData()), language);
    return words.isEmpty() ? key : words;
}

QString wordOf(channels::FindingState state)
{
    switch (state) {
    case channels::FindingState::Good:
        return QStringLiteral("good");
    case channels::FindingState::Attention:
        return QStringLiteral("attention");
    case channels::FindingState::Fault:
        break;
    }
    return QStringLiteral("fault");
}

} // namespace delpek::app::check
