// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/json.h"

#include <QUrl>

#include <functional>

// How a clinic's Odoo is reached. Facts on its external API: odoo.com/documentation/17.0, "External API", and for
// JSON-2 the page of that name of 19.0.

namespace delpek::clinic::odoo
{

enum class Protocol {
    JsonRpc, ///< POST /jsonrpc; 14 to 21
    XmlRpc,  ///< POST /xmlrpc/2/…; only where a server offers nothing else
    Json2,   ///< POST /json/2/<model>/<method>, with an API key; from 19
};

/// Where a clinic's Odoo is and who we are there.
struct Connection {
    QUrl url;         ///< scheme, host, port, and a path where Odoo lies below one
    QString database; ///< by name; the list of databases is a convenience and often closed
    QString login;
    QString secret; ///< password or API key
    /// Set: this one and no other. Else the best that the server has.
    std::optional<Protocol> protocol = std::nullopt;
    base::Duration readPatience = std::chrono::seconds(30);
    /// A server that meets a conflict tries again by itself for up to half a minute before it answers.
    base::Duration changePatience = std::chrono::seconds(60);
    qint64 largestAnswer = 16 * 1024 * 1024; ///< bytes
    int atOnce = 2;                          ///< calls under way, in all
};

/// What a server said of itself.
struct Server {
    int major = 0; ///< 14 to 19 are known; 0: not told
    int minor = 0;
    QString text;              ///< as the server writes it: "17.0", "saas~17.4"
    bool isEnterprise = false; ///< else Community
    Protocol protocol = Protocol::JsonRpc;
    base::Duration clockAhead{0}; ///< the server's clock against ours, to the second; 0 when it told no time
};

/// One call of a method of a model.
struct Call {
    QString model = {};
    QString method = {};
    base::Json args = base::Json::array();    ///< by position; of a method on records the first is the array of ids
    base::Json kwargs = base::Json::object(); ///< by name; "context" among them
    /// True when it may change something there: it is never repeated by itself, unless the server said that it was
    /// rolled back.
    bool changes = false;
    /// Told the server's own words before a refusal ends the future, for the eyes of staff: they may name a patient, so
    /// they are shown and never logged. Any thread.
    std::function<void(const QString& said)> onRefusal = {};
};

/// Calls an Odoo. What a method returned is given as JSON in the wire's own types (see wire.h), whichever protocol
/// carried it; a method that returns nothing gives null. Errors, each with a text key (see errors.h):
///   Unavailable   it had no effect: nothing reached the server, or the server rolled it back
///   Timeout       a change may have happened; of a read: no answer in time, or none that can be read
///   Unauthorised  login, password or key are refused
///   Forbidden     a right is missing
///   NotFound      the record is gone
///   InvalidInput  the server's rules refuse the values
///   Unsupported   the server has no such model, method or field, or no such protocol
/// Details name model, method and the error's class; never values, never the server's text. Any thread. Continuations
/// run on a thread of the transport and must not wait.
class Transport
{
public:
    virtual ~Transport() = default;
    virtual Future<base::Json> call(const Call& call) = 0;
};

} // namespace delpek::clinic::odoo
