// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "domain/clinicfacts.h"
#include "domain/language.h"

#include <memory>
#include <optional>
#include <vector>

namespace delpek::language
{

/// A wished or stated time, local to the clinic: a day (with a time or a part of it), a span of days, or a time or a
/// part of the day alone.
struct When {
    std::optional<QDate> date;
    std::optional<QDate> from; ///< a span; `to` is inclusive, and missing in "from Sunday on"
    std::optional<QDate> to;
    std::optional<QTime> time;
    QString part;                   ///< morning, noon, afternoon, evening; empty for none
    std::optional<QTime> notBefore; ///< "after 16:00"
    std::optional<QTime> notAfter;  ///< "before 11"
    bool begins = false;            ///< `notBefore` is an hour to begin at: "from three", "not before 4"
    std::vector<QDate> without;     ///< "not on Tuesday"
    bool soonest = false;           ///< "as early as you have"

    bool isEmpty() const;
    friend bool operator==(const When&, const When&) = default;
};

/// A piece of the text: UTF-16 positions in the original.
struct Span {
    qsizetype begin = 0;
    qsizetype end = 0;
    friend bool operator==(const Span&, const Span&) = default;
};

/// What a text says about who a person is. All as written.
struct StatedIdentity {
    QString name;
    QDate birthDate;
};

/// What one text (a message or a joined burst) means. The intents are the words of the label guide.
struct Understanding {
    domain::Language language = domain::Language::Hebrew;
    QString intent;              ///< empty: abstained
    double score = 0;            ///< calibrated, 0 to 1
    std::vector<QString> wishes; ///< all intents found, in the order of the text; `intent` is one of them
    std::optional<When> when;
    std::vector<When> whens;         ///< all readings of it, the best first: `when`
    std::optional<When> standing;    ///< of a visit to be moved: its time as it stands
    QString treatment;               ///< id of the label guide: the first that does not "stay as it is"
    std::vector<QString> treatments; ///< all that are named, in the order of the text
    QString doctor;                  ///< as written, without the title
    QString person;                  ///< child, spouse, parent, other; empty: the writer
    QString bodyPart;
    StatedIdentity identity;
    bool newPatient = false;                         ///< says they were never here
    domain::Gender gender = domain::Gender::Unknown; ///< of the writer, where Hebrew grammar tells
};

struct UnderstandingContext {
    domain::LocalTime now;
    QTimeZone zone = QTimeZone("Asia/Jerusalem");
    domain::WeeklyHours hours = {};           ///< of the clinic; empty: unknown
    std::optional<domain::Language> language; ///< told beforehand (label line, conversation)
    QString asked;                            ///< what the agent's last message asked (words of domain::Asks)
    std::vector<domain::Doctor> doctors;      ///< to recognise their names
};

/// Language understanding: deterministic, offline, no state. May be used from any thread at the same time.
class Understander
{
public:
    /// Reads the lexicon and rules from `resources` (":/delpek/language" or a folder). Fails with the file and line.
    static Result<std::unique_ptr<Understander>> load(const QString& resources);
    ~Understander();

    Understanding understand(const QString& text, const UnderstandingContext& context) const;

private:
    struct Data;
    explicit Understander(std::unique_ptr<const Data> data);
    std::unique_ptr<const Data> m_data;
};

/// The `slots` object of the label guide.
base::Json slotsToJson(const Understanding& understanding);

/// Takes off what must not matter for comparison: NFKC, niqqud, bidi controls, quote and dash variants, case, doubled
/// spaces, final letters kept. Positions are not kept; for matching names and words.
QString fold(QStringView text);

} // namespace delpek::language
