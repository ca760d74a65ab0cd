// SPDX-License-Identifier: GPL-3.0-or-later
// Prints every route of the program, "METHOD path" a line: what test_openapi holds docs/openapi.yaml against.
#include "outsideclinic.h"

#include "agent/mind.h"
#include "agent/turn.h"
#include "api/memory/memoryapi.h"
#include "api/routes.h"
#include "api/selftest.h"
#include "api/services/serviceapi.h"
#include "api/webchat/webchat.h"
#include "memory/builtin/builtinmemory.h"
#include "notify/twilioreports.h"

#include <QCoreApplication>

#include <cstdio>

using namespace delpek;

namespace
{

void print(const std::vector<http::Server::Route>& routes)
{
    for (const auto& route : routes) {
        std::printf("%s %s\n", route.method.constData(), route.path.constData());
    }
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    test::OutsideClinic clinic;
    const auto mind = test::must(agent::Mind::load(QStringLiteral(":/delpek"), QStringLiteral("alex")));
    clinic::BuiltinRecords book(clinic.store(), clinic.clock());
    agent::TurnRunner turns(
        {clinic.clock(), book, *mind.understander, *mind.triage, *mind.guard, *mind.brain, mind.team}, {});
    node::Node node({clinic.store(), clinic.clock(), {}, turns, nullptr, nullptr}, {});
    const QString account = QStringLiteral("account");
    print(api::routes(node, clinic.store(), {account, {}, {}, account, {}, account, {}}));
    print({api::selftest::route("mark")});
    api::webchat::Setup setup;
    setup.account = account;
    const auto chat =
        test::must(api::webchat::WebChat::open(setup, {node, clinic.store(), book, clinic.files(), clinic.clock()}));
    print(chat->routes());
    print(clinic.routes());
    memory::BuiltinMemory memory(clinic.store());
    api::memory::MemoryApi memoryApi({clinic.store(), clinic.clock(), memory, *mind.memory, {}, {}, {}, {}, {}});
    print(memoryApi.routes());
    desk::StaffDesks desks(clinic.store(), book, clinic.clock(), {}, {});
    api::services::ServiceApi serviceApi(
        {clinic.store(), clinic.clock(), book, desks, *mind.services, *mind.understander, turns, {}, {}});
    print(serviceApi.routes());
    print({notify::twilioReports(
        {}, [] { return QString(); }, clinic.store(), clinic.clock())});
    return 0;
}
