// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/enumtext.h"
#include "base/json.h"
#include "domain/clinicfacts.h"
#include "domain/urgency.h"
#include "language/understanding.h"

#include <memory>
#include <vector>

// The three gates. Deterministic, blocking, failing closed. Rules are data in resources/rules.

namespace delpek::safety
{

/// How soon: E1 ambulance, E2 within the hour, U within 24 hours, S this week, R routine. Ordered from least to most.
enum class Tier { R, S, U, E2, E1 };

/// E1 and E2 are Emergency, U and S DoctorRequired, R Routine.
domain::Urgency urgencyOf(Tier tier);

/// One rule that fired, and where.
struct Hit {
    QString rule;
    Tier tier = Tier::R;
    domain::Urgency urgency = domain::Urgency::Routine;
    language::Span span;
};

struct TriageResult {
    domain::Urgency urgency = domain::Urgency::Routine;
    std::vector<Hit> hits; ///< most urgent first
    /// Key of the fixed text to send ("ambulance", "knocked-out-tooth", "doctor"), empty for Routine.
    QString response;
    /// Key of the fixed question that tells whether it is more ("swelling", "bleeding", "trauma"), empty for none.
    QString question;
};

struct TriageContext {
    QStringList flags;            ///< of the patient's record: blood_thinners, pregnancy, bisphosphonates …
    std::vector<QString> earlier; ///< the episode's earlier messages of the patient, oldest first
};

struct Reading;

/// Before any model, on the whole burst, on every edit and transcript. Any thread. The lines of a text are the messages
/// of a burst: what they say together counts, and what each says by itself, so that other matters dilute no sign.
class Triage
{
public:
    /// `resources`: ":/delpek/rules" or a folder. Fails with file, rule id and what is wrong.
    static Result<std::unique_ptr<Triage>> load(const QString& resources);
    ~Triage();

    TriageResult judge(const QString& text, const TriageContext& context = {}) const;
    /// The approved wording of a response key. `phone` is the clinic's own number, shown where the text calls for it.
    QString response(const QString& key, domain::Language language, domain::Gender gender, const QString& phone) const;
    /// The approved wording of a question key.
    QString question(const QString& key, domain::Language language, domain::Gender gender) const;
    QString version() const;

private:
    struct Data;
    explicit Triage(std::unique_ptr<const Data> data);
    TriageResult judgePiece(const QString& text, const QSet<int>& before, bool severalMessages) const;
    void lookAgain(const Reading& reading, bool severalMessages, TriageResult& result) const;
    std::unique_ptr<const Data> m_data;
};

/// What the tools of this turn returned, as far as a draft may repeat it.
struct GuardContext {
    domain::Language language = domain::Language::Hebrew;
    /// One entry a successful call of this turn: {"tool": name, "value": what it returned}. A promise ("booked") passes
    /// only with the entry of the tool that did it, an amount only when it stands in an entry.
    std::vector<base::Json> toolResults;
    std::vector<base::Json> known;          ///< more that may be said of times and days: the state, the opening hours
    std::vector<QString> patientWords;      ///< of the episode: their times and days may be repeated
    std::vector<QString> otherPatientNames; ///< names and phones that must not occur
    QStringList allowedLinks;
    QString clinicPhone;
};

struct Verdict {
    bool allowed = true;
    QStringList rules; ///< of the refusal
};

/// Reads every draft of an agent before it may be queued: no diagnosis, no medicine, no dose, no "safe to wait", no
/// reading of pictures; no price, time, day or promise that nothing backs; nobody else's data, no strange link, no
/// internals, nothing in a language that the patient does not write. Any thread.
class Guard
{
public:
    static Result<std::unique_ptr<Guard>> load(const QString& resources);
    ~Guard();
    Verdict judge(const QString& draft, const GuardContext& context) const;

private:
    struct Data;
    explicit Guard(std::unique_ptr<const Data> data);
    std::unique_ptr<const Data> m_data;
};

/// What a change would do, and what it rests on.
struct PermitRequest {
    QString tool;
    base::Json arguments;
    bool identityEstablished = false;  ///< and the arguments name that person
    bool consentGiven = false;         ///< the patient said yes to exactly this
    std::vector<domain::Slot> offered; ///< slots shown to the patient and not expired
    QStringList visits;                ///< ids of visits that the records showed in this conversation
    domain::WeeklyHours hours;         ///< of the clinic
    std::vector<QDate> closed;
    int changesLastDay = 0; ///< made or tried in this conversation within 24 hours
    domain::LocalTime now;
};

/// More changes of one conversation in 24 hours are for a person to look at.
inline constexpr int mostChangesADay = 6;

/// Runs before each tool that changes something or holds time. Pure.
Verdict permit(const PermitRequest& request);

} // namespace delpek::safety

template <>
inline constexpr auto delpek::base::enumWords<delpek::safety::Tier> =
    std::to_array<std::pair<delpek::safety::Tier, const char*>>({{delpek::safety::Tier::R, "R"},
                                                                 {delpek::safety::Tier::S, "S"},
                                                                 {delpek::safety::Tier::U, "U"},
                                                                 {delpek::safety::Tier::E2, "E2"},
                                                                 {delpek::safety::Tier::E1, "E1"}});
