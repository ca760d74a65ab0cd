// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/team.h"

#include "agent/tool.h"
#include "base/file.h"
#include "language/intentnames.h"

#include <algorithm>

namespace delpek::agent
{
namespace
{

constexpr int mostHandOffs = 12;
const QString any = QStringLiteral("*");

/// Reads one file; the first thing wrong is kept with its place.
class Reader
{
public:
    explicit Reader(QString file)
        : m_file(std::move(file))
    {
    }

    void wrong(const QString& place, const QString& what)
    {
        if (!m_error) {
            m_error = Error{ErrorCode::InvalidInput, {}, QStringLiteral("%1: %2: %3").arg(m_file, place, what)};
        }
    }
    const std::optional<Error>& error() const { return m_error; }

    void members(const base::Json& object, const QString& place, const QStringList& known)
    {
        if (!object.is_object()) {
            wrong(place, QStringLiteral("is no object"));
            return;
        }
        for (const auto& [key, value] : object.items()) {
            if (!known.contains(QString::fromStdString(key))) {
                wrong(place, QStringLiteral("\"%1\" is none of %2")
                                 .arg(QString::fromStdString(key), known.join(QStringLiteral(", "))));
            }
        }
    }

    QString text(const base::Json& object, const char* key, const QString& place)
    {
        const base::Json& value = base::at(object, key);
        const QString read = value.is_string() ? QString::fromStdString(value.get<std::string>()) : QString();
        if (read.isEmpty()) {
            wrong(place + QLatin1Char('.') + QLatin1String(key), QStringLiteral("must be a text that is not empty"));
        }
        return read;
    }

    QStringList list(const base::Json& object, const char* key, const QString& place)
    {
        const base::Json& value = base::at(object, key);
        const QString here = place + QLatin1Char('.') + QLatin1String(key);
        QStringList words;
        if (!value.is_array()) {
            wrong(here, QStringLiteral("must be a list of texts"));
            return words;
        }
        for (const auto& entry : value) {
            if (entry.is_string()) {
                words << QString::fromStdString(entry.get<std::string>());
            } else {
                wrong(here, QStringLiteral("must be a list of texts"));
            }
        }
        return words;
    }

    QStringList intents(const base::Json& object, const char* key, const QString& place)
    {
        const QStringList words = list(object, key, place);
        for (const QString& word : words) {
            if (word != any && language::intentOf(word) < 0) {
                wrong(place + QLatin1Char('.') + QLatin1String(key),
                      QStringLiteral("\"%1\" is no intent of the label guide").arg(word));
            }
        }
        return words;
    }

    /// The forms of one text: one for all, or one each.
    std::array<QString, 3> forms(const base::Json& object, const char* key, const QString& place)
    {
        const base::Json& value = base::at(object, key);
        std::array<QString, 3> read;
        if (value.is_string()) {
            read.fill(text(object, key, place));
            return read;
        }
        const QString here = place + QLatin1Char('.') + QLatin1String(key);
        return {text(value, "neutral", here), text(value, "female", here), text(value, "male", here)};
    }

    HandOff handOff(const base::Json& json, const QString& place)
    {
        members(json, place, {QStringLiteral("to"), QStringLiteral("when"), QStringLiteral("passes")});
        HandOff read;
        read.to = text(json, "to", place);
        read.when = intents(json, "when", place);
        for (const QString& word : list(json, "passes", place)) {
            if (const auto what = base::fromText<Passed>(word)) {
                read.passes.push_back(*what);
            } else {
                wrong(place + QStringLiteral(".passes"),
                      QStringLiteral("\"%1\" is none of wish, identity, offer, visits").arg(word));
            }
        }
        return read;
    }

