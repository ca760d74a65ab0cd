// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "domain/escalation.h"
#include "domain/notice.h"

namespace delpek::notify
{

/// What of the patient may stand in a notice, which leaves the clinic.
enum class Telling {
    Nothing, ///< that there is something, and for whom
    Reason,  ///< why, in our own words
    Words,   ///< also what the patient wrote last
};

struct TextRules {
    Telling telling = Telling::Reason;
    bool initials = false; ///< of the patient, instead of the name
};

/// What a notice is about.
struct Subject {
    domain::Escalation escalation;
    QString patient; ///< the name as the channel shows it; may be empty
    QString words;   ///< the patient's last message; used with Telling::Words only
};

struct Wording {
    QString subject; ///< of an e-mail
    QString text;
};

/// A text message has at most that many parts; the link is never cut.
inline constexpr int mostSmsParts = 3;

/// "D.C." of "Dana Cohen"; empty where there are no letters.
QString initialsOf(const QString& name);

/// The texts of notices in both languages, from resources/notices. A value; any thread.
class Texts
{
public:
    /// `folder`: ":/delpek/notices". Internal when a file is missing or broken.
    static Result<Texts> load(const QString& folder);

    /// `link` may be empty: then the text says to look at the desk.
    Wording write(const domain::Notice& notice, const Subject& subject, domain::Language language, const QString& link,
                  const TextRules& rules) const;
    /// Of a test that somebody sends to see whether notices arrive.
    Wording writeTest(domain::Language language) const;
    /// Why somebody is called, in our words; the gravest rule where one fired.
    QString reason(const domain::Escalation& escalation, domain::Language language) const;

private:
    QString word(const char* name, domain::Language language) const;

    base::Json m_words;
    base::Json m_reasons;
};

} // namespace delpek::notify

template <>
inline constexpr auto delpek::base::enumWords<delpek::notify::Telling> =
    std::to_array<std::pair<delpek::notify::Telling, const char*>>({{delpek::notify::Telling::Nothing, "nothing"},
                                                                    {delpek::notify::Telling::Reason, "reason"},
                                                                    {delpek::notify::Telling::Words, "words"}});
