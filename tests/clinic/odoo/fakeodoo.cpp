// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/fakeodoo.h"

#include "clinic/odoo/wire.h"

#include <QRegularExpression>

#include <algorithm>

namespace delpek::test
{

namespace
{

using base::Json;
using clinic::odoo::Call;
namespace wire = clinic::odoo::wire;

/// "name:type" or "name:type=relation", parted by blanks.
struct Line {
    const char* model;
    const char* fields;
};

constexpr auto catalogue = std::to_array<Line>({
    {"res.partner", "name:char phone:char mobile:char email:char ref:char lang:char tz:char function:char "
                    "category_id:many2many=res.partner.category comment:html company_type:selection active:boolean "
                    "x_birth_date:date country_id:many2one=res.country"},
    {"res.partner.category", "name:char"},
    {"res.country", "name:char code:char"},
    {"res.users", "name:char partner_id:many2one=res.partner"},
    {"res.company", "name:char phone:char street:char city:char resource_calendar_id:many2one=resource.calendar"},
    {"resource.calendar", "name:char tz:char two_weeks_calendar:boolean"},
    {"resource.calendar.attendance",
     "calendar_id:many2one=resource.calendar dayofweek:char hour_from:float hour_to:float day_period:char "
     "week_type:char display_type:char date_from:date date_to:date resource_id:many2one=resource.resource"},
    {"resource.calendar.leaves", "name:char calendar_id:many2one=resource.calendar "
                                 "resource_id:many2one=resource.resource date_from:datetime date_to:datetime "
                                 "time_type:selection"},
    {"hr.employee.public", "name:char user_id:many2one=res.users resource_calendar_id:many2one=resource.calendar "
                           "tz:selection work_phone:char work_email:char job_title:char"},
    {"product.product", "name:char default_code:char list_price:float sale_ok:boolean"},
    {"calendar.event", "name:char start:datetime stop:datetime allday:boolean start_date:date stop_date:date "
                       "show_as:selection partner_ids:many2many=res.partner user_id:many2one=res.users active:boolean "
                       "description:html"},
    {"calendar.attendee", "event_id:many2one=calendar.event partner_id:many2one=res.partner state:char"},
    {"account.move", "name:char partner_id:many2one=res.partner invoice_date:date invoice_date_due:date "
                     "amount_total:monetary amount_residual:monetary payment_state:selection move_type:selection "
                     "state:char currency_id:many2one=res.currency invoice_line_ids:one2many=account.move.line"},
    {"account.move.line", "name:char price_total:monetary display_type:selection"},
    {"res.currency", "name:char"},
    {"mail.message", "body:html date:datetime author_id:many2one=res.partner message_type:char model:char "
                     "res_id:integer"},
    {"ir.module.module", "name:char state:char"},
});

std::string typeOf(const Json& field)
{
    return field.value("type", "char");
}

bool isList(const Json& field)
{
    return typeOf(field) == "many2many" || typeOf(field) == "one2many";
}

tl::unexpected<Error> noSuch(const std::string& what)
{
    return fail(ErrorCode::Unsupported, QStringLiteral("no ") + QString::fromStdString(what),
                QStringLiteral("records.odooMapping"));
}

/// An SQL pattern as `ilike` takes it, wrapped in %.
bool isLike(const Json& value, const Json& pattern)
{
    const QString text = QString::fromStdString(pattern.get<std::string>());
    QString expression;
    for (qsizetype n = 0; n < text.size(); ++n) {
        if (text[n] == QLatin1Char('\\') && n + 1 < text.size()) {
            expression += QRegularExpression::escape(QString(text[++n]));
        } else if (text[n] == QLatin1Char('%')) {
            expression += QStringLiteral(".*");
        } else if (text[n] == QLatin1Char('_')) {
            expression += QLatin1Char('.');
        } else {
            expression += QRegularExpression::escape(QString(text[n]));
        }
    }
    const QRegularExpression form(expression, QRegularExpression::CaseInsensitiveOption |
                                                  QRegularExpression::DotMatchesEverythingOption);
    return value.is_string() && form.match(QString::fromStdString(value.get<std::string>())).hasMatch();
}

bool contains(const Json& list, const Json& value)
{
    return std::find(list.begin(), list.end(), value) != list.end();
}

} // namespace

FakeOdoo::FakeOdoo(int version)
{
    for (const auto& line : catalogue) {
        Json fields = Json::object();
        for (const auto& word : QString::fromLatin1(line.fields).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            const QString kind = word.section(QLatin1Char(':'), 1);
            fields[base::utf8(word.section(QLatin1Char(':'), 0, 0))] =
                Json{{"type", base::utf8(kind.section(QLatin1Char('='), 0, 0))},
                     {"relation", base::utf8(kind.section(QLatin1Char('='), 1))}};
        }
        addModel(QString::fromLatin1(line.model), fields);
    }
    if (version >= 19) {
        m_models[QStringLiteral("res.partner")].fields.erase("mobile");
    } else if (version >= 16) {
        addField(QStringLiteral("res.partner"), "phone_sanitized", Json{{"type", "char"}});
    }
}

void FakeOdoo::addModel(const QString& name, const Json& fields)
{
    const std::lock_guard lock(m_mutex);
    m_models[name].fields = fields;
}

void FakeOdoo::addField(const QString& model, const char* name, const Json& field)
{
    const std::lock_guard lock(m_mutex);
    m_models[model].fields[name] = field;
}

qint64 FakeOdoo::create(const QString& model, const Json& values)
{
    return added(model, values, 0);
}

qint64 FakeOdoo::added(const QString& model, const Json& values, qint64 handedOut)
{
    const std::lock_guard lock(m_mutex);
    auto& table = m_models[model];
    Row row = Json::object();
    if (table.fields.contains("active")) {
        row["active"] = true;
    }
    if (table.fields.contains("show_as")) {
        row["show_as"] = "busy";
    }
    if (!stored(table, row, values)) {
        return 0;
    }
    const qint64 id = handedOut != 0 ? handedOut : ++m_next;
    table.rows[id] = std::move(row);
    return id;
}

void FakeOdoo::write(const QString& model, qint64 id, const Json& values)
{
    const std::lock_guard lock(m_mutex);
    (void)stored(m_models[model], m_models[model].rows[id], values);
}

void FakeOdoo::dropAbove(const QString& model, qint64 id)
{
    const std::lock_guard lock(m_mutex);
    auto& rows = m_models[model].rows;
    rows.erase(rows.upper_bound(id), rows.end());
}

Json FakeOdoo::record(const QString& model, qint64 id) const
{
    const std::lock_guard lock(m_mutex);
    const auto& rows = m_models.at(model).rows;
    const auto found = rows.find(id);
    return found == rows.end() ? Json() : found->second;
}

std::vector<qint64> FakeOdoo::search(const QString& model, const Json& domain) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<qint64> ids;
    const auto& table = m_models.at(model);
    for (const auto& [id, row] : table.rows) {
        Row whole = row;
        whole["id"] = id;
        if (matches(table, whole, domain, true)) {
            ids.push_back(id);
        }
    }
    return ids;
}