    TeamAgent agent(const base::Json& json, const QString& place, const QStringList& knownTools)
    {
        members(json, place,
                {QStringLiteral("name"), QStringLiteral("display"), QStringLiteral("gender"), QStringLiteral("persona"),
                 QStringLiteral("prompt"), QStringLiteral("tools"), QStringLiteral("intents"),
                 QStringLiteral("hand_offs")});
        TeamAgent read;
        read.name = text(json, "name", place);
        const base::Json& display = base::at(json, "display");
        read.display = {text(display, "he", place + QStringLiteral(".display")),
                        text(display, "en", place + QStringLiteral(".display"))};
        const auto gender = base::fromText<domain::Gender>(text(json, "gender", place));
        if (!gender) {
            wrong(place + QStringLiteral(".gender"), QStringLiteral("must be female or male"));
        }
        read.gender = gender.value_or(domain::Gender::Unknown);
        const base::Json& persona = base::at(json, "persona");
        read.personas = {forms(persona, "he", place + QStringLiteral(".persona")),
                         forms(persona, "en", place + QStringLiteral(".persona"))};
        read.prompt = text(json, "prompt", place);
        read.tools = list(json, "tools", place);
        for (const QString& tool : read.tools) {
            if (!knownTools.contains(tool)) {
                wrong(place + QStringLiteral(".tools"), QStringLiteral("there is no tool \"%1\"").arg(tool));
            }
        }
        read.intents = intents(json, "intents", place);
        const base::Json& handOffs = base::at(json, "hand_offs");
        for (size_t i = 0; handOffs.is_array() && i < handOffs.size(); ++i) {
            read.handOffs.push_back(handOff(handOffs[i], QStringLiteral("%1.hand_offs[%2]").arg(place).arg(i)));
        }
        return read;
    }

private:
    QString m_file;
    std::optional<Error> m_error;
};

QStringList toolNames()
{
    QStringList names;
    for (const auto& [name, tool] : clinicTools()) {
        names << name;
    }
    return names;
}

} // namespace

bool HandOff::isFor(const QString& intent) const
{
    return when.contains(intent) || when.contains(any);
}

bool HandOff::has(Passed what) const
{
    return std::find(passes.begin(), passes.end(), what) != passes.end();
}

const QString& TeamAgent::persona(domain::Language language, domain::Gender patient) const
{
    return personas[static_cast<size_t>(language)][static_cast<size_t>(patient)];
}

bool TeamAgent::takes(const QString& intent) const
{
    return intents.contains(intent) || intents.contains(any);
}

const TeamAgent* Team::find(const QString& name) const
{
    const auto found = std::find_if(m_agents.begin(), m_agents.end(), [&](const auto& a) { return a.name == name; });
    return found == m_agents.end() ? nullptr : &*found;
}

const TeamAgent& Team::coordinator() const
{
    return *find(m_coordinator);
}

std::vector<const HandOff*> Team::route(const TeamAgent& from, const QString& intent) const
{
    std::vector<const HandOff*> way;
    const TeamAgent* at = &from;
    while (!at->takes(intent)) {
        const auto next = std::find_if(at->handOffs.begin(), at->handOffs.end(),
                                       [&](const HandOff& handOff) { return handOff.isFor(intent); });
        if (next == at->handOffs.end() || way.size() >= size_t(m_handOffsPerTurn)) {
            break;
        }
        way.push_back(&*next);
        at = find(next->to);
    }
    return way;
}

Result<Team> Team::load(const QString& file)
{
    const auto json = base::readJsonFile(file);
    if (!json) {
        return fail(json.error());
    }
    Reader reader(file);
    Team team;
    reader.members(*json, QStringLiteral("the file"),
                   {QStringLiteral("team"), QStringLiteral("coordinator"), QStringLiteral("hand_offs_per_turn"),
                    QStringLiteral("agents")});
    team.m_name = reader.text(*json, "team", QStringLiteral("the file"));
    team.m_coordinator = reader.text(*json, "coordinator", QStringLiteral("the file"));
    team.m_handOffsPerTurn = int(base::integerAt(*json, "hand_offs_per_turn").value_or(0));
    if (team.m_handOffsPerTurn < 1 || team.m_handOffsPerTurn > mostHandOffs) {
        reader.wrong(QStringLiteral("hand_offs_per_turn"), QStringLiteral("must be 1 to %1").arg(mostHandOffs));
    }
    const base::Json& agents = base::at(*json, "agents");
    const QStringList tools = toolNames();
    for (size_t i = 0; agents.is_array() && i < agents.size(); ++i) {
        const QString place = QStringLiteral("agents[%1]").arg(i);
        auto agent = reader.agent(agents[i], place, tools);
        if (team.find(agent.name)) {
            reader.wrong(place, QStringLiteral("\"%1\" is there twice").arg(agent.name));
        }
        team.m_agents.push_back(std::move(agent));
    }
    if (!team.find(team.m_coordinator)) {
        reader.wrong(QStringLiteral("coordinator"), QStringLiteral("names none of \"agents\""));
    }
    for (const auto& agent : team.m_agents) {
        for (const auto& handOff : agent.handOffs) {
            if (!team.find(handOff.to)) {
                reader.wrong(agent.name + QStringLiteral(".hand_offs"),
                             QStringLiteral("\"%1\" is none of \"agents\"").arg(handOff.to));
            }
        }
    }
    if (reader.error()) {
        return fail(*reader.error());
    }
    for (const auto& agent : team.m_agents) {
        for (const char* name : language::intentNames) {
            const QString intent = QLatin1String(name);
            const auto way = team.route(agent, intent);
            if (!(way.empty() ? &agent : team.find(way.back()->to))->takes(intent)) {
                reader.wrong(agent.name + QStringLiteral(".hand_offs"),
                             QStringLiteral("do not lead to anybody who takes \"%1\" within %2 hand-offs")
                                 .arg(intent)
                                 .arg(team.m_handOffsPerTurn));
            }
        }
    }
    if (reader.error()) {
        return fail(*reader.error());
    }
    return team;
}

} // namespace delpek::agent
