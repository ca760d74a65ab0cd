// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/service/book.h"

#include "agent/service/servicefile.h"
#include "base/file.h"

#include <QDir>

namespace delpek::agent::service
{

Result<std::map<QString, std::optional<Service>>> readServices(const QString& folder)
{
    const QDir directory(folder);
    if (!directory.exists()) {
        return fail(ErrorCode::NotFound,
                    QStringLiteral("%1: there is no such folder; make it, or name another one").arg(folder));
    }
    std::map<QString, std::optional<Service>> services;
    for (const QString& name : directory.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        const QString path = directory.filePath(name);
        const auto json = base::readJsonFile(path);
        auto service = json ? parseService(*json, path) : fail(json.error());
        if (!service) {
            return fail(service.error());
        }
        services[QFileInfo(name).completeBaseName()] = std::move(*service);
    }
    return services;
}

Result<std::unique_ptr<Book>> Book::load(const QString& resources, const QString& own)
{
    auto services = readServices(resources + QStringLiteral("/services"));
    if (!services) {
        return fail(services.error());
    }
    if (!own.isEmpty()) {
        auto ours = readServices(own);
        if (!ours) {
            return fail(ours.error());
        }
        for (auto& [id, service] : *ours) {
            (*services)[id] = std::move(service);
        }
    }
    auto texts = Texts::load(resources + QStringLiteral("/agents/servicetexts.json"));
    auto agentTexts = Texts::load(resources + QStringLiteral("/agents/texts.json"));
    if (!texts || !agentTexts) {
        return fail(!texts ? texts.error() : agentTexts.error());
    }
    auto book = std::make_unique<Book>();
    for (auto& [id, service] : *services) {
        if (service) {
            book->m_services.push_back(std::move(*service));
        }
    }
    book->m_texts = std::move(*texts);
    book->m_agentTexts = std::move(*agentTexts);
    return book;
}

const Service* Book::find(const QString& id) const
{
    const auto found = std::ranges::find(m_services, id, &Service::id);
    return found == m_services.end() ? nullptr : &*found;
}

} // namespace delpek::agent::service
