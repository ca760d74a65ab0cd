// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/llm/conversation.h"

#include <QRegularExpression>
#include <QStringList>

#include <map>

namespace delpek::agent::llm
{

struct MaskedWords {
    QStringList names; ///< of the person who writes: as the channel shows it, as stated
    QStringList open;  ///< the clinic's own, which are nobody's secret
};

/// Puts placeholders ("NAME_1") in place of names, phone numbers, e-mail addresses, identity numbers and street
/// addresses before a prompt leaves, and the values back into what comes back. The same value has the same placeholder
/// in a whole prompt; they are numbered in the order of the conversation, so the same conversation leaves the same way.
/// Names are found where they are known (whole words, in any part); numbers and addresses by their form. It errs on
/// the side of hiding. Pure; one object a prompt.
class Mask
{
public:
    explicit Mask(MaskedWords words);

    Prompt hide(const Prompt& prompt);
    /// InvalidInput with the key llm.placeholder for a placeholder that was never given out.
    Result<Completion> restore(Completion completion) const;

private:
    QString hidden(const QString& text);
    base::Json hidden(const base::Json& json);
    QString placeholder(const char* kind, const QString& value);
    QString replaceAll(const QString& text, const QRegularExpression& form, const char* kind);
    QString hideNames(QString text);
    Result<QString> shown(const QString& text) const;
    Result<base::Json> shown(const base::Json& json) const;

    MaskedWords m_words;
    std::vector<QRegularExpression> m_names;
    std::map<QString, QString> m_given;  ///< value -> placeholder
    std::map<QString, QString> m_values; ///< placeholder -> value
    std::map<QString, int> m_last;
};

} // namespace delpek::agent::llm
