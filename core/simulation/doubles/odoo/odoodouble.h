// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/json.h"
#include "http/server.h"

#include <QUrl>

#include <functional>
#include <memory>
#include <vector>

namespace delpek::simulation
{

enum class OdooWire { JsonRpc, XmlRpc, Json2 };

/// A call of a model's method that the double got, refused or not.
struct OdooRequest {
    OdooWire wire = OdooWire::JsonRpc;
    qint64 user = 0;
    QString model;
    QString method;
    base::Json args;
    base::Json kwargs;
};

/// What goes wrong with a call that is right in itself.
struct OdooFault {
    enum class Kind {
        Serialisation, ///< it lost the race five times and was rolled back
        DropBefore,    ///< never answered, nothing done
        DropAfter,     ///< done, never answered
        CutAfter,      ///< done, the answer ends in the middle of its body
        Page,          ///< a proxy's HTML page with `status`, nothing done
        PageAfter,     ///< the same, but the call was done
        Slow,          ///< answered after `delay`
        LateCommit,    ///< the id of what it creates or loads is handed out, the rest is done and seen after `delay`
        NoDatabase,    ///< PostgreSQL is down
    };
    Kind kind = Kind::Serialisation;
    int status = 502;
    base::Duration delay{0};
    QString model = {};  ///< only calls of this model; empty: any
    QString method = {}; ///< only calls of this method; empty: any
};

/// A mail that a server would have sent.
struct OdooMail {
    qint64 partner = 0;
    QString about; ///< "calendar.event,12"
    QString why;   ///< "invitation", "changed", "comment"
};

/// An Odoo of one version on a loopback port: its three transports over databases in memory, as strict as the real one
/// (what it refuses, what it takes in silence and spoils, what each user may do). Made for 14 to 19; facts of 17 are
/// what the others are measured by. All functions may be called from any thread.
class OdooDouble
{
public:
    struct Setup {
        int version = 17;
        QString database = QStringLiteral("clinic");
        QStringList otherDatabases = {}; ///< empty ones
        bool listsDatabases = true;
        bool hasJsonRpc = true;
        bool hasXmlRpc = true;
        bool hasPhoneSearch = true;      ///< partners have phone_sanitized and phone_mobile_search
        QStringList withoutModules = {}; ///< of "calendar", "hr", "account", "sale"
        bool allowsLoad = true;          ///< false: an add-on keeps `load` from all but a group of its own
    };
    /// A model of an add-on: `fields` as fields_get gives them ({"name": {"type", "relation", "required", "selection",
    /// "store", "inverse"}}). `sets` maps methods that are called with ids and return nothing to the values they write.
    struct Model {
        QString name;
        base::Json fields;
        QString order = QStringLiteral("id");
        base::Json sets = base::Json::object();
        QString group = {}; ///< who may read and write it; empty: every internal user
    };

    /// `clock` dates what is written and runs delayed answers; it must outlive the double.
    static Result<std::unique_ptr<OdooDouble>> start(const Setup& setup, base::Clock& clock);
    /// Without a port: its routes are for an http::RoutedClient.
    static std::unique_ptr<OdooDouble> inProcess(const Setup& setup, base::Clock& clock);
    ~OdooDouble();

    /// They stand on the double, which must outlive them.
    std::vector<http::Server::Route> routes();
    QUrl url() const;
    const Setup& setup() const;

    // Users. At the start there is an administrator, "admin"/"admin".
    /// An internal user in `groups` ("base.group_partner_manager", "account.group_account_invoice" …).
    qint64 addUser(const QString& login, const QString& password, const QStringList& groups);
    /// 40 hexadecimal characters.
    QString addKey(qint64 user);
    void removeKeys(qint64 user);
    void archiveUser(qint64 user);
    void removeUser(qint64 user);

    // The database from inside: as the administrator, not counted as requests. Values are checked as a call's are.
    qint64 create(const QString& model, const base::Json& values);
    void write(const QString& model, qint64 id, const base::Json& values);
    void erase(const QString& model, qint64 id);
    /// Every stored field, in the form of `read`; null when there is no such record.
    base::Json record(const QString& model, qint64 id) const;
    std::vector<qint64> search(const QString& model, const base::Json& domain) const;
    void addModel(const Model& model);
    /// A field more for a model that is there ("x_birth_date"), in the form of Model::fields.
    void addField(const QString& model, const QString& name, const base::Json& field);
    /// Loads a clinic file (resources/demo/clinic.json): doctors as users and employees with their hours, patients as
    /// partners, visits, treatments as products, invoices, notes. Ids are found again by `idOf`.
    void loadClinic(const base::Json& clinic);
    /// The id of the loaded doctor (res.users), patient (res.partner), treatment (product.product), visit
    /// (calendar.event) or invoice (account.move); 0 when there is none.
    qint64 idOf(const QString& model, const QString& clinicId) const;

    /// Calls that were let in and are not carried out yet.
    int underWay() const;
    std::vector<OdooRequest> requests() const;
    void forgetRequests();
    std::vector<OdooMail> mails() const;
    /// What a clinic would not forgive a client although Odoo takes it: a comment that was mailed to a patient, a paid
    /// invoice set back to draft, more paid than was owed, a patient deleted. Empty in a good run.
    QStringList misdeeds() const;

    /// The next `count` calls that it fits, of a method of a model, meet `fault`.
    void failNext(int count, const OdooFault& fault);
    /// Run on the listener's thread right after a call was committed and before its answer leaves: for a second desk
    /// that books in between. It may use the functions above. Empty: none.
    void afterCommit(std::function<void(const OdooRequest&)> hook);
    /// Stopped, connections are refused; then it answers at the same port again. Not from a hook, not in process.
    Result<Done> setRunning(bool running);

private:
    class Private;
    explicit OdooDouble(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace delpek::simulation