std::vector<Call> FakeOdoo::calls() const
{
    const std::lock_guard lock(m_mutex);
    return m_calls;
}

void FakeOdoo::forgetCalls()
{
    const std::lock_guard lock(m_mutex);
    m_calls.clear();
}

void FakeOdoo::lose(int count, Loss loss, const QString& model, const QString& method)
{
    const std::lock_guard lock(m_mutex);
    m_faults.insert(m_faults.end(), size_t(count), Fault{loss, model, method});
}

void FakeOdoo::loseForLong(int calls, const QString& model, const QString& method)
{
    const std::lock_guard lock(m_mutex);
    m_faults.push_back({Loss::Late, model, method, calls});
}

void FakeOdoo::refuseLoads()
{
    const std::lock_guard lock(m_mutex);
    m_allowsLoad = false;
}

void FakeOdoo::afterNext(const QString& method, std::function<void()> hook)
{
    const std::lock_guard lock(m_mutex);
    m_hook = {method, std::move(hook)};
}

void FakeOdoo::setRunning(bool running)
{
    const std::lock_guard lock(m_mutex);
    m_running = running;
}

std::optional<FakeOdoo::Fault> FakeOdoo::lossFor(const Call& call)
{
    const auto fault = std::find_if(m_faults.begin(), m_faults.end(), [&](const Fault& one) {
        return one.model == call.model && one.method == call.method;
    });
    if (fault == m_faults.end()) {
        return std::nullopt;
    }
    Fault taken = *fault;
    m_faults.erase(fault);
    return taken;
}

