// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/keychainstore.h"

#include "base/await.h"
#include "base/json.h"
#include "secrets/keychainjobs.h"
#include "secrets/names.h"

#include <QUuid>

namespace delpek::secrets
{

namespace
{

const auto indexName = QStringLiteral("delpek.index");

template <typename T>
Future<T> onWorker(base::Workers& worker, std::function<Result<T>()> work)
{
    auto promise = std::make_shared<Promise<T>>();
    worker.post([promise, work = std::move(work)] { promise->finish(work()); });
    return promise->future();
}

Result<Done> checkOwnName(const QString& name)
{
    return name == indexName
               ? fail(ErrorCode::InvalidInput, QStringLiteral("%1 is kept by the program itself").arg(name))
               : checkName(name);
}

} // namespace

KeychainStore::KeychainStore(QString service, base::Duration patience)
    : m_service(std::move(service))
    , m_patience(patience)
{
}

KeychainStore::~KeychainStore()
{
    m_stop.request_stop();
}

QString KeychainStore::description() const
{
    return QStringLiteral("the system keychain");
}

Result<QStringList> KeychainStore::loadIndex() const
{
    const auto text = base::await(KeychainJobs::shared().read(m_service, indexName, m_patience), m_stop.get_token());
    if (!text) {
        return text.error().code == ErrorCode::NotFound ? Result<QStringList>(QStringList()) : fail(text.error());
    }
    const auto json = base::parseJson(text->toUtf8());
    if (!json || !json->is_array()) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("the keychain entry %1 is damaged; remove it and store the "
                                                            "secrets again")
                                                 .arg(indexName));
    }
    QStringList names;
    for (const auto& name : *json) {
        if (name.is_string()) {
            names += QString::fromStdString(name.get<std::string>());
        }
    }
    return names;
}

Result<Done> KeychainStore::saveIndex(const QStringList& names) const
{
    base::Json json = base::Json::array();
    for (const QString& name : names) {
        json.push_back(base::utf8(name));
    }
    return base::await(KeychainJobs::shared().write(m_service, indexName, base::toCompactText(json), m_patience),
                       m_stop.get_token());
}

Result<Done> KeychainStore::writeNow(const QString& name, const QString& value) const
{
    return loadIndex()
        .and_then([&](QStringList names) -> Result<Done> {
            if (names.contains(name)) {
                return Done{};
            }
            names += name;
            names.sort();
            return saveIndex(names);
        })
        .and_then([&](Done) {
            return base::await(KeychainJobs::shared().write(m_service, name, value, m_patience), m_stop.get_token());
        });
}

Result<Done> KeychainStore::removeNow(const QString& name) const
{
    // Some keychains report success for an entry that is not there, so look first.
    KeychainJobs& jobs = KeychainJobs::shared();
    const auto removed =
        base::await(jobs.read(m_service, name, m_patience), m_stop.get_token()).and_then([&](const QString&) {
            return base::await(jobs.remove(m_service, name, m_patience), m_stop.get_token());
        });
    if (!removed && removed.error().code != ErrorCode::NotFound) {
        return removed;
    }
    // A name whose secret is gone (a write that was cut short, another program) leaves the index too.
    const auto cleaned = loadIndex().and_then([&](QStringList names) -> Result<Done> {
        return names.removeAll(name) > 0 ? saveIndex(names) : Result<Done>(Done{});
    });
    return cleaned ? removed : cleaned;
}

Result<Done> KeychainStore::probeNow() const
{
    KeychainJobs& jobs = KeychainJobs::shared();
    const QString name = QStringLiteral("delpek.probe");
    const QString value = QUuid::createUuid().toString();
    return base::await(jobs.write(m_service, name, value, m_patience), m_stop.get_token())
        .and_then([&](Done) { return base::await(jobs.read(m_service, name, m_patience), m_stop.get_token()); })
        .and_then([&](const QString& found) -> Result<Done> {
            if (found != value) {
                return fail(ErrorCode::Unavailable,
                            QStringLiteral("the system keychain returned something else than was stored"));
            }
            return base::await(jobs.remove(m_service, name, m_patience), m_stop.get_token());
        });
}

Future<QString> KeychainStore::read(const QString& name)
{
    if (const auto checked = checkOwnName(name); !checked) {
        return base::ready(Result<QString>(fail(checked.error())));
    }
    return KeychainJobs::shared().read(m_service, name, m_patience);
}

Future<Done> KeychainStore::write(const QString& name, const QString& value)
{
    return onWorker<Done>(m_worker, [this, name, value] {
        return checkOwnName(name).and_then([&](Done) { return writeNow(name, value); });
    });
}

Future<Done> KeychainStore::remove(const QString& name)
{
    return onWorker<Done>(m_worker,
                          [this, name] { return checkOwnName(name).and_then([&](Done) { return removeNow(name); }); });
}

Future<QStringList> KeychainStore::list()
{
    return onWorker<QStringList>(m_worker, [this] { return loadIndex(); });
}

Future<Done> KeychainStore::probe()
{
    return onWorker<Done>(m_worker, [this] { return probeNow(); });
}

} // namespace delpek::secrets