Future<Json> FakeOdoo::call(const Call& call)
{
    std::function<void()> hook;
    Result<Json> answer = Json();
    {
        const std::lock_guard lock(m_mutex);
        m_calls.push_back(call);
        doWhatIsDue();
        const auto fault = m_running ? lossFor(call) : std::optional(Fault{Loss::NothingDone, {}, {}});
        const auto loss = fault ? std::optional(fault->loss) : std::nullopt;
        if (loss == Loss::NothingDone) {
            return base::ready<Json>(fail(ErrorCode::Unavailable, QStringLiteral("connection refused")));
        }
        if (loss == Loss::Late) {
            m_late.push_back({call, ++m_next, fault->calls});
        } else if (loss != Loss::Before) {
            answer = done(call);
        }
        if (loss) {
            answer = fail(ErrorCode::Timeout, QStringLiteral("no answer"));
        }
        if (m_hook.first == call.method && m_hook.second) {
            hook = std::move(m_hook.second);
            m_hook = {};
        }
    }
    if (hook) {
        hook();
    }
    return base::ready<Json>(std::move(answer));
}

/// Calls that were under way for long end before the next one begins.
void FakeOdoo::doWhatIsDue()
{
    for (auto& late : m_late) {
        --late.calls;
    }
    while (!m_late.empty() && m_late.front().calls <= 0) {
        const LateCall late = m_late.front();
        m_late.pop_front();
        (void)done(late.call, late.id);
    }
}

Result<Json> FakeOdoo::done(const Call& call, qint64 handedOut)
{
    const auto found = m_models.find(call.model);
    if (found == m_models.end()) {
        return noSuch(base::utf8(call.model));
    }
    Model& model = found->second;
    if (call.method == QLatin1String("fields_get")) {
        return model.fields;
    }
    if (call.method == QLatin1String("search_read") || call.method == QLatin1String("search_count")) {
        return searched(model, call);
    }
    if (call.method == QLatin1String("create")) {
        Row probe = Json::object();
        if (const auto good = stored(model, probe, call.args.at(0)); !good) {
            return fail(good.error());
        }
        return Json(added(call.model, call.args.at(0), handedOut));
    }
    if (call.method == QLatin1String("load")) {
        return loaded(call, handedOut);
    }
    if (call.method == QLatin1String("write")) {
        for (const auto& id : call.args.at(0)) {
            const auto row = model.rows.find(id.get<qint64>());
            if (row == model.rows.end()) {
                return fail(ErrorCode::NotFound, QStringLiteral("the record is gone"));
            }
            if (const auto good = stored(model, row->second, call.args.at(1)); !good) {
                return fail(good.error());
            }
        }
        return Json(true);
    }
    if (call.method == QLatin1String("message_post")) {
        return Json(create(QStringLiteral("mail.message"), {{"body", call.kwargs.at("body")},
                                                            {"date", "2026-03-03 08:00:00"},
                                                            {"message_type", "comment"},
                                                            {"model", base::utf8(call.model)},
                                                            {"res_id", call.args.at(0).at(0)}}));
    }
    return noSuch("method");
}

Result<Json> FakeOdoo::searched(const Model& model, const Call& call) const
{
    const Json domain = call.args.at(0);
    for (const auto& term : domain) {
        if (term.is_array() && term[0] != "id" &&
            !model.fields.contains(term[0].get<std::string>().substr(0, term[0].get<std::string>().find('.')))) {
            return noSuch(term[0].get<std::string>());
        }
    }
    const Json& fields = base::at(call.kwargs, "fields");
    for (const auto& field : fields) {
        if (!model.fields.contains(field.get<std::string>())) {
            return noSuch(field.get<std::string>());
        }
    }
    const bool withArchived = !base::boolAt(base::at(call.kwargs, "context"), "active_test", true);
    Json found = Json::array();
    for (const auto& [id, row] : model.rows) {
        Row whole = row;
        whole["id"] = id;
        if (matches(model, whole, domain, withArchived)) {
            found.push_back(shown(model, id, fields));
        }
    }
    if (call.method == QLatin1String("search_count")) {
        return Json(found.size());
    }
    const std::string order = call.kwargs.value("order", "id");
    const std::string first = order.substr(0, order.find_first_of(" ,"));
    const bool descending = order.substr(0, order.find(',')).find(" desc") != std::string::npos;
    std::stable_sort(found.begin(), found.end(), [&](const Json& a, const Json& b) {
        return descending ? b.value(first, Json()) < a.value(first, Json())
                          : a.value(first, Json()) < b.value(first, Json());
    });
    if (const auto limit = call.kwargs.value("limit", size_t(0)); limit > 0 && found.size() > limit) {
        found.erase(found.begin() + std::ptrdiff_t(limit), found.end());
    }
    return found;
}

Json FakeOdoo::shownField(const Model& model, const std::string& field, const Json& value) const
{
    const Json& known = model.fields.at(field);
    if (typeOf(known) == "many2one" && value.is_number()) {
        const auto related = m_models.find(QString::fromStdString(known.value("relation", "")));
        std::string name;
        if (related != m_models.end()) {
            if (const auto row = related->second.rows.find(value.get<qint64>()); row != related->second.rows.end()) {
                name = row->second.value("name", "");
            }
        }
        return Json::array({value, name});
    }
    if (value.is_null()) {
        return isList(known) ? Json::array() : typeOf(known) == "integer" ? Json(0) : Json(false);
    }
    return value;
}

Json FakeOdoo::shown(const Model& model, qint64 id, const Json& fields) const
{
    Json row{{"id", id}};
    for (const auto& field : fields) {
        const auto name = field.get<std::string>();
        row[name] = shownField(model, name, base::at(model.rows.at(id), name.c_str()));
    }
    return row;
}

Result<Done> FakeOdoo::stored(Model& model, Row& row, const Json& values)
{
    for (const auto& [field, value] : values.items()) {
        if (!model.fields.contains(field)) {
            return noSuch(field);
        }
        const Json& known = model.fields.at(field);
        if (typeOf(known) == "datetime" && value.is_string() &&
            value.get<std::string>().find('T') != std::string::npos) {
            return fail(ErrorCode::Unsupported, QStringLiteral("a datetime of another form"));
        }
        if (typeOf(known) == "many2one" && !value.is_number_integer()) {
            row[field] = nullptr; // taken in silence, and emptied
            continue;
        }
        if (!isList(known)) {
            row[field] = value == Json(false) && typeOf(known) != "boolean" ? Json() : value;
            continue;
        }
        Json ids = row.contains(field) && row[field].is_array() ? row[field] : Json::array();
        for (const auto& command : value) {
            const int kind = command.is_array() ? command[0].get<int>() : 4;
            if (kind == 6) {
                ids = command[2];
            } else if (kind == 4) {
                ids.push_back(command.is_array() ? command[1] : command);
            } else if (kind == 3) {
                ids.erase(std::remove(ids.begin(), ids.end(), command[1]), ids.end());
            }
        }
        row[field] = ids;
    }
    return Done{};
}

bool FakeOdoo::holds(const Model& model, const Row& row, const Json& term) const
{
    const auto field = term[0].get<std::string>();
    const auto op = term[1].get<std::string>();
    const Json& wanted = term[2];
    const Json value = base::at(row, field.c_str());
    const bool isEmpty = value.is_null() || value == Json(false);
    if (op == "in" || op == "not in") {
        const bool isList = value.is_array();
        const bool found =
            isList ? std::any_of(value.begin(), value.end(), [&](const Json& one) { return contains(wanted, one); })
                   : contains(wanted, value);
        return found == (op == "in");
    }
    if (op == "ilike") {
        return isLike(value, wanted);
    }
    if (op == "=" || op == "!=") {
        const bool same = wanted == Json(false) ? isEmpty : value == wanted;
        return same == (op == "=");
    }
    if (isEmpty || (field != "id" && !model.fields.contains(field))) {
        return false;
    }
    return op == "<" ? value < wanted : op == ">" ? wanted < value : op == "<=" ? !(wanted < value) : !(value < wanted);
}

bool FakeOdoo::matches(const Model& model, const Row& row, const Json& domain, bool withArchived) const
{
    bool namesActive = false;
    std::vector<bool> stack;
    // Prefix form, read from the back; what is left over is joined by "and".
    for (auto token = domain.rbegin(); token != domain.rend(); ++token) {
        if (token->is_array()) {
            namesActive = namesActive || (*token)[0] == "active";
            stack.push_back(holds(model, row, *token));
            continue;
        }
        const bool first = stack.back();
        stack.pop_back();
        if (*token == "!") {
            stack.push_back(!first);
            continue;
        }
        const bool second = stack.back();
        stack.back() = *token == "&" ? first && second : first || second;
    }
    const bool isArchived = model.fields.contains("active") && base::at(row, "active") == Json(false);
    return std::all_of(stack.begin(), stack.end(), [](bool one) { return one; }) &&
           (withArchived || namesActive || !isArchived);
}

} // namespace delpek::test
